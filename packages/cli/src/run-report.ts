import type { TableSize } from '@mlir2zk/assigner';
import type { Translation } from '@mlir2zk/lowering';
import type { CircuitRun } from './circuit-run.js';

/** Elements of an output that are shown; `--json` has all of them. */
const SHOWN = 32;

/** One line for each output: name, type, elements. */
export function outputText({ layout }: Translation, { outputs }: CircuitRun): string {
  return layout.outputs
    .map(({ name, shape, type }, i) => {
      const values = outputs[i].slice(0, SHOWN).map((value) => (typeof value === 'number' ? shortReal(value) : String(value)));
      const rest = outputs[i].length - values.length;
      return `${name} : ${[...shape, type].join('x')} = [${values.join(', ')}${rest > 0 ? `, … ${rest} more` : ''}]\n`;
    })
    .join('');
}

function shortReal(value: number): string {
  return String(Number(value.toPrecision(8)));
}

/** Rows of the table in all and by component. */
export function rowText({ usableRows, paddedRows, constantCells, gates, rowsByComponent }: TableSize): string {
  const lines = [`rows: ${usableRows} (table of ${paddedRows}), constant cells: ${constantCells}, gates: ${gates}`];
  for (const [component, { rows, count }] of Object.entries(rowsByComponent).sort(([, a], [, b]) => b.rows - a.rows))
    lines.push(`  ${component.padEnd(22)} ${String(rows).padStart(9)} rows in ${count} uses`);
  return `${lines.join('\n')}\n`;
}

/** The same for programs; integers beyond 2^53 are strings. */
export function runJson({ layout }: Translation, run: CircuitRun, largestError: number | undefined, passed: boolean): object {
  const { table, satisfied } = run.assignment;
  const outputs = layout.outputs.map(({ name, shape, type }, i) => ({
    name, shape, type, data: run.outputs[i].map((value) => (typeof value === 'bigint' ? value.toString() : value)),
  }));
  return { passed, satisfied, ...(largestError === undefined ? {} : { largestError }), outputs, ...table };
}
