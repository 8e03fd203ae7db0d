// Generated from the operation table of the dialect by `npm run generate-op-classes -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one class for each operation */
import type { AffineMapAttr, ArrayAttr, Attribute, DenseElementsAttr, IntegerAttr } from '../../ir/attribute.js';
import type { Region } from '../../ir/region.js';
import type { OpResult, Value } from '../../ir/value.js';
import { OpView } from '../op-view.js';

/** `affine.apply`: affine apply operation. */
export class AffineApplyOp extends OpView {
  static readonly operationName = 'affine.apply';

  /** Operands `mapOperands`, any number. */
  get mapOperands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.delinearize_index`: delinearize an index. */
export class AffineDelinearizeIndexOp extends OpView {
  static readonly operationName = 'affine.delinearize_index';

  /** Operand `linearIndex`. */
  get linearIndex(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'linearIndex'); }

  /** Operands `basis`, any number. */
  get basis(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Results `multiIndex`, any number. */
  get multiIndex(): readonly OpResult[] { return this.resultGroup(0, ['*']); }
}

/** `affine.for`: for operation. */
export class AffineForOp extends OpView {
  static readonly operationName = 'affine.for';

  /** Operands `lowerBoundOperands`, any number. */
  get lowerBoundOperands(): readonly Value[] { return this.operandGroup(0, ['*', '*', '*'], true); }

  /** Operands `upperBoundOperands`, any number. */
  get upperBoundOperands(): readonly Value[] { return this.operandGroup(1, ['*', '*', '*'], true); }

  /** Operands `inits`, any number. */
  get inits(): readonly Value[] { return this.operandGroup(2, ['*', '*', '*'], true); }

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }

  /** Attribute `lowerBoundMap`: AffineMap attribute. */
  get lowerBoundMap(): AffineMapAttr { return this.required('lowerBoundMap', 'affine-map-attr'); }
  set lowerBoundMap(value: AffineMapAttr) { this.assign('lowerBoundMap', value); }

  /** Attribute `upperBoundMap`: AffineMap attribute. */
  get upperBoundMap(): AffineMapAttr { return this.required('upperBoundMap', 'affine-map-attr'); }
  set upperBoundMap(value: AffineMapAttr) { this.assign('upperBoundMap', value); }

  /** Attribute `step`: index attribute. */
  get step(): IntegerAttr { return this.required('step', 'integer'); }
  set step(value: IntegerAttr) { this.assign('step', value); }

  /** Region `region`. */
  get region(): Region { return this.single(this.regionGroup(0, ['']), 'region'); }
}

/** `affine.if`: if-then-else operation. */
export class AffineIfOp extends OpView {
  static readonly operationName = 'affine.if';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }

  /** Region `thenRegion`. */
  get thenRegion(): Region { return this.single(this.regionGroup(0, ['', '']), 'thenRegion'); }

  /** Region `elseRegion`. */
  get elseRegion(): Region { return this.single(this.regionGroup(1, ['', '']), 'elseRegion'); }
}

/** `affine.load`: affine load operation. */
export class AffineLoadOp extends OpView {
  static readonly operationName = 'affine.load';

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.max`: max operation. */
export class AffineMaxOp extends OpView {
  static readonly operationName = 'affine.max';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.min`: min operation. */
export class AffineMinOp extends OpView {
  static readonly operationName = 'affine.min';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.parallel`: multi-index parallel band operation. */
export class AffineParallelOp extends OpView {
  static readonly operationName = 'affine.parallel';

  /** Operands `mapOperands`, any number. */
  get mapOperands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }

  /** Attribute `reductions`: Reduction ops. */
  get reductions(): ArrayAttr { return this.required('reductions', 'array'); }
  set reductions(value: ArrayAttr) { this.assign('reductions', value); }

  /** Attribute `lowerBoundsMap`: AffineMap attribute. */
  get lowerBoundsMap(): AffineMapAttr { return this.required('lowerBoundsMap', 'affine-map-attr'); }
  set lowerBoundsMap(value: AffineMapAttr) { this.assign('lowerBoundsMap', value); }

  /** Attribute `lowerBoundsGroups`: 32-bit signless integer elements attribute. */
  get lowerBoundsGroups(): DenseElementsAttr { return this.required('lowerBoundsGroups', 'dense-elements'); }
  set lowerBoundsGroups(value: DenseElementsAttr) { this.assign('lowerBoundsGroups', value); }

  /** Attribute `upperBoundsMap`: AffineMap attribute. */
  get upperBoundsMap(): AffineMapAttr { return this.required('upperBoundsMap', 'affine-map-attr'); }
  set upperBoundsMap(value: AffineMapAttr) { this.assign('upperBoundsMap', value); }

  /** Attribute `upperBoundsGroups`: 32-bit signless integer elements attribute. */
  get upperBoundsGroups(): DenseElementsAttr { return this.required('upperBoundsGroups', 'dense-elements'); }
  set upperBoundsGroups(value: DenseElementsAttr) { this.assign('upperBoundsGroups', value); }

  /** Attribute `steps`: 64-bit integer array attribute. */
  get steps(): ArrayAttr { return this.required('steps', 'array'); }
  set steps(value: ArrayAttr) { this.assign('steps', value); }

  /** Region `region`. */
  get region(): Region { return this.single(this.regionGroup(0, ['']), 'region'); }
}

/** `affine.prefetch`: affine prefetch operation. */
export class AffinePrefetchOp extends OpView {
  static readonly operationName = 'affine.prefetch';

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

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.store`: affine store operation. */
export class AffineStoreOp extends OpView {
  static readonly operationName = 'affine.store';

  /** Operand `value`. */
  get value(): Value { return this.single(this.operandGroup(0, ['', '', '*'], false), 'value'); }

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(1, ['', '', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(2, ['', '', '*'], false); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.vector_load`: affine vector load operation. */
export class AffineVectorLoadOp extends OpView {
  static readonly operationName = 'affine.vector_load';

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.vector_store`: affine vector store operation. */
export class AffineVectorStoreOp extends OpView {
  static readonly operationName = 'affine.vector_store';

  /** Operand `value`. */
  get value(): Value { return this.single(this.operandGroup(0, ['', '', '*'], false), 'value'); }

  /** Operand `memref`. */
  get memref(): Value { return this.single(this.operandGroup(1, ['', '', '*'], false), 'memref'); }

  /** Operands `indices`, any number. */
  get indices(): readonly Value[] { return this.operandGroup(2, ['', '', '*'], false); }

  /** Attribute `map`: AffineMap attribute. */
  get map(): AffineMapAttr { return this.required('map', 'affine-map-attr'); }
  set map(value: AffineMapAttr) { this.assign('map', value); }
}

/** `affine.yield`: Yield values to parent operation. */
export class AffineYieldOp extends OpView {
  static readonly operationName = 'affine.yield';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }
}
