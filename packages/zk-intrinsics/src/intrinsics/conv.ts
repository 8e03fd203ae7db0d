import { matchProductSum, type ProductSum } from '../definition/contraction-match.js';
import { atLowerScale, element, inputAt } from '../definition/fixed-point-array.js';
import { defineIntrinsic, miss, type ArrayType, type Instance, type Miss } from '../definition/intrinsic.js';
import { dotRows, nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { elementCount, shapeText } from '../definition/shape.js';
import {
  matchWindowWalk, missUnlessBorders, slidingWindow, windowOfWalk, windowProblems, windowsOfChannel, windowStepAttributes,
  windowText, type SlidingWindow, type WindowAxis, type WindowSteps,
} from '../definition/sliding-window.js';
import {
  arrayType, axisSize, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript,
} from '../definition/statement-match.js';
import type { CircuitBuilder } from '../circuit/circuit-builder.js';
import type { PackedLinear } from '../gadgets/packed-linear.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';
import { extent, LinearForm } from '../structured/linear-form.js';
import type { LoadTerm, Term } from '../structured/term.js';

type ConvInstance = Instance<WindowSteps>;

export const conv = defineIntrinsic({
  name: 'conv',
  summary: 'Convolution: a weighted sum of each window over the spatial axes and over the channels of its group, plus a bias.',
  formal: String.raw`y_{n,m,o} = b_m + \sum_{c < C/G} \sum_{w,\; 0 \le i(w) < D} x_{n,\,g C/G + c,\,i(w)} \cdot w_{m,c,w} \text{ with } g = \lfloor m G / M \rfloor,\; i(w) = strides \cdot o + dilations \cdot w - pads_{begin}`,
  operands: [
    { name: 'x', summary: 'batch x channels C x spatial axes D' },
    { name: 'w', summary: 'channels M of the result x channels C/G of one group x window' },
    { name: 'b', summary: 'channels M', optional: true },
  ],
  attributes: windowStepAttributes,
  results: [{ name: 'y', summary: 'batch x channels M x spatial axes' }],

  verify: verifyConv,

  recognise(statement) {
    const parts = splitBias(statement.value);
    if (parts.kind === 'miss') return parts;
    const { sum, b } = parts;
    if (sum.factor !== 1) return miss(2, 'its sum is scaled');
    const { output } = statement;
    const loads = [sum.left, sum.right, ...(b === undefined ? [] : [b])];
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, loads);
    if (unfit !== undefined) return unfit;
    if (b !== undefined && (b.subscripts.length !== 1 || !followsOutput(b, 0, output, 1)))
      return miss(3, 'what it adds is not one value for each channel');
    let closest: Miss = miss(0, 'its operands are not laid out as a convolution');
    for (const [x, w] of [[sum.left, sum.right], [sum.right, sum.left]] as const) {
      const window = matchConvolution(sum, x, w, output);
      if (window.kind === 'miss') {
        if (sum.dimensions.length === 0) return miss(0, 'its value is one product'); // of two arrays of any kind
        if (window.progress > closest.progress) closest = window;
        continue;
      }
      const { strides, pads, dilations } = window;
      const inputs = [x.memref, w.memref, ...(b === undefined ? [] : [b.memref])];
      const attributes = { strides, pads, dilations };
      const [problem] = verifyConv({ inputs: inputs.map(arrayType), outputs: [arrayType(output.memref)], attributes });
      if (problem === undefined) return { kind: 'match', attributes, inputs };
      closest = miss(5, problem);
    }
    return closest;
  },

  evaluate(inputs, instance, { fractionBits: scale }) {
    const [x, w, b] = [inputAt(inputs, 0), inputAt(inputs, 1), inputs[2]];
    const values = new BigInt64Array(elementCount(inputAt(instance.outputs, 0).shape));
    const productScale = x.scale + w.scale;
    const common = Math.max(productScale, b?.scale ?? 0);
    forEachSum(instance, (at, channel, inX, inW) => {
      let sum = 0n;
      for (const [i, offset] of inX.entries()) sum += element(x, offset) * element(w, inW[i]);
      sum <<= BigInt(common - productScale);
      if (b !== undefined) sum += element(b, channel) << BigInt(common - b.scale);
      values[at] = atLowerScale(sum, common - scale);
    });
    return [{ values, scale }];
  },

  expand(builder, inputs, instance) {
    const [x, w, b] = [inputAt(inputs, 0), inputAt(inputs, 1), inputs[2]];
    const packed = expandPacked(builder, x, w, b, instance);
    if (packed !== undefined) return [packed];
    const result = new Int32Array(elementCount(inputAt(instance.outputs, 0).shape));
    forEachSum(instance, (at, channel, inX, inW) => {
      const sum = builder.dot(inX.map((offset) => x[offset]), inW.map((offset) => w[offset]));
      result[at] = b === undefined ? sum : builder.add(sum, b[channel]);
    });
    return [result];
  },

  yieldsSigns: true,

  rows: {
    stock: (instance) => {
      let rows = 0;
      forEachSum(instance, (_at, _channel, { length }) => {
        if (length === 0) return; // the bias itself, or zero
        // The bias is brought to the scale of the products, and added.
        rows += dotRows(length) + (instance.inputs.length > 2 ? 2 : 0) + rescaleRows(2 * defaultFixedPointFormat.fractionBits);
      });
      return rows;
    },
    native: (instance) => {
      let rows = 0;
      forEachSum(instance, (_at, _channel, { length }) => {
        rows += Math.ceil((length + instance.inputs.length - 2) / nativeProductsPerRow);
      });
      return rows;
    },
  },

  suffix: (instance) =>
    `${instance.inputs.map(({ shape }) => shapeText(shape)).join('.')}.${shapeText(inputAt(instance.outputs, 0).shape)}.${windowText(windowOf(instance))}`,

  builtin: ({ inputs, attributes: { dilations } }) =>
    dilations.length === 2 && dilations.every((dilation) => dilation === 1) && groupsOf(inputs) === 1
      ? { name: 'llvm.assigner.zkml.convolution' }
      : undefined,
});

function windowOf({ inputs, attributes }: ConvInstance): SlidingWindow {
  return { ...attributes, kernel: inputAt(inputs, 1).shape.slice(2) };
}

function groupsOf(inputs: readonly ArrayType[]): number {
  return inputAt(inputs, 0).shape[1] / inputAt(inputs, 1).shape[1];
}

function verifyConv(instance: ConvInstance): string[] {
  const { inputs, outputs } = instance;
  const [x, w, y] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape, inputAt(outputs, 0).shape];
  if (x.length < 3) return [`x needs a batch, a channel and a spatial axis, but is ${shapeText(x)}`];
  if (w.length !== x.length || y.length !== x.length) return ['x, w and y are of one rank'];
  if (y[0] !== x[0] || y[1] !== w[0])
    return [`y must have the batch of x and the channels of w, but is ${shapeText(y)} for ${shapeText(x)} and ${shapeText(w)}`];
  const groups = groupsOf(inputs);
  if (!Number.isInteger(groups) || groups < 1 || w[0] % groups !== 0)
    return [`${x[1]} channels of x in groups of ${w[1]} do not fit ${w[0]} channels of y`];
  const b = inputs[2]?.shape;
  if (b !== undefined && (b.length !== 1 || b[0] !== w[0])) return [`b is ${shapeText(b)} where ${w[0]} follows from w`];
  return windowProblems(windowOf(instance), x, y, 'allowed');
}

/** Calls `visit` for each output element, row by row, with its channel and where the factors of its sum lie in x and w. */
function forEachSum(
  instance: ConvInstance,
  visit: (at: number, channel: number, inX: Int32Array, inW: Int32Array) => void,
): void {
  const { inputs, outputs } = instance;
  const [x, w, y] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape, inputAt(outputs, 0).shape];
  const windows = windowsOfChannel(windowOf(instance), x, y);
  const [xSize, wSize] = [elementCount(x.slice(2)), elementCount(w.slice(2))];
  const [batch, channels, depth] = [x[0], w[0], w[1]];
  const channelsPerGroup = channels / groupsOf(inputs);
  let at = 0;
  for (let n = 0; n < batch; n++)
    for (let channel = 0; channel < channels; channel++) {
      const firstInX = (n * x[1] + Math.floor(channel / channelsPerGroup) * depth) * xSize;
      const firstInW = channel * depth * wSize;
      for (const { offsets, positions } of windows)
        visit(at++, channel, overChannels(offsets, depth, firstInX, xSize), overChannels(positions, depth, firstInW, wSize));
    }
}

/** All channels of a group at once, for constant weights: undefined where that does not pay. */
function expandPacked(
  builder: CircuitBuilder,
  x: Int32Array,
  w: Int32Array,
  b: Int32Array | undefined,
  instance: ConvInstance,
): Int32Array | undefined {
  const [xShape, wShape, yShape] = [...instance.inputs.slice(0, 2), ...instance.outputs].map(({ shape }) => shape);
  const windows = windowsOfChannel(windowOf(instance), xShape, yShape);
  const [xSize, kernelSize] = [elementCount(xShape.slice(2)), elementCount(wShape.slice(2))];
  const [channels, depth] = wShape;
  const groups = groupsOf(instance.inputs);
  const inGroup = channels / groups;
  const zero = builder.real(0);
  const result = new Int32Array(elementCount(yShape));
  const terms = depth * kernelSize;
  const plans: { readonly linear: PackedLinear; readonly inputs: Int32Array; readonly firstChannel: number; readonly n: number }[] = [];
  for (let n = 0; n < xShape[0]; n++)
    for (let group = 0; group < groups; group++) {
      const firstChannel = group * inGroup;
      const inputs = x.subarray((n * groups + group) * depth * xSize, (n * groups + group + 1) * depth * xSize);
      const rows = Array.from({ length: inGroup }, (_, i) => w.subarray((firstChannel + i) * terms, (firstChannel + i + 1) * terms));
      const biases = b?.subarray(firstChannel, firstChannel + inGroup) ?? new Int32Array(inGroup).fill(zero);
      const linear = builder.packedLinear(rows, biases, inputs);
      if (linear === undefined) return undefined;
      plans.push({ linear, inputs, firstChannel, n });
    }
  for (const { linear, inputs, firstChannel, n } of plans)
    for (const [o, { offsets, positions }] of windows.entries()) {
      const window = new Int32Array(terms).fill(zero);
      for (let c = 0; c < depth; c++)
        for (const [i, offset] of offsets.entries()) window[c * kernelSize + positions[i]] = inputs[c * xSize + offset];
      for (const [i, y] of linear.apply(window).entries())
        result[(n * channels + firstChannel + i) * windows.length + o] = y;
    }
  return result;
}

/** `offsets` in each of `count` channels of `size` elements from `first` on. */
function overChannels(offsets: Int32Array, count: number, first: number, size: number): Int32Array {
  const all = new Int32Array(offsets.length * count);
  let at = 0;
  for (let channel = 0; channel < count; channel++) for (const offset of offsets) all[at++] = first + channel * size + offset;
  return all;
}

// Recognition ------------------------------------------------------------------------------------------------------

/** Reads `value` as Σ… or Σ… + b. */
function splitBias(value: Term): { readonly kind: 'parts'; readonly sum: ProductSum; readonly b: LoadTerm | undefined } | Miss {
  if (value.kind !== 'chain' || value.operator !== 'add') {
    const sum = matchProductSum(value);
    return sum.kind === 'miss' ? sum : { kind: 'parts', sum, b: undefined };
  }
  if (value.operands.length !== 2) return miss(0, 'its sum has more than two parts');
  for (const [product, b] of [value.operands, value.operands.toReversed()]) {
    const sum = matchProductSum(product);
    if (sum.kind === 'miss') continue;
    return b.kind === 'load' ? { kind: 'parts', sum, b } : miss(2, 'what is added to its sum of products is no element of an array');
  }
  return miss(0, 'its value is no sum of products plus an addend');
}

function matchConvolution(sum: ProductSum, x: LoadTerm, w: LoadTerm, output: LoadTerm): ({ kind: 'windows' } & SlidingWindow) | Miss {
  const rank = output.subscripts.length;
  if (rank < 3 || x.subscripts.length !== rank || w.subscripts.length !== rank)
    return miss(2, 'its arrays are not of one rank with a batch, channels and spatial axes');
  if (!followsOutput(x, 0, output, 0)) return miss(2, 'axis 0 of the input does not run along that of the output');
  if (!followsOutput(w, 0, output, 1)) return miss(2, 'axis 0 of the weights does not run along the channels of the output');
  const unused = new Set(sum.dimensions);
  const depth = subscript(w, 1);
  const inGroup = depth.bareVariable;
  const sumsOverGroup =
    inGroup?.kind === 'dimension'
      ? unused.delete(inGroup) && extent(inGroup) === axisSize(w, 1)
      : depth.constantValue === 0 && axisSize(w, 1) === 1;
  if (!sumsOverGroup) return miss(2, 'it does not sum over the channels of a group');
  if (!readsItsGroup(x, w, output)) return miss(3, 'the channels of the input that it reads are not those of one group');
  const axes: WindowAxis[] = [];
  for (let axis = 2; axis < rank; axis++) {
    const walk = matchWindowWalk(output, x, axis, unused, sum.guards);
    if (walk.kind === 'miss') return walk;
    const position = walk.dimension === undefined ? subscript(w, axis) : subscript(w, axis).subtract(LinearForm.of(walk.dimension));
    const first = position.constantValue;
    if (first === undefined || walk.backwards) return miss(3, `the weights do not run along the window of axis ${axis}`);
    const window = windowOfWalk(walk, output, x, axisSize(w, axis), first);
    if (window.kind === 'miss') return window;
    axes.push(window);
  }
  if (unused.size > 0) return miss(3, 'a dimension of its sum is no window');
  return missUnlessBorders(x, sum.guards) ?? { kind: 'windows', ...slidingWindow(axes) };
}

/** Whether channel c of the group of output channel m is C/G·⌊m/(M/G)⌋ + c in the input. */
function readsItsGroup(x: LoadTerm, w: LoadTerm, output: LoadTerm): boolean {
  const [depth, channels] = [axisSize(w, 1), axisSize(w, 0)];
  const groups = axisSize(x, 1) / depth;
  const base = subscript(x, 1).subtract(subscript(w, 1));
  const m = subscript(output, 1);
  if (groups === 1) return base.constantValue === 0;
  if (groups === channels) return base.equals(m.scale(depth));
  const [group] = base.terms;
  const { variable, coefficient } = group ?? {};
  return (
    base.constant === 0 && base.terms.length === 1 && coefficient === depth && variable?.kind === 'floordiv' &&
    variable.divisor * groups === channels && variable.numerator.equals(m)
  );
}
