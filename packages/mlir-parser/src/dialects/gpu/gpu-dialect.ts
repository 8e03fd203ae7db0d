import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { allReduceOperation, asyncDependencies, launchDimType, launchFuncOperands, offloadingHandler } from './gpu-directives.js';
import { gpuFuncAssembly, gpuModuleAssembly, verifyGpuFunc } from './gpu-func.js';
import { gpuLaunchAssembly } from './gpu-launch.js';

export const gpuDialect: HandWrittenDialect = {
  operations: {
    'gpu.func': { assembly: gpuFuncAssembly, verify: verifyGpuFunc },
    'gpu.launch': { assembly: gpuLaunchAssembly },
    'gpu.module': { assembly: gpuModuleAssembly },
  },
  directives: {
    AllReduceOperation: allReduceOperation,
    AsyncDependencies: asyncDependencies,
    LaunchDimType: launchDimType,
    LaunchFuncOperands: launchFuncOperands,
    OffloadingHandler: offloadingHandler,
  },
};
