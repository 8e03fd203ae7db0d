import { affineMapText, integerSetText } from '../affine/affine-text.js';
import type { Attribute, DenseArrayAttr, DenseElementsAttr, ResourceEntry } from '../ir/attribute.js';
import { elementByteSize, readBits, readInteger } from '../ir/element-storage.js';
import type { Location } from '../ir/location.js';
import type { Type } from '../ir/type.js';
import { writeHex } from './hex-text.js';
import { spellFloat } from './float-text.js';
import { spellLocation } from './location-text.js';
import { Output, StringSink } from './output.js';
import type { PrintingOptions } from './printing-options.js';
import { isBareIdentifier, quoted, spellSymbolName } from './string-text.js';
import { spellDialectSymbol, spellResults, spellType, type TypeSpelling } from './type-text.js';

/** Whether an attribute's type is printed: always, not where readers assume it (i64, f64), or not at all. */
export type TypeElision = 'never' | 'may' | 'must';

/** The aliases of one printed module: `#map1`, `!t`, by what they stand for. */
export interface Aliases {
  attribute(attribute: Attribute): string | undefined;
  type(type: Type): string | undefined;
  location(location: Location): string | undefined;
  /** Told of each resource that prints. */
  noteResource(entry: ResourceEntry): void;
  /** `distinct[n]` numbers attributes in the order in which they first print. */
  distinctNumber(attribute: Attribute): number;
}

/** Numbers for distinct attributes, from 0 in order of the calls. */
export function distinctNumbering(): (attribute: Attribute) => number {
  const numbers = new Map<Attribute, number>();
  return (attribute) => {
    let number = numbers.get(attribute);
    if (number === undefined) numbers.set(attribute, (number = numbers.size));
    return number;
  };
}

/** Everything is spelled in place. */
export function noAliases(): Aliases {
  return { attribute: () => undefined, type: () => undefined, location: () => undefined, noteResource: () => {}, distinctNumber: distinctNumbering() };
}

const DEFAULT_HEX_LIMIT = 100;

/** Stands for a constant that is left out. */
const ELIDED = 'dense_resource<__elided__>';

/** Prints attributes, types and locations in MLIR's spelling. */
export class AttributePrinter implements TypeSpelling {
  readonly out: Output;
  protected readonly options: PrintingOptions;
  private readonly aliases: Aliases;
  private readonly typeTexts = new Map<Type, string>();

  constructor(out: Output, options: PrintingOptions, aliases: Aliases) {
    this.out = out;
    this.options = options;
    this.aliases = aliases;
  }

  /** The text of `type`, with aliases. */
  type(type: Type): string {
    let text = this.typeTexts.get(type);
    if (text === undefined) {
      text = this.aliases.type(type) ?? spellType(type, this);
      this.typeTexts.set(type, text);
    }
    return text;
  }

  /** The text of `type`, which has an alias of its own, for the definition of that alias. */
  typeWithoutAlias(type: Type): string {
    return spellType(type, this);
  }

  /** The text of an attribute inside a type. */
  attribute(attribute: Attribute): string {
    const sink = new StringSink();
    const out = new Output(sink);
    new AttributePrinter(out, this.options, this.aliases).printAttribute(attribute, 'may');
    out.flush();
    return sink.text;
  }

  results(types: readonly Type[]): string {
    return spellResults(types, this);
  }

  /** The text inside `loc(…)`: an alias, or the location itself. */
  location(location: Location, isTopLevel: boolean): string {
    const alias = isTopLevel ? undefined : this.aliases.location(location);
    return alias ?? spellLocation(location, {
      nested: (inner) => this.location(inner, false),
      attribute: (attribute) => this.attribute(attribute),
    });
  }

  printAttribute(attribute: Attribute, elision: TypeElision = 'never'): void {
    const alias = this.aliases.attribute(attribute);
    if (alias !== undefined) this.out.write(alias);
    else this.printAttributeWithoutAlias(attribute, elision);
  }

  printAttributeWithoutAlias(attribute: Attribute, elision: TypeElision): void {
    const { out } = this;
    switch (attribute.kind) {
      case 'unit':
        return out.write('unit');
      case 'integer': {
        const { type } = attribute;
        const isBool = type.kind === 'integer' && type.width === 1 && type.signedness === 'signless';
        if (isBool) return out.write(attribute.value === 0n ? 'false' : 'true');
        out.write(String(attribute.value));
        const isDefault = type.kind === 'integer' && type.width === 64 && type.signedness === 'signless';
        return elision === 'may' && isDefault ? undefined : this.printTrailingType(type, elision);
      }
      case 'float': {
        if (attribute.type.kind !== 'float') throw new Error('a float attribute without a float type');
        const { text, isHex } = spellFloat(attribute.type.name, attribute.bits);
        out.write(text);
        return elision === 'may' && attribute.type.name === 'f64' && !isHex ? undefined : this.printTrailingType(attribute.type, elision);
      }
      case 'string':
        out.write(quoted(attribute.value));
        return attribute.type === undefined ? undefined : this.printTrailingType(attribute.type, elision);
      case 'array':
        out.write('[');
        this.separated(attribute.elements, (element) => this.printAttribute(element, 'may'));
        return out.write(']');
      case 'dictionary':
        return this.printDictionary(attribute.entries);
      case 'type':
        return out.write(this.type(attribute.type));
      case 'symbol-ref':
        return out.write([attribute.root, ...attribute.nested].map(spellSymbolName).join('::'));
      case 'affine-map-attr':
        return out.write(`affine_map<${affineMapText(attribute.map)}>`);
      case 'integer-set-attr':
        return out.write(`affine_set<${integerSetText(attribute.set)}>`);
      case 'dense-elements':
        if (!attribute.splat && this.isElided(attribute.type)) out.write(ELIDED);
        else {
          out.write('dense<');
          this.printElements(attribute, true);
          out.write('>');
        }
        return this.printTrailingType(attribute.type, elision);
      case 'dense-resource':
        this.aliases.noteResource(attribute.resource);
        out.write(`dense_resource<${isBareIdentifier(attribute.key) ? attribute.key : quoted(attribute.key)}>`);
        return this.printTrailingType(attribute.type, elision);
      case 'dense-array':
        return this.printDenseArray(attribute);
      case 'sparse-elements':
        if (this.isElided(attribute.type)) {
          out.write(ELIDED);
          return this.printTrailingType(attribute.type, elision);
        }
        out.write('sparse<');
        if (elementCount(attribute.values.type) !== 0) {
          this.printElements(attribute.indices, false);
          out.write(', ');
          this.printElements(attribute.values, true);
        }
        out.write('>');
        return this.printTrailingType(attribute.type, elision);
      case 'strided-layout': {
        const strides = attribute.strides.map((stride) => (stride === undefined ? '?' : String(stride)));
        const offset = attribute.offset === 0n ? '' : `, offset: ${attribute.offset ?? '?'}`;
        return out.write(`strided<[${strides.join(', ')}]${offset}>`);
      }
      case 'location':
        return out.write(`loc(${this.location(attribute.location, true)})`);
      case 'distinct':
        out.write(`distinct[${this.aliases.distinctNumber(attribute)}]<`);
        if (attribute.attribute.kind !== 'unit') this.printAttribute(attribute.attribute);
        return out.write('>');
      case 'dialect':
        out.write(`#${spellDialectSymbol(attribute.dialect, attribute.body)}`);
        return attribute.type === undefined ? undefined : this.printTrailingType(attribute.type, elision);
    }
  }

  /** `{name = value, flag}` */
  printDictionary(entries: Iterable<readonly [string, Attribute]>): void {
    this.out.write('{');
    this.separated(entries, ([name, value]) => {
      this.out.write(isBareIdentifier(name) ? name : quoted(name));
      if (value.kind === 'unit') return;
      this.out.write(' = ');
      this.printAttribute(value);
    });
    this.out.write('}');
  }

  separated<T>(items: Iterable<T>, print: (item: T) => void): void {
    let first = true;
    for (const item of items) {
      if (!first) this.out.write(', ');
      first = false;
      print(item);
    }
  }

  private printTrailingType(type: Type, elision: TypeElision): void {
    if (elision !== 'must' && type.kind !== 'none') this.out.write(` : ${this.type(type)}`);
  }

  /** Whether constants of `type` are too large to print. */
  private isElided(type: Type): boolean {
    const limit = this.options.elideElementsIfLarger;
    return limit !== undefined && elementCount(type) > limit;
  }

  /** The inside of `dense<…>`. */
  private printElements(attribute: DenseElementsAttr, allowHex: boolean): void {
    const { out } = this;
    const count = elementCount(attribute.type);
    const element = elementTypeOf(attribute.type);
    const { strings } = attribute;
    if (strings !== undefined) return this.printNested(attribute, count, (index) => out.write(quoted(strings[index])));
    const limit = this.options.hexElementsIfLarger ?? DEFAULT_HEX_LIMIT;
    if (allowHex && !attribute.splat && limit >= 0 && count > limit) {
      out.write('"0x');
      writeHex(out, element.kind === 'integer' && element.width === 1 ? { data: packedBits(attribute.data) } : attribute);
      return out.write('"');
    }
    if (element.kind !== 'complex') {
      const spell = elementSpeller(element, attribute.data);
      return this.printNested(attribute, count, (index) => out.write(spell(index)));
    }
    const spell = elementSpeller(element.elementType, attribute.data);
    return this.printNested(attribute, count, (index) => out.write(`(${spell(2 * index)},${spell(2 * index + 1)})`));
  }

  /** Elements in the brackets of the shape; a splat is one element without brackets. */
  private printNested(attribute: DenseElementsAttr, count: number, print: (index: number) => void): void {
    const { out } = this;
    if (attribute.splat) return print(0);
    if (count === 0) return;
    const shape = 'shape' in attribute.type ? attribute.type.shape : [];
    out.write('['.repeat(shape.length));
    for (let index = 0; index < count; index++) {
      if (index > 0) {
        // As many brackets close and open again as dimensions have just been completed.
        let completed = 0;
        for (let rest = index, dim = shape.length - 1; dim > 0 && rest % shape[dim] === 0; dim--) {
          rest /= shape[dim];
          completed++;
        }
        out.write(`${']'.repeat(completed)}, ${'['.repeat(completed)}`);
      }
      print(index);
    }
    out.write(']'.repeat(shape.length));
  }

  private printDenseArray(attribute: DenseArrayAttr): void {
    const { out } = this;
    out.write(`array<${this.type(attribute.elementType)}`);
    if (attribute.size > 0) {
      const spell = elementSpeller(attribute.elementType, attribute.data);
      out.write(': ');
      for (let index = 0; index < attribute.size; index++) out.write(index === 0 ? spell(index) : `, ${spell(index)}`);
    }
    out.write('>');
  }
}

/** Spells element `index` of `data`, whose elements are of the number type `type`. */
function elementSpeller(type: Type, data: Uint8Array): (index: number) => string {
  if (type.kind === 'float') {
    const size = elementByteSize(type) as number; // floats have a size
    return (index) => spellFloat(type.name, readBits(data, index * size, size)).text;
  }
  if (type.kind === 'integer' && type.width === 1) return (index) => (data[index] === 0 ? 'false' : 'true');
  return (index) => String(readInteger(type, data, index));
}

/** MLIR's hexadecimal form packs i1 eight to a byte. */
function packedBits(data: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(data.length / 8));
  for (let i = 0; i < data.length; i++) packed[i >> 3] |= data[i] << (i & 7);
  return packed;
}

function elementTypeOf(type: Type): Type {
  if ('elementType' in type) return type.elementType;
  throw new Error(`elements of a type that has none: ${type.kind}`);
}

function elementCount(type: Type): number {
  return 'shape' in type ? type.shape.reduce((product, size) => product * size, 1) : 0;
}
