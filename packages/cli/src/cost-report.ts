import { SELECTOR_COLUMNS, type TableSize } from '@mlir2zk/assigner';
import { operationAt, sourceLine, type Translation } from '@mlir2zk/lowering';

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
  /** The same by line of the source, in the order of the lines; line 0 is what comes from no line. */
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
export function costReport(translation: Translation, table: TableSize, rowsBySite: ReadonlyMap<number, number>): CostReport {
  const rowsByOperation = new Map<string, number>();
  const rowsByPlace = new Map<string, LineRows>();
  for (const [site, rows] of rowsBySite) {
    const op = operationAt(translation, site);
    const operation = op?.name ?? OUTPUTS;
    const line = op === undefined ? 0 : sourceLine(op);
    add(rowsByOperation, operation, rows);
    const place = `${line} ${operation}`;
    rowsByPlace.set(place, { line, operation, rows: rows + (rowsByPlace.get(place)?.rows ?? 0) });
  }
  const { usableRows, paddedRows, constantCells, gates } = table;
  return {
    usableRows, paddedRows,
    rowsByComponent: mostFirst(Object.entries(table.rowsByComponent).map(([name, { rows }]) => [name, rows])),
    rowsByOperation: mostFirst([...rowsByOperation]),
    rowsByLine: [...rowsByPlace.values()].sort((a, b) => a.line - b.line),
    constantCells, gates, gateLimit: SELECTOR_COLUMNS,
  };
}

/** Stands for the operation of what brings outputs to the form of their claims. */
const OUTPUTS = 'outputs';

function mostFirst(rows: readonly (readonly [name: string, rows: number])[]): Record<string, number> {
  return Object.fromEntries([...rows].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}

function add<K>(rows: Map<K, number>, key: K, count: number): void {
  rows.set(key, (rows.get(key) ?? 0) + count);
}
