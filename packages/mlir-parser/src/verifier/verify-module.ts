/**
 * The invariants of a module, checked from the outside in; what is inside an operation that is itself wrong is not looked at.
 *
 * 1. Operations: registered ones satisfy the constraints and traits of their ODS record and their own verification;
 *    a dialect that is registered has no operations but its own.
 * 2. Regions: graph regions have at most one block, entry blocks no predecessors; a block ends with its only operation that may
 *    have successors, which is a terminator unless the region needs none; successors are blocks of the same region.
 * 3. Symbols: a symbol has a name and a known visibility; a symbol table has each name once; references resolve to what the
 *    user needs.
 * 4. Values: definitions dominate uses (anywhere in the region, in graph regions); nothing inside an operation that is isolated
 *    from above uses a value from outside.
 */
import { errorAt } from '../ir/op-diagnostic.js';
import type { Operation } from '../ir/operation.js';
import { SymbolTables } from '../ir/symbol-table.js';
import type { Context } from '../ir/context.js';
import { DiagnosticError, type Diagnostic } from '../source/diagnostic.js';
import { Dominance } from './dominance.js';
import { verifyRegions } from './verify-blocks.js';
import { verifyOperands } from './verify-dominance.js';
import { verifySymbolNames, verifySymbolUses } from './verify-symbols.js';

/** Reported at most for one module. */
const MAX_ERRORS = 20;

/** Thrown to stop the walk when enough has been reported. */
class EnoughErrors extends Error {}

/** Everything that is wrong with `op` and what is inside it, up to 20 errors. */
export function verifyOperation(op: Operation, context: Context): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
    if (diagnostics.length >= MAX_ERRORS) throw new EnoughErrors();
  };
  try {
    verifyTree(op, context, report, () => diagnostics.length);
    // As in MLIR: values are looked at only when everything else is right.
    if (diagnostics.length === 0) verifyValues(op, new Dominance(), report);
  } catch (error) {
    if (!(error instanceof EnoughErrors)) throw error;
  }
  return diagnostics;
}

/** Throws a DiagnosticError if `module` violates an invariant. */
export function verifyModule(module: Operation, context: Context): void {
  const diagnostics = verifyOperation(module, context);
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
}

function verifyTree(root: Operation, context: Context, report: (diagnostic: Diagnostic) => void, countErrors: () => number): void {
  const tables = new SymbolTables();
  root.walk((op) => {
    const before = countErrors();
    if (op.definition === undefined) {
      if (op.dialect !== '' && context.hasDialect(op.dialect))
        report(errorAt(op, `unregistered operation '${op.name}' found in dialect ('${op.dialect}') that does not allow unknown operations`));
    } else {
      for (const diagnostic of op.definition.verify?.(op) ?? []) report(diagnostic);
    }
    if (countErrors() === before) {
      verifyRegions(op, report);
      verifySymbolNames(op, report);
      verifySymbolUses(op, tables, report);
    }
    return countErrors() === before ? undefined : 'skip';
  });
}

function verifyValues(root: Operation, dominance: Dominance, report: (diagnostic: Diagnostic) => void): void {
  for (const region of root.regions)
    for (const block of region.blocks) {
      const reachable = dominance.isReachable(block);
      for (let op = block.firstOperation; op !== undefined; op = op.next) {
        if (reachable && op.numOperands > 0) verifyOperands(op, dominance, report);
        if (op.regions.length > 0) verifyValues(op, dominance, report);
      }
    }
}
