import { file, run } from './command-directory.js';

const model = `func.func @f(%x: memref<2xf32>) -> memref<2xf32> {
  %y = memref.alloc() : memref<2xf32>
  affine.for %i = 0 to 2 {
    %a = affine.load %x[%i] : memref<2xf32>
    %r = arith.mulf %a, %a : f32
    affine.store %r, %y[%i] : memref<2xf32>
  }
  return %y : memref<2xf32>
}
`;

/** A circuit, and the files that the assigner takes for the input 1.5, −2. */
async function prepared(): Promise<void> {
  const sample = { inputs: [{ shape: [2], type: 'f32', data: [1.5, -2] }] };
  const made = await run('inputs', file('m.mlir', model), '--inputs', file('s.json', sample), '--public-file', 'public.json');
  expect([made.code, made.err]).toEqual([0, '']);
  const lowered = await run('lower', 'm.mlir', '-o', 'm.ll');
  expect([lowered.code, lowered.err]).toEqual([0, '']);
}

test('files that mlir2zk wrote satisfy the circuit that it wrote', async () => {
  await prepared();
  const { code, out, err } = await run('check', 'm.ll', '-i', 'public.json');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^every constraint holds\nrows: \d+/);
});

test('another claimed output violates a constraint, at its place', async () => {
  await prepared();
  const shown = await run('check', 'm.ll', '-i', 'public.json');
  expect(shown.code).toBe(0);
  const { code, out } = await run('inputs', 'm.mlir', '--inputs', 's.json');
  expect(code).toBe(0);
  const forged = out.replace('262144', '262145'); // 4.0 at 16 fraction bits
  expect(forged).not.toBe(out);
  const refused = await run('check', 'm.ll', '-i', file('forged.json', forged));
  expect([refused.code, refused.out]).toEqual([1, '']);
  expect(refused.err).toMatch(/^m\.ll:\d+:\d+: error: copy: .*, in @f\n/);
});

test.each([
  ['m.ll', ['-i', 'nosuch.json'], "cannot read 'nosuch.json'"],
  ['m.ll', [], 'expected 2 values, found 0'],
  ['m.mlir', ['-i', 'public.json'], 'm.mlir:1:'],
])('check %s %j is an error', async (circuit, args, message) => {
  await prepared();
  const { code, err } = await run('check', circuit, ...args);
  expect(code).toBe(1);
  expect(err).toContain(message);
});
