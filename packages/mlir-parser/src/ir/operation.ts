import type { OpDefinition } from './op-definition.js';
import type { Attribute } from './attribute.js';
import type { Block } from './block.js';
import { unknownLocation, type Location } from './location.js';
import { NamedAttributes } from './named-attributes.js';
import type { Region } from './region.js';
import type { Type } from './type.js';
import { OpOperand, OpResult, type Value } from './value.js';

/** What `Operation.create` needs; everything but the name may be left out. */
export interface OperationState {
  readonly name: string;
  /** The registered definition; undefined for unregistered operations. */
  readonly definition?: OpDefinition | undefined;
  readonly operands?: readonly Value[];
  readonly resultTypes?: readonly Type[];
  /** Discardable attributes. A copy is kept. */
  readonly attributes?: Iterable<readonly [string, Attribute]>;
  /** Inherent attributes, printed as `<{…}>` in the generic form. */
  readonly properties?: Iterable<readonly [string, Attribute]>;
  readonly regions?: readonly Region[];
  readonly successors?: readonly Block[];
  readonly location?: Location;
}

// What most operations have none of is one shared list.
const noRegions: readonly Region[] = [];
const noResults: readonly OpResult[] = [];
const noOperands: readonly OpOperand[] = [];
const noSuccessors: readonly Block[] = [];

function nonEmpty(entries: Iterable<readonly [string, Attribute]> | undefined): NamedAttributes | undefined {
  if (entries === undefined || ((entries instanceof NamedAttributes || entries instanceof Map) && entries.size === 0)) return undefined;
  return new NamedAttributes(entries);
}

/** An MLIR operation: mutable, with use lists on the values it takes and makes. */
export class Operation {
  readonly name: string;
  readonly definition: OpDefinition | undefined;
  readonly results: readonly OpResult[];
  readonly regions: readonly Region[];
  successors: readonly Block[];
  location: Location;
  block: Block | undefined;
  /** @internal The neighbours in the block. */ previous: Operation | undefined;
  /** @internal */ next: Operation | undefined;
  /** @internal See `Block.renumber`. */ order: number | undefined;
  private operandList: readonly OpOperand[];
  // Most operations have attributes of one kind at most: the other is made when first needed.
  private discardable: NamedAttributes | undefined;
  private inherent: NamedAttributes | undefined;

  private constructor(state: OperationState) {
    const { operands, resultTypes, regions, successors } = state;
    this.name = state.name;
    this.definition = state.definition;
    this.operandList = operands === undefined ? noOperands : makeOperands(this, operands);
    this.results = resultTypes === undefined || resultTypes.length === 0 ? noResults : makeResults(this, resultTypes);
    this.discardable = nonEmpty(state.attributes);
    this.inherent = nonEmpty(state.properties);
    this.regions = regions === undefined || regions.length === 0 ? noRegions : regions.slice();
    for (const region of this.regions) region.parent = this;
    this.successors = successors === undefined || successors.length === 0 ? noSuccessors : successors.slice();
    this.location = state.location ?? unknownLocation;
  }

  /** Makes an operation in no block. `buildOperation` does it by the registered definition. */
  static create(state: OperationState): Operation {
    return new Operation(state);
  }

  /** Discardable attributes. */
  get attributes(): Map<string, Attribute> {
    return (this.discardable ??= new NamedAttributes());
  }

  /** Inherent attributes. */
  get properties(): Map<string, Attribute> {
    return (this.inherent ??= new NamedAttributes());
  }

  /** Replaces all inherent attributes. */
  setProperties(properties: Iterable<readonly [string, Attribute]>): void {
    this.inherent = nonEmpty(properties);
  }

  get hasAttributes(): boolean {
    return this.discardable !== undefined && this.discardable.size > 0;
  }

  get hasProperties(): boolean {
    return this.inherent !== undefined && this.inherent.size > 0;
  }

  /** `arith` of `arith.addf`; empty for names without a dot. */
  get dialect(): string {
    const dot = this.name.indexOf('.');
    return dot < 0 ? '' : this.name.slice(0, dot);
  }

  get numOperands(): number {
    return this.operandList.length;
  }

  get operands(): Value[] {
    return this.operandList.map((operand) => operand.value);
  }

  get opOperands(): readonly OpOperand[] {
    return this.operandList;
  }

  /** Operand `index`; throws a RangeError if there is none. */
  operand(index: number): Value {
    const operand = this.operandList[index];
    if (operand === undefined) throw new RangeError(`'${this.name}' has no operand ${index}`);
    return operand.value;
  }

  /** Makes `value` operand `index`; throws a RangeError if there is none. */
  setOperand(index: number, value: Value): void {
    const operand = this.operandList[index];
    if (operand === undefined) throw new RangeError(`'${this.name}' has no operand ${index}`);
    operand.value = value;
  }

  /** Replaces all operands. */
  setOperands(values: readonly Value[]): void {
    for (const operand of this.operandList) operand.drop();
    this.operandList = makeOperands(this, values);
  }

  /** Result `index`; throws a RangeError if there is none. */
  result(index: number): OpResult {
    const result = this.results[index];
    if (result === undefined) throw new RangeError(`'${this.name}' has no result ${index}`);
    return result;
  }

  /** Region `index`; throws a RangeError if there is none. */
  region(index: number): Region {
    const region = this.regions[index];
    if (region === undefined) throw new RangeError(`'${this.name}' has no region ${index}`);
    return region;
  }

  /** The inherent or discardable attribute `name`. */
  attribute(name: string): Attribute | undefined {
    return this.inherent?.get(name) ?? this.discardable?.get(name);
  }

  /** Sets attribute `name` where the definition keeps it: inherent attributes among the properties. */
  setAttribute(name: string, value: Attribute): void {
    if (this.definition?.inherentAttributes.has(name) === true) this.properties.set(name, value);
    else this.attributes.set(name, value);
  }

  get parentRegion(): Region | undefined {
    return this.block?.parent;
  }

  get parentOp(): Operation | undefined {
    return this.block?.parent?.parent;
  }

  /** Whether this operation comes before `other`, which must be in the same block. Amortised O(1). */
  isBeforeInBlock(other: Operation): boolean {
    if (this.block === undefined || this.block !== other.block)
      throw new Error(`'${this.name}' and '${other.name}' are not in one block`);
    if (this.order === undefined || other.order === undefined) this.block.renumber();
    return (this.order as number) < (other.order as number);
  }

  /** Whether `other` is this operation or inside one of its regions. */
  isAncestorOf(other: Operation): boolean {
    for (let op: Operation | undefined = other; op !== undefined; op = op.parentOp) if (op === this) return true;
    return false;
  }

  /** Visits this operation and all operations inside it, parents first. `skip` from the callback leaves out its regions. */
  walk(visit: (op: Operation) => void | 'skip'): void {
    if (visit(this) === 'skip') return;
    for (const region of this.regions)
      for (const block of region.blocks)
        for (let op = block.firstOperation; op !== undefined; ) {
          const { next } = op; // the visit may remove or replace the operation
          op.walk(visit);
          op = next;
        }
  }

  /** Detaches this operation from its block, keeping operands and uses. */
  remove(): void {
    this.block?.remove(this);
  }

  /** Moves this operation in front of `anchor`, also into another block. */
  moveBefore(anchor: Operation): void {
    const target = anchor.block;
    if (target === undefined) throw new Error(`'${anchor.name}' is in no block`);
    this.remove();
    target.insertBefore(this, anchor);
  }

  /** Deletes this operation and all inside it. Throws if a result still has uses outside. */
  erase(): void {
    for (const result of this.results)
      if (result.hasUses) throw new Error(`erased '${this.name}' while result ${result.index} is still used`);
    this.remove();
    this.dropAllReferences();
  }

  /** Drops all operands of this operation and of those inside it. */
  dropAllReferences(): void {
    for (const operand of this.operandList) operand.drop();
    this.operandList = noOperands;
    this.successors = noSuccessors;
    for (const region of this.regions)
      for (const block of region.blocks) for (const op of block.operations()) op.dropAllReferences();
  }
}

// Lists of exactly the length they need: growing ones would hold room for sixteen items more.

function makeOperands(owner: Operation, values: readonly Value[]): readonly OpOperand[] {
  if (values.length === 0) return noOperands;
  if (values.length === 1) return [new OpOperand(owner, 0, values[0])];
  if (values.length === 2) return [new OpOperand(owner, 0, values[0]), new OpOperand(owner, 1, values[1])];
  const operands = new Array<OpOperand>(values.length);
  for (let index = 0; index < operands.length; index++) operands[index] = new OpOperand(owner, index, values[index]);
  return operands;
}

function makeResults(owner: Operation, types: readonly Type[]): readonly OpResult[] {
  if (types.length === 1) return [new OpResult(owner, 0, types[0])];
  return types.map((type, index) => new OpResult(owner, index, type));
}
