import type { Variable } from '../field/variable-table.js';
import type { Machine } from '../machine/machine.js';
import type { IntrinsicCall } from './intrinsic-call.js';

/** Bits that a double holds exactly. */
const EXACT_BITS = 53;

/** Writes the `count` low bits of a value, least significant first unless `msb`, as variables. */
function bitVariables(machine: Machine, value: Variable, count: number): Variable[] {
  const small = machine.variables.numbers[value];
  const bits: Variable[] = [];
  if (small >= 0) {
    for (let i = 0, rest = small; i < count; i++) {
      const half = Math.floor(rest / 2);
      bits.push(machine.witness(rest - 2 * half));
      rest = half;
    }
    return bits;
  }
  const text = BigInt.asUintN(count, machine.variables.valueOf(value)).toString(2).padStart(count, '0');
  for (let i = count - 1; i >= 0; i--) bits.push(machine.witness(text.charCodeAt(i) - 0x30));
  return bits;
}

/** `void (ptr out, i32 n, T x, i1 msb)`: the bits of x, which the component proves to be below 2^n. */
function decompose(call: IntrinsicCall): void {
  const { machine } = call;
  const count = call.constant(1);
  const mostSignificantFirst = call.constant(3) !== 0;
  const value = call.input(2);
  machine.place('bit_decomposition', machine.components.bitDecomposition(count));
  const { variables } = machine;
  const small = variables.numbers[value];
  const fits = small >= 0 && count >= EXACT_BITS ? true : fitsBits(machine, value, count);
  if (!fits) machine.violate('bit_decomposition', `the value ${variables.valueOf(value)} does not fit ${count} bits`);
  const bits = bitVariables(machine, value, count);
  call.writeCells(0, mostSignificantFirst ? bits.reverse() : bits);
}

function fitsBits(machine: Machine, value: Variable, count: number): boolean {
  const small = machine.variables.numbers[value];
  if (small >= 0) return small < 2 ** count;
  return machine.variables.valueOf(value) >> BigInt(count) === 0n;
}

/** `T (ptr in, i32 n, i1 msb)`: the number that n cells, each constrained to be a bit, make up. */
function compose(call: IntrinsicCall): void {
  const { machine } = call;
  const count = call.constant(1);
  const mostSignificantFirst = call.constant(2) !== 0;
  const cells = call.readCells(0, count);
  if (!mostSignificantFirst) cells.reverse();
  machine.place('bit_composition', machine.components.bitComposition(count));
  const { numbers } = machine.variables;
  let text = '';
  for (const cell of cells) {
    const bit = numbers[cell];
    if (bit !== 0 && bit !== 1) {
      machine.violate('bit_composition', `the value ${machine.variables.valueOf(cell)} is not a bit`);
    }
    text += bit === 0 ? '0' : '1';
  }
  if (count <= EXACT_BITS) machine.setResult(machine.witness(Number.parseInt(text, 2)));
  else machine.setResult(machine.witnessOf(BigInt(`0b${text}`)));
}

export const bitIntrinsics = {
  'llvm.assigner.bit.decomposition': decompose,
  'llvm.assigner.bit.decomposition.field': decompose,
  'llvm.assigner.bit.composition': compose,
};
