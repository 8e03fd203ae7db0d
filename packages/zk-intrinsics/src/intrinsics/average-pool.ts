import { flag } from '../definition/attribute-kind.js';
import { inputAt } from '../definition/fixed-point-array.js';
import { equalsAtAllPoints } from '../definition/index-count.js';
import { defineIntrinsic, miss, type Instance } from '../definition/intrinsic.js';
import { countDivision, dividedByCount, evaluateProgram } from '../definition/machine-evaluation.js';
import { nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { elementCount, shapeText } from '../definition/shape.js';
import {
  matchPooling, windowAttributes, windowProblems, windowsOfChannel, windowText, type SlidingWindow,
} from '../definition/sliding-window.js';
import { arrayType, missUnlessPlainFloats, missUnlessWholeOutput, subscript } from '../definition/statement-match.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import type { LoadTerm, Term } from '../structured/term.js';

interface AveragePoolAttributes extends SlidingWindow {
  readonly count_include_pad: boolean;
}
type AveragePoolInstance = Instance<AveragePoolAttributes>;

export const averagePool = defineIntrinsic({
  name: 'average_pool',
  summary: 'Average pooling: the mean of each window, which slides over the spatial axes; padding is zero if counted.',
  formal: String.raw`y_{n,c,o} = \frac{1}{N_o} \sum_{0 \le w < kernel,\; 0 \le i(w) < D} x_{n,c,i(w)} \text{ with } i(w) = strides \cdot o + dilations \cdot w - pads_{begin},\; N_o = \prod kernel \text{ if } count\_include\_pad, \text{ else the number of terms}`,
  operands: [{ name: 'x', summary: 'batch x channels x spatial axes D' }],
  attributes: { ...windowAttributes, count_include_pad: flag('divide by the size of the window, and not by the elements in it that are no padding') },
  results: [{ name: 'y', summary: 'batch x channels x spatial axes' }],

  verify: verifyAveragePool,

  recognise(statement) {
    const { value, output } = statement;
    if (value.kind !== 'apply' || value.operator !== 'arith.divf') return miss(0, 'its value is no quotient');
    const [sum, divisor] = value.operands;
    if (sum?.kind !== 'reduce' || sum.operator !== 'add' || divisor === undefined) return miss(1, 'it does not divide a sum');
    const { body: x } = sum;
    if (x.kind !== 'load') return miss(1, 'what it sums is no element of an array');
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, [x]);
    if (unfit !== undefined) return unfit;
    const found = matchPooling(output, x, sum.dimensions, sum.guards);
    if (found.kind === 'miss') return found;
    const { kind: _kind, ...window } = found;
    const [inputs, outputs] = [[arrayType(x.memref)], [arrayType(output.memref)]];
    for (const count_include_pad of [false, true]) {
      const attributes = { ...window, count_include_pad };
      const instance: AveragePoolInstance = { inputs, outputs, attributes };
      const [problem] = verifyAveragePool(instance);
      if (problem !== undefined) return miss(5, problem);
      if (dividesByCount(divisor, output, instance)) return { kind: 'match', attributes, inputs: [x.memref] };
    }
    return miss(5, 'it divides by something else than the number of elements of its window');
  },

  evaluate: (inputs, instance, format) => evaluateProgram((machine, arrays) => averages(machine, inputAt(arrays, 0), instance), inputs, format),

  expand: (builder, inputs, instance) => [Int32Array.from(averages(builder, inputAt(inputs, 0), instance))],

  rows: {
    stock: (instance) => channelsOf(instance) * perChannel(instance, (length, count) => {
      const { rows, scale } = countDivision(defaultFixedPointFormat, count);
      return length - 1 + rows + (count === 1 ? 0 : rescaleRows(scale));
    }),
    native: (instance) => channelsOf(instance) * perChannel(instance, (length) => Math.ceil(length / nativeProductsPerRow)),
  },

  suffix: ({ inputs, outputs, attributes }) =>
    `${shapeText(inputAt(inputs, 0).shape)}.${shapeText(inputAt(outputs, 0).shape)}.${windowText(attributes)}${attributes.count_include_pad ? '.cip' : ''}`,
});

function verifyAveragePool({ inputs, outputs, attributes }: AveragePoolInstance): string[] {
  const x = inputAt(inputs, 0).shape;
  const y = inputAt(outputs, 0).shape;
  if (x.length < 3) return [`x needs a batch, a channel and a spatial axis, but is ${shapeText(x)}`];
  if (y.length !== x.length || y[0] !== x[0] || y[1] !== x[1])
    return [`y must keep batch and channels of x, but is ${shapeText(y)} for ${shapeText(x)}`];
  return windowProblems(attributes, x, y, 'forbidden');
}

function averages<V>(machine: FixedPointMachine<V>, x: ArrayLike<V>, instance: AveragePoolInstance): V[] {
  const windows = windowsOf(instance);
  const size = elementCount(inputAt(instance.inputs, 0).shape.slice(2));
  const result: V[] = [];
  for (let channel = 0; channel < channelsOf(instance); channel++)
    for (const { offsets } of windows) {
      let sum = x[channel * size + offsets[0]];
      for (const offset of offsets.subarray(1)) sum = machine.add(sum, x[channel * size + offset]);
      result.push(dividedByCount(machine, sum, divisorOf(instance, offsets.length)));
    }
  return result;
}

function windowsOf({ inputs, outputs, attributes }: AveragePoolInstance): ReturnType<typeof windowsOfChannel> {
  return windowsOfChannel(attributes, inputAt(inputs, 0).shape, inputAt(outputs, 0).shape);
}

function channelsOf({ inputs }: AveragePoolInstance): number {
  return elementCount(inputAt(inputs, 0).shape.slice(0, 2));
}

function divisorOf({ attributes: { kernel, count_include_pad } }: AveragePoolInstance, length: number): number {
  return count_include_pad ? elementCount(kernel) : length;
}

function perChannel(instance: AveragePoolInstance, rows: (length: number, count: number) => number): number {
  return windowsOf(instance).reduce((sum, { offsets: { length } }) => sum + rows(length, divisorOf(instance, length)), 0);
}

/** Whether `divisor` is, for every element of the output, what the instance divides by. */
function dividesByCount(divisor: Term, output: LoadTerm, instance: AveragePoolInstance): boolean {
  const windows = windowsOf(instance);
  const spatial = output.subscripts.slice(2).map((_form, axis) => {
    const variable = subscript(output, axis + 2).bareVariable;
    return variable?.kind === 'dimension' ? variable : undefined;
  });
  let at = 0; // the points come row by row, as the windows do
  return equalsAtAllPoints(divisor, spatial, () => divisorOf(instance, windows[at++].offsets.length));
}
