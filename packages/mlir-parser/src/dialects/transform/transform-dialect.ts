import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { functionOpAssembly, verifyFunctionBody } from '../function-op.js';
import { structuredSplitAssembly } from './structured-split.js';
import {
  commonResultType, foreachMatchSymbols, packedOrDynamicIndexList, semiFunctionType, sequenceOpOperands, transformMatchDims,
} from './transform-directives.js';

export const transformDialect: HandWrittenDialect = {
  operations: {
    'transform.named_sequence': { assembly: functionOpAssembly, verify: verifyFunctionBody },
    'transform.structured.split': { assembly: structuredSplitAssembly },
  },
  directives: {
    ContinuousTileSizeTypes: commonResultType,
    DynamicIndexList: dynamicIndexListDirective,
    ForeachMatchSymbols: foreachMatchSymbols,
    MultitileSizesTypes: commonResultType,
    PackedOrDynamicIndexList: packedOrDynamicIndexList,
    SemiFunctionType: semiFunctionType,
    SequenceOpOperands: sequenceOpOperands,
    TransformMatchDims: transformMatchDims,
  },
};
