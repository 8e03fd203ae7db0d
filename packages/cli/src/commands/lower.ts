import { lowerToZkllvm, raiseModel, readModel } from '@mlir2zk/lowering';
import { writeModule } from '@mlir2zk/llvm-emit';
import { printTo, SourceFile } from '@mlir2zk/mlir-parser';
import { circuitText } from '../circuit-run.js';
import type { Command } from '../command.js';
import { readModelSource } from '../model-source.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { writeOutput } from '../output-file.js';
import { Progress } from '../progress.js';

interface LowerArguments extends ModelArguments {
  readonly output: string;
  readonly emit: 'llvm' | 'mlir';
  readonly 'verify-with-llvm': boolean;
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
          .option('verify-with-llvm', {
            type: 'boolean', default: false, describe: "Check the IR with LLVM's own verifier, fields taken for integers",
          })
          .example('$0 lower model.mlir -o model.ll', 'the circuit of a model')
          .example('$0 lower model.mlir --emit mlir', 'see which layers were recognised'),
      (args) => run((io) => lowerFile(args, io)),
    ),
};

async function lowerFile(args: LowerArguments, io: Io): Promise<number> {
  const progress = new Progress(io);
  try {
    progress.phase('parsing');
    const model = readModel(await readModelSource(io, args.file));
    if (args.emit === 'mlir') {
      progress.phase('recognising layers');
      raiseModel(model);
      progress.done();
      writeOutput(io, args.output, (write) => printTo({ write }, model.module));
    } else {
      progress.phase('building the circuit');
      const translation = lowerToZkllvm(model, lowerOptions(io, args));
      if (args['verify-with-llvm']) {
        progress.phase('verifying with LLVM');
        const { verifyLlvmIr } = await import('@mlir2zk/upstream');
        await verifyLlvmIr(new SourceFile('circuit.ll', circuitText(translation)));
      }
      progress.done();
      writeOutput(io, args.output, (write) => writeModule(translation.llvmModule, write));
    }
    return exitCode.ok;
  } finally {
    progress.done();
  }
}
