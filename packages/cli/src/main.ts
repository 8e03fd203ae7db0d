import { createRequire } from 'node:module';
import { DiagnosticError, renderDiagnostic } from '@mlir2zk/mlir-parser';
import yargs from 'yargs';
import type { Action } from './command.js';
import { commands } from './commands.js';
import { exitCode, type Io } from './io.js';

const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** Runs `mlir2zk ARGS…` and returns the exit code. Never throws for bad input. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let action: Action | undefined;
  let usageError: string | undefined;
  let parser = yargs([...args])
    .scriptName('mlir2zk')
    .usage('$0 <command>\n\nLowers MLIR models to zkLLVM IR, recognising their layers.')
    .locale('en')
    .version(version)
    .help()
    .alias('help', 'h')
    .completion('completion', 'Print a shell completion script')
    .parserConfiguration({ 'duplicate-arguments-array': false, 'camel-case-expansion': false, 'strip-aliased': true })
    .strict()
    .demandCommand(1, 1, 'name a command')
    .recommendCommands()
    .wrap(100)
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      usageError = message ?? error?.message ?? 'wrong arguments';
    });
  for (const command of commands) parser = command.register(parser, (chosen) => (action = chosen), args);
  const output = await parseArguments(parser, args);
  if (usageError !== undefined) {
    io.stderr(`mlir2zk: ${usageError.trim()}\nTry 'mlir2zk --help' or 'mlir2zk <command> --help'.\n`);
    return exitCode.usage;
  }
  if (action === undefined) {
    if (output !== '') io.stdout(output.endsWith('\n') ? output : `${output}\n`);
    return exitCode.ok;
  }
  return runAction(action, io);
}

function parseArguments(parser: ReturnType<typeof yargs>, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    void Promise.resolve(
      parser.parse([...args], {}, (_error: Error | undefined, _argv: unknown, text: string) => {
        output = text;
      }),
    ).then(
      () => resolve(output),
      () => resolve(output), // the fail handler has kept the message
    );
  });
}

async function runAction(action: Action, io: Io): Promise<number> {
  try {
    return await action(io);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) {
      // A defect of this program, not of the input: say so, and keep the trace for the report.
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr(`mlir2zk: internal error, please report it with the input file\n${trace}\n`);
      return exitCode.inputError;
    }
    for (const diagnostic of error.diagnostics) io.stderr(`${renderDiagnostic(diagnostic)}\n`);
    return exitCode.inputError;
  }
}
