import type { HandWrittenDialect, OtherForm } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { vectorMaskAssembly } from './vector-mask.js';
import { vectorContractAssembly, vectorOuterproductAssembly } from './vector-product.js';
import { extractWithoutResultType } from './vector-extract.js';
import { shuffleReturnTypes, toElementsReturnTypes } from './vector-shuffle.js';
import { vectorTransferReadAssembly, vectorTransferWriteAssembly } from './vector-transfer.js';
import { warpExecuteOnLane0Assembly } from './warp-execute-on-lane-0.js';

/** `vector.splat %a : type`, which version 22 has no more. */
const splat: OtherForm = { format: ['$source', 'attr-dict', "':", { type: '$vector' }], types: ['$vector ElementType', null] };

export const vectorDialect: HandWrittenDialect = {
  operations: {
    'vector.contract': { assembly: vectorContractAssembly },
    'vector.extract': { otherForms: [extractWithoutResultType] },
    'vector.mask': { assembly: vectorMaskAssembly },
    'vector.outerproduct': { assembly: vectorOuterproductAssembly },
    'vector.broadcast': { otherForms: [splat] },
    'vector.shuffle': { inferReturnTypes: shuffleReturnTypes },
    'vector.to_elements': { inferReturnTypes: toElementsReturnTypes },
    'vector.transfer_read': { assembly: vectorTransferReadAssembly },
    'vector.transfer_write': { assembly: vectorTransferWriteAssembly },
    'vector.warp_execute_on_lane_0': { assembly: warpExecuteOnLane0Assembly },
    'vector.vscale': { asmResultNames: () => ['vscale'] },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
