import type { PassRegistry } from '@mlir2zk/lowering';
import {
  checkExpectedDiagnostics, DiagnosticError, renderDiagnostic, splitInput, splitMarker, type Diagnostic, type SourceFile,
} from '@mlir2zk/mlir-parser';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';
import { writeOutput } from '../output-file.js';

/** What `opt --upstream` reads of the arguments of `opt`. */
export interface UpstreamOptArguments {
  readonly file: string;
  readonly output: string;
  readonly 'pass-pipeline': string | undefined;
  readonly 'allow-unregistered-dialect': boolean;
  readonly 'split-input-file': boolean;
  readonly 'verify-diagnostics': boolean;
  readonly 'mlir-print-op-generic': boolean;
  readonly 'mlir-print-debuginfo': boolean;
  readonly 'mlir-print-local-scope': boolean;
  readonly 'mlir-elide-elementsattrs-if-larger': number | undefined;
}

/** Flags of `opt` that are about the passes of mlir2zk, or about its printer. */
const flagsOfOwnPasses = [
  'dump-pass-pipeline', 'mlir-print-elementsattrs-with-hex-if-larger', 'mlir-print-ir-before', 'mlir-print-ir-after',
  'mlir-print-ir-before-all', 'mlir-print-ir-after-all', 'mlir-print-ir-after-failure', 'mlir-timing',
];

/** What is wrong with the flags beside `--upstream`; undefined if nothing is. */
export function conflictWithUpstream(args: Readonly<Record<string, unknown>>, passes: PassRegistry): string | undefined {
  const isGiven = (name: string): boolean => args[name] !== undefined && args[name] !== false;
  const flag = flagsOfOwnPasses.find(isGiven) ?? (args['verify-each'] === false ? 'no-verify-each' : undefined);
  if (flag !== undefined) return `--${flag} does not work with --upstream`;
  const pass = passes.list().find(({ name }) => isGiven(name));
  if (pass === undefined) return undefined;
  return `--${pass.name} runs a pass of mlir2zk; with --upstream, name passes in --pass-pipeline='builtin.module(…)'`;
}

/** `mlir2zk opt --upstream`: the passes are llvm-project's own, in WebAssembly; without a pipeline, its parser and printer alone. */
export async function optUpstream(args: UpstreamOptArguments, io: Io): Promise<number> {
  const source = readInput(io, args.file);
  const parts = args['split-input-file'] ? splitInput(source) : [source];
  const outcomes: Outcome[] = [];
  for (const part of parts) outcomes.push(await processPart(part, args, io));
  writeOutput(io, args.output, (write) => {
    for (const [index, { text }] of outcomes.entries()) write(index > 0 ? `${splitMarker}\n${text}` : text);
    const failures = outcomes.flatMap(({ failures }) => failures);
    if (failures.length > 0) throw new DiagnosticError(failures);
  });
  return exitCode.ok;
}

/** What became of one part of the input: empty text where it failed. */
interface Outcome {
  readonly text: string;
  readonly failures: readonly Diagnostic[];
}

async function processPart(source: SourceFile, args: UpstreamOptArguments, io: Io): Promise<Outcome> {
  const { runUpstreamPipeline } = await import('@mlir2zk/upstream');
  const verify = args['verify-diagnostics'];
  const reported: Diagnostic[] = [];
  const elide = args['mlir-elide-elementsattrs-if-larger'];
  let text = '';
  try {
    text = await runUpstreamPipeline(source, args['pass-pipeline'] ?? 'builtin.module()', {
      allowUnregisteredDialects: args['allow-unregistered-dialect'],
      generic: args['mlir-print-op-generic'],
      debugInfo: args['mlir-print-debuginfo'],
      localScope: args['mlir-print-local-scope'],
      ...(elide === undefined ? {} : { elideElementsAbove: elide }),
      report: (diagnostic) => {
        if (verify) reported.push(diagnostic);
        else io.stderr(`${renderDiagnostic(diagnostic)}\n`);
      },
    });
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    if (!verify) return { text, failures: error.diagnostics };
    reported.push(...error.diagnostics);
  }
  return { text, failures: verify ? checkExpectedDiagnostics(source, reported) : [] };
}
