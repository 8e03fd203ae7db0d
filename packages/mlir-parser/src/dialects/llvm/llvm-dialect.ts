import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { gepIndices } from './gep-indices.js';
import { insertExtractValueElementType, shuffleType } from './inferred-types.js';
import { llvmAllocaAssembly } from './llvm-alloca.js';
import { llvmFcmpAssembly, llvmIcmpAssembly } from './llvm-compare.js';
import { llvmOpAttrs, overflowFlags } from './llvm-op-attributes.js';
import { switchOpCasesDirective } from './switch-op-cases.js';

export const llvmDialect: HandWrittenDialect = {
  operations: {
    'llvm.alloca': { assembly: llvmAllocaAssembly },
    'llvm.fcmp': { assembly: llvmFcmpAssembly },
    'llvm.icmp': { assembly: llvmIcmpAssembly },
  },
  directives: {
    GEPIndices: gepIndices,
    InsertExtractValueElementType: insertExtractValueElementType,
    LLVMOpAttrs: llvmOpAttrs,
    OverflowFlags: overflowFlags,
    ShuffleType: shuffleType,
    SwitchOpCases: switchOpCasesDirective,
  },
};
