import type { CircuitCore } from '../core/circuit-core.js';
import { decompose, unsignedLength } from '../core/decomposition.js';
import type { CircuitValue } from '../core/value-table.js';
import { powerOfTwo } from '../fixed-point/rounding.js';
import { and, or, xor } from './boolean.js';
import { compare } from './compare.js';
import { dropLowBits } from './drop-low-bits.js';
import { wrapSigned, wrapUnsigned } from './integer-wrap.js';
import { select } from './select.js';

export type BitwiseOperation = 'andi' | 'ori' | 'xori';

const onBooleans = { andi: and, ori: or, xori: xor } as const;

const folds: Readonly<Record<BitwiseOperation, (a: bigint, b: bigint) => bigint>> = {
  andi: (a, b) => a & b,
  ori: (a, b) => a | b,
  xori: (a, b) => a ^ b,
};

/**
 * Bitwise operations on integers of `width` bits; the result is in [0, 2^width). All come from the
 * conjunction, one product per bit: a ∨ b = a + b − (a ∧ b), a ⊕ b = a + b − 2·(a ∧ b).
 */
export function bitwise(
  core: CircuitCore,
  kind: BitwiseOperation,
  a: CircuitValue,
  b: CircuitValue,
  width: number,
): CircuitValue {
  const x = wrapUnsigned(core, a, width);
  const y = wrapUnsigned(core, b, width);
  if (width === 1) return onBooleans[kind](core, x, y);
  const constantX = core.constantInteger(x);
  const constantY = core.constantInteger(y);
  if (constantX !== undefined && constantY !== undefined) {
    return core.integer(folds[kind](constantX, constantY));
  }
  const conjunction =
    constantX !== undefined
      ? masked(core, y, constantX)
      : constantY !== undefined
        ? masked(core, x, constantY)
        : conjunctionOf(core, x, y);
  if (kind === 'andi') return conjunction;
  const sum = core.add(x, y);
  const result = core.sub(sum, kind === 'ori' ? conjunction : core.shifted(conjunction, 1));
  return core.boundedBy(result, 0, powerOfTwo(width) - 1);
}

/** The bits of a that a constant has: one composition per run of ones. */
function masked(core: CircuitCore, a: CircuitValue, mask: bigint): CircuitValue {
  const bits = decompose(core, a);
  let sum = core.real(0);
  for (let low = 0; low < bits.length; low++) {
    if (((mask >> BigInt(low)) & 1n) === 0n) continue;
    let high = low;
    while (high < bits.length && ((mask >> BigInt(high)) & 1n) === 1n) high++;
    sum = core.add(sum, core.shifted(bits.slice(low, high - low), low));
    low = high;
  }
  return sum;
}

/** Σ aᵢ·bᵢ·2^i. */
function conjunctionOf(core: CircuitCore, a: CircuitValue, b: CircuitValue): CircuitValue {
  const length = Math.min(
    unsignedLength(core.upperOf(a), 0),
    unsignedLength(core.upperOf(b), 0),
  );
  const bitsOfA = decompose(core, a);
  const left = Array.from({ length }, (_, i) => bitsOfA.bit(i));
  const bitsOfB = decompose(core, b);
  let sum = core.real(0);
  for (let i = length - 1; i >= 0; i--) {
    sum = core.add(core.shifted(sum, 1), core.product(left[i], bitsOfB.bit(i)));
  }
  return core.boundedBy(sum, 0, powerOfTwo(length) - 1);
}

export type Shift = 'shli' | 'shrsi' | 'shrui';

/**
 * Shifts of integers of `width` bits. A shift by `width` or more is poison in arith; here it gives
 * what shifting bit by bit gives.
 */
export function shift(
  core: CircuitCore,
  kind: Shift,
  a: CircuitValue,
  amount: CircuitValue,
  width: number,
): CircuitValue {
  const x = kind === 'shrsi' ? wrapSigned(core, a, width) : wrapUnsigned(core, a, width);
  const by = wrapUnsigned(core, amount, width);
  const constant = core.constantInteger(by);
  if (constant !== undefined) {
    return shiftByConstant(core, kind, x, Number(constant > BigInt(width) ? width : constant), width);
  }
  // A binary number of steps: step i shifts by 2^i or not.
  const steps = Math.ceil(Math.log2(width));
  const bits = decompose(core, by);
  const flags = Array.from({ length: steps }, (_, i) => bits.bit(i));
  const tooFar = compare(core, 'ne', bits.top(steps), core.real(0));
  let shifted = x;
  for (const [i, flag] of flags.entries()) {
    const moved = shiftByConstant(core, kind, shifted, 2 ** i, width);
    const next = select(core, flag, moved, shifted);
    shifted = kind === 'shrsi' ? wrapSigned(core, next, width) : wrapUnsigned(core, next, width);
  }
  const end = shiftByConstant(core, kind, x, width, width);
  return select(core, tooFar, end, shifted);
}

function shiftByConstant(
  core: CircuitCore,
  kind: Shift,
  a: CircuitValue,
  amount: number,
  width: number,
): CircuitValue {
  if (amount === 0) return a;
  if (kind === 'shli') {
    return amount >= width ? core.real(0) : wrapUnsigned(core, core.product(a, core.real(powerOfTwo(amount))), width);
  }
  return dropLowBits(core, a, Math.min(amount, width));
}
