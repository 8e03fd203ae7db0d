import type { PassInstrumentation } from './instrumentation.js';

interface TimedPart {
  readonly name: string;
  seconds: number;
  readonly parts: TimedPart[];
}

/** Measures phases and passes: `--mlir-timing`. Passes that run on several operations are summed. */
export class PassTiming implements PassInstrumentation {
  private readonly root: TimedPart = { name: 'Total', seconds: 0, parts: [] };
  private readonly open: { readonly part: TimedPart; readonly start: number }[] = [];
  private readonly start = performance.now();

  /** Runs `phase` and counts its time under `name`. */
  measure<T>(name: string, phase: () => T): T {
    this.begin(name);
    try {
      return phase();
    } finally {
      this.end();
    }
  }

  beforePass: NonNullable<PassInstrumentation['beforePass']> = ({ pass }) => this.begin(pass.name);
  afterPass = (): void => this.end();
  afterPassFailed = (): void => this.end();
  beforePipeline = (anchor: string): void => this.begin(`'${anchor}' Pipeline`);
  afterPipeline = (): void => this.end();

  private begin(name: string): void {
    const parent = this.open.at(-1)?.part ?? this.root;
    let part = parent.parts.find((other) => other.name === name);
    if (part === undefined) {
      part = { name, seconds: 0, parts: [] };
      parent.parts.push(part);
    }
    this.open.push({ part, start: performance.now() });
  }

  private end(): void {
    const last = this.open.pop();
    if (last !== undefined) last.part.seconds += (performance.now() - last.start) / 1000;
  }

  /** The report of mlir-opt: wall time, share of the total, name. */
  report(): string {
    const total = (performance.now() - this.start) / 1000;
    const rule = `===${'-'.repeat(73)}===`;
    const lines = [
      rule, `${' '.repeat(25)}... Execution time report ...`, rule,
      `  Total Execution Time: ${total.toFixed(4)} seconds`, '', '  ----Wall Time----  ----Name----',
    ];
    const line = (seconds: number, name: string, depth: number): void => {
      const share = total === 0 ? 0 : (100 * seconds) / total;
      lines.push(`  ${seconds.toFixed(4).padStart(8)} (${share.toFixed(1).padStart(5)}%)  ${'  '.repeat(depth)}${name}`);
    };
    const visit = (part: TimedPart, depth: number): void => {
      line(part.seconds, part.name, depth);
      for (const inner of part.parts) visit(inner, depth + 1);
    };
    for (const part of this.root.parts) visit(part, 0);
    line(total - this.root.parts.reduce((sum, part) => sum + part.seconds, 0), 'Rest', 0);
    line(total, 'Total', 0);
    return `${lines.join('\n')}\n`;
  }
}
