import { type Context, parseModule, verifyModule } from '@mlir2zk/mlir-parser';
import type { Command } from '../command.js';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';

/** `mlir2zk parse`: whether a file is valid MLIR and, with `--upstream`, whether upstream reads it alike. */
export const parse: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<{ readonly file: string; readonly upstream: boolean; readonly 'mlir-version': string }>(
      'parse <file>',
      'Check that a file is valid MLIR',
      (command) =>
        command
          .positional('file', { type: 'string', demandOption: true, describe: 'MLIR file; - is standard input' })
          .option('mlir-version', {
            choices: ['19', '22'], default: '19', describe: 'The version of MLIR whose operations there are; spellings of both are read',
          })
          .option('upstream', {
            type: 'boolean', default: false, describe: "Compare with upstream's own parser and printer, in WebAssembly",
          }),
      ({ file, upstream, 'mlir-version': version }) =>
        run((io) => (upstream ? compareWithUpstream(file, io) : parseFile(file, toolkit.createContext({ mlirVersion: version === '22' ? 22 : 19 }), io))),
    ),
};

function parseFile(file: string, context: Context, io: Io): number {
  const source = readInput(io, file);
  verifyModule(parseModule(source, context), context);
  io.stdout(`${source.name}: valid\n`);
  return exitCode.ok;
}

async function compareWithUpstream(file: string, io: Io): Promise<number> {
  const source = readInput(io, file);
  const { compareParsers } = await import('@mlir2zk/upstream');
  const { ours, upstream, firstDifference } = await compareParsers(source);
  if (firstDifference === undefined) {
    io.stdout(`${source.name}: mlir2zk and upstream print the same text\n`);
    return exitCode.ok;
  }
  const lineOf = (text: string): string => text.split('\n')[firstDifference - 1] ?? '';
  io.stderr(
    `${source.name}: error: mlir2zk and upstream differ in line ${firstDifference} of what they print\n` +
      `  mlir2zk:  ${lineOf(ours)}\n  upstream: ${lineOf(upstream)}\n`,
  );
  return exitCode.inputError;
}
