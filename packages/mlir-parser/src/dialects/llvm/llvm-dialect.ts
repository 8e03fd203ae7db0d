import type { HandWrittenDialect, OtherForm } from '../../ods/definitions-from-table.js';
import { gepIndices } from './gep-indices.js';
import { insertExtractValueElementType, shuffleType } from './inferred-types.js';
import { llvmAllocaAssembly } from './llvm-alloca.js';
import { llvmCallAssembly, llvmInvokeAssembly, llvmLandingpadAssembly } from './llvm-call.js';
import { llvmFcmpAssembly, llvmIcmpAssembly } from './llvm-compare.js';
import { llvmFuncAssembly } from './llvm-func.js';
import { llvmMlirGlobalAssembly } from './llvm-global.js';
import { llvmOpAttrs, overflowFlags } from './llvm-op-attributes.js';
import { switchOpCasesDirective } from './switch-op-cases.js';

/** `inbounds|nuw` of MLIR 22; version 19 has no place for `nuw` but among the attributes. */
const gepWithNoUnsignedWrap: OtherForm = {
  format: [
    "'inbounds", "'|", "'nuw", '$base', "'[", { custom: 'GEPIndices', args: ['$dynamicIndices', '$rawConstantIndices'] }, "']", 'attr-dict',
    "':", { 'functional-type': ['operands', 'results'] }, "',", '$elem_type',
  ],
  types: [null, null, null],
  complete({ result, context }) {
    result.attributes.set('inbounds', context.unitAttr);
    result.attributes.set('nuw', context.unitAttr);
  },
};

export const llvmDialect: HandWrittenDialect = {
  operations: {
    'llvm.alloca': { assembly: llvmAllocaAssembly },
    'llvm.call': { assembly: llvmCallAssembly },
    'llvm.fcmp': { assembly: llvmFcmpAssembly },
    'llvm.func': { assembly: llvmFuncAssembly },
    'llvm.getelementptr': { otherForms: [gepWithNoUnsignedWrap] },
    'llvm.icmp': { assembly: llvmIcmpAssembly },
    'llvm.invoke': { assembly: llvmInvokeAssembly },
    'llvm.landingpad': { assembly: llvmLandingpadAssembly },
    'llvm.mlir.global': { assembly: llvmMlirGlobalAssembly },
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
