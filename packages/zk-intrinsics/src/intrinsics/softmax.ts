import { integers } from '../definition/attribute-kind.js';
import { groupsAlong } from '../definition/axis-reduction.js';
import { inputAt } from '../definition/fixed-point-array.js';
import { defineIntrinsic, miss, type Instance } from '../definition/intrinsic.js';
import { evaluateProgram } from '../definition/machine-evaluation.js';
import { decayRows, maximumRows, nativeProductsPerRow, shareRows } from '../definition/row-model.js';
import { elementCount, equalShapes, shapeText } from '../definition/shape.js';
import { axisSize, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript } from '../definition/statement-match.js';
import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { exponentialBelow } from '../functions/exponential.js';
import { extent, type Dimension } from '../structured/linear-form.js';
import type { LoadTerm, Term } from '../structured/term.js';

type SoftmaxInstance = Instance<{ readonly axes: readonly number[] }>;

export const softmax = defineIntrinsic({
  name: 'softmax',
  summary: 'Softmax: exponentials of the elements along some axes, divided by their sum.',
  formal: String.raw`y_i = \frac{e^{x_i - m}}{\sum_{j \in axes} e^{x_j - m}} \text{ with } m = \max_{j \in axes} x_j`,
  operands: [{ name: 'x', summary: 'any shape' }],
  attributes: { axes: integers('the axes that are summed over, rising') },
  results: [{ name: 'y', summary: 'the shape of x' }],

  verify({ inputs, outputs, attributes: { axes } }) {
    const [x, y] = [inputAt(inputs, 0).shape, inputAt(outputs, 0).shape];
    if (!equalShapes(x, y)) return [`x is ${shapeText(x)} but y is ${shapeText(y)}`];
    if (axes.some((axis, i) => axis < 0 || axis >= x.length || (i > 0 && axis <= axes[i - 1])))
      return [`axes are rising numbers below ${x.length}`];
    return elementCount(x) === 0 ? ['x holds no element'] : [];
  },

  recognise(statement) {
    const { value, output } = statement;
    if (value.kind !== 'apply' || value.operator !== 'arith.divf') return miss(0, 'its value is no quotient');
    const [decay, sum] = value.operands;
    const x = decay === undefined ? undefined : matchDecay(decay);
    if (x === undefined) return miss(0, 'it does not divide an exponential of an element less a maximum');
    if (sum?.kind !== 'reduce' || sum.operator !== 'add') return miss(1, 'it does not divide by a sum');
    const summed = matchDecay(sum.body);
    if (summed === undefined) return miss(1, 'it does not divide by a sum of exponentials of elements less a maximum');
    const loads = [x.element, x.largest, summed.element, summed.largest];
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, loads);
    if (unfit !== undefined) return unfit;
    if (loads.some((load) => load.memref !== x.element.memref)) return miss(2, 'it reads more than one array');
    if (sum.guards.length > 0) return miss(2, 'the domain of its sum is no box');
    const own = axesOver(x.element, [], output);
    if (own === undefined || own.length > 0) return miss(2, 'its elements do not run along the output');
    const axes = axesOver(summed.element, sum.dimensions, output);
    if (axes === undefined) return miss(3, 'its sum does not run over whole axes');
    for (const { largest, dimensions } of [x, summed]) {
      const over = axesOver(largest, dimensions, output);
      if (over === undefined || over.join() !== axes.join()) return miss(3, 'its maximum does not run over the axes of its sum');
    }
    return { kind: 'match', attributes: { axes }, inputs: [x.element.memref] };
  },

  evaluate: (inputs, instance, format) =>
    evaluateProgram((machine, arrays) => shares(machine, inputAt(arrays, 0), instance), inputs, format),

  expand(builder, inputs, instance) {
    const x = inputAt(inputs, 0);
    const reals = Array.from(x, (value) => builder.constantReal(value));
    if (!reals.every((real) => real !== undefined)) return [Int32Array.from(shares(builder, x, instance))];
    return [Int32Array.from(realShares(reals, instance), (share) => builder.real(share))];
  },

  rows: {
    stock: (instance) => {
      const { groups, length } = sizesOf(instance);
      return length === 1 ? 0 : groups * ((length - 1) * (maximumRows + 1) + length * (decayRows + shareRows));
    },
    // An exponential is at least a product for each four bits of its exponent, and a sum and a quotient one more each.
    native: (instance) => {
      const { groups, length } = sizesOf(instance);
      return length === 1 ? 0 : groups * Math.ceil((length * 8) / nativeProductsPerRow);
    },
  },

  suffix: ({ inputs, attributes: { axes } }) => `${shapeText(inputAt(inputs, 0).shape)}.a${axes.join('_')}`,
});

function sizesOf({ inputs, attributes: { axes } }: SoftmaxInstance): { readonly groups: number; readonly length: number } {
  const x = inputAt(inputs, 0).shape;
  const length = axes.reduce((product, axis) => product * x[axis], 1);
  return { groups: elementCount(x) / length, length };
}

function shares<V>(machine: FixedPointMachine<V>, x: ArrayLike<V>, { inputs, attributes: { axes } }: SoftmaxInstance): V[] {
  const { starts, offsets } = groupsAlong(inputAt(inputs, 0).shape, axes);
  const { fractionBits } = machine.format;
  const result = new Array<V>(x.length);
  for (const start of starts) {
    if (offsets.length === 1) {
      result[start] = machine.real(1);
      continue;
    }
    const elements = Array.from(offsets, (offset) => machine.toFormat(x[start + offset]));
    const largest = elements.reduce((most, element) => machine.maximum(most, element));
    const decays = elements.map((element) => {
      const below = machine.within(machine.sub(element, largest), -Infinity, 0);
      return exponentialBelow(machine, below, Math.LOG2E, 0, fractionBits);
    });
    const sum = decays.reduce((total, decay) => machine.add(total, decay));
    for (const [i, decay] of decays.entries()) result[start + offsets[i]] = machine.quotient(decay, sum, fractionBits);
  }
  return result;
}

/** Of constants: over the reals, as all constants are folded. */
function realShares(x: readonly number[], { inputs, attributes: { axes } }: SoftmaxInstance): number[] {
  const { starts, offsets } = groupsAlong(inputAt(inputs, 0).shape, axes);
  const result = new Array<number>(x.length);
  for (const start of starts) {
    const places = Array.from(offsets, (offset) => start + offset);
    const largest = places.reduce((most, place) => Math.max(most, x[place]), -Infinity);
    const sum = places.reduce((total, place) => total + Math.exp(x[place] - largest), 0);
    for (const place of places) result[place] = Math.exp(x[place] - largest) / sum;
  }
  return result;
}

interface Decay {
  readonly element: LoadTerm;
  readonly largest: LoadTerm;
  /** What the maximum runs over. */
  readonly dimensions: readonly Dimension[];
}

/** Reads `term` as e^(element − max over `dimensions` of elements). */
function matchDecay(term: Term): Decay | undefined {
  if (term.kind !== 'apply' || term.operator !== 'math.exp') return undefined;
  const [difference] = term.operands;
  if (difference?.kind !== 'chain' || difference.operator !== 'add' || difference.operands.length !== 2) return undefined;
  for (const [element, negated] of [difference.operands, difference.operands.toReversed()]) {
    if (element.kind !== 'load' || negated.kind !== 'chain' || negated.operator !== 'mul' || negated.operands.length !== 2) continue;
    const [minusOne, maximum] = negated.operands;
    if (minusOne.kind !== 'constant' || minusOne.value !== -1) continue;
    if (maximum.kind !== 'reduce' || maximum.operator !== 'max' || maximum.guards.length > 0) continue;
    if (maximum.body.kind === 'load') return { element, largest: maximum.body, dimensions: maximum.dimensions };
  }
  return undefined;
}

/** The axes of `load` that `dimensions` run over, each over its whole length, where the others run along the output; else undefined. */
function axesOver(load: LoadTerm, dimensions: readonly Dimension[], output: LoadTerm): number[] | undefined {
  if (load.subscripts.length !== output.subscripts.length) return undefined;
  const unused = new Set(dimensions);
  const axes: number[] = [];
  for (const axis of load.subscripts.keys()) {
    const variable = subscript(load, axis).bareVariable;
    if (variable?.kind === 'dimension' && unused.delete(variable)) {
      if (extent(variable) !== axisSize(load, axis)) return undefined;
      axes.push(axis);
    } else if (!followsOutput(load, axis, output, axis)) {
      return undefined;
    }
  }
  return unused.size === 0 ? axes : undefined;
}
