import { ConstantKind, type LlvmModule, type Type as LlvmType, type ValueId } from '@mlir2zk/llvm-emit';
import {
  buildOperation, elementByteSize, floatToBits, writeBits, writeFloat, type Attribute, type Context, type Operation, type Type,
} from '@mlir2zk/mlir-parser';
import type { TypeCounterparts } from './type-counterpart.js';

/** The operations of the llvm dialect that make constants. */
export class ConstantCounterparts {
  private readonly module: LlvmModule;
  private readonly context: Context;
  private readonly types: TypeCounterparts;

  constructor(module: LlvmModule, context: Context, types: TypeCounterparts) {
    this.module = module;
    this.context = context;
    this.types = types;
  }

  /** An operation, in no block, whose result is the constant `id`. @throws TypeError for constants that the dialect has not */
  operation(id: ValueId): Operation {
    const { constants } = this.module;
    const type = this.types.of(constants.typeOf(id));
    const make = (name: string, attributes: Readonly<Record<string, Attribute>> = {}): Operation =>
      buildOperation(this.context, name, { resultTypes: [type], attributes });
    switch (constants.kindOf(id)) {
      case ConstantKind.null:
        return make('llvm.mlir.zero');
      case ConstantKind.undef:
        return make('llvm.mlir.undef');
      case ConstantKind.poison:
        return make('llvm.mlir.poison');
      case ConstantKind.global:
        return make('llvm.mlir.addressof', { global_name: this.context.symbolRefAttr(constants.globalOf(id).name) });
      case ConstantKind.zero:
        if (constants.typeOf(id).kind !== 'vector') return make('llvm.mlir.zero');
        return make('llvm.mlir.constant', { value: this.attribute(id) });
      default:
        return make('llvm.mlir.constant', { value: this.attribute(id) });
    }
  }

  /** The constant as an attribute: the value of a constant or of a global. */
  attribute(id: ValueId): Attribute {
    const { context } = this;
    const { constants } = this.module;
    const type = constants.typeOf(id);
    switch (constants.kindOf(id)) {
      case ConstantKind.integer:
        return context.integerAttr(this.types.of(type), unsignedBoolean(type, constants.bigintOf(id)));
      case ConstantKind.float:
        return this.float(this.types.of(type), constants.numberOf(id));
      case ConstantKind.bytes:
        return context.stringAttr(Buffer.from(constants.bytesOf(id)).toString('latin1'));
      case ConstantKind.zero:
      case ConstantKind.aggregate:
        return this.dense(id, type);
      default:
        throw new TypeError(`a constant of type '${type.text}' has no counterpart in the llvm dialect`);
    }
  }

  private float(type: Type, value: number): Attribute {
    if (type.kind !== 'float') throw new TypeError('a float of another type');
    return this.context.floatAttr(type, value, floatToBits(type.name, value));
  }

  /** `dense<…>` of a vector, or of an array (of arrays) of numbers or vectors. */
  private dense(id: ValueId, type: LlvmType): Attribute {
    const shape: number[] = [];
    let element = type;
    while (element.kind === 'array' || element.kind === 'vector') {
      shape.push(element.length);
      element = element.element;
    }
    const scalar = this.types.of(element);
    const size = elementByteSize(scalar);
    if (size === undefined) throw new TypeError(`a constant of type '${type.text}' has no counterpart in the llvm dialect`);
    const shaped = type.kind === 'vector' ? this.context.vectorType(shape, scalar) : this.context.tensorType(shape, scalar);
    const { constants } = this.module;
    if (constants.kindOf(id) === ConstantKind.zero) return this.context.denseElementsAttr(shaped, new Uint8Array(size), true);
    const scalars: ValueId[] = [];
    const collect = (at: ValueId): void => {
      if (constants.kindOf(at) === ConstantKind.aggregate) constants.elementsOf(at).forEach(collect);
      else scalars.push(at);
    };
    collect(id);
    const splat = scalars.every((value) => value === scalars[0]);
    const stored = splat ? scalars.slice(0, 1) : scalars;
    const data = new Uint8Array(size * stored.length);
    stored.forEach((value, i) => {
      if (scalar.kind === 'float') writeFloat(scalar.name, data, i, constants.numberOf(value));
      else writeBits(data, i * size, size, unsignedBoolean(element, constants.bigintOf(value)));
    });
    return this.context.denseElementsAttr(shaped, data, splat);
  }
}

/** `i1` is 0 or 1 in MLIR, 0 or -1 in LLVM. */
function unsignedBoolean(type: LlvmType, value: bigint): bigint {
  return type.kind === 'integer' && type.width === 1 ? BigInt.asUintN(1, value) : value;
}
