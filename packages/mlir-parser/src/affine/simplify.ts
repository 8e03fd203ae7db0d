import type { AffineBinaryKind, AffineExpr } from './affine-expr.js';
import type { AffineUniquer } from './affine-uniquer.js';

type Binary = Extract<AffineExpr, { lhs: AffineExpr }>;

/**
 * The simplifications that MLIR applies whenever an affine expression is built (constants to the right, terms collected,
 * exact divisions carried out). Returns undefined if the expression stays as it is. The rules decide how maps print, so
 * they follow MLIR's set and order: none more, none less.
 */
export function simplifyBinary(
  uniquer: AffineUniquer,
  kind: AffineBinaryKind,
  lhs: AffineExpr,
  rhs: AffineExpr,
): AffineExpr | undefined {
  switch (kind) {
    case 'add':
      return simplifyAdd(uniquer, lhs, rhs);
    case 'mul':
      return simplifyMul(uniquer, lhs, rhs);
    case 'floordiv':
      return simplifyFloorDiv(uniquer, lhs, rhs);
    case 'ceildiv':
      return simplifyCeilDiv(uniquer, lhs, rhs);
    case 'mod':
      return simplifyMod(uniquer, lhs, rhs);
  }
}

/** Whether `expr` uses no dimension. */
export function isSymbolicOrConstant(expr: AffineExpr): boolean {
  if ('lhs' in expr) return isSymbolicOrConstant(expr.lhs) && isSymbolicOrConstant(expr.rhs);
  return expr.kind !== 'dim';
}

/** The largest integer known to divide every value of `expr`; 0 for the constant 0. */
export function largestKnownDivisor(expr: AffineExpr): bigint {
  switch (expr.kind) {
    case 'dim':
    case 'symbol':
      return 1n;
    case 'constant':
      return expr.value < 0n ? -expr.value : expr.value;
    case 'mul':
      return largestKnownDivisor(expr.lhs) * largestKnownDivisor(expr.rhs);
    case 'floordiv':
    case 'ceildiv':
      if (expr.rhs.kind === 'constant' && expr.rhs.value !== 0n) {
        const divisor = largestKnownDivisor(expr.lhs);
        const by = expr.rhs.value < 0n ? -expr.rhs.value : expr.rhs.value;
        if (divisor % by === 0n) return divisor / by;
      }
      return 1n;
    case 'add':
    case 'mod':
      return greatestCommonDivisor(largestKnownDivisor(expr.lhs), largestKnownDivisor(expr.rhs));
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

function simplifyAdd(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (lhs.kind === 'constant' && rhs.kind === 'constant') return uniquer.constant(lhs.value + rhs.value);
  if (lhs.kind === 'constant' || (isSymbolicOrConstant(lhs) && !isSymbolicOrConstant(rhs))) return uniquer.add(rhs, lhs);
  if (rhs.kind === 'constant') {
    if (rhs.value === 0n) return lhs;
    if (lhs.kind === 'add' && lhs.rhs.kind === 'constant')
      return uniquer.add(lhs.lhs, uniquer.constant(lhs.rhs.value + rhs.value));
  }
  const left = scaled(lhs);
  const right = scaled(rhs);
  if (left.term === right.term) return uniquer.mul(left.term, uniquer.constant(left.factor + right.factor));
  if (lhs.kind === 'add' && lhs.rhs.kind === 'constant') return uniquer.add(uniquer.add(lhs.lhs, rhs), lhs.rhs);
  return remainderForm(uniquer, lhs, rhs);
}

function scaled(expr: AffineExpr): { term: AffineExpr; factor: bigint } {
  if (expr.kind === 'mul' && expr.rhs.kind === 'constant') return { term: expr.lhs, factor: expr.rhs.value };
  return { term: expr, factor: 1n };
}

/** `e - (e floordiv q) * q` is `e mod q`, for a constant or a symbolic `q`. */
function remainderForm(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== 'mul') return undefined;
  const { lhs: inner, rhs: factor } = rhs;
  if (factor.kind === 'constant' && factor.value === -1n && inner.kind === 'mul') {
    const quotient = inner.lhs;
    if (quotient.kind === 'floordiv' && quotient.rhs === inner.rhs && quotient.lhs === lhs)
      return uniquer.binary('mod', lhs, inner.rhs);
  }
  if (inner.kind === 'floordiv' && inner.lhs === lhs && inner.rhs === uniquer.negate(factor))
    return uniquer.binary('mod', lhs, inner.rhs);
  return undefined;
}

function simplifyMul(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (lhs.kind === 'constant' && rhs.kind === 'constant') return uniquer.constant(lhs.value * rhs.value);
  if (lhs.kind === 'constant' || (!isSymbolicOrConstant(rhs) && isSymbolicOrConstant(lhs))) return uniquer.mul(rhs, lhs);
  if (rhs.kind === 'constant') {
    if (rhs.value === 1n) return lhs;
    if (rhs.value === 0n) return rhs;
  }
  const product = constantProduct(lhs);
  if (product === undefined) return undefined;
  return rhs.kind === 'constant'
    ? uniquer.mul(product.term, uniquer.constant(product.factor * rhs.value))
    : uniquer.mul(uniquer.mul(product.term, rhs), uniquer.constant(product.factor));
}

function constantProduct(expr: AffineExpr): { term: AffineExpr; factor: bigint } | undefined {
  return expr.kind === 'mul' && expr.rhs.kind === 'constant' ? { term: expr.lhs, factor: expr.rhs.value } : undefined;
}

function simplifyFloorDiv(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== 'constant' || rhs.value === 0n) return undefined;
  if (lhs.kind === 'constant') return uniquer.constant(floorDivide(lhs.value, rhs.value));
  if (rhs.value === 1n) return lhs;
  const exact = exactQuotient(uniquer, lhs, rhs.value);
  if (exact !== undefined) return exact;
  if (lhs.kind === 'add' && divisibleTerm(lhs, rhs.value))
    return uniquer.add(uniquer.binary('floordiv', lhs.lhs, rhs), uniquer.binary('floordiv', lhs.rhs, rhs));
  return undefined;
}

function simplifyCeilDiv(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== 'constant' || rhs.value === 0n) return undefined;
  if (lhs.kind === 'constant') return uniquer.constant(-floorDivide(-lhs.value, rhs.value));
  if (rhs.value === 1n) return lhs;
  return exactQuotient(uniquer, lhs, rhs.value);
}

function simplifyMod(uniquer: AffineUniquer, lhs: AffineExpr, rhs: AffineExpr): AffineExpr | undefined {
  if (rhs.kind !== 'constant' || rhs.value < 1n) return undefined;
  if (lhs.kind === 'constant') return uniquer.constant(lhs.value - rhs.value * floorDivide(lhs.value, rhs.value));
  if (largestKnownDivisor(lhs) % rhs.value === 0n) return uniquer.constant(0n);
  if (lhs.kind === 'add') {
    if (largestKnownDivisor(lhs.lhs) % rhs.value === 0n) return uniquer.binary('mod', lhs.rhs, rhs);
    if (largestKnownDivisor(lhs.rhs) % rhs.value === 0n) return uniquer.binary('mod', lhs.lhs, rhs);
  }
  if (lhs.kind === 'mod' && lhs.rhs.kind === 'constant' && lhs.rhs.value % rhs.value === 0n)
    return uniquer.binary('mod', lhs.lhs, rhs);
  return undefined;
}

function exactQuotient(uniquer: AffineUniquer, lhs: AffineExpr, divisor: bigint): AffineExpr | undefined {
  const product = constantProduct(lhs);
  if (product === undefined || product.factor % divisor !== 0n) return undefined;
  return uniquer.mul(product.term, uniquer.constant(product.factor / divisor));
}

function divisibleTerm(sum: Binary, divisor: bigint): boolean {
  return largestKnownDivisor(sum.lhs) % divisor === 0n || largestKnownDivisor(sum.rhs) % divisor === 0n;
}

/** Division rounding to minus infinity. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}
