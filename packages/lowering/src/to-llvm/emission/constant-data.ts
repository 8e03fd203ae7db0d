import type { LlvmModule, ValueId } from '@mlir2zk/llvm-emit';
import { denseElementCount, type Attribute, type Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';

/** Constant arrays as global variables. */
export class ConstantData {
  private readonly module: LlvmModule;
  /** Names that stand for constants, by their data: equal attributes are one constant. */
  private readonly names = new Map<Attribute, ValueId>();

  constructor(module: LlvmModule) {
    this.module = module;
  }

  /** The address of the constant that `value` becomes in memory, a private global named after `name`. */
  addressOf(op: Operation, name: string, value: Attribute, align: number): ValueId {
    const known = this.names.get(value);
    if (known !== undefined) return known;
    const address = this.define(this.freeName(name), this.bytes(op, value), align, true);
    this.names.set(value, address);
    return address;
  }

  /** Adds the global `name` that holds the bytes of constant `initializer`; returns its address. */
  define(name: string, initializer: ValueId, align: number, constant: boolean): ValueId {
    const { module } = this;
    const global = module.addGlobal(name, module.constants.typeOf(initializer), initializer, constant);
    global.linkage = 'private';
    global.align = align;
    return module.addressOf(name);
  }

  /** The elements of `value` as they lie in memory, one after the other. Only a splat of something else than zeros is expanded. */
  bytes(op: Operation, value: Attribute): ValueId {
    const { constants, types } = this.module;
    const { bytes, repeat } = storedBytes(op, value);
    const size = bytes.length * repeat;
    if (bytes.every((byte) => byte === 0)) return constants.zero(types.array(size, types.int(8)));
    if (repeat === 1) return constants.bytes(bytes);
    const expanded = new Uint8Array(size);
    for (let at = 0; at < size; at += bytes.length) expanded.set(bytes, at);
    return constants.bytes(expanded);
  }

  private freeName(name: string): string {
    let free = name;
    for (let suffix = 0; this.module.symbol(free) !== undefined; suffix++) free = `${name}_${suffix}`;
    return free;
  }
}

/** The bytes of one pass over the data, and how often they come. */
function storedBytes(op: Operation, value: Attribute): { bytes: Uint8Array; repeat: number } {
  switch (value.kind) {
    case 'dense-elements':
      if (value.strings !== undefined) throw errorAt(op, 'arrays of strings have no code');
      return { bytes: value.data, repeat: value.splat ? denseElementCount(value) : 1 };
    case 'dense-resource':
      if (value.resource.blob === undefined)
        throw errorAt(op, `the constant '${value.key}' has no data in this file`, 'print the model with its resources');
      return { bytes: value.resource.blob.data, repeat: 1 };
    default:
      throw errorAt(op, 'the constant has no dense value', 'emit the model with its weights in the file (onnx-mlir --EmitMLIR writes them to MODEL.onnx.mlir)');
  }
}
