import { lowerToZkllvm, raiseModel, toLlvmDialect, translateToLlvm, type Model, type Toolkit } from '@mlir2zk/lowering';
import {
  BitcodeError, TargetExtError, toTargetExtensionTypes, writeModule, writeModuleBitcode, type BitcodeOptions, type LlvmModule,
} from '@mlir2zk/llvm-emit';
import { DiagnosticError, printTo, renderDiagnostic, SourceFile, type Diagnostic } from '@mlir2zk/mlir-parser';
import { circuitWarnings } from '../circuit-run.js';
import type { Command } from '../command.js';
import { exitCode, type Io } from '../io.js';
import { lowerOptions, modelOptions, type ModelArguments } from '../model-options.js';
import { prepareModel, readModelSource } from '../model-source.js';
import { writeOutput } from '../output-file.js';
import { Progress } from '../progress.js';

/** What each target can write; the first is the default. */
const emissions = {
  zkllvm: ['llvm', 'bitcode', 'mlir'],
  llvm: ['llvm', 'bitcode', 'llvm-dialect'],
} as const;

type Target = keyof typeof emissions;
type Emission = (typeof emissions)[Target][number];

interface LowerArguments extends ModelArguments {
  readonly output: string;
  readonly target: Target;
  readonly emit: Emission;
  readonly 'bare-pointers': boolean;
  readonly 'field-types': 'zkllvm' | 'target-ext';
  readonly 'experimental-field-bitcode': boolean;
  readonly 'verify-with-llvm': boolean;
}

/** `mlir2zk lower`: a model becomes zkLLVM IR, MLIR with its layers recognised, or plain LLVM IR. */
export const lower: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<LowerArguments>(
      'lower <file>',
      'Lower a model to LLVM IR, for the zkLLVM assigner or for stock LLVM',
      (command) =>
        modelOptions(command)
          .option('output', { alias: 'o', type: 'string', default: '-', describe: 'Output file; - is standard output' })
          .option('target', {
            choices: ['zkllvm', 'llvm'] as const,
            default: 'zkllvm' as const,
            describe: 'zkllvm: a circuit of field elements; llvm: loops and floats as they are, for stock LLVM',
          })
          .option('emit', {
            choices: ['llvm', 'bitcode', 'mlir', 'llvm-dialect'] as const,
            default: 'llvm' as const,
            describe: 'LLVM IR as text or bitcode; MLIR after recognition (target zkllvm); MLIR of the llvm dialect (target llvm)',
          })
          .option('bare-pointers', {
            type: 'boolean', default: false, describe: 'Target llvm: functions take a memref of static shape as one pointer',
          })
          .option('field-types', {
            choices: ['zkllvm', 'target-ext'] as const,
            default: 'zkllvm' as const,
            describe: "Target zkllvm: zkLLVM's own types, or LLVM's target extension types, which stock LLVM 16 and later read",
          })
          .option('experimental-field-bitcode', {
            type: 'boolean', default: false, describe: "Target zkllvm: write field types to bitcode with zkLLVM's own numbers",
          })
          .option('verify-with-llvm', {
            type: 'boolean', default: false, describe: "Check the IR with LLVM's own verifier, fields taken for integers",
          })
          .example('$0 lower model.mlir -o model.ll', 'the circuit of a model')
          .example('$0 lower model.mlir --emit mlir', 'see which layers were recognised')
          .example('$0 lower model.mlir --target llvm --emit bitcode -o model.bc', 'for opt, llc and lli'),
      (args) => run((io) => lowerFile(args, toolkit, io)),
    ),
};

async function lowerFile(args: LowerArguments, toolkit: Toolkit, io: Io): Promise<number> {
  const progress = new Progress(io);
  try {
    checkCombination(args);
    progress.phase('parsing');
    const model = prepareModel(io, await readModelSource(io, args.file), toolkit, args['pass-pipeline']);
    if (args.emit === 'mlir') {
      progress.phase('recognising layers');
      raiseModel(model);
      progress.done();
      writeOutput(io, args.output, (write) => printTo({ write }, model.module));
      return exitCode.ok;
    }
    progress.phase(args.target === 'llvm' ? 'lowering' : 'building the circuit');
    const { llvmModule, warnings } = lowerModule(args, io, model);
    progress.done();
    for (const warning of warnings) io.stderr(`${renderDiagnostic(warning)}\n`);
    if (args['verify-with-llvm']) {
      progress.phase('verifying with LLVM');
      await verifyWithLlvm(llvmModule);
    }
    progress.done();
    if (args.emit === 'llvm-dialect') {
      const dialect = toLlvmDialect(llvmModule, model.context);
      writeOutput(io, args.output, (write) => printTo({ write }, dialect));
    } else writeLlvm(args, io, llvmModule);
    return exitCode.ok;
  } finally {
    progress.done();
  }
}

/** Throws a DiagnosticError for options that do not go together. */
function checkCombination({ target, emit, ...args }: LowerArguments): void {
  const possible: readonly Emission[] = emissions[target];
  if (!possible.includes(emit))
    throw usageError(`--emit ${emit} does not go with --target ${target}, which has ${possible.join(', ')}`);
  if (args['field-types'] !== 'zkllvm' && (target !== 'zkllvm' || emit === 'mlir'))
    throw usageError('--field-types goes with --target zkllvm and --emit llvm or bitcode: nothing else has field types');
  if (args['bare-pointers'] && target !== 'llvm')
    throw usageError('--bare-pointers goes with --target llvm: circuits take their arguments as the assigner prescribes it');
}

function usageError(message: string): DiagnosticError {
  return new DiagnosticError({ severity: 'error', message });
}

interface Lowered {
  readonly llvmModule: LlvmModule;
  readonly warnings: readonly Diagnostic[];
}

function lowerModule(args: LowerArguments, io: Io, model: Model): Lowered {
  if (args.target === 'llvm')
    return { llvmModule: translateToLlvm(model.module, { barePointers: args['bare-pointers'], consume: true }), warnings: [] };
  const translation = lowerToZkllvm(model, lowerOptions(io, args));
  const warnings = circuitWarnings(translation);
  if (args['field-types'] === 'zkllvm') return { llvmModule: translation.llvmModule, warnings };
  try {
    return { llvmModule: toTargetExtensionTypes(translation.llvmModule), warnings };
  } catch (error) {
    if (!(error instanceof TargetExtError)) throw error;
    throw usageError(error.message);
  }
}

async function verifyWithLlvm(llvmModule: LlvmModule): Promise<void> {
  const { verifyLlvmIr } = await import('@mlir2zk/upstream');
  const chunks: Uint8Array[] = [];
  writeModule(llvmModule, (chunk) => chunks.push(chunk));
  await verifyLlvmIr(new SourceFile('emitted.ll', Buffer.concat(chunks)));
}

function writeLlvm(args: LowerArguments, io: Io, llvmModule: LlvmModule): void {
  if (args.emit === 'llvm') {
    writeOutput(io, args.output, (write) => writeModule(llvmModule, write));
    return;
  }
  const options: BitcodeOptions = { experimentalFieldBitcode: args['experimental-field-bitcode'] };
  try {
    writeOutput(io, args.output, (write) => writeModuleBitcode(llvmModule, write, options));
  } catch (error) {
    if (!(error instanceof BitcodeError)) throw error;
    throw usageError(error.message);
  }
}
