import type { LlvmFunction, ValueId } from '@mlir2zk/llvm-emit';
import type { Value } from '@mlir2zk/mlir-parser';
import {
  descriptorFields, descriptorFromFields, descriptorFromPointer, packDescriptor,
} from '../emission/descriptor-value.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { PassedValue, Signature } from './signature.js';

/** The LLVM arguments that pass `values` on. */
export function passArguments(code: FunctionCode, inputs: readonly PassedValue[], values: readonly Value[]): ValueId[] {
  return inputs.flatMap(({ parameters }, i) => {
    const value = values[i];
    if (value.type.kind !== 'memref') return [code.value(value)];
    const { allocated, aligned, offset, sizes, strides } = code.memref(value);
    return parameters.length === 1 ? [aligned] : [allocated, aligned, offset, ...sizes, ...strides];
  });
}

/** Makes `values` what the LLVM arguments `passed` stand for. */
export function receiveArguments(
  code: FunctionCode, inputs: readonly PassedValue[], values: readonly Value[], passed: readonly ValueId[],
): void {
  let at = 0;
  inputs.forEach(({ memref, parameters }, i) => {
    const own = passed.slice(at, (at += parameters.length));
    if (memref === undefined) code.setValue(values[i], own[0]);
    else if (own.length === 1) code.setMemRef(values[i], descriptorFromPointer(code.index, memref, own[0]));
    else code.setMemRef(values[i], descriptorFromFields(code.index, memref, own));
  });
}

/** The one LLVM value that returns `values`; undefined if there are none. */
export function packResults(code: FunctionCode, signature: Signature, values: readonly Value[]): ValueId | undefined {
  const packed = signature.results.map(({ memref, packed: type }, i) => {
    if (memref === undefined) return code.value(values[i]);
    const descriptor = code.memref(values[i]);
    return type === memref.descriptor ? packDescriptor(code.builder, descriptor) : descriptor.aligned;
  });
  if (packed.length <= 1) return packed[0];
  return packed.reduce(
    (struct, value, i) => code.builder.insertValue(struct, value, [i]),
    code.constants.undef(signature.returnType),
  );
}

/** Makes `values` the results of a call that returned `returned`. */
export function unpackResults(code: FunctionCode, signature: Signature, values: readonly Value[], returned: ValueId): void {
  const { results } = signature;
  results.forEach(({ memref, packed }, i) => {
    const own = results.length === 1 ? returned : code.builder.extractValue(returned, [i]);
    if (memref === undefined) code.setValue(values[i], own);
    else if (packed !== memref.descriptor) code.setMemRef(values[i], descriptorFromPointer(code.index, memref, own));
    else code.setMemRef(values[i], descriptorFromFields(code.index, memref, descriptorFields(code.builder, memref, own)));
  });
}

/** The parameter types of a function of `signature`. */
export function parameterTypes(signature: Signature): LlvmFunction['type']['parameters'] {
  return signature.inputs.flatMap(({ parameters }) => parameters);
}
