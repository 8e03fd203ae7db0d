export { translateToLlvm, type LlvmTranslateOptions } from './translate.js';
