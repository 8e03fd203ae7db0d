import { dynamicDimension, type AffineExpr, type AffineMap, type MemRefType } from '@mlir2zk/mlir-parser';

/** Where the elements of a memref type lie, as far as the type says: undefined stands for what only the run knows. */
export interface MemRefLayout {
  readonly sizes: readonly (number | undefined)[];
  /** In elements, one per dimension. */
  readonly strides: readonly (number | undefined)[];
  /** In elements. */
  readonly offset: number | undefined;
}

/** The strided layout of `type`; undefined where it has none, as with a map that is not linear. */
export function memrefLayout(type: MemRefType): MemRefLayout | undefined {
  const sizes = type.shape.map((size) => (size === dynamicDimension ? undefined : size));
  const { layout } = type;
  if (layout === undefined) return { sizes, strides: rowMajorStrides(sizes), offset: 0 };
  if (layout.kind === 'strided-layout')
    return { sizes, strides: layout.strides.map(known), offset: known(layout.offset) };
  if (layout.kind !== 'affine-map-attr') return undefined;
  const linear = layout.map.results.length === 1 ? linearLayout(layout.map) : identityLayout(layout.map, sizes);
  return linear === undefined ? undefined : { sizes, ...linear };
}

/** Whether elements lie row-major without gaps from the aligned pointer on, whatever the sizes. */
export function isIdentityLayout({ sizes, strides, offset }: MemRefLayout): boolean {
  const dense = rowMajorStrides(sizes);
  return offset === 0 && strides.every((stride, dimension) => stride === dense[dimension]);
}

/** Strides of a dense row-major array; undefined from the first unknown size outwards. */
export function rowMajorStrides(sizes: readonly (number | undefined)[]): (number | undefined)[] {
  const strides = new Array<number | undefined>(sizes.length);
  let stride: number | undefined = 1;
  for (let dimension = sizes.length - 1; dimension >= 0; dimension--) {
    strides[dimension] = stride;
    const size = sizes[dimension];
    stride = stride === undefined || size === undefined ? undefined : stride * size;
  }
  return strides;
}

function known(value: bigint | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

type Linear = Pick<MemRefLayout, 'strides' | 'offset'>;

/** `(d0, d1) -> (d0, d1)` spells the default layout out. */
function identityLayout(map: AffineMap, sizes: readonly (number | undefined)[]): Linear | undefined {
  const identity = map.results.length === sizes.length && map.results.every((expr, i) => expr.kind === 'dim' && expr.position === i);
  return identity ? { strides: rowMajorStrides(sizes), offset: 0 } : undefined;
}

/** The factors of the dims in a map of one linear result. A symbol, alone or as a factor, is known at run time only. */
function linearLayout(map: AffineMap): Linear | undefined {
  const strides = new Array<number | undefined>(map.numDims).fill(0);
  let offset: number | undefined = 0;
  const add = (expr: AffineExpr, factor: number | undefined): boolean => {
    switch (expr.kind) {
      case 'constant':
        offset = sum(offset, product(factor, Number(expr.value)));
        return true;
      case 'symbol':
        offset = undefined;
        return true;
      case 'dim':
        strides[expr.position] = sum(strides[expr.position], factor);
        return true;
      case 'add':
        return add(expr.lhs, factor) && add(expr.rhs, factor);
      case 'mul': {
        if (expr.rhs.kind === 'constant') return add(expr.lhs, product(factor, Number(expr.rhs.value)));
        return expr.rhs.kind === 'symbol' && add(expr.lhs, undefined);
      }
      case 'mod':
      case 'floordiv':
      case 'ceildiv':
        return false;
    }
  };
  return map.results.every((expr) => add(expr, 1)) ? { strides, offset } : undefined;
}

const sum = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a + b;
const product = (a: number | undefined, b: number): number | undefined => (a === undefined ? undefined : a * b);
