/**
 * A type in an intrinsic's signature: a fixed type by its text, or `$n`, the n-th type that a use of the intrinsic
 * chooses. The name of a use ends in its chosen types, `.` before each. Of a chosen type there are also its lanes
 * (`$n.element`), as many truth values as it has lanes (`$n.flag`), and the struct of it and those (`$n.overflow`).
 */
export type SignatureType =
  | 'void'
  | 'ptr'
  | 'i1'
  | 'i8'
  | 'i32'
  | 'i64'
  | 'float'
  | 'metadata'
  | `$${number}`
  | `$${number}.${'element' | 'flag' | 'overflow'}`;

/** What a choosable type of a signature may be. */
export type OverloadClass = 'any' | 'vector' | 'integer' | 'pointer';

/** The signature of an intrinsic. */
export interface IntrinsicSignature {
  /** Name without the suffix of chosen types. */
  readonly name: string;
  readonly result: SignatureType;
  readonly parameters: readonly SignatureType[];
  /** One entry per choosable type, in the order in which the name lists them. */
  readonly overloads: readonly OverloadClass[];
}

/**
 * The intrinsic of a table that LLVM takes `name` for: the longest base name that is `name` itself or, for an intrinsic
 * with choosable types, is followed by a dot in it.
 */
export function intrinsicIn<T extends IntrinsicSignature>(
  table: ReadonlyMap<string, T>,
  name: string,
): T | undefined {
  let base = name;
  for (;;) {
    const found = table.get(base);
    if (found !== undefined) return base === name || found.overloads.length > 0 ? found : undefined;
    const dot = base.lastIndexOf('.');
    if (dot < 0) return undefined;
    base = base.slice(0, dot);
  }
}
