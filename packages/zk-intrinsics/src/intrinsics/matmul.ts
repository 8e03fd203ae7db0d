import { matchContraction, type Contraction } from '../definition/contraction-match.js';
import { inputAt, atLowerScale } from '../definition/fixed-point-array.js';
import { defineIntrinsic, miss, type Instance } from '../definition/intrinsic.js';
import { broadcastOffsets, broadcastShapes, elementCount, equalShapes, shapeText } from '../definition/shape.js';
import {
  arrayType, axisSize, broadcastsTo, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript,
} from '../definition/statement-match.js';
import { exactDot, gather, type Strided } from '../definition/strided-access.js';
import type { CircuitBuilder } from '../circuit/circuit-builder.js';
import { packedProduct } from '../definition/packed-product.js';
import type { LoadTerm } from '../structured/term.js';
import { dotRows, nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';

export const matmul = defineIntrinsic({
  name: 'matmul',
  summary: 'Matrix product with NumPy\'s rules: leading axes are a batch and broadcast; an operand of rank 1 is a vector.',
  formal: String.raw`y_{\ldots,i,j} = \sum_k a_{\ldots,i,k} \cdot b_{\ldots,k,j}`,
  operands: [
    { name: 'a', summary: '[batch x] m x k, or k' },
    { name: 'b', summary: '[batch x] k x n, or k' },
  ],
  attributes: {},
  results: [{ name: 'y', summary: '[batch x] m x n, without the axis of a vector' }],

  verify({ inputs, outputs }) {
    const [a, b, y] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape, inputAt(outputs, 0).shape];
    if (a.length === 0 || b.length === 0) return ['a and b need at least one axis'];
    const layout = layoutOf(a, b);
    if (layout.k !== layout.kOfB) return [`a sums over ${layout.k} elements but b over ${layout.kOfB}`];
    if (layout.batch === undefined) return [`the batches ${shapeText(a)} and ${shapeText(b)} do not broadcast`];
    const expected = [...layout.batch, ...layout.tail];
    return equalShapes(expected, y) ? [] : [`y is ${shapeText(y)} where ${shapeText(expected)} follows from a and b`];
  },

  recognise(statement) {
    const contraction = matchContraction(statement.value);
    if (contraction.kind === 'miss') return contraction;
    if (contraction.factor !== 1) return miss(2, 'its sum is scaled');
    const loads = [contraction.left, contraction.right];
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, loads);
    if (unfit !== undefined) return unfit;
    for (const [a, b] of [loads, [...loads].reverse()] as [LoadTerm, LoadTerm][])
      if (isProduct(contraction, a, b, statement.output)) return { kind: 'match', attributes: {}, inputs: [a.memref, b.memref] };
    return miss(3, 'its operands are not laid out as a matrix product');
  },

  evaluate(inputs, instance, { fractionBits: scale }) {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const values = new BigInt64Array(elementCount(inputAt(instance.outputs, 0).shape));
    forEachDot(instance, (at, row, column, length) => {
      values[at] = atLowerScale(exactDot(a, row, b, column, length), a.scale + b.scale - scale);
    });
    return [{ values, scale }];
  },

  expand(builder, inputs, instance) {
    const [a, b] = [inputAt(inputs, 0), inputAt(inputs, 1)];
    const packed = expandPacked(builder, a, b, instance);
    if (packed !== undefined) return [packed];
    const result = new Int32Array(elementCount(inputAt(instance.outputs, 0).shape));
    forEachDot(instance, (at, row, column, length) => {
      result[at] = builder.dot(gather(a, row, length), gather(b, column, length));
    });
    return [result];
  },

  yieldsSigns: true,

  rows: {
    stock: (instance) =>
      elementCount(inputAt(instance.outputs, 0).shape) *
      (dotRows(sumLength(instance)) + rescaleRows(2 * defaultFixedPointFormat.fractionBits)),
    native: (instance) =>
      elementCount(inputAt(instance.outputs, 0).shape) * Math.ceil(sumLength(instance) / nativeProductsPerRow),
  },

  suffix: ({ inputs }) => inputs.map(({ shape }) => shapeText(shape)).join('.'),
});

function sumLength({ inputs }: Instance<object>): number {
  return inputAt(inputs, 0).shape.at(-1) as number; // verified: at least one axis
}

interface MatmulLayout {
  readonly k: number;
  readonly kOfB: number;
  /** The broadcast batch; undefined if the operands' batches do not fit. */
  readonly batch: number[] | undefined;
  /** m and n, without those of vectors. */
  readonly tail: number[];
}

function layoutOf(a: readonly number[], b: readonly number[]): MatmulLayout {
  const k = a[a.length - 1];
  const kOfB = b[Math.max(0, b.length - 2)];
  const tail = [...(a.length > 1 ? [a[a.length - 2]] : []), ...(b.length > 1 ? [b[b.length - 1]] : [])];
  return { k, kOfB, batch: broadcastShapes(a.slice(0, -2), b.slice(0, -2)), tail };
}

/** One product of two matrices of the batch; vectors are matrices of one row or column. */
interface MatrixPair {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  /** Where the matrices begin in a, b and y. */
  readonly inA: number;
  readonly inB: number;
  readonly inY: number;
}

function matrixPairs({ inputs, outputs }: Instance<object>): MatrixPair[] {
  const [a, b, y] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape, inputAt(outputs, 0).shape];
  const k = a[a.length - 1];
  const m = a.length > 1 ? a[a.length - 2] : 1;
  const n = b.length > 1 ? b[b.length - 1] : 1;
  const batch = y.slice(0, y.length - (a.length > 1 ? 1 : 0) - (b.length > 1 ? 1 : 0));
  const bBatches = broadcastOffsets(b.slice(0, -2), batch);
  return Array.from(broadcastOffsets(a.slice(0, -2), batch), (aBatch, i) => ({
    m, k, n, inA: aBatch * m * k, inB: bBatches[i] * k * n, inY: i * m * n,
  }));
}

/** Calls `visit` for each output element, row by row, with where its row of a and its column of b lie. */
function forEachDot(
  instance: Instance<object>,
  visit: (at: number, row: Strided, column: Strided, length: number) => void,
): void {
  for (const { m, k, n, inA, inB, inY } of matrixPairs(instance))
    for (let row = 0; row < m; row++)
      for (let column = 0; column < n; column++)
        visit(inY + row * n + column, { start: inA + row * k, step: 1 }, { start: inB + column, step: n }, k);
}

/** The expansion for one constant operand: undefined where packing does not pay. */
function expandPacked(builder: CircuitBuilder, a: Int32Array, b: Int32Array, instance: Instance<object>): Int32Array | undefined {
  const result = new Int32Array(elementCount(inputAt(instance.outputs, 0).shape));
  for (const { m, k, n, inA, inB, inY } of matrixPairs(instance)) {
    const product = packedProduct(builder, {
      a: a.subarray(inA, inA + m * k), b: b.subarray(inB, inB + k * n), rows: m, columns: n, length: k,
      row: (i) => ({ start: i * k, step: 1 }),
      column: (j) => ({ start: j, step: n }),
    });
    if (product === undefined) return undefined;
    result.set(product, inY);
  }
  return result;
}

/** Whether the sum is a·b: a[…, i, k] and b[…, k, j] for output […, i, j]. */
function isProduct({ dimension, length }: Contraction, a: LoadTerm, b: LoadTerm, y: LoadTerm): boolean {
  const [aRank, bRank, rank] = [a.subscripts.length, b.subscripts.length, y.subscripts.length];
  if (aRank === 0 || bRank === 0) return false;
  const [hasRows, hasColumns] = [aRank > 1, bRank > 1];
  const batchRank = rank - (hasRows ? 1 : 0) - (hasColumns ? 1 : 0);
  const [aBatch, bBatch] = [Math.max(0, aRank - 2), Math.max(0, bRank - 2)];
  if (Math.max(aBatch, bBatch) !== batchRank) return false;
  const [aSum, bSum] = [aRank - 1, Math.max(0, bRank - 2)];
  return (
    subscript(a, aSum).bareVariable === dimension && axisSize(a, aSum) === length &&
    subscript(b, bSum).bareVariable === dimension && axisSize(b, bSum) === length &&
    (!hasRows || followsOutput(a, aRank - 2, y, batchRank)) &&
    (!hasColumns || followsOutput(b, bRank - 1, y, rank - 1)) &&
    broadcastsTo(a, aBatch, y, batchRank) && broadcastsTo(b, bBatch, y, batchRank) &&
    equalShapes(
      broadcastShapes(shapeOf(a).slice(0, aBatch), shapeOf(b).slice(0, bBatch)) ?? [-1],
      shapeOf(y).slice(0, batchRank),
    )
  );
}

function shapeOf(load: LoadTerm): readonly number[] {
  return arrayType(load.memref).shape;
}
