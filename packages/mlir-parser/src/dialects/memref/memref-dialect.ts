import type { Operation } from '../../ir/operation.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';
import { expandShapeWithoutOutputShape } from '../expand-shape.js';
import { memrefAllocaScopeAssembly, memrefGenericAtomicRmwAssembly, memrefTransposeAssembly } from './memref-assembly.js';
import { memrefDmaStartAssembly } from './memref-dma-start.js';
import { globalMemrefOpTypeAndInitialValueDirective } from './memref-global.js';
import { memrefPrefetchAssembly } from './memref-prefetch.js';
import {
  verifyAlignment, verifyMemrefAtomicRmw, verifyMemrefAtomicYield, verifyMemrefDmaWait, verifyMemrefGenericAtomicRmw,
} from './verify-atomic.js';
import {
  verifyMemrefAlloc, verifyMemrefAlloca, verifyMemrefGetGlobalSymbols, verifyMemrefLoad, verifyMemrefStore,
} from './verify-memref.js';
import {
  verifyMemrefCollapseShape, verifyMemrefExpandShape, verifyMemrefRealloc, verifyMemrefReinterpretCast, verifyMemrefSubview, verifyMemrefView,
} from './verify-views.js';

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
    'memref.assume_alignment': { verify: verifyAlignment(() => 'alignment must be power of 2') },
    'memref.atomic_rmw': { verify: verifyMemrefAtomicRmw },
    'memref.atomic_yield': { verify: verifyMemrefAtomicYield },
    'memref.collapse_shape': { ...named('collapse_shape'), verify: verifyMemrefCollapseShape },
    'memref.dim': named('dim'),
    'memref.dma_start': { assembly: memrefDmaStartAssembly },
    'memref.dma_wait': { verify: verifyMemrefDmaWait },
    'memref.expand_shape': { ...named('expand_shape'), verify: verifyMemrefExpandShape, otherForms: [expandShapeWithoutOutputShape] },
    'memref.extract_aligned_pointer_as_index': named('intptr'),
    'memref.extract_strided_metadata': { asmResultNames: stridedMetadataNames },
    'memref.generic_atomic_rmw': { assembly: memrefGenericAtomicRmwAssembly, verify: verifyMemrefGenericAtomicRmw },
    'memref.get_global': { verifySymbolUses: verifyMemrefGetGlobalSymbols },
    'memref.load': { verify: verifyMemrefLoad },
    'memref.memory_space_cast': named('memspacecast'),
    'memref.prefetch': { assembly: memrefPrefetchAssembly },
    'memref.global': { verify: verifyAlignment((alignment) => `alignment attribute value ${alignment} is not a power of 2`) },
    'memref.realloc': { verify: verifyMemrefRealloc },
    'memref.reinterpret_cast': { ...named('reinterpret_cast'), verify: verifyMemrefReinterpretCast },
    'memref.reshape': named('reshape'),
    'memref.store': { verify: verifyMemrefStore },
    'memref.subview': { ...named('subview'), verify: verifyMemrefSubview },
    'memref.transpose': { ...named('transpose'), assembly: memrefTransposeAssembly },
    'memref.view': { ...named('view'), verify: verifyMemrefView },
  },
  directives: {
    DynamicIndexList: dynamicIndexListDirective,
    GlobalMemrefOpTypeAndInitialValue: globalMemrefOpTypeAndInitialValueDirective,
  },
};
