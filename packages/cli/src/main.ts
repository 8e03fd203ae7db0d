import { DiagnosticError, renderDiagnostic } from '@mlir2zk/mlir-parser';
import yargs, { type Argv } from 'yargs';
import type { Action } from './command.js';
import { commands } from './commands.js';
import { exitCode, type Io } from './io.js';
import { version } from './package-files.js';
import { errorOfPlugin, loadPlugins, pluginsNamedIn, type LoadedTools, type Plugin } from './plugins.js';

/** Runs `mlir2zk ARGS…` and returns the exit code. Never throws for bad input. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let tools: LoadedTools;
  try {
    tools = await loadPlugins(pluginsNamedIn(args), io.cwd);
  } catch (error) {
    return reportError(error, [], io);
  }
  let action: Action | undefined;
  let usageError: string | undefined;
  let parser: Argv = yargs([...args])
    .scriptName('mlir2zk')
    .usage('$0 <command>\n\nLowers MLIR models to zkLLVM IR, recognising their layers.')
    .locale('en')
    .version(version)
    .help()
    .alias('help', 'h')
    .option('load', {
      type: 'string', requiresArg: true, global: true,
      describe: 'ES module with passes, intrinsics or dialects to add; may be given several times',
    })
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
  const line = { args, toolkit: tools.toolkit };
  for (const command of commands) parser = command.register(parser, (chosen) => (action = chosen), line);
  let output: string;
  try {
    output = await parseArguments(parser, args);
  } catch (error) {
    return reportError(error, tools.plugins, io); // the passes of plugins do not go with a command
  }
  if (usageError !== undefined) {
    io.stderr(`mlir2zk: ${usageError.trim()}\nTry 'mlir2zk --help' or 'mlir2zk <command> --help'.\n`);
    return exitCode.usage;
  }
  if (action === undefined) {
    if (output !== '') io.stdout(output.endsWith('\n') ? output : `${output}\n`);
    return exitCode.ok;
  }
  return runAction(action, tools.plugins, io);
}

/** Arguments that ask yargs itself for text: help, the version, completions. */
const asksForText = /^(-h|--help.*|--version|completion|--get-yargs-completions)$/;

/** The text that yargs prints for the arguments. It is collected only where it is asked for: laying out the help takes a while. */
function parseArguments(parser: ReturnType<typeof yargs>, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (_error: Error | undefined, _argv: unknown, text: string): void => void (output = text);
    const parsed = args.some((arg) => asksForText.test(arg)) ? parser.parse([...args], {}, collect) : parser.parse([...args]);
    void Promise.resolve(parsed).then(
      () => resolve(output),
      () => resolve(output), // the fail handler has kept the message
    );
  });
}

async function runAction(action: Action, plugins: readonly Plugin[], io: Io): Promise<number> {
  try {
    return await action(io);
  } catch (error) {
    return reportError(error, plugins, io);
  }
}

function reportError(error: unknown, plugins: readonly Plugin[], io: Io): number {
  const ofPlugin = error instanceof DiagnosticError ? undefined : errorOfPlugin(error, plugins);
  const diagnostics = error instanceof DiagnosticError ? error.diagnostics : ofPlugin === undefined ? [] : [ofPlugin];
  for (const diagnostic of diagnostics) io.stderr(`${renderDiagnostic(diagnostic)}\n`);
  if (diagnostics.length === 0) {
    // A defect of this program, not of the input: say so, and keep the trace for the report.
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr(`mlir2zk: internal error, please report it with the input file\n${trace}\n`);
  }
  return exitCode.inputError;
}
