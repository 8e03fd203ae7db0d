import { lowerToZkllvm, raiseModel, readModel } from '@mlir2zk/lowering';
import { writeModule } from '@mlir2zk/llvm-emit';
import { printTo } from '@mlir2zk/mlir-parser';
import type { Command } from '../command.js';
import { readInput } from '../input-file.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { writeOutput } from '../output-file.js';
import { Progress } from '../progress.js';

interface LowerArguments extends ModelArguments {
  readonly output: string;
  readonly emit: 'llvm' | 'mlir';
}

/** `mlir2zk lower`: a model becomes zkLLVM IR, or MLIR with its layers recognised. */
export const lower: Command = {
  register: (yargs, run) =>
    yargs.command<LowerArguments>(
      'lower <file>',
      'Lower a model to LLVM IR for the zkLLVM assigner',
      (command) =>
        modelOptions(command)
          .option('output', { alias: 'o', type: 'string', default: '-', describe: 'Output file; - is standard output' })
          .option('emit', {
            choices: ['llvm', 'mlir'] as const,
            default: 'llvm' as const,
            describe: 'LLVM IR, or MLIR after recognition',
          })
          .example('$0 lower model.mlir -o model.ll', 'the circuit of a model')
          .example('$0 lower model.mlir --emit mlir', 'see which layers were recognised'),
      (args) => run((io) => lowerFile(args, io)),
    ),
};

function lowerFile(args: LowerArguments, io: Io): number {
  const progress = new Progress(io);
  try {
    progress.phase('parsing');
    const model = readModel(readInput(io, args.file));
    if (args.emit === 'mlir') {
      progress.phase('recognising layers');
      raiseModel(model);
      progress.done();
      writeOutput(io, args.output, (write) => printTo({ write }, model.module));
    } else {
      progress.phase('building the circuit');
      const { llvmModule } = lowerToZkllvm(model, lowerOptions(args));
      progress.done();
      writeOutput(io, args.output, (write) => writeModule(llvmModule, write));
    }
    return exitCode.ok;
  } finally {
    progress.done();
  }
}
