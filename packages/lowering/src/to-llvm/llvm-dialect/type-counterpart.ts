import type { FloatTypeName as LlvmFloatName, Type as LlvmType } from '@mlir2zk/llvm-emit';
import { typeText, type Context, type FloatTypeName, type Type } from '@mlir2zk/mlir-parser';

const floatNames: Partial<Record<LlvmFloatName, FloatTypeName>> = {
  half: 'f16', bfloat: 'bf16', float: 'f32', double: 'f64', x86_fp80: 'f80', fp128: 'f128',
};

/** The types of MLIR's llvm dialect that stand for LLVM's: scalars and vectors are MLIR's own, all others the dialect's. */
export class TypeCounterparts {
  private readonly context: Context;
  private readonly known = new Map<LlvmType, Type>();

  constructor(context: Context) {
    this.context = context;
  }

  /** @throws TypeError for types that the dialect does not have */
  of(type: LlvmType): Type {
    let counterpart = this.known.get(type);
    if (counterpart === undefined) this.known.set(type, (counterpart = this.make(type)));
    return counterpart;
  }

  private make(type: LlvmType): Type {
    const { context } = this;
    switch (type.kind) {
      case 'integer':
        return context.integerType(type.width);
      case 'float': {
        const name = floatNames[type.name];
        if (name === undefined) break;
        return context.floatType(name);
      }
      case 'vector':
        return context.vectorType([type.length], this.of(type.element));
      case 'void':
      case 'pointer':
      case 'array':
      case 'struct':
      case 'function':
        return context.dialectType('llvm', this.body(type));
      case 'label':
      case 'metadata':
      case 'field':
      case 'curve':
      case 'target':
        break;
    }
    throw new TypeError(`type '${type.text}' has no counterpart in the llvm dialect`);
  }

  /** How a type stands inside a type of the dialect, without `!llvm.` before it. */
  private body(type: LlvmType): string {
    switch (type.kind) {
      case 'void':
        return 'void';
      case 'pointer':
        return type.addressSpace === 0 ? 'ptr' : `ptr<${type.addressSpace}>`;
      case 'array':
        return `array<${type.length} x ${this.body(type.element)}>`;
      case 'struct': {
        const fields = (type.fields ?? []).map((field) => this.body(field)).join(', ');
        return type.packed ? `struct<packed (${fields})>` : `struct<(${fields})>`;
      }
      case 'function':
        return `func<${this.body(type.returnType)} (${type.parameters.map((parameter) => this.body(parameter)).join(', ')})>`;
      default:
        return typeText(this.of(type));
    }
  }
}
