import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, parseModule, printModule, SourceFile, verifyOperation, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { registerZkmlDialect, intrinsics } from '@mlir2zk/zk-intrinsics';
import { askOracle, describeWithOracles } from '../../../../test/oracle.js';
import { InterpretationError, NestInterpreter, parsePassPipeline, PassManager, passRegistry } from '../../src/index.js';

const normalisation = 'builtin.module(func.func(affine-raise-index),canonicalize,cse,promote-single-iterations,canonicalize)';

function parse(text: string): { context: ReturnType<typeof createContext>; module: Operation } {
  const context = createContext();
  registerZkmlDialect(context, intrinsics);
  return { context, module: parseModule(new SourceFile('test.mlir', text), context) };
}

function run(text: string, pipeline: string): string {
  const { context, module } = parse(text);
  new PassManager(context, parsePassPipeline(pipeline, passRegistry)).run(module);
  return printModule(module);
}

/** The body of the only function, after `passes`. */
function body(passes: string, text: string, args = '%m: memref<8xf32>, %i: index, %n: i32, %x: f32'): string {
  const lines = run(`func.func @f(${args}) {\n${text}\nreturn\n}`, `builtin.module(${passes})`).split('\n');
  const start = lines.findIndex((line) => line.includes('func.func'));
  return lines.slice(start + 1, lines.lastIndexOf('    return')).map((line) => line.slice(4)).join('\n');
}

describe('canonicalize', () => {
  test.each([
    ['integer constants', '%a = arith.constant 5 : i8\n%b = arith.constant 100 : i8\n%r = arith.muli %a, %b : i8\n"test.use"(%r) : (i8) -> ()', '%c-12_i8 = arith.constant -12 : i8\n"test.use"(%c-12_i8) : (i8) -> ()'],
    ['division rounds down', '%a = arith.constant -7 : index\n%b = arith.constant 2 : index\n%r = arith.floordivsi %a, %b : index\n"test.use"(%r) : (index) -> ()', '%c-4 = arith.constant -4 : index\n"test.use"(%c-4) : (index) -> ()'],
    ['no division by zero', '%a = arith.constant 7 : index\n%b = arith.constant 0 : index\n%r = arith.divsi %a, %b : index\n"test.use"(%r) : (index) -> ()', '%c7 = arith.constant 7 : index\n%c0 = arith.constant 0 : index\n%0 = arith.divsi %c7, %c0 : index\n"test.use"(%0) : (index) -> ()'],
    ['f32 constants are rounded to f32', '%a = arith.constant 16777216.0 : f32\n%b = arith.constant 1.0 : f32\n%r = arith.addf %a, %b : f32\n"test.use"(%r) : (f32) -> ()', '%cst = arith.constant 0x4B800000 : f32\n"test.use"(%cst) : (f32) -> ()'],
    ['x * 1', '%a = arith.constant 1.0 : f32\n%r = arith.mulf %a, %x : f32\n"test.use"(%r) : (f32) -> ()', '"test.use"(%arg3) : (f32) -> ()'],
    ['x + 0.0 stays', '%a = arith.constant 0.0 : f32\n%r = arith.addf %x, %a : f32\n"test.use"(%r) : (f32) -> ()', '%cst = arith.constant 0.000000e+00 : f32\n%0 = arith.addf %arg3, %cst : f32\n"test.use"(%0) : (f32) -> ()'],
    ['an integer maximum', '%a = arith.constant 3 : i32\n%c = arith.cmpi sge, %n, %a : i32\n%r = arith.select %c, %a, %n : i32\n"test.use"(%r) : (i32) -> ()', '%c3_i32 = arith.constant 3 : i32\n%0 = arith.minsi %c3_i32, %arg2 : i32\n"test.use"(%0) : (i32) -> ()'],
    ['a float comparison stays', '%c = arith.cmpf ogt, %x, %x : f32\n%r = arith.select %c, %x, %x : f32\n"test.use"(%r) : (f32) -> ()', '%0 = arith.cmpf ogt, %arg3, %arg3 : f32\n%1 = arith.select %0, %arg3, %arg3 : f32\n"test.use"(%1) : (f32) -> ()'],
    ['composed maps', 'affine.for %j = 0 to 4 {\n%a = affine.apply affine_map<(d0) -> (d0 + 1)>(%j)\n%b = affine.apply affine_map<(d0, d1) -> (d0 + d1)>(%a, %j)\n%v = affine.load %m[%b] : memref<8xf32>\n"test.use"(%v) : (f32) -> ()\n}', 'affine.for %arg4 = 0 to 4 {\n  %0 = affine.load %arg0[%arg4 * 2 + 1] : memref<8xf32>\n  "test.use"(%0) : (f32) -> ()\n}'],
    ['loop variables as symbols', 'affine.for %j = 0 to 4 {\n%a = affine.apply affine_map<()[s0] -> (s0 + 2)>()[%j]\n%v = affine.load %m[%a] : memref<8xf32>\n"test.use"(%v) : (f32) -> ()\n}', 'affine.for %arg4 = 0 to 4 {\n  %0 = affine.load %arg0[%arg4 + 2] : memref<8xf32>\n  "test.use"(%0) : (f32) -> ()\n}'],
    ['constant symbols of bounds', '%c2 = arith.constant 2 : index\n%c8 = arith.constant 8 : index\naffine.for %j = 0 to min affine_map<()[s0, s1] -> (s0 ceildiv s1, s1 * s1)>()[%c8, %c2] {\n"test.use"(%j) : (index) -> ()\n}', 'affine.for %arg4 = 0 to min affine_map<() -> (4, 4)>() {\n  "test.use"(%arg4) : (index) -> ()\n}'],
    ['loops without iterations', '%v = affine.for %j = 3 to 3 iter_args(%acc = %x) -> (f32) {\n%w = arith.addf %acc, %acc : f32\naffine.yield %w : f32\n}\n"test.use"(%v) : (f32) -> ()', '"test.use"(%arg3) : (f32) -> ()'],
  ])('%s', (_name, before, after) => {
    const expected = after.replace('min affine_map<() -> (4, 4)>()', 'min #map()');
    expect(body('canonicalize', before)).toBe(expected);
  });
});

test('affine-raise-index', () => {
  const before = `affine.for %j = 0 to 2 {
    %c3 = arith.constant 3 : index
    %a = arith.muli %j, %c3 : index
    %b = arith.addi %a, %j : index
    %v = memref.load %m[%b] : memref<8xf32>
    %w = arith.addi %a, %i : index
    memref.store %v, %m[%w] : memref<8xf32>
  }`;
  expect(body('func.func(affine-raise-index),canonicalize', before)).toBe(`affine.for %arg4 = 0 to 2 {
  %0 = affine.apply #map(%arg4)
  %1 = affine.load %arg0[%arg4 * 4] : memref<8xf32>
  %2 = arith.addi %0, %arg1 : index
  memref.store %1, %arg0[%2] : memref<8xf32>
}`);
});

test('promote-single-iterations', () => {
  const before = `%r = affine.for %j = 3 to 5 step 2 iter_args(%acc = %x) -> (f32) {
    %v = affine.load %m[%j] : memref<8xf32>
    %w = arith.addf %acc, %v : f32
    affine.yield %w : f32
  }
  "test.use"(%r) : (f32) -> ()`;
  expect(body('promote-single-iterations,canonicalize', before)).toBe(`%0 = affine.load %arg0[3] : memref<8xf32>
%1 = arith.addf %arg3, %0 : f32
"test.use"(%1) : (f32) -> ()`);
});

test('cse sees outer blocks, but not siblings', () => {
  const before = `%a = arith.addi %i, %i : index
  affine.for %j = 0 to 2 {
    %b = arith.addi %i, %i : index
    %c = arith.addi %j, %b : index
    "test.use"(%c) : (index) -> ()
  }
  affine.for %j = 0 to 2 {
    %c = arith.addi %j, %a : index
    "test.use"(%c) : (index) -> ()
  }`;
  expect(body('cse', before)).toBe(`%0 = arith.addi %arg1, %arg1 : index
affine.for %arg4 = 0 to 2 {
  %1 = arith.addi %arg4, %0 : index
  "test.use"(%1) : (index) -> ()
}
affine.for %arg4 = 0 to 2 {
  %1 = arith.addi %arg4, %0 : index
  "test.use"(%1) : (index) -> ()
}`);
});

const corpus = join(import.meta.dirname, '../../../../test/corpus');
const files = ['node', 'pytorch-converted', 'pytorch-operator']
  .flatMap((suite) => readdirSync(join(corpus, suite)).map((file) => join(suite, file)))
  .filter((file) => file.endsWith('.O0.mlir'))
  .filter((_, i) => i % 6 === 0);

/** Runs a function on arrays that depend on their place only; the contents of all arrays of the function afterwards. */
function execute(func: Operation): Float64Array[] | undefined {
  const interpreter = new NestInterpreter(20_000);
  const entry = func.region(0).entry;
  if (entry === undefined) return undefined;
  const fill = (memref: Value, seed: number): void => {
    if (memref.type.kind !== 'memref') throw new InterpretationError('no array');
    const size = memref.type.shape.reduce((a, b) => a * b, 1);
    interpreter.arrays.set(memref, Float64Array.from({ length: size }, (_, i) => (((i * 37 + seed * 11) % 64) - 32) / 8));
  };
  const outputs: Value[] = [];
  try {
    entry.arguments.forEach(fill);
    for (const op of entry.operations()) {
      if (op.name === 'func.return') outputs.push(...op.operands);
      else if (op.name === 'krnl.global') fill(op.result(0), 5);
      else if (op.name !== 'arith.constant') interpreter.run(op);
    }
  } catch (error) {
    if (error instanceof InterpretationError) return undefined;
    throw error;
  }
  return [...entry.arguments, ...outputs].map((value) => interpreter.arrays.get(value) ?? new Float64Array());
}

const functionOf = (module: Operation): Operation | undefined =>
  [...(module.region(0).entry?.operations() ?? [])].find((op) => op.name === 'func.func');

test('normalised models compute the same', () => {
  let compared = 0;
  for (const file of files) {
    const { context, module } = parse(readFileSync(join(corpus, file), 'utf8'));
    const func = functionOf(module);
    const before = func === undefined ? undefined : execute(func);
    if (func === undefined || before === undefined) continue;
    new PassManager(context, parsePassPipeline(normalisation, passRegistry)).run(module);
    expect(verifyOperation(module, context)).toEqual([]);
    expect([file, execute(func)]).toEqual([file, before]);
    compared++;
  }
  expect(compared).toBeGreaterThan(20);
});

describeWithOracles('mlir-opt accepts normalised models', ['mlir-opt-19'], () => {
  test('a tenth of them', () => {
    for (const file of files.filter((_, i) => i % 10 === 0)) {
      const normalised = run(readFileSync(join(corpus, file), 'utf8'), normalisation);
      const { status, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', '-o', '/dev/null'], normalised);
      expect([file, status, stderr]).toEqual([file, 0, '']);
    }
  });
});
