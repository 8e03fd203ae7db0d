import {
  array,
  BinaryOpcode,
  BlockId,
  CastOpcode,
  ConstantsCode,
  fieldWidth,
  fixed,
  isChar6,
  literal,
  localAbbreviation,
  OperandList,
  standardAbbreviationId,
  UnaryOpcode,
  vbr,
  zkllvmCodes,
} from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ConstantExpression, ConstantPool, DataBits, ValueId } from '../ir/constant-pool.js';
import type { LlvmModule } from '../ir/module.js';
import { InstructionFlag, opcodeInfo } from '../ir/opcode.js';
import type { FloatType, IntegerType } from '../ir/type.js';
import { BitcodeError } from './bitcode-error.js';
import { isPlainData } from './constant-parts.js';
import type { TypeNumbering } from './type-numbering.js';
import type { ConstantRun, ValueEnumerator } from './value-enumerator.js';

const standard = standardAbbreviationId.constants;

/** Abbreviations that the module's own block of constants defines. */
interface LocalAbbreviations {
  readonly aggregate: number;
  readonly string: number;
  readonly cstring7: number;
  readonly cstringChar6: number;
  readonly data32: number;
  readonly data64: number;
}

/** Writes blocks of constants. */
export class ConstantWriter {
  private readonly stream: BitstreamWriter;
  private readonly constants: ConstantPool;
  private readonly types: TypeNumbering;
  private readonly values: ValueEnumerator;
  private readonly operands = new OperandList();
  private local: LocalAbbreviations | undefined;

  constructor(stream: BitstreamWriter, module: LlvmModule, types: TypeNumbering, values: ValueEnumerator) {
    this.stream = stream;
    this.constants = module.constants;
    this.types = types;
    this.values = values;
  }

  /**
   * Writes a CONSTANTS block, none if there are no constants.
   *
   * @param ofModule whether it is the one of the module, which has abbreviations for strings and aggregates
   */
  write({ ids, first }: ConstantRun, ofModule: boolean, where: string): void {
    if (ids.length === 0) return;
    const { stream, constants } = this;
    stream.enterBlock(BlockId.CONSTANTS, 4);
    this.local = ofModule ? this.defineLocal(first + ids.length) : undefined;
    let typeId = -1;
    for (const id of ids) {
      if (constants.typeIdOf(id) !== typeId) {
        typeId = constants.typeIdOf(id);
        stream.record(ConstantsCode.SETTYPE, [this.types.numberOf(typeId)], standard.setType);
      }
      this.constant(id, where);
    }
    stream.exitBlock();
  }

  private defineLocal(valueCount: number): LocalAbbreviations {
    const { stream } = this;
    return {
      aggregate: stream.defineAbbreviation(localAbbreviation.constants.aggregate(fieldWidth(valueCount))),
      string: stream.defineAbbreviation(localAbbreviation.constants.string),
      cstring7: stream.defineAbbreviation(localAbbreviation.constants.cstring7),
      cstringChar6: stream.defineAbbreviation(localAbbreviation.constants.cstringChar6),
      // LLVM's own writer has none for data: these take 32 bits for a float instead of 42.
      data32: stream.defineAbbreviation([literal(ConstantsCode.DATA), array(fixed(32))]),
      data64: stream.defineAbbreviation([literal(ConstantsCode.DATA), array(vbr(32))]),
    };
  }

  private constant(id: ValueId, where: string): void {
    const { stream, constants, operands } = this;
    const kind = constants.kindOf(id);
    operands.clear();
    switch (kind) {
      case ConstantKind.integer:
        this.integer(id);
        return;
      case ConstantKind.field:
        this.field(id);
        return;
      case ConstantKind.float:
        this.float(id);
        return;
      case ConstantKind.null:
      case ConstantKind.zero:
        stream.record(ConstantsCode.NULL, operands, standard.null);
        return;
      case ConstantKind.undef:
        stream.record(ConstantsCode.UNDEF, operands);
        return;
      case ConstantKind.poison:
        stream.record(ConstantsCode.POISON, operands);
        return;
      case ConstantKind.aggregate:
        this.aggregate(id);
        return;
      case ConstantKind.bytes:
        this.bytes(constants.bytesOf(id));
        return;
      case ConstantKind.data:
        this.data(constants.dataOf(id));
        return;
      case ConstantKind.metadata:
        throw new TypeError('metadata has no record among the constants');
      case ConstantKind.expression:
        this.expression(id, constants.expressionOf(id), where);
        return;
      case ConstantKind.global:
        throw new TypeError('addresses of globals have no record of their own');
    }
  }

  private integer(id: ValueId): void {
    const { stream, constants, operands } = this;
    const value = constants.numberOf(id);
    if (value === 0) {
      stream.record(ConstantsCode.NULL, operands, standard.null);
      return;
    }
    const { width } = constants.typeOf(id) as IntegerType; // the pool makes integers of integer types only
    if (width <= 64) {
      operands.pushSigned(Number.isNaN(value) ? constants.bigintOf(id) : value);
      stream.record(ConstantsCode.INTEGER, operands, standard.integer);
      return;
    }
    this.pushWords(BigInt.asUintN(width, constants.bigintOf(id)));
    stream.record(ConstantsCode.WIDE_INTEGER, operands);
  }

  /** Field elements in the form of integers; the codes are zkLLVM's. */
  private field(id: ValueId): void {
    const { stream, constants, operands } = this;
    const value = constants.bigintOf(id);
    if (value < 2n ** 63n) {
      operands.pushSigned(value);
      stream.record(zkllvmCodes.constants.FIELD, operands);
      return;
    }
    this.pushWords(value);
    stream.record(zkllvmCodes.constants.FIELD_WIDE, operands);
  }

  /** The words of 64 bits up to the last one that is not 0, each as a signed number, the lowest first. */
  private pushWords(value: bigint): void {
    for (let rest = value; rest > 0n; rest >>= 64n) this.operands.pushSigned(BigInt.asIntN(64, rest));
  }

  private float(id: ValueId): void {
    const { stream, constants, operands } = this;
    if (Object.is(constants.numberOf(id), 0)) {
      stream.record(ConstantsCode.NULL, operands, standard.null);
      return;
    }
    const { name } = constants.typeOf(id) as FloatType; // the pool makes floats of floating point types only
    const bits = constants.floatBitsOf(id);
    if (name === 'x86_fp80') {
      operands.pushBigint(bits >> 16n);
      operands.pushBigint(bits & 0xffffn);
    } else {
      operands.pushBigint(bits);
      if (name === 'fp128' || name === 'ppc_fp128') operands.pushBigint(bits >> 64n);
    }
    stream.record(ConstantsCode.FLOAT, operands);
  }

  /** Plain numbers, straight from their bits. */
  private data(bits: DataBits): void {
    const { stream, operands, local } = this;
    if (bits.length === 0) stream.record(ConstantsCode.NULL, operands, standard.null);
    else stream.record(ConstantsCode.DATA, operands, bits instanceof Uint32Array ? local?.data32 : local?.data64, bits);
  }

  private aggregate(id: ValueId): void {
    const { stream, constants, operands, values } = this;
    const elements = constants.elementsOf(id);
    operands.reserve(elements.length);
    if (isPlainData(constants, id)) {
      for (const element of elements) this.pushData(element);
      stream.record(ConstantsCode.DATA, operands);
      return;
    }
    if (elements.length === 0) {
      stream.record(ConstantsCode.NULL, operands, standard.null);
      return;
    }
    for (const element of elements) operands.pushWords(values.numberOf(element), 0);
    stream.record(ConstantsCode.AGGREGATE, operands, this.local?.aggregate);
  }

  /** The bits of an integer or float that an aggregate of plain numbers has as an element. */
  private pushData(id: ValueId): void {
    const { constants, operands } = this;
    const type = constants.typeOf(id);
    const value = constants.numberOf(id);
    if (type.kind === 'float') operands.pushBigint(constants.floatBitsOf(id));
    else if (type.kind === 'integer' && type.width <= 32) operands.push(value < 0 ? value + 2 ** type.width : value);
    else operands.pushBigint(constants.bigintOf(id));
  }

  private bytes(bytes: Uint8Array): void {
    const { stream, operands, local } = this;
    const last = bytes.length - 1;
    if (last < 0) {
      stream.record(ConstantsCode.NULL, operands, standard.null);
      return;
    }
    if (bytes[last] !== 0) {
      stream.record(ConstantsCode.STRING, operands, local?.string, bytes);
      return;
    }
    // A CSTRING ends in a zero that it does not state.
    const text = bytes.subarray(0, last);
    if (local !== undefined && isChar6(text)) stream.record(ConstantsCode.CSTRING, operands, local.cstringChar6, text);
    else if (local !== undefined && text.every((byte) => byte < 128)) {
      stream.record(ConstantsCode.CSTRING, operands, local.cstring7, text);
    } else stream.record(ConstantsCode.STRING, operands, local?.string, bytes);
  }

  private expression(id: ValueId, expression: ConstantExpression, where: string): void {
    const { stream, operands, values, types, constants } = this;
    const { name, form } = opcodeInfo(expression.opcode);
    const pushTyped = (operand: ValueId): void => {
      operands.push(types.numberOf(constants.typeIdOf(operand)));
      operands.push(values.numberOf(operand));
    };
    switch (form) {
      case 'cast':
        operands.push(name === 'itogf' ? zkllvmCodes.cast.itogf : CastOpcode[name as keyof typeof CastOpcode]);
        pushTyped(expression.operands[0]);
        stream.record(ConstantsCode.CE_CAST, operands, standard.cast);
        return;
      case 'binary':
        operands.push(BinaryOpcode[name as keyof typeof BinaryOpcode]);
        for (const operand of expression.operands) operands.push(values.numberOf(operand));
        if (expression.flags !== 0) operands.push(expression.flags);
        stream.record(ConstantsCode.CE_BINOP, operands);
        return;
      case 'unary':
        operands.push(UnaryOpcode[name as keyof typeof UnaryOpcode]);
        operands.push(values.numberOf(expression.operands[0]));
        stream.record(ConstantsCode.CE_UNOP, operands);
        return;
      case 'getelementptr': {
        // The codes that LLVM 16 to 18 write; later ones read them too.
        const inbounds = (expression.flags & InstructionFlag.inbounds) !== 0;
        if (expression.sourceType !== undefined) operands.push(types.numberOf(expression.sourceType.id));
        for (const operand of expression.operands) pushTyped(operand);
        stream.record(inbounds ? ConstantsCode.CE_INBOUNDS_GEP : ConstantsCode.CE_GEP_OLD, operands);
        return;
      }
      case 'extractelement':
        for (const operand of expression.operands) pushTyped(operand);
        stream.record(ConstantsCode.CE_EXTRACTELT, operands);
        return;
      case 'insertelement':
        operands.push(values.numberOf(expression.operands[0]));
        operands.push(values.numberOf(expression.operands[1]));
        pushTyped(expression.operands[2]);
        stream.record(ConstantsCode.CE_INSERTELT, operands);
        return;
      default:
        throw new BitcodeError(where, `constant ${id}: '${name}' is no constant expression of bitcode`);
    }
  }
}
