export { intrinsicModes, type IntrinsicMode } from './emission/intrinsic-calls.js';
export type { ArrayLayout, CircuitLayout, ElementEncoding } from './interface/circuit-layout.js';
export { modelInterface, type ModelArray, type ModelInterface } from './interface/model-interface.js';
export type { ScalarType } from './interface/scalar-type.js';
export {
  assignerInputs,
  compareOutputs,
  decodeElements,
  encodeArray,
  matchArrays,
  parseTestVector,
  VectorError,
  type AssignerArray,
  type AssignerInputs,
  type Deviation,
  type TestVector,
  type VectorArray,
  type VectorElement,
} from './interface/test-vector.js';
export { defaultInstructionLimit } from './trace/budget.js';
export { translateToZkllvm, type TranslateOptions, type Translation } from './translate.js';
