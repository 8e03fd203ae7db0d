export { compareParsers, type ParserComparison } from './compare-parsers.js';
export { fromMlirError } from './from-mlir-error.js';
export { affinePipeline, lowerToAffine } from './lower-to-affine.js';
export { runUpstreamPipeline } from './run-upstream-pipeline.js';
export { toModule } from './to-module.js';
export { verifyLlvmIr } from './verify-llvm-ir.js';
