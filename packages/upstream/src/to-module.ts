import {
  attributeText, Block, buildOperation, DiagnosticError, parseModule, Region, SourceFile, unknownLocation, type Attribute, type Context,
  type Location, type Operation, type Type, type Value,
} from '@mlir2zk/mlir-parser';
import { walkOperations, type MlirAttribute, type MlirBlock, type MlirLocation, type MlirOperation, type MlirValue } from 'mlir-js-bindings';

/**
 * A module of upstream as one of mlir2zk, without printing and parsing its operations and constants; only types, and
 * the rarer attributes, each once, go through their text.
 *
 * @param operation what `MlirModule.toOperation()` gave
 * @param context the context of the result, which is not verified
 * @throws {DiagnosticError} if an attribute is a resource or distinct, which operations alone do not tell, or is one
 *   that mlir2zk cannot read
 */
export function toModule(operation: MlirOperation, context: Context): Operation {
  return new ModuleBuilder(context, textsIn(operation)).build(operation);
}

/** All texts of types, attributes and locations. */
function textsIn(root: MlirOperation): Set<string> {
  const texts = new Set<string>();
  const attribute = (value: MlirAttribute): void => {
    switch (value.kind) {
      case 'integer':
      case 'type':
      case 'dense':
        texts.add(value.type);
        break;
      case 'dense-array':
        texts.add(value.elementType);
        break;
      case 'float':
      case 'other':
        texts.add(value.text);
        break;
      case 'array':
        value.elements.forEach(attribute);
        break;
      case 'dictionary':
        value.entries.forEach(attribute);
        break;
      case 'unit':
      case 'string':
      case 'symbol':
        break;
    }
  };
  const seen = new Set<MlirLocation>();
  const location = (value: MlirLocation): void => {
    if (seen.has(value)) return;
    seen.add(value);
    switch (value.kind) {
      case 'other':
        texts.add(value.text);
        break;
      case 'name':
        location(value.child);
        break;
      case 'callsite':
        location(value.callee);
        location(value.caller);
        break;
      case 'fused':
        value.locations.forEach(location);
        break;
      case 'unknown':
      case 'file':
        break;
    }
  };
  const value = (argument: MlirValue): void => {
    texts.add(argument.type);
    if (argument.kind === 'argument') location(argument.location);
  };
  walkOperations(root, (op) => {
    op.attributes.forEach(attribute);
    location(op.location);
    op.results.forEach(value);
    for (const { blocks } of op.regions) for (const block of blocks) block.arguments.forEach(value);
  });
  return texts;
}

/** What the text of an attribute alone does not say, by what it then contains. */
const notInTexts = {
  'dense_resource<': 'is a resource, whose data is no part of the operations',
  'distinct[': 'is distinct from others with the same text',
};

/** Parses all of `texts` at once, as attributes of one operation. */
function parseTexts(texts: ReadonlySet<string>, context: Context): Map<string, Attribute> {
  const list = [...texts];
  for (const [mark, what] of Object.entries(notInTexts)) {
    const text = list.find((candidate) => candidate.includes(mark));
    if (text === undefined) continue;
    throw new DiagnosticError({ severity: 'error', message: `'${text}' ${what}: print the module and parse it instead` });
  }
  const source = `"mlir2zk.texts"() {${list.map((text, i) => `t${i} = ${text}`).join(',\n')}} : () -> ()`;
  const module = parseModule(new SourceFile('types and attributes of upstream', source), context);
  const holder = module.region(0).entry?.firstOperation;
  const parsed = new Map<string, Attribute>();
  for (const [i, text] of list.entries()) {
    const attribute = holder?.attribute(`t${i}`);
    if (attribute === undefined) throw new Error(`an attribute was lost: ${text}`);
    parsed.set(text, attribute);
  }
  return parsed;
}

const encoder = new TextEncoder();

/** The bytes of `text`, one UTF-16 unit each, as mlir2zk keeps strings. */
function byteString(text: string): string {
  return Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');
}

class ModuleBuilder {
  private readonly context: Context;
  private readonly parsed: ReadonlyMap<string, Attribute>;
  private readonly attributes = new Map<MlirAttribute, Attribute>();
  private readonly locations = new Map<MlirLocation, Location>();
  private readonly values = new Map<MlirValue, Value>();
  private readonly blocks = new Map<MlirBlock, Block>();
  // Values and blocks may be used before they are made, so uses are filled in at the end.
  private readonly made: (readonly [MlirOperation, Operation])[] = [];

  constructor(context: Context, texts: ReadonlySet<string>) {
    this.context = context;
    this.parsed = parseTexts(texts, context);
  }

  build(root: MlirOperation): Operation {
    const module = this.operation(root);
    for (const [source, op] of this.made) {
      if (source.operands.length > 0) op.setOperands(source.operands.map((value) => found(this.values, value)));
      if (source.successors.length > 0) op.successors = source.successors.map((block) => found(this.blocks, block));
    }
    return module;
  }

  private operation(source: MlirOperation): Operation {
    const op = buildOperation(this.context, source.name, {
      attributes: [...source.attributes].map(([name, value]) => [byteString(name), this.attribute(value)] as const),
      resultTypes: source.results.map(({ type }) => this.type(type)),
      regions: source.regions.map(({ blocks }) => this.region(blocks)),
      location: this.location(source.location),
    });
    for (const [i, result] of source.results.entries()) this.values.set(result, op.result(i));
    this.made.push([source, op]);
    return op;
  }

  private region(sources: readonly MlirBlock[]): Region {
    const region = new Region();
    for (const source of sources) {
      const block = region.addBlock(new Block());
      this.blocks.set(source, block);
      for (const argument of source.arguments)
        if (argument.kind === 'argument') this.values.set(argument, block.addArgument(this.type(argument.type), this.location(argument.location)));
      for (const inner of source.operations) block.append(this.operation(inner));
    }
    return region;
  }

  private type(text: string): Type {
    const attribute = found(this.parsed, text);
    if (attribute.kind !== 'type') throw new Error(`'${attributeText(attribute)}' is no type`);
    return attribute.type;
  }

  private attribute(value: MlirAttribute): Attribute {
    let made = this.attributes.get(value);
    if (made === undefined) this.attributes.set(value, (made = this.makeAttribute(value)));
    return made;
  }

  private makeAttribute(value: MlirAttribute): Attribute {
    const { context } = this;
    switch (value.kind) {
      case 'unit':
        return context.unitAttr;
      case 'integer':
        return context.integerAttr(this.type(value.type), value.value);
      case 'string':
        return context.stringAttr(byteString(value.value));
      case 'array':
        return context.arrayAttr(value.elements.map((element) => this.attribute(element)));
      case 'dictionary':
        return context.dictionaryAttr([...value.entries].map(([name, entry]) => [byteString(name), this.attribute(entry)] as const));
      case 'type':
        return context.typeAttr(this.type(value.type));
      case 'symbol': {
        const [root = '', ...nested] = value.path.map(byteString);
        return context.symbolRefAttr(root, nested);
      }
      case 'dense':
        return this.dense(value);
      case 'dense-array': {
        const type = this.type(value.elementType);
        return context.denseArrayAttr(type, value.bytes.length / storedBytes(type), value.bytes.slice());
      }
      case 'float':
      case 'other':
        return found(this.parsed, value.text);
    }
  }

  /** Upstream packs eight `i1` to a byte, and keeps a splat of them as all bits of one; here each has a byte. */
  private dense({ type: text, isSplat, bytes }: MlirAttribute & { readonly kind: 'dense' }): Attribute {
    const type = this.type(text);
    const element = 'elementType' in type ? type.elementType : undefined;
    if (element?.kind !== 'integer' || element.width !== 1) return this.context.denseElementsAttr(type, bytes.slice(), isSplat);
    const count = isSplat ? 1 : 'shape' in type ? type.shape.reduce((product, size) => product * size, 1) : 0;
    const unpacked = Uint8Array.from({ length: count }, (_, i) => (bytes[i >> 3] >> (i & 7)) & 1);
    return this.context.denseElementsAttr(type, unpacked, isSplat);
  }

  private location(value: MlirLocation): Location {
    let made = this.locations.get(value);
    if (made === undefined) this.locations.set(value, (made = this.makeLocation(value)));
    return made;
  }

  private makeLocation(value: MlirLocation): Location {
    switch (value.kind) {
      case 'unknown':
        return unknownLocation;
      case 'file':
        return { kind: 'file', file: byteString(value.file), line: value.line, column: value.column };
      case 'name':
        return { kind: 'name', name: byteString(value.name), child: value.child.kind === 'unknown' ? undefined : this.location(value.child) };
      case 'callsite':
        return { kind: 'call-site', callee: this.location(value.callee), caller: this.location(value.caller) };
      case 'fused':
        return { kind: 'fused', locations: value.locations.map((location) => this.location(location)), metadata: undefined };
      case 'other': {
        const attribute = found(this.parsed, value.text);
        if (attribute.kind !== 'location') throw new Error(`'${value.text}' is no location`);
        return attribute.location;
      }
    }
  }
}

/** Bytes of an element of `array<type: …>`. */
function storedBytes(type: Type): number {
  if (type.kind === 'float') return type.name === 'f64' ? 8 : 4;
  return type.kind === 'integer' ? Math.ceil(type.width / 8) : 8;
}

function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error('a module of upstream refers to something outside it');
  return value;
}
