// Generated from the operation table of the dialect by `npm run generate-op-classes -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one class for each operation */
import type { AffineMapAttr, ArrayAttr, Attribute, DenseArrayAttr, IntegerAttr, StringAttr, SymbolRefAttr, TypeAttr } from '../../ir/attribute.js';
import type { Region } from '../../ir/region.js';
import type { OpResult, Value } from '../../ir/value.js';
import { OpView } from '../op-view.js';

/** `memref.alloc`: memory allocation operation. */
export class MemrefAllocOp extends OpView {
  static readonly operationName = 'memref.alloc';

  /** Operands `dynamicSizes`, any number. */
  get dynamicSizes(): readonly Value[] { return this.operandGroup(0, ['*', '*'], true); }

  /** Operands `symbolOperands`, any number. */
  get symbolOperands(): readonly Value[] { return this.operandGroup(1, ['*', '*'], true); }

  /** Result `memref`. */
  get memref(): OpResult { return this.single(this.resultGroup(0, ['']), 'memref'); }

  /** Attribute `alignment`: 64-bit signless integer attribute whose minimum value is 0. */
  get alignment(): IntegerAttr | undefined { return this.optional('alignment', 'integer'); }
  set alignment(value: IntegerAttr | undefined) { this.assign('alignment', value); }
}

/** `memref.alloca`: stack memory allocation operation. */
export class MemrefAllocaOp extends OpView {
  static readonly operationName = 'memref.alloca';

  /** Operands `dynamicSizes`, any number. */
  get dynamicSizes(): readonly Value[] { return this.operandGroup(0, ['*', '*'], true); }

  /** Operands `symbolOperands`, any number. */
  get symbolOperands(): readonly Value[] { return this.operandGroup(1, ['*', '*'], true); }

  /** Result `memref`. */
  get memref(): OpResult { return this.single(this.resultGroup(0, ['']), 'memref'); }

  /** Attribute `alignment`: 64-bit signless integer attribute whose minimum value is 0. */
  get alignment(): IntegerAttr | undefined { return this.optional('alignment', 'integer'); }
  set alignment(value: IntegerAttr | undefined) { this.assign('alignment', value); }
}

/** `memref.alloca_scope`: explicitly delimited scope for stack allocation. */
export class MemrefAllocaScopeOp extends OpView {
  static readonly operationName = 'memref.alloca_scope';

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }

  /** Region `bodyRegion`. */
  get bodyRegion(): Region { return this.single(this.regionGroup(0, ['']), 'bodyRegion'); }
}

/** `memref.alloca_scope.return`: terminator for alloca_scope operation. */
export class MemrefAllocaScopeReturnOp extends OpView {
  static readonly operationName = 'memref.alloca_scope.return';

  /** Operands `results`, any number. */
  get results(): readonly Value[] { return this.operandGroup(0, ['*'], false); }
}

/** `memref.assume_alignment`: assertion that gives alignment information to the input memref. */
export class MemrefAssumeAlignmentOp extends OpView {
  static readonly operationName = 'memref.assume_alignment';

  /** Operand `memref`. */
  get memref(): Value { return this.op.operand(0); }
  set memref(value: Value) { this.setOperand(0, value); }

  /** Attribute `alignment`: 32-bit signless integer attribute whose value is positive. */
  get alignment(): IntegerAttr { return this.required('alignment', 'integer'); }
  set alignment(value: IntegerAttr) { this.assign('alignment', value); }
}

/** `memref.atomic_rmw`: atomic read-modify-write operation. */
export class MemrefAtomicRmwOp extends OpView {
  static readonly operationName = 'memref.atomic_rmw';

  /** Operand `value`. */
  get value(): Value { return this.single(this.operandGroup(0, ['', '', '*'], false), 'value'); }

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(1, ['', '', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(2, ['', '', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `kind`: allowed 64-bit signless integer cases: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14. */
  get kind(): IntegerAttr { return this.required('kind', 'integer'); }
  set kind(value: IntegerAttr) { this.assign('kind', value); }
}

/** `memref.atomic_yield`: yield operation for GenericAtomicRMWOp. */
export class MemrefAtomicYieldOp extends OpView {
  static readonly operationName = 'memref.atomic_yield';

  /** Operand `result`. */
  get result(): Value { return this.op.operand(0); }
  set result(value: Value) { this.setOperand(0, value); }
}

/** `memref.cast`: memref cast operation. */
export class MemrefCastOp extends OpView {
  static readonly operationName = 'memref.cast';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Result `dest`. */
  get dest(): OpResult { return this.single(this.resultGroup(0, ['']), 'dest'); }
}

/** `memref.collapse_shape`: operation to produce a memref with a smaller rank.. */
export class MemrefCollapseShapeOp extends OpView {
  static readonly operationName = 'memref.collapse_shape';

  /** Operand `src`. */
  get src(): Value { return this.op.operand(0); }
  set src(value: Value) { this.setOperand(0, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `reassociation`: Array of 64-bit integer array attributes. */
  get reassociation(): ArrayAttr { return this.required('reassociation', 'array'); }
  set reassociation(value: ArrayAttr) { this.assign('reassociation', value); }
}

/** `memref.copy`: no summary upstream. */
export class MemrefCopyOp extends OpView {
  static readonly operationName = 'memref.copy';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Operand `target`. */
  get target(): Value { return this.op.operand(1); }
  set target(value: Value) { this.setOperand(1, value); }
}

/** `memref.dealloc`: memory deallocation operation. */
export class MemrefDeallocOp extends OpView {
  static readonly operationName = 'memref.dealloc';

  /** Operand `memref`. */
  get memref(): Value { return this.op.operand(0); }
  set memref(value: Value) { this.setOperand(0, value); }
}

/** `memref.dim`: dimension index operation. */
export class MemrefDimOp extends OpView {
  static readonly operationName = 'memref.dim';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Operand `index`. */
  get index(): Value { return this.op.operand(1); }
  set index(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `memref.dma_start`: non-blocking DMA operation that starts a transfer. */
export class MemrefDmaStartOp extends OpView {
  static readonly operationName = 'memref.dma_start';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }
}

/** `memref.dma_wait`: blocking DMA operation that waits for transfer completion. */
export class MemrefDmaWaitOp extends OpView {
  static readonly operationName = 'memref.dma_wait';

  /** Operand `tagMemRef`. */
  get tagMemRef(): Value { return this.single(this.operandGroup(0, ['', '*', ''], false), 'tagMemRef'); }

  /** Operands `tagIndices`, any number. */
  get tagIndices(): readonly Value[] { return this.operandGroup(1, ['', '*', ''], false); }

  /** Operand `numElements`. */
  get numElements(): Value { return this.single(this.operandGroup(2, ['', '*', ''], false), 'numElements'); }
}

/** `memref.expand_shape`: operation to produce a memref with a higher rank.. */
export class MemrefExpandShapeOp extends OpView {
  static readonly operationName = 'memref.expand_shape';

  /** Operand `src`. */
  get src(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'src'); }

  /** Operands `outputShape`, any number. */
  get outputShape(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `reassociation`: Array of 64-bit integer array attributes. */
  get reassociation(): ArrayAttr { return this.required('reassociation', 'array'); }
  set reassociation(value: ArrayAttr) { this.assign('reassociation', value); }

  /** Attribute `static_output_shape`: i64 dense array attribute. */
  get staticOutputShape(): DenseArrayAttr { return this.required('static_output_shape', 'dense-array'); }
  set staticOutputShape(value: DenseArrayAttr) { this.assign('static_output_shape', value); }
}

/** `memref.extract_aligned_pointer_as_index`: Extracts a memref's underlying aligned pointer as an index. */
export class MemrefExtractAlignedPointerAsIndexOp extends OpView {
  static readonly operationName = 'memref.extract_aligned_pointer_as_index';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Result `alignedPointer`. */
  get alignedPointer(): OpResult { return this.single(this.resultGroup(0, ['']), 'alignedPointer'); }
}

/** `memref.extract_strided_metadata`: Extracts a buffer base with offset and strides. */
export class MemrefExtractStridedMetadataOp extends OpView {
  static readonly operationName = 'memref.extract_strided_metadata';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Result `baseBuffer`. */
  get baseBuffer(): OpResult { return this.single(this.resultGroup(0, ['', '', '*', '*']), 'baseBuffer'); }

  /** Result `offset`. */
  get offset(): OpResult { return this.single(this.resultGroup(1, ['', '', '*', '*']), 'offset'); }

  /** Results `sizes`, any number. */
  get sizes(): readonly OpResult[] { return this.resultGroup(2, ['', '', '*', '*']); }

  /** Results `strides`, any number. */
  get strides(): readonly OpResult[] { return this.resultGroup(3, ['', '', '*', '*']); }
}

/** `memref.generic_atomic_rmw`: atomic read-modify-write operation with a region. */
export class MemrefGenericAtomicRmwOp extends OpView {
  static readonly operationName = 'memref.generic_atomic_rmw';

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Region `atomicBody`. */
  get atomicBody(): Region { return this.single(this.regionGroup(0, ['']), 'atomicBody'); }
}

/** `memref.get_global`: get the memref pointing to a global variable. */
export class MemrefGetGlobalOp extends OpView {
  static readonly operationName = 'memref.get_global';

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `name`: flat symbol reference attribute. */
  get name(): SymbolRefAttr { return this.required('name', 'symbol-ref'); }
  set name(value: SymbolRefAttr) { this.assign('name', value); }
}

/** `memref.global`: declare or define a global memref variable. */
export class MemrefGlobalOp extends OpView {
  static readonly operationName = 'memref.global';

  /** Attribute `sym_name`: string attribute. */
  get symName(): StringAttr { return this.required('sym_name', 'string'); }
  set symName(value: StringAttr) { this.assign('sym_name', value); }

  /** Attribute `sym_visibility`: string attribute. */
  get symVisibility(): StringAttr | undefined { return this.optional('sym_visibility', 'string'); }
  set symVisibility(value: StringAttr | undefined) { this.assign('sym_visibility', value); }

  /** Attribute `type`: memref type attribute. */
  get type(): TypeAttr { return this.required('type', 'type'); }
  set type(value: TypeAttr) { this.assign('type', value); }

  /** Attribute `initial_value`: any attribute. */
  get initialValue(): Attribute | undefined { return this.op.attribute('initial_value'); }
  set initialValue(value: Attribute | undefined) { this.assign('initial_value', value); }

  /** Attribute `constant`: unit attribute. */
  get constant(): boolean { return this.op.attribute('constant') !== undefined; }

  /** Attribute `alignment`: 64-bit signless integer attribute. */
  get alignment(): IntegerAttr | undefined { return this.optional('alignment', 'integer'); }
  set alignment(value: IntegerAttr | undefined) { this.assign('alignment', value); }
}

/** `memref.load`: load operation. */
export class MemrefLoadOp extends OpView {
  static readonly operationName = 'memref.load';

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `nontemporal`: bool attribute. */
  get nontemporal(): IntegerAttr | undefined { return this.optional('nontemporal', 'integer'); }
  set nontemporal(value: IntegerAttr | undefined) { this.assign('nontemporal', value); }
}

/** `memref.memory_space_cast`: memref memory space cast operation. */
export class MemrefMemorySpaceCastOp extends OpView {
  static readonly operationName = 'memref.memory_space_cast';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Result `dest`. */
  get dest(): OpResult { return this.single(this.resultGroup(0, ['']), 'dest'); }
}

/** `memref.prefetch`: prefetch operation. */
export class MemrefPrefetchOp extends OpView {
  static readonly operationName = 'memref.prefetch';

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Attribute `isWrite`: bool attribute. */
  get isWrite(): IntegerAttr { return this.required('isWrite', 'integer'); }
  set isWrite(value: IntegerAttr) { this.assign('isWrite', value); }

  /** Attribute `localityHint`: 32-bit signless integer attribute whose minimum value is 0 whose maximum value is 3. */
  get localityHint(): IntegerAttr { return this.required('localityHint', 'integer'); }
  set localityHint(value: IntegerAttr) { this.assign('localityHint', value); }

  /** Attribute `isDataCache`: bool attribute. */
  get isDataCache(): IntegerAttr { return this.required('isDataCache', 'integer'); }
  set isDataCache(value: IntegerAttr) { this.assign('isDataCache', value); }
}

/** `memref.rank`: rank operation. */
export class MemrefRankOp extends OpView {
  static readonly operationName = 'memref.rank';

  /** Operand `memref`. */
  get memref(): Value { return this.op.operand(0); }
  set memref(value: Value) { this.setOperand(0, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `memref.realloc`: memory reallocation operation. */
export class MemrefReallocOp extends OpView {
  static readonly operationName = 'memref.realloc';

  /** Operand `source`. */
  get source(): Value { return this.single(this.operandGroup(0, ['', '?'], false), 'source'); }

  /** Operand `dynamicResultSize`, if it is there. */
  get dynamicResultSize(): Value | undefined { return this.operandGroup(1, ['', '?'], false)[0]; }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `alignment`: 64-bit signless integer attribute whose minimum value is 0. */
  get alignment(): IntegerAttr | undefined { return this.optional('alignment', 'integer'); }
  set alignment(value: IntegerAttr | undefined) { this.assign('alignment', value); }
}

/** `memref.reinterpret_cast`: memref reinterpret cast operation. */
export class MemrefReinterpretCastOp extends OpView {
  static readonly operationName = 'memref.reinterpret_cast';

  /** Operand `source`. */
  get source(): Value { return this.single(this.operandGroup(0, ['', '*', '*', '*'], true), 'source'); }

  /** Operands `offsets`, any number. */
  get offsets(): readonly Value[] { return this.operandGroup(1, ['', '*', '*', '*'], true); }

  /** Operands `sizes`, any number. */
  get sizes(): readonly Value[] { return this.operandGroup(2, ['', '*', '*', '*'], true); }

  /** Operands `strides`, any number. */
  get strides(): readonly Value[] { return this.operandGroup(3, ['', '*', '*', '*'], true); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `static_offsets`: i64 dense array attribute. */
  get staticOffsets(): DenseArrayAttr { return this.required('static_offsets', 'dense-array'); }
  set staticOffsets(value: DenseArrayAttr) { this.assign('static_offsets', value); }

  /** Attribute `static_sizes`: i64 dense array attribute. */
  get staticSizes(): DenseArrayAttr { return this.required('static_sizes', 'dense-array'); }
  set staticSizes(value: DenseArrayAttr) { this.assign('static_sizes', value); }

  /** Attribute `static_strides`: i64 dense array attribute. */
  get staticStrides(): DenseArrayAttr { return this.required('static_strides', 'dense-array'); }
  set staticStrides(value: DenseArrayAttr) { this.assign('static_strides', value); }
}

/** `memref.reshape`: memref reshape operation. */
export class MemrefReshapeOp extends OpView {
  static readonly operationName = 'memref.reshape';

  /** Operand `source`. */
  get source(): Value { return this.op.operand(0); }
  set source(value: Value) { this.setOperand(0, value); }

  /** Operand `shape`. */
  get shape(): Value { return this.op.operand(1); }
  set shape(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `memref.store`: store operation. */
export class MemrefStoreOp extends OpView {
  static readonly operationName = 'memref.store';

  /** Operand `value`. */
  get value(): Value { return this.single(this.operandGroup(0, ['', '', '*'], false), 'value'); }

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(1, ['', '', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(2, ['', '', '*'], false); }

  /** Attribute `nontemporal`: bool attribute. */
  get nontemporal(): IntegerAttr | undefined { return this.optional('nontemporal', 'integer'); }
  set nontemporal(value: IntegerAttr | undefined) { this.assign('nontemporal', value); }
}

/** `memref.subview`: memref subview operation. */
export class MemrefSubviewOp extends OpView {
  static readonly operationName = 'memref.subview';

  /** Operand `source`. */
  get source(): Value { return this.single(this.operandGroup(0, ['', '*', '*', '*'], true), 'source'); }

  /** Operands `offsets`, any number. */
  get offsets(): readonly Value[] { return this.operandGroup(1, ['', '*', '*', '*'], true); }

  /** Operands `sizes`, any number. */
  get sizes(): readonly Value[] { return this.operandGroup(2, ['', '*', '*', '*'], true); }

  /** Operands `strides`, any number. */
  get strides(): readonly Value[] { return this.operandGroup(3, ['', '*', '*', '*'], true); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `static_offsets`: i64 dense array attribute. */
  get staticOffsets(): DenseArrayAttr { return this.required('static_offsets', 'dense-array'); }
  set staticOffsets(value: DenseArrayAttr) { this.assign('static_offsets', value); }

  /** Attribute `static_sizes`: i64 dense array attribute. */
  get staticSizes(): DenseArrayAttr { return this.required('static_sizes', 'dense-array'); }
  set staticSizes(value: DenseArrayAttr) { this.assign('static_sizes', value); }

  /** Attribute `static_strides`: i64 dense array attribute. */
  get staticStrides(): DenseArrayAttr { return this.required('static_strides', 'dense-array'); }
  set staticStrides(value: DenseArrayAttr) { this.assign('static_strides', value); }
}

/** `memref.transpose`: `transpose` produces a new strided memref (metadata-only). */
export class MemrefTransposeOp extends OpView {
  static readonly operationName = 'memref.transpose';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `permutation`: AffineMap attribute. */
  get permutation(): AffineMapAttr { return this.required('permutation', 'affine-map-attr'); }
  set permutation(value: AffineMapAttr) { this.assign('permutation', value); }
}

/** `memref.view`: memref view operation. */
export class MemrefViewOp extends OpView {
  static readonly operationName = 'memref.view';

  /** Operand `source`. */
  get source(): Value { return this.single(this.operandGroup(0, ['', '', '*'], false), 'source'); }

  /** Operand `byteShift`. */
  get byteShift(): Value { return this.single(this.operandGroup(1, ['', '', '*'], false), 'byteShift'); }

  /** Operands `sizes`, any number. */
  get sizes(): readonly Value[] { return this.operandGroup(2, ['', '', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}
