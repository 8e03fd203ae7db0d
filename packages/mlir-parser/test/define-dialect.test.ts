import { createContext, defineDialect, parseModule, printModule, SourceFile, verifyModule, type DialectDefinition } from '../src/index.js';

const poly = defineDialect({
  name: 'poly',
  summary: 'Polynomials, for the tests.',
  operations: {
    square: { summary: 'x²', operands: { x: 'float' }, results: { y: 'float' }, traits: ['Pure', 'SameOperandsAndResultType'], format: '$x attr-dict `:` type($x)' },
    sum: { summary: 'Σ xᵢ', operands: { xs: 'f32*' }, results: { y: 'f32' }, attributes: { name: 'string?' }, format: '$xs (`named` $name^)? attr-dict' },
    power: {
      summary: 'xⁿ', operands: { x: 'f32' }, results: { y: 'f32' }, attributes: { exponent: 'i64' }, format: '$x `to` $exponent attr-dict',
      verify: (op) => {
        const exponent = op.attribute('exponent');
        return exponent?.kind === 'integer' && exponent.value < 0n ? ['has a negative exponent'] : [];
      },
    },
    opaque: { summary: 'no custom form', operands: { m: 'memref' }, attributes: { exact: 'unit' } },
  },
});

function roundTrip(body: string): string {
  const context = createContext();
  poly.register(context);
  const module = parseModule(new SourceFile('poly.mlir', `func.func @f(%a: f32, %d: f64, %m: memref<2xf32>) {\n${body}\nreturn\n}`), context);
  verifyModule(module, context);
  const lines = printModule(module).split('\n').map((line) => line.trim());
  return lines.slice(2, lines.indexOf('return')).join('\n');
}

test.each([
  '%0 = poly.square %arg0 : f32',
  '%0 = poly.square %arg1 {note = "x"} : f64',
  '%0 = poly.sum %arg0, %arg0, %arg0',
  '%0 = poly.sum  named "s"',
  '%0 = poly.power %arg0 to 3',
  '"poly.opaque"(%arg2) <{exact}> : (memref<2xf32>) -> ()',
])('%s is printed as it is written', (text) => {
  expect(roundTrip(text.replaceAll('%arg0', '%a').replaceAll('%arg1', '%d').replaceAll('%arg2', '%m'))).toBe(text);
});

test.each([
  ['%0 = "poly.square"(%a) : (f32) -> f64', 'requires the same type for all operands and results'],
  ['%0 = "poly.power"(%d) <{exponent = 2}> : (f64) -> f32', 'operand #0 must be 32-bit float'],
  ['%0 = poly.power %a to -1', "'poly.power' op has a negative exponent"],
  ['%0 = "poly.power"(%a) : (f32) -> f32', "requires attribute 'exponent'"],
  ['"poly.cube"(%a) : (f32) -> ()', 'poly.cube'],
])('%s is refused', (text, message) => {
  expect(() => roundTrip(text)).toThrow(message);
});

test('a context has one dialect of a name', () => {
  const context = createContext();
  poly.register(context);
  expect(() => poly.register(context)).toThrow("there are two dialects named 'poly'");
  expect(() => defineDialect({ name: 'arith', summary: '', operations: {} }).register(context)).toThrow("'arith'");
});

const withOperation = (operation: DialectDefinition['operations'][string]): DialectDefinition => ({ name: 'd', summary: '', operations: { op: operation } });

test.each<[string, DialectDefinition]>([
  ["'My-dialect' is no name for a dialect", { name: 'My-dialect', summary: '', operations: {} }],
  ["'d.Op' is no name for an operation", { name: 'd', summary: '', operations: { Op: { summary: '' } } }],
  ["'x' of 'd.op' has the constraint 'real', but there are only any, index", withOperation({ summary: '', operands: { x: 'real' as 'float' } })],
  ["attribute 'n' of 'd.op' has the constraint 'i7'", withOperation({ summary: '', attributes: { n: 'i7' as 'i64' } })],
  ["the format of 'd.op' does not tell the type of 'x'", withOperation({ summary: '', operands: { x: 'any' }, format: '$x' })],
  ['bad assembly format', withOperation({ summary: '', format: '$x @' })],
])('%s', (message, definition) => {
  expect(() => defineDialect(definition)).toThrow(message);
});
