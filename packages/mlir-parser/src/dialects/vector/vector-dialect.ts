import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { vectorMaskAssembly } from './vector-mask.js';
import { vectorContractAssembly, vectorOuterproductAssembly } from './vector-product.js';
import { extractWithoutResultType } from './vector-extract.js';
import { shuffleReturnTypes } from './vector-shuffle.js';
import { vectorTransferReadAssembly, vectorTransferWriteAssembly } from './vector-transfer.js';
import { warpExecuteOnLane0Assembly } from './warp-execute-on-lane-0.js';

export const vectorDialect: HandWrittenDialect = {
  operations: {
    'vector.contract': { assembly: vectorContractAssembly },
    'vector.extract': { otherForms: [extractWithoutResultType] },
    'vector.mask': { assembly: vectorMaskAssembly },
    'vector.outerproduct': { assembly: vectorOuterproductAssembly },
    'vector.shuffle': { inferReturnTypes: shuffleReturnTypes },
    'vector.transfer_read': { assembly: vectorTransferReadAssembly },
    'vector.transfer_write': { assembly: vectorTransferWriteAssembly },
    'vector.warp_execute_on_lane_0': { assembly: warpExecuteOnLane0Assembly },
    'vector.vscale': { asmResultNames: () => ['vscale'] },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
