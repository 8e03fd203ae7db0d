import { ellipticCurve, galoisField } from './galois-field.js';
import type { EllipticCurveName, GaloisFieldName } from './galois-field.js';
import { escapeBytes, localName } from './identifier.js';
import { floatTypeBits } from './type.js';
import type {
  ArrayType,
  CurveType,
  FieldType,
  FloatType,
  FloatTypeName,
  FunctionType,
  IntegerType,
  LabelType,
  MetadataType,
  PointerType,
  StructType,
  TargetType,
  Type,
  VectorType,
  VoidType,
} from './type.js';

/** Largest integer width of LLVM. */
export const MAX_INTEGER_WIDTH = 1 << 23;

/**
 * The types of one module, uniqued. Every structural type is determined by its text and a named struct by its name, so
 * the text is the key.
 */
export class TypeTable {
  /** All types; a type's id is its index. */
  readonly list: Type[] = [];
  private readonly byText = new Map<string, Type>();
  private readonly namedStructs = new Map<string, StructType>();

  readonly void: VoidType = this.unique('void', (id, text) => ({ id, text, kind: 'void' }));
  readonly label: LabelType = this.unique('label', (id, text) => ({ id, text, kind: 'label' }));
  readonly metadata: MetadataType = this.unique('metadata', (id, text) => ({ id, text, kind: 'metadata' }));
  readonly ptr: PointerType = this.pointer(0);
  readonly i1: IntegerType = this.int(1);
  readonly i32: IntegerType = this.int(32);
  readonly i64: IntegerType = this.int(64);

  /** The type with that id. */
  at(id: number): Type {
    const type = this.list[id];
    if (type === undefined) throw new RangeError(`no type has the id ${id}`);
    return type;
  }

  int(width: number): IntegerType {
    if (!Number.isInteger(width) || width < 1 || width > MAX_INTEGER_WIDTH) {
      throw new RangeError(`no integer type has ${width} bits`);
    }
    return this.unique(`i${width}`, (id, text) => ({ id, text, kind: 'integer', width }));
  }

  float(name: FloatTypeName): FloatType {
    return this.unique(name, (id, text) => ({ id, text, kind: 'float', name, bits: floatTypeBits[name] }));
  }

  field(name: GaloisFieldName): FieldType {
    return this.unique(`__zkllvm_field_${name}`, (id, text) => ({ id, text, kind: 'field', field: galoisField(name) }));
  }

  curve(name: EllipticCurveName): CurveType {
    return this.unique(`__zkllvm_curve_${name}`, (id, text) => ({
      id,
      text,
      kind: 'curve',
      curve: ellipticCurve(name),
    }));
  }

  /** A target extension type; its parameters are types first, then integers. */
  target(name: string, typeParameters: readonly Type[], integerParameters: readonly number[]): TargetType {
    const parameters = [...typeParameters.map((type) => type.text), ...integerParameters];
    const list = [`"${escapeBytes(new TextEncoder().encode(name))}"`, ...parameters].join(', ');
    return this.unique(`target(${list})`, (id, text) => ({
      id,
      text,
      kind: 'target',
      name,
      typeParameters,
      integerParameters,
    }));
  }

  pointer(addressSpace: number): PointerType {
    const text = addressSpace === 0 ? 'ptr' : `ptr addrspace(${addressSpace})`;
    return this.unique(text, (id) => ({ id, text, kind: 'pointer', addressSpace }));
  }

  array(length: number, element: Type): ArrayType {
    return this.unique(`[${length} x ${element.text}]`, (id, text) => ({ id, text, kind: 'array', length, element }));
  }

  vector(length: number, element: Type): VectorType {
    return this.unique(`<${length} x ${element.text}>`, (id, text) => ({ id, text, kind: 'vector', length, element }));
  }

  /** A literal struct type, which is the same type wherever it is written. */
  struct(fields: readonly Type[], packed = false): StructType {
    return this.unique(structBody(fields, packed), (id, text) => ({
      id,
      text,
      kind: 'struct',
      name: undefined,
      fields,
      packed,
    }));
  }

  /** The named struct `%name`; opaque until {@link defineStruct} gives it a body. */
  namedStruct(name: string): StructType {
    const known = this.namedStructs.get(name);
    if (known !== undefined) return known;
    const made = this.unique(localName(name), (id, text): StructType => ({
      id,
      text,
      kind: 'struct',
      name,
      fields: undefined,
      packed: false,
    }));
    this.namedStructs.set(name, made);
    return made;
  }

  /**
   * Gives the named struct its fields.
   *
   * @returns false, and changes nothing, when it already has a body
   */
  defineStruct(name: string, fields: readonly Type[], packed = false): boolean {
    const struct = this.namedStruct(name);
    if (struct.fields !== undefined) return false;
    // A named struct may contain itself behind a pointer, so its identity comes before its body.
    Object.assign(struct, { fields, packed });
    return true;
  }

  /** The named structs in the order of their first mention. */
  structs(): Iterable<StructType> {
    return this.namedStructs.values();
  }

  function(returnType: Type, parameters: readonly Type[], varargs = false): FunctionType {
    const list = [...parameters.map((type) => type.text), ...(varargs ? ['...'] : [])].join(', ');
    return this.unique(`${returnType.text} (${list})`, (id, text) => ({
      id,
      text,
      kind: 'function',
      returnType,
      parameters,
      varargs,
    }));
  }

  private unique<T extends Type>(text: string, make: (id: number, text: string) => T): T {
    const known = this.byText.get(text);
    if (known !== undefined) return known as T; // the text determines the kind
    const made = make(this.list.length, text);
    this.list.push(made);
    this.byText.set(text, made);
    return made;
  }
}

/** How the body of a struct type is written. */
export function structBody(fields: readonly Type[], packed: boolean): string {
  const body = fields.length === 0 ? '{}' : `{ ${fields.map((type) => type.text).join(', ')} }`;
  return packed ? `<${body}>` : body;
}
