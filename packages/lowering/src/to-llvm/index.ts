export { toLlvmDialect } from './llvm-dialect/to-llvm-dialect.js';
export { translateToLlvm, type LlvmTranslateOptions } from './translate.js';
