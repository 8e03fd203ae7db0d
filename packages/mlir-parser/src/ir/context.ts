import { AffineUniquer } from '../affine/affine-uniquer.js';
import type { AffineMap, IntegerSet } from '../affine/affine-expr.js';
import type {
  AffineMapAttr, ArrayAttr, Attribute, DenseArrayAttr, DenseElementsAttr, DenseResourceAttr, DialectAttr, DictionaryAttr,
  DistinctAttr, FloatAttr, IntegerAttr, IntegerSetAttr, LocationAttr, ResourceEntry, SparseElementsAttr, StridedLayoutAttr, StringAttr,
  SymbolRefAttr, TypeAttr, UnitAttr,
} from './attribute.js';
import { HexDenseElements } from './hex-constants.js';
import type { HexDigits } from './hex-digits.js';
import type { Location } from './location.js';
import type { OpDefinition } from './op-definition.js';
import type {
  ComplexType, DialectType, FloatType, FloatTypeName, FunctionType, IndexType, IntegerType, MemRefType, NoneType,
  RankedTensorType, Signedness, TupleType, Type, UnrankedMemRefType, UnrankedTensorType, VectorType,
} from './type.js';

/** Blobs longer than this (bytes) are compared by identity only: hashing weights would cost more than sharing saves. */
const UNIQUED_BLOB_LIMIT = 256;

/** A version of MLIR that operations can be printed for. */
export type MlirVersion = 19 | 22;

/**
 * Owner of all types, attributes and affine expressions, and of the registered operations. Types and attributes built by one
 * context are equal exactly if they are the same object (except large `dense` blobs, each of which is its own object).
 */
export class Context {
  readonly affine: AffineUniquer = new AffineUniquer();
  private readonly typeTable = new Map<string, Type>();
  private readonly attributeTable = new Map<string, Attribute>();
  private readonly affineMapAttrs = new Map<AffineMap, AffineMapAttr>();
  private readonly operations = new Map<string, OpDefinition>();
  private readonly formerNames = new Map<string, string>();
  private readonly customForms = new Map<string, OpDefinition>();
  private readonly customFormLoaders = new Map<string, () => readonly OpDefinition[]>();
  private readonly dialectLoaders = new Map<string, () => readonly OpDefinition[]>();
  private nextId = 0;

  /** `mlirVersion`: the version in whose spelling registered operations print. */
  constructor(readonly mlirVersion: MlirVersion = 19) {}

  // Operations -------------------------------------------------------------------------------------------------

  /** Makes the operations of `dialect` known; `load` runs on the first look-up of one of them. */
  registerDialect(dialect: string, load: () => readonly OpDefinition[]): void {
    this.dialectLoaders.set(dialect, load);
  }

  /**
   * Makes `canonical` give the text that `#dialect.body` prints as (`fastmath<ninf, nnan>` as `fastmath<nnan,ninf>`), so that
   * equal attributes are the same object however they were written. It gets and returns what follows `#dialect.`.
   */
  registerAttributeSyntax(dialect: string, canonical: (body: string) => string): void {
    this.attributeSyntax.set(dialect, canonical);
  }

  /** Likewise for the text that `!dialect.body` prints as. */
  registerTypeSyntax(dialect: string, canonical: (body: string) => string): void {
    this.typeSyntax.set(dialect, canonical);
  }

  /** Makes `definitions` known. */
  registerOperations(definitions: readonly OpDefinition[]): void {
    for (const definition of definitions) this.operations.set(definition.name, definition);
  }

  /** The definition of operation `name`, loading its dialect if need be; undefined if it is not registered. */
  operation(name: string): OpDefinition | undefined {
    this.hasDialect(name.slice(0, Math.max(0, name.indexOf('.'))));
    return this.operations.get(name);
  }

  /** Whether `dialect` is registered; loads it. */
  hasDialect(dialect: string): boolean {
    const load = this.dialectLoaders.get(dialect);
    if (load !== undefined && !this.loadedDialects.has(dialect)) {
      this.loadedDialects.add(dialect);
      this.registerOperations(load());
    }
    return load !== undefined;
  }

  /**
   * Makes the custom forms of `dialect` readable without registering it: its operations stay those of an unregistered dialect,
   * accepted and printed in the generic form. `load` runs on the first custom form of the dialect.
   */
  registerCustomForms(dialect: string, load: () => readonly OpDefinition[]): void {
    this.customFormLoaders.set(dialect, load);
  }

  /** Makes `former`, a name of other versions of MLIR, stand for the operation `current` where it is read. */
  registerFormerName(former: string, current: string): void {
    this.formerNames.set(former, current);
  }

  /** The name by which the operation that the text calls `name` is registered; `name` itself unless it is a former one. */
  currentName(name: string): string {
    return this.formerNames.get(name) ?? name;
  }

  /** What reads the custom form of operation `name`: its definition, or one of `registerCustomForms`. */
  customForm(name: string): OpDefinition | undefined {
    const definition = this.operation(name);
    if (definition !== undefined) return definition;
    const dialect = name.slice(0, Math.max(0, name.indexOf('.')));
    const load = this.customFormLoaders.get(dialect);
    if (load !== undefined) {
      this.customFormLoaders.delete(dialect);
      for (const form of load()) this.customForms.set(form.name, form);
    }
    return this.customForms.get(name);
  }

  /** The definitions of `dialect`, sorted by name. */
  operationsOf(dialect: string): OpDefinition[] {
    this.hasDialect(dialect);
    return [...this.operations.values()]
      .filter((definition) => definition.name.startsWith(`${dialect}.`))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get dialects(): string[] {
    return [...this.dialectLoaders.keys()].sort();
  }

  // Resources --------------------------------------------------------------------------------------------------

  /** The entry `key` of `dialect`, whose blob may come later. */
  resource(dialect: string, key: string): ResourceEntry {
    let entries = this.resources.get(dialect);
    if (entries === undefined) this.resources.set(dialect, (entries = new Map()));
    let entry = entries.get(key);
    if (entry === undefined) entries.set(key, (entry = { key, blob: undefined }));
    return entry;
  }

  private readonly resources = new Map<string, Map<string, ResourceEntry>>();
  private readonly signlessTypes: IntegerType[] = [];
  private readonly loadedDialects = new Set<string>();
  private readonly attributeSyntax = new Map<string, (body: string) => string>();
  private readonly typeSyntax = new Map<string, (body: string) => string>();

  // Types ------------------------------------------------------------------------------------------------------

  /** `i<width>`, `si<width>` or `ui<width>` */
  integerType(width: number, signedness: Signedness = 'signless'): IntegerType {
    if (signedness !== 'signless') return this.makeIntegerType(width, signedness);
    return (this.signlessTypes[width] ??= this.makeIntegerType(width, signedness));
  }

  private makeIntegerType(width: number, signedness: Signedness): IntegerType {
    return this.type(`i${width}${signedness}`, (id): IntegerType => ({ kind: 'integer', width, signedness, id }));
  }

  readonly indexType: IndexType = this.type('index', (id): IndexType => ({ kind: 'index', id }));

  /** The float type of this keyword. */
  floatType(name: FloatTypeName): FloatType {
    return this.type(name, (id): FloatType => ({ kind: 'float', name, id }));
  }

  get noneType(): NoneType {
    return this.type('none', (id): NoneType => ({ kind: 'none', id }));
  }

  /** `complex<elementType>` */
  complexType(elementType: Type): ComplexType {
    return this.type(`complex ${elementType.id}`, (id): ComplexType => ({ kind: 'complex', elementType, id }));
  }

  /** `vector<…>`; `scalable` has a flag for each dimension. */
  vectorType(shape: readonly number[], elementType: Type, scalable: readonly boolean[] = shape.map(() => false)): VectorType {
    return this.type(`vector ${shape.join('x')} ${scalable.join()} ${elementType.id}`, (id): VectorType => ({
      kind: 'vector', shape: [...shape], scalable: [...scalable], elementType, id,
    }));
  }

  /** `tensor<…>`; `dynamicDimension` in `shape` is `?`. */
  tensorType(shape: readonly number[], elementType: Type, encoding?: Attribute): RankedTensorType {
    return this.type(`tensor ${shape.join('x')} ${elementType.id} ${encoding?.id ?? ''}`, (id): RankedTensorType => ({
      kind: 'tensor', shape: [...shape], elementType, encoding, id,
    }));
  }

  /** `tensor<*x…>` */
  unrankedTensorType(elementType: Type): UnrankedTensorType {
    return this.type(`tensor* ${elementType.id}`, (id): UnrankedTensorType => ({ kind: 'unranked-tensor', elementType, id }));
  }

  /** An identity layout must be given as undefined, as MLIR drops it too. */
  memRefType(shape: readonly number[], elementType: Type, layout?: Attribute, memorySpace?: Attribute): MemRefType {
    return this.type(
      `memref ${shape.join('x')} ${elementType.id} ${layout?.id ?? ''} ${memorySpace?.id ?? ''}`,
      (id): MemRefType => ({ kind: 'memref', shape: [...shape], elementType, layout, memorySpace, id }),
    );
  }

  /** `memref<*x…>` */
  unrankedMemRefType(elementType: Type, memorySpace?: Attribute): UnrankedMemRefType {
    return this.type(`memref* ${elementType.id} ${memorySpace?.id ?? ''}`, (id): UnrankedMemRefType => ({
      kind: 'unranked-memref', elementType, memorySpace, id,
    }));
  }

  /** `(inputs) -> results` */
  functionType(inputs: readonly Type[], results: readonly Type[]): FunctionType {
    return this.type(`function ${ids(inputs)} -> ${ids(results)}`, (id): FunctionType => ({
      kind: 'function', inputs: [...inputs], results: [...results], id,
    }));
  }

  /** `tuple<…>` */
  tupleType(types: readonly Type[]): TupleType {
    return this.type(`tuple ${ids(types)}`, (id): TupleType => ({ kind: 'tuple', types: [...types], id }));
  }

  /** `!dialect.body`, or `!dialect<…>` if `body` starts with a bracket. */
  dialectType(dialect: string, body: string): DialectType {
    const key = `!${dialect}.${body}`;
    const known = this.typeTable.get(key);
    if (known !== undefined) return known as DialectType;
    const canonical = this.typeSyntax.get(dialect)?.(body) ?? body;
    if (canonical === body) return this.type(key, (id): DialectType => ({ kind: 'dialect', dialect, body, id }));
    const type = this.dialectType(dialect, canonical);
    this.typeTable.set(key, type);
    return type;
  }

  // Attributes -------------------------------------------------------------------------------------------------

  get unitAttr(): UnitAttr {
    return this.attribute('unit', (id): UnitAttr => ({ kind: 'unit', id }));
  }

  /** `value : type`, of an integer or index type whose range has `value`. */
  integerAttr(type: Type, value: bigint | number): IntegerAttr {
    const exact = BigInt(value);
    return this.attribute(`${exact} : ${type.id}`, (id): IntegerAttr => ({ kind: 'integer', type, value: exact, id }));
  }

  /** `true` or `false`: an attribute of i1. */
  boolAttr(value: boolean): IntegerAttr {
    return this.integerAttr(this.integerType(1), value ? 1n : 0n);
  }

  /** `value : index` */
  indexAttr(value: bigint | number): IntegerAttr {
    return this.integerAttr(this.indexType, value);
  }

  /** `bits` is the encoding in the format of `type`; see `float-format` for conversions. */
  floatAttr(type: Type, value: number, bits: bigint): FloatAttr {
    return this.attribute(`float ${bits} : ${type.id}`, (id): FloatAttr => ({ kind: 'float', type, value, bits, id }));
  }

  /** `"value"`; one byte a UTF-16 unit. */
  stringAttr(value: string, type?: Type): StringAttr {
    return this.attribute(`"${type?.id ?? ''}"${value}`, (id): StringAttr => ({ kind: 'string', value, type, id }));
  }

  /** `[…]` */
  arrayAttr(elements: readonly Attribute[]): ArrayAttr {
    return this.attribute(`[${ids(elements)}]`, (id): ArrayAttr => ({ kind: 'array', elements: [...elements], id }));
  }

  /** `{…}`; entries in any order, names distinct. */
  dictionaryAttr(entries: Iterable<readonly [string, Attribute]>): DictionaryAttr {
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const key = `{${sorted.map(([name, value]) => `${JSON.stringify(name)}=${value.id}`).join()}}`;
    return this.attribute(key, (id): DictionaryAttr => ({ kind: 'dictionary', entries: new Map(sorted), id }));
  }

  /** A type as an attribute. */
  typeAttr(type: Type): TypeAttr {
    return this.attribute(`type ${type.id}`, (id): TypeAttr => ({ kind: 'type', type, id }));
  }

  /** `@root::@nested` */
  symbolRefAttr(root: string, nested: readonly string[] = []): SymbolRefAttr {
    return this.attribute(`@${JSON.stringify([root, ...nested])}`, (id): SymbolRefAttr => ({
      kind: 'symbol-ref', root, nested: [...nested], id,
    }));
  }

  /** `affine_map<…>` */
  affineMapAttr(map: AffineMap): AffineMapAttr {
    let attribute = this.affineMapAttrs.get(map);
    if (attribute === undefined) this.affineMapAttrs.set(map, (attribute = { kind: 'affine-map-attr', map, id: this.nextId++ }));
    return attribute;
  }

  /** `affine_set<…>` */
  integerSetAttr(set: IntegerSet): IntegerSetAttr {
    return this.attribute(`set ${set.id}`, (id): IntegerSetAttr => ({ kind: 'integer-set-attr', set, id }));
  }

  /** `dense<…> : type`: see `DenseElementsAttr` for `data` and `splat`. */
  denseElementsAttr(type: Type, data: Uint8Array, splat: boolean, strings?: readonly string[]): DenseElementsAttr {
    const create = (id: number): DenseElementsAttr => ({ kind: 'dense-elements', type, splat, data, strings, id });
    if (data.length > UNIQUED_BLOB_LIMIT) return create(this.nextId++);
    const content = strings === undefined ? data.join() : JSON.stringify(strings);
    return this.attribute(`dense ${splat} ${content} : ${type.id}`, create);
  }

  /** The constant of `type` whose elements, all of them and not all the same, are spelled by `digits`. Never i1. */
  hexElementsAttr(type: Type, digits: HexDigits): DenseElementsAttr {
    return digits.length > UNIQUED_BLOB_LIMIT
      ? new HexDenseElements(this.nextId++, type, digits)
      : this.denseElementsAttr(type, digits.decode(), false);
  }

  /** `dense_resource<key> : type` */
  denseResourceAttr(type: Type, key: string): DenseResourceAttr {
    return this.attribute(`resource ${key} : ${type.id}`, (id): DenseResourceAttr => ({
      kind: 'dense-resource', type, key, resource: this.resource('builtin', key), id,
    }));
  }

  /** `array<elementType: …>` of `size` elements. */
  denseArrayAttr(elementType: Type, size: number, data: Uint8Array): DenseArrayAttr {
    const create = (id: number): DenseArrayAttr => ({ kind: 'dense-array', elementType, size, data, id });
    if (data.length > UNIQUED_BLOB_LIMIT) return create(this.nextId++);
    return this.attribute(`array ${size} ${data.join()} : ${elementType.id}`, create);
  }

  /** `sparse<…> : type` */
  sparseElementsAttr(type: Type, indices: DenseElementsAttr, values: DenseElementsAttr): SparseElementsAttr {
    return this.attribute(`sparse ${indices.id} ${values.id} : ${type.id}`, (id): SparseElementsAttr => ({
      kind: 'sparse-elements', type, indices, values, id,
    }));
  }

  /** `strided<[…], offset: …>` */
  stridedLayoutAttr(strides: readonly (bigint | undefined)[], offset: bigint | undefined): StridedLayoutAttr {
    const key = `strided ${strides.map((s) => s ?? '?').join()} ${offset ?? '?'}`;
    return this.attribute(key, (id): StridedLayoutAttr => ({ kind: 'strided-layout', strides: [...strides], offset, id }));
  }

  /** Locations are not uniqued: each call makes a new attribute. */
  locationAttr(location: Location): LocationAttr {
    return { kind: 'location', location, id: this.nextId++ };
  }

  /** Distinct attributes are never uniqued. */
  distinctAttr(number: number, attribute: Attribute): DistinctAttr {
    return { kind: 'distinct', number, attribute, id: this.nextId++ };
  }

  /** `#dialect.body`, or `#dialect<…>` if `body` starts with a bracket. */
  dialectAttr(dialect: string, body: string, type?: Type): DialectAttr {
    const key = `#${dialect}.${body} : ${type?.id ?? ''}`;
    const known = this.attributeTable.get(key);
    if (known !== undefined) return known as DialectAttr;
    const canonical = this.attributeSyntax.get(dialect)?.(body) ?? body;
    if (canonical === body) return this.attribute(key, (id): DialectAttr => ({ kind: 'dialect', dialect, body, type, id }));
    const attribute = this.dialectAttr(dialect, canonical, type);
    this.attributeTable.set(key, attribute);
    return attribute;
  }

  // Every key starts with what tells its kind, so that a key belongs to one kind and the casts below hold.

  private type<T extends Type>(key: string, create: (id: number) => T): T {
    let type = this.typeTable.get(key) as T | undefined;
    if (type === undefined) {
      type = create(this.nextId++);
      this.typeTable.set(key, type);
    }
    return type;
  }

  private attribute<A extends Attribute>(key: string, create: (id: number) => A): A {
    let attribute = this.attributeTable.get(key) as A | undefined;
    if (attribute === undefined) {
      attribute = create(this.nextId++);
      this.attributeTable.set(key, attribute);
    }
    return attribute;
  }
}

function ids(list: readonly { readonly id: number }[]): string {
  return list.map((item) => item.id).join();
}
