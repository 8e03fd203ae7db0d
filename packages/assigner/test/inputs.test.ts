import fc from 'fast-check';
import { assign, InputError, readJson } from '../src/index.js';
import { circuit, F, P } from './circuit-text.js';

/** Runs a circuit that returns nothing and gives the memory or values of its arguments. */
function read(parameters: string, json: string, privateJson = '[]'): unknown {
  const text = circuit('void', parameters, '  ret void');
  const run = assign(text, {
    publicInputs: { name: 'public.json', text: json },
    privateInputs: { name: 'private.json', text: privateJson },
  });
  return run.argumentMemory;
}

function messageOf(parameters: string, json: string): string {
  try {
    read(parameters, json);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'no error';
}

describe("the assigner's JSON", () => {
  test.each([
    [`ptr byval([3 x ${F}])`, '[{"array<field<pallas_base>>":[1,"0x10","010"]}]', [1n, 16n, 8n]],
    [`ptr byval([2 x ${F}])`, '[{"array":[{"field":1},{"field":"2"}]}]', [1n, 2n]],
    ['ptr byval({ i32, [2 x i8] })', '[{"struct":[{"int":1},{"array<int>":[2,3]}]}]', [1n, 2n, 3n]],
    ['ptr byval({ i32, [2 x i8] })', '[{ "struct < int , array<int> >" : [1, [2, 3]] }]', [1n, 2n, 3n]],
    ['ptr byval({ [2 x i64] })', '[{"array<int>":[18446744073709551615,-1]}]', [2n ** 64n - 1n, P - 1n]],
    ['ptr', '[{"string":"aé"}]', [97n, 195n, 169n, 0n]],
    ['ptr byval([1 x i128])', `[{"array<int>":["${2n ** 128n - 1n}"]}]`, [2n ** 128n - 1n]],
  ])('%s from %s', (parameters, json, expected) => {
    expect(read(parameters, json)).toEqual([expected]);
  });

  test('public and private arguments come from their own files, in order', () => {
    const parameters = `ptr private_input byval([1 x ${F}]), ptr byval([1 x ${F}]), ptr byval([1 x ${F}]) private_input`;
    const one = (n: number): string => `{"array<field>":[${n}]}`;
    expect(read(parameters, `[${one(1)}]`, `[${one(2)},${one(3)}]`)).toEqual([[2n], [1n], [3n]]);
  });

  test.each([
    ['i8', '[{"int":256}]', 'the value does not fit 8 bits'],
    ['i8', '[{"int":-129}]', 'the value does not fit 8 bits'],
    ['i8', '[{"int":1.5}]', 'got a floating point number'],
    ['i8', '[{"field":1}]', "'int' expected for type 'i8'"],
    ['i8', '[]', 'expected 1 values, found 0'],
    ['i8', '{"int":1}', 'input must be an array'],
    ['i8', '[{"int":1,"field":2}]', 'exactly one key'],
    ['i8', '[{"integer":1}]', "'integer' is not a signature"],
    ['i8', '[{"int":"one"}]', "'one' is not a number"],
    ['i8', '[{"int":null}]', 'expected a number or a string'],
    [F, `[{"field":"${P}"}]`, 'not below the modulus'],
    [F, '[{"field":-1}]', 'a negative field element'],
    [F, '[{"field":28446744073709551616}]', 'quote numbers'],
    [F, '[{"field<bls12381_base>":1}]', "'field<pallas_base>' expected"],
    [`ptr byval([2 x ${F}])`, '[{"array<field>":[1]}]', 'expected 2 elements, found 1'],
    ['double', '[{"int":1}]', "arguments of type 'double' are not supported"],
    ['i8', '[{"int":1}', "expected ',' or ']'"],
    ['i8', '[{"int" 1}]', "expected ':'"],
    ['i8', '[{"int":1}] x', 'expected the end of the file'],
    ['i8', '['.repeat(1000), 'nested too deeply'],
  ])('%s from %s is refused', (parameters, json, message) => {
    const found = messageOf(parameters, json);
    expect(found).toContain(message);
    expect(found).toMatch(/^public\.json:\d+:\d+: error: /);
  });

  test('errors show the place', () => {
    expect(messageOf('i8, i8', '[\n  {"int":1},\n  {"int":999}\n]')).toBe(
      'public.json:3:10: error: Public input does not match the circuit signature: the value does not fit 8 bits\n  {"int":999}\n         ^',
    );
  });

  test('reads what JSON.stringify writes', () => {
    const plain = (node: ReturnType<typeof readJson>): unknown => {
      switch (node.kind) {
        case 'array':
          return node.items.map(plain);
        case 'object':
          return Object.fromEntries(node.entries.map(([key, value]) => [key, plain(value)]));
        case 'string':
          return node.value;
        case 'number':
          return Number(node.text);
        case 'literal':
          return JSON.parse(node.text) as unknown;
      }
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 2 }), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(plain(readJson({ name: 'x', text }))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('values', () => {
  test('are one list of scalars per argument', () => {
    const text = circuit(F, `ptr byval([2 x ${F}]) %a, i32 %b`, `  %z = load ${F}, ptr %a\n  ret ${F} %z`);
    expect(assign(text, { publicInputs: [new Float64Array([4, 5]), [6]] }).returned).toEqual([4n]);
    expect(assign(text, { publicInputs: [[-1n, 5n], [6]] }).returned).toEqual([P - 1n]);
    expect(() => assign(text, { publicInputs: [[1], [6]] })).toThrow('argument 0 has 2 elements, found 1');
    expect(() => assign(text, { publicInputs: [[1, 2]] })).toThrow('expected 2 values, found 1');
    expect(() => assign(text, { publicInputs: [[1, 2], [0.5]] })).toThrow('0.5 is not an integer');
    expect(() => assign(text)).toThrow('expected 2 values, found 0');
  });
});
