import type { ComponentName } from '../table/components.js';
import type { ComponentUse } from '../table/row-allocator.js';

/** A constraint that the assignment does not satisfy. */
export interface Violation {
  /** The component that holds the constraint; `copy` for the copy constraint of an exit check. */
  readonly component: ComponentName | 'copy';
  readonly reason: string;
  readonly functionName: string;
  /** Index of the instruction in its function. */
  readonly instruction: number;
  /** The instruction of the circuit function that ran: that one, or the call that led to it. */
  readonly site: number;
  /** Place in the text, `file:line:column`, or empty. */
  readonly place: string;
  /** The instruction as text. */
  readonly text: string;
}

/** What the table needs, in the assigner's own measures. */
export interface TableSize {
  /** Rows with anything in them: where components end, or public inputs. */
  readonly usableRows: number;
  /** The table's length: the power of two above the usable rows. */
  readonly paddedRows: number;
  /** Cells of the column of operand constants. */
  readonly constantCells: number;
  readonly publicCells: number;
  /** Distinct gates; the table has room for 56. */
  readonly gates: number;
  readonly rowsByComponent: Readonly<Partial<Record<ComponentName, ComponentUse>>>;
}

/** The outcome of a run. */
export interface Assignment {
  /** Whether every constraint holds: what `--check` would say. */
  readonly satisfied: boolean;
  /** The first violated constraints, in the order of the run. */
  readonly violations: readonly Violation[];
  /** How many constraints are violated in all. */
  readonly violationCount: number;
  /** What does not harm the run but is probably not meant, such as a check that has no effect. */
  readonly warnings: readonly string[];
  /** The scalars that the circuit function returned, of branches on the taken sides; elements of the native field. */
  readonly returned: readonly bigint[];
  /** What the circuit printed. */
  readonly printed: readonly bigint[];
  /** Per argument that was to be computed, by position: its values in memory order. */
  readonly outputs: ReadonlyMap<number, readonly bigint[]>;
  /**
   * The final contents of each argument's memory, by position; undefined for arguments in registers. After a branch in the
   * circuit function: the memory of its false side, which runs last.
   */
  readonly argumentMemory: ReadonlyArray<readonly (bigint | undefined)[] | undefined>;
  readonly table: TableSize;
}
