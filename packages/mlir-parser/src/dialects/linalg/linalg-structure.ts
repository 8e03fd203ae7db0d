import { linalgStructures } from '../generated/linalg-structures.js';

/** A number is a block argument, `v0` the result of step 0. */
export type BodyValue = number | string;
/** A number is the type of a block argument; else the type's text. */
export type BodyType = number | string;

/** One operation in the body of a named operation. A function is a case of linalg's enums, or `attribute=default`. */
export type BodyStep =
  | readonly ['constant', string]
  | readonly ['index', number]
  | readonly ['unary', string, BodyValue]
  | readonly ['binary', string, BodyValue, BodyValue]
  | readonly ['ternary', string, BodyValue, BodyValue, BodyValue]
  | readonly ['type', string, BodyType, BodyValue];

/** `d0`, `s1`, or a sum or product. */
export type MapExpression = string | readonly ['+' | '*', MapExpression, MapExpression];

/**
 * One map for each operand: the identity (or nothing, for scalars), or maps over `dims` dimensions with these results, where
 * constants replace symbols: `[2, 'strides', 0]` says that s2 is `strides[0]`.
 */
export type IndexingMaps =
  | 'elementwise'
  | {
      readonly dims: number;
      readonly results: readonly (readonly MapExpression[])[];
      readonly constants: readonly (readonly [number, string, number])[];
    };

/** What ODS does not say about a named operation of linalg. */
export interface LinalgStructure {
  /** Without the dialect. */
  readonly name: string;
  readonly maps: IndexingMaps;
  readonly body: readonly BodyStep[];
  readonly yields: readonly BodyValue[];
}

let structures: ReadonlyMap<string, LinalgStructure> | undefined;

/** By the name of the operation, without the dialect. */
export function linalgStructureOf(name: string): LinalgStructure | undefined {
  structures ??= new Map((JSON.parse(linalgStructures) as LinalgStructure[]).map((structure) => [structure.name, structure]));
  return structures.get(name);
}
