// The SDK: passes, pipelines, patterns; intrinsics and dialects of your own.
export { defineDialect, type Dialect, type DialectDefinition } from '@mlir2zk/mlir-parser';
export { defineIntrinsic, miss, type Intrinsic } from '@mlir2zk/zk-intrinsics';
export { extensionOf, Toolkit, type Extension } from './toolkit.js';
export { definePass, type Pass, type PassContext, type PassDefinition } from './pass/pass.js';
export type { PassOption, PassOptions, OptionKinds, OptionValue, ValuesOf } from './pass/pass-option.js';
export { PassRegistry } from './pass/pass-registry.js';
export { OperationPassManager, passInstance, type PassInstance } from './pass/operation-pass-manager.js';
export { parsePassOptions, parsePassPipeline } from './pass/pipeline-parser.js';
export { PassManager, type RunOptions } from './pass/pass-manager.js';
export { irPrinting, type IrPrinting, type PassInstrumentation, type PassSelection } from './pass/instrumentation.js';
export { PassTiming } from './pass/pass-timing.js';
export { locatedDiagnostic, sourceRangeOf } from './pass/located-diagnostic.js';
export { definePattern, type PatternDefinition, type RewritePattern } from './rewrite/pattern.js';
export { PatternRewriter } from './rewrite/pattern-rewriter.js';
export { applyPatternsGreedily } from './rewrite/greedy-rewrite.js';
export { createPassRegistry, passRegistry } from './passes/pass-registry.js';

// Affine loops, for analyses.
export { forLoop, type AppliedMap, type ForLoop } from './affine/affine-operations.js';

// Raising.
export { analyseNest, type MissedNest, type RaisableNest, type RaisingOptions } from './raise/raise-nest.js';
export { verifyRaising, type RaisingVerdict } from './raise/verify-raising.js';
export { InterpretationError, NestInterpreter } from './interpreter/nest-interpreter.js';

export { sourceLine } from './operation/located-error.js';

// Lowering to zkLLVM IR.
export * from './to-zkllvm/index.js';

// Lowering to LLVM IR with floats and loops.
export * from './to-llvm/index.js';

export { explainModel, type LineRange, type NestExplanation } from './explain-model.js';
export {
  createModelContext, lowerToZkllvm, raiseModel, raisingPipeline, readModel, type LowerOptions, type Model,
} from './lower-model.js';
