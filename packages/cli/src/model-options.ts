import type { Argv } from 'yargs';
import type { LowerOptions } from '@mlir2zk/lowering';
import { parseFixedPointFormat } from '@mlir2zk/zk-intrinsics';
import type { Io } from './io.js';
import { readInputRanges } from './vector-file.js';

/** How `--zk-intrinsics` is spelled, with what it means. */
const intrinsicModes = ['define', 'declare', 'builtin', 'inline'] as const;

/** What the options below parse to. */
export interface ModelArguments {
  readonly file: string;
  readonly fixed: LowerOptions['format'];
  readonly private: LowerOptions['privateInputs'];
  readonly ranges: string | undefined;
  readonly 'pass-pipeline': string | undefined;
  readonly 'zk-intrinsics': (typeof intrinsicModes)[number];
}

/** Adds the model file and the options that say how it becomes a circuit. */
export function modelOptions<T>(yargs: Argv<T>): Argv<T & ModelArguments> {
  return yargs
    .positional('file', { type: 'string', demandOption: true, describe: 'MLIR file of the model; - is standard input' })
    .option('fixed', {
      type: 'string',
      default: '16.16',
      describe: 'Fixed-point format of reals: bits before (with sign) and after the point',
      coerce: parseFixedPointFormat,
    })
    .option('private', {
      type: 'string',
      describe: "Inputs that only the prover knows: names, separated by commas, or 'all'",
      coerce: (names: string | undefined) =>
        names === undefined || names === 'all' ? names : names.split(',').map((name) => name.trim()),
    })
    .option('ranges', {
      type: 'string',
      describe: "JSON file with bounds of the model's real inputs, as 'calibrate' writes it; narrow ranges take fewer rows",
    })
    .option('pass-pipeline', {
      type: 'string', describe: "Passes to run before layers are recognised: 'builtin.module(my-pass)'",
    })
    .option('zk-intrinsics', {
      choices: intrinsicModes,
      default: 'define' as const,
      describe: 'How recognised layers appear in the LLVM IR',
    });
}

/** The library's options for `args`. Throws a DiagnosticError if the file of the ranges is none. */
export function lowerOptions(io: Io, args: ModelArguments): LowerOptions {
  return {
    intrinsicMode: args['zk-intrinsics'],
    ...(args.fixed === undefined ? {} : { format: args.fixed }),
    ...(args.ranges === undefined ? {} : { inputRanges: readInputRanges(io, args.ranges) }),
    ...(args.private === undefined ? {} : { privateInputs: args.private }),
  };
}
