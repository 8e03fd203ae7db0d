import { LlvmTextError, parseModuleText, renderFinding, verifyAssignerSubset, verifyModule } from '@mlir2zk/llvm-emit';
import type { Command } from '../command.js';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';

/** `mlir2zk verify`: whether LLVM IR is valid and inside the subset that the zkLLVM assigner interprets soundly. */
export const verify: Command = {
  register: (yargs, run) =>
    yargs.command<{ readonly file: string }>(
      'verify <file>',
      'Check LLVM IR against the safe subset of the zkLLVM assigner',
      (command) =>
        command.positional('file', { type: 'string', demandOption: true, describe: 'LLVM IR text; - is standard input' }),
      ({ file }) => run((io) => verifyFile(file, io)),
    ),
};

function verifyFile(file: string, io: Io): number {
  const source = readInput(io, file);
  let module;
  try {
    module = parseModuleText(source.bytes, source.name, { debugInfo: 'strip' });
  } catch (error) {
    if (!(error instanceof LlvmTextError)) throw error;
    io.stderr(`${error.message}\n`);
    return exitCode.inputError;
  }
  const invalid = verifyModule(module);
  const findings = invalid.length > 0 ? invalid : verifyAssignerSubset(module);
  for (const finding of findings) io.stderr(`${source.name}: error: ${renderFinding(finding)}\n`);
  if (findings.length > 0) return exitCode.inputError;
  io.stdout(`${source.name}: valid, and inside the safe subset of the assigner\n`);
  return exitCode.ok;
}
