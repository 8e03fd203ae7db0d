import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { gepIndices } from './gep-indices.js';
import { insertExtractValueElementType, shuffleType } from './inferred-types.js';
import { llvmOpAttrs, overflowFlags } from './llvm-op-attributes.js';
import { switchOpCasesDirective } from './switch-op-cases.js';

export const llvmDialect: HandWrittenDialect = {
  directives: {
    GEPIndices: gepIndices,
    InsertExtractValueElementType: insertExtractValueElementType,
    LLVMOpAttrs: llvmOpAttrs,
    OverflowFlags: overflowFlags,
    ShuffleType: shuffleType,
    SwitchOpCases: switchOpCasesDirective,
  },
};
