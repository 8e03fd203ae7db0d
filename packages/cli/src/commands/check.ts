import { assign, AssignerError, InputError, type InputText, type Violation } from '@mlir2zk/assigner';
import { LlvmTextError } from '@mlir2zk/llvm-emit';
import { DiagnosticError } from '@mlir2zk/mlir-parser';
import type { Command } from '../command.js';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';
import { rowText } from '../run-report.js';

interface CheckArguments {
  readonly file: string;
  readonly 'public-file': string | undefined;
  readonly 'private-file': string | undefined;
}

/** `mlir2zk check`: whether the assigner's own input files satisfy a circuit, constraint by constraint. */
export const check: Command = {
  register: (yargs, run) =>
    yargs.command<CheckArguments>(
      'check <file>',
      'Run LLVM IR on input files of the zkLLVM assigner, and check every constraint',
      (command) =>
        command
          .positional('file', { type: 'string', demandOption: true, describe: 'LLVM IR text of a circuit; - is standard input' })
          .option('public-file', { alias: 'i', type: 'string', describe: 'JSON file of the public inputs and claimed outputs' })
          .option('private-file', { alias: 'p', type: 'string', describe: 'JSON file of the private inputs' })
          .example('$0 check model.ll -i public.json', 'what the assigner does with --check'),
      (args) => run((io) => checkCircuit(args, io)),
    ),
};

function checkCircuit(args: CheckArguments, io: Io): number {
  const circuit = readInput(io, args.file);
  const [publicInputs, privateInputs] = [args['public-file'], args['private-file']].map((name) => inputText(io, name));
  try {
    const { violations, violationCount, warnings, table } = assign(circuit.bytes, {
      fileName: circuit.name,
      ...(publicInputs === undefined ? {} : { publicInputs }),
      ...(privateInputs === undefined ? {} : { privateInputs }),
    });
    for (const warning of warnings) io.stderr(`warning: ${warning}\n`);
    const [first] = violations;
    if (first === undefined) {
      io.stdout(`every constraint holds\n${rowText(table)}`);
      return exitCode.ok;
    }
    io.stderr(violationText(first, violationCount));
    return exitCode.inputError;
  } catch (error) {
    if (!(error instanceof AssignerError || error instanceof InputError || error instanceof LlvmTextError)) throw error;
    if (error instanceof InputError && !/: error: /.test(error.message)) throw new DiagnosticError({ severity: 'error', message: error.message });
    io.stderr(`${error.message}\n`);
    return exitCode.inputError;
  }
}

function inputText(io: Io, name: string | undefined): InputText | undefined {
  if (name === undefined) return undefined;
  const source = readInput(io, name);
  return { name: source.name, text: source.text(0, source.bytes.length) };
}

/** The first violated constraint: in the order of the run, so the one from which others may follow. */
function violationText({ component, reason, functionName, place, text }: Violation, count: number): string {
  const others = count > 1 ? `\n${count - 1} more constraints are violated` : '';
  return `${place}: error: ${component}: ${reason}, in @${functionName}\n  ${text.trim()}${others}\n`;
}
