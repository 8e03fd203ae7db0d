import type { Operation } from '../../ir/operation.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { expandShapeWithoutOutputShape } from '../expand-shape.js';
import { memrefAllocaScopeAssembly, memrefGenericAtomicRmwAssembly, memrefTransposeAssembly } from './memref-assembly.js';
import { memrefDmaStartAssembly } from './memref-dma-start.js';
import { globalMemrefOpTypeAndInitialValueDirective } from './memref-global.js';
import { memrefPrefetchAssembly } from './memref-prefetch.js';
import {
  verifyMemrefAlloc, verifyMemrefAlloca, verifyMemrefGetGlobalSymbols, verifyMemrefLoad, verifyMemrefStore,
} from './verify-memref.js';

const named = (name: string) => ({ asmResultNames: () => [name] });

/** `base_buffer, offset, sizes:2, strides:2` */
function stridedMetadataNames(op: Operation): (string | undefined)[] {
  const rank = (op.results.length - 2) / 2;
  const group = (name: string): (string | undefined)[] => Array.from({ length: rank }, (_, i) => (i === 0 ? name : undefined));
  return ['base_buffer', 'offset', ...group('sizes'), ...group('strides')];
}

export const memrefDialect: HandWrittenDialect = {
  operations: {
    'memref.alloc': { ...named('alloc'), verify: verifyMemrefAlloc },
    'memref.alloca': { ...named('alloca'), verify: verifyMemrefAlloca },
    'memref.alloca_scope': { assembly: memrefAllocaScopeAssembly },
    'memref.cast': named('cast'),
    'memref.collapse_shape': named('collapse_shape'),
    'memref.dim': named('dim'),
    'memref.dma_start': { assembly: memrefDmaStartAssembly },
    'memref.expand_shape': { ...named('expand_shape'), otherForms: [expandShapeWithoutOutputShape] },
    'memref.extract_aligned_pointer_as_index': named('intptr'),
    'memref.extract_strided_metadata': { asmResultNames: stridedMetadataNames },
    'memref.generic_atomic_rmw': { assembly: memrefGenericAtomicRmwAssembly },
    'memref.get_global': { verifySymbolUses: verifyMemrefGetGlobalSymbols },
    'memref.load': { verify: verifyMemrefLoad },
    'memref.memory_space_cast': named('memspacecast'),
    'memref.prefetch': { assembly: memrefPrefetchAssembly },
    'memref.reinterpret_cast': named('reinterpret_cast'),
    'memref.reshape': named('reshape'),
    'memref.store': { verify: verifyMemrefStore },
    'memref.subview': named('subview'),
    'memref.transpose': { ...named('transpose'), assembly: memrefTransposeAssembly },
    'memref.view': named('view'),
  },
  directives: {
    DynamicIndexList: dynamicIndexListDirective,
    GlobalMemrefOpTypeAndInitialValue: globalMemrefOpTypeAndInitialValueDirective,
  },
};
