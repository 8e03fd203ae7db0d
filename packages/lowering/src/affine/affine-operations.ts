import type { AffineMap, Block, BlockArgument, Operation, Value } from '@mlir2zk/mlir-parser';

/** An affine map applied to SSA values: the operands of its dims, then of its symbols. */
export interface AppliedMap {
  readonly map: AffineMap;
  readonly operands: readonly Value[];
}

/** The parts of an `affine.for`. */
export interface ForLoop {
  readonly op: Operation;
  /** The induction variable starts at the largest result. */
  readonly lower: AppliedMap;
  /** It stays below the smallest result. */
  readonly upper: AppliedMap;
  readonly step: number;
  readonly initials: readonly Value[];
  readonly body: Block;
  readonly inductionVariable: BlockArgument;
  /** The loop-carried values, as many as `initials`. */
  readonly carried: readonly BlockArgument[];
}

function mapAttribute(op: Operation, name: string): AffineMap {
  const attribute = op.attribute(name);
  if (attribute?.kind !== 'affine-map-attr') throw new Error(`'${op.name}' has no map '${name}'`);
  return attribute.map;
}

/** The parts of `op`, an `affine.for` that passes the verifier. */
export function forLoop(op: Operation): ForLoop {
  const lowerMap = mapAttribute(op, 'lowerBoundMap');
  const upperMap = mapAttribute(op, 'upperBoundMap');
  const step = op.attribute('step');
  const operands = op.operands;
  const lowerEnd = lowerMap.numDims + lowerMap.numSymbols;
  const upperEnd = lowerEnd + upperMap.numDims + upperMap.numSymbols;
  const body = op.region(0).entry;
  const [inductionVariable, ...carried] = body?.arguments ?? [];
  if (body === undefined || inductionVariable === undefined) throw new Error("'affine.for' has no body");
  return {
    op,
    lower: { map: lowerMap, operands: operands.slice(0, lowerEnd) },
    upper: { map: upperMap, operands: operands.slice(lowerEnd, upperEnd) },
    step: step?.kind === 'integer' ? Number(step.value) : 1,
    initials: operands.slice(upperEnd),
    body,
    inductionVariable,
    carried,
  };
}

/** The map of an `affine.apply`, `affine.max` or `affine.min`. */
export function appliedMap(op: Operation): AppliedMap {
  return { map: mapAttribute(op, 'map'), operands: op.operands };
}

/** A load or store of one element. */
export interface ElementAccess {
  readonly op: Operation;
  readonly memref: Value;
  /** What is stored; undefined for loads. */
  readonly stored: Value | undefined;
  /** The operands that subscripts are made of; they are the subscripts where there is no map. */
  readonly indices: readonly Value[];
  /** The map of `affine.load` and `affine.store`; undefined for `memref.load` and `memref.store`. */
  readonly map: AffineMap | undefined;
}

/** The access that `op` is; undefined if it is none. */
export function elementAccess(op: Operation): ElementAccess | undefined {
  switch (op.name) {
    case 'affine.load':
    case 'affine.store':
    case 'memref.load':
    case 'memref.store': {
      const stores = op.name.endsWith('store') ? 1 : 0;
      const stored = stores === 1 ? op.operand(0) : undefined;
      const indices = op.operands.slice(stores + 1);
      const map = op.dialect === 'affine' ? mapAttribute(op, 'map') : undefined;
      return { op, memref: op.operand(stores), stored, indices, map };
    }
    default:
      return undefined;
  }
}
