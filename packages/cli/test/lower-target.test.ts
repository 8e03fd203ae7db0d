import { main } from '../src/main.js';
import { BufferIo } from './buffer-io.js';

const model = `func.func @f(%x: memref<4xf32>, %y: memref<4xf32>) attributes {llvm.emit_c_interface} {
  affine.for %i = 0 to 4 {
    %a = affine.load %x[%i] : memref<4xf32>
    %b = arith.addf %a, %a : f32
    affine.store %b, %y[%i] : memref<4xf32>
  }
  return
}
`;

async function lower(...options: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const io = new BufferIo(process.cwd(), model);
  const code = await main(['lower', '-', ...options], io);
  return { code, out: io.out, err: io.err };
}

test.each([
  [['--target', 'llvm'], /^define void @f\(ptr %0, ptr %1, i64 %2, [^]*fadd float/m],
  [['--target', 'llvm', '--bare-pointers'], /^define void @f\(ptr %0, ptr %1\) \{/m],
  [['--target', 'llvm', '--emit', 'llvm-dialect'], /llvm\.func @f\(%arg0: !llvm\.ptr, [^]*llvm\.fadd/],
  [['--target', 'llvm', '--emit', 'bitcode'], /^BC/],
])('%j', async (options, expected) => {
  const { code, out, err } = await lower(...options);
  expect(err).toBe('');
  expect(out).toMatch(expected);
  expect(code).toBe(0);
});

test.each([
  [['--target', 'llvm', '--emit', 'mlir'], '--emit mlir does not go with --target llvm, which has llvm, bitcode, llvm-dialect'],
  [['--emit', 'llvm-dialect'], '--emit llvm-dialect does not go with --target zkllvm, which has llvm, bitcode, mlir'],
  [['--bare-pointers'], '--bare-pointers goes with --target llvm'],
])('%j is an error', async (options, message) => {
  const { code, out, err } = await lower(...options);
  expect(err).toContain(message);
  expect(out).toBe('');
  expect(code).toBe(1);
});

test('bitcode of fields needs the option that says so', async () => {
  const { code, err } = await lower('--emit', 'bitcode');
  expect(err).toContain('--experimental-field-bitcode');
  expect(code).toBe(1);
});
