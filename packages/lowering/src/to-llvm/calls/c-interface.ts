import { FunctionBuilder, type LlvmFunction, type Type as LlvmType, type ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { descriptorFields } from '../emission/descriptor-value.js';
import type { ModuleCode } from '../emission/module-code.js';
import type { PassedValue, Signature } from './signature.js';

/** What goes before the name of a function for the name of its C interface. */
const prefix = '_mlir_ciface_';

/**
 * Adds `_mlir_ciface_NAME` for C: it takes descriptors of memrefs by address, and stores a result that is a struct at an
 * address that comes first. Of a function that the module defines it is a caller; of one that it only declares it is the
 * function to call, and `fn` gets a body that does so. Throws a DiagnosticError at `op`, the `func.func`, if the name is taken.
 */
export function addCInterface(op: Operation, module: ModuleCode, fn: LlvmFunction, signature: Signature): void {
  const name = prefix + fn.name;
  if (module.llvm.symbol(name) !== undefined) throw errorAt(op, `'@${name}' is the name of its C interface, which the module uses otherwise`);
  const { types } = module.llvm;
  const throughMemory = signature.returnType.kind === 'struct';
  const parameters = [
    ...(throughMemory ? [types.ptr] : []),
    ...signature.inputs.map(({ memref, packed }): LlvmType => (memref === undefined ? packed : types.ptr)),
  ];
  const result = throughMemory ? types.void : signature.returnType;
  const wrapper = module.llvm.addFunction(name, result, parameters);
  const body = fn.isDeclaration ? fn : wrapper;
  module.columns.lend(body);
  if (body === fn) callOut(fn, wrapper, signature, throughMemory);
  else callIn(fn, wrapper, signature, throughMemory);
  module.columns.takeBack(body);
}

/** The C interface calls the function. */
function callIn(fn: LlvmFunction, wrapper: LlvmFunction, { inputs }: Signature, throughMemory: boolean): void {
  const builder = new FunctionBuilder(wrapper);
  const first = throughMemory ? 1 : 0;
  const passed = inputs.flatMap(({ memref }, i): ValueId[] => {
    const argument = builder.argument(first + i);
    return memref === undefined ? [argument] : descriptorFields(builder, memref, builder.load(memref.descriptor, argument));
  });
  const returned = builder.call(fn, passed);
  if (throughMemory) {
    builder.store(returned, builder.argument(0));
    builder.ret();
  } else ret(builder, fn, returned);
}

/** The function calls its C interface. */
function callOut(fn: LlvmFunction, wrapper: LlvmFunction, signature: Signature, throughMemory: boolean): void {
  const builder = new FunctionBuilder(fn);
  const result = throughMemory ? [builder.alloca(signature.returnType)] : [];
  let at = 0;
  const passed = signature.inputs.map((input): ValueId => {
    const own = Array.from(input.parameters, () => builder.argument(at++));
    return input.memref === undefined ? own[0] : storedDescriptor(builder, input, own);
  });
  const returned = builder.call(wrapper, [...result, ...passed]);
  if (throughMemory) builder.ret(builder.load(signature.returnType, result[0]));
  else ret(builder, fn, returned);
}

/** The address of a descriptor on the stack that has the given fields. */
function storedDescriptor(builder: FunctionBuilder, { memref, packed }: PassedValue, fields: readonly ValueId[]): ValueId {
  const rank = memref?.type.shape.length ?? 0;
  const paths = [[0], [1], [2], ...Array.from({ length: rank }, (_, i) => [3, i]), ...Array.from({ length: rank }, (_, i) => [4, i])];
  const value = fields.reduce(
    (struct, part, i) => builder.insertValue(struct, part, paths[i]),
    builder.module.constants.undef(packed),
  );
  const address = builder.alloca(packed);
  builder.store(value, address);
  return address;
}

function ret(builder: FunctionBuilder, { type }: LlvmFunction, returned: ValueId): void {
  if (type.returnType.kind === 'void') builder.ret();
  else builder.ret(returned);
}

