import type { Type } from '../ir/type.js';

/** Bytes of a pointer in zkLLVM's data layout. */
export const POINTER_BYTES = 8;

/** How a type lies in memory under zkLLVM's data layout, where nothing is padded. */
export interface MemoryLayout {
  /** Size in bytes. */
  readonly bytes: number;
  /** How many scalars it consists of. */
  readonly scalars: number;
}

const known = new WeakMap<Type, MemoryLayout>();

/**
 * The layout of a type.
 *
 * @throws TypeError for types without a size: void, functions, labels, metadata, opaque structs
 */
export function memoryLayout(type: Type): MemoryLayout {
  const cached = known.get(type);
  if (cached !== undefined) return cached;
  const computed = computeLayout(type);
  known.set(type, computed);
  return computed;
}

function computeLayout(type: Type): MemoryLayout {
  switch (type.kind) {
    case 'integer':
      return { bytes: Math.ceil(type.width / 8), scalars: 1 };
    case 'float':
      return { bytes: Math.ceil(type.bits / 8), scalars: 1 };
    case 'field':
      return { bytes: type.field.storeBytes, scalars: 1 };
    case 'curve':
      return { bytes: type.curve.name === 'bls12381' ? 96 : 64, scalars: 1 };
    case 'pointer':
      return { bytes: POINTER_BYTES, scalars: 1 };
    case 'array':
    case 'vector': {
      const { bytes, scalars } = memoryLayout(type.element);
      return { bytes: type.length * bytes, scalars: type.length * scalars };
    }
    case 'struct': {
      if (type.fields === undefined) throw new TypeError(`type '${type.text}' has no size: it is opaque`);
      const fields = type.fields.map(memoryLayout);
      return {
        bytes: fields.reduce((sum, { bytes }) => sum + bytes, 0),
        scalars: fields.reduce((sum, { scalars }) => sum + scalars, 0),
      };
    }
    case 'target':
    case 'void':
    case 'label':
    case 'metadata':
    case 'function':
      throw new TypeError(`type '${type.text}' has no size`);
  }
}

/** The scalars of a type in memory order, arrays flattened. */
export function* scalarTypes(type: Type): Generator<Type, void> {
  switch (type.kind) {
    case 'array':
    case 'vector':
      for (let i = 0; i < type.length; i++) yield* scalarTypes(type.element);
      return;
    case 'struct':
      for (const field of type.fields ?? []) yield* scalarTypes(field);
      return;
    default:
      yield type;
  }
}
