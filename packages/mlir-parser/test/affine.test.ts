import fc from 'fast-check';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import {
  affineMapText, AffineUniquer, compileAffineMap, composeAffineMaps, createContext, evaluateAffineExpr, evaluateAffineMap, integerSetContains,
  parseModule, SourceFile, type AffineMap, type IntegerSet,
} from '../src/index.js';

/** An expression as written, before anything simplifies it. */
type Written =
  | { readonly kind: 'dim' | 'symbol'; readonly position: number }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: '+' | '-' | '*' | 'floordiv' | 'ceildiv' | 'mod'; readonly lhs: Written; readonly rhs: Written };

const DIMS = 3;
const SYMBOLS = 2;
const constant = (minimum: number, maximum: number): fc.Arbitrary<Written> =>
  fc.integer({ min: minimum, max: maximum }).map((value) => ({ kind: 'constant', value }));

/** Semi-affine: factors and divisors are constants or symbols; symbols take positive values, so that all is defined. */
const { expression } = fc.letrec<{ expression: Written; leaf: Written; sum: Written; product: Written; quotient: Written }>((tie) => ({
  expression: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('sum'), tie('product'), tie('quotient')),
  leaf: fc.oneof(
    fc.nat(DIMS - 1).map((position): Written => ({ kind: 'dim', position })),
    fc.nat(SYMBOLS - 1).map((position): Written => ({ kind: 'symbol', position })),
    constant(-9, 9),
  ),
  sum: fc.record({ kind: fc.constantFrom('+' as const, '-' as const), lhs: tie('expression'), rhs: tie('expression') }),
  product: fc.record({ kind: fc.constant('*' as const), lhs: tie('expression'), rhs: constant(-6, 6) }),
  quotient: fc.record({
    kind: fc.constantFrom('floordiv' as const, 'ceildiv' as const, 'mod' as const),
    lhs: tie('expression'),
    rhs: fc.oneof(constant(1, 7), fc.nat(SYMBOLS - 1).map((position): Written => ({ kind: 'symbol', position }))),
  }),
}));

function textOf(written: Written): string {
  switch (written.kind) {
    case 'dim':
      return `d${written.position}`;
    case 'symbol':
      return `s${written.position}`;
    case 'constant':
      return String(written.value);
    default:
      return `(${textOf(written.lhs)} ${written.kind} ${textOf(written.rhs)})`;
  }
}

function valueOf(written: Written, dims: readonly number[], symbols: readonly number[]): number {
  if ('position' in written) return (written.kind === 'dim' ? dims : symbols)[written.position];
  if (written.kind === 'constant') return written.value;
  const lhs = valueOf(written.lhs, dims, symbols);
  const rhs = valueOf(written.rhs, dims, symbols);
  switch (written.kind) {
    case '+':
      return lhs + rhs;
    case '-':
      return lhs - rhs;
    case '*':
      return lhs * rhs;
    case 'floordiv':
      return Math.floor(lhs / rhs);
    case 'ceildiv':
      return Math.ceil(lhs / rhs);
    case 'mod':
      return ((lhs % rhs) + rhs) % rhs;
  }
}

const mapText = (results: readonly string[]): string => `affine_map<(d0, d1, d2)[s0, s1] -> (${results.join(', ')})>`;

function parseAttribute(text: string): AffineMap | IntegerSet {
  const module = parseModule(new SourceFile('-', `"t.op"() {a = ${text}} : () -> ()`), createContext());
  const attribute = module.region(0).blocks[0].firstOperation?.attribute('a');
  if (attribute?.kind === 'affine-map-attr') return attribute.map;
  if (attribute?.kind === 'integer-set-attr') return attribute.set;
  throw new Error(`no map or set: ${text}`);
}

function parseMap(text: string): AffineMap {
  const map = parseAttribute(text);
  if (map.kind !== 'affine-map') throw new Error(`no map: ${text}`);
  return map;
}

const point = fc.tuple(
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: DIMS, maxLength: DIMS }),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: SYMBOLS, maxLength: SYMBOLS }),
);

test('simplification keeps the value', () => {
  fc.assert(
    fc.property(expression, point, (written, [dims, symbols]) => {
      const map = parseMap(mapText([textOf(written)]));
      expect(evaluateAffineMap(map, dims, symbols)).toEqual([valueOf(written, dims, symbols) + 0]);
      expect(compileAffineMap(map)(dims, symbols, [0])).toEqual([valueOf(written, dims, symbols) + 0]);
    }),
    { numRuns: 300 },
  );
});

test('the text of a map parses to a map of the same values', () => {
  // Not always to the same map: MLIR's simplification, which this follows, does not reach its fixed point in one step.
  fc.assert(
    fc.property(fc.array(expression, { maxLength: 3 }), point, (results, [dims, symbols]) => {
      const map = parseMap(mapText(results.map(textOf)));
      const again = parseMap(`affine_map<${affineMapText(map)}>`);
      expect(evaluateAffineMap(again, dims, symbols)).toEqual(evaluateAffineMap(map, dims, symbols));
    }),
  );
});

describeWithOracles('maps as mlir-opt-19 simplifies and prints them', ['mlir-opt-19'], () => {
  test('the same text', () => {
    const texts = fc.sample(expression, { numRuns: 1000, seed: 1 }).map((written) => mapText([textOf(written)]));
    const source = texts.map((text, index) => `"t.op"() {a${index} = ${text}} : () -> ()`).join('\n');
    const { stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', '--mlir-print-local-scope'], source);
    expect(stderr).toBe('');
    const upstream = [...stdout.matchAll(/a\d+ = affine_map<(.*)>\}/g)].map((match) => match[1]);
    expect(texts.map((text) => affineMapText(parseMap(text)))).toEqual(upstream);
  });
});

test('the window of a pooling layer: the bounds that padding and dilation clip', () => {
  // Input size, kernel, begin pad, stride and dilation are the symbols; the map gives the four candidates for the trip count.
  const map = parseMap(
    'affine_map<(d0)[s0, s1, s2, s3, s4] -> (s0 - ((s2 ceildiv s4) * s4 - s2), -(d0 * s3 - s2) + s0, ' +
      'd0 * s3 + (s1 - 1) * s4 - s2 - ((s2 ceildiv s4) * s4 - s2) + 1, d0 * s3 + (s1 - 1) * s4 - s2 - (d0 * s3 - s2) + 1)>',
  );
  const tripCount = (output: number): number => Math.min(...evaluateAffineMap(map, [output], [28, 2, 0, 2, 1]));
  expect(Array.from({ length: 14 }, (_, output) => tripCount(output))).toEqual(new Array(14).fill(2));
  const padded = (output: number): number => Math.min(...evaluateAffineMap(map, [output], [5, 3, 1, 2, 1]));
  expect([padded(0), padded(1), padded(2)]).toEqual([2, 3, 2]);
});

test('composition applies the inner map first', () => {
  const uniquer = new AffineUniquer();
  const [d0, d1, s0] = [uniquer.dim(0), uniquer.dim(1), uniquer.symbol(0)];
  const outer = uniquer.map(2, 1, [uniquer.add(d0, uniquer.mul(d1, s0))]);
  const inner = uniquer.map(1, 1, [uniquer.add(d0, uniquer.constant(1)), uniquer.mul(d0, s0)]);
  const composed = composeAffineMaps(uniquer, outer, inner);
  expect(affineMapText(composed)).toBe('(d0)[s0, s1] -> (d0 + (d0 * s1) * s0 + 1)');
  expect(evaluateAffineMap(composed, [3], [5, 7])).toEqual(evaluateAffineMap(outer, evaluateAffineMap(inner, [3], [7]), [5]));
});

test('division and remainder by what is undefined throw', () => {
  const uniquer = new AffineUniquer();
  const quotient = uniquer.binary('floordiv', uniquer.dim(0), uniquer.symbol(0));
  const remainder = uniquer.binary('mod', uniquer.dim(0), uniquer.symbol(0));
  expect(() => evaluateAffineExpr(quotient, [1], [0])).toThrow(RangeError);
  expect(() => evaluateAffineExpr(remainder, [1], [-2])).toThrow(RangeError);
});

test('integer sets', () => {
  const set = parseAttribute('affine_set<(d0)[s0] : (d0 - 2 >= 0, s0 - d0 >= 1, d0 mod 2 == 0)>');
  if (set.kind !== 'integer-set') throw new Error('no set');
  const members = Array.from({ length: 12 }, (_, i) => i).filter((i) => integerSetContains(set, [i], [9]));
  expect(members).toEqual([2, 4, 6, 8]);
});
