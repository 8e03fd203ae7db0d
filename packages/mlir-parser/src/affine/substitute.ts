import type { AffineExpr, AffineMap, IntegerSet } from './affine-expr.js';
import type { AffineUniquer } from './affine-uniquer.js';

/**
 * `expr` with dim i replaced by `dims[i]` and symbol i by `symbols[i]` (kept where the array has no such element),
 * simplified on the way.
 */
export function substituteInExpr(
  uniquer: AffineUniquer,
  expr: AffineExpr,
  dims: readonly (AffineExpr | undefined)[],
  symbols: readonly (AffineExpr | undefined)[] = [],
): AffineExpr {
  // Expressions are shared graphs: each node is rewritten once.
  const done = new Map<AffineExpr, AffineExpr>();
  const rewrite = (node: AffineExpr): AffineExpr => {
    switch (node.kind) {
      case 'constant':
        return node;
      case 'dim':
        return dims[node.position] ?? node;
      case 'symbol':
        return symbols[node.position] ?? node;
      default: {
        const known = done.get(node);
        if (known !== undefined) return known;
        const lhs = rewrite(node.lhs);
        const rhs = rewrite(node.rhs);
        const result = lhs === node.lhs && rhs === node.rhs ? node : uniquer.binary(node.kind, lhs, rhs);
        done.set(node, result);
        return result;
      }
    }
  };
  return rewrite(expr);
}

/** `map` with its dims and symbols replaced; the result has `numDims` dims and `numSymbols` symbols. */
export function substituteInMap(
  uniquer: AffineUniquer,
  map: AffineMap,
  dims: readonly (AffineExpr | undefined)[],
  symbols: readonly (AffineExpr | undefined)[],
  numDims: number,
  numSymbols: number,
): AffineMap {
  return uniquer.map(
    numDims,
    numSymbols,
    map.results.map((result) => substituteInExpr(uniquer, result, dims, symbols)),
  );
}

/** `set` with its dims and symbols replaced; the result has `numDims` dims and `numSymbols` symbols. */
export function substituteInSet(
  uniquer: AffineUniquer,
  set: IntegerSet,
  dims: readonly (AffineExpr | undefined)[],
  symbols: readonly (AffineExpr | undefined)[],
  numDims: number,
  numSymbols: number,
): IntegerSet {
  return uniquer.set(
    numDims,
    numSymbols,
    set.constraints.map(({ expr, equality }) => ({ expr: substituteInExpr(uniquer, expr, dims, symbols), equality })),
  );
}

/**
 * The map x ↦ outer(inner(x)): as many results of `inner` as `outer` has dims. The symbols of `outer` come first, those of
 * `inner` after them, as in MLIR's `AffineMap::compose`.
 */
export function composeAffineMaps(uniquer: AffineUniquer, outer: AffineMap, inner: AffineMap): AffineMap {
  if (outer.numDims !== inner.results.length)
    throw new RangeError(`composed a map of ${outer.numDims} dims with one of ${inner.results.length} results`);
  const shifted = Array.from({ length: inner.numSymbols }, (_, i) => uniquer.symbol(outer.numSymbols + i));
  const dims = inner.results.map((result) => substituteInExpr(uniquer, result, [], shifted));
  return substituteInMap(uniquer, outer, dims, [], inner.numDims, outer.numSymbols + inner.numSymbols);
}

/** Calls `visit` once for each dim or symbol that occurs in `expr`, in no particular order. */
export function forEachAffineInput(
  expr: AffineExpr,
  visit: (input: Extract<AffineExpr, { kind: 'dim' | 'symbol' }>) => void,
): void {
  const seen = new Set<AffineExpr>();
  const walk = (node: AffineExpr): void => {
    if (node.kind === 'constant' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'dim' || node.kind === 'symbol') visit(node);
    else {
      walk(node.lhs);
      walk(node.rhs);
    }
  };
  walk(expr);
}

/** Whether `expr` is affine proper: products, quotients and remainders only by constants. Others are semi-affine. */
export function isPureAffine(expr: AffineExpr): boolean {
  switch (expr.kind) {
    case 'dim':
    case 'symbol':
    case 'constant':
      return true;
    case 'add':
      return isPureAffine(expr.lhs) && isPureAffine(expr.rhs);
    case 'mul':
    case 'mod':
    case 'floordiv':
    case 'ceildiv':
      return isPureAffine(expr.lhs) && expr.rhs.kind === 'constant';
  }
}
