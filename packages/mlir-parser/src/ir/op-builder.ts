import type { Attribute } from './attribute.js';
import type { Block } from './block.js';
import type { Context } from './context.js';
import { denseIntegerArray } from './dense-array.js';
import { unknownLocation, type Location } from './location.js';
import { NamedAttributes } from './named-attributes.js';
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
  const { operandGroups } = parts;
  const op = Operation.create({
    name,
    definition,
    operands: operandGroups === undefined ? (parts.operands ?? []) : operandGroups.flat(),
    resultTypes: parts.resultTypes ?? [],
    regions: parts.regions ?? [],
    successors: parts.successors ?? [],
    location: parts.location ?? unknownLocation,
  });
  if (parts.attributes !== undefined) setAttributes(op, parts.attributes);
  if (operandGroups !== undefined)
    op.properties.set('operandSegmentSizes', denseIntegerArray(context, 32, operandGroups.map((group) => group.length)));
  const defaults = definition?.defaultProperties?.(context);
  if (defaults !== undefined)
    for (let index = 0; index < defaults.length; index++) {
      const [key, value] = defaults[index];
      if (!op.properties.has(key)) op.properties.set(key, value);
    }
  return op;
}

function setAttributes(op: Operation, attributes: NonNullable<OperationParts['attributes']>): void {
  if (attributes instanceof NamedAttributes) setNamedAttributes(op, attributes);
  else if (attributes instanceof Map) (attributes as Map<string, Attribute>).forEach((value, key) => op.setAttribute(key, value));
  else if (Symbol.iterator in attributes) for (const [key, value] of attributes) op.setAttribute(key, value);
  else for (const [key, value] of Object.entries(attributes)) op.setAttribute(key, value);
}

/** Mostly all attributes are inherent: then the operation takes the list as it is. */
function setNamedAttributes(op: Operation, attributes: NamedAttributes): void {
  if (attributes.size === 0) return;
  const inherent = op.definition?.inherentAttributes;
  const list = attributes.entryList;
  if (inherent === undefined || list === undefined) return attributes.forEach((value, key) => op.setAttribute(key, value));
  for (let at = 0; at < list.length; at += 2)
    if (!inherent.has(list[at] as string)) return attributes.forEach((value, key) => op.setAttribute(key, value));
  op.setProperties(attributes);
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

  /** A builder that appends to `block`. */
  static atEnd(context: Context, block: Block): OpBuilder {
    const builder = new OpBuilder(context);
    builder.setInsertionPointToEnd(block);
    return builder;
  }

  /** A builder that inserts before `op`. */
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

  /** Inserts behind `op`, which must be in a block. */
  setInsertionPointAfter(op: Operation): void {
    if (op.block === undefined) throw new Error(`'${op.name}' is in no block`);
    this.block = op.block;
    this.before = op.next;
  }

  /** Inserts at the beginning of `block`. */
  setInsertionPointToStart(block: Block): void {
    this.block = block;
    this.before = block.firstOperation;
  }

  /** Appends to `block`. */
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
