import { denseArrayIntegers } from '../../ir/dense-array.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { dynamicIndex } from '../dynamic-index.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import {
  affineLoadAssembly, affinePrefetchAssembly, affineStoreAssembly, affineVectorLoadAssembly, affineVectorStoreAssembly,
} from './affine-access.js';
import { affineMapApplicationAssembly } from './affine-apply.js';
import { affineDmaStartAssembly, affineDmaTable, affineDmaWaitAssembly } from './affine-dma.js';
import { affineForAssembly } from './affine-for.js';
import { affineIfAssembly } from './affine-if.js';
import { affineParallelAssembly } from './affine-parallel.js';
import {
  verifyAffineApply, verifyAffineFor, verifyAffineIf, verifyAffineLoad, verifyAffineMinMax, verifyAffineParallel, verifyAffinePrefetch,
  verifyAffineStore, verifyAffineVectorLoad, verifyAffineVectorStore, verifyAffineYield,
} from './verify-affine.js';

/** Version 19 has operands in the basis only. */
function verifyBasis(op: Operation): Diagnostic[] {
  const isProperty = op.definition?.inherentAttributes.has('static_basis') === true;
  const constants = denseArrayIntegers(op.attribute('static_basis'));
  return isProperty || constants.every((size) => size === dynamicIndex)
    ? []
    : [opError(op, 'has constants in its basis, which MLIR 19 cannot say: choose version 22 to print for, or make them operands')];
}

export const affineDialect: HandWrittenDialect = {
  additionalTable: affineDmaTable,
  operations: {
    'affine.delinearize_index': { verify: verifyBasis },
    'affine.dma_start': { assembly: affineDmaStartAssembly },
    'affine.dma_wait': { assembly: affineDmaWaitAssembly },
    'affine.apply': { assembly: affineMapApplicationAssembly, verify: verifyAffineApply },
    'affine.for': { assembly: affineForAssembly, verify: verifyAffineFor },
    'affine.if': { assembly: affineIfAssembly, verify: verifyAffineIf },
    'affine.load': { assembly: affineLoadAssembly, verify: verifyAffineLoad },
    'affine.max': { assembly: affineMapApplicationAssembly, verify: verifyAffineMinMax },
    'affine.min': { assembly: affineMapApplicationAssembly, verify: verifyAffineMinMax },
    'affine.parallel': { assembly: affineParallelAssembly, verify: verifyAffineParallel },
    'affine.prefetch': { assembly: affinePrefetchAssembly, verify: verifyAffinePrefetch },
    'affine.store': { assembly: affineStoreAssembly, verify: verifyAffineStore },
    'affine.vector_load': { assembly: affineVectorLoadAssembly, verify: verifyAffineVectorLoad },
    'affine.vector_store': { assembly: affineVectorStoreAssembly, verify: verifyAffineVectorStore },
    'affine.yield': { verify: verifyAffineYield },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
