import { main } from '../src/main.js';
import { BufferIo } from './buffer-io.js';

const model = `func.func @f(%x: memref<1x4xf32>, %i: memref<4xindex>) -> memref<1x4xf32> {
  %zero = arith.constant 0.0 : f32
  %y = memref.alloc() : memref<1x4xf32>
  affine.for %j = 0 to 4 {
    %a = affine.load %x[0, %j] : memref<1x4xf32>
    %r = arith.maximumf %a, %zero : f32
    affine.store %r, %y[0, %j] : memref<1x4xf32>
  }
  %z = memref.alloc() : memref<1x4xf32>
  affine.for %j = 0 to 4 {
    %k = memref.load %i[%j] : memref<4xindex>
    %c0 = arith.constant 0 : index
    %a = memref.load %y[%c0, %k] : memref<1x4xf32>
    affine.store %a, %z[0, %j] : memref<1x4xf32>
  }
  return %z : memref<1x4xf32>
}
`;

async function explain(...args: string[]): Promise<string> {
  const io = new BufferIo(process.cwd(), model);
  const code = await main(['explain', '-', ...args], io);
  expect([code, io.err]).toEqual([0, '']);
  return io.out;
}

test('each nest has a line', async () => {
  const [relu, gather, ...rest] = (await explain()).trimEnd().split('\n');
  expect(relu).toBe('<stdin>:4-7: zkml.relu');
  expect(gather).toMatch(/^<stdin>:10-14: affine\.for: not recognised: .*\(line 13\)$/);
  expect(rest).toEqual([]);
});

test('the same as JSON', async () => {
  expect(JSON.parse(await explain('--json'))).toEqual([
    { op: 'zkml.relu', parameters: {}, hasArithmetic: true, sourceRange: { file: '<stdin>', firstLine: 4, lastLine: 7 } },
    {
      op: 'affine.for', parameters: {}, hasArithmetic: false, sourceRange: { file: '<stdin>', firstLine: 10, lastLine: 14 },
      reason: expect.stringContaining('subscript'), reasonLine: 13,
    },
  ]);
});
