export { intrinsicModes, type IntrinsicMode } from './emission/intrinsic-calls.js';
export type { ArrayLayout, CircuitLayout, ElementEncoding } from './interface/circuit-layout.js';
export { modelInterface, type ModelArray, type ModelInterface } from './interface/model-interface.js';
export type { ScalarType } from './interface/scalar-type.js';
export { assignerInputs, type AssignerArray, type AssignerInputs } from './interface/assigner-inputs.js';
export { decodeElements, encodeArray } from './interface/element-encoding.js';
export { parseInputRanges, rangesOfVectors, type InputRanges, type RealRange } from './interface/input-ranges.js';
export { compareOutputs, type Deviation } from './interface/output-comparison.js';
export {
  matchArrays,
  parseTestVector,
  VectorError,
  type TestVector,
  type VectorArray,
  type VectorElement,
} from './interface/test-vector.js';
export { defaultInstructionLimit } from './trace/budget.js';
export { inputLayouts, operationAt, translateToZkllvm, type TranslateOptions, type Translation } from './translate.js';
