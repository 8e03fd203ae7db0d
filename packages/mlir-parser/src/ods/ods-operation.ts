import type { Attribute } from '../ir/attribute.js';
import type { Block } from '../ir/block.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { OpResult, Value } from '../ir/value.js';
import { attributePredicates } from './attribute-predicate.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type {
  Arity, AttributeConstraintRecord, DialectTable, OpRecord, PredicateTree, TraitRecord, TypeConstraintRecord, ValueRecord,
} from './dialect-table.js';
import { compilePredicate, type Predicate, type Truth } from './predicate.js';
import { typePredicates } from './type-predicate.js';

/** A constraint on types, compiled when first asked; what it said of a type is remembered. */
export class OdsTypeConstraint {
  private predicate: Predicate<Type> | undefined;
  private readonly known = new WeakMap<Type, { readonly truth: Truth }>();

  constructor(readonly record: TypeConstraintRecord) {}

  /** Undefined if the constraint says something that nothing here can decide. */
  holds(type: Type): Truth {
    let known = this.known.get(type);
    if (known === undefined) {
      this.predicate ??= compilePredicate(this.record.predicate, typePredicates);
      known = { truth: this.predicate(type) };
      this.known.set(type, known);
    }
    return known.truth;
  }
}

export class OdsAttributeConstraint {
  private predicate: Predicate<Attribute> | undefined;

  constructor(
    readonly record: AttributeConstraintRecord,
    private readonly table: DialectTable,
  ) {}

  holds(attribute: Attribute): Truth {
    this.predicate ??= compilePredicate(this.record.predicate, attributePredicates(this.record, this.table));
    return this.predicate(attribute);
  }
}

/** An operand, a result, a region or a successor: one thing or a group of them. */
export interface OdsGroup {
  readonly name: string;
  readonly arity: Arity;
}
export interface OdsValue extends OdsGroup {
  readonly constraint: OdsTypeConstraint;
  /** For arity `**`: the attribute that holds the sizes of the inner groups. */
  readonly segments: string | undefined;
}
export interface OdsAttribute {
  readonly name: string;
  readonly constraint: OdsAttributeConstraint;
}
export interface OdsRegion extends OdsGroup {
  readonly blocks: '1' | '<=1' | 'any';
}

/** Compiled constraints of one table, shared by its operations. */
export class OdsConstraints {
  readonly types: readonly OdsTypeConstraint[];
  readonly attributes: readonly OdsAttributeConstraint[];

  constructor(table: DialectTable) {
    this.types = table.typeConstraints.map((record) => new OdsTypeConstraint(record));
    this.attributes = table.attributeConstraints.map((record) => new OdsAttributeConstraint(record, table));
  }
}

/** One operation of a table, with its constraints in place of their indices. */
export class OdsOperation {
  readonly name: string;
  readonly operands: readonly OdsValue[];
  readonly results: readonly OdsValue[];
  readonly attributes: readonly OdsAttribute[];
  readonly regions: readonly OdsRegion[];
  readonly successors: readonly OdsGroup[];
  readonly traits: ReadonlySet<string>;
  /** Whether each operand is a group of its own. */
  readonly operandsAreSingle: boolean;

  constructor(
    readonly record: OpRecord,
    readonly table: DialectTable,
    constraints: OdsConstraints,
  ) {
    const value = ([name, constraint, arity, segments]: ValueRecord): OdsValue => ({
      name, arity: arity ?? '', segments, constraint: indexed(constraints.types, constraint),
    });
    this.name = `${table.dialect}.${record.name}`;
    this.operands = (record.operands ?? []).map(value);
    this.operandsAreSingle = this.operands.every(({ arity }) => arity === '');
    this.results = (record.results ?? []).map(value);
    this.attributes = (record.attributes ?? []).map(([name, constraint]) => ({ name, constraint: indexed(constraints.attributes, constraint) }));
    this.regions = (record.regions ?? []).map(([name, blocks, arity]) => ({ name, blocks, arity: arity ?? '' }));
    this.successors = (record.successors ?? []).map(([name, arity]) => ({ name, arity: arity ?? '' }));
    this.traits = new Set((record.traits ?? []).map((trait) => (typeof trait === 'string' ? trait : trait[0])));
  }

  /** The arguments of the traits called `name`. */
  traitArguments(name: string): (readonly PredicateTree[])[] {
    return (this.record.traits ?? [])
      .filter((trait: TraitRecord): trait is readonly [string, ...PredicateTree[]] => typeof trait !== 'string' && trait[0] === name)
      .map((trait) => trait.slice(1));
  }

  /** The name of the operation that ends blocks that lack a terminator. */
  get implicitTerminator(): string | undefined {
    const name = this.traitArguments('SingleBlockImplicitTerminator')[0]?.[0];
    return typeof name === 'string' ? name : undefined;
  }

  operandGroups(op: Operation): Value[][] {
    if (this.operandsAreSingle) return op.opOperands.map((operand) => [operand.value]);
    return grouped(this.operands, op.operands, this.segmentSizes(op, 'AttrSizedOperandSegments', 'operandSegmentSizes'));
  }

  resultGroups(op: Operation): OpResult[][] {
    return grouped(this.results, op.results, this.segmentSizes(op, 'AttrSizedResultSegments', 'resultSegmentSizes'));
  }

  regionGroups(op: Operation): Region[][] {
    return grouped(this.regions, op.regions, undefined);
  }

  successorGroups(op: Operation): Block[][] {
    return grouped(this.successors, op.successors, undefined);
  }

  private segmentSizes(op: Operation, trait: string, attribute: string): number[] | undefined {
    return this.traits.has(trait) ? denseArrayIntegers(op.attribute(attribute)).map(Number) : undefined;
  }
}

function indexed<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no constraint ${index} in the operation table`);
  return item;
}

/**
 * Splits `items` into the groups of `specs`. Without segment sizes the groups of variable length share what the others leave:
 * there is one such group, or all have one size.
 */
function grouped<T>(specs: readonly OdsGroup[], items: readonly T[], sizes: readonly number[] | undefined): T[][] {
  const variable = specs.filter((spec) => spec.arity !== '').length;
  const shared = variable === 0 ? 0 : Math.max(0, Math.floor((items.length - (specs.length - variable)) / variable));
  let at = 0;
  return specs.map((spec, index) => {
    const size = sizes?.[index] ?? (spec.arity === '' ? 1 : shared);
    at += size;
    return items.slice(at - size, at);
  });
}
