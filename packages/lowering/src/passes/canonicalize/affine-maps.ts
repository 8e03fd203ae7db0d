import type { AffineMap, Context, Operation } from '@mlir2zk/mlir-parser';
import { appliedMap, elementAccess, forLoop, type AppliedMap } from '../../affine/affine-operations.js';
import { simplifyAppliedMap } from '../../affine/map-simplification.js';
import { definePattern, type RewritePattern } from '../../rewrite/pattern.js';

/** A map of an operation, with the attribute that holds it and the place of its operands. */
interface MapPlace {
  readonly attribute: string;
  readonly firstOperand: number;
  readonly applied: AppliedMap;
}

function mapPlaces(op: Operation): MapPlace[] {
  if (op.name === 'affine.for') {
    const { lower, upper } = forLoop(op);
    return [
      { attribute: 'lowerBoundMap', firstOperand: 0, applied: lower },
      { attribute: 'upperBoundMap', firstOperand: lower.operands.length, applied: upper },
    ];
  }
  const access = elementAccess(op);
  if (access === undefined) return [{ attribute: 'map', firstOperand: 0, applied: appliedMap(op) }];
  if (access.map === undefined) return [];
  const firstOperand = op.numOperands - access.indices.length;
  return [{ attribute: 'map', firstOperand, applied: { map: access.map, operands: access.indices } }];
}

interface Simplification {
  readonly place: MapPlace;
  readonly simplified: AppliedMap;
}

/** `affine.load %m[%0]` with `%0 = affine.apply (d0) -> (d0 + 1)(%i)` becomes `affine.load %m[%i + 1]`; likewise in bounds. */
export function simplifyAffineMaps(context: Context): RewritePattern {
  return definePattern<Simplification>({
    name: 'simplify affine maps',
    operations: ['affine.for', 'affine.load', 'affine.store', 'affine.apply', 'affine.max', 'affine.min'],
    match(op) {
      for (const place of mapPlaces(op)) {
        const simplified = simplifyAppliedMap(context.affine, place.applied);
        if (simplified !== place.applied) return { place, simplified };
      }
      return undefined;
    },
    rewrite(op, { place, simplified }, rewriter) {
      const { attribute, firstOperand, applied } = place;
      const before = op.operands;
      rewriter.modify(op, () => {
        op.setOperands([
          ...before.slice(0, firstOperand),
          ...simplified.operands,
          ...before.slice(firstOperand + applied.operands.length),
        ]);
        op.setAttribute(attribute, context.affineMapAttr(simplified.map));
        if (op.name === 'affine.for') setLoopSegments(context, op);
      });
      rewriter.released(before);
    },
  });
}

/** `affine.for` also keeps the sizes of its operand groups as an attribute. */
function setLoopSegments(context: Context, op: Operation): void {
  const size = (name: string): number => {
    const attribute = op.attribute(name);
    return attribute?.kind === 'affine-map-attr' ? attribute.map.numDims + attribute.map.numSymbols : 0;
  };
  const sizes = [size('lowerBoundMap'), size('upperBoundMap')];
  sizes.push(op.numOperands - sizes[0] - sizes[1]);
  op.setAttribute('operandSegmentSizes', context.denseArrayAttr(context.integerType(32), 3, new Uint8Array(new Int32Array(sizes).buffer)));
}

/** `affine.apply`, `affine.max` and `affine.min` of one result that is a constant or just an operand. */
export function foldAffineMaps(context: Context): RewritePattern {
  return definePattern<{ readonly map: AffineMap; readonly value: number | undefined }>({
    name: 'fold affine maps',
    operations: ['affine.apply', 'affine.max', 'affine.min'],
    match(op) {
      const { map } = appliedMap(op);
      const constants = map.results.map((result) => (result.kind === 'constant' ? Number(result.value) : undefined));
      if (constants.every((value) => value !== undefined))
        return { map, value: op.name === 'affine.min' ? Math.min(...constants) : Math.max(...constants) };
      const [only] = map.results;
      const isOperand = map.results.length === 1 && (only?.kind === 'dim' || only?.kind === 'symbol');
      return isOperand ? { map, value: undefined } : undefined;
    },
    rewrite(op, { map, value }, rewriter) {
      if (value !== undefined) {
        rewriter.replaceOpWithNew(op, {
          name: 'arith.constant',
          resultTypes: [context.indexType],
          properties: [['value', context.indexAttr(value)]],
        });
        return;
      }
      const [only] = map.results;
      const at = only?.kind === 'dim' ? only.position : only?.kind === 'symbol' ? map.numDims + only.position : 0;
      rewriter.replaceOp(op, [op.operand(at)]);
    },
  });
}
