import { flag, real } from '../definition/attribute-kind.js';
import { constantFactor, matchContraction, type Contraction } from '../definition/contraction-match.js';
import { element, inputAt, atLowerScale } from '../definition/fixed-point-array.js';
import { defineIntrinsic, miss, type Instance, type Miss } from '../definition/intrinsic.js';
import { broadcastOffsets, broadcastShapes, elementCount, equalShapes, shapeText } from '../definition/shape.js';
import {
  axisSize, broadcastsTo, followsOutput, missUnlessPlainFloats, missUnlessWholeOutput, subscript,
} from '../definition/statement-match.js';
import { exactDot, gather, type Strided } from '../definition/strided-access.js';
import { packedProduct } from '../definition/packed-product.js';
import { factorBits } from '../fixed-point/product-scale.js';
import { encodeReal, powerOfTwoExponent } from '../fixed-point/rounding.js';
import type { LoadTerm, Term } from '../structured/term.js';
import { dotRows, nativeProductsPerRow, rescaleRows } from '../definition/row-model.js';
import { defaultFixedPointFormat } from '../fixed-point/fixed-point-format.js';

const attributes = {
  alpha: real('factor of the product', 1),
  beta: real('factor of c', 1),
  transpose_a: flag('a is k x m'),
  transpose_b: flag('b is n x k'),
};

interface GemmAttributes {
  readonly alpha: number;
  readonly beta: number;
  readonly transpose_a: boolean;
  readonly transpose_b: boolean;
}

export const gemm = defineIntrinsic({
  name: 'gemm',
  summary: 'General matrix product: a scaled product of two matrices, either transposed, plus a scaled, broadcast third.',
  formal: String.raw`y_{i,j} = alpha \cdot \sum_k a_{i,k} \cdot b_{k,j} + beta \cdot c_{i,j}`,
  operands: [
    { name: 'a', summary: 'm x k, or k x m if transposed' },
    { name: 'b', summary: 'k x n, or n x k if transposed' },
    { name: 'c', summary: 'broadcast to m x n', optional: true },
  ],
  attributes,
  results: [{ name: 'y', summary: 'm x n' }],

  verify({ inputs, outputs, attributes: { transpose_a, transpose_b } }) {
    const [a, b, y] = [inputAt(inputs, 0).shape, inputAt(inputs, 1).shape, inputAt(outputs, 0).shape];
    if (a.length !== 2 || b.length !== 2 || y.length !== 2) return ['a, b and y are matrices'];
    const [m, k] = transpose_a ? [a[1], a[0]] : a;
    const [kOfB, n] = transpose_b ? [b[1], b[0]] : b;
    if (k !== kOfB) return [`a sums over ${k} elements but b over ${kOfB}`];
    if (y[0] !== m || y[1] !== n) return [`y is ${shapeText(y)} where ${m}x${n} follows from a and b`];
    const c = inputs[2]?.shape;
    if (c !== undefined && !equalShapes(broadcastShapes(c, y) ?? [], y)) return [`c is ${shapeText(c)} and does not broadcast to y`];
    return [];
  },

  recognise(statement) {
    const parts = splitSum(statement.value);
    if (parts.kind === 'miss') return parts;
    const { contraction, beta, c } = parts;
    const loads = [contraction.left, contraction.right, ...(c === undefined ? [] : [c])];
    const unfit = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, loads);
    if (unfit !== undefined) return unfit;
    const { output } = statement;
    if (output.subscripts.length !== 2) return miss(2, 'its output is no matrix');
    if (c !== undefined && !broadcastsTo(c, c.subscripts.length, output, 2)) return miss(3, 'what it adds does not broadcast to the output');
    for (const [a, b] of [[contraction.left, contraction.right], [contraction.right, contraction.left]] as const) {
      const layout = matrixLayout(contraction, a, b, output);
      if (layout === undefined) continue;
      const inputs = [a.memref, b.memref, ...(c === undefined ? [] : [c.memref])];
      return { kind: 'match', attributes: { alpha: contraction.factor, beta, ...layout }, inputs };
    }
    return miss(3, 'its operands are not laid out as matrices');
  },

  evaluate(inputs, instance, format) {
    const scale = format.fractionBits;
    const [a, b, c] = [inputAt(inputs, 0), inputAt(inputs, 1), inputs[2]];
    const { alpha, beta } = instance.attributes;
    const values = new BigInt64Array(elementCount(inputAt(instance.outputs, 0).shape));
    const offsets = addendOffsets(instance);
    const [alphaScale, betaScale] = [factorBits(alpha, format), factorBits(beta, format)];
    const productScale = a.scale + b.scale + alphaScale;
    const addendScale = c === undefined ? 0 : c.scale + betaScale;
    const common = Math.max(productScale, addendScale);
    forEachDot(instance, (at, row, column, length) => {
      const sum = exactDot(a, row, b, column, length);
      let total = (sum * encodeReal(alpha, alphaScale)) << BigInt(common - productScale);
      if (c !== undefined && offsets !== undefined)
        total += (element(c, offsets[at]) * encodeReal(beta, betaScale)) << BigInt(common - addendScale);
      values[at] = atLowerScale(total, common - scale);
    });
    return [{ values, scale }];
  },

  expand(builder, inputs, instance) {
    const [a, b, c] = [inputAt(inputs, 0), inputAt(inputs, 1), inputs[2]];
    const { alpha, beta } = instance.attributes;
    const result = new Int32Array(elementCount(inputAt(instance.outputs, 0).shape));
    const offsets = addendOffsets(instance);
    const scaled = (value: number, factor: number): number =>
      factor === 1 ? value : builder.mul(value, builder.real(factor));
    const [m, n] = inputAt(instance.outputs, 0).shape as [number, number]; // verified: a matrix
    const { row, column, length: k } = layoutOf(instance);
    if (alpha === 1) {
      const addend = c === undefined || offsets === undefined ? undefined : (i: number, j: number) => scaled(c[offsets[i * n + j]], beta);
      const packed = packedProduct(builder, { a, b, rows: m, columns: n, length: k, row, column, ...(addend === undefined ? {} : { addend }) });
      if (packed !== undefined) return [packed];
    }
    forEachDot(instance, (at, row, column, length) => {
      const product = scaled(builder.dot(gather(a, row, length), gather(b, column, length)), alpha);
      result[at] =
        c === undefined || offsets === undefined
          ? product
          : builder.add(product, scaled(c[offsets[at]], beta));
    });
    return [result];
  },

  yieldsSigns: true,

  rows: {
    stock: (instance) => elementCount(inputAt(instance.outputs, 0).shape) * rowsOfElement(instance),
    // c is one more summand.
    native: (instance) =>
      elementCount(inputAt(instance.outputs, 0).shape) * Math.ceil((sumLength(instance) + 1) / nativeProductsPerRow),
  },

  suffix({ inputs, attributes: { alpha, beta, transpose_a, transpose_b } }) {
    const shapes = inputs.map(({ shape }) => (shape.length === 0 ? 'scalar' : shapeText(shape))).join('.');
    const factors = `${alpha === 1 ? '' : `.alpha${bitsOf(alpha)}`}${beta === 1 ? '' : `.beta${bitsOf(beta)}`}`;
    return `${shapes}${transpose_a ? '.ta' : ''}${transpose_b ? '.tb' : ''}${factors}`;
  },
});

/** Powers of two only move the point; other factors are a product, and so is bringing the addend to the scale of the product. */
function rowsOfElement(instance: Instance<GemmAttributes>): number {
  const { fractionBits } = defaultFixedPointFormat;
  const [alpha, beta] = [scalingOf(instance.attributes.alpha), scalingOf(instance.attributes.beta)];
  const scale = 2 * fractionBits + alpha.bits;
  const rows = dotRows(sumLength(instance)) + alpha.rows;
  if (instance.inputs.length < 3) return rows + rescaleRows(scale);
  const addendScale = fractionBits + beta.bits;
  const product = beta.rows === 1 || addendScale !== scale ? 1 : 0;
  return rows + product + 1 + rescaleRows(Math.max(scale, addendScale));
}

function scalingOf(factor: number): { readonly bits: number; readonly rows: number } {
  const exponent = powerOfTwoExponent(factor);
  return exponent === undefined ? { bits: factorBits(factor, defaultFixedPointFormat), rows: 1 } : { bits: -exponent, rows: 0 };
}

/** The encoding of a double, so that different factors get different names. */
function bitsOf(value: number): string {
  return new BigUint64Array(new Float64Array([value]).buffer)[0]?.toString(16) ?? '';
}

function sumLength({ inputs, attributes: { transpose_a } }: Instance<GemmAttributes>): number {
  return inputAt(inputs, 0).shape[transpose_a ? 0 : 1]; // verified: a matrix
}

function addendOffsets({ inputs, outputs }: Instance<GemmAttributes>): Int32Array | undefined {
  const c = inputs[2];
  return c === undefined ? undefined : broadcastOffsets(c.shape, inputAt(outputs, 0).shape);
}

/** Where the rows of a and the columns of b lie. */
interface GemmLayout {
  readonly length: number;
  readonly row: (i: number) => Strided;
  readonly column: (j: number) => Strided;
}

function layoutOf(instance: Instance<GemmAttributes>): GemmLayout {
  const [m, n] = inputAt(instance.outputs, 0).shape as [number, number]; // verified: a matrix
  const k = sumLength(instance);
  const { transpose_a, transpose_b } = instance.attributes;
  return {
    length: k,
    row: (i) => (transpose_a ? { start: i, step: m } : { start: i * k, step: 1 }),
    column: (j) => (transpose_b ? { start: j * k, step: 1 } : { start: j, step: n }),
  };
}

/** Calls `visit` for each output element, row by row, with where its row of a and its column of b lie. */
function forEachDot(
  instance: Instance<GemmAttributes>,
  visit: (at: number, row: Strided, column: Strided, length: number) => void,
): void {
  const [m, n] = inputAt(instance.outputs, 0).shape as [number, number]; // verified: a matrix
  const { length, row, column } = layoutOf(instance);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) visit(i * n + j, row(i), column(j), length);
}

interface ScaledSum {
  readonly kind: 'sum';
  readonly contraction: Contraction;
  readonly beta: number;
  readonly c: LoadTerm | undefined;
}

/** Reads `value` as alpha·Σ… or alpha·Σ… + beta·c. */
function splitSum(value: Term): ScaledSum | Miss {
  if (value.kind !== 'chain' || value.operator !== 'add') {
    const contraction = matchContraction(value);
    return contraction.kind === 'miss' ? contraction : { kind: 'sum', contraction, beta: 1, c: undefined };
  }
  if (value.operands.length !== 2) return miss(0, 'its sum has more than two parts');
  for (const [product, addend] of [value.operands, [...value.operands].reverse()] as [Term, Term][]) {
    const contraction = matchContraction(product);
    if (contraction.kind === 'miss') continue;
    const { factor: beta, rest: c } = constantFactor(addend);
    if (c?.kind !== 'load') return miss(2, 'what is added to its product is no element of an array');
    return { kind: 'sum', contraction, beta, c };
  }
  return miss(0, 'its value is no scaled product plus an addend');
}

function matrixLayout(
  { dimension, length }: Contraction,
  a: LoadTerm,
  b: LoadTerm,
  y: LoadTerm,
): Pick<GemmAttributes, 'transpose_a' | 'transpose_b'> | undefined {
  if (a.subscripts.length !== 2 || b.subscripts.length !== 2) return undefined;
  const sums = (load: LoadTerm, axis: number): boolean =>
    subscript(load, axis).bareVariable === dimension && axisSize(load, axis) === length;
  const plainA = sums(a, 1) && followsOutput(a, 0, y, 0);
  const plainB = sums(b, 0) && followsOutput(b, 1, y, 1);
  if (!plainA && !(sums(a, 0) && followsOutput(a, 1, y, 0))) return undefined;
  if (!plainB && !(sums(b, 1) && followsOutput(b, 0, y, 1))) return undefined;
  return { transpose_a: !plainA, transpose_b: !plainB };
}
