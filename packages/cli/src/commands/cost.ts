import { lowerToZkllvm, type TestVector, type Toolkit, type Translation } from '@mlir2zk/lowering';
import { renderDiagnostic, type SourceFile } from '@mlir2zk/mlir-parser';
import { circuitText, runCircuit, violationDiagnostics, type CircuitRun } from '../circuit-run.js';
import type { Command } from '../command.js';
import { costReport, type CostReport } from '../cost-report.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { prepareModel, readModelSource } from '../model-source.js';
import { Progress } from '../progress.js';
import { judge, type Tolerance } from '../run-verdict.js';
import { locateVectorErrors, readVectors } from '../vector-file.js';

interface CostArguments extends ModelArguments, Tolerance {
  readonly inputs: string | undefined;
  readonly json: boolean;
}

/** `mlir2zk cost`: the rows of a model's circuit, and what they are spent on. */
export const cost: Command = {
  register: (yargs, start, { toolkit }) =>
    yargs.command<CostArguments>(
      'cost <file>',
      'Count the rows of a model by component, by operation and by line',
      (command) =>
        modelOptions(command)
          .option('inputs', { type: 'string', describe: 'JSON file with an input; outputs in it are compared with' })
          .option('tolerance', { type: 'number', default: 0.01, describe: 'Largest accepted absolute error of an output' })
          .option('relative-tolerance', {
            type: 'number', default: 0, describe: 'Accept errors up to this part of the expected output as well',
          })
          .option('json', { type: 'boolean', default: false, describe: 'Print JSON' })
          .example('$0 cost model.mlir', ''),
      (args) => start((io) => countRows(args, toolkit, io)),
    ),
};

async function countRows(args: CostArguments, toolkit: Toolkit, io: Io): Promise<number> {
  const progress = new Progress(io);
  try {
    progress.phase('building the circuit');
    const source = await readModelSource(io, args.file);
    const model = prepareModel(io, source, toolkit, args['pass-pipeline']);
    const translation = lowerToZkllvm(model, lowerOptions(io, args));
    const [vector] = args.inputs === undefined ? [zeroInputs(translation)] : readVectors(io, args.inputs);
    progress.phase('counting rows');
    const rowsBySite = new Map<number, number>();
    const run = locateVectorErrors(args.inputs ?? '', () =>
      runCircuit(translation, circuitText(translation), vector, (_component, rows, _fn, _index, site) =>
        rowsBySite.set(site, (rowsBySite.get(site) ?? 0) + rows),
      ),
    );
    progress.done();
    const report = costReport(translation, run.assignment.table, rowsBySite);
    io.stdout(args.json ? `${JSON.stringify(report, null, 2)}\n` : costText(report, source));
    return args.inputs === undefined ? exitCode.ok : verdict(args, args.inputs, io, translation, vector, run);
  } finally {
    progress.done();
  }
}

/** Tells what is wrong with the outputs for an input that the user gave. */
function verdict(
  args: CostArguments,
  inputs: string,
  io: Io,
  translation: Translation,
  vector: TestVector,
  run: CircuitRun,
): number {
  const violations = violationDiagnostics(run, translation);
  const { passed, messages } = locateVectorErrors(inputs, () => judge(args, translation, vector, run));
  for (const message of [...violations.map(renderDiagnostic), ...messages]) io.stderr(`${message}\n`);
  return passed ? exitCode.ok : exitCode.inputError;
}

/** Rows do not depend on the values, so any input that the circuit takes will do: the one closest to zero. */
function zeroInputs({ layout }: Translation): TestVector {
  return {
    inputs: layout.inputs.map(({ name, shape, count, encoding: { lower, upper, ...encoding } }) => {
      const nearest = lower > 0n ? lower : upper < 0n ? upper : 0n;
      const zero = encoding.kind === 'fixed' ? Number(nearest) / 2 ** encoding.scale : nearest;
      return { name, shape, data: new Array<number | bigint>(count).fill(zero) };
    }),
  };
}

function costText(report: CostReport, source: SourceFile): string {
  const { usableRows, paddedRows, constantCells, gates } = report;
  const lines = [
    `usable rows: ${usableRows}`, `padded rows: ${paddedRows}`, `constant cells: ${constantCells}`, `gates: ${gates} of ${report.gateLimit}`,
    '', 'rows by component:', ...table(report.rowsByComponent),
    '', 'rows by operation:', ...table(report.rowsByOperation),
    '', 'rows by line:',
    ...report.rowsByLine.map(({ line, operation, rows }) => `${String(rows).padStart(10)}  ${source.name}:${line}: ${operation}`),
  ];
  return `${lines.join('\n')}\n`;
}

function table(rows: Readonly<Record<string, number>>): string[] {
  return Object.entries(rows).map(([name, count]) => `${String(count).padStart(10)}  ${name}`);
}
