import { moduleText } from '@mlir2zk/llvm-emit';
import type { IntrinsicMode } from '../../src/to-zkllvm/index.js';
import { runCircuit, translateText } from './run-circuit.js';

const pool = (from: string, to: string): string =>
  `zkml.max_pool ins(${from} : memref<1x1x4x4xf32>) outs(${to} : memref<1x1x2x2xf32>) {dilations = [1, 1], kernel = [2, 2], pads = [0, 0, 0, 0], strides = [2, 2]}`;

/** Two poolings of inputs of one range, then a ReLU of one of them. */
const model = `
func.func @layers(%x: memref<1x1x4x4xf32>, %y: memref<1x1x4x4xf32>) -> (memref<1x1x2x2xf32>, memref<1x1x2x2xf32>) {
  %a = memref.alloc() : memref<1x1x2x2xf32>
  %b = memref.alloc() : memref<1x1x2x2xf32>
  %c = memref.alloc() : memref<1x1x2x2xf32>
  ${pool('%x', '%a')}
  ${pool('%y', '%b')}
  zkml.relu ins(%a : memref<1x1x2x2xf32>) outs(%c : memref<1x1x2x2xf32>)
  return %b, %c : memref<1x1x2x2xf32>, memref<1x1x2x2xf32>
}`;

const x = [-1, -2, 3, 4, -5, -6, 7, 8, 1, 0.5, -1, -1.5, 2, 0, -2, -2.5];
const y = x.map((value) => value * 0.5 - 1);
const pooled = (data: readonly number[]): number[] =>
  [0, 2, 8, 10].map((at) => Math.max(data[at], data[at + 1], data[at + 4], data[at + 5]));
const expected = [pooled(y), pooled(x).map((value) => Math.max(value, 0))];

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('modes of zk intrinsics', () => {
  const text = (intrinsicMode: IntrinsicMode): string => moduleText(translateText(model, { intrinsicMode }).llvmModule);

  test.each(['define', 'inline'] as const)('%s runs on the assigner as it is', (intrinsicMode) => {
    const translation = translateText(model, { intrinsicMode });
    expect(translation.findings).toEqual([]);
    expect(runCircuit(translation, [x, y]).outputs).toEqual(expected);
  });

  test('define calls one body for both poolings', () => {
    const ir = text('define');
    expect(count(ir, /^define internal void @zkml\.max_pool\./gm)).toBe(1);
    expect(count(ir, /^ {2}call void @zkml\.max_pool\./gm)).toBe(2);
    expect(count(ir, /^define internal void @zkml\.relu\./gm)).toBe(1);
    // The ReLU reads what the pooling left in memory: nothing is stored for it.
    expect(ir).toMatch(/call void @zkml\.max_pool[^\n]*\(ptr (%\d+),[^]*call void @zkml\.relu[^\n]*\(ptr %\d+, ptr \1\)/);
  });

  test('define makes a body for each range of the inputs', () => {
    const doubled = model.replace(pool('%y', '%b'), `
      affine.for %i = 0 to 4 {
        affine.for %j = 0 to 4 {
          %v = affine.load %y[0, 0, %i, %j] : memref<1x1x4x4xf32>
          %w = arith.addf %v, %v : f32
          affine.store %w, %z[0, 0, %i, %j] : memref<1x1x4x4xf32>
        }
      }
      ${pool('%z', '%b')}`).replace('%a = ', '%z = memref.alloc() : memref<1x1x4x4xf32>\n%a = ');
    const translation = translateText(doubled);
    expect(count(moduleText(translation.llvmModule), /^define internal void @zkml\.max_pool\./gm)).toBe(2);
    expect(runCircuit(translation, [x, y]).outputs).toEqual([expected[0].map((value) => 2 * value), expected[1]]);
  });

  test('inline calls nothing', () => {
    const ir = text('inline');
    expect(ir).not.toMatch(/@zkml\./);
    expect(count(ir, /^define /gm)).toBe(1);
  });

  test('declare leaves the functions to the assigner and says so', () => {
    const translation = translateText(model, { intrinsicMode: 'declare' });
    const ir = moduleText(translation.llvmModule);
    expect(count(ir, /^define /gm)).toBe(1);
    expect(count(ir, /^declare void @zkml\.(max_pool|relu)\.[^\n]*\(ptr, ptr\)/gm)).toBe(2);
    expect(count(ir, /^ {2}call void @zkml\./gm)).toBe(3);
    expect(translation.findings.length).toBeGreaterThan(0);
  });

  test('builtin uses the names of zkLLVM where their signatures fit, and bodies elsewhere', () => {
    const translation = translateText(model, { intrinsicMode: 'builtin' });
    const ir = moduleText(translation.llvmModule);
    expect(count(ir, /call ptr @llvm\.assigner\.zkml\.pooling\(ptr %\d+, i64 16\)/g)).toBe(2);
    // zkLLVM's ReLU takes a float, which a circuit does not have.
    expect(ir).not.toMatch(/zkml\.ReLU/);
    expect(count(ir, /^define internal void @zkml\.relu\./gm)).toBe(1);
    expect(translation.findings.length).toBeGreaterThan(0);
  });
});

describe('constants as inputs of an intrinsic', () => {
  const gemm = `
    func.func @dense(%x: memref<1x2xf32>) -> (memref<1x3xf32>, memref<1x3xf32>) {
      %w = "krnl.global"() {name = "w", shape = [2, 3], value = dense<[[1.0, -2.0, 0.5], [0.25, 4.0, -1.0]]> : tensor<2x3xf32>} : () -> memref<2x3xf32>
      %v = "krnl.global"() {name = "v", shape = [2, 3], value = dense<[[1.0, -2.0, 0.5], [0.25, 4.0, 1.0]]> : tensor<2x3xf32>} : () -> memref<2x3xf32>
      %a = memref.alloc() : memref<1x3xf32>
      %b = memref.alloc() : memref<1x3xf32>
      zkml.matmul ins(%x, %w : memref<1x2xf32>, memref<2x3xf32>) outs(%a : memref<1x3xf32>)
      zkml.matmul ins(%x, %v : memref<1x2xf32>, memref<2x3xf32>) outs(%b : memref<1x3xf32>)
      return %a, %b : memref<1x3xf32>, memref<1x3xf32>
    }`;
  const product = (a: number, b: number, last: number): number[] => [a + b * 0.25, -2 * a + 4 * b, 0.5 * a + last * b];

  test('weights stand in the body, and other weights make another body', () => {
    const translation = translateText(gemm);
    const ir = moduleText(translation.llvmModule);
    expect(count(ir, /^define internal void @zkml\.matmul\.[^\n]*\(ptr %\d+, ptr %\d+, ptr %\d+\)/gm)).toBe(2); // y, its signs, x
    expect(runCircuit(translation, [[3, -2]]).outputs).toEqual([product(3, -2, -1), product(3, -2, 1)]);
  });

  test('declare passes weights by pointer', () => {
    const ir = moduleText(translateText(gemm, { intrinsicMode: 'declare' }).llvmModule);
    expect(count(ir, /^declare void @zkml\.matmul\.[^\n]*\(ptr, ptr, ptr\)/gm)).toBe(1);
  });
});
