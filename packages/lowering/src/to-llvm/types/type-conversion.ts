import type { FloatTypeName as LlvmFloatName, StructType, Type as LlvmType, TypeTable } from '@mlir2zk/llvm-emit';
import type { FloatTypeName, MemRefType, Type } from '@mlir2zk/mlir-parser';
import { memrefLayout, type MemRefLayout } from './memref-layout.js';

/** Bits of `index`, of addresses and of the sizes in descriptors. */
export const indexWidth = 64;

const floatNames: Partial<Record<FloatTypeName, LlvmFloatName>> = {
  f16: 'half',
  bf16: 'bfloat',
  f32: 'float',
  f64: 'double',
  f80: 'x86_fp80',
  f128: 'fp128',
};

/** What code needs to know of a memref type. */
export interface ConvertedMemRef {
  readonly type: MemRefType;
  readonly layout: MemRefLayout;
  /** The type of an element, in registers and in memory. */
  readonly element: LlvmType;
  /** `ptr`, in the memref's address space. */
  readonly pointer: LlvmType;
  /** `{ ptr allocated, ptr aligned, i64 offset, [rank x i64] sizes, [rank x i64] strides }`, without arrays at rank 0. */
  readonly descriptor: StructType;
}

/** MLIR types as LLVM types, the way upstream's `LLVMTypeConverter` converts them. */
export class TypeConversion {
  readonly types: TypeTable;
  private readonly converted = new Map<Type, LlvmType | undefined>();
  private readonly memrefs = new Map<MemRefType, ConvertedMemRef | undefined>();

  constructor(types: TypeTable) {
    this.types = types;
  }

  /** The type of `type`'s values where they are one value; undefined if LLVM IR has none. */
  convert(type: Type): LlvmType | undefined {
    if (!this.converted.has(type)) this.converted.set(type, this.make(type));
    return this.converted.get(type);
  }

  /** Undefined if the memref is not strided or its element type has no LLVM type. */
  memref(type: MemRefType): ConvertedMemRef | undefined {
    if (!this.memrefs.has(type)) this.memrefs.set(type, this.makeMemRef(type));
    return this.memrefs.get(type);
  }

  private make(type: Type): LlvmType | undefined {
    const { types } = this;
    switch (type.kind) {
      case 'integer':
        return type.width === 0 ? undefined : types.int(type.width);
      case 'index':
        return types.int(indexWidth);
      case 'float': {
        const name = floatNames[type.name];
        return name === undefined ? undefined : types.float(name);
      }
      case 'vector': {
        const element = this.convert(type.elementType);
        if (element === undefined || type.scalable.includes(true)) return undefined;
        const lanes = types.vector(type.shape.at(-1) ?? 1, element);
        return type.shape.slice(0, -1).reduceRight<LlvmType>((row, count) => types.array(count, row), lanes);
      }
      case 'memref':
        return this.memref(type)?.descriptor;
      case 'function':
        return types.ptr;
      case 'none':
      case 'complex':
      case 'tensor':
      case 'unranked-tensor':
      case 'unranked-memref':
      case 'tuple':
      case 'dialect':
        return undefined;
    }
  }

  private makeMemRef(type: MemRefType): ConvertedMemRef | undefined {
    const { types } = this;
    const layout = memrefLayout(type);
    const element = this.convert(type.elementType);
    const pointer = this.pointer(type);
    if (layout === undefined || element === undefined || pointer === undefined) return undefined;
    const numbers = types.array(type.shape.length, types.i64);
    const arrays = type.shape.length === 0 ? [] : [numbers, numbers];
    return { type, layout, element, pointer, descriptor: types.struct([pointer, pointer, types.i64, ...arrays]) };
  }

  private pointer({ memorySpace }: MemRefType): LlvmType | undefined {
    if (memorySpace === undefined) return this.types.ptr;
    return memorySpace.kind === 'integer' ? this.types.pointer(Number(memorySpace.value)) : undefined;
  }
}
