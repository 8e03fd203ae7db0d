import type { BinaryOpcode, Type as LlvmType, ValueId } from '@mlir2zk/llvm-emit';
import type { Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { callIntrinsic } from '../emission/elementwise.js';
import type { FunctionCode } from '../emission/function-code.js';

/** `arith.atomic_rmw_kind` in the order of its numbers, as `affine.parallel` names its reductions. */
export const reductionKinds = [
  'addf', 'addi', 'assign', 'maximumf', 'maxs', 'maxu', 'minimumf', 'mins', 'minu', 'mulf', 'muli', 'ori', 'andi', 'maxnumf', 'minnumf',
] as const;

export type ReductionKind = (typeof reductionKinds)[number];

/** How two values combine, and what leaves the other one as it is. */
interface Reduction {
  readonly combine: { readonly opcode: BinaryOpcode } | { readonly intrinsic: string };
  /** Of integers: from the number of bits. */
  readonly neutral: number | ((bits: number) => bigint);
}

const largestSigned = (bits: number): bigint => (1n << BigInt(bits - 1)) - 1n;
const smallestSigned = (bits: number): bigint => -(1n << BigInt(bits - 1));

const reductions: Readonly<Record<ReductionKind, Reduction | undefined>> = {
  addf: { combine: { opcode: 'fadd' }, neutral: -0 },
  addi: { combine: { opcode: 'add' }, neutral: 0 },
  assign: undefined,
  maximumf: { combine: { intrinsic: 'maximum' }, neutral: -Infinity },
  maxs: { combine: { intrinsic: 'smax' }, neutral: smallestSigned },
  maxu: { combine: { intrinsic: 'umax' }, neutral: 0 },
  minimumf: { combine: { intrinsic: 'minimum' }, neutral: Infinity },
  mins: { combine: { intrinsic: 'smin' }, neutral: largestSigned },
  minu: { combine: { intrinsic: 'umin' }, neutral: -1 },
  mulf: { combine: { opcode: 'fmul' }, neutral: 1 },
  muli: { combine: { opcode: 'mul' }, neutral: 1 },
  ori: { combine: { opcode: 'or' }, neutral: 0 },
  andi: { combine: { opcode: 'and' }, neutral: -1 },
  maxnumf: { combine: { intrinsic: 'maxnum' }, neutral: NaN },
  minnumf: { combine: { intrinsic: 'minnum' }, neutral: NaN },
};

function reductionOf(op: Operation, kind: ReductionKind): Reduction {
  const reduction = reductions[kind];
  if (reduction === undefined) throw errorAt(op, `the reduction '${kind}' has no code`);
  return reduction;
}

export function combine(op: Operation, code: FunctionCode, kind: ReductionKind, type: LlvmType, a: ValueId, b: ValueId): ValueId {
  const reduction = reductionOf(op, kind).combine;
  if ('opcode' in reduction) return code.builder.binary(reduction.opcode, a, b);
  return callIntrinsic(code, reduction.intrinsic, type, [a, b]);
}

/** What a reduction of nothing gives, as a constant of `type`. */
export function neutralElement(op: Operation, code: FunctionCode, kind: ReductionKind, type: LlvmType): ValueId {
  const { neutral } = reductionOf(op, kind);
  if ((type.kind === 'float') !== kind.endsWith('f')) throw errorAt(op, `a reduction of '${type.text}' by '${kind}' has no code`);
  if (type.kind === 'float' && typeof neutral === 'number') return code.constants.float(type, neutral);
  if (type.kind === 'integer') return code.constants.int(type, typeof neutral === 'number' ? neutral : neutral(type.width));
  throw errorAt(op, `a reduction of '${type.text}' by '${kind}' has no code`);
}
