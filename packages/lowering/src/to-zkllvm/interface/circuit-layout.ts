import { encodeReal, type FixedPointFormat } from '@mlir2zk/zk-intrinsics';
import type { InputRanges, RealRange } from './input-ranges.js';
import type { ModelArray, ModelInterface } from './model-interface.js';

/**
 * How elements are field elements. `fixed`: the real r is round(r·2^scale). `integer`: itself. Negative numbers −n are p − n,
 * p being the modulus of the field. Both must lie in [lower, upper], bounds on the integer that stands for the element.
 */
export type ElementEncoding =
  | { readonly kind: 'fixed'; readonly scale: number; readonly lower: bigint; readonly upper: bigint }
  | { readonly kind: 'integer'; readonly lower: bigint; readonly upper: bigint };

/** One array of the model as the circuit sees it. */
export interface ArrayLayout {
  readonly name: string;
  readonly shape: readonly number[];
  /** Elements, row-major. */
  readonly count: number;
  /** MLIR's spelling of the element type. */
  readonly type: string;
  readonly encoding: ElementEncoding;
  /** A public array is given to the verifier; a private one stays with the prover. */
  readonly visibility: 'public' | 'private';
  /** Position among the arguments of the `circuit` function; undefined for empty arrays, which have none. */
  readonly argument: number | undefined;
}

/**
 * Arguments of the `circuit` function: the inputs in the order of the model, then one claimed array for each output,
 * always public. Each is a `ptr byval([count x field])`.
 */
export interface CircuitLayout {
  readonly inputs: readonly ArrayLayout[];
  readonly outputs: readonly ArrayLayout[];
}

/** The layout of `model`; `isPrivate` says of an input by its name whether it is private, `ranges` within which bounds it lies. */
export function circuitLayout(
  model: ModelInterface,
  format: FixedPointFormat,
  isPrivate: (name: string) => boolean,
  ranges: InputRanges = new Map(),
): CircuitLayout {
  let next = 0;
  const place = (array: ModelArray, visibility: ArrayLayout['visibility'], range?: RealRange): ArrayLayout => {
    const { name, shape, type } = array;
    const count = shape.reduce((product, size) => product * size, 1);
    const argument = count === 0 ? undefined : next++;
    return { name, shape, count, type, encoding: elementEncoding(array, format, range), visibility, argument };
  };
  return {
    inputs: model.inputs.map((array) => place(array, isPrivate(array.name) ? 'private' : 'public', ranges.get(array.name))),
    outputs: model.outputs.map((array) => place(array, 'public')),
  };
}

function elementEncoding({ scalar }: ModelArray, format: FixedPointFormat, range?: RealRange): ElementEncoding {
  switch (scalar.kind) {
    case 'real': {
      const magnitude = 1n << BigInt(format.integerBits + format.fractionBits - 1);
      const scale = format.fractionBits;
      const [lower, upper] = [-magnitude, magnitude - 1n];
      if (range === undefined) return { kind: 'fixed', scale, lower, upper };
      const [min, max] = [encodeReal(range.min, scale), encodeReal(range.max, scale)];
      return { kind: 'fixed', scale, lower: min > lower ? min : lower, upper: max < upper ? max : upper };
    }
    case 'index':
      return { kind: 'integer', lower: -(1n << 63n), upper: (1n << 63n) - 1n };
    case 'integer': {
      const { width, unsigned } = scalar;
      if (unsigned || width === 1) return { kind: 'integer', lower: 0n, upper: (1n << BigInt(width)) - 1n };
      const magnitude = 1n << BigInt(width - 1);
      return { kind: 'integer', lower: -magnitude, upper: magnitude - 1n };
    }
  }
}
