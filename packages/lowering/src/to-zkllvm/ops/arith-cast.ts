import { integerWidth, type Type } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder, CircuitValue } from '@mlir2zk/zk-intrinsics';
import { requireScalar } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';

type Cast = (builder: CircuitBuilder, a: CircuitValue, from: Type, to: Type) => CircuitValue;

/** The signed value of an integer; a boolean is its sign bit, so that `true` is −1. */
const signed: Cast = (builder, a, from) =>
  integerWidth(from) === 1 ? builder.sub(builder.integer(0), a) : builder.wrapSigned(a, integerWidth(from));
const unsigned: Cast = (builder, a, from) => builder.wrapUnsigned(a, integerWidth(from));
/** Integers are residues: dropping high bits changes nothing until someone looks. A boolean must be 0 or 1 at once. */
const truncate: Cast = (builder, a, _from, to) => (integerWidth(to) === 1 ? builder.wrapUnsigned(a, 1) : a);
const narrowsOr = (extend: Cast): Cast => (builder, a, from, to) =>
  integerWidth(to) > integerWidth(from) ? extend(builder, a, from, to) : truncate(builder, a, from, to);
const same: Cast = (_builder, a) => a;

const casts: Readonly<Record<string, Cast>> = {
  // The circuit has one format for reals, so the float types differ in nothing.
  'arith.extf': same,
  'arith.truncf': same,
  'arith.fptosi': (builder, a, _from, to) => builder.fptosi(a, integerWidth(to)),
  'arith.fptoui': (builder, a, _from, to) => builder.fptoui(a, integerWidth(to)),
  'arith.sitofp': signed,
  'arith.uitofp': unsigned,
  'arith.extsi': signed,
  'arith.extui': unsigned,
  'arith.trunci': truncate,
  'arith.index_cast': narrowsOr(signed),
  'arith.index_castui': narrowsOr(unsigned),
};

export const arithCastOps: readonly TracedOp[] = Object.entries(casts).map(([name, cast]) => ({
  name,
  compile(op, code) {
    const from = op.operand(0).type;
    const to = op.result(0).type;
    requireScalar(op, from);
    requireScalar(op, to);
    const operand = code.slot(op.operand(0));
    const result = code.slot(op.result(0));
    return () => code.setScalar(result, to, cast(code.builder, code.scalar(operand, from), from, to));
  },
}));
