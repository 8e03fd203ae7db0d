import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import {
  affineLoadAssembly, affinePrefetchAssembly, affineStoreAssembly, affineVectorLoadAssembly, affineVectorStoreAssembly,
} from './affine-access.js';
import { affineMapApplicationAssembly } from './affine-apply.js';
import { affineForAssembly } from './affine-for.js';
import { affineIfAssembly } from './affine-if.js';
import { affineParallelAssembly } from './affine-parallel.js';

export const affineDialect: HandWrittenDialect = {
  operations: {
    'affine.apply': { assembly: affineMapApplicationAssembly },
    'affine.for': { assembly: affineForAssembly },
    'affine.if': { assembly: affineIfAssembly },
    'affine.load': { assembly: affineLoadAssembly },
    'affine.max': { assembly: affineMapApplicationAssembly },
    'affine.min': { assembly: affineMapApplicationAssembly },
    'affine.parallel': { assembly: affineParallelAssembly },
    'affine.prefetch': { assembly: affinePrefetchAssembly },
    'affine.store': { assembly: affineStoreAssembly },
    'affine.vector_load': { assembly: affineVectorLoadAssembly },
    'affine.vector_store': { assembly: affineVectorStoreAssembly },
  },
};
