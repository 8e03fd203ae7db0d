import type { Type, Value } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder } from '../circuit/circuit-builder.js';
import type { FixedPointFormat } from '../fixed-point/fixed-point-format.js';
import type { StructuredStatement } from '../structured/structured-statement.js';
import type { Term } from '../structured/term.js';
import type { AttributeSpecs, AttributesOf, AttributeValue } from './attribute-kind.js';

/** An operand that is read (`ins`) or an array that is written (`outs`). */
export interface ArraySpec {
  readonly name: string;
  readonly summary: string;
  /** An optional operand may be missing; only the last ones can be. */
  readonly optional?: boolean;
}

/** Shape and element type of one array. */
export interface ArrayType {
  readonly shape: readonly number[];
  readonly elementType: Type;
}

/** One use of an intrinsic: everything that is known without its data. */
export interface Instance<A = Readonly<Record<string, AttributeValue>>> {
  readonly inputs: readonly ArrayType[];
  readonly outputs: readonly ArrayType[];
  readonly attributes: A;
}

/** An array of fixed-point numbers: element i stands for values[i]·2^(−scale). Row-major. */
export interface FixedPointArray {
  readonly values: BigInt64Array;
  readonly scale: number;
}

/**
 * Rows of the assigner's table (of 15 witness columns) that one call takes, in the format 16.16, for inputs of which nothing is
 * known but that they fit it.
 */
export interface RowCosts<A> {
  /** On the zkLLVM assigner as it is: what the expansion costs, with its outputs rounded to the format. */
  stock(instance: Instance<A>): number;
  /** In an assigner that has the intrinsic as a component of its own: a lower bound on 15 witness columns. */
  native(instance: Instance<A>): number;
}

/** A function that zkLLVM declares for a whole layer and that computes this instance. */
export interface BuiltinCall {
  readonly name: `llvm.assigner.zkml.${'convolution' | 'pooling' | 'ReLU' | 'batch.norm'}`;
}

/**
 * What `recognise` found. An input is an array that exists, or a term over the dimensions of the
 * statement: the latter is raised by itself first, into a new array of the output's shape.
 */
export type Recognition<A = Readonly<Record<string, AttributeValue>>> =
  | { readonly kind: 'match'; readonly attributes: A; readonly inputs: readonly (Value | Term)[] }
  | Miss;

/** Why a statement is not this intrinsic: the first condition that fails, as a sentence without a full stop. */
export interface Miss {
  readonly kind: 'miss';
  readonly reason: string;
  /** How far the match came: 0 for another kind of statement; the closest class has the most. */
  readonly progress: number;
}

export function miss(progress: number, reason: string): Miss {
  return { kind: 'miss', reason, progress };
}

/**
 * A zk intrinsic. `zkml.NAME` is its operation in MLIR: arrays in, arrays out, no other effect.
 * Everything that the project knows of an intrinsic is here; dialect, documentation, raising and
 * lowering go through these records and name no intrinsic.
 */
export interface Intrinsic<A = Readonly<Record<string, AttributeValue>>> {
  /** `max_pool` of `zkml.max_pool` and `@zkml.max_pool.…`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** What the circuit proves, as LaTeX in which operands and attributes go by their names. */
  readonly formal: string;
  readonly operands: readonly ArraySpec[];
  readonly attributes: AttributeSpecs;
  readonly results: readonly ArraySpec[];
  /** What is wrong with an instance, one sentence each; empty for a valid one. Operand counts are checked already. */
  verify(instance: Instance<A>): string[];
  /**
   * Whether `statement`, for all data, computes this intrinsic, and with which parameters: over the reals, NaN and infinities
   * excluded. A match that is wrong for some data makes wrong circuits: where in doubt, it is a miss.
   */
  recognise(statement: StructuredStatement): Recognition<A>;
  /**
   * Bit-exact reference: the outputs with the fraction bits of `format`, rounded once as
   * floor((v + 2^(s−1)) / 2^s). Inputs may have scales of their own.
   */
  evaluate(inputs: readonly FixedPointArray[], instance: Instance<A>, format: FixedPointFormat): FixedPointArray[];
  /**
   * Emits the circuit: for values of the builder, the values of the outputs, which `evaluate` must agree with bit for bit once
   * they are rounded to the format. Inputs and outputs are row-major; outputs keep whatever scale they come out with. Throws a
   * NumericError, told at the operation in the model, for an instance that cannot become a circuit.
   */
  expand(builder: CircuitBuilder, inputs: readonly Int32Array[], instance: Instance<A>): Int32Array[];
  /** Whether, for constant weights, the expansion may know of its results which are ≥ 0 (see `CircuitCore.signs`). */
  readonly yieldsSigns?: boolean;
  /** Whether the expansion gets cheaper where the signs of its inputs are known. */
  readonly usesSigns?: boolean;
  readonly rows: RowCosts<A>;
  /** The rest of `@zkml.NAME.REST`: equal for equal instances, different for different ones; letters, digits, `_`, `.` and `-`. */
  suffix(instance: Instance<A>): string;
  /** zkLLVM's own function for this instance, if there is one. */
  builtin?(instance: Instance<A>): BuiltinCall | undefined;
}

/**
 * Declares an intrinsic. The types of its attributes follow from their specifications. What is returned is the same record,
 * with the attribute types forgotten, so that a list can hold it. Throws an Error for a name that is not in snake_case, for
 * an intrinsic without results, and for an operand behind an optional one that is not optional too.
 */
export function defineIntrinsic<const S extends AttributeSpecs>(
  definition: Omit<Intrinsic<AttributesOf<S>>, 'attributes'> & { readonly attributes: S },
): Intrinsic {
  const { name, operands, results } = definition;
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) throw new Error(`'${name}' is no name for an intrinsic: use snake_case`);
  if (results.length === 0) throw new Error(`intrinsic '${name}' has no results`);
  const firstOptional = operands.findIndex(({ optional }) => optional === true);
  const misplaced = firstOptional < 0 ? undefined : operands.slice(firstOptional).find(({ optional }) => optional !== true);
  if (misplaced !== undefined) throw new Error(`operand '${misplaced.name}' of intrinsic '${name}' comes behind an optional one`);
  // An instance reaches a record only with attributes that were made by its own specifications
  // (see `instanceOf` in dialect/zkml-operation.ts), so forgetting their types here is safe.
  return definition;
}
