import { createContext, parseModule, printModule, SourceFile } from '@mlir2zk/mlir-parser';
import { applyPatternsGreedily, definePattern, type RewritePattern } from '../../src/index.js';

function rewrite(body: string, patterns: readonly RewritePattern[]): { changed: boolean; body: string } {
  const context = createContext();
  const module = parseModule(new SourceFile('test.mlir', `func.func @f(%a: i32, %b: i32) {\n${body}\nreturn\n}`), context);
  const changed = applyPatternsGreedily(module, context, patterns);
  const lines = printModule(module).split('\n').map((line) => line.trim());
  return { changed, body: lines.slice(2, lines.indexOf('return')).join('\n') };
}

/** x + x becomes x << 1 where the shift is already there to see; here: "two"(x). */
const double = definePattern({
  name: 'double',
  operations: ['arith.addi'],
  match: (op) => (op.operand(0) === op.operand(1) ? op.operand(0) : undefined),
  rewrite: (op, value, rewriter) => void rewriter.replaceOpWithNew(op, { name: 'test.two', operands: [value], resultTypes: [value.type] }),
});

test('a chain is rewritten to its end, and what becomes dead is erased', () => {
  const result = rewrite(
    '%x = arith.addi %a, %a : i32\n%y = arith.addi %x, %x : i32\n%dead = arith.muli %y, %b : i32\n"test.use"(%y) : (i32) -> ()',
    [double],
  );
  expect(result).toEqual({
    changed: true,
    body: '%0 = "test.two"(%arg0) : (i32) -> i32\n%1 = "test.two"(%0) : (i32) -> i32\n"test.use"(%1) : (i32) -> ()',
  });
});

test('nothing to do', () => {
  const text = '%0 = arith.addi %arg0, %arg1 : i32\n"test.use"(%0) : (i32) -> ()';
  expect(rewrite(text.replaceAll('%arg0', '%a').replaceAll('%arg1', '%b'), [double])).toEqual({ changed: false, body: text });
});

test('the pattern of greatest benefit comes first', () => {
  const applied: string[] = [];
  const pattern = (name: string, benefit: number) =>
    definePattern<true>({
      name, benefit, operations: ['test.a'],
      match: () => true,
      rewrite(op, _match, rewriter) {
        applied.push(name);
        rewriter.eraseOp(op);
      },
    });
  rewrite('"test.a"() : () -> ()', [pattern('low', 1), pattern('high', 2)]);
  expect(applied).toEqual(['high']);
});

test('patterns that undo each other are named', () => {
  const swap = definePattern<true>({
    name: 'swap operands',
    operations: ['arith.addi'],
    match: () => true,
    rewrite: (op, _match, rewriter) => rewriter.modify(op, () => op.setOperands(op.operands.toReversed())),
  });
  expect(() => rewrite('%x = arith.addi %a, %b : i32\n"test.use"(%x) : (i32) -> ()', [swap])).toThrow("the last pattern was 'swap operands'");
});

test('an operation that is used cannot be erased', () => {
  const erase = definePattern<true>({
    name: 'erase', operations: ['arith.addi'], match: () => true, rewrite: (op, _match, rewriter) => rewriter.eraseOp(op),
  });
  expect(() => rewrite('%x = arith.addi %a, %b : i32\n"test.use"(%x) : (i32) -> ()', [erase])).toThrow("erased 'arith.addi' while result 0 is still used");
});

test('new operations have the default values of their inherent attributes', () => {
  const context = createContext();
  const module = parseModule(new SourceFile('test.mlir', 'func.func @f(%a: f32) -> f32 {\n%0 = math.absf %a : f32\nreturn %0 : f32\n}'), context);
  const square = definePattern<true>({
    name: 'square', operations: ['math.absf'], match: () => true,
    rewrite: (op, _match, rewriter) => void rewriter.replaceOpWithNew(op, { name: 'arith.mulf', operands: [op.operand(0), op.operand(0)], resultTypes: [op.operand(0).type] }),
  });
  applyPatternsGreedily(module, context, [square]);
  expect(printModule(module, { generic: true })).toContain('"arith.mulf"(%arg0, %arg0) <{fastmath = #arith.fastmath<none>}>');
});
