import { extent, type Dimension } from '../structured/linear-form.js';
import type { Guard, LoadTerm } from '../structured/term.js';
import { integers } from './attribute-kind.js';
import { miss, type Miss } from './intrinsic.js';
import { rowMajorStrides } from './shape.js';
import { axisSize, followsOutput, subscript } from './statement-match.js';

/*
 * Windows that slide over the spatial axes of an array of shape batch x channels x spatial axes, the axes
 * from 2 on. Element w of the window of output o is, along one axis,
 *
 *   i(w) = stride·o + dilation·w − pads_begin,  0 ≤ w < kernel,
 *
 * where i(w) that lie outside the array are padding.
 */

/** How windows slide, per spatial axis. */
export interface WindowSteps {
  readonly strides: readonly number[];
  /** Before each axis, then after each. */
  readonly pads: readonly number[];
  readonly dilations: readonly number[];
}

export interface SlidingWindow extends WindowSteps {
  readonly kernel: readonly number[];
}

export const windowStepAttributes = {
  strides: integers('step of the window per spatial axis'),
  pads: integers('padding before each spatial axis, then after each'),
  dilations: integers('distance of neighbouring window elements per spatial axis'),
};

export const windowAttributes = {
  kernel: integers('window size per spatial axis'),
  ...windowStepAttributes,
};

/** `k2x2.s2x2.p0x0x0x0.d1x1` */
export function windowText({ kernel, strides, pads, dilations }: SlidingWindow): string {
  return `k${kernel.join('x')}.s${strides.join('x')}.p${pads.join('x')}.d${dilations.join('x')}`;
}

/** What is wrong with `window` over an array of shape `x` with results of shape `y`; empty if nothing is. */
export function windowProblems(
  { kernel, strides, pads, dilations }: SlidingWindow,
  x: readonly number[],
  y: readonly number[],
  emptyWindows: 'allowed' | 'forbidden',
): string[] {
  const spatial = x.length - 2;
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
    ];
    const last = (count - 1) * s + (k - 1) * d;
    if (last >= size + begin + end) errors.push(`windows along axis ${axis + 2} reach behind the padding`);
    if (emptyWindows === 'allowed') continue;
    for (let o = 0; o < count; o++)
      if (elementsInside(k, o * s - begin, d, size).count === 0) {
        errors.push(`window ${o} along axis ${axis + 2} holds no element of x`);
        break;
      }
  }
  return errors;
}

/** The w in [0, kernel) for which 0 ≤ start + dilation·w < size: `count` of them from `first` on. */
function elementsInside(kernel: number, start: number, dilation: number, size: number): { first: number; count: number } {
  const first = Math.max(0, Math.ceil(-start / dilation));
  const end = Math.min(kernel, Math.ceil((size - start) / dilation));
  return { first, count: Math.max(0, end - first) };
}

/** The elements of one window that are no padding. */
export interface WindowElements {
  /** Their offsets in one channel of the array. */
  readonly offsets: Int32Array;
  /** Their offsets in the window, row-major. */
  readonly positions: Int32Array;
}

/** The windows of one channel, in the order of the results, for shapes `x` and `y` of rank spatial + 2. */
export function windowsOfChannel(
  { kernel, strides, pads, dilations }: SlidingWindow,
  x: readonly number[],
  y: readonly number[],
): WindowElements[] {
  const xStrides = rowMajorStrides(x.slice(2));
  const kernelStrides = rowMajorStrides(kernel);
  // Along each spatial axis, for each output index: what the elements of the window add to an offset.
  const alongAxis = (offsetOf: (axis: number, start: number, w: number) => number): Int32Array[] => combineAxes(
    kernel.map((k, axis) =>
      Array.from({ length: y[axis + 2] }, (_, o) => {
        const start = o * strides[axis] - pads[axis];
        const { first, count } = elementsInside(k, start, dilations[axis], x[axis + 2]);
        return Int32Array.from({ length: count }, (_unused, i) => offsetOf(axis, start, first + i));
      }),
    ),
  );
  const offsets = alongAxis((axis, start, w) => (start + dilations[axis] * w) * xStrides[axis]);
  const positions = alongAxis((axis, _start, w) => w * kernelStrides[axis]);
  return offsets.map((window, o) => ({ offsets: window, positions: positions[o] }));
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

// Recognition ------------------------------------------------------------------------------------------------------

/**
 * How a nest walks along one axis: it reads start + stride·o + dilation·d for d in [0, length), where d is the
 * value of `dimension`, or length − 1 less that value if it walks backwards.
 */
export interface WindowWalk {
  readonly kind: 'walk';
  readonly axis: number;
  /** Undefined if it takes one step only. */
  readonly dimension: Dimension | undefined;
  readonly length: number;
  readonly start: number;
  readonly stride: number;
  readonly dilation: number;
  readonly backwards: boolean;
  /** Whether elements outside the array are left out. */
  readonly guarded: boolean;
}

/** Reads subscript `axis` of `x` as the walk of a window; takes its dimension out of `unused`. */
export function matchWindowWalk(
  output: LoadTerm,
  x: LoadTerm,
  axis: number,
  unused: Set<Dimension>,
  guards: readonly Guard[],
): WindowWalk | Miss {
  const form = subscript(x, axis);
  const o = subscript(output, axis).bareVariable;
  let stride = o === undefined ? 1 : 0;
  let dilation = 1;
  let dimension: Dimension | undefined;
  let start = form.constant;
  let backwards = false;
  for (const { variable, coefficient } of form.terms) {
    if (variable.kind !== 'dimension') return miss(3, `subscript ${axis} of the input is not linear`);
    if (variable === o) {
      stride = coefficient;
    } else if (unused.delete(variable)) {
      if (dimension !== undefined) return miss(3, `subscript ${axis} of the input has two window dimensions`);
      dimension = variable;
      dilation = Math.abs(coefficient);
      backwards = coefficient < 0;
      if (backwards) start += coefficient * (extent(variable) - 1);
    } else {
      return miss(3, `subscript ${axis} of the input has a dimension of another axis`);
    }
  }
  if (stride < 1) return miss(3, `the window does not move forward along axis ${axis}`);
  const length = dimension === undefined ? 1 : extent(dimension);
  const guarded = guards.some((guard) => isBorder(guard, x, axis));
  return { kind: 'walk', axis, dimension, length, start, stride, dilation, backwards, guarded };
}

function isBorder(guard: Guard, x: LoadTerm, axis: number): boolean {
  return guard.form.equals(subscript(x, axis)) && guard.extent === axisSize(x, axis);
}

/** A miss if a guard is something else than that a subscript of `x` stays inside `x`. */
export function missUnlessBorders(x: LoadTerm, guards: readonly Guard[]): Miss | undefined {
  const strange = guards.some((guard) => !x.subscripts.some((_form, axis) => isBorder(guard, x, axis)));
  return strange ? miss(4, 'its window is cut off other than by the border of the input') : undefined;
}

/** Parameters of a window along one axis. */
export interface WindowAxis {
  readonly kind: 'window';
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * The window that `walk` walks over. It may have more elements than are walked: its size is `kernel` and
 * the walk begins at its element `first`; the others must be padding in every window.
 */
export function windowOfWalk(walk: WindowWalk, output: LoadTerm, x: LoadTerm, kernel = walk.length, first = 0): WindowAxis | Miss {
  const { axis, length, stride, dilation, guarded } = walk;
  const count = axisSize(output, axis);
  const size = axisSize(x, axis);
  const lastRead = walk.start + (count - 1) * stride + (length - 1) * dilation;
  if (!guarded && (walk.start < 0 || lastRead >= size)) return miss(4, `windows along axis ${axis} read outside the input`);
  if (first < 0 || first + length > kernel) return miss(4, `the window along axis ${axis} is left`);
  const start = walk.start - dilation * first;
  if (start > 0) return miss(4, `the first window along axis ${axis} starts inside the input`);
  if (kernel !== length)
    for (let o = 0; o < count; o++) {
      const inside = elementsInside(kernel, start + o * stride, dilation, size);
      if (inside.count > 0 && (inside.first < first || inside.first + inside.count > first + length))
        return miss(4, `windows along axis ${axis} leave out elements`);
    }
  const last = start + (count - 1) * stride + (kernel - 1) * dilation;
  return { kind: 'window', kernel, stride, dilation, begin: start === 0 ? 0 : -start, end: Math.max(0, last + 1 - size) };
}

/** The attributes of windows, from one entry per spatial axis. */
export function slidingWindow(axes: readonly WindowAxis[]): SlidingWindow {
  return {
    kernel: axes.map(({ kernel }) => kernel),
    strides: axes.map(({ stride }) => stride),
    pads: [...axes.map(({ begin }) => begin), ...axes.map(({ end }) => end)],
    dilations: axes.map(({ dilation }) => dilation),
  };
}

/**
 * Reads `x`, taken over `dimensions` within `guards`, as a window that slides over each spatial axis of
 * `x` and keeps batch and channel.
 */
export function matchPooling(
  output: LoadTerm,
  x: LoadTerm,
  dimensions: readonly Dimension[],
  guards: readonly Guard[],
): ({ readonly kind: 'windows' } & SlidingWindow) | Miss {
  const rank = x.subscripts.length;
  if (rank < 3) return miss(2, 'its input has no spatial axis behind batch and channels');
  if (output.subscripts.length !== rank) return miss(2, 'input and output differ in rank');
  for (const axis of [0, 1])
    if (!followsOutput(x, axis, output, axis)) return miss(2, `axis ${axis} of the input does not run along that of the output`);
  const axes: WindowAxis[] = [];
  const unused = new Set(dimensions);
  for (let axis = 2; axis < rank; axis++) {
    const walk = matchWindowWalk(output, x, axis, unused, guards);
    if (walk.kind === 'miss') return walk;
    const window = windowOfWalk(walk, output, x);
    if (window.kind === 'miss') return window;
    axes.push(window);
  }
  if (unused.size > 0) return miss(3, 'a dimension of its reduction is no window');
  return missUnlessBorders(x, guards) ?? { kind: 'windows', ...slidingWindow(axes) };
}
