import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { scfExecuteRegionAssembly, scfIfAssembly, switchCasesDirective } from './scf-branches.js';
import { scfForallAssembly, scfForallInParallelAssembly } from './scf-forall.js';
import { scfForAssembly, scfParallelAssembly, scfWhileAssembly } from './scf-loops.js';

export const scfDialect: HandWrittenDialect = {
  operations: {
    'scf.execute_region': { assembly: scfExecuteRegionAssembly },
    'scf.for': { assembly: scfForAssembly },
    'scf.forall': { assembly: scfForallAssembly },
    'scf.forall.in_parallel': { assembly: scfForallInParallelAssembly },
    'scf.if': { assembly: scfIfAssembly },
    'scf.parallel': { assembly: scfParallelAssembly },
    'scf.while': { assembly: scfWhileAssembly },
  },
  directives: { SwitchCases: switchCasesDirective },
};
