import type { DialectTable, EnumRecord, VersionChanges } from '../ods/dialect-table.js';
import { changesIn22 } from './generated/changes-in-22.js';
import { dialectTables } from './generated/dialect-tables.js';

const parsedTables = new Map<string, DialectTable>();

/** The operation table of `dialect`; throws a RangeError if it has none. */
export function dialectTable(dialect: string): DialectTable {
  let table = parsedTables.get(dialect);
  if (table === undefined) {
    const source = dialectTables[dialect];
    if (source === undefined) throw new RangeError(`no operation table for dialect '${dialect}'`);
    table = JSON.parse(source) as DialectTable;
    parsedTables.set(dialect, table);
  }
  return table;
}

/** The dialects that have a table, sorted. */
export const tableDialects: readonly string[] = Object.keys(dialectTables);

/** The enum that C++ calls `name`; throws a RangeError if `dialect` has none. */
export function dialectEnum(dialect: string, name: string): EnumRecord {
  const record = dialectTable(dialect).enums.find((candidate) => candidate.name === name);
  if (record === undefined) throw new RangeError(`no enum ${name} in the table of '${dialect}'`);
  return record;
}

/** What MLIR 22 changes in `dialect`; undefined for dialects that are known in version 19 alone. */
export function changesOf(dialect: string): VersionChanges | undefined {
  const text = changesIn22[dialect];
  return text === undefined ? undefined : (JSON.parse(text) as VersionChanges);
}
