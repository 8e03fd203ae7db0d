import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inputLayouts, matchArrays, rangesOfVectors, type TestVector, type Toolkit } from '@mlir2zk/lowering';
import { DiagnosticError } from '@mlir2zk/mlir-parser';
import type { Command } from '../command.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { prepareModel, readModelSource } from '../model-source.js';
import { writeOutput } from '../output-file.js';
import { isSystemError, systemErrorReason } from '../system-error.js';
import { locateVectorErrors, readVectors } from '../vector-file.js';

interface CalibrateArguments extends ModelArguments {
  readonly inputs: string;
  readonly margin: number;
  readonly output: string;
}

/** `mlir2zk calibrate`: the ranges that sample inputs have, for `--ranges`. */
export const calibrate: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<CalibrateArguments>(
      'calibrate <file>',
      'Write the ranges that the inputs of a model have in samples, for --ranges',
      (command) =>
        modelOptions(command)
          .option('inputs', { type: 'string', demandOption: true, describe: 'JSON file with samples, or a directory of such files' })
          .option('margin', {
            type: 'number', default: 0, describe: 'Widen each range on both sides by this part of its width (not across 0)',
          })
          .option('output', { alias: 'o', type: 'string', default: '-', describe: 'Output file; - is standard output' })
          .example('$0 calibrate model.mlir --inputs samples/ -o ranges.json', ''),
      (args) => run((io) => writeRanges(args, toolkit, io)),
    ),
};

async function writeRanges(args: CalibrateArguments, toolkit: Toolkit, io: Io): Promise<number> {
  if (!(args.margin >= 0)) throw new DiagnosticError({ severity: 'error', message: '--margin is a number from 0 on' });
  const model = prepareModel(io, await readModelSource(io, args.file), toolkit, args['pass-pipeline']);
  const layouts = inputLayouts(model.module, lowerOptions(io, args));
  const inputsOf = (vector: TestVector) => matchArrays(layouts, vector.inputs, 'input');
  const vectors = vectorFiles(io, args.inputs).flatMap((file) => {
    const read = readVectors(io, file);
    locateVectorErrors(file, () => read.forEach(inputsOf));
    return read;
  });
  const ranges = locateVectorErrors(args.inputs, () => rangesOfVectors(layouts, vectors, inputsOf, args.margin));
  const text = JSON.stringify({ inputs: Object.fromEntries(ranges) }, null, 2);
  writeOutput(io, args.output, (write) => write(`${text}\n`));
  return exitCode.ok;
}

/** `name`, or the JSON files in the directory of that name, in alphabetical order. */
function vectorFiles(io: Io, name: string): string[] {
  try {
    const path = resolve(io.cwd, name);
    if (name === '-' || !statSync(path).isDirectory()) return [name];
    const files = readdirSync(path).filter((file) => file.endsWith('.json')).sort();
    if (files.length > 0) return files.map((file) => join(name, file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiagnosticError({ severity: 'error', message: `cannot read '${name}': ${systemErrorReason(error)}` });
  }
  throw new DiagnosticError({ severity: 'error', message: `there is no .json file in '${name}'` });
}
