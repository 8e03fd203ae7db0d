// Generated from the operation table of the dialect by `npm run generate-op-classes -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one class for each operation */
import type { ArrayAttr, Attribute, StringAttr, SymbolRefAttr, TypeAttr } from '../../ir/attribute.js';
import type { Region } from '../../ir/region.js';
import type { OpResult, Value } from '../../ir/value.js';
import { OpView } from '../op-view.js';

/** `func.call`: call operation. */
export class FuncCallOp extends OpView {
  static readonly operationName = 'func.call';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }

  /** Attribute `callee`: flat symbol reference attribute. */
  get callee(): SymbolRefAttr { return this.required('callee', 'symbol-ref'); }
  set callee(value: SymbolRefAttr) { this.assign('callee', value); }
}

/** `func.call_indirect`: indirect call operation. */
export class FuncCallIndirectOp extends OpView {
  static readonly operationName = 'func.call_indirect';

  /** Operand `callee`. */
  get callee(): Value { return this.single(this.operandGroup(0, ['', '*'], false), 'callee'); }

  /** Operands `calleeOperands`, any number. */
  get calleeOperands(): readonly Value[] { return this.operandGroup(1, ['', '*'], false); }

  /** Results `results`, any number. */
  get results(): readonly OpResult[] { return this.resultGroup(0, ['*']); }
}

/** `func.constant`: constant. */
export class FuncConstantOp extends OpView {
  static readonly operationName = 'func.constant';

  /** Result `result`. */
  get result(): OpResult { return this.single(this.resultGroup(0, ['']), 'result'); }

  /** Attribute `value`: flat symbol reference attribute. */
  get value(): SymbolRefAttr { return this.required('value', 'symbol-ref'); }
  set value(value: SymbolRefAttr) { this.assign('value', value); }
}

/** `func.func`: An operation with a name containing a single `SSACFG` region. */
export class FuncFuncOp extends OpView {
  static readonly operationName = 'func.func';

  /** Attribute `sym_name`: string attribute. */
  get symName(): StringAttr { return this.required('sym_name', 'string'); }
  set symName(value: StringAttr) { this.assign('sym_name', value); }

  /** Attribute `function_type`: type attribute of function type. */
  get functionType(): TypeAttr { return this.required('function_type', 'type'); }
  set functionType(value: TypeAttr) { this.assign('function_type', value); }

  /** Attribute `sym_visibility`: string attribute. */
  get symVisibility(): StringAttr | undefined { return this.optional('sym_visibility', 'string'); }
  set symVisibility(value: StringAttr | undefined) { this.assign('sym_visibility', value); }

  /** Attribute `arg_attrs`: Array of dictionary attributes. */
  get argAttrs(): ArrayAttr | undefined { return this.optional('arg_attrs', 'array'); }
  set argAttrs(value: ArrayAttr | undefined) { this.assign('arg_attrs', value); }

  /** Attribute `res_attrs`: Array of dictionary attributes. */
  get resAttrs(): ArrayAttr | undefined { return this.optional('res_attrs', 'array'); }
  set resAttrs(value: ArrayAttr | undefined) { this.assign('res_attrs', value); }

  /** Region `body`. */
  get body(): Region { return this.single(this.regionGroup(0, ['']), 'body'); }
}

/** `func.return`: Function return operation. */
export class FuncReturnOp extends OpView {
  static readonly operationName = 'func.return';

  /** Operands `operands`, any number. */
  get operands(): readonly Value[] { return this.operandGroup(0, ['*'], false); }
}
