import { BinaryOpcode, CastOpcode, ConstantsCode, zkllvmCodes } from 'llvm-bitcode-js';
import type { BitstreamReader, OperandList } from 'llvm-bitcode-js';
import { castProblem } from '../ir/cast-rule.js';
import type { ConstantExpression, ConstantPool, ValueId } from '../ir/constant-pool.js';
import type { LlvmModule } from '../ir/module.js';
import { expressionOpcodes, InstructionFlag, Opcode, opcodeInfo } from '../ir/opcode.js';
import type { OpcodeName } from '../ir/opcode.js';
import { isSized, laneType } from '../ir/type.js';
import type { FloatType, Type } from '../ir/type.js';
import { forEachRecord } from './record-walk.js';
import type { TypeTableReader } from './type-table-reader.js';
import type { ValueList } from './value-list.js';

/** A constant that refers to others by their numbers, some of which may come later. */
interface PendingConstant {
  readonly type: Type;
  readonly parts: readonly number[];
  /** Absent for an aggregate. */
  readonly expression?: Omit<ConstantExpression, 'operands'>;
}

/** Constants inside constants that are followed; deeper ones are an error. */
const MOST_NESTING = 1000;

/** Opcodes of the model for the numbers of bitcode; operators on floats are told by the type of their operands. */
export const binaryOpcodes = opcodesByNumber(BinaryOpcode);
export const castOpcodes = new Map([...opcodesByNumber(CastOpcode), [zkllvmCodes.cast.itogf, 'itogf' as const]]);

/** The first name for each number: integer operators come before those on floats. */
function opcodesByNumber(numbers: Readonly<Partial<Record<OpcodeName, number>>>): Map<number, OpcodeName> {
  const names = new Map<number, OpcodeName>();
  for (const [name, number] of Object.entries(numbers)) if (!names.has(number)) names.set(number, name as OpcodeName);
  return names;
}

/** Reads blocks of constants. */
export class ConstantBlockReader {
  private readonly reader: BitstreamReader;
  private readonly constants: ConstantPool;
  private readonly module: LlvmModule;
  private readonly types: TypeTableReader;

  constructor(reader: BitstreamReader, module: LlvmModule, types: TypeTableReader) {
    this.reader = reader;
    this.module = module;
    this.constants = module.constants;
    this.types = types;
  }

  /** Reads the block, which has been entered, and appends the ids of its constants to `values`, the values before it. */
  read(values: ValueList): void {
    const pending = new Map<number, PendingConstant>();
    let type: Type | undefined;
    forEachRecord(this.reader, () => {
      const { code, operands } = this.reader;
      if (code === ConstantsCode.SETTYPE) {
        type = this.types.at(operands.length > 0 ? operands.number(0) : -1);
        return;
      }
      if (type === undefined) this.reader.fail('a constant before its type');
      const constant = this.constant(code, operands, type);
      // Zero stands for those that are made at the end of the block.
      values.push(typeof constant === 'number' ? constant : 0);
      if (typeof constant !== 'number') pending.set(values.length - 1, constant);
    });
    for (const number of pending.keys()) this.resolve(number, values, pending, 0);
  }

  private resolve(
    number: number,
    values: ValueList,
    pending: Map<number, PendingConstant>,
    depth: number,
  ): ValueId {
    const { reader, constants } = this;
    const known = values.at(number) ?? reader.fail(`constant ${number} does not exist`);
    if (known < 0) return known;
    const constant = pending.get(number);
    if (constant === undefined) {
      return reader.fail(`constant ${number} consists of itself, or of a value that is no constant`);
    }
    if (depth > MOST_NESTING) reader.fail('constants are nested too deeply');
    pending.delete(number);
    const { type, parts, expression } = constant;
    const operands = parts.map((part) => this.resolve(part, values, pending, depth + 1));
    if (expression !== undefined) this.checkExpression(expression, operands, type);
    const made =
      expression === undefined
        ? this.aggregate(type, operands)
        : constants.expression(type, { ...expression, operands });
    values.set(number, made);
    return made;
  }

  private checkExpression({ opcode, sourceType }: Omit<ConstantExpression, 'operands'>, operands: readonly ValueId[], type: Type): void {
    const { reader, constants } = this;
    const { name, form } = opcodeInfo(opcode);
    const types = operands.map((operand) => constants.typeOf(operand));
    if (!expressionOpcodes.has(opcode)) reader.fail(`${name} is no constant expression any more`);
    switch (form) {
      case 'binary':
        if (types.some((each) => each !== type) || laneType(type).kind !== 'integer') reader.fail(`${name} of another type than '${type.text}'`);
        return;
      case 'cast': {
        const problem = castProblem(name, types[0], type);
        if (problem !== undefined) reader.fail(problem);
        return;
      }
      case 'getelementptr':
        if (types.length === 0 || types[0] !== type || type.kind !== 'pointer') reader.fail(`an address of type '${type.text}'`);
        if (types.slice(1).some((each) => laneType(each).kind !== 'integer')) reader.fail('an index that is no integer');
        if (sourceType === undefined || !isSized(sourceType)) reader.fail('an address inside what has no size');
        return;
      case 'extractelement':
      case 'insertelement': {
        const [vector, element] = types;
        const lane = form === 'extractelement' ? type : element;
        if (vector.kind !== 'vector' || vector.element !== lane) reader.fail(`${name} of type '${vector.text}'`);
        if (types.at(-1)?.kind !== 'integer') reader.fail('an index that is no integer');
        return;
      }
      default:
    }
  }

  private aggregate(type: Type, elements: readonly ValueId[]): ValueId {
    const { reader, constants } = this;
    const expected =
      type.kind === 'struct' ? type.fields?.length : type.kind === 'array' || type.kind === 'vector' ? type.length : -1;
    if (elements.length !== expected) reader.fail(`a constant of type '${type.text}' with ${elements.length} elements`);
    elements.forEach((element, index) => {
      const wanted = type.kind === 'struct' ? type.fields?.[index] : (type as { element?: Type }).element;
      if (constants.typeOf(element) !== wanted) reader.fail(`element ${index} of a '${type.text}' has another type`);
    });
    return constants.aggregate(type, elements);
  }

  private constant(code: number, operands: OperandList, type: Type): ValueId | PendingConstant {
    const { reader, constants } = this;
    switch (code) {
      case ConstantsCode.NULL:
        return this.zero(type);
      case ConstantsCode.UNDEF:
      case ConstantsCode.POISON:
        this.requireSized(type);
        return code === ConstantsCode.UNDEF ? constants.undef(type) : constants.poison(type);
      case ConstantsCode.INTEGER:
        if (type.kind !== 'integer' || operands.length === 0) return reader.fail(`an integer of type '${type.text}'`);
        return constants.int(type, operands.signed(0));
      case ConstantsCode.WIDE_INTEGER:
        if (type.kind !== 'integer') return reader.fail(`an integer of type '${type.text}'`);
        return constants.int(type, fromWords(operands));
      case zkllvmCodes.constants.FIELD:
      case zkllvmCodes.constants.FIELD_WIDE:
        if (type.kind !== 'field') break;
        return constants.field(type, fromWords(operands));
      case ConstantsCode.FLOAT:
        if (type.kind !== 'float' || operands.length === 0) return reader.fail(`a number of type '${type.text}'`);
        return this.float(type, operands, 0);
      case ConstantsCode.AGGREGATE:
        return { type, parts: numbers(operands) };
      case ConstantsCode.STRING:
      case ConstantsCode.CSTRING:
        return this.string(type, operands, code === ConstantsCode.CSTRING);
      case ConstantsCode.DATA:
        return this.data(type, operands);
      default:
    }
    return this.expression(code, operands, type);
  }

  private zero(type: Type): ValueId {
    this.requireSized(type);
    if (type.kind === 'curve') return this.reader.fail(`type '${type.text}' has no zero constant`);
    return this.constants.zero(type);
  }

  private requireSized(type: Type): void {
    switch (type.kind) {
      case 'void':
      case 'label':
      case 'metadata':
      case 'function':
        this.reader.fail(`a constant of type '${type.text}'`);
        break;
      case 'struct':
        if (type.fields === undefined) this.reader.fail(`a constant of type '${type.text}', which is opaque`);
        break;
      default:
    }
  }

  /** The number whose bits begin at operand `index`; the wide formats have two operands. */
  private float(type: FloatType, operands: OperandList, index: number): ValueId {
    const { reader, constants } = this;
    const wide = type.bits > 64;
    if (wide && operands.length < 2) reader.fail(`a constant of type '${type.text}' without its second half`);
    let bits = operands.bigint(index);
    if (type.name === 'x86_fp80') bits = (bits << 16n) | (operands.bigint(1) & 0xffffn);
    else if (wide) bits |= operands.bigint(1) << 64n;
    return constants.floatOfBits(type, BigInt.asUintN(type.bits, bits));
  }

  private string(type: Type, operands: OperandList, terminated: boolean): ValueId {
    const bytes = new Uint8Array(operands.length + (terminated ? 1 : 0));
    bytes.set(operands.bytes());
    if (type.kind !== 'array' || type.element.text !== 'i8' || type.length !== bytes.length) {
      this.reader.fail(`a string of ${bytes.length} bytes of type '${type.text}'`);
    }
    return this.constants.bytes(bytes);
  }

  private data(type: Type, operands: OperandList): ValueId {
    const { reader, constants } = this;
    const { length } = operands;
    if ((type.kind !== 'array' && type.kind !== 'vector') || type.length !== length) {
      return reader.fail(`data of ${length} elements of type '${type.text}'`);
    }
    const { element } = type;
    if (type.kind === 'array' && element.kind === 'float') {
      if (element.bits === 32) return constants.data(type, operands.low.slice(0, length));
      if (element.bits === 16) return constants.data(type, Uint16Array.from(operands.low.subarray(0, length)));
      if (element.bits === 64) return constants.data(type, BigUint64Array.from({ length }, (_, i) => operands.bigint(i)));
    }
    const elements = new Array<ValueId>(length);
    for (let i = 0; i < length; i++) {
      if (element.kind === 'integer') {
        elements[i] = constants.int(element, operands.high[i] === 0 ? operands.low[i] : operands.bigint(i));
      } else if (element.kind === 'float') {
        elements[i] = constants.floatOfBits(element, BigInt.asUintN(element.bits, operands.bigint(i)));
      } else {
        reader.fail(`data of type '${type.text}'`);
      }
    }
    return constants.aggregate(type, elements);
  }

  private expression(code: number, operands: OperandList, type: Type): PendingConstant {
    const { reader } = this;
    const operand = (index: number): number =>
      index < operands.length ? operands.number(index) : reader.fail(`constant record ${code} is too short`);
    const make = (name: OpcodeName, parts: readonly number[], flags = 0, sourceType?: Type): PendingConstant => ({
      type,
      parts,
      expression: { opcode: Opcode[name], flags, sourceType },
    });
    switch (code) {
      case ConstantsCode.CE_BINOP:
        return make(
          binaryOpcodes.get(operand(0)) ?? reader.fail(`operator ${operand(0)} does not exist`),
          [operand(1), operand(2)],
          operands.length > 3 ? operand(3) & 3 : 0,
        );
      case ConstantsCode.CE_CAST:
        return make(castOpcodes.get(operand(0)) ?? reader.fail(`cast ${operand(0)} does not exist`), [operand(2)]);
      case ConstantsCode.CE_EXTRACTELT:
        return make('extractelement', [operand(1), operand(3)]);
      case ConstantsCode.CE_INSERTELT:
        return make('insertelement', [operand(0), operand(1), operand(3)]);
      case ConstantsCode.CE_GEP_OLD:
      case ConstantsCode.CE_INBOUNDS_GEP:
        if (operands.length % 2 === 0) break;
        return make(
          'getelementptr',
          everySecond(operands, 2),
          code === ConstantsCode.CE_GEP_OLD ? 0 : InstructionFlag.inbounds,
          this.types.at(operand(0)),
        );
      case ConstantsCode.CE_GEP:
      case ConstantsCode.CE_GEP_WITH_INRANGE_INDEX_OLD:
        if (operands.length % 2 !== 0) break;
        return make(
          'getelementptr',
          everySecond(operands, 3),
          operand(1) & InstructionFlag.inbounds,
          this.types.at(operand(0)),
        );
      case ConstantsCode.CE_GEP_WITH_INRANGE:
        // The bits of the range, its two ends and then the operands: what is known about the range is not kept.
        if (operand(2) > 64 || operands.length % 2 === 0) break;
        return make(
          'getelementptr',
          everySecond(operands, 6),
          operand(1) & InstructionFlag.inbounds,
          this.types.at(operand(0)),
        );
      default:
    }
    return reader.fail(`constant record ${code} of type '${type.text}' is not supported`);
  }
}

/** Words of 64 bits, each written as a signed number, the lowest first. */
function fromWords(operands: OperandList): bigint {
  let value = 0n;
  for (let i = operands.length - 1; i >= 0; i--) value = (value << 64n) | BigInt.asUintN(64, operands.signed(i));
  return value;
}

function numbers(operands: OperandList): number[] {
  return Array.from({ length: operands.length }, (_, index) => operands.number(index));
}

/** The values among pairs of type and value. @param from where the first value is */
function everySecond(operands: OperandList, from: number): number[] {
  return numbers(operands).filter((_, index) => index >= from && (index - from) % 2 === 0);
}
