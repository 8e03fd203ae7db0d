import { TypeCode, zkllvmCodes } from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';
import { isUnnamed, unnamed } from '../ir/identifier.js';
import { ellipticCurves, galoisFields } from '../ir/galois-field.js';
import type { FloatTypeName, Type } from '../ir/type.js';
import type { TypeTable } from '../ir/type-table.js';
import { MAX_INTEGER_WIDTH } from '../ir/type-table.js';
import { FIELD_BITCODE_ADVICE } from './bitcode-options.js';
import type { BitcodeOptions } from './bitcode-options.js';
import { forEachRecord } from './record-walk.js';

const FLOATS: ReadonlyMap<number, FloatTypeName> = new Map([
  [TypeCode.HALF, 'half'],
  [TypeCode.BFLOAT, 'bfloat'],
  [TypeCode.FLOAT, 'float'],
  [TypeCode.DOUBLE, 'double'],
  [TypeCode.X86_FP80, 'x86_fp80'],
  [TypeCode.FP128, 'fp128'],
  [TypeCode.PPC_FP128, 'ppc_fp128'],
]);

/**
 * Characters that the texts of all types may have. Types are known by their texts, and a few records can describe types
 * that would take gigabytes to write out.
 */
const MOST_TYPE_TEXT = 1 << 26;

const utf8 = new TextDecoder();

/** The types of a file, by their numbers. */
export class TypeTableReader {
  private readonly reader: BitstreamReader;
  private readonly types: TypeTable;
  private readonly options: BitcodeOptions;
  private readonly list: Type[] = [];
  /** From a STRUCT_NAME record, for the struct that follows. */
  private structName: string | undefined;
  private namelessStructs = 0;
  private textLeft = MOST_TYPE_TEXT;

  constructor(reader: BitstreamReader, types: TypeTable, options: BitcodeOptions) {
    this.reader = reader;
    this.types = types;
    this.options = options;
  }

  /** The type with that number; an error about the current record if there is none. */
  at(number: number): Type {
    return this.list[number] ?? this.reader.fail(`there is no type ${number}`);
  }

  /** Reads the block, which has been entered. */
  read(): void {
    forEachRecord(this.reader, () => {
      const { code, operands } = this.reader;
      if (code === TypeCode.NUMENTRY) return;
      if (code === TypeCode.STRUCT_NAME) {
        this.structName = utf8.decode(operands.bytes());
        if (isUnnamed(this.structName)) this.reader.fail('a name that begins with NUL, which is not supported');
        return;
      }
      this.list.push(this.readType(code));
    });
  }

  private readType(code: number): Type {
    const { reader, types } = this;
    const { operands } = reader;
    const operand = (index: number): number =>
      index < operands.length ? operands.number(index) : reader.fail(`type record ${code} is too short`);
    const float = FLOATS.get(code);
    if (float !== undefined) return types.float(float);
    switch (code) {
      case TypeCode.VOID:
        return types.void;
      case TypeCode.LABEL:
        return types.label;
      case TypeCode.METADATA:
        return types.metadata;
      case TypeCode.INTEGER: {
        const width = operand(0);
        if (width < 1 || width > MAX_INTEGER_WIDTH) reader.fail(`no integer type has ${width} bits`);
        return types.int(width);
      }
      case TypeCode.OPAQUE_POINTER:
        return types.pointer(operand(0));
      case TypeCode.ARRAY:
        return types.array(operand(0), this.element(operand(1)));
      case TypeCode.VECTOR:
        if (operands.length > 2 && operand(2) !== 0) reader.fail('scalable vectors are not supported');
        if (operand(0) === 0) reader.fail('a vector without elements');
        return types.vector(operand(0), this.element(operand(1)));
      case TypeCode.FUNCTION:
        return types.function(this.at(operand(1)), this.elements(2), operand(0) !== 0);
      case TypeCode.STRUCT_ANON:
        return types.struct(this.elements(1), operand(0) !== 0);
      case TypeCode.STRUCT_NAMED: {
        const name = this.takeStructName();
        if (!types.defineStruct(name, this.elements(1), operand(0) !== 0)) {
          reader.fail(`redefinition of type '%${name}'`);
        }
        return types.namedStruct(name);
      }
      case TypeCode.TARGET_TYPE: {
        const count = operand(0);
        const name = this.structName ?? reader.fail('a target extension type without a name');
        this.structName = undefined;
        if (count >= operands.length) reader.fail('a target extension type without its parameters');
        const typeParameters = Array.from({ length: count }, (_, i) => this.element(operands.number(i + 1)));
        const rest = operands.length - count - 1;
        return types.target(name, typeParameters, Array.from({ length: rest }, (_, i) => operands.number(count + 1 + i)));
      }
      case TypeCode.OPAQUE:
        return types.namedStruct(this.takeStructName());
      case TypeCode.POINTER:
        return reader.fail('pointers with an element type, as of LLVM 14 and older, are not supported');
      default:
        return this.readFieldType(code, operand(0));
    }
  }

  private readFieldType(code: number, kind: number): Type {
    const { reader, types } = this;
    const isField = code === zkllvmCodes.type.GALOIS_FIELD;
    if (!isField && code !== zkllvmCodes.type.ELLIPTIC_CURVE) return reader.fail(`type code ${code} is not supported`);
    if (this.options.experimentalFieldBitcode !== true) {
      reader.fail(`type code ${code} is unknown to stock LLVM; if zkLLVM wrote the file, ${FIELD_BITCODE_ADVICE}`);
    }
    if (isField) {
      const field = galoisFields[kind] ?? reader.fail(`there is no field ${kind}`);
      return types.field(field.name);
    }
    const curve = ellipticCurves.find((each) => each.kind === kind) ?? reader.fail(`there is no curve ${kind}`);
    return types.curve(curve.name);
  }

  private elements(from: number): Type[] {
    const { operands } = this.reader;
    return Array.from({ length: Math.max(0, operands.length - from) }, (_, i) => this.element(operands.number(from + i)));
  }

  private element(number: number): Type {
    const type = this.at(number);
    if (type.kind === 'function' || type.kind === 'label' || type.kind === 'void') this.reader.fail(`'${type.text}' inside another type`);
    this.textLeft -= type.text.length;
    if (this.textLeft < 0) this.reader.fail('the types of the file are too large');
    return type;
  }

  private takeStructName(): string {
    const name = this.structName ?? unnamed(this.namelessStructs++);
    this.structName = undefined;
    return name;
  }
}
