import type { Attribute } from '../ir/attribute.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { OpResult, Value } from '../ir/value.js';

/** How many values one name of a definition stands for: one, one or none, any number. */
export type GroupArity = '' | '?' | '*';

/** What the generated class of an operation says of it. */
export interface OpViewClass<T extends OpView> {
  new (op: Operation): T;
  /** With the dialect: `affine.for`. */
  readonly operationName: string;
}

/**
 * An operation seen through the names that its definition gives to operands, results, attributes and regions. A view holds
 * nothing of its own: what is set through it changes the operation.
 */
export abstract class OpView {
  /** The operation itself. */
  readonly op: Operation;

  /** Throws a TypeError if `op` is another operation than the class is for; `from` asks. */
  constructor(op: Operation) {
    const { operationName } = this.constructor as unknown as OpViewClass<OpView>;
    if (op.name !== operationName) throw new TypeError(`'${op.name}' is no '${operationName}'`);
    this.op = op;
  }

  /** The view of `op`, or undefined if it is another operation. */
  static from<T extends OpView>(this: OpViewClass<T>, op: Operation | undefined): T | undefined {
    return op?.name === this.operationName ? new this(op) : undefined;
  }

  /** The operands of group `index` of `arities`. */
  protected operandGroup(index: number, arities: readonly GroupArity[], isSegmented: boolean): Value[] {
    const [start, end] = groupSpan(this.op.numOperands, index, arities, isSegmented ? this.op.attribute('operandSegmentSizes') : undefined);
    return this.op.operands.slice(start, end);
  }

  /** Replaces operand `index` of an operation whose operands are all single. */
  protected setOperand(index: number, value: Value): void {
    this.op.setOperand(index, value);
  }

  /** The results of group `index` of `arities`. */
  protected resultGroup(index: number, arities: readonly GroupArity[]): OpResult[] {
    const [start, end] = groupSpan(this.op.results.length, index, arities, undefined);
    return this.op.results.slice(start, end);
  }

  /** The regions of group `index` of `arities`. */
  protected regionGroup(index: number, arities: readonly GroupArity[]): Region[] {
    const [start, end] = groupSpan(this.op.regions.length, index, arities, undefined);
    return this.op.regions.slice(start, end);
  }

  /** The only value of a group; throws a RangeError if the operation lacks it. */
  protected single<T>(group: readonly T[], name: string): T {
    const [value] = group;
    if (value === undefined) throw new RangeError(`'${this.op.name}' lacks its '${name}'`);
    return value;
  }

  /** Attribute `name`, which must be of `kind`; throws a TypeError if it is missing or of another kind. */
  protected required<K extends Attribute['kind']>(name: string, kind: K): Extract<Attribute, { kind: K }> {
    const value = this.optional(name, kind);
    if (value === undefined) throw new TypeError(`'${this.op.name}' lacks its attribute '${name}'`);
    return value;
  }

  /** Attribute `name`, which must be of `kind` if it is there; throws a TypeError if it is not. */
  protected optional<K extends Attribute['kind']>(name: string, kind: K): Extract<Attribute, { kind: K }> | undefined {
    const value = this.op.attribute(name);
    if (value !== undefined && value.kind !== kind) throw new TypeError(`attribute '${name}' of '${this.op.name}' is a ${value.kind}, not a ${kind}`);
    return value as Extract<Attribute, { kind: K }> | undefined;
  }

  /** Attribute `name` of any kind; throws a TypeError if it is missing. */
  protected requiredAny(name: string): Attribute {
    const value = this.op.attribute(name);
    if (value === undefined) throw new TypeError(`'${this.op.name}' lacks its attribute '${name}'`);
    return value;
  }

  /** Sets attribute `name`, or removes it. */
  protected assign(name: string, value: Attribute | undefined): void {
    if (value !== undefined) return this.op.setAttribute(name, value);
    this.op.properties.delete(name);
    this.op.attributes.delete(name);
  }
}

/** Where group `index` starts and ends; groups that are not single share what these leave, or `segments` holds all sizes. */
function groupSpan(count: number, index: number, arities: readonly GroupArity[], segments: Attribute | undefined): [start: number, end: number] {
  const variable = arities.filter((arity) => arity !== '').length;
  const shared = variable === 0 ? 0 : Math.floor((count - (arities.length - variable)) / variable);
  const written = denseArrayIntegers(segments);
  const sizes = arities.map((arity, group) => (segments === undefined ? (arity === '' ? 1 : shared) : Number(written[group] ?? 0n)));
  const start = sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
  return [start, start + (sizes[index] ?? 0)];
}
