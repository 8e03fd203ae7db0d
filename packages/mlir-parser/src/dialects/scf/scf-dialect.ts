import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { scfExecuteRegionAssembly, scfIfAssembly, switchCasesDirective } from './scf-branches.js';
import { scfForallAssembly, scfForallInParallelAssembly } from './scf-forall.js';
import { scfForAssembly, scfParallelAssembly, scfWhileAssembly } from './scf-loops.js';
import { verifyScfFor, verifyScfIf, verifyScfIndexSwitch, verifyScfParallel, verifyScfWhile } from './verify-scf.js';

export const scfDialect: HandWrittenDialect = {
  operations: {
    'scf.execute_region': { assembly: scfExecuteRegionAssembly },
    'scf.for': { assembly: scfForAssembly, verify: verifyScfFor },
    'scf.forall': { assembly: scfForallAssembly },
    'scf.forall.in_parallel': { assembly: scfForallInParallelAssembly },
    'scf.if': { assembly: scfIfAssembly, verify: verifyScfIf },
    'scf.index_switch': { verify: verifyScfIndexSwitch },
    'scf.parallel': { assembly: scfParallelAssembly, verify: verifyScfParallel },
    'scf.while': { assembly: scfWhileAssembly, verify: verifyScfWhile },
  },
  directives: { SwitchCases: switchCasesDirective },
};
