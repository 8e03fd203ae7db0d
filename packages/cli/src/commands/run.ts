import { lowerToZkllvm, type Toolkit } from '@mlir2zk/lowering';
import { renderDiagnostic } from '@mlir2zk/mlir-parser';
import { circuitText, circuitWarnings, runCircuit, violationDiagnostics } from '../circuit-run.js';
import type { Command } from '../command.js';
import { prepareModel, readModelSource } from '../model-source.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { outputText, rowText, runJson } from '../run-report.js';
import { Progress } from '../progress.js';
import { judge, type Tolerance } from '../run-verdict.js';
import { locateVectorErrors, readVectors } from '../vector-file.js';

interface RunArguments extends ModelArguments, Tolerance {
  readonly inputs: string;
  readonly json: boolean;
}

/** `mlir2zk run`: lowers a model, executes the emitted IR as the assigner would, and compares with expected outputs. */
export const run: Command = {
  register: (yargs, start, { toolkit }) =>
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
      (args) => start((io) => runModel(args, toolkit, io)),
    ),
};

async function runModel(args: RunArguments, toolkit: Toolkit, io: Io): Promise<number> {
  const progress = new Progress(io);
  try {
    progress.phase('building the circuit');
    const source = await readModelSource(io, args.file);
    const vectors = readVectors(io, args.inputs);
    const translation = lowerToZkllvm(prepareModel(io, source, toolkit, args['pass-pipeline']), lowerOptions(io, args));
    for (const warning of circuitWarnings(translation)) io.stderr(`${renderDiagnostic(warning)}\n`);
    progress.phase('writing the circuit');
    const text = circuitText(translation);
    let passed = true;
    const reports: object[] = [];
    for (const [i, vector] of vectors.entries()) {
      progress.phase(`running input ${i + 1} of ${vectors.length}`);
      const result = locateVectorErrors(args.inputs, () => runCircuit(translation, text, vector));
      progress.done();
      const sample = vectors.length === 1 ? undefined : i;
      const verdict = locateVectorErrors(args.inputs, () => judge(args, translation, vector, result));
      passed &&= verdict.passed;
      const violations = violationDiagnostics(result, translation).map(renderDiagnostic);
      for (const message of [...violations, ...verdict.messages]) io.stderr(`${message}\n`);
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
