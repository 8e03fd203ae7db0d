import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
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

export const affineDialect: HandWrittenDialect = {
  additionalTable: affineDmaTable,
  operations: {
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
};
