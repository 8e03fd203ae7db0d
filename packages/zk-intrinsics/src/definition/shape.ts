/** Number of elements of an array of `shape`. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Row-major strides of `shape`: element (i₀, i₁, …) stands at Σ iⱼ·strides[j]. */
export function rowMajorStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis];
  }
  return strides;
}

export function equalShapes(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** `1x3x28`; the empty string for rank 0. */
export function shapeText(shape: readonly number[]): string {
  return shape.join('x');
}

/**
 * NumPy's broadcast of several shapes: aligned at the end, sizes equal or 1. Undefined if they do not fit.
 */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): number[] | undefined {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const shape of shapes)
    for (const [axis, size] of shape.entries()) {
      const at = rank - shape.length + axis;
      if (size === 1 || size === result[at]) continue;
      if (result[at] !== 1) return undefined;
      result[at] = size;
    }
  return result;
}

/**
 * For each element of an array of `shape`, row by row, the offset of the element that it takes from
 * an array of shape `from`, which is broadcast to it.
 */
export function broadcastOffsets(from: readonly number[], shape: readonly number[]): Int32Array {
  const strides = rowMajorStrides(from);
  const skipped = shape.length - from.length;
  const offsets = new Int32Array(elementCount(shape));
  const index = new Array<number>(shape.length).fill(0);
  for (let at = 0; at < offsets.length; at++) {
    let offset = 0;
    for (const [axis, size] of from.entries())
      if (size !== 1) offset += (index[skipped + axis]) * strides[axis];
    offsets[at] = offset;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const next = (index[axis]) + 1;
      index[axis] = next < (shape[axis]) ? next : 0;
      if (index[axis] !== 0) break;
    }
  }
  return offsets;
}
