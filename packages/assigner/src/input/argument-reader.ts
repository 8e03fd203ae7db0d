import type { Type } from '@mlir2zk/llvm-emit';
import { InputError } from './input-error.js';
import type { InputText } from './input-error.js';
import { readJson } from './json-reader.js';
import type { JsonNode } from './json-reader.js';
import { parseSignature } from './signature.js';
import type { Signature } from './signature.js';

/** Longest text of a field element. */
const MAX_TEXT = 255;
/** Widest integer that the format can state. */
const MAX_INTEGER_BITS = 128;

/** The type that a parameter stands for: that behind `byval`, `string` for a bare pointer, else its own. */
export type ArgumentType = Type | 'string';

/**
 * Reads the arguments of a circuit from the assigner's JSON: one object per parameter, in order, each with one key that
 * is its signature. Returns the scalars of each parameter, flattened in memory order, as elements of the native field.
 *
 * @throws InputError
 */
export function readArguments(
  file: InputText,
  visibility: 'public' | 'private',
  parameters: readonly ArgumentType[],
  modulus: bigint,
): bigint[][] {
  const reader = new ArgumentReader(file, visibility, modulus);
  return reader.read(parameters);
}

class ArgumentReader {
  private readonly file: InputText;
  private readonly visibility: 'public' | 'private';
  private readonly modulus: bigint;
  private scalars: bigint[] = [];

  constructor(file: InputText, visibility: 'public' | 'private', modulus: bigint) {
    this.file = file;
    this.visibility = visibility;
    this.modulus = modulus;
  }

  read(parameters: readonly ArgumentType[]): bigint[][] {
    const root = readJson(this.file);
    if (root.kind !== 'array') return this.mismatch(root, 'input must be an array');
    if (root.items.length !== parameters.length) {
      this.mismatch(root, `expected ${parameters.length} values, found ${root.items.length}`);
    }
    return parameters.map((type, index) => {
      this.scalars = [];
      this.readKeyed(root.items[index], type);
      return this.scalars;
    });
  }

  private mismatch(node: JsonNode, reason: string): never {
    const title = this.visibility === 'public' ? 'Public' : 'Private';
    throw new InputError(this.file, node.offset, `${title} input does not match the circuit signature: ${reason}`);
  }

  /** An object whose one key is the signature of its value. */
  private readKeyed(node: JsonNode, type: ArgumentType): void {
    if (node.kind !== 'object' || node.entries.length !== 1) {
      this.mismatch(node, 'each value must be an object with exactly one key, its signature');
    }
    const [key, value] = node.entries[0];
    const signature = parseSignature(key);
    if (signature === undefined) return this.mismatch(node, `'${key}' is not a signature`);
    this.readAs(value, signature, type);
  }

  private readElement(node: JsonNode, signature: Signature | undefined, type: Type): void {
    if (signature === undefined) this.readKeyed(node, type);
    else this.readAs(node, signature, type);
  }

  private readAs(node: JsonNode, signature: Signature, type: ArgumentType): void {
    if (type === 'string') {
      if (signature.kind !== 'string') this.mismatch(node, `'string' expected for a C string`);
      this.readString(node);
      return;
    }
    const expect = (kind: Signature['kind']): void => {
      if (signature.kind !== kind) this.mismatch(node, `'${kind}' expected for type '${type.text}'`);
    };
    switch (type.kind) {
      case 'integer':
        expect('int');
        this.scalars.push(this.readInteger(node, type.width));
        return;
      case 'field':
        expect('field');
        if (signature.kind === 'field' && signature.field !== undefined && signature.field !== type.field.name) {
          this.mismatch(node, `'field<${type.field.name}>' expected`);
        }
        this.scalars.push(this.readField(node));
        return;
      case 'array':
      case 'vector':
        expect(type.kind);
        this.readSequence(node, signature, type.length, type.element);
        return;
      case 'struct':
        this.readStruct(node, signature, type.fields ?? []);
        return;
      default:
        this.mismatch(node, `arguments of type '${type.text}' are not supported`);
    }
  }

  private readSequence(node: JsonNode, signature: Signature, length: number, element: Type): void {
    if (node.kind !== 'array') return this.mismatch(node, 'expected an array');
    if (node.items.length !== length) {
      this.mismatch(node, `expected ${length} elements, found ${node.items.length}`);
    }
    const each = signature.kind === 'array' || signature.kind === 'vector' ? signature.element : undefined;
    for (const item of node.items) this.readElement(item, each, element);
  }

  private readStruct(node: JsonNode, signature: Signature, fields: readonly Type[]): void {
    const only = fields.length === 1 ? fields[0] : undefined;
    // A struct around one array is a std::array, and may be given as the array.
    if (signature.kind === 'array' && only?.kind === 'array') {
      this.readSequence(node, signature, only.length, only.element);
      return;
    }
    if (signature.kind !== 'struct') this.mismatch(node, "'struct' expected");
    if (node.kind !== 'array') return this.mismatch(node, 'the fields of a struct are an array');
    if (node.items.length !== fields.length || (signature.fields ?? fields).length !== fields.length) {
      this.mismatch(node, `expected ${fields.length} fields, found ${node.items.length}`);
    }
    fields.forEach((field, index) => {
      this.readElement(node.items[index], signature.fields?.[index], field);
    });
  }

  private readString(node: JsonNode): void {
    if (node.kind !== 'string') return this.mismatch(node, 'expected a string');
    for (const byte of new TextEncoder().encode(node.value)) this.scalars.push(BigInt(byte));
    this.scalars.push(0n);
  }

  /** An element of the native field: below its modulus, decimal, hexadecimal with 0x, or octal with a leading 0. */
  private readField(node: JsonNode): bigint {
    const value = this.readNatural(node);
    if (value < 0n) this.mismatch(node, 'a negative field element is written as the modulus minus its magnitude');
    if (value >= this.modulus) this.mismatch(node, 'the value is not below the modulus of the field');
    return value;
  }

  /** An integer that fits `width` bits. A negative number stands for the modulus minus its magnitude. */
  private readInteger(node: JsonNode, width: number): bigint {
    const value = this.readNatural(node);
    if (value < 0n) {
      if (-value > 1n << BigInt(width - 1)) this.mismatch(node, `the value does not fit ${width} bits`);
      return this.modulus + value;
    }
    const bits = value === 0n ? 0 : value.toString(2).length;
    if (bits > Math.min(width, MAX_INTEGER_BITS)) this.mismatch(node, `the value does not fit ${width} bits`);
    return value;
  }

  private readNatural(node: JsonNode): bigint {
    if (node.kind === 'number') {
      if (!/^-?\d+$/.test(node.text)) this.mismatch(node, 'got a floating point number: write an integer');
      const value = BigInt(node.text);
      if (value >= 1n << 64n || value < -(1n << 63n)) this.mismatch(node, 'quote numbers of more than 64 bits');
      return value;
    }
    if (node.kind !== 'string') return this.mismatch(node, 'expected a number or a string');
    const text = node.value;
    if (text.length > MAX_TEXT) this.mismatch(node, `the number has more than ${MAX_TEXT} characters`);
    if (/^0[xX][0-9a-fA-F]+$/.test(text)) return BigInt(text);
    if (/^0[0-7]*$/.test(text)) return BigInt(`0o${text}`);
    if (/^[1-9]\d*$/.test(text)) return BigInt(text);
    return this.mismatch(node, `'${text}' is not a number`);
  }
}
