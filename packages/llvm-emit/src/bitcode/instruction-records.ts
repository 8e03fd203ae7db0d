import {
  AllocaFlag,
  BinaryOpcode,
  CallFlag,
  CastOpcode,
  FastMathFlag,
  FloatPredicateCode,
  FunctionCode,
  IntegerPredicateCode,
  OperandList,
  standardAbbreviationId,
  UnaryOpcode,
  zkllvmCodes,
} from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import { calleeType } from '../ir/callee-type.js';
import type { ValueId } from '../ir/constant-pool.js';
import { alignmentFlags } from '../ir/alignment.js';
import type { AtomicAccess, LlvmFunction } from '../ir/function.js';
import { atomicOperations, atomicOrderings, floatPredicates, InstructionFlag, integerPredicates, opcodes } from '../ir/opcode.js';
import type { OpcodeInfo } from '../ir/opcode.js';
import { BitcodeError } from './bitcode-error.js';
import { allocaSize } from './function-constants.js';
import { globalProperties } from './global-properties.js';
import type { TypeNumbering } from './type-numbering.js';
import type { ValueEnumerator } from './value-enumerator.js';

const standard = standardAbbreviationId.function;

/** Numbers of operators and predicates in bitcode, by the codes of the model. */
const operatorCodes: readonly number[] = opcodes.map(
  ({ name }) =>
    ({ ...BinaryOpcode, ...UnaryOpcode, ...CastOpcode, itogf: zkllvmCodes.cast.itogf })[name as string] ?? -1,
);
const integerPredicateCodes: readonly number[] = integerPredicates.map((name) => IntegerPredicateCode[name]);
const floatPredicateCodes: readonly number[] = floatPredicates.map((name) => FloatPredicateCode[name]);

const ALIGNMENT = InstructionFlag.volatile - 1;
const TAIL_FLAGS = { '': 0, tail: CallFlag.tail, musttail: CallFlag.musttail | CallFlag.tail, notail: CallFlag.notail };

/** Bit of an INVOKE record's calling convention that says that the function type is stated. */
const INVOKE_EXPLICIT_TYPE = 1 << 13;

function isVolatile(fn: LlvmFunction, index: number): boolean {
  return (fn.flags[index] & InstructionFlag.volatile) !== 0;
}

/** Writes the instructions of functions, one after the other. */
export class InstructionWriter {
  private readonly stream: BitstreamWriter;
  private readonly types: TypeNumbering;
  private readonly values: ValueEnumerator;
  private readonly scopes: readonly string[];
  private readonly operands = new OperandList();
  private fn!: LlvmFunction; // begin sets it before any instruction is written
  private siteAttributes: readonly number[] = [];
  /** Positions of the current function's blocks, by block id. */
  private blockPositions = new Int32Array(0);
  /** What the number of the next instruction's result is, or would be; operands are relative to it. */
  private current = 0;
  private allocaAddressSpaces = false;

  /** @param scopes names of synchronisation scopes by their numbers */
  constructor(stream: BitstreamWriter, types: TypeNumbering, values: ValueEnumerator, scopes: readonly string[]) {
    this.stream = stream;
    this.types = types;
    this.values = values;
    this.scopes = scopes;
  }

  /** @param siteAttributes numbers of the attribute lists of the function's call sites */
  writeAll(fn: LlvmFunction, siteAttributes: readonly number[]): void {
    this.fn = fn;
    this.siteAttributes = siteAttributes;
    this.current = this.values.firstInstruction;
    this.blockPositions = new Int32Array(fn.blockStarts.length).fill(-1);
    this.allocaAddressSpaces = /(^|-)A\d/.test(fn.module.dataLayout ?? '');
    fn.blockOrder.forEach((block, position) => {
      this.blockPositions[block] = position;
    });
    const voidId = fn.module.types.void.id;
    for (let index = 0; index < fn.instructionCount; index++) {
      this.instruction(index);
      if (fn.types[index] !== voidId) this.current++;
    }
  }

  private instruction(index: number): void {
    const { fn, operands } = this;
    const info = opcodes[fn.opcodes[index]];
    const start = fn.operandStart(index);
    operands.clear();
    switch (info.form) {
      case 'binary':
        this.binary(info, index, start);
        return;
      case 'cast':
        this.cast(info, index, start);
        return;
      case 'load':
        this.load(index, start);
        return;
      case 'getelementptr':
        this.getElementPtr(index, start);
        return;
      case 'phi':
        this.phi(index);
        return;
      case 'call':
      case 'invoke':
        this.call(info, index, start);
        return;
      case 'alloca':
        this.alloca(index, start);
        return;
      default:
        this.other(info, index, start, fn.operandEnds[index]);
    }
  }

  /** Forms whose records need no more than a list of their operands. */
  private other(info: OpcodeInfo, index: number, start: number, end: number): void {
    const { fn, operands, stream } = this;
    const at = (position: number): number => fn.operands[start + position];
    switch (info.form) {
      case 'unary': {
        const inOrder = this.typed(at(0));
        operands.push(operatorCodes[fn.opcodes[index]]);
        const flags = this.fastMath(index);
        stream.record(FunctionCode.INST_UNOP, operands, inOrder ? (flags ? standard.unaryFlags : standard.unary) : undefined);
        return;
      }
      case 'compare':
        this.typed(at(0));
        this.value(at(1));
        operands.push((info.name === 'icmp' ? integerPredicateCodes : floatPredicateCodes)[fn.extra[index]]);
        if (info.name === 'fcmp') this.fastMath(index);
        else if (fn.flags[index] !== 0) operands.push(fn.flags[index]);
        stream.record(FunctionCode.INST_CMP2, operands);
        return;
      case 'select':
        this.typed(at(1));
        this.value(at(2));
        this.typed(at(0));
        this.fastMath(index);
        stream.record(FunctionCode.INST_VSELECT, operands);
        return;
      case 'freeze':
        this.typed(at(0));
        stream.record(FunctionCode.INST_FREEZE, operands);
        return;
      case 'curveBinary':
        this.typed(at(0));
        this.typed(at(1));
        stream.record(zkllvmCodes.function[info.name === 'cmul' ? 'INST_CMUL' : 'INST_CDIV'], operands);
        return;
      case 'store':
        this.typed(at(1));
        this.typed(at(0));
        this.alignmentAndVolatile(index);
        if (fn.extra[index] !== 0) this.orderingAndScope(index);
        stream.record(fn.extra[index] === 0 ? FunctionCode.INST_STORE : FunctionCode.INST_STOREATOMIC, operands);
        return;
      case 'atomicrmw':
        this.typed(at(0));
        this.typed(at(1));
        this.atomicrmw(index);
        return;
      case 'cmpxchg':
        this.typed(at(0));
        this.typed(at(1));
        this.value(at(2));
        this.cmpxchg(index);
        return;
      case 'fence': {
        const access = fn.atomics[fn.extra[index]];
        operands.push(atomicOrderings.indexOf(access.ordering));
        operands.push(this.scopeNumber(access));
        stream.record(FunctionCode.INST_FENCE, operands);
        return;
      }
      case 'extractelement':
        this.typed(at(0));
        this.typed(at(1));
        stream.record(FunctionCode.INST_EXTRACTELT, operands);
        return;
      case 'insertelement':
        this.typed(at(0));
        this.value(at(1));
        this.typed(at(2));
        stream.record(FunctionCode.INST_INSERTELT, operands);
        return;
      case 'shufflevector':
        this.typed(at(0));
        this.value(at(1));
        this.value(at(2));
        stream.record(FunctionCode.INST_SHUFFLEVEC, operands);
        return;
      case 'extractvalue':
      case 'insertvalue': {
        const count = info.form === 'insertvalue' ? 2 : 1;
        for (let i = 0; i < count; i++) this.typed(at(i));
        for (let i = start + count; i < end; i++) operands.push(fn.operands[i]);
        stream.record(count === 2 ? FunctionCode.INST_INSERTVAL : FunctionCode.INST_EXTRACTVAL, operands);
        return;
      }
      case 'ret':
        if (start === end) stream.record(FunctionCode.INST_RET, operands, standard.returnVoid);
        else stream.record(FunctionCode.INST_RET, operands, this.typed(at(0)) ? standard.returnValue : undefined);
        return;
      case 'br':
        if (end - start === 1) {
          this.block(at(0));
        } else {
          this.block(at(1));
          this.block(at(2));
          this.value(at(0));
        }
        stream.record(FunctionCode.INST_BR, operands);
        return;
      case 'switch':
        operands.push(this.types.numberOf(fn.typeIdOf(at(0))));
        this.value(at(0));
        this.block(at(1));
        for (let i = 2; i < end - start; i += 2) {
          operands.push(this.values.numberOf(at(i)));
          this.block(at(i + 1));
        }
        stream.record(FunctionCode.INST_SWITCH, operands);
        return;
      case 'landingpad':
        operands.push(this.types.numberOf(fn.types[index]));
        operands.push((fn.flags[index] & InstructionFlag.cleanup) === 0 ? 0 : 1);
        operands.push((end - start) / 2);
        for (let i = 0; i < end - start; i += 2) {
          operands.push(at(i));
          this.typed(at(i + 1));
        }
        stream.record(FunctionCode.INST_LANDINGPAD, operands);
        return;
      case 'resume':
        this.typed(at(0));
        stream.record(FunctionCode.INST_RESUME, operands);
        return;
      case 'unreachable':
        stream.record(FunctionCode.INST_UNREACHABLE, operands, standard.unreachable);
        return;
      default:
        throw new BitcodeError(`function @${fn.name}`, `instruction ${index}: '${info.name}' cannot be written as bitcode`);
    }
  }

  /** Of a load or store that is atomic. */
  private orderingAndScope(index: number): void {
    const access = this.fn.atomics[this.fn.extra[index] - 1];
    this.operands.push(atomicOrderings.indexOf(access.ordering));
    this.operands.push(this.scopeNumber(access));
  }

  private scopeNumber({ syncScope }: AtomicAccess): number {
    return this.scopes.indexOf(syncScope);
  }

  private atomicrmw(index: number): void {
    const { fn, operands, stream } = this;
    const access = fn.atomics[fn.extra[index]];
    if (access.operation === undefined) throw new BitcodeError(`function @${fn.name}`, 'atomicrmw without an operation');
    operands.push(atomicOperations.indexOf(access.operation));
    operands.push(isVolatile(fn, index) ? 1 : 0);
    operands.push(atomicOrderings.indexOf(access.ordering));
    operands.push(this.scopeNumber(access));
    operands.push(this.atomicAlignment(index, 1));
    stream.record(FunctionCode.INST_ATOMICRMW, operands);
  }

  private cmpxchg(index: number): void {
    const { fn, operands, stream } = this;
    const access = fn.atomics[fn.extra[index]];
    operands.push(isVolatile(fn, index) ? 1 : 0);
    operands.push(atomicOrderings.indexOf(access.ordering));
    operands.push(this.scopeNumber(access));
    operands.push(atomicOrderings.indexOf(access.failureOrdering ?? access.ordering));
    operands.push(access.weak ? 1 : 0);
    operands.push(this.atomicAlignment(index, 1));
    stream.record(FunctionCode.INST_CMPXCHG, operands);
  }

  /** 1 + log2 of the alignment: the stated one, or the size of operand `position`, which text means without one. */
  private atomicAlignment(index: number, position: number): number {
    const { fn } = this;
    const stated = fn.flags[index] & ALIGNMENT;
    if (stated !== 0) return stated;
    const type = fn.typeOf(fn.operand(index, position));
    const bits = type.kind === 'integer' ? type.width : type.kind === 'float' ? type.bits : 64;
    return alignmentFlags(2 ** Math.ceil(Math.log2(Math.max(1, bits / 8))));
  }

  private binary(info: OpcodeInfo, index: number, start: number): void {
    const { fn, operands, stream } = this;
    const inOrder = this.typed(fn.operands[start]);
    this.value(fn.operands[start + 1]);
    operands.pushWords(operatorCodes[fn.opcodes[index]], 0);
    let flags = fn.flags[index] !== 0;
    if (info.flags === 'fastMath') flags = this.fastMath(index);
    else if (flags) operands.pushWords(fn.flags[index], 0);
    const abbreviation = inOrder ? (flags ? standard.binaryFlags : standard.binary) : undefined;
    stream.record(FunctionCode.INST_BINOP, operands, abbreviation);
  }

  private cast(info: OpcodeInfo, index: number, start: number): void {
    const { fn, operands, stream } = this;
    const inOrder = this.typed(fn.operands[start]);
    operands.push(this.types.numberOf(fn.types[index]));
    operands.push(operatorCodes[fn.opcodes[index]]);
    let flags = fn.flags[index] !== 0;
    if (info.flags === 'fastMath') flags = this.fastMath(index);
    else if (flags) operands.push(fn.flags[index]);
    const abbreviation = inOrder ? (flags ? standard.castFlags : standard.cast) : undefined;
    stream.record(FunctionCode.INST_CAST, operands, abbreviation);
  }

  private load(index: number, start: number): void {
    const { fn, operands, stream } = this;
    const inOrder = this.typed(fn.operands[start]);
    operands.push(this.types.numberOf(fn.types[index]));
    this.alignmentAndVolatile(index);
    if (fn.extra[index] !== 0) {
      this.orderingAndScope(index);
      stream.record(FunctionCode.INST_LOADATOMIC, operands);
      return;
    }
    stream.record(FunctionCode.INST_LOAD, operands, inOrder ? standard.load : undefined);
  }

  private getElementPtr(index: number, start: number): void {
    const { fn, operands, stream } = this;
    // What is in bounds does not wrap as signed: LLVM writes both bits, and its readers see one in the other.
    operands.push(fn.flags[index]);
    operands.push(this.types.numberOf(fn.extra[index]));
    for (let at = start; at < fn.operandEnds[index]; at++) this.typed(fn.operands[at]);
    stream.record(FunctionCode.INST_GEP, operands, standard.getElementPtr);
  }

  private phi(index: number): void {
    const { fn, operands, stream } = this;
    const { values, blocks } = fn.phis[fn.extra[index]];
    operands.push(this.types.numberOf(fn.types[index]));
    for (let i = 0; i < values.length; i++) {
      operands.pushSigned(this.current - this.values.numberOf(values[i]));
      this.block(blocks[i]);
    }
    this.fastMath(index);
    stream.record(FunctionCode.INST_PHI, operands);
  }

  private alloca(index: number, start: number): void {
    const { fn, operands, stream, types } = this;
    const size = fn.operandEnds[index] > start ? fn.operands[start] : allocaSize(fn);
    const alignment = fn.flags[index] & ALIGNMENT;
    operands.push(types.numberOf(fn.extra[index]));
    operands.push(types.numberOf(fn.typeIdOf(size)));
    operands.push(this.values.numberOf(size));
    operands.push((alignment & 31) | ((alignment >>> 5) << 8) | AllocaFlag.explicitType);
    const result = fn.module.types.at(fn.types[index]);
    const addressSpace = result.kind === 'pointer' ? result.addressSpace : 0;
    if (addressSpace !== 0 || this.allocaAddressSpaces) operands.push(addressSpace);
    stream.record(FunctionCode.INST_ALLOCA, operands);
  }

  private call({ form }: OpcodeInfo, index: number, start: number): void {
    const { fn, operands, stream, types } = this;
    const site = fn.callSites[fn.extra[index]];
    const type = calleeType(fn, index);
    const where = `function @${fn.name}`;
    const { callingConvention } = globalProperties([site.callingConvention], where);
    const end = fn.operandEnds[index] - (form === 'invoke' ? 2 : 0);
    operands.push(this.siteAttributes[fn.extra[index]]);
    if (form === 'invoke') {
      operands.push(callingConvention | INVOKE_EXPLICIT_TYPE);
      this.block(fn.operands[end]);
      this.block(fn.operands[end + 1]);
    } else {
      const flags = fn.flags[index] === 0 ? 0 : CallFlag.fastMath;
      operands.push((callingConvention << 1) | TAIL_FLAGS[site.tail] | CallFlag.explicitType | flags);
      this.fastMath(index);
    }
    operands.push(types.numberOf(type.id));
    this.typed(fn.operands[start]);
    const parametersEnd = start + 1 + type.parameters.length;
    for (let at = start + 1; at < end; at++) {
      if (at < parametersEnd) this.value(fn.operands[at]);
      else this.typed(fn.operands[at]);
    }
    stream.record(form === 'invoke' ? FunctionCode.INST_INVOKE : FunctionCode.INST_CALL, operands);
  }

  /** Appends a value's number, relative to that of this instruction; later values have negative ones, modulo 2^32. */
  private value(id: ValueId): void {
    this.operands.pushWords(this.current - this.values.numberOf(id), 0);
  }

  /** Appends a value and, where it is a later one, its type, which the reader cannot know yet; false if so. */
  private typed(id: ValueId): boolean {
    const number = this.values.numberOf(id);
    this.operands.pushWords(this.current - number, 0);
    if (number < this.current) return true;
    this.operands.push(this.types.numberOf(this.fn.typeIdOf(id)));
    return false;
  }

  private block(block: number): void {
    const position = this.blockPositions[block];
    if (position === undefined || position < 0) {
      throw new BitcodeError(`function @${this.fn.name}`, `block ${block} is branched to, but it is not in the function`);
    }
    this.operands.push(position);
  }

  private alignmentAndVolatile(index: number): void {
    const flags = this.fn.flags[index];
    this.operands.push(flags & ALIGNMENT);
    this.operands.push((flags & InstructionFlag.volatile) === 0 ? 0 : 1);
  }

  /** Appends the flags of floating point arithmetic if there are any. */
  private fastMath(index: number): boolean {
    const flags = this.fn.flags[index];
    if (flags === 0) return false;
    // All but reassoc have the same bit in the model.
    const reassoc = (flags & InstructionFlag.reassoc) === 0 ? 0 : FastMathFlag.reassoc;
    this.operands.push((flags & (InstructionFlag.fast - InstructionFlag.reassoc)) | reassoc);
    return true;
  }
}

