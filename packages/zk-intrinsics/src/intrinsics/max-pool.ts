import { integers } from '../definition/attribute-kind.js';
import { element, inputAt, atLowerScale } from '../definition/fixed-point-array.js';
import { defineIntrinsic, miss, type Instance, type Miss } from '../definition/intrinsic.js';
import { elementCount, rowMajorStrides, shapeText } from '../definition/shape.js';
import {
  arrayType, axisSize, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript,
} from '../definition/statement-match.js';
import { extent, type Dimension } from '../structured/linear-form.js';
import type { StructuredStatement } from '../structured/structured-statement.js';
import type { Guard, LoadTerm, ReduceTerm, Term } from '../structured/term.js';
import { maximumRows, nativeComparisonsPerRow } from '../definition/row-model.js';

/** The largest negative f32: what some producers start a maximum with. It is the smallest number that is not -inf. */
const LOWEST_F32 = -3.4028234663852886e38;

const attributes = {
  kernel: integers('window size per spatial axis'),
  strides: integers('step of the window per spatial axis'),
  pads: integers('padding before each spatial axis, then after each; padding never is the maximum'),
  dilations: integers('distance of neighbouring window elements per spatial axis'),
};

interface MaxPoolAttributes {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly pads: readonly number[];
  readonly dilations: readonly number[];
}
type MaxPoolInstance = Instance<MaxPoolAttributes>;

export const maxPool = defineIntrinsic({
  name: 'max_pool',
  summary: 'Max pooling: the largest element of each window, which slides over the spatial axes.',
  formal: String.raw`y_{n,c,o} = \max_{0 \le w < kernel,\; 0 \le i(w) < D} x_{n,c,i(w)} \text{ with } i(w) = strides \cdot o + dilations \cdot w - pads_{begin}`,
  operands: [{ name: 'x', summary: 'batch x channels x spatial axes D' }],
  attributes,
  results: [{ name: 'y', summary: 'batch x channels x spatial axes' }],

  verify: verifyMaxPool,

  recognise(statement) {
    const reduction = maximumOver(statement);
    if (reduction.kind === 'miss') return reduction;
    const { body: x } = reduction;
    if (x.kind !== 'load') return miss(1, 'what it takes the maximum of is no element of an array');
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, [x]);
    if (unfit !== undefined) return unfit;
    return recogniseWindow(statement.output, x, reduction);
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

  suffix({ inputs, outputs, attributes: { kernel, strides, pads, dilations } }) {
    const parameters = `k${shapeText(kernel)}.s${shapeText(strides)}.p${shapeText(pads)}.d${shapeText(dilations)}`;
    return `${shapeText(inputAt(inputs, 0).shape)}.${shapeText(inputAt(outputs, 0).shape)}.${parameters}`;
  },

  builtin: ({ attributes: { kernel, dilations } }) =>
    kernel.length === 2 && dilations.every((dilation) => dilation === 1) ? { name: 'llvm.assigner.zkml.pooling' } : undefined,
});

function comparisons(instance: MaxPoolInstance): number {
  let count = 0;
  forEachWindow(instance, (_at, offsets) => (count += offsets.length - 1));
  return count;
}

function verifyMaxPool({ inputs, outputs, attributes: { kernel, strides, pads, dilations } }: MaxPoolInstance): string[] {
  const x = inputAt(inputs, 0).shape;
  const y = inputAt(outputs, 0).shape;
  const spatial = x.length - 2;
  if (spatial < 1) return [`x needs a batch, a channel and a spatial axis, but is ${shapeText(x)}`];
  if (y.length !== x.length || y[0] !== x[0] || y[1] !== x[1])
    return [`y must keep batch and channels of x, but is ${shapeText(y)} for ${shapeText(x)}`];
  for (const [name, list, count] of [
    ['kernel', kernel, spatial], ['strides', strides, spatial], ['dilations', dilations, spatial], ['pads', pads, 2 * spatial],
  ] as const)
    if (list.length !== count) return [`${name} needs ${count} entries, but has ${list.length}`];
  if ([...kernel, ...strides, ...dilations].some((value) => value < 1)) return ['kernel, strides and dilations are at least 1'];
  if (pads.some((value) => value < 0)) return ['pads are not negative'];
  const errors: string[] = [];
  for (let axis = 0; axis < spatial; axis++) {
    const [k, s, d, begin, end, size, count] = [
      kernel[axis], strides[axis], dilations[axis], pads[axis], pads[spatial + axis], x[axis + 2], y[axis + 2],
    ] as [number, number, number, number, number, number, number]; // lengths were checked
    const last = (count - 1) * s + (k - 1) * d;
    if (last >= size + begin + end) errors.push(`windows along axis ${axis + 2} reach behind the padding`);
    for (let o = 0; o < count; o++)
      if (windowSteps(k, o * s - begin, d, size).count === 0) {
        errors.push(`window ${o} along axis ${axis + 2} holds no element of x`);
        break;
      }
  }
  return errors;
}

/** The w in [0, kernel) for which 0 ≤ start + dilation·w < size: `count` of them from `first` on. */
function windowSteps(kernel: number, start: number, dilation: number, size: number): { first: number; count: number } {
  const first = Math.max(0, Math.ceil(-start / dilation));
  const end = Math.min(kernel, Math.ceil((size - start) / dilation));
  return { first, count: Math.max(0, end - first) };
}

/** Calls `visit` for each output element, row by row, with the offsets in x of its window. */
function forEachWindow(
  { inputs, outputs, attributes: { kernel, strides, pads, dilations } }: MaxPoolInstance,
  visit: (at: number, offsets: Int32Array) => void,
): void {
  const x = inputAt(inputs, 0).shape;
  const y = inputAt(outputs, 0).shape;
  const xStrides = rowMajorStrides(x);
  // Along each spatial axis, for each output index: the offsets that the window adds.
  const steps = kernel.map((k, axis) => {
    const [s, d, begin, size, stride] = [strides[axis], dilations[axis], pads[axis], x[axis + 2], xStrides[axis + 2]] as
      [number, number, number, number, number];
    return Array.from({ length: y[axis + 2] }, (_, o) => {
      const start = o * s - begin;
      const { first, count } = windowSteps(k, start, d, size);
      return Int32Array.from({ length: count }, (_unused, i) => (start + d * (first + i)) * stride);
    });
  });
  const [plane, outputPlane] = [elementCount(x.slice(2)), elementCount(y.slice(2))];
  const windows = combineAxes(steps);
  const planes = elementCount(x.slice(0, 2));
  for (let p = 0; p < planes; p++)
    for (const [o, window] of windows.entries()) visit(p * outputPlane + o, window.map((offset) => p * plane + offset));
}

/** All sums of one entry per axis; the last axis runs fastest, among windows and inside them. */
function combineAxes(axes: readonly (readonly Int32Array[])[]): Int32Array[] {
  let windows: Int32Array[] = [new Int32Array(1)];
  for (const axis of axes)
    windows = windows.flatMap((outer) =>
      axis.map((inner) => {
        const sums = new Int32Array(outer.length * inner.length);
        let at = 0;
        for (const a of outer) for (const b of inner) sums[at++] = a + b;
        return sums;
      }),
    );
  return windows;
}

function maximumOver({ value, output }: StructuredStatement): ReduceTerm | Miss {
  const inner = withoutLowest(value, output);
  if (inner.kind !== 'reduce') return miss(0, 'its value is no reduction');
  if (inner.operator !== 'max') return miss(0, 'its reduction is no maximum');
  return inner;
}

/** Drops a start value that is the smallest float; -inf has gone already, as the neutral element. */
function withoutLowest(value: Term, output: LoadTerm): Term {
  if (value.kind !== 'chain' || value.operator !== 'max' || value.operands.length !== 2) return value;
  const [start, inner] = value.operands;
  const element = arrayType(output.memref).elementType;
  const isLowest = start?.kind === 'constant' && start.value === LOWEST_F32 && element.kind === 'float' && element.name === 'f32';
  return isLowest && inner !== undefined ? inner : value;
}

function recogniseWindow(output: LoadTerm, x: LoadTerm, reduction: ReduceTerm):
  | { kind: 'match'; attributes: MaxPoolAttributes; inputs: [LoadTerm['memref']] }
  | Miss {
  const spatial = x.subscripts.length - 2;
  if (spatial < 1) return miss(2, 'its input has no spatial axis behind batch and channels');
  if (output.subscripts.length !== x.subscripts.length) return miss(2, 'input and output differ in rank');
  for (const axis of [0, 1])
    if (!followsOutput(x, axis, output, axis)) return miss(2, `axis ${axis} of the input does not run along that of the output`);

  const windows: WindowAxis[] = [];
  const unused = new Set(reduction.dimensions);
  for (let axis = 2; axis < spatial + 2; axis++) {
    const window = windowAxis(output, x, axis, unused, reduction.guards);
    if (window.kind === 'miss') return window;
    windows.push(window);
  }
  if (unused.size > 0) return miss(3, 'a dimension of its reduction is no window');
  for (const guard of reduction.guards)
    if (!x.subscripts.some((form, axis) => guards(guard, form, axisSize(x, axis))))
      return miss(4, 'its window is cut off other than by the border of the input');
  const attributesFound: MaxPoolAttributes = {
    kernel: windows.map((window) => window.kernel),
    strides: windows.map((window) => window.stride),
    pads: [...windows.map((window) => window.begin), ...windows.map((window) => window.end)],
    dilations: windows.map((window) => window.dilation),
  };
  const instance: MaxPoolInstance = {
    inputs: [arrayType(x.memref)], outputs: [arrayType(output.memref)], attributes: attributesFound,
  };
  const [problem] = verifyMaxPool(instance);
  return problem === undefined ? { kind: 'match', attributes: attributesFound, inputs: [x.memref] } : miss(5, problem);
}

interface WindowAxis {
  readonly kind: 'window';
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

/** Reads axis `axis` of the input as stride·o + dilation·w − begin; takes w out of `unused`. */
function windowAxis(
  output: LoadTerm,
  x: LoadTerm,
  axis: number,
  unused: Set<Dimension>,
  guardList: readonly Guard[],
): WindowAxis | Miss {
  const form = subscript(x, axis);
  const o = subscript(output, axis).bareVariable;
  const count = axisSize(output, axis);
  const size = axisSize(x, axis);
  let stride = o === undefined ? 1 : 0;
  let dilation = 1;
  let kernel = 1;
  let start = form.constant;
  for (const { variable, coefficient } of form.terms) {
    if (variable.kind !== 'dimension') return miss(3, `subscript ${axis} of the input is not linear`);
    if (variable === o) {
      stride = coefficient;
    } else if (unused.delete(variable)) {
      if (kernel !== 1) return miss(3, `subscript ${axis} of the input has two window dimensions`);
      kernel = extent(variable);
      dilation = Math.abs(coefficient);
      if (coefficient < 0) start += coefficient * (kernel - 1); // the window is walked backwards
    } else {
      return miss(3, `subscript ${axis} of the input has a dimension of another axis`);
    }
  }
  if (stride < 1) return miss(3, `the window does not move forward along axis ${axis}`);
  if (start > 0) return miss(4, `the first window along axis ${axis} starts inside the input`);
  const last = start + (count - 1) * stride + (kernel - 1) * dilation;
  const guarded = guardList.some((guard) => guards(guard, form, size));
  if (!guarded && (start < 0 || last >= size)) return miss(4, `windows along axis ${axis} read outside the input`);
  return { kind: 'window', kernel, stride, dilation, begin: start === 0 ? 0 : -start, end: Math.max(0, last + 1 - size) };
}

function guards(guard: Guard, form: LoadTerm['subscripts'][number], size: number): boolean {
  return guard.form.equals(form) && guard.extent === size;
}
