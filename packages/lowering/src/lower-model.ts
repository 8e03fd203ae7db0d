import {
  createContext, parseModule, verifyModule, verifyOperation, type Context, type ContextOptions, type Dialect, type Operation, type SourceFile,
} from '@mlir2zk/mlir-parser';
import { intrinsics, intrinsicsOf, registerZkmlDialect, type Intrinsic } from '@mlir2zk/zk-intrinsics';
import { parsePassPipeline } from './pass/pipeline-parser.js';
import { PassManager, type RunOptions } from './pass/pass-manager.js';
import { passRegistry } from './passes/pass-registry.js';
import { translateToZkllvm, type TranslateOptions, type Translation } from './to-zkllvm/translate.js';

/** What `raiseModel` runs: normalise, then replace loop nests by the layers that they are. */
export const raisingPipeline = 'builtin.module(canonicalize,cse,raise-to-zkml,canonicalize)';

/** A model read from MLIR text, with the context that owns its types and attributes. */
export interface Model {
  readonly context: Context;
  readonly module: Operation;
}

export type LowerOptions = TranslateOptions & Pick<RunOptions, 'instrumentations' | 'report'>;

/**
 * A context with all upstream dialects, the zkml dialect of `known` intrinsics, and `dialects`. Throws an Error if two of
 * them have one name.
 */
export function createModelContext(known: readonly Intrinsic[] = intrinsics, dialects: readonly Dialect[] = [], options: ContextOptions = {}): Context {
  const context = createContext(options);
  registerZkmlDialect(context, known);
  for (const dialect of dialects) dialect.register(context);
  return context;
}

/** Reads and verifies MLIR text. Throws a DiagnosticError with everything that is wrong. */
export function readModel(source: SourceFile, context: Context = createModelContext()): Model {
  const module = parseModule(source, context);
  verifyModule(module, context);
  return { context, module };
}

/** Recognises the layers of `model`, in place. Throws a DiagnosticError if a pass fails. */
export function raiseModel(model: Model, options: Pick<RunOptions, 'instrumentations' | 'report'> = {}): void {
  const pipeline = parsePassPipeline(raisingPipeline, passRegistry);
  new PassManager(model.context, pipeline, { verify: (op) => verifyOperation(op, model.context), ...options }).run(model.module);
}

/**
 * Lowers `model` to zkLLVM IR: recognises its layers (in place) and executes the rest at compile time. What comes out is
 * inside the subset that the assigner interprets soundly; the modes `declare` and `builtin` leave calls that wait for an
 * assigner with such components.
 *
 * Throws a DiagnosticError, located in the MLIR text, for whatever cannot become a circuit.
 */
export function lowerToZkllvm(model: Model, options: LowerOptions = {}): Translation {
  raiseModel(model, options);
  return translateToZkllvm(model.module, { intrinsics: intrinsicsOf(model.context), ...options });
}
