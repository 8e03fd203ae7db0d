import type { AffineMap } from '../affine/affine-expr.js';
import type { Attribute } from '../ir/attribute.js';
import type { Block } from '../ir/block.js';
import type { Location } from '../ir/location.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import { distinctNumbering, type Aliases } from './attribute-printer.js';
import type { PrintingOptions } from './printing-options.js';
import { attributeText } from './describe.js';
import { spellLocation } from './location-text.js';
import { printedAttributes, sortedEntries } from './sorted-attributes.js';

type Subject =
  | { readonly kind: 'attribute'; readonly attribute: Attribute }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'location'; readonly location: Location };

/** One thing that was seen; those with a `name` get an alias. */
interface Entry {
  readonly subject: Subject;
  readonly name: string | undefined;
  /** 0: holds nothing that has an alias; aliases are defined in order of depth. */
  depth: number;
  /** Its definition may stand after the module: nothing before it needs it. */
  deferrable: boolean;
  readonly children: Entry[];
}

/** An alias and what it stands for. */
export interface AliasDefinition {
  readonly subject: Subject;
  /** With its sigil: `#map1`. */
  readonly alias: string;
  readonly deferred: boolean;
}

/** The aliases of a module: definitions in the order in which they print, and the look-up for uses. */
export interface ModuleAliases extends Aliases {
  readonly definitions: readonly AliasDefinition[];
}

/**
 * Finds what gets an alias (affine maps, integer sets, distinct attributes, long tuples, locations if they are printed) by
 * going through the module as the printer will, writing nothing. MLIR numbers aliases in this order of first visit.
 */
export function collectAliases(root: Operation, options: PrintingOptions): ModuleAliases {
  const collector = new AliasCollector(options);
  collector.printOperation(root);
  return collector.finish();
}

const MAX_TUPLE_WITHOUT_ALIAS = 16;

class AliasCollector implements OpAsmPrinter {
  private readonly options: PrintingOptions;
  private readonly entries: Entry[] = [];
  private readonly byAttribute = new Map<Attribute, Entry>();
  private readonly byType = new Map<Type, Entry>();
  /** By text: locations are not uniqued. */
  private readonly byLocation = new Map<string, Entry>();
  /** By the id of a type or attribute, whether another visit would change nothing. */
  private readonly settled: boolean[] = [];

  constructor(options: PrintingOptions) {
    this.options = options;
  }

  finish(): ModuleAliases {
    const named = this.entries.filter((entry) => entry.name !== undefined);
    const isType = (entry: Entry): boolean => entry.subject.kind === 'type';
    named.sort((a, b) => {
      if (a.depth !== b.depth) return a.depth - b.depth;
      if (isType(a) !== isType(b)) return isType(a) ? -1 : 1;
      const [x, y] = [a.name ?? '', b.name ?? ''];
      return x < y ? -1 : x > y ? 1 : 0;
    });
    const counts = new Map<string, number>();
    const attributes = new Map<Attribute, string>();
    const types = new Map<Type, string>();
    const locations = new Map<string, string>();
    const definitions = named.map((entry): AliasDefinition => {
      const name = entry.name ?? '';
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      const { subject } = entry;
      const alias = `${subject.kind === 'type' ? '!' : '#'}${name}${count === 0 ? '' : count}`;
      if (subject.kind === 'attribute') attributes.set(subject.attribute, alias);
      else if (subject.kind === 'type') types.set(subject.type, alias);
      else locations.set(locationKey(subject.location), alias);
      return { subject, alias, deferred: entry.deferrable };
    });
    return {
      definitions,
      attribute: (attribute) =>
        attribute.kind === 'location' ? locations.get(locationKey(attribute.location)) : attributes.get(attribute),
      type: (type) => types.get(type),
      noteResource: () => {},
      distinctNumber: distinctNumbering(),
      location: (location) => (locations.size === 0 ? undefined : locations.get(locationKey(location))),
    };
  }

  printOperation(op: Operation): void {
    if (this.options.debugInfo === true) this.visitLocation(op.location, true);
    if (this.isSettled(op)) return;
    const assembly = op.definition?.assembly;
    if (this.options.generic !== true && assembly !== undefined) assembly.print(op, this);
    else this.printGenericOp(op);
  }

  private printGenericOp(op: Operation): void {
    for (const region of op.regions) this.printRegion(region);
    for (const operand of op.opOperands) this.visitType(operand.value.type);
    for (const result of op.results) this.visitType(result.type);
    for (const [, attribute] of printedAttributes(op, [])) this.visitAttribute(attribute, false);
  }

  /** Whether visiting all that `op` may show would change nothing: most operations show what others before them have shown. */
  private isSettled(op: Operation): boolean {
    if (op.regions.length > 0) return false;
    const { opOperands, results } = op;
    for (let index = 0; index < opOperands.length; index++) if (!this.isSettledType(opOperands[index].value.type)) return false;
    for (let index = 0; index < results.length; index++) if (!this.isSettledType(results[index].type)) return false;
    return (!op.hasProperties || this.areSettled(op.properties)) && (!op.hasAttributes || this.areSettled(op.attributes));
  }

  private areSettled(attributes: ReadonlyMap<string, Attribute>): boolean {
    let settled = true;
    attributes.forEach((attribute) => {
      settled &&= this.isSettledAttribute(attribute);
    });
    return settled;
  }

  private isSettledType(type: Type): boolean {
    if (this.settled[type.id] === true) return true;
    const known = this.byType.get(type);
    return known !== undefined && this.settle(type, known);
  }

  private isSettledAttribute(attribute: Attribute): boolean {
    if (this.settled[attribute.id] === true) return true;
    if (attribute.kind === 'location') return false;
    const known = this.byAttribute.get(attribute);
    if (known !== undefined) return this.settle(attribute, known);
    // Never visited if it is never shown (segment sizes, defaults): it must then have nothing to give.
    const isPlain = (attribute.kind === 'dense-array' || attribute.kind === 'dialect' || attribute.kind === 'integer' || attribute.kind === 'string' || attribute.kind === 'unit') &&
      (attribute.kind === 'unit' || isPlainType(attribute.kind === 'dense-array' ? attribute.elementType : attribute.type));
    if (isPlain) this.settled[attribute.id] = true;
    return isPlain;
  }

  private settle({ id }: { readonly id: number }, entry: Entry): boolean {
    if (entry.deferrable || entry.children.some((child) => child.deferrable)) return false;
    this.settled[id] = true;
    return true;
  }

  private visitType(type: Type): Entry {
    const known = this.byType.get(type);
    if (known !== undefined) return this.pin(known, false);
    const isLongTuple = type.kind === 'tuple' && type.types.length > MAX_TUPLE_WITHOUT_ALIAS;
    const entry = this.add({ kind: 'type', type }, isLongTuple ? 'tuple' : undefined, false);
    this.byType.set(type, entry);
    return this.withChildren(entry, () => typeParts(type).map((part) => (part.kind === 'type' ? this.visitType(part.type) : this.visitAttribute(part.attribute, false))));
  }

  private visitAttribute(attribute: Attribute, deferrable: boolean): Entry {
    if (attribute.kind === 'location') return this.visitLocation(attribute.location, deferrable);
    const known = this.byAttribute.get(attribute);
    if (known !== undefined) return this.pin(known, deferrable);
    const entry = this.add({ kind: 'attribute', attribute }, aliasName(attribute), deferrable);
    this.byAttribute.set(attribute, entry);
    return this.withChildren(entry, () => this.visitParts(attribute, deferrable));
  }

  private visitLocation(location: Location, deferrable: boolean): Entry {
    const key = locationKey(location);
    const known = this.byLocation.get(key);
    if (known !== undefined) return this.pin(known, deferrable);
    const entry = this.add({ kind: 'location', location }, 'loc', deferrable);
    this.byLocation.set(key, entry);
    return this.withChildren(entry, () => {
      switch (location.kind) {
        case 'name':
          return location.child === undefined ? [] : [this.visitLocation(location.child, deferrable)];
        case 'call-site':
          return [this.visitLocation(location.callee, deferrable), this.visitLocation(location.caller, deferrable)];
        case 'fused':
          return [
            ...(location.metadata === undefined ? [] : [this.visitAttribute(location.metadata, deferrable)]),
            ...location.locations.map((part) => this.visitLocation(part, deferrable)),
          ];
        case 'unknown':
        case 'source':
        case 'file':
          return [];
      }
    });
  }

  private visitParts(attribute: Attribute, deferrable: boolean): Entry[] {
    switch (attribute.kind) {
      case 'array':
        return attribute.elements.map((element) => this.visitAttribute(element, deferrable));
      case 'dictionary':
        return [...attribute.entries.values()].map((element) => this.visitAttribute(element, deferrable));
      case 'type':
      case 'integer':
      case 'float':
      case 'dense-elements':
      case 'dense-resource':
      case 'sparse-elements':
        return [this.visitType(attribute.type)];
      case 'string':
      case 'dialect':
        return attribute.type === undefined ? [] : [this.visitType(attribute.type)];
      case 'distinct':
        return [this.visitAttribute(attribute.attribute, deferrable)];
      case 'dense-array':
        return [this.visitType(attribute.elementType)];
      case 'unit':
      case 'symbol-ref':
      case 'affine-map-attr':
      case 'integer-set-attr':
      case 'strided-layout':
      case 'location':
        return [];
    }
  }

  private add(subject: Subject, name: string | undefined, deferrable: boolean): Entry {
    const entry: Entry = { subject, name, depth: name === undefined ? 0 : 1, deferrable, children: [] };
    this.entries.push(entry);
    return entry;
  }

  private withChildren(entry: Entry, visit: () => Entry[]): Entry {
    let deepest = 0;
    for (const child of visit()) {
      entry.children.push(child);
      deepest = Math.max(deepest, child.depth);
    }
    if (deepest > 0) entry.depth = deepest + 1;
    return entry;
  }

  /** Keeps `entry`, seen again, and what it needs among the definitions before the module, if this use demands that. */
  private pin(entry: Entry, deferrable: boolean): Entry {
    if (!deferrable && entry.deferrable) {
      entry.deferrable = false;
      for (const child of entry.children) this.pin(child, false);
    }
    return entry;
  }

  // OpAsmPrinter: what prints attributes, types or regions is followed, all else has no aliases.

  print(): void {}
  printNewline(): void {}
  increaseIndent(): void {}
  decreaseIndent(): void {}
  printOperand(): void {}
  printOperands(): void {}
  printSymbolName(): void {}
  printCustomOrGenericOp(op: Operation): void {
    this.printOperation(op);
  }
  printString(): void {}
  printAffineMapOfSsaIds(_map: AffineMap, _operands: readonly Value[]): void {}
  printSuccessor(_block: Block): void {}
  printOptionalLocation(): void {}

  printType(type: Type): void {
    this.visitType(type);
  }

  printTypes(types: readonly Type[]): void {
    for (const type of types) this.visitType(type);
  }

  printOptionalArrowTypeList(types: readonly Type[]): void {
    this.printTypes(types);
  }

  printFunctionalType(inputs: readonly Type[], results: readonly Type[]): void {
    this.printTypes(inputs);
    this.printTypes(results);
  }

  printAttribute(attribute: Attribute): void {
    this.visitAttribute(attribute, false);
  }

  printAttributeWithoutType(attribute: Attribute): void {
    this.visitAttribute(attribute, false);
  }

  printOptionalAttrDict(op: Operation, elided: readonly string[]): void {
    for (const [, attribute] of printedAttributes(op, elided)) this.visitAttribute(attribute, false);
  }

  printOptionalAttrDictWithKeyword(op: Operation, elided: readonly string[]): void {
    this.printOptionalAttrDict(op, elided);
  }

  printRegion(region: Region, options: { readonly printEntryArguments?: boolean; readonly printTerminator?: boolean } = {}): void {
    for (const [index, block] of region.blocks.entries()) {
      if (index > 0 || options.printEntryArguments !== false)
        for (const argument of block.arguments) {
          this.visitType(argument.type);
          if (this.options.debugInfo === true) this.visitLocation(argument.location, false);
        }
      const skipTerminator = index === 0 && options.printTerminator === false;
      for (let op = block.firstOperation; op !== undefined; op = op.next) {
        const isLast = op === block.lastOperation;
        if (skipTerminator && isLast && op.definition?.traits.has('Terminator') === true) continue;
        this.printOperation(op);
      }
    }
  }

  printRegionArgument(value: Value, attributes?: ReadonlyMap<string, Attribute>): void {
    this.visitType(value.type);
    if (this.options.debugInfo === true && value.kind === 'block-argument') this.visitLocation(value.location, false);
    for (const [, attribute] of sortedEntries(attributes ?? [])) this.visitAttribute(attribute, false);
  }
}

function aliasName(attribute: Attribute): string | undefined {
  switch (attribute.kind) {
    case 'affine-map-attr':
      return 'map';
    case 'integer-set-attr':
      return 'set';
    case 'distinct':
      return attribute.attribute.kind === 'unit' ? undefined : 'distinct';
    default:
      return undefined;
  }
}

/** Whether `type`, if there is one, has no parts and never an alias. */
function isPlainType(type: Type | undefined): boolean {
  return type === undefined || type.kind === 'integer' || type.kind === 'index' || type.kind === 'float' || type.kind === 'none';
}

type Part = { readonly kind: 'type'; readonly type: Type } | { readonly kind: 'attribute'; readonly attribute: Attribute };

/** The types and attributes that the text of `type` shows, in order. */
function typeParts(type: Type): Part[] {
  const ofType = (part: Type): Part => ({ kind: 'type', type: part });
  const ofAttribute = (attribute: Attribute | undefined): Part[] => (attribute === undefined ? [] : [{ kind: 'attribute', attribute }]);
  switch (type.kind) {
    case 'complex':
    case 'vector':
    case 'unranked-tensor':
      return [ofType(type.elementType)];
    case 'tensor':
      return [ofType(type.elementType), ...ofAttribute(type.encoding)];
    case 'memref':
      return [ofType(type.elementType), ...ofAttribute(type.layout), ...ofAttribute(type.memorySpace)];
    case 'unranked-memref':
      return [ofType(type.elementType), ...ofAttribute(type.memorySpace)];
    case 'function':
      return [...type.inputs.map(ofType), ...type.results.map(ofType)];
    case 'tuple':
      return type.types.map(ofType);
    case 'integer':
    case 'index':
    case 'float':
    case 'none':
    case 'dialect':
      return [];
  }
}

function locationKey(location: Location): string {
  return spellLocation(location, { nested: locationKey, attribute: attributeText });
}
