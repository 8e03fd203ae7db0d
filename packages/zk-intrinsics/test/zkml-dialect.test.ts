import { createContext, DiagnosticError, parseModule, printModule, SourceFile, verifyModule } from '@mlir2zk/mlir-parser';
import { instanceOf, intrinsicOf, intrinsics, registerZkmlDialect } from '../src/index.js';

function parse(body: string, args: string) {
  const context = createContext();
  registerZkmlDialect(context, intrinsics);
  const text = `func.func @f(${args}) {\n  ${body}\n  return\n}`;
  const module = parseModule(new SourceFile('test.mlir', text), context);
  verifyModule(module, context);
  return module;
}

const poolArgs = '%x: memref<1x1x28x28xf32>, %y: memref<1x1x14x14xf32>';
const pool = (attributes: string): string =>
  `zkml.max_pool ins(%x : memref<1x1x28x28xf32>) outs(%y : memref<1x1x14x14xf32>) {${attributes}}`;
const poolAttributes = 'dilations = [1, 1], kernel = [2, 2], pads = [0, 0, 0, 0], strides = [2, 2]';
const gemmArgs = '%a: memref<4x3xf32>, %b: memref<3x5xf32>, %c: memref<5xf32>, %y: memref<4x5xf32>';
const gemm = (attributes = ''): string =>
  `zkml.gemm ins(%a, %b, %c : memref<4x3xf32>, memref<3x5xf32>, memref<5xf32>) outs(%y : memref<4x5xf32>)${attributes}`;

test.each([
  [pool(poolAttributes), poolArgs],
  [gemm(), gemmArgs],
  [gemm(' {alpha = 5.000000e-01 : f64}'), gemmArgs],
  ['zkml.relu ins(%x : memref<2xf32>) outs(%y : memref<2xf32>)', '%x: memref<2xf32>, %y: memref<2xf32>'],
  ['zkml.matmul ins(%x, %x : memref<2x2xf32>, memref<2x2xf32>) outs(%y : memref<2x2xf32>)', '%x: memref<2x2xf32>, %y: memref<2x2xf32>'],
])('%s prints as it was written', (body, args) => {
  const names = [...args.matchAll(/%(\w+)/g)].map(([, name]) => name);
  const expected = body.replaceAll(/%(\w+)/g, (_match, name: string) => `%arg${names.indexOf(name)}`);
  expect(printModule(parse(body, args))).toContain(`    ${expected}\n`);
});

test('an operation knows its intrinsic and instance', () => {
  let found = 0;
  parse(gemm(' {beta = 2.0, transpose_b = false}').replace(', transpose_b = false', ''), gemmArgs).walk((op) => {
    const intrinsic = intrinsicOf(op);
    if (intrinsic === undefined) return;
    found++;
    const instance = instanceOf(intrinsic, op);
    expect(instance.attributes).toEqual({ alpha: 1, beta: 2, transpose_a: false, transpose_b: false });
    expect(instance.inputs.map(({ shape }) => shape)).toEqual([[4, 3], [3, 5], [5]]);
    expect(intrinsic.suffix(instance)).toBe('4x3.3x5.5.beta4000000000000000');
  });
  expect(found).toBe(1);
});

const mistakes: readonly (readonly [string, string, string])[] = [
  [pool(poolAttributes.replace('[2, 2], pads', '[2], pads')), poolArgs, "'zkml.max_pool': kernel needs 2 entries, but has 1"],
  [pool(poolAttributes.replace('pads = [0, 0', 'pads = [0, -1')), poolArgs, 'pads are not negative'],
  [pool(poolAttributes.replace('strides = [2, 2]', 'strides = [3, 2]')), poolArgs, 'windows along axis 2 reach behind the padding'],
  [pool(poolAttributes.replace('pads = [0, 0, 0, 0]', 'pads = [2, 0, 0, 0]')), poolArgs, 'window 0 along axis 2 holds no element of x'],
  [pool('kernel = [2, 2]'), poolArgs, "'zkml.max_pool' needs attribute 'strides', an array of i64"],
  [pool(poolAttributes.replace('kernel = [2, 2]', 'kernel = 2')), poolArgs, "needs attribute 'kernel', an array of i64"],
  [gemm(' {alpha = 0x7FF0000000000000 : f64}'), gemmArgs, "needs attribute 'alpha', a finite f64"],
  [gemm(' {transpose_a}'), gemmArgs, 'a sums over 4 elements but b over 3'],
  [gemm().replaceAll('memref<5xf32>', 'memref<4xf32>'), gemmArgs.replace('memref<5xf32>', 'memref<4xf32>'), 'c is 4 and does not broadcast to y'],
  ['zkml.relu ins(%x : memref<2xf32>) outs(%y : memref<3xf32>)', '%x: memref<2xf32>, %y: memref<3xf32>', "'zkml.relu': x is 2 but y is 3"],
  ['zkml.relu ins(%x : memref<?xf32>) outs(%y : memref<?xf32>)', '%x: memref<?xf32>, %y: memref<?xf32>', 'memrefs of static shape'],
  ['zkml.relu ins(%x : memref<2xf32>) outs(%x : memref<2xf32>)', '%x: memref<2xf32>', 'writes an array that it reads'],
  ['zkml.relu ins(%x, %x : memref<2xf32>, memref<2xf32>) outs(%y : memref<2xf32>)', '%x: memref<2xf32>, %y: memref<2xf32>', "takes 1 arrays and writes 1, but has 3 operands in all"],
  ['zkml.matmul ins(%x, %x : memref<2x3xf32>, memref<2x3xf32>) outs(%y : memref<2x3xf32>)', '%x: memref<2x3xf32>, %y: memref<2x3xf32>', 'a sums over 3 elements but b over 2'],
  ['zkml.softplus ins(%x : memref<2xf32>) outs(%y : memref<2xf32>)', '%x: memref<2xf32>, %y: memref<2xf32>', 'zkml.softplus'],
  ['zkml.relu ins(%x memref<2xf32>) outs(%y : memref<2xf32>)', '%x: memref<2xf32>, %y: memref<2xf32>', "expected ':'"],
];

test.each(mistakes)('%s is wrong', (body, args, message) => {
  let error: unknown;
  try {
    parse(body, args);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(DiagnosticError);
  const [diagnostic] = (error as DiagnosticError).diagnostics;
  expect(diagnostic.message).toContain(message);
  expect(diagnostic.range?.file.positionAt(diagnostic.range.start).line).toBe(2);
});

test('every record is complete', () => {
  for (const intrinsic of intrinsics) {
    expect(intrinsic.summary).toMatch(/\.$/);
    expect(intrinsic.formal).toContain('=');
    expect([...intrinsic.operands, ...intrinsic.results].every(({ summary }) => summary !== '')).toBe(true);
  }
  expect(new Set(intrinsics.map(({ name }) => name)).size).toBe(intrinsics.length);
});
