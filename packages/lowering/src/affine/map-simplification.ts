import {
  isSymbolicOrConstant, substituteInExpr, type AffineExpr, type AffineMap, type AffineUniquer, type Operation, type Value,
} from '@mlir2zk/mlir-parser';
import { appliedMap, type AppliedMap } from './affine-operations.js';

/**
 * `applied` with constants and the results of `affine.apply` substituted, equal operands merged and
 * unused ones dropped. The same object if there is nothing to do.
 */
export function simplifyAppliedMap(uniquer: AffineUniquer, applied: AppliedMap): AppliedMap {
  const { map, operands } = applied;
  const collector = new OperandCollector(uniquer);
  const inputs = operands.map((operand, i) => collector.expression(operand, i >= map.numDims));
  const dims = inputs.slice(0, map.numDims);
  const symbols = inputs.slice(map.numDims);
  const results = map.results.map((result) => substituteInExpr(uniquer, result, dims, symbols));
  // Loop variables become dims, which must not be multiplied with each other: the map then stays as it was.
  if (!results.every(isSemiAffine)) return applied;
  return collector.finish(results, applied);
}

/** Whether products have a factor without dims, and quotients and remainders a divisor without dims. */
function isSemiAffine(expr: AffineExpr): boolean {
  if (!('lhs' in expr)) return true;
  const { kind, lhs, rhs } = expr;
  const legal = kind === 'add' || isSymbolicOrConstant(rhs) || (kind === 'mul' && isSymbolicOrConstant(lhs));
  return legal && isSemiAffine(lhs) && isSemiAffine(rhs);
}

/** Loop variables are dims wherever they stand: a use as a symbol is only valid for older versions of MLIR. */
function isLoopVariable(value: Value): boolean {
  const parent = value.kind === 'block-argument' ? value.owner.parentOp : undefined;
  return parent?.name === 'affine.for' || parent?.name === 'affine.parallel';
}

/** Numbers the operands that are left after substitution, dims and symbols apart. */
class OperandCollector {
  private readonly uniquer: AffineUniquer;
  private readonly dims: Value[] = [];
  private readonly symbols: Value[] = [];

  constructor(uniquer: AffineUniquer) {
    this.uniquer = uniquer;
  }

  /** `value` as an expression in the collected operands. */
  expression(value: Value, asSymbol: boolean): AffineExpr {
    const op = value.kind === 'op-result' ? value.owner : undefined;
    const constant = op?.name === 'arith.constant' ? op.attribute('value') : undefined;
    if (constant?.kind === 'integer') return this.uniquer.constant(constant.value);
    if (op?.name === 'affine.apply') return this.applyResult(op, asSymbol);
    const isSymbol = asSymbol && !isLoopVariable(value);
    const list = isSymbol ? this.symbols : this.dims;
    let at = list.indexOf(value);
    if (at < 0) at = list.push(value) - 1;
    return isSymbol ? this.uniquer.symbol(at) : this.uniquer.dim(at);
  }

  private applyResult(op: Operation, asSymbol: boolean): AffineExpr {
    const { map, operands } = appliedMap(op);
    const inputs = operands.map((operand, i) => this.expression(operand, asSymbol || i >= map.numDims));
    const [result] = map.results;
    if (result === undefined) throw new Error('a map without results');
    return substituteInExpr(this.uniquer, result, inputs.slice(0, map.numDims), inputs.slice(map.numDims));
  }

  /** The map of `results`, without operands that do not occur in them. */
  finish(results: readonly AffineExpr[], before: AppliedMap): AppliedMap {
    const used = usedInputs(results);
    const dims = this.dims.filter((_, i) => used.dims.has(i));
    const symbols = this.symbols.filter((_, i) => used.symbols.has(i));
    const renumber = <T>(all: readonly T[], kept: readonly T[], make: (at: number) => AffineExpr): AffineExpr[] =>
      all.map((value) => make(Math.max(0, kept.indexOf(value))));
    const newDims = renumber(this.dims, dims, (at) => this.uniquer.dim(at));
    const newSymbols = renumber(this.symbols, symbols, (at) => this.uniquer.symbol(at));
    const map: AffineMap = this.uniquer.map(
      dims.length,
      symbols.length,
      results.map((result) => substituteInExpr(this.uniquer, result, newDims, newSymbols)),
    );
    const operands = [...dims, ...symbols];
    const same = map === before.map && operands.every((operand, i) => operand === before.operands[i]);
    return same ? before : { map, operands };
  }
}

function usedInputs(results: readonly AffineExpr[]): { dims: Set<number>; symbols: Set<number> } {
  const dims = new Set<number>();
  const symbols = new Set<number>();
  const visit = (expr: AffineExpr): void => {
    if (expr.kind === 'dim') dims.add(expr.position);
    else if (expr.kind === 'symbol') symbols.add(expr.position);
    else if (expr.kind !== 'constant') {
      visit(expr.lhs);
      visit(expr.rhs);
    }
  };
  results.forEach(visit);
  return { dims, symbols };
}
