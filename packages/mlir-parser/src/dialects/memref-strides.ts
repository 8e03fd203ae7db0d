import type { AffineExpr } from '../affine/affine-expr.js';
import { dynamicDimension, type MemRefType } from '../ir/type.js';

/** Undefined entries are known only at run time. */
export interface StridesAndOffset {
  readonly strides: readonly (bigint | undefined)[];
  readonly offset: bigint | undefined;
}

/** Strides and offset of the layout of `type`; undefined if the layout is not strided. */
export function stridesAndOffset(type: MemRefType): StridesAndOffset | undefined {
  const { layout } = type;
  if (layout?.kind === 'strided-layout') return layout;
  if (layout?.kind === 'affine-map-attr') {
    const [result, ...others] = layout.map.results;
    return others.length > 0 || result === undefined ? undefined : linearParts(result, type.shape.length);
  }
  if (layout !== undefined) return undefined;
  const strides: (bigint | undefined)[] = [];
  let stride: bigint | undefined = 1n;
  for (const size of [...type.shape].reverse()) {
    strides.unshift(stride);
    stride = stride === undefined || size === dynamicDimension ? undefined : stride * BigInt(size);
  }
  return { strides, offset: 0n };
}

/** The coefficients of the dimensions in `expr`, and the rest; undefined if it is not linear in them. */
function linearParts(expr: AffineExpr, rank: number): StridesAndOffset | undefined {
  switch (expr.kind) {
    case 'constant':
      return { strides: zeros(rank), offset: expr.value };
    case 'symbol':
      return { strides: zeros(rank), offset: undefined };
    case 'dim':
      return { strides: zeros(rank).map((zero, index) => (index === expr.position ? 1n : zero)), offset: 0n };
    case 'add': {
      const [left, right] = [linearParts(expr.lhs, rank), linearParts(expr.rhs, rank)];
      if (left === undefined || right === undefined) return undefined;
      return { strides: left.strides.map((stride, index) => sum(stride, right.strides[index])), offset: sum(left.offset, right.offset) };
    }
    case 'mul': {
      const [left, right] = [linearParts(expr.lhs, rank), linearParts(expr.rhs, rank)];
      if (left === undefined || right === undefined) return undefined;
      const factor = right.strides.every((stride) => stride === 0n) ? right.offset : left.offset;
      const scaled = right.strides.every((stride) => stride === 0n) ? left : right;
      return { strides: scaled.strides.map((stride) => product(stride, factor)), offset: product(scaled.offset, factor) };
    }
    case 'mod':
    case 'floordiv':
    case 'ceildiv':
      return undefined;
  }
}

function zeros(rank: number): bigint[] {
  return new Array<bigint>(rank).fill(0n);
}

export function sum(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}

export function product(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === 0n || b === 0n) return 0n;
  return a === undefined || b === undefined ? undefined : a * b;
}
