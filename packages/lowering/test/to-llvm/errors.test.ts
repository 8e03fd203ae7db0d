import { errorsOf } from './lower-text.js';

const inFunction = (line: string, parameters = '%x: f32'): string => `func.func @f(${parameters}) {\n  ${line}\n  return\n}`;

test.each([
  ['an operation of onnx', '%y = "onnx.Relu"(%x) : (f32) -> f32', '%x: f32', "2:8: 'onnx.Relu': this operation cannot be lowered to LLVM IR"],
  ['a call of the runtime', '"krnl.call"(%x) {funcName = "omTensorSort", numOfOutput = 1 : si64} : (f32) -> ()', '%x: f32', "2:3: 'krnl.call': this operation cannot be lowered to LLVM IR"],
  ['a cast that lowering left', '%y = builtin.unrealized_conversion_cast %x : f32 to i64', '%x: f32', "2:8: 'builtin.unrealized_conversion_cast': f32 and i64 are not the same in LLVM IR: what lies between them was not lowered"],
  ['a divisor that is not positive', '%y = affine.apply affine_map<(d0) -> (d0 floordiv 0)>(%x)', '%x: index', /division by zero|division by 0/],
  ['a dimension that is not there', '%c = arith.constant 2 : index\n  %d = memref.dim %x, %c : memref<2x3xf32>', '%x: memref<2x3xf32>', "3:8: 'memref.dim': the memref has no dimension 2"],
])('%s', (_about, line, parameters, message) => {
  const [error] = errorsOf(inFunction(line, parameters));
  if (typeof message === 'string') expect(error).toBe(message);
  else expect(error).toMatch(message);
});

test('types without a counterpart', () => {
  expect(errorsOf('func.func private @f(tensor<4xf32>)')).toEqual(["1:1: 'func.func': type tensor<4xf32> has no counterpart in LLVM IR"]);
});

test('operations outside of functions', () => {
  expect(errorsOf('"test.thing"() : () -> ()')).toEqual([
    "1:1: 'test.thing': this operation cannot be lowered to LLVM IR where it stands: a module may hold functions and globals",
  ]);
});

test('all errors up to twenty are reported, each once', () => {
  const line = '%y = "onnx.Relu"(%x) : (f32) -> f32\n  ';
  expect(errorsOf(inFunction(line.repeat(3).replace(/%y/g, () => `%y${Math.floor(count++)}`)))).toHaveLength(3);
  expect(errorsOf(inFunction(line.repeat(50).replace(/%y/g, () => `%y${count++}`)))).toHaveLength(20);
});
let count = 0;
