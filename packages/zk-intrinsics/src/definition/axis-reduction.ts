import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { FixedPointMachine } from '../fixed-point/fixed-point-machine.js';
import { extent } from '../structured/linear-form.js';
import type { LoadTerm, ReduceTerm, Term } from '../structured/term.js';
import { integers } from './attribute-kind.js';
import { inputAt } from './fixed-point-array.js';
import { defineIntrinsic, miss, type Instance, type Intrinsic, type Miss } from './intrinsic.js';
import { evaluateProgram } from './machine-evaluation.js';
import { elementCount, equalShapes, rowMajorStrides, shapeText } from './shape.js';
import { arrayType, axisSize, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript } from './statement-match.js';

const attributes = { axes: integers('the axes that are reduced, rising') };

type ReductionInstance = Instance<{ readonly axes: readonly number[] }>;

/** An intrinsic that makes one number of all elements along some axes. */
export interface AxisReduction {
  readonly name: string;
  readonly summary: string;
  readonly formal: string;
  /** The reduction over elements of an array in `value`, of which `value` is the intrinsic if `count` elements are reduced. */
  match(value: Term): { readonly kind: 'reduction'; readonly reduction: ReduceTerm; readonly x: LoadTerm; readonly count: number | undefined } | Miss;
  /** The result for the elements `values`, at least one. */
  reduce<V>(machine: FixedPointMachine<V>, values: readonly V[]): V;
  /** Rows of `reduce` and of rounding its result, for `count` elements of scale `fractionBits` of the default format. */
  stockRows(count: number, fractionBits: number): number;
  /** Elements that a row of a component made for it holds. */
  readonly nativeElementsPerRow: number;
}

/** Declares the intrinsic of a reduction: everything but what it does with the elements is the same for all. */
export function defineReduction(definition: AxisReduction): Intrinsic {
  const { name, summary, formal, nativeElementsPerRow } = definition;
  const compute = <V>(machine: FixedPointMachine<V>, x: ArrayLike<V>, instance: ReductionInstance): V[] => {
    const { starts, offsets } = groupsAlong(inputAt(instance.inputs, 0).shape, instance.attributes.axes);
    return Array.from(starts, (start) => definition.reduce(machine, Array.from(offsets, (offset) => x[start + offset])));
  };
  return defineIntrinsic({
    name,
    summary,
    formal,
    operands: [{ name: 'x', summary: 'any shape' }],
    attributes,
    results: [{ name: 'y', summary: 'x without the axes, or with size 1 there' }],

    verify: verifyReduction,

    recognise(statement) {
      const found = definition.match(statement.value);
      if (found.kind === 'miss') return found;
      const { reduction, x, count } = found;
      const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, [x]);
      if (unfit !== undefined) return unfit;
      const axes = reducedAxes(x, reduction, statement.output);
      if ('kind' in axes) return axes;
      const instance = { inputs: [arrayType(x.memref)], outputs: [arrayType(statement.output.memref)], attributes: { axes } };
      const [problem] = verifyReduction(instance);
      if (problem !== undefined) return miss(3, problem);
      if (count !== undefined && count !== reducedCount(instance)) return miss(4, 'it divides by another number than that of the elements');
      return { kind: 'match', attributes: { axes }, inputs: [x.memref] };
    },

    evaluate: (inputs, instance, format) => evaluateProgram((machine, arrays) => compute(machine, inputAt(arrays, 0), instance), inputs, format),

    expand: (builder, inputs, instance) => [Int32Array.from(compute(builder, inputAt(inputs, 0), instance))],

    rows: {
      stock: (instance) =>
        elementCount(inputAt(instance.outputs, 0).shape) *
        definition.stockRows(reducedCount(instance), defaultFixedPointFormat.fractionBits),
      native: (instance) =>
        elementCount(inputAt(instance.outputs, 0).shape) * Math.ceil(reducedCount(instance) / nativeElementsPerRow),
    },

    suffix: ({ inputs, outputs, attributes: { axes } }) =>
      `${shapeText(inputAt(inputs, 0).shape)}.a${axes.join('_')}.r${inputAt(outputs, 0).shape.length}`,
  });
}

function verifyReduction({ inputs, outputs, attributes: { axes } }: ReductionInstance): string[] {
  const [x, y] = [inputAt(inputs, 0).shape, inputAt(outputs, 0).shape];
  if (axes.some((axis, i) => axis < 0 || axis >= x.length || (i > 0 && axis <= axes[i - 1])))
    return [`axes are rising numbers below ${x.length}`];
  if (elementCount(x) === 0) return ['x holds no element'];
  const kept = x.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const dropped = x.filter((_size, axis) => !axes.includes(axis));
  if (equalShapes(y, kept) || equalShapes(y, dropped)) return [];
  return [`y is ${shapeText(y)} where ${shapeText(kept)} or ${shapeText(dropped)} follows from x and the axes`];
}

function reducedCount({ inputs, attributes: { axes } }: ReductionInstance): number {
  const x = inputAt(inputs, 0).shape;
  return axes.reduce((count, axis) => count * x[axis], 1);
}

/** Where the groups of elements that lie along `axes` start in an array of shape `x`, and the offsets of their elements from there. */
export function groupsAlong(x: readonly number[], axes: readonly number[]): { starts: Int32Array; offsets: Int32Array } {
  const strides = rowMajorStrides(x);
  const offsetsAlong = (chosen: (axis: number) => boolean): Int32Array => {
    let offsets = new Int32Array(1);
    for (const [axis, size] of x.entries()) {
      if (!chosen(axis)) continue;
      const next = new Int32Array(offsets.length * size);
      let at = 0;
      for (const offset of offsets) for (let i = 0; i < size; i++) next[at++] = offset + i * strides[axis];
      offsets = next;
    }
    return offsets;
  };
  return { starts: offsetsAlong((axis) => !axes.includes(axis)), offsets: offsetsAlong((axis) => axes.includes(axis)) };
}

/** The axes of `x` over which `reduction` runs, each over its whole length; the others run along those of the output, in order. */
function reducedAxes(x: LoadTerm, { dimensions, guards }: ReduceTerm, output: LoadTerm): number[] | Miss {
  if (guards.length > 0) return miss(1, 'the domain of its reduction is no box');
  const unused = new Set(dimensions);
  const rank = x.subscripts.length;
  const keepsAxes = output.subscripts.length === rank;
  const axes: number[] = [];
  let next = 0; // axis of the output
  for (let axis = 0; axis < rank; axis++) {
    const variable = subscript(x, axis).bareVariable;
    if (variable?.kind === 'dimension' && unused.delete(variable)) {
      if (extent(variable) !== axisSize(x, axis)) return miss(2, `it reduces part of axis ${axis}`);
      if (keepsAxes && axisSize(output, next++) !== 1) return miss(2, `axis ${axis} of the output is reduced and yet longer than 1`);
      axes.push(axis);
    } else if (next < output.subscripts.length && followsOutput(x, axis, output, next)) {
      next++;
    } else if (!keepsAxes && axisSize(x, axis) === 1 && subscript(x, axis).constantValue === 0) {
      axes.push(axis);
    } else {
      return miss(2, `axis ${axis} of its input neither is reduced nor runs along the output`);
    }
  }
  if (unused.size > 0) return miss(2, 'a dimension of its reduction is no axis of its input');
  return next === output.subscripts.length ? axes : miss(2, 'the output has axes that its input has not');
}

/** Reads `value` as a reduction by `operator` of elements of an array. */
export function matchElementReduction(
  value: Term,
  operator: ReduceTerm['operator'],
): ReturnType<AxisReduction['match']> {
  if (value.kind !== 'reduce' || value.operator !== operator) return miss(0, 'its value is no such reduction');
  const { body: x } = value;
  if (x.kind !== 'load') return miss(1, 'what it reduces is no element of an array');
  return { kind: 'reduction', reduction: value, x, count: undefined };
}
