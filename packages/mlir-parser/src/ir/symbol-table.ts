import type { SymbolRefAttr } from './attribute.js';
import type { Operation } from './operation.js';

/** Whether `op` has a name that others refer to as `@name`. */
export function isSymbol(op: Operation): boolean {
  return op.definition === undefined ? op.attributes.has('sym_name') : op.definition.traits.has('Symbol') || op.properties.has('sym_name');
}

/** The `sym_name` of `op`. */
export function symbolName(op: Operation): string | undefined {
  const name = op.attribute('sym_name');
  return name?.kind === 'string' ? name.value : undefined;
}

/** Whether the symbols in the region of `op` are in a table of their own. */
export function isSymbolTable(op: Operation): boolean {
  return op.definition?.traits.has('SymbolTable') === true;
}

/** The nearest operation around `op` (or `op` itself) that holds a symbol table. */
export function nearestSymbolTable(op: Operation): Operation | undefined {
  for (let at: Operation | undefined = op; at !== undefined; at = at.parentOp) {
    if (isSymbolTable(at)) return at;
    // An unknown operation may hold one: nothing can be said about names there.
    if (at.definition === undefined) return undefined;
  }
  return undefined;
}

/** Looks symbols up; the table of an operation is built on its first use and not updated afterwards. */
export class SymbolTables {
  private readonly tables = new Map<Operation, ReadonlyMap<string, Operation>>();

  /** The symbols directly inside `table`, by name; of equal names the first. */
  symbolsOf(table: Operation): ReadonlyMap<string, Operation> {
    let symbols = this.tables.get(table);
    if (symbols === undefined) this.tables.set(table, (symbols = collect(table)));
    return symbols;
  }

  /** The operation that `reference` means inside `table`. */
  lookup(table: Operation, reference: SymbolRefAttr): Operation | undefined {
    let symbol = this.symbolsOf(table).get(reference.root);
    for (const name of reference.nested) symbol = symbol === undefined ? undefined : this.symbolsOf(symbol).get(name);
    return symbol;
  }

  /** The operation that `reference` means at `from`, looked for in the tables around it from the inside out. */
  lookupFrom(from: Operation, reference: SymbolRefAttr): Operation | undefined {
    for (let table = nearestSymbolTable(from); table !== undefined; table = table.parentOp === undefined ? undefined : nearestSymbolTable(table.parentOp)) {
      const symbol = this.lookup(table, reference);
      if (symbol !== undefined) return symbol;
    }
    return undefined;
  }
}

function collect(table: Operation): Map<string, Operation> {
  const symbols = new Map<string, Operation>();
  for (const region of table.regions)
    for (const block of region.blocks)
      for (const op of block.operations()) {
        const name = symbolName(op);
        if (name !== undefined && !symbols.has(name)) symbols.set(name, op);
      }
  return symbols;
}
