import { floatToBits, type Attribute, type Context, type Operation, type Type, type Value } from '@mlir2zk/mlir-parser';
import { definePattern, type RewritePattern } from '../../rewrite/pattern.js';

/** The integer or float that `value` is, if it is a constant. */
function constantOf(value: Value): Extract<Attribute, { kind: 'integer' | 'float' }> | undefined {
  const attribute = value.kind === 'op-result' && value.owner.name === 'arith.constant' ? value.owner.attribute('value') : undefined;
  return attribute?.kind === 'integer' || attribute?.kind === 'float' ? attribute : undefined;
}

type IntegerFold = (a: bigint, b: bigint) => bigint | undefined;

const floorDivide = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);

/** Results are taken modulo the width; undefined where the operation is undefined. */
const integerFolds: Readonly<Record<string, IntegerFold>> = {
  'arith.addi': (a, b) => a + b,
  'arith.subi': (a, b) => a - b,
  'arith.muli': (a, b) => a * b,
  'arith.maxsi': (a, b) => (a > b ? a : b),
  'arith.minsi': (a, b) => (a < b ? a : b),
  'arith.divsi': (a, b) => (b === 0n ? undefined : a / b),
  'arith.remsi': (a, b) => (b === 0n ? undefined : a % b),
  'arith.floordivsi': (a, b) => (b === 0n ? undefined : floorDivide(a, b)),
  'arith.ceildivsi': (a, b) => (b === 0n ? undefined : -floorDivide(-a, b)),
};

/** Rounded to f32 afterwards: for these four, rounding the f64 result once more gives the f32 result. */
const floatFolds: Readonly<Record<string, (a: number, b: number) => number>> = {
  'arith.addf': (a, b) => a + b,
  'arith.subf': (a, b) => a - b,
  'arith.mulf': (a, b) => a * b,
  'arith.divf': (a, b) => a / b,
};

/** `index` folds as 64 bits, as MLIR does. */
function widthOf(type: Type): number | undefined {
  return type.kind === 'index' ? 64 : type.kind === 'integer' ? type.width : undefined;
}

function foldBinary(context: Context, op: Operation): Attribute | undefined {
  const a = constantOf(op.operand(0));
  const b = constantOf(op.operand(1));
  const { type } = op.result(0);
  if (a?.kind === 'integer' && b?.kind === 'integer') {
    const width = widthOf(type);
    const value = integerFolds[op.name]?.(a.value, b.value);
    if (width === undefined || value === undefined) return undefined;
    return context.integerAttr(type, width === 1 ? BigInt.asUintN(1, value) : BigInt.asIntN(width, value));
  }
  if (a?.kind !== 'float' || b?.kind !== 'float' || type.kind !== 'float') return undefined;
  if (type.name !== 'f32' && type.name !== 'f64') return undefined;
  const exact = floatFolds[op.name]?.(a.value, b.value);
  if (exact === undefined || Number.isNaN(exact)) return undefined;
  const value = type.name === 'f32' ? Math.fround(exact) : exact;
  return context.floatAttr(type, value, floatToBits(type.name, value));
}

/** `arith.addi 2, 3` becomes `5`, for the operations of the two tables. */
export function foldConstants(context: Context): RewritePattern {
  return definePattern<Attribute>({
    name: 'fold constants',
    operations: [...Object.keys(integerFolds), ...Object.keys(floatFolds)],
    match: (op) => foldBinary(context, op),
    rewrite(op, value, rewriter) {
      rewriter.replaceOpWithNew(op, {
        name: 'arith.constant',
        resultTypes: [op.result(0).type],
        properties: [['value', value]],
      });
    },
  });
}

/** Operand that leaves the other one unchanged: x + 0, x - 0, x * 1, x / 1. */
const rightIdentities: Readonly<Record<string, number>> = {
  'arith.addi': 0, 'arith.subi': 0, 'arith.muli': 1, 'arith.divsi': 1, 'arith.floordivsi': 1, 'arith.ceildivsi': 1,
  'arith.mulf': 1, 'arith.divf': 1,
};
const commutative = new Set(['arith.addi', 'arith.muli', 'arith.mulf']);

/** `x + 0` becomes `x`. Float sums are left alone: x + 0 is not x for x = -0. */
export const foldIdentities: RewritePattern = definePattern<Value>({
  name: 'fold identities',
  operations: Object.keys(rightIdentities),
  match(op) {
    const identity = rightIdentities[op.name];
    const isIdentity = (value: Value): boolean => {
      const constant = constantOf(value);
      return constant !== undefined && Number(constant.value) === identity;
    };
    if (isIdentity(op.operand(1))) return op.operand(0);
    return commutative.has(op.name) && isIdentity(op.operand(0)) ? op.operand(1) : undefined;
  },
  rewrite(op, value, rewriter) {
    rewriter.replaceOp(op, [value]);
  },
});

/** `arith.index_cast` of a constant, and of a cast that only widened an index. */
export function foldIndexCasts(context: Context): RewritePattern {
  return definePattern<Attribute>({
    name: 'fold casts of constant indices',
    operations: ['arith.index_cast'],
    match(op) {
      const constant = constantOf(op.operand(0));
      const { type } = op.result(0);
      const width = widthOf(type);
      if (constant?.kind !== 'integer' || width === undefined || width === 1) return undefined;
      return context.integerAttr(type, BigInt.asIntN(width, constant.value));
    },
    rewrite(op, value, rewriter) {
      rewriter.replaceOpWithNew(op, {
        name: 'arith.constant', resultTypes: [op.result(0).type], properties: [['value', value]],
      });
    },
  });
}
