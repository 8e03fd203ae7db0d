import { element, inputAt, atLowerScale } from '../definition/fixed-point-array.js';
import { withoutFloatLimit } from '../definition/float-limits.js';
import { defineIntrinsic, miss, type Instance, type Miss } from '../definition/intrinsic.js';
import { nativeComparisonsPerRow, maximumRows } from '../definition/row-model.js';
import { elementCount, shapeText } from '../definition/shape.js';
import { matchPooling, windowAttributes, windowProblems, windowsOfChannel, windowText, type SlidingWindow } from '../definition/sliding-window.js';
import { arrayType, missUnlessPlainFloats, missUnlessWholeOutput } from '../definition/statement-match.js';
import type { StructuredStatement } from '../structured/structured-statement.js';
import type { ReduceTerm } from '../structured/term.js';

type MaxPoolInstance = Instance<SlidingWindow>;

export const maxPool = defineIntrinsic({
  name: 'max_pool',
  summary: 'Max pooling: the largest element of each window, which slides over the spatial axes.',
  formal: String.raw`y_{n,c,o} = \max_{0 \le w < kernel,\; 0 \le i(w) < D} x_{n,c,i(w)} \text{ with } i(w) = strides \cdot o + dilations \cdot w - pads_{begin}`,
  operands: [{ name: 'x', summary: 'batch x channels x spatial axes D' }],
  attributes: windowAttributes,
  results: [{ name: 'y', summary: 'batch x channels x spatial axes' }],

  verify: verifyMaxPool,

  recognise(statement) {
    const reduction = maximumOver(statement);
    if (reduction.kind === 'miss') return reduction;
    const { body: x } = reduction;
    if (x.kind !== 'load') return miss(1, 'what it takes the maximum of is no element of an array');
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, [x]);
    if (unfit !== undefined) return unfit;
    const found = matchPooling(statement.output, x, reduction.dimensions, reduction.guards);
    if (found.kind === 'miss') return found;
    const { kind: _kind, ...window } = found;
    const [problem] = verifyMaxPool({
      inputs: [arrayType(x.memref)], outputs: [arrayType(statement.output.memref)], attributes: window,
    });
    return problem === undefined ? { kind: 'match', attributes: window, inputs: [x.memref] } : miss(5, problem);
  },

  evaluate(inputs, instance, { fractionBits: scale }) {
    const x = inputAt(inputs, 0);
    const values = new BigInt64Array(elementCount(inputAt(instance.outputs, 0).shape));
    forEachWindow(instance, (at, offsets) => {
      let largest = element(x, offsets[0]);
      for (const offset of offsets) {
        const value = element(x, offset);
        if (value > largest) largest = value;
      }
      values[at] = atLowerScale(largest, x.scale - scale);
    });
    return [{ values, scale }];
  },

  expand(builder, inputs, instance) {
    const x = inputAt(inputs, 0);
    const result = new Int32Array(elementCount(inputAt(instance.outputs, 0).shape));
    forEachWindow(instance, (at, offsets) => {
      // A balanced tree keeps the chain of comparisons short; their number is the same.
      let round = Array.from(offsets, (offset) => x[offset]);
      while (round.length > 1) {
        const next: number[] = [];
        for (let i = 0; i < round.length; i += 2) {
          const a = round[i];
          const b = round[i + 1];
          next.push(b === undefined ? a : builder.maximum(a, b));
        }
        round = next;
      }
      result[at] = round[0];
    });
    return [result];
  },

  rows: {
    stock: (instance) => comparisons(instance) * maximumRows,
    native: (instance) => Math.ceil(comparisons(instance) / nativeComparisonsPerRow),
  },

  suffix: ({ inputs, outputs, attributes }) =>
    `${shapeText(inputAt(inputs, 0).shape)}.${shapeText(inputAt(outputs, 0).shape)}.${windowText(attributes)}`,

  builtin: ({ attributes: { kernel, dilations } }) =>
    kernel.length === 2 && dilations.every((dilation) => dilation === 1) ? { name: 'llvm.assigner.zkml.pooling' } : undefined,
});

function comparisons(instance: MaxPoolInstance): number {
  let count = 0;
  forEachWindow(instance, (_at, offsets) => (count += offsets.length - 1));
  return count;
}

function verifyMaxPool({ inputs, outputs, attributes }: MaxPoolInstance): string[] {
  const x = inputAt(inputs, 0).shape;
  const y = inputAt(outputs, 0).shape;
  if (x.length < 3) return [`x needs a batch, a channel and a spatial axis, but is ${shapeText(x)}`];
  if (y.length !== x.length || y[0] !== x[0] || y[1] !== x[1])
    return [`y must keep batch and channels of x, but is ${shapeText(y)} for ${shapeText(x)}`];
  return windowProblems(attributes, x, y, 'forbidden');
}

/** Calls `visit` for each output element, row by row, with the offsets in x of its window. */
function forEachWindow({ inputs, outputs, attributes }: MaxPoolInstance, visit: (at: number, offsets: Int32Array) => void): void {
  const x = inputAt(inputs, 0).shape;
  const windows = windowsOfChannel(attributes, x, inputAt(outputs, 0).shape);
  const [channels, size] = [elementCount(x.slice(0, 2)), elementCount(x.slice(2))];
  for (let channel = 0; channel < channels; channel++)
    for (const [o, { offsets }] of windows.entries())
      visit(channel * windows.length + o, offsets.map((offset) => channel * size + offset));
}

function maximumOver({ value, output }: StructuredStatement): ReduceTerm | Miss {
  const inner = withoutFloatLimit(value, output);
  if (inner.kind !== 'reduce') return miss(0, 'its value is no reduction');
  if (inner.operator !== 'max') return miss(0, 'its reduction is no maximum');
  return inner;
}
