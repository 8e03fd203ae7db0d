import { compareOutputs, lowerToZkllvm, matchArrays, readModel, type TestVector, type Translation } from '@mlir2zk/lowering';
import { renderDiagnostic, type SourceFile } from '@mlir2zk/mlir-parser';
import { circuitText, runCircuit, violationDiagnostics, type CircuitRun } from '../circuit-run.js';
import type { Command } from '../command.js';
import { readModelSource } from '../model-source.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { outputText, rowText, runJson } from '../run-report.js';
import { Progress } from '../progress.js';
import { locateVectorErrors, readVectors } from '../vector-file.js';

interface RunArguments extends ModelArguments {
  readonly inputs: string;
  readonly tolerance: number;
  readonly 'relative-tolerance': number;
  readonly json: boolean;
}

/** `mlir2zk run`: lowers a model, executes the emitted IR as the assigner would, and compares with expected outputs. */
export const run: Command = {
  register: (yargs, start) =>
    yargs.command<RunArguments>(
      'run <file>',
      'Lower a model, run the circuit on an input, print outputs and rows',
      (command) =>
        modelOptions(command)
          .option('inputs', {
            type: 'string',
            demandOption: true,
            describe: 'JSON file with inputs and, to compare with, outputs; or with a list of such samples',
          })
          .option('tolerance', { type: 'number', default: 0.01, describe: 'Largest accepted absolute error of an output' })
          .option('relative-tolerance', {
            type: 'number', default: 0, describe: 'Accept errors up to this part of the expected output as well',
          })
          .option('json', { type: 'boolean', default: false, describe: 'Print JSON' })
          .example('$0 run model.mlir --inputs sample.json', 'compare the circuit with the model'),
      (args) => start((io) => runModel(args, io)),
    ),
};

async function runModel(args: RunArguments, io: Io): Promise<number> {
  const progress = new Progress(io);
  try {
    progress.phase('building the circuit');
    const source = await readModelSource(io, args.file);
    const vectors = readVectors(io, args.inputs);
    const translation = lowerToZkllvm(readModel(source), lowerOptions(io, args));
    progress.phase('writing the circuit');
    const text = circuitText(translation);
    let passed = true;
    const reports: object[] = [];
    for (const [i, vector] of vectors.entries()) {
      progress.phase(`running input ${i + 1} of ${vectors.length}`);
      const result = locateVectorErrors(args.inputs, () => runCircuit(translation, text, vector));
      progress.done();
      const sample = vectors.length === 1 ? undefined : i;
      const verdict = judge(args, translation, vector, result, source);
      passed &&= verdict.passed;
      for (const message of verdict.messages) io.stderr(`${message}\n`);
      if (args.json) reports.push(runJson(translation, result, verdict.largestError, verdict.passed));
      else {
        if (sample !== undefined) io.stdout(`sample ${sample}:\n`);
        io.stdout(outputText(translation, result));
        if (verdict.largestError !== undefined) io.stdout(`largest error: ${verdict.largestError}\n`);
        // Rows depend on the circuit, not on the input.
        if (i === vectors.length - 1) io.stdout(rowText(result.assignment.table));
      }
    }
    if (args.json) io.stdout(`${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`);
    return passed ? exitCode.ok : exitCode.inputError;
  } finally {
    progress.done();
  }
}

interface Verdict {
  readonly passed: boolean;
  /** Undefined if the vector has no outputs to compare with. */
  readonly largestError: number | undefined;
  readonly messages: readonly string[];
}

function judge(
  args: RunArguments,
  translation: Translation,
  vector: TestVector,
  result: CircuitRun,
  source: SourceFile,
): Verdict {
  const messages = violationDiagnostics(result, translation, source).map(renderDiagnostic);
  const { satisfied } = result.assignment;
  if (vector.outputs === undefined) return { passed: satisfied, largestError: undefined, messages };
  const { outputs: expected } = vector;
  const { outputs: layouts } = translation.layout;
  const { absolute, excess, worst } = locateVectorErrors(args.inputs, () =>
    compareOutputs(layouts, result.outputs, matchArrays(layouts, expected, 'output'), args.tolerance, args['relative-tolerance']),
  );
  if (excess > 0 && worst !== undefined)
    messages.push(
      `error: output '${worst.output}', element ${worst.element}, is ${worst.computed}, expected ${worst.expected}: ` +
        `beyond the tolerance of ${args.tolerance}`,
    );
  return { passed: satisfied && excess <= 0, largestError: absolute, messages };
}
