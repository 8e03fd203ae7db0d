import fc from 'fast-check';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import {
  bitsToFloat, createContext, denseElementReader, denseElementsView, floatFormats, floatToBits, parseModule, printModule, SourceFile,
  type Attribute, type FloatTypeName,
} from '../src/index.js';

/** The formats that mlir-opt-19 knows. */
const formats: readonly FloatTypeName[] = [
  'f16', 'bf16', 'tf32', 'f32', 'f64', 'f80', 'f128', 'f8E5M2', 'f8E4M3', 'f8E4M3FN', 'f8E5M2FNUZ', 'f8E4M3FNUZ', 'f8E4M3B11FNUZ',
];

function attributeOf(text: string): Attribute {
  const module = parseModule(new SourceFile('-', `"t.op"() {a = ${text}} : () -> ()`), createContext());
  const attribute = module.region(0).blocks[0].firstOperation?.attribute('a');
  if (attribute === undefined) throw new Error('no attribute');
  return attribute;
}

/** Deterministic samples of encodings, the smallest and largest numbers, infinities and NaNs among them. */
function encodings(name: FloatTypeName): bigint[] {
  const { bits } = floatFormats[name];
  const all = (1n << BigInt(bits)) - 1n;
  const special = [0n, 1n, all, all >> 1n, 1n << BigInt(bits - 1), (all >> 1n) - 1n];
  const random = fc.sample(fc.bigInt({ min: 0n, max: all }), { numRuns: 100, seed: 3 });
  const numbers = fc.sample(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { numRuns: 100, seed: 4 });
  const short = [1, 0.1, 0.5, 3.14159, 1e-5, 100, 123456, 1e10, 65504, 448].flatMap((value) => [value, -value]);
  return [...special, ...random, ...[...numbers, ...short].map((value) => floatToBits(name, value))];
}

describeWithOracles('floats print as mlir-opt-19 prints them', ['mlir-opt-19'], () => {
  test.each(formats)('%s', (name) => {
    const hex = encodings(name).map((bits) => `0x${bits.toString(16).toUpperCase()} : ${name}`);
    const source = `"t.op"() {a = [${hex.join(', ')}]} : () -> ()`;
    const { stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect'], source);
    expect(stderr).toBe('');
    const ours = printModule(parseModule(new SourceFile('-', source), createContext()));
    expect(ours.trimEnd().split(', ')).toEqual(stdout.trimEnd().split(', '));
  });

  test.each(formats)('decimals are rounded to %s as mlir-opt-19 rounds them', (name) => {
    const values = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 200, seed: 5 });
    const near = fc.sample(fc.double({ min: -500, max: 500, noNaN: true }), { numRuns: 200, seed: 6 });
    const literals = [...values, ...near].map((value) => {
      const text = value.toExponential();
      return `${text.includes('.') ? text : text.replace('e', '.0e')} : ${name}`;
    });
    const source = `"t.op"() {a = [${literals.join(', ')}]} : () -> ()`;
    const { stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect'], source);
    expect(stderr).toBe('');
    const ours = printModule(parseModule(new SourceFile('-', source), createContext()));
    expect(ours.trimEnd().split(', ')).toEqual(stdout.trimEnd().split(', '));
  });
});

test.each(Object.keys(floatFormats) as FloatTypeName[])('%s: every finite encoding is the encoding of its value', (name) => {
  const { bits } = floatFormats[name];
  if (bits > 64) return; // doubles hold no such value exactly
  const all = (1n << BigInt(bits)) - 1n;
  const encoding = bits <= 8 ? fc.bigInt({ min: 0n, max: all }) : fc.bigInt({ min: 0n, max: all });
  fc.assert(
    fc.property(encoding, (pattern) => {
      const value = bitsToFloat(name, pattern);
      if (Number.isFinite(value)) expect(floatToBits(name, value)).toBe(pattern);
    }),
    { numRuns: 500 },
  );
});

describe('typed views of constants', () => {
  const elements = (text: string) => {
    const attribute = attributeOf(text);
    if (attribute.kind !== 'dense-elements') throw new Error('no dense constant');
    return attribute;
  };

  test('f32 from hexadecimal digits', () => {
    const view = denseElementsView(elements('dense<"0x0000803F000000400000404000008040"> : tensor<4xf32>'));
    expect(view).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  test.each([
    ['dense<[1, -2]> : tensor<2xi8>', Int8Array.of(1, -2)],
    ['dense<[1, 255]> : tensor<2xui8>', Uint8Array.of(1, 255)],
    ['dense<[1, -2]> : tensor<2xi64>', BigInt64Array.of(1n, -2n)],
    ['dense<[1, -2]> : tensor<2xindex>', BigInt64Array.of(1n, -2n)],
    ['dense<[true, false]> : tensor<2xi1>', Uint8Array.of(1, 0)],
    ['dense<[1.5, -2.0]> : tensor<2xf64>', Float64Array.of(1.5, -2)],
    ['dense<[1.0, 2.0]> : tensor<2xf16>', Uint16Array.of(0x3c00, 0x4000)],
    ['dense<7> : tensor<1000xi32>', Int32Array.of(7)],
  ])('%s', (text, expected) => {
    expect(denseElementsView(elements(text))).toEqual(expected);
  });

  test('elements as numbers, splats too', () => {
    const half = denseElementReader(elements('dense<[0.5, 1024.0]> : tensor<2xf16>'));
    expect([half(0), half(1)]).toEqual([0.5, 1024]);
    const splat = denseElementReader(elements('dense<-3> : tensor<4x4xi16>'));
    expect(splat(15)).toBe(-3);
    const large = denseElementReader(elements('dense<[9223372036854775807, 0]> : tensor<2xi64>'));
    expect(() => large(0)).toThrow(RangeError);
  });
});
