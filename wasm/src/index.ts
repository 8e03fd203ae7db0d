/** llvm-project's own MLIR and LLVM IR core as WebAssembly. */
export { formatDiagnostic } from './diagnostic.js';
export type { Diagnostic, DiagnosticListener, DiagnosticSeverity } from './diagnostic.js';
export { loadMlir } from './load-mlir.js';
export type { LoadOptions } from './load-mlir.js';
export type { LlvmModule } from './llvm-module.js';
export { MlirError } from './mlir-error.js';
export type { MlirErrorCode } from './mlir-error.js';
export type { MlirModule, PrintOptions } from './mlir-module.js';
export type { LlvmIr, Mlir, ParseOptions } from './mlir.js';
export { walkOperations } from './operation.js';
export type { MlirAttribute, MlirBlock, MlirLocation, MlirOperation, MlirRegion, MlirValue } from './operation.js';
