// Generated from the operation table of the dialect by `npm run generate-op-classes -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one class for each operation */
import type { Attribute, DialectAttr, IntegerAttr } from '../../ir/attribute.js';
import type { OpResult, Value } from '../../ir/value.js';
import { OpView } from '../op-view.js';

/** `arith.addf`: floating point addition operation. */
export class ArithAddfOp extends OpView {
  static readonly operationName = 'arith.addf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.addi`: integer addition operation. */
export class ArithAddiOp extends OpView {
  static readonly operationName = 'arith.addi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `overflowFlags`: Integer overflow arith flags. */
  get overflowFlags(): DialectAttr | undefined { return this.optional('overflowFlags', 'dialect'); }
  set overflowFlags(value: DialectAttr | undefined) { this.assign('overflowFlags', value); }
}

/** `arith.addui_extended`: extended unsigned integer addition operation returning sum and overflow bit. */
export class ArithAdduiExtendedOp extends OpView {
  static readonly operationName = 'arith.addui_extended';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `sum`. */
  get sum(): OpResult { return this.single(this.resultGroup(0, ['', '']), 'sum'); }

  /** Result `overflow`. */
  get overflow(): OpResult { return this.single(this.resultGroup(1, ['', '']), 'overflow'); }
}

/** `arith.andi`: integer binary and. */
export class ArithAndiOp extends OpView {
  static readonly operationName = 'arith.andi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.bitcast`: bitcast between values of equal bit width. */
export class ArithBitcastOp extends OpView {
  static readonly operationName = 'arith.bitcast';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.ceildivsi`: signed ceil integer division operation. */
export class ArithCeildivsiOp extends OpView {
  static readonly operationName = 'arith.ceildivsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.ceildivui`: unsigned ceil integer division operation. */
export class ArithCeildivuiOp extends OpView {
  static readonly operationName = 'arith.ceildivui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.cmpf`: floating-point comparison operation. */
export class ArithCmpfOp extends OpView {
  static readonly operationName = 'arith.cmpf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `predicate`: allowed 64-bit signless integer cases: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15. */
  get predicate(): IntegerAttr { return this.required('predicate', 'integer'); }
  set predicate(value: IntegerAttr) { this.assign('predicate', value); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.cmpi`: integer comparison operation. */
export class ArithCmpiOp extends OpView {
  static readonly operationName = 'arith.cmpi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `predicate`: allowed 64-bit signless integer cases: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9. */
  get predicate(): IntegerAttr { return this.required('predicate', 'integer'); }
  set predicate(value: IntegerAttr) { this.assign('predicate', value); }
}

/** `arith.constant`: integer or floating point constant. */
export class ArithConstantOp extends OpView {
  static readonly operationName = 'arith.constant';

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `value`: TypedAttr instance. */
  get value(): Attribute { return this.requiredAny('value'); }
  set value(value: Attribute) { this.assign('value', value); }
}

/** `arith.divf`: floating point division operation. */
export class ArithDivfOp extends OpView {
  static readonly operationName = 'arith.divf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.divsi`: signed integer division operation. */
export class ArithDivsiOp extends OpView {
  static readonly operationName = 'arith.divsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.divui`: unsigned integer division operation. */
export class ArithDivuiOp extends OpView {
  static readonly operationName = 'arith.divui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.extf`: cast from floating-point to wider floating-point. */
export class ArithExtfOp extends OpView {
  static readonly operationName = 'arith.extf';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.extsi`: integer sign extension operation. */
export class ArithExtsiOp extends OpView {
  static readonly operationName = 'arith.extsi';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.extui`: integer zero extension operation. */
export class ArithExtuiOp extends OpView {
  static readonly operationName = 'arith.extui';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.floordivsi`: signed floor integer division operation. */
export class ArithFloordivsiOp extends OpView {
  static readonly operationName = 'arith.floordivsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.fptosi`: cast from floating-point type to integer type. */
export class ArithFptosiOp extends OpView {
  static readonly operationName = 'arith.fptosi';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.fptoui`: cast from floating-point type to integer type. */
export class ArithFptouiOp extends OpView {
  static readonly operationName = 'arith.fptoui';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.index_cast`: cast between index and integer types. */
export class ArithIndexCastOp extends OpView {
  static readonly operationName = 'arith.index_cast';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.index_castui`: unsigned cast between index and integer types. */
export class ArithIndexCastuiOp extends OpView {
  static readonly operationName = 'arith.index_castui';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.maximumf`: floating-point maximum operation. */
export class ArithMaximumfOp extends OpView {
  static readonly operationName = 'arith.maximumf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.maxnumf`: floating-point maximum operation. */
export class ArithMaxnumfOp extends OpView {
  static readonly operationName = 'arith.maxnumf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.maxsi`: signed integer maximum operation. */
export class ArithMaxsiOp extends OpView {
  static readonly operationName = 'arith.maxsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.maxui`: unsigned integer maximum operation. */
export class ArithMaxuiOp extends OpView {
  static readonly operationName = 'arith.maxui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.minimumf`: floating-point minimum operation. */
export class ArithMinimumfOp extends OpView {
  static readonly operationName = 'arith.minimumf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.minnumf`: floating-point minimum operation. */
export class ArithMinnumfOp extends OpView {
  static readonly operationName = 'arith.minnumf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.minsi`: signed integer minimum operation. */
export class ArithMinsiOp extends OpView {
  static readonly operationName = 'arith.minsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.minui`: unsigned integer minimum operation. */
export class ArithMinuiOp extends OpView {
  static readonly operationName = 'arith.minui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.mulf`: floating point multiplication operation. */
export class ArithMulfOp extends OpView {
  static readonly operationName = 'arith.mulf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.muli`: Integer multiplication operation.. */
export class ArithMuliOp extends OpView {
  static readonly operationName = 'arith.muli';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `overflowFlags`: Integer overflow arith flags. */
  get overflowFlags(): DialectAttr | undefined { return this.optional('overflowFlags', 'dialect'); }
  set overflowFlags(value: DialectAttr | undefined) { this.assign('overflowFlags', value); }
}

/** `arith.mulsi_extended`: extended signed integer multiplication operation. */
export class ArithMulsiExtendedOp extends OpView {
  static readonly operationName = 'arith.mulsi_extended';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `low`. */
  get low(): OpResult { return this.single(this.resultGroup(0, ['', '']), 'low'); }

  /** Result `high`. */
  get high(): OpResult { return this.single(this.resultGroup(1, ['', '']), 'high'); }
}

/** `arith.mului_extended`: extended unsigned integer multiplication operation. */
export class ArithMuluiExtendedOp extends OpView {
  static readonly operationName = 'arith.mului_extended';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `low`. */
  get low(): OpResult { return this.single(this.resultGroup(0, ['', '']), 'low'); }

  /** Result `high`. */
  get high(): OpResult { return this.single(this.resultGroup(1, ['', '']), 'high'); }
}

/** `arith.negf`: floating point negation. */
export class ArithNegfOp extends OpView {
  static readonly operationName = 'arith.negf';

  /** Operand `operand`. */
  get operand(): Value { return this.op.operand(0); }
  set operand(value: Value) { this.setOperand(0, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.ori`: integer binary or. */
export class ArithOriOp extends OpView {
  static readonly operationName = 'arith.ori';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.remf`: floating point division remainder operation. */
export class ArithRemfOp extends OpView {
  static readonly operationName = 'arith.remf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.remsi`: signed integer division remainder operation. */
export class ArithRemsiOp extends OpView {
  static readonly operationName = 'arith.remsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.remui`: unsigned integer division remainder operation. */
export class ArithRemuiOp extends OpView {
  static readonly operationName = 'arith.remui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.select`: select operation. */
export class ArithSelectOp extends OpView {
  static readonly operationName = 'arith.select';

  /** Operand `condition`. */
  get condition(): Value { return this.op.operand(0); }
  set condition(value: Value) { this.setOperand(0, value); }

  /** Operand `trueValue`. */
  get trueValue(): Value { return this.op.operand(1); }
  set trueValue(value: Value) { this.setOperand(1, value); }

  /** Operand `falseValue`. */
  get falseValue(): Value { return this.op.operand(2); }
  set falseValue(value: Value) { this.setOperand(2, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.shli`: integer left-shift. */
export class ArithShliOp extends OpView {
  static readonly operationName = 'arith.shli';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `overflowFlags`: Integer overflow arith flags. */
  get overflowFlags(): DialectAttr | undefined { return this.optional('overflowFlags', 'dialect'); }
  set overflowFlags(value: DialectAttr | undefined) { this.assign('overflowFlags', value); }
}

/** `arith.shrsi`: signed integer right-shift. */
export class ArithShrsiOp extends OpView {
  static readonly operationName = 'arith.shrsi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.shrui`: unsigned integer right-shift. */
export class ArithShruiOp extends OpView {
  static readonly operationName = 'arith.shrui';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}

/** `arith.sitofp`: cast from integer type to floating-point. */
export class ArithSitofpOp extends OpView {
  static readonly operationName = 'arith.sitofp';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.subf`: floating point subtraction operation. */
export class ArithSubfOp extends OpView {
  static readonly operationName = 'arith.subf';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.subi`: Integer subtraction operation.. */
export class ArithSubiOp extends OpView {
  static readonly operationName = 'arith.subi';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `overflowFlags`: Integer overflow arith flags. */
  get overflowFlags(): DialectAttr | undefined { return this.optional('overflowFlags', 'dialect'); }
  set overflowFlags(value: DialectAttr | undefined) { this.assign('overflowFlags', value); }
}

/** `arith.truncf`: cast from floating-point to narrower floating-point. */
export class ArithTruncfOp extends OpView {
  static readonly operationName = 'arith.truncf';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }

  /** Attribute `roundingmode`: Floating point rounding mode. */
  get roundingmode(): IntegerAttr | undefined { return this.optional('roundingmode', 'integer'); }
  set roundingmode(value: IntegerAttr | undefined) { this.assign('roundingmode', value); }

  /** Attribute `fastmath`: Floating point fast math flags. */
  get fastmath(): DialectAttr | undefined { return this.optional('fastmath', 'dialect'); }
  set fastmath(value: DialectAttr | undefined) { this.assign('fastmath', value); }
}

/** `arith.trunci`: integer truncation operation. */
export class ArithTrunciOp extends OpView {
  static readonly operationName = 'arith.trunci';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.uitofp`: cast from unsigned integer type to floating-point. */
export class ArithUitofpOp extends OpView {
  static readonly operationName = 'arith.uitofp';

  /** Operand `in`. */
  get in(): Value { return this.op.operand(0); }
  set in(value: Value) { this.setOperand(0, value); }

  /** Result `out`. */
  get out(): OpResult { return this.single(this.resultGroup(0, ['']), 'out'); }
}

/** `arith.xori`: integer binary xor. */
export class ArithXoriOp extends OpView {
  static readonly operationName = 'arith.xori';

  /** Operand `lhs`. */
  get lhs(): Value { return this.op.operand(0); }
  set lhs(value: Value) { this.setOperand(0, value); }

  /** Operand `rhs`. */
  get rhs(): Value { return this.op.operand(1); }
  set rhs(value: Value) { this.setOperand(1, value); }

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }
}
