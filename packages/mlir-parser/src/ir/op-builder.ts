import type { Attribute } from './attribute.js';
import type { Block } from './block.js';
import type { Context } from './context.js';
import { denseIntegerArray } from './dense-array.js';
import { unknownLocation, type Location } from './location.js';
import type { OpDefinition } from './op-definition.js';
import { Operation } from './operation.js';
import type { Region } from './region.js';
import type { Type } from './type.js';
import type { Value } from './value.js';

/** The parts of an operation to be made; everything may be left out. */
export interface OperationParts {
  readonly operands?: readonly Value[];
  /** Instead of `operands`, for operations with `operandSegmentSizes`, which is set from this. */
  readonly operandGroups?: readonly (readonly Value[])[];
  readonly resultTypes?: readonly Type[];
  /** Inherent and discardable alike. */
  readonly attributes?: Iterable<readonly [string, Attribute]> | Readonly<Record<string, Attribute>>;
  readonly regions?: readonly Region[];
  readonly successors?: readonly Block[];
  readonly location?: Location;
}

/**
 * Makes operation `name`, in no block yet: attributes that the registered definition knows become properties, and properties
 * with default values are filled in.
 */
export function buildOperation(context: Context, name: string, parts: OperationParts = {}): Operation {
  return buildDefinedOperation(context, name, context.operation(name), parts);
}

/** `buildOperation` for a definition that has been looked up already. */
export function buildDefinedOperation(
  context: Context, name: string, definition: OpDefinition | undefined, parts: OperationParts,
): Operation {
  const { operandGroups, attributes = [] } = parts;
  const operands = operandGroups === undefined ? parts.operands : operandGroups.flat();
  const entries: Iterable<readonly [string, Attribute]> = Symbol.iterator in attributes ? attributes : Object.entries(attributes);
  const discardable: (readonly [string, Attribute])[] = [];
  const properties = new Map<string, Attribute>();
  for (const entry of entries)
    if (definition?.inherentAttributes.has(entry[0]) === true) properties.set(entry[0], entry[1]);
    else discardable.push(entry);
  if (operandGroups !== undefined)
    properties.set('operandSegmentSizes', denseIntegerArray(context, 32, operandGroups.map((group) => group.length)));
  for (const [key, value] of definition?.defaultProperties?.(context) ?? [])
    if (!properties.has(key)) properties.set(key, value);
  const { resultTypes = [], regions = [], successors = [], location = unknownLocation } = parts;
  return Operation.create({
    name, definition, operands: operands ?? [], resultTypes, attributes: discardable, properties, regions, successors, location,
  });
}

/** Makes operations at an insertion point, which stays behind the last one made. */
export class OpBuilder {
  readonly context: Context;
  /** Given to operations made without a location. */
  location: Location = unknownLocation;
  private block: Block | undefined;
  private before: Operation | undefined;

  constructor(context: Context) {
    this.context = context;
  }

  static atEnd(context: Context, block: Block): OpBuilder {
    const builder = new OpBuilder(context);
    builder.setInsertionPointToEnd(block);
    return builder;
  }

  static before(context: Context, op: Operation): OpBuilder {
    const builder = new OpBuilder(context);
    builder.setInsertionPoint(op);
    return builder;
  }

  get insertionBlock(): Block | undefined {
    return this.block;
  }

  /** Inserts before `op`, which must be in a block. */
  setInsertionPoint(op: Operation): void {
    if (op.block === undefined) throw new Error(`'${op.name}' is in no block`);
    this.block = op.block;
    this.before = op;
  }

  setInsertionPointAfter(op: Operation): void {
    if (op.block === undefined) throw new Error(`'${op.name}' is in no block`);
    this.block = op.block;
    this.before = op.next;
  }

  setInsertionPointToStart(block: Block): void {
    this.block = block;
    this.before = block.firstOperation;
  }

  setInsertionPointToEnd(block: Block): void {
    this.block = block;
    this.before = undefined;
  }

  /** Makes operation `name` and inserts it. */
  create(name: string, parts: OperationParts = {}): Operation {
    return this.insert(buildOperation(this.context, name, { location: this.location, ...parts }));
  }

  /** Inserts the detached `op`. */
  insert(op: Operation): Operation {
    if (this.block === undefined) throw new Error('the builder has no insertion point');
    this.block.insertBefore(op, this.before);
    return op;
  }
}
