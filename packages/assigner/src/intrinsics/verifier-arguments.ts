import { gateSizes } from '@mlir2zk/llvm-emit';
import { inverse } from '../field/modular.js';
import type { Variable } from '../field/variable-table.js';
import type { Machine } from '../machine/machine.js';
import { linInter } from '../table/components.js';
import type { IntrinsicCall } from './intrinsic-call.js';

/** `F (F s, F y0, F y1, F a)`: y with 2s(y - y0) = (y1 - y0)(s - a). */
function linearInterpolation(call: IntrinsicCall): void {
  const { machine } = call;
  const { modulus } = machine.variables;
  const inputs = [0, 1, 2, 3].map((position) => machine.variables.valueOf(call.input(position)));
  const [s, y0, y1, a] = inputs;
  machine.place('fri_lin_inter', linInter);
  const product = (y1 - y0) * (s - a);
  if (s === 0n && product % modulus !== 0n) machine.violate('fri_lin_inter', 'the divisor s is zero');
  machine.setResult(machine.witnessOf(y0 + product * inverse(2n * s, modulus)));
}

/** `void (ptr out, i32 n, ptr in, i1 t)`: pairs in order for t = 0, swapped for t = 1. */
function arraySwap(call: IntrinsicCall): void {
  const { machine } = call;
  const { variables } = machine;
  const count = call.constant(1);
  if (!(count >= 2 && count % 2 === 0)) machine.abort('array size must be a positive even number');
  const cells = call.readCells(2, count);
  const condition = call.input(3);
  machine.place('fri_array_swap', machine.components.arraySwap(count / 2));
  const t = variables.numbers[condition];
  const swapped: Variable[] = [];
  for (let pair = 0; pair < count; pair += 2) {
    const [a, b] = t === 0 ? [cells[pair], cells[pair + 1]] : [cells[pair + 1], cells[pair]];
    // The outputs are cells of their own.
    swapped.push(copy(machine, a), copy(machine, b));
    if (t !== 0 && t !== 1 && !variables.equal(a, b)) {
      machine.violate('fri_array_swap', `the condition ${variables.valueOf(condition)} is not a bit`);
    }
  }
  call.writeCells(0, swapped);
}

function copy(machine: Machine, variable: Variable): Variable {
  return machine.variables.add(variable, machine.zero);
}

/**
 * `F (ptr sel, ptr sizes, i32 G, ptr cons, i32 N, F theta)`:
 * sum over gates g of theta^start_g * sel_g * (C_g0 + theta C_g1 + ...), start_g being the sizes of the gates before g.
 */
function gateArgument(call: IntrinsicCall): void {
  const { machine } = call;
  const { variables } = machine;
  const sizes = gateSizes(machine.module, call.value(1));
  const gates = call.constant(2);
  const total = call.constant(4);
  if (sizes === undefined) return machine.abort('gates_sizes, gates and selectors amount must be constants');
  if (sizes.length !== gates || gates === 0 || sizes.some((size) => size < 1)) {
    machine.abort('there must be as many gate sizes as gates, each at least 1');
  }
  if (sizes.reduce((sum, size) => sum + size, 0) !== total) {
    machine.abort('constraints amount is not equal to the sum of the gates sizes');
  }
  const selectors = call.readCells(0, gates);
  const constraints = call.readCells(3, total);
  const theta = call.input(5);
  machine.place('gate_arg_verifier', machine.components.gateArgVerifier(sizes));
  machine.setResult(
    variables.numbers[theta] === 1
      ? weightedSum(machine, sizes, selectors, constraints)
      : horner(machine, sizes, selectors, constraints, theta),
  );
}

/** The case theta = 1, in which nothing but sums and one product per gate remain. */
function weightedSum(
  machine: Machine,
  sizes: readonly number[],
  selectors: readonly Variable[],
  constraints: readonly Variable[],
): Variable {
  const { numbers } = machine.variables;
  let result = 0;
  let at = 0;
  for (let gate = 0; gate < sizes.length; gate++) {
    let sum = 0;
    let magnitude = 0;
    for (const end = at + sizes[gate]; at < end; at++) {
      sum += numbers[constraints[at]];
      magnitude += Math.abs(numbers[constraints[at]]);
    }
    const product = sum * numbers[selectors[gate]];
    result += product;
    // A double is exact as long as no partial result leaves 2^53; NaN fails the test as well.
    if (!(magnitude * Math.abs(numbers[selectors[gate]]) + Math.abs(result) <= Number.MAX_SAFE_INTEGER)) {
      return horner(machine, sizes, selectors, constraints, machine.one);
    }
    if (!(magnitude <= Number.MAX_SAFE_INTEGER)) return horner(machine, sizes, selectors, constraints, machine.one);
  }
  return machine.witness(result);
}

function horner(
  machine: Machine,
  sizes: readonly number[],
  selectors: readonly Variable[],
  constraints: readonly Variable[],
  thetaVariable: Variable,
): Variable {
  const { variables } = machine;
  const { modulus } = variables;
  const signed = (variable: Variable): bigint => {
    const small = variables.numbers[variable];
    return Number.isNaN(small) ? variables.valueOf(variable) : BigInt(small);
  };
  const theta = signed(thetaVariable);
  let result = 0n;
  // From the last constraint down, as Horner's rule goes: a gate's polynomial is multiplied by its selector.
  let at = constraints.length;
  for (let gate = sizes.length - 1; gate >= 0; gate--) {
    let polynomial = 0n;
    let step = 1n;
    for (const begin = at - sizes[gate]; at > begin; at--) {
      polynomial = (polynomial * theta + signed(constraints[at - 1])) % modulus;
      step = (step * theta) % modulus;
    }
    result = (result * step + polynomial * signed(selectors[gate])) % modulus;
  }
  return machine.witnessOf(result);
}

/**
 * `<3 x F> (ptr f, ptr se, ptr sigma, i32 n, F L0, F V, F Vz, F ql, F qp, <2 x F> thetas)`: the three terms of the
 * permutation argument, [L0(1-V), (1-ql-qp)(Vz Π(f+θ1σ+θ2) - V Π(f+θ1 se+θ2)), ql(V²-V)].
 */
function permutationArgument(call: IntrinsicCall): void {
  const { machine } = call;
  const { variables } = machine;
  const { modulus } = variables;
  const size = call.constant(3);
  if (!(size >= 1)) machine.abort('f, se, sigma size must be constant');
  const [f, se, sigma] = [0, 1, 2].map((position) => call.readCells(position, size).map((v) => variables.valueOf(v)));
  const [l0, v, vz, ql, qp] = [4, 5, 6, 7, 8].map((position) => variables.valueOf(call.input(position)));
  const [theta1, theta2] = [...call.vector(9)].map((lane) => variables.valueOf(machine.checkedInput(lane)));
  machine.place('permutation_arg_verifier', machine.components.permutationArgVerifier(size));
  if (size === 1) machine.violate('permutation_arg_verifier', 'the component is not satisfiable for one column');
  const productWith = (weights: readonly bigint[]): bigint =>
    f.reduce((product, value, i) => (product * (value + theta1 * weights[i] + theta2)) % modulus, 1n);
  const terms = [
    l0 * (1n - v),
    (1n - ql - qp) * (vz * productWith(sigma) - v * productWith(se)),
    ql * (v * v - v),
  ];
  machine.appendVectorResult(Int32Array.from(terms, (term) => machine.witnessOf(term)));
}

export const verifierIntrinsics = {
  'llvm.assigner.fri.lin.inter': linearInterpolation,
  'llvm.assigner.fri.array.swap': arraySwap,
  'llvm.assigner.gate.arg.verifier': gateArgument,
  'llvm.assigner.permutation.arg.verifier': permutationArgument,
};
