import type { HandWrittenDialect, OtherForm } from '../../ods/definitions-from-table.js';
import { scfExecuteRegionAssembly, scfIfAssembly, switchCasesDirective } from './scf-branches.js';
import { scfForallAssembly, scfForallInParallelAssembly } from './scf-forall.js';
import { scfForAssembly, scfParallelAssembly, scfWhileAssembly } from './scf-loops.js';
import {
  verifyScfExecuteRegion, verifyScfFor, verifyScfForall, verifyScfForallInParallel, verifyScfIf, verifyScfIndexSwitch, verifyScfParallel,
  verifyScfReduce, verifyScfReduceReturn, verifyScfWhile,
} from './verify-scf.js';

/** `scf.reduce(%a) : type {…}` until MLIR 17. */
const reduceOfOneOperand: OtherForm = {
  format: ["'(", '$operands', "')", "':", { type: '$operands' }, '$reductions', 'attr-dict'],
  types: [null],
};

export const scfDialect: HandWrittenDialect = {
  operations: {
    'scf.execute_region': { assembly: scfExecuteRegionAssembly, verify: verifyScfExecuteRegion },
    'scf.for': { assembly: scfForAssembly, verify: verifyScfFor },
    'scf.forall': { assembly: scfForallAssembly, verify: verifyScfForall },
    'scf.forall.in_parallel': { assembly: scfForallInParallelAssembly, verify: verifyScfForallInParallel },
    'scf.if': { assembly: scfIfAssembly, verify: verifyScfIf },
    'scf.index_switch': { verify: verifyScfIndexSwitch },
    'scf.parallel': { assembly: scfParallelAssembly, verify: verifyScfParallel },
    'scf.reduce': { verify: verifyScfReduce, otherForms: [reduceOfOneOperand] },
    'scf.reduce.return': { verify: verifyScfReduceReturn },
    'scf.while': { assembly: scfWhileAssembly, verify: verifyScfWhile },
  },
  directives: { SwitchCases: switchCasesDirective },
};
