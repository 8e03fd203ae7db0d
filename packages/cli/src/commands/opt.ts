import {
  irPrinting, OperationPassManager, parsePassOptions, parsePassPipeline, passInstance, PassManager, PassTiming,
  type PassInstrumentation, type PassRegistry, type PassSelection, type Toolkit,
} from '@mlir2zk/lowering';
import {
  checkExpectedDiagnostics, DiagnosticError, parseModule, printModule, printTo, renderDiagnostic, splitInput, splitMarker, verifyModule,
  verifyOperation, type Diagnostic, type PrintingOptions, type SourceFile,
} from '@mlir2zk/mlir-parser';
import type { Argv } from 'yargs';
import type { Command } from '../command.js';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';
import { writeOutput } from '../output-file.js';
import { conflictWithUpstream, optUpstream, type UpstreamOptArguments } from './opt-upstream.js';

interface OptArguments extends UpstreamOptArguments {
  readonly upstream: boolean;
  readonly 'dump-pass-pipeline': boolean;
  readonly 'verify-each': boolean;
  readonly 'mlir-version': string;
  readonly 'mlir-print-elementsattrs-with-hex-if-larger': number | undefined;
  readonly 'mlir-print-ir-before': string | undefined;
  readonly 'mlir-print-ir-after': string | undefined;
  readonly 'mlir-print-ir-before-all': boolean;
  readonly 'mlir-print-ir-after-all': boolean;
  readonly 'mlir-print-ir-after-failure': boolean;
  readonly 'mlir-timing': boolean;
}

/** `mlir2zk opt`: reads MLIR, runs passes, prints MLIR, with the flags of mlir-opt. */
export const opt: Command = {
  register: (yargs, run, { args, toolkit }) =>
    yargs.command<OptArguments>(
      'opt [file]',
      'Parse MLIR, run passes over it and print it, as mlir-opt does',
      (command) => passFlags(options(command, toolkit.passes), toolkit.passes),
      (parsed) => run((io) => (parsed.upstream ? optUpstream(parsed, io) : runPasses(parsed, passesNamedIn(args, toolkit.passes), toolkit, io))),
    ),
};

function options(command: Argv, passes: PassRegistry): Argv<OptArguments> {
  const flag = (describe: string): { type: 'boolean'; default: false; describe: string } => ({
    type: 'boolean', default: false, describe,
  });
  return command
    .positional('file', { type: 'string', default: '-', describe: 'MLIR file; - is standard input' })
    .option('output', { alias: 'o', type: 'string', default: '-', describe: 'Output file; - is standard output' })
    .option('pass-pipeline', { type: 'string', describe: "Textual pipeline: 'builtin.module(canonicalize,raise-to-zkml)'" })
    .option('upstream', flag("Run llvm-project's own passes, in WebAssembly: those of --pass-pipeline"))
    .check((parsed) => {
      const conflict = parsed['upstream'] === true ? conflictWithUpstream(parsed, passes) : undefined;
      if (conflict !== undefined) throw new Error(conflict);
      return true;
    })
    .option('dump-pass-pipeline', flag('Print the pipeline that will run'))
    .option('verify-each', { type: 'boolean', default: true, describe: 'Run the verifier after each pass' })
    .option('allow-unregistered-dialect', {
      type: 'boolean', default: true, describe: 'Accept operations of unknown dialects in the generic form',
    })
    .option('split-input-file', flag(`Process the parts between lines '${splitMarker}' one by one`))
    .option('verify-diagnostics', flag("Check that the diagnostics are those of the 'expected-error {{…}}' comments"))
    .option('mlir-version', {
      choices: ['19', '22'], default: '19', describe: 'The version of MLIR in whose spelling operations print; both are read',
    })
    .option('mlir-print-op-generic', flag('Print the generic form'))
    .option('mlir-print-debuginfo', flag('Print locations'))
    .option('mlir-print-local-scope', flag('Print without aliases'))
    .option('mlir-elide-elementsattrs-if-larger', { type: 'number', describe: 'Elide constants of more elements' })
    .option('mlir-print-elementsattrs-with-hex-if-larger', {
      type: 'number', describe: 'Print constants of more elements as hex; -1: never',
    })
    .option('mlir-print-ir-before', { type: 'string', describe: 'Print the IR before these passes' })
    .option('mlir-print-ir-after', { type: 'string', describe: 'Print the IR after these passes' })
    .option('mlir-print-ir-before-all', flag('Print the IR before each pass'))
    .option('mlir-print-ir-after-all', flag('Print the IR after each pass'))
    .option('mlir-print-ir-after-failure', flag('Print the IR after a pass that failed'))
    .option('mlir-timing', flag('Print how long each pass took'));
}

/**
 * Passes are flags, so that a file name may follow; their options, after `=`, are read by `passesNamedIn`. Throws a
 * DiagnosticError for a pass, of a plugin, that has the name of another flag.
 */
function passFlags<T>(command: Argv<T>, passes: PassRegistry): Argv<T> {
  // yargs has this method, its types do not.
  const { key: taken } = (command as unknown as { getOptions(): { readonly key: object } }).getOptions();
  const clash = passes.list().find(({ name }) => name in taken);
  if (clash !== undefined)
    throw new DiagnosticError({ severity: 'error', message: `pass '${clash.name}' has the name of another option of 'opt'; choose another name` });
  let flags = command;
  for (const { name, summary } of passes.list()) flags = flags.option(name, { type: 'boolean', describe: summary, group: 'Passes:' });
  return flags;
}

/** A pass named on the command line, with its options as text: `--canonicalize`, `--raise-to-zkml="verify-raising"`. */
interface NamedPass {
  readonly name: string;
  readonly options: string;
}

function passesNamedIn(args: readonly string[], passes: PassRegistry): NamedPass[] {
  return args.flatMap((arg) => {
    const match = /^--([\w-]+)(?:=(.*))?$/s.exec(arg);
    const name = match?.[1] ?? '';
    return passes.get(name) === undefined ? [] : [{ name, options: match?.[2] ?? '' }];
  });
}

function runPasses(args: OptArguments, named: readonly NamedPass[], toolkit: Toolkit, io: Io): number {
  const pipeline = pipelineOf(args, named, toolkit.passes);
  if (args['dump-pass-pipeline']) io.stderr(`Pass Manager with ${named.length === 0 ? 1 : named.length} passes:\n${pipeline.toString()}\n`);
  const timing = new PassTiming();
  const source = readInput(io, args.file);
  const parts = args['split-input-file'] ? splitInput(source) : [source];
  writeOutput(io, args.output, (write) => {
    const failures: Diagnostic[] = [];
    for (const [index, part] of parts.entries()) {
      if (index > 0) write(`${splitMarker}\n`);
      failures.push(...processPart(part, { args, toolkit, pipeline, timing, io, write }));
    }
    if (failures.length > 0) throw new DiagnosticError(failures);
  });
  if (args['mlir-timing']) io.stderr(timing.report());
  return exitCode.ok;
}

interface Run {
  readonly args: OptArguments;
  readonly toolkit: Toolkit;
  readonly pipeline: OperationPassManager;
  readonly timing: PassTiming;
  readonly io: Io;
  readonly write: (chunk: string | Uint8Array) => void;
}

/** Reads, transforms and prints one part of the input; returns what is wrong with it, or with its expected diagnostics. */
function processPart(source: SourceFile, run: Run): readonly Diagnostic[] {
  const verify = run.args['verify-diagnostics'];
  const reported: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    if (verify) reported.push(diagnostic);
    else run.io.stderr(`${renderDiagnostic(diagnostic)}\n`);
  };
  try {
    transform(source, run, report);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    if (!verify) return error.diagnostics;
    reported.push(...error.diagnostics);
  }
  return verify ? checkExpectedDiagnostics(source, reported) : [];
}

function transform(source: SourceFile, { args, toolkit, pipeline, timing, io, write }: Run, report: (diagnostic: Diagnostic) => void): void {
  const context = toolkit.createContext({ mlirVersion: args['mlir-version'] === '22' ? 22 : 19 });
  const printing = printingOptions(args);
  const module = timing.measure('Parser', () => {
    const parsed = parseModule(source, context, { allowUnregisteredDialects: args['allow-unregistered-dialect'] });
    verifyModule(parsed, context);
    return parsed;
  });
  const instrumentations: PassInstrumentation[] = [
    irPrinting({
      ...selection('before', args['mlir-print-ir-before-all'], args['mlir-print-ir-before']),
      ...selection('after', args['mlir-print-ir-after-all'], args['mlir-print-ir-after']),
      afterFailure: args['mlir-print-ir-after-failure'],
      print: (op) => printModule(op, printing),
      write: (text) => io.stderr(text),
    }),
  ];
  if (args['mlir-timing']) instrumentations.push(timing);
  new PassManager(context, pipeline, {
    ...(args['verify-each'] ? { verify: (op) => verifyOperation(op, context) } : {}),
    instrumentations,
    report,
  }).run(module);
  timing.measure('Output', () => {
    printTo({ write }, module, printing);
    write('\n'); // mlir-opt ends with an empty line
  });
}

function pipelineOf(args: OptArguments, named: readonly NamedPass[], passes: PassRegistry): OperationPassManager {
  if (args['pass-pipeline'] !== undefined) return parsePassPipeline(args['pass-pipeline'], passes);
  const pipeline = new OperationPassManager('builtin.module');
  for (const { name, options: text } of named) {
    const pass = passes.get(name);
    if (pass !== undefined) pipeline.add(passInstance(pass, parsePassOptions(text, pass)));
  }
  return pipeline;
}

function selection<K extends 'before' | 'after'>(
  key: K,
  all: boolean,
  names: string | undefined,
): Partial<Record<K, PassSelection>> {
  if (all) return { [key]: 'all' } as Record<K, PassSelection>;
  return names === undefined ? {} : ({ [key]: new Set(names.split(',')) } as unknown as Record<K, PassSelection>);
}

function printingOptions(args: OptArguments): PrintingOptions {
  const elide = args['mlir-elide-elementsattrs-if-larger'];
  const hex = args['mlir-print-elementsattrs-with-hex-if-larger'];
  return {
    generic: args['mlir-print-op-generic'],
    debugInfo: args['mlir-print-debuginfo'],
    localScope: args['mlir-print-local-scope'],
    ...(elide === undefined ? {} : { elideElementsIfLarger: elide }),
    ...(hex === undefined ? {} : { hexElementsIfLarger: hex }),
  };
}
