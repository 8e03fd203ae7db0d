import { lowerToZkllvm, VectorError, type AssignerArray, type Toolkit } from '@mlir2zk/lowering';
import { DiagnosticError, renderDiagnostic } from '@mlir2zk/mlir-parser';
import { circuitText, runCircuit, violationDiagnostics } from '../circuit-run.js';
import type { Command } from '../command.js';
import { prepareModel, readModelSource } from '../model-source.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { writeOutput } from '../output-file.js';
import { locateVectorErrors, readVectors } from '../vector-file.js';

interface InputsArguments extends ModelArguments {
  readonly inputs: string;
  readonly sample: number;
  readonly 'public-file': string;
  readonly 'private-file': string | undefined;
}

/** `mlir2zk inputs`: the JSON files that the assigner takes beside the IR. */
export const inputs: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<InputsArguments>(
      'inputs <file>',
      "Write the assigner's public and private input files for one input of a model",
      (command) =>
        modelOptions(command)
          .option('inputs', { type: 'string', demandOption: true, describe: 'JSON file with inputs of the model' })
          .option('sample', { type: 'number', default: 0, describe: 'Which of the samples, if the file holds several' })
          .option('public-file', {
            type: 'string', default: '-', describe: 'File for the public inputs and the claimed outputs (assigner -i)',
          })
          .option('private-file', { type: 'string', describe: 'File for the private inputs (assigner -p)' })
          .example('$0 inputs model.mlir --inputs sample.json --public-file public.json', ''),
      (args) => run((io) => writeInputs(args, toolkit, io)),
    ),
};

async function writeInputs(args: InputsArguments, toolkit: Toolkit, io: Io): Promise<number> {
  const source = await readModelSource(io, args.file);
  const translation = lowerToZkllvm(prepareModel(io, source, toolkit, args['pass-pipeline']), lowerOptions(io, args));
  if (args['private-file'] === undefined && translation.layout.inputs.some(({ visibility }) => visibility === 'private'))
    throw new DiagnosticError({ severity: 'error', message: 'the model has private inputs: name a file for them with --private-file' });
  const run = locateVectorErrors(args.inputs, () => {
    const vectors = readVectors(io, args.inputs);
    const vector = vectors[args.sample];
    if (vector === undefined) throw new VectorError(`there is no sample ${args.sample}; the file holds ${vectors.length}`);
    return runCircuit(translation, circuitText(translation), vector);
  });
  const violated = violationDiagnostics(run, translation);
  if (violated.length > 0) {
    for (const diagnostic of violated) io.stderr(`${renderDiagnostic(diagnostic)}\n`);
    return exitCode.inputError;
  }
  writeOutput(io, args['public-file'], (write) => write(jsonText(run.assignerInputs.public)));
  if (args['private-file'] !== undefined)
    writeOutput(io, args['private-file'], (write) => write(jsonText(run.assignerInputs.private)));
  return exitCode.ok;
}

/** One argument a line. */
function jsonText(parameters: readonly AssignerArray[]): string {
  return `[\n${parameters.map((parameter) => JSON.stringify(parameter)).join(',\n')}\n]\n`;
}
