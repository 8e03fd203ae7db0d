import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import type { Operation, Type } from '@mlir2zk/mlir-parser';
import { descriptorFromPointer, hasStaticLayout } from '../emission/descriptor-value.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { alignmentAttribute, knownByteSize } from '../emission/memory.js';
import type { ModuleCode } from '../emission/module-code.js';
import type { ConvertedMemRef } from '../types/type-conversion.js';

/** Arrays of bytes have no alignment of their own; this one suits all scalars. */
export const globalAlignment = 16;

/** The type of a global array; throws a DiagnosticError at `op` for what has no static layout or no known element size. */
export function globalType(op: Operation, type: Type, module: ModuleCode): ConvertedMemRef {
  const memref = type.kind === 'memref' ? module.conversion.memref(type) : undefined;
  if (memref === undefined || !hasStaticLayout(memref) || knownByteSize(memref.element) === undefined)
    throw errorAt(op, 'a constant array must have static sizes and elements of 1, 8, 16, 32 or 64 bits');
  if (memref.pointer !== module.llvm.types.ptr) throw errorAt(op, 'only arrays of address space 0 have code');
  return memref;
}

/** Adds the variable that the `memref.global` `op` defines or declares. */
export function defineGlobal(op: Operation, module: ModuleCode): void {
  const { value: name } = requiredAttribute(op, 'sym_name', 'string');
  const memref = globalType(op, requiredAttribute(op, 'type', 'type').type, module);
  const initial = op.attribute('initial_value');
  const { types, constants } = module.llvm;
  const bytes = (knownByteSize(memref.element) ?? 0) * memref.type.shape.reduce((product, size) => product * size, 1);
  const type = types.array(bytes, types.int(8));
  const initializer =
    initial === undefined ? undefined : initial.kind === 'unit' ? constants.undef(type) : module.data.bytes(op, initial);
  const global = module.llvm.addGlobal(name, type, initializer, op.attribute('constant') !== undefined);
  const visibility = op.attribute('sym_visibility');
  if (initializer !== undefined && visibility?.kind === 'string' && visibility.value === 'private') global.linkage = 'private';
  global.align = Math.max(alignmentAttribute(op), globalAlignment);
}

export const getGlobal: LoweredOp = {
  name: 'memref.get_global',
  lower(op, code) {
    const { root: name } = requiredAttribute(op, 'name', 'symbol-ref');
    code.module.symbol(op, name, 'memref.global');
    const memref = code.memrefType(op, op.result(0).type);
    code.setMemRef(op.result(0), descriptorFromPointer(code.index, memref, code.module.llvm.addressOf(name)));
  },
};
