import { noteAt, opError, errorAt } from '../ir/op-diagnostic.js';
import type { Operation } from '../ir/operation.js';
import type { SymbolTables} from '../ir/symbol-table.js';
import { isSymbolTable, symbolName } from '../ir/symbol-table.js';
import { attributeText } from '../printer/describe.js';
import type { Diagnostic } from '../source/diagnostic.js';

const VISIBILITIES = ['public', 'private', 'nested'];

/** Checks that `op`, if it is a symbol, is named as one, and that a symbol table in it has each name once. */
export function verifySymbolNames(op: Operation, report: (diagnostic: Diagnostic) => void): void {
  if (op.definition?.traits.has('Symbol') === true) verifySymbol(op, report);
  if (!isSymbolTable(op)) return;
  if (op.regions.length !== 1) return report(opError(op, "Operations with a 'SymbolTable' must have exactly one region"));
  if (op.region(0).blocks.length !== 1) return report(opError(op, "Operations with a 'SymbolTable' must have exactly one block"));
  const seen = new Map<string, Operation>();
  for (const inner of op.region(0).blocks[0].operations()) {
    const name = symbolName(inner);
    if (name === undefined) continue;
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, inner);
    else report(errorAt(inner, `redefinition of symbol named '${name}'`, [noteAt(earlier.location, 'see existing symbol definition here')]));
  }
}

function verifySymbol(op: Operation, report: (diagnostic: Diagnostic) => void): void {
  const name = op.attribute('sym_name');
  if (name === undefined) return; // a module need not have one; for others the ODS record says that it is missing
  if (name.kind !== 'string') return report(opError(op, "requires string attribute 'sym_name'"));
  const visibility = op.attribute('sym_visibility');
  if (visibility === undefined) return;
  if (visibility.kind !== 'string')
    return report(opError(op, `requires visibility attribute 'sym_visibility' to be a string attribute, but got ${attributeText(visibility)}`));
  if (!VISIBILITIES.includes(visibility.value))
    report(opError(op, `visibility expected to be one of ["public", "private", "nested"], but got "${visibility.value}"`));
}

/** Checks the symbols that `op` refers to: each kind of user knows what they must be. */
export function verifySymbolUses(op: Operation, tables: SymbolTables, report: (diagnostic: Diagnostic) => void): void {
  for (const diagnostic of op.definition?.verifySymbolUses?.(op, tables) ?? []) report(diagnostic);
}
