import type { Attribute } from '../../ir/attribute.js';
import type { HandWrittenDialect, HandWrittenOperation } from '../../ods/definitions-from-table.js';
import { spirvBranchConditionalAssembly, spirvLoopAssembly, spirvSelectionAssembly } from './spirv-control-flow.js';
import {
  spirvAccessChainAssembly, spirvCopyMemoryAssembly, spirvLoadAssembly, spirvPtrAccessChainAssembly, spirvStoreAssembly,
  spirvSubgroupBlockReadAssembly, spirvSubgroupBlockWriteAssembly, spirvVariableAssembly,
} from './spirv-memory.js';
import {
  spirvEntryPointAssembly, spirvExecutionModeAssembly, spirvFuncAssembly, spirvGlobalVariableAssembly, spirvModuleAssembly,
  spirvSpecConstantAssembly, spirvSpecConstantCompositeAssembly,
} from './spirv-module.js';
import {
  spirvCompositeExtractAssembly, spirvCompositeInsertAssembly, spirvConstantAssembly, spirvConstantName, spirvExtendedArithmeticAssembly,
  spirvGroupNonUniformAssembly, spirvSameTypeAssembly,
} from './spirv-values.js';

const groupNonUniform = [
  'BitwiseAnd', 'BitwiseOr', 'BitwiseXor', 'FAdd', 'FMax', 'FMin', 'FMul', 'IAdd', 'IMul', 'LogicalAnd', 'LogicalOr', 'LogicalXor',
  'SMax', 'SMin', 'UMax', 'UMin',
];

const all = (names: readonly string[], operation: HandWrittenOperation): Record<string, HandWrittenOperation> =>
  Object.fromEntries(names.map((name) => [name, operation]));

export const spirvDialect: HandWrittenDialect = {
  operations: {
    'spirv.AccessChain': { assembly: spirvAccessChainAssembly },
    'spirv.BranchConditional': { assembly: spirvBranchConditionalAssembly },
    'spirv.CompositeExtract': { assembly: spirvCompositeExtractAssembly },
    'spirv.CompositeInsert': { assembly: spirvCompositeInsertAssembly },
    'spirv.Constant': { assembly: spirvConstantAssembly, asmResultNames: (op) => [spirvConstantName(op)] },
    'spirv.CopyMemory': { assembly: spirvCopyMemoryAssembly },
    'spirv.EntryPoint': { assembly: spirvEntryPointAssembly },
    'spirv.ExecutionMode': { assembly: spirvExecutionModeAssembly },
    'spirv.GlobalVariable': { assembly: spirvGlobalVariableAssembly },
    'spirv.INTEL.SubgroupBlockRead': { assembly: spirvSubgroupBlockReadAssembly },
    'spirv.INTEL.SubgroupBlockWrite': { assembly: spirvSubgroupBlockWriteAssembly },
    'spirv.InBoundsPtrAccessChain': { assembly: spirvPtrAccessChainAssembly },
    'spirv.Load': { assembly: spirvLoadAssembly },
    'spirv.PtrAccessChain': { assembly: spirvPtrAccessChainAssembly },
    'spirv.SpecConstant': { assembly: spirvSpecConstantAssembly },
    'spirv.SpecConstantComposite': { assembly: spirvSpecConstantCompositeAssembly },
    'spirv.Store': { assembly: spirvStoreAssembly },
    'spirv.Variable': { assembly: spirvVariableAssembly },
    'spirv.func': { assembly: spirvFuncAssembly },
    'spirv.mlir.addressof': { asmResultNames: (op) => [addressName(op.attribute('variable'))] },
    'spirv.mlir.loop': { assembly: spirvLoopAssembly },
    'spirv.mlir.selection': { assembly: spirvSelectionAssembly },
    'spirv.module': { assembly: spirvModuleAssembly },
    ...all(groupNonUniform.map((name) => `spirv.GroupNonUniform${name}`), { assembly: spirvGroupNonUniformAssembly }),
    ...all(['FClamp', 'Fma', 'SClamp', 'UClamp'].map((name) => `spirv.GL.${name}`), { assembly: spirvSameTypeAssembly }),
    ...all(['IAddCarry', 'ISubBorrow', 'SMulExtended', 'UMulExtended'].map((name) => `spirv.${name}`), { assembly: spirvExtendedArithmeticAssembly }),
  },
};

function addressName(variable: Attribute | undefined): string | undefined {
  return variable?.kind === 'symbol-ref' ? `${variable.root}_addr` : undefined;
}
