import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import {
  alignedClause, allocateAndAllocator, captureType, clauseAttr, copyPrivateVarList, dependVarList, linearClause, mapClause, mapEntries,
  membersIndex, orderClause, reductionVarList, scheduleClause, synchronizationHint,
} from './omp-clauses.js';
import { atomicReductionRegion, cleanupReductionRegion, loopNestAssembly, parallelRegion, privateList, wsloop } from './omp-regions.js';

export const ompDialect: HandWrittenDialect = {
  operations: { 'omp.loop_nest': { assembly: loopNestAssembly } },
  directives: {
    AlignedClause: alignedClause,
    AllocateAndAllocator: allocateAndAllocator,
    AtomicReductionRegion: atomicReductionRegion,
    CaptureType: captureType,
    ClauseAttr: clauseAttr,
    CleanupReductionRegion: cleanupReductionRegion,
    CopyPrivateVarList: copyPrivateVarList,
    DependVarList: dependVarList,
    LinearClause: linearClause,
    MapClause: mapClause,
    MapEntries: mapEntries,
    MembersIndex: membersIndex,
    OrderClause: orderClause,
    ParallelRegion: parallelRegion,
    PrivateList: privateList,
    ReductionVarList: reductionVarList,
    ScheduleClause: scheduleClause,
    SynchronizationHint: synchronizationHint,
    Wsloop: wsloop,
  },
};
