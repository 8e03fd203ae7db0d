import type { CircuitBuilder } from '../circuit/circuit-builder.js';
import { gather, type Strided } from './strided-access.js';

/** y_ij = Σ_k a_ik·b_kj + c_ij, of arrays of circuit values. */
export interface MatrixProduct {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly rows: number;
  readonly columns: number;
  /** How many products each y sums. */
  readonly length: number;
  /** Row i of a. */
  row(i: number): Strided;
  /** Column j of b. */
  column(j: number): Strided;
  /** c_ij; absent for 0. */
  addend?(i: number, j: number): number;
}

/**
 * The product, row-major, with many outputs in one field element; undefined where neither matrix is constant or packing
 * does not pay.
 */
export function packedProduct(builder: CircuitBuilder, product: MatrixProduct): Int32Array | undefined {
  const { a, b, rows, columns, length } = product;
  const isConstant = (value: number): boolean => builder.isConstant(value);
  const aRow = (i: number): Int32Array => gather(a, product.row(i), length);
  const bColumn = (j: number): Int32Array => gather(b, product.column(j), length);
  if (b.every(isConstant)) return packedRows(builder, product, rows, columns, aRow, bColumn, (i, j) => i * columns + j);
  if (a.every(isConstant)) return packedRows(builder, product, columns, rows, bColumn, aRow, (j, i) => i * columns + j);
  return undefined;
}

/** y[outer][inner] = variable(outer)·constant(inner) + c. */
function packedRows(
  builder: CircuitBuilder,
  { columns, addend }: MatrixProduct,
  outer: number,
  inner: number,
  variable: (i: number) => Int32Array,
  constant: (i: number) => Int32Array,
  place: (outer: number, inner: number) => number,
): Int32Array | undefined {
  const zero = builder.real(0);
  const weights = Array.from({ length: inner }, (_, i) => constant(i));
  const inputs = Array.from({ length: outer }, (_, i) => variable(i));
  const all = concatenated(inputs);
  const biasesOf = (i: number): Int32Array =>
    Int32Array.from({ length: inner }, (_, j) => {
      const at = place(i, j);
      return addend === undefined ? zero : addend(Math.floor(at / columns), at % columns);
    });
  const result = new Int32Array(outer * inner);
  let biases: Int32Array | undefined;
  let linear: ReturnType<CircuitBuilder['packedLinear']>;
  for (const [i, x] of inputs.entries()) {
    const needed = biasesOf(i);
    if (biases === undefined || !needed.every((value, j) => value === biases?.[j])) {
      biases = needed;
      linear = builder.packedLinear(weights, biases, all);
    }
    if (linear === undefined) return undefined;
    for (const [j, y] of linear.apply(x).entries()) result[place(i, j)] = y;
  }
  return result;
}

function concatenated(arrays: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
