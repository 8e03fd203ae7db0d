import { moduleText } from '@mlir2zk/llvm-emit';
import { parseModule, SourceFile } from '@mlir2zk/mlir-parser';
import { createModelContext } from '../../src/lower-model.js';
import { assignerInputs, encodeArray, matchArrays, modelInterface, parseTestVector } from '../../src/to-zkllvm/index.js';
import { checkClaims, runCircuit, runModule, translateText } from './run-circuit.js';

const interfaceOf = (text: string): ReturnType<typeof modelInterface> =>
  modelInterface(parseModule(new SourceFile('model.mlir', text), createModelContext()));

/** A model with an input and an output of two types; the output is the input plus one. */
const entry = (names: string, entryPoint: string): string => `
  func.func private @unused(%a: f32) -> f32 {
    return %a : f32
  }
  func.func @main_graph(%x: memref<2xf32>${names}) -> memref<2xf32> {
    return %x : memref<2xf32>
  }
  ${entryPoint}`;

describe('modelInterface', () => {
  test('names of the arguments and results', () => {
    const text = `func.func @f(%x: memref<2x3xf32> {onnx.name = "image"}, %i: memref<i64> {onnx.name = "at"}) -> (memref<2x3xui8> {onnx.name = "mask"}, f32) {
      %m = memref.alloc() : memref<2x3xui8>
      %r = arith.constant 1.0 : f32
      return %m, %r : memref<2x3xui8>, f32
    }`;
    const { entry: name, inputs, outputs } = interfaceOf(text);
    expect(name).toBe('f');
    expect(inputs).toEqual([
      { name: 'image', shape: [2, 3], type: 'f32', scalar: { kind: 'real', name: 'f32' } },
      { name: 'at', shape: [], type: 'i64', scalar: { kind: 'integer', width: 64, unsigned: false } },
    ]);
    expect(outputs).toEqual([
      { name: 'mask', shape: [2, 3], type: 'ui8', scalar: { kind: 'integer', width: 8, unsigned: true } },
      { name: 'output1', shape: [], type: 'f32', scalar: { kind: 'real', name: 'f32' } },
    ]);
  });

  test('names of the signature of krnl.entry_point, whose types may lack quotes', () => {
    const signature = String.raw`"[ { \22type\22 : bf16 , \22dims\22 : [2] , \22name\22 : \22x in\22 }\0A]\00@[ { \22type\22 : \22f32\22 , \22dims\22 : [2] , \22name\22 : \22y out\22 }\0A]\00"`;
    const text = entry('', `"krnl.entry_point"() {func = @main_graph, numInputs = 1 : i32, numOutputs = 1 : i32, signature = ${signature}} : () -> ()`);
    expect(interfaceOf(text).inputs.map(({ name }) => name)).toEqual(['x in']);
    expect(interfaceOf(text).outputs.map(({ name }) => name)).toEqual(['y out']);
  });

  test('names of input_names and output_names, and names of our own', () => {
    const text = `func.func @f(%x: f32, %y: f32) -> f32 attributes {input_names = ["left", "right"], output_names = ["same"]} {
      return %x : f32
    }`;
    expect(interfaceOf(text).inputs.map(({ name }) => name)).toEqual(['left', 'right']);
    expect(interfaceOf(text).outputs.map(({ name }) => name)).toEqual(['same']);
    expect(interfaceOf(entry('', '')).inputs.map(({ name }) => name)).toEqual(['input0']);
  });

  test('a function without results writes its outputs to arguments', () => {
    const text = `func.func @f(%x: memref<2xf32>, %y: memref<2xf32>) {
      affine.for %i = 0 to 2 {
        %v = affine.load %x[%i] : memref<2xf32>
        %d = arith.addf %v, %v : f32
        affine.store %d, %y[%i] : memref<2xf32>
      }
      return
    }`;
    const { inputs, outputs } = interfaceOf(text);
    expect([inputs.length, outputs.length]).toEqual([1, 1]);
    expect(runModule(text, [[1.5, -2]])).toEqual([[3, -4]]);
  });

  test('also through a zkml operation', () => {
    const text = `func.func @f(%x: memref<2xf32>, %y: memref<2xf32>) {
      zkml.relu ins(%x : memref<2xf32>) outs(%y : memref<2xf32>)
      return
    }`;
    expect(runModule(text, [[1.5, -2]])).toEqual([[1.5, 0]]);
  });
});

describe('arguments of the circuit', () => {
  const text = `func.func @f(%x: memref<2xf32> {onnx.name = "x"}, %e: memref<0xf32> {onnx.name = "empty"}, %k: memref<2xf32> {onnx.name = "key"}) -> (memref<2xf32> {onnx.name = "y"}) {
    %y = memref.alloc() : memref<2xf32>
    affine.for %i = 0 to 2 {
      %a = affine.load %x[%i] : memref<2xf32>
      %b = affine.load %k[%i] : memref<2xf32>
      %c = arith.addf %a, %b : f32
      affine.store %c, %y[%i] : memref<2xf32>
    }
    return %y : memref<2xf32>
  }`;

  test('inputs, then claimed outputs; empty arrays have none', () => {
    const ir = moduleText(translateText(text).llvmModule);
    const array = String.raw`ptr byval\(\[2 x __zkllvm_field_pallas_base\]\)`;
    expect(ir).toMatch(new RegExp(`define void @f\\(${array} %0, ${array} %1, ${array} %2\\) #0`));
    expect(ir).toMatch(/attributes #0 = \{ circuit \}/);
    expect(runModule(text, [[1, 2], [], [0.5, -4]])).toEqual([[1.5, -2]]);
  });

  test('private inputs', () => {
    for (const privateInputs of [['key'], 'all'] as const) {
      const translation = translateText(text, { privateInputs });
      const ir = moduleText(translation.llvmModule);
      expect([...ir.matchAll(/private_input/g)].length).toBe(privateInputs === 'all' ? 2 : 1);
      expect(runCircuit(translation, [[1, 2], [], [0.5, -4]]).outputs).toEqual([[1.5, -2]]);
    }
  });

  test('claimed outputs hold only if they are what the circuit computes', () => {
    const translation = translateText(text, { privateInputs: ['key'] });
    const inputs = [[1, 2], [], [0.5, -4]];
    expect(checkClaims(translation, inputs, [[1.5, -2]])).toEqual([]);
    const [violation, second] = checkClaims(translation, inputs, [[1.5, -2 + 2 ** -16]]);
    expect(violation.component).toBe('copy');
    expect(second).toBeUndefined();
  });

  test('other fixed-point formats', () => {
    const translation = translateText(text, { format: { integerBits: 24, fractionBits: 8 } });
    expect(runCircuit(translation, [[100_000.25, 2], [], [0.5, -4]]).outputs).toEqual([[100_000.75, -2]]);
  });
});

describe('test vectors', () => {
  const { layout, field } = translateText(`func.func @f(%x: memref<2xf32> {onnx.name = "x"}, %i: memref<1xi8> {onnx.name = "i"}, %b: memref<2xi1> {onnx.name = "b"}, %h: memref<1xbf16> {onnx.name = "h"}) -> (memref<2xf32> {onnx.name = "y"}) {
    return %x : memref<2xf32>
  }`, { privateInputs: ['i'] });
  const vector = {
    inputs: [
      { name: 'i', shape: [1], type: 'i8', data: [-3] },
      { name: 'x', shape: [2], type: 'f32', data: [1.5, -0.25] },
      { name: 'h', shape: [1], type: 'ui16', data: [0xc020] },
      { name: 'b', shape: [2], type: 'i1', data: [true, false] },
    ],
  };
  const encode = (value: unknown): bigint[][] =>
    matchArrays(layout.inputs, parseTestVector(value).inputs, 'input').map((array, i) => encodeArray(layout.inputs[i], array));
  const withInput = (position: number, change: object): object => ({
    inputs: vector.inputs.map((array, i) => (i === position ? { ...array, ...change } : array)),
  });

  test('become the two input files of the assigner', () => {
    const inputs = encode(vector);
    expect(inputs).toEqual([[98304n, -16384n], [-3n], [1n, 0n], [-163840n]]);
    const { modulus } = field.field;
    expect(assignerInputs(layout, inputs, [[1n, -1n]], field.field)).toEqual({
      public: [
        { 'array<field>': ['98304', String(modulus - 16384n)] },
        { 'array<field>': ['1', '0'] },
        { 'array<field>': [String(modulus - 163840n)] },
        { 'array<field>': ['1', String(modulus - 1n)] },
      ],
      private: [{ 'array<field>': [String(modulus - 3n)] }],
    });
  });

  test('arrays without names go by position', () => {
    const ordered = ['x', 'i', 'b', 'h'].map((name) => vector.inputs.find((array) => array.name === name));
    expect(encode({ inputs: ordered.map((array) => ({ ...array, name: '' })) })).toEqual(encode(vector));
  });

  test.each<[string, unknown, RegExp]>([
    ['no object', [1], /a test vector is a JSON object/],
    ['no inputs', {}, /"inputs" of a test vector is an array/],
    ['a missing input', { inputs: vector.inputs.slice(1) }, /the vector has 3 input\(s\): 'x', 'h', 'b'; the model has 4 input\(s\): 'x', 'i', 'b', 'h'/],
    ['an input of another name', withInput(1, { name: 'z' }), /the vector has no input 'x'/],
    ['an input of another shape', withInput(1, { shape: [1, 2] }), /input 'x' has shape \[1, 2\] in the vector and \[2\] in the model/],
    ['too few elements', withInput(1, { data: [1] }), /input 'x' has 1 elements; its shape asks for 2/],
    ['nested data', withInput(1, { data: [[1, 2]] }), /inputs\[1\]: the data is not a flat list of numbers/],
    ['NaN', withInput(1, { data: ['nan', 0] }), /'x', element 0 is nan: a circuit has no infinities and no NaN/],
    ['infinity', withInput(1, { data: [0, '-inf'] }), /'x', element 1 is -inf/],
    ['a real out of range', withInput(1, { data: [0, 40000] }), /'x', element 1 is 40000, outside of the fixed-point format 16\.16, which goes from -32768 to 32767\.99/],
    ['an integer out of range', withInput(0, { data: [128] }), /'i', element 0 is 128, outside of i8, which goes from -128 to 127/],
    ['a fraction as an integer', withInput(0, { data: [0.5] }), /'i', element 0 is 0\.5, which is no integer/],
  ])('%s is an error', (_name, value, message) => {
    expect(() => encode(value)).toThrow(message);
  });
});
