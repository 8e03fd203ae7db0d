import { DiagnosticError } from '@mlir2zk/mlir-parser';
import { definePass, parsePassPipeline, PassRegistry } from '../../src/index.js';

const tile = definePass({
  name: 'tile', summary: 'Tiles.', anchor: 'func.func',
  options: {
    size: { kind: 'integer', default: 4, summary: 'of a tile' },
    sizes: { kind: 'list', default: [], summary: 'of each loop' },
    separate: { kind: 'boolean', default: false, summary: 'full tiles from others' },
    label: { kind: 'string', default: '', summary: 'of the loops' },
  },
  run: () => undefined,
});
const clean = definePass({ name: 'clean-up', summary: 'Cleans.', run: () => undefined });
const registry = new PassRegistry([tile, clean]);

test.each([
  ['builtin.module()', 'builtin.module()'],
  ['builtin.module(clean-up,clean-up)', 'builtin.module(clean-up,clean-up)'],
  [' builtin.module ( clean-up )', undefined],
  ['builtin.module(\n func.func( tile{ size=8  separate } ) , clean-up )', 'builtin.module(func.func(tile{size=8 sizes= separate=true label=}),clean-up)'],
  ['builtin.module(func.func(tile{sizes=1,2,3 label="a {b} c"}))', `builtin.module(func.func(tile{size=4 sizes=1,2,3 separate=false label='a {b} c'}))`],
  ['builtin.module(builtin.module(func.func(clean-up)))', 'builtin.module(builtin.module(func.func(clean-up)))'],
])('%s', (text, expected) => {
  if (expected === undefined) {
    expect(() => parsePassPipeline(text, registry)).toThrow(DiagnosticError);
    return;
  }
  const manager = parsePassPipeline(text, registry);
  expect(manager.toString()).toBe(expected);
  expect(parsePassPipeline(manager.toString(), registry).toString()).toBe(expected);
});

/** Message, and where: the column of the caret. */
const errors: readonly (readonly [string, string, number])[] = [
  ['clean-up', "expected pass pipeline to be wrapped with the anchor operation type, e.g. 'builtin.module(...)'", 1],
  ['', 'expected pass pipeline to be wrapped', 1],
  ['builtin.module(foo)', "'foo' does not refer to a registered pass or pass pipeline", 16],
  ['builtin.module(clean-up,)', "'' does not refer to a registered pass or pass pipeline", 25],
  ['builtin.module(clean-up', "this '(' is not closed", 15],
  ['builtin.module(clean-up tile)', "expected ',' or ')' after a pass", 25],
  ['builtin.module(clean-up))', 'expected the end of the pipeline', 25],
  ['builtin.module(tile)', "restricted to 'func.func' on a pass manager intended to run on 'builtin.module', did you intend to nest?", 16],
  ['builtin.module(func.func(tile{size=x}))', "option 'size' of pass 'tile' takes a value of kind integer", 36],
  ['builtin.module(func.func(tile{size}))', "option 'size' of pass 'tile' takes a value of kind integer", 31],
  ['builtin.module(func.func(tile{separate=maybe}))', "takes a value of kind boolean", 40],
  ['builtin.module(func.func(tile{depth=1}))', "pass 'tile' has no option 'depth' (it has: size, sizes, separate, label)", 31],
  ['builtin.module(clean-up{a=1})', "pass 'clean-up' has no option 'a'", 25],
  ['builtin.module(func.func(tile{size=1))', "this '{' is not closed", 30],
  ['builtin.module(func.func(tile{label="a}))', 'this quote is not closed', 37],
];

test.each(errors)('%s is wrong', (text, message, column) => {
  let error: unknown;
  try {
    parsePassPipeline(text, registry);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(DiagnosticError);
  const [diagnostic] = (error as DiagnosticError).diagnostics;
  expect(diagnostic.message).toContain(message);
  expect(diagnostic.range?.file.positionAt(diagnostic.range.start)).toEqual({ line: 1, column });
});

test('names of passes are checked and unique', () => {
  expect(() => definePass({ name: 'CleanUp', summary: '', run: () => undefined })).toThrow('kebab-case');
  expect(() => registry.register(definePass({ name: 'tile', summary: '', run: () => undefined }))).toThrow("two passes named 'tile'");
  expect(registry.list().map(({ name }) => name)).toEqual(['clean-up', 'tile']);
});
