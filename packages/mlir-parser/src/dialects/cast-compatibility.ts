import { stridesAndOffset } from './memref-strides.js';
import { dynamicDimension, type MemRefType, type Type } from '../ir/type.js';
import type { CastCompatibility } from '../ods/definitions-from-table.js';
import { elementTypeOrSelf } from '../ods/type-predicate.js';

/** What casts (by operation) may turn into what: `areCastCompatible` of MLIR's `CastOpInterface`. Shapes are checked elsewhere. */
export const castCompatibility: Readonly<Record<string, CastCompatibility>> = {
  'arith.bitcast': (from, to) => {
    const [source, target] = [valueWidth(from), valueWidth(to)];
    return source !== undefined && source === target;
  },
  'arith.extf': (from, to) => compareWidths('float', from, to) < 0,
  'arith.extsi': (from, to) => compareWidths('integer', from, to) < 0,
  'arith.extui': (from, to) => compareWidths('integer', from, to) < 0,
  'arith.fptosi': (from, to) => isLike('float', from) && isLike('integer', to),
  'arith.fptoui': (from, to) => isLike('float', from) && isLike('integer', to),
  'arith.index_cast': (from, to) => oneIsIndex(elementTypeOrSelf(from), elementTypeOrSelf(to)),
  'arith.index_castui': (from, to) => oneIsIndex(elementTypeOrSelf(from), elementTypeOrSelf(to)),
  'arith.sitofp': (from, to) => isLike('integer', from) && isLike('float', to),
  'arith.truncf': (from, to) => compareWidths('float', from, to) > 0,
  'arith.trunci': (from, to) => compareWidths('integer', from, to) > 0,
  'arith.uitofp': (from, to) => isLike('integer', from) && isLike('float', to),
  'index.casts': oneIsIndex,
  'index.castu': oneIsIndex,
  'memref.cast': memrefCast,
  'tensor.bitcast': (from, to) => valueWidth(from) !== undefined && valueWidth(from) === valueWidth(to) && sameDimensions(from, to),
  'tensor.cast': (from, to) => elementTypeOrSelf(from) === elementTypeOrSelf(to) && sameDimensions(from, to),
};

function isLike(kind: 'integer' | 'float', type: Type): boolean {
  return elementTypeOrSelf(type).kind === kind;
}

/** Negative if `from` is narrower than `to`; NaN, which compares as false, if one is not of that kind. */
function compareWidths(kind: 'integer' | 'float', from: Type, to: Type): number {
  if (!isLike(kind, from) || !isLike(kind, to)) return NaN;
  return (valueWidth(from) ?? NaN) - (valueWidth(to) ?? NaN);
}

/** Bits of an element of integer or float type. */
function valueWidth(type: Type): number | undefined {
  const element = elementTypeOrSelf(type);
  if (element.kind === 'integer') return element.width;
  // bf16 and tf32 carry their width at the end, the narrow formats after an f.
  return element.kind === 'float' ? (element.name === 'tf32' ? 19 : Number(/\d+/.exec(element.name)?.[0])) : undefined;
}

function oneIsIndex(from: Type, to: Type): boolean {
  return (from.kind === 'index') !== (to.kind === 'index') && (from.kind === 'integer' || to.kind === 'integer');
}

/** Whether ranks agree and known sizes are equal; an unranked type fits all. */
function sameDimensions(from: Type, to: Type): boolean {
  if (!('shape' in from) || !('shape' in to)) return true;
  return from.shape.length === to.shape.length && from.shape.every((size, index) => mayEqual(size, to.shape[index], dynamicDimension));
}

function mayEqual<T>(a: T, b: T, dynamic: T): boolean {
  return a === b || a === dynamic || b === dynamic;
}

function memrefCast(from: Type, to: Type): boolean {
  const known = (type: Type): type is Extract<Type, { kind: 'memref' | 'unranked-memref' }> => type.kind === 'memref' || type.kind === 'unranked-memref';
  if (!known(from) || !known(to) || (from.kind === 'unranked-memref' && to.kind === 'unranked-memref')) return false;
  if (from.elementType !== to.elementType || from.memorySpace !== to.memorySpace) return false;
  if (from.kind === 'unranked-memref' || to.kind === 'unranked-memref') return true;
  return sameDimensions(from, to) && compatibleLayouts(from, to);
}

/** Whether known strides and offsets are equal. Layouts that are not strided are only compared for identity. */
function compatibleLayouts(from: MemRefType, to: MemRefType): boolean {
  if (from.layout === to.layout) return true;
  const [source, target] = [stridesAndOffset(from), stridesAndOffset(to)];
  if (source === undefined || target === undefined) return from.layout?.kind === 'affine-map-attr' || to.layout?.kind === 'affine-map-attr';
  return mayEqual(source.offset, target.offset, undefined) && source.strides.every((stride, index) => mayEqual(stride, target.strides[index], undefined));
}
