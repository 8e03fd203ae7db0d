import type { Type as LlvmType } from '@mlir2zk/llvm-emit';
import { typeText, type FunctionType, type Operation, type Type } from '@mlir2zk/mlir-parser';
import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { hasStaticLayout } from '../emission/descriptor-value.js';
import type { ModuleCode } from '../emission/module-code.js';
import type { ConvertedMemRef } from '../types/type-conversion.js';

/** An argument or result of a function as it passes between functions. */
export interface PassedValue {
  readonly type: Type;
  /** Set for memrefs. */
  readonly memref: ConvertedMemRef | undefined;
  /** As an argument: one type, or those of all fields of a descriptor. */
  readonly parameters: readonly LlvmType[];
  /** As a result, and in memory for the C interface. */
  readonly packed: LlvmType;
}

/** The signature of a `func.func` in LLVM IR. */
export interface Signature {
  readonly inputs: readonly PassedValue[];
  readonly results: readonly PassedValue[];
  /** Void, the one result, or a struct of several. */
  readonly returnType: LlvmType;
}

/** The LLVM signature of `op`, an operation with a `function_type`. Throws a DiagnosticError at `op` if it has none. */
export function signatureOf(op: Operation, module: ModuleCode): Signature {
  const { type } = requiredAttribute(op, 'function_type', 'type');
  if (type.kind !== 'function') throw errorAt(op, 'its type is no function type');
  return functionSignature(op, type, module);
}

function functionSignature(op: Operation, type: FunctionType, module: ModuleCode): Signature {
  const inputs = type.inputs.map((input) => passedValue(op, input, module));
  const results = type.results.map((result) => passedValue(op, result, module));
  const { types } = module.llvm;
  const packed = results.map((result) => result.packed);
  return { inputs, results, returnType: packed.length === 0 ? types.void : packed.length === 1 ? packed[0] : types.struct(packed) };
}

function passedValue(op: Operation, type: Type, module: ModuleCode): PassedValue {
  const packed = module.conversion.convert(type);
  const memref = type.kind === 'memref' ? module.conversion.memref(type) : undefined;
  if (packed === undefined) throw errorAt(op, `type ${typeText(type)} has no counterpart in LLVM IR`);
  if (memref === undefined) return { type, memref, parameters: [packed], packed };
  if (module.options.barePointers) {
    if (!hasStaticLayout(memref)) throw errorAt(op, `${typeText(type)} cannot pass as a bare pointer: its layout is not static`);
    return { type, memref, parameters: [memref.pointer], packed: memref.pointer };
  }
  const numbers = new Array<LlvmType>(1 + 2 * memref.type.shape.length).fill(module.llvm.types.i64);
  return { type, memref, parameters: [memref.pointer, memref.pointer, ...numbers], packed };
}
