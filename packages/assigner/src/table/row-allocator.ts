import { powerOfTwoAtLeast } from './component-plan.js';
import type { ComponentPlan } from './component-plan.js';
import { componentNames } from './components.js';
import type { ComponentName } from './components.js';

/** Rows and number of one kind of component. */
export interface ComponentUse {
  readonly count: number;
  readonly rows: number;
}

/** Smallest table. */
const MIN_ROWS = 8;

const indexOf = Object.fromEntries(componentNames.map((name, index) => [name, index])) as Readonly<
  Record<ComponentName, number>
>;

/**
 * Where components start and how long the table gets. Operand constants lie in column constant 1 from row 0 up; a
 * component starts behind every row that anything has used so far, so that a constant column that is longer than the
 * components pushes them down.
 */
export class RowAllocator {
  /** Length of column constant 1. It begins with the constants 0 and 1. */
  constantCells = 2;
  /** The next component starts here. */
  allocatedRows = 2;
  /** Length of the public input column. */
  publicCells = 0;
  private readonly counts = new Float64Array(componentNames.length);
  private readonly rows = new Float64Array(componentNames.length);
  /** Per kind of component, the plan placed last: usually the next one's too. */
  private readonly latestPlan: Array<ComponentPlan | undefined> = [];
  private readonly plans = new Set<ComponentPlan>();
  private readonly selectors = new Set<string>();

  /** Puts a constant and returns its row. */
  constant(): number {
    const row = this.constantCells++;
    if (this.constantCells > this.allocatedRows) this.allocatedRows = this.constantCells;
    return row;
  }

  /** Places a component and returns its first row. */
  component(name: ComponentName, plan: ComponentPlan): number {
    const start = this.allocatedRows;
    this.allocatedRows = start + plan.rows;
    const kind = indexOf[name];
    this.counts[kind]++;
    this.rows[kind] += plan.rows;
    if (this.latestPlan[kind] !== plan) this.register(kind, plan);
    return start;
  }

  private register(kind: number, plan: ComponentPlan): void {
    this.latestPlan[kind] = plan;
    if (this.plans.has(plan)) return;
    this.plans.add(plan);
    for (const selector of plan.selectors) this.selectors.add(selector);
  }

  /** Rows with anything in them. */
  get usableRows(): number {
    return Math.max(this.allocatedRows, this.publicCells);
  }

  /** The power of two strictly above the usable rows, at least 8. */
  get paddedRows(): number {
    const rounded = powerOfTwoAtLeast(this.usableRows);
    return Math.max(MIN_ROWS, rounded === this.usableRows ? 2 * rounded : rounded);
  }

  /** Distinct gates, each of which takes a selector column. */
  get gates(): number {
    return this.selectors.size;
  }

  /** The kinds of component that were placed. */
  byComponent(): Readonly<Partial<Record<ComponentName, ComponentUse>>> {
    const used = componentNames.filter((name) => this.counts[indexOf[name]] > 0);
    return Object.fromEntries(
      used.map((name) => [name, { count: this.counts[indexOf[name]], rows: this.rows[indexOf[name]] }]),
    );
  }
}
