import type { AffineExpr, AffineMap, IntegerSet } from './affine-expr.js';

/** Spells dim or symbol number `position`; the default is `d0`, `s0`. */
export type AffineNamer = (position: number, isSymbol: boolean) => string;

const defaultNamer: AffineNamer = (position, isSymbol) => `${isSymbol ? 's' : 'd'}${position}`;

/** `expr` as MLIR prints it. */
export function affineExprText(expr: AffineExpr, name: AffineNamer = defaultNamer): string {
  return spell(expr, name, false);
}

/** `(d0)[s0] -> (d0 + s0)` */
export function affineMapText(map: AffineMap): string {
  const results = map.results.map((result) => affineExprText(result)).join(', ');
  return `${dimensionListText(map.numDims, map.numSymbols)} -> (${results})`;
}

/** `(d0)[s0] : (d0 - s0 >= 0)` */
export function integerSetText(set: IntegerSet): string {
  const constraints = set.constraints.map(({ expr, equality }) => `${affineExprText(expr)} ${equality ? '==' : '>='} 0`);
  // A set without constraints is everything; MLIR spells that out.
  return `${dimensionListText(set.numDims, set.numSymbols)} : (${constraints.length === 0 ? '0 == 0' : constraints.join(', ')})`;
}

function dimensionListText(numDims: number, numSymbols: number): string {
  const dims = `(${Array.from({ length: numDims }, (_, i) => `d${i}`).join(', ')})`;
  if (numSymbols === 0) return dims;
  return `${dims}[${Array.from({ length: numSymbols }, (_, i) => `s${i}`).join(', ')}]`;
}

/** `tight`: the surrounding operator binds more strongly than addition, so every operator needs parentheses. */
function spell(expr: AffineExpr, name: AffineNamer, tight: boolean): string {
  switch (expr.kind) {
    case 'dim':
      return name(expr.position, false);
    case 'symbol':
      return name(expr.position, true);
    case 'constant':
      return String(expr.value);
    case 'add': {
      const text = spellSum(expr.lhs, expr.rhs, name);
      return tight ? `(${text})` : text;
    }
    case 'mul':
    case 'mod':
    case 'floordiv':
    case 'ceildiv': {
      const negated = expr.kind === 'mul' && expr.rhs.kind === 'constant' && expr.rhs.value === -1n;
      const text = negated
        ? `-${spell(expr.lhs, name, true)}`
        : `${spell(expr.lhs, name, true)} ${expr.kind === 'mul' ? '*' : expr.kind} ${spell(expr.rhs, name, true)}`;
      return tight ? `(${text})` : text;
    }
  }
}

function spellSum(lhs: AffineExpr, rhs: AffineExpr, name: AffineNamer): string {
  const left = spell(lhs, name, false);
  if (rhs.kind === 'mul' && rhs.rhs.kind === 'constant' && rhs.rhs.value < 0n) {
    if (rhs.rhs.value === -1n) return `${left} - ${spell(rhs.lhs, name, rhs.lhs.kind === 'add')}`;
    return `${left} - ${spell(rhs.lhs, name, true)} * ${-rhs.rhs.value}`;
  }
  if (rhs.kind === 'constant' && rhs.value < 0n) return `${left} - ${-rhs.value}`;
  return `${left} + ${spell(rhs, name, false)}`;
}
