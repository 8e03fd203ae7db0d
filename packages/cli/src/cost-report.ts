import { SELECTOR_COLUMNS, type TableSize } from '@mlir2zk/assigner';
import { sourceLine, type Translation } from '@mlir2zk/lowering';
import type { Operation } from '@mlir2zk/mlir-parser';

/** What a circuit costs, for people and programs. */
export interface CostReport {
  /** Rows with anything in them. */
  readonly usableRows: number;
  /** The table's length: the power of two above the usable rows. */
  readonly paddedRows: number;
  /** Rows of the assigner's components, most first. */
  readonly rowsByComponent: Readonly<Record<string, number>>;
  /** Rows of the operations of the model after recognition, most first. */
  readonly rowsByOperation: Readonly<Record<string, number>>;
  /** The same by line of the source, in the order of the lines; line 0 is what belongs to no operation: outputs. */
  readonly rowsByLine: readonly LineRows[];
  /** Cells of the column of operand constants. */
  readonly constantCells: number;
  /** Distinct gates, of which the table has room for `gateLimit`. */
  readonly gates: number;
  readonly gateLimit: number;
}

export interface LineRows {
  readonly line: number;
  readonly operation: string;
  readonly rows: number;
}

/** @param rowsBySite rows by instruction of the circuit function */
export function costReport(
  module: Operation,
  { llvmModule, interface: { entry } }: Translation,
  table: TableSize,
  rowsBySite: ReadonlyMap<number, number>,
): CostReport {
  const circuit = llvmModule.function(entry);
  const rowsByLine = new Map<number, number>();
  for (const [site, rows] of rowsBySite) add(rowsByLine, circuit?.locationOf(site) ?? 0, rows);
  const operations = operationsByLine(module);
  const operationAt = (line: number): string => operations.get(line) ?? 'outputs';
  const rowsByOperation = new Map<string, number>();
  for (const [line, rows] of rowsByLine) add(rowsByOperation, operationAt(line), rows);
  const { usableRows, paddedRows, constantCells, gates } = table;
  return {
    usableRows, paddedRows,
    rowsByComponent: mostFirst(Object.entries(table.rowsByComponent).map(([name, { rows }]) => [name, rows])),
    rowsByOperation: mostFirst([...rowsByOperation]),
    rowsByLine: [...rowsByLine].sort(([a], [b]) => a - b).map(([line, rows]) => ({ line, operation: operationAt(line), rows })),
    constantCells, gates, gateLimit: SELECTOR_COLUMNS,
  };
}

/** The operation that a line begins with, outermost first. */
function operationsByLine(module: Operation): Map<number, string> {
  const operations = new Map<number, string>();
  module.walk((op) => {
    const line = sourceLine(op);
    if (line > 0 && op.regions.length === 0 && !operations.has(line)) operations.set(line, op.name);
  });
  return operations;
}

function mostFirst(rows: readonly (readonly [name: string, rows: number])[]): Record<string, number> {
  return Object.fromEntries([...rows].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

function add<K>(rows: Map<K, number>, key: K, count: number): void {
  rows.set(key, (rows.get(key) ?? 0) + count);
}
