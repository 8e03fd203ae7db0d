import { createContext, DiagnosticError, parseModule, printOperation, SourceFile, type Operation } from '@mlir2zk/mlir-parser';
import {
  definePass, irPrinting, OperationPassManager, parsePassPipeline, passInstance, PassManager, PassRegistry, PassTiming,
  type Pass, type RunOptions,
} from '../../src/index.js';

const text = `module {
  func.func @f(%a: i32) -> i32 {
    %b = arith.addi %a, %a : i32
    return %b : i32
  }
  func.func private @g()
}`;

function run(passes: readonly Pass[], pipeline: string, options: RunOptions = {}): Operation {
  const context = createContext();
  const module = parseModule(new SourceFile('test.mlir', text), context);
  new PassManager(context, parsePassPipeline(pipeline, new PassRegistry(passes)), options).run(module);
  return module;
}

const seen = (into: string[]) =>
  definePass({ name: 'see', summary: 'Sees.', run: (op) => void into.push(op.name) });

test('nested passes run on each operation they are for, in order', () => {
  const into: string[] = [];
  run([seen(into)], 'builtin.module(see,func.func(see,see),any(see))');
  expect(into).toEqual([
    'builtin.module', 'func.func', 'func.func', 'func.func', 'func.func', 'func.func', 'func.func',
  ]);
});

test('a pass restricted to functions is nested when it is added to a list for modules', () => {
  const restricted = definePass({ name: 'inner', summary: '', anchor: 'func.func', run: () => undefined });
  const free = definePass({ name: 'outer', summary: '', run: () => undefined });
  const manager = new OperationPassManager('builtin.module');
  for (const pass of [free, restricted, restricted, free]) manager.add(passInstance(pass));
  expect(manager.toString()).toBe('builtin.module(outer,func.func(inner,inner),outer)');
  expect(() => passInstance(free, [['size', 1]])).toThrow("pass 'outer' has no option 'size'");
});

test('options reach the pass with their types', () => {
  let got: unknown;
  const pass = definePass({
    name: 'take', summary: '',
    options: { size: { kind: 'integer', default: 1, summary: '' }, names: { kind: 'list', default: ['x'], summary: '' } },
    run: (_op, { options }) => void (got = [options.size + 1, options.names.length]),
  });
  run([pass], 'builtin.module(take{size=41})');
  expect(got).toEqual([42, 1]);
});

test('a pass that breaks the IR is named', () => {
  const pass = definePass({
    name: 'break-it', summary: '',
    run: (op) => op.walk((inner) => {
      if (inner.name === 'func.return') inner.setOperands([]);
    }),
  });
  expect(() => run([pass], 'builtin.module(break-it)')).toThrow(/test\.mlir:4:5: error:[^]*valid before pass 'break-it' and is not after it/);
});

test('a pipeline for another operation is refused', () => {
  expect(() => run([], 'func.func()')).toThrow("the pipeline is for 'func.func', but the operation is a 'builtin.module'");
});

test('IR is printed before and after passes, as mlir-opt prints it', () => {
  const written: string[] = [];
  const printing = irPrinting({
    before: new Set(['see']), after: 'all', afterFailure: true, print: (op) => printOperation(op), write: (chunk) => written.push(chunk),
  });
  const fail = definePass({
    name: 'fail', summary: '',
    run() {
      throw new DiagnosticError({ severity: 'error', message: 'no' });
    },
  });
  expect(() => run([seen([]), fail], 'builtin.module(func.func(see),fail)', { instrumentations: [printing] })).toThrow('no');
  const headers = written.map((chunk) => chunk.split('\n')[0]);
  expect(headers).toEqual([
    '// -----// IR Dump Before see //----- //', '// -----// IR Dump After see //----- //',
    '// -----// IR Dump Before see //----- //', '// -----// IR Dump After see //----- //',
    '// -----// IR Dump After fail Failed //----- //',
  ]);
  expect(written[1]).toContain('func.func @f(%arg0: i32) -> i32 {\n');
});

test('times are reported per pass and pipeline', () => {
  const timing = new PassTiming();
  timing.measure('Parser', () => undefined);
  run([seen([])], 'builtin.module(func.func(see),see)', { instrumentations: [timing] });
  const names = timing.report().split('\n').map((line) => line.slice(21)).slice(6);
  expect(names).toEqual(['Parser', "'func.func' Pipeline", '  see', 'see', 'Rest', 'Total', '']);
});
