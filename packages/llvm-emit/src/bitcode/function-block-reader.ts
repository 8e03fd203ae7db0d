import {
  BlockId,
  CallFlag,
  CallingConventionCode,
  FloatPredicateCode,
  FunctionCode,
  IntegerPredicateCode,
  ValueSymtabCode,
  zkllvmCodes,
} from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import { isDebugIntrinsic } from '../ir/debug-info.js';
import { isUnnamed } from '../ir/identifier.js';
import { elementAt } from '../ir/element-type.js';
import type { CallSite, LlvmFunction } from '../ir/function.js';
import {
  floatPredicates,
  InstructionFlag,
  integerPredicates,
  Opcode,
  opcodeInfo,
} from '../ir/opcode.js';
import type { OpcodeName } from '../ir/opcode.js';
import type { FunctionType, Type } from '../ir/type.js';
import { laneType } from '../ir/type.js';
import type { AttributeTableReader } from './attribute-table-reader.js';
import { binaryOpcodes, castOpcodes } from './constant-block-reader.js';
import type { ConstantBlockReader } from './constant-block-reader.js';
import { InstructionRecordReader } from './instruction-record-reader.js';
import type { MetadataBlockReader } from './metadata-block-reader.js';
import { forEachRecord } from './record-walk.js';
import type { TypeTableReader } from './type-table-reader.js';
import type { ValueList } from './value-list.js';

/** Records of debug information. */
const DEBUGGING: ReadonlySet<number> = new Set([
  FunctionCode.DEBUG_LOC,
  FunctionCode.DEBUG_LOC_AGAIN,
  FunctionCode.DEBUG_RECORD_VALUE,
  FunctionCode.DEBUG_RECORD_DECLARE,
  FunctionCode.DEBUG_RECORD_ASSIGN,
  FunctionCode.DEBUG_RECORD_VALUE_SIMPLE,
  FunctionCode.DEBUG_RECORD_LABEL,
]);

const floatOperators = new Map<OpcodeName, OpcodeName>([
  ['add', 'fadd'],
  ['sub', 'fsub'],
  ['mul', 'fmul'],
  ['sdiv', 'fdiv'],
  ['srem', 'frem'],
]);
const integerPredicateOf = new Map(integerPredicates.map((name, index) => [IntegerPredicateCode[name] as number, index]));
const floatPredicateOf = new Map(floatPredicates.map((name, index) => [FloatPredicateCode[name] as number, index]));
const conventionNames = new Map(
  Object.entries(CallingConventionCode).map(([name, code]) => [code as number, code === 0 ? '' : name]),
);

/** The keyword of a calling convention, empty for C's. */
export function conventionName(code: number): string | undefined {
  return conventionNames.get(code);
}

const utf8 = new TextDecoder();

/** Reads the block of one function, which has been entered, into the function. */
export class FunctionBlockReader extends InstructionRecordReader {
  private readonly attributes: AttributeTableReader;
  private readonly constants: ConstantBlockReader;
  private readonly metadata: MetadataBlockReader;
  private readonly siteIndexes = new Map<string, number>();
  private blocksBegun = 0;
  private inBlock = false;

  /**
   * @param globals the module's values
   * @param scopes names of synchronisation scopes by their numbers
   */
  constructor(
    reader: BitstreamReader,
    types: TypeTableReader,
    attributes: AttributeTableReader,
    constants: ConstantBlockReader,
    metadata: MetadataBlockReader,
    fn: LlvmFunction,
    globals: ValueList,
    scopes: readonly string[],
  ) {
    super(reader, types, fn, globals, scopes);
    this.attributes = attributes;
    this.constants = constants;
    this.metadata = metadata;
  }

  read(): void {
    const { reader, fn, values } = this;
    let forget: (() => void) | undefined;
    forEachRecord(
      reader,
      () => {
        if (DEBUGGING.has(reader.code)) this.debugging();
        else if (reader.code !== FunctionCode.BLOCKADDR_USERS) this.record(reader.code);
      },
      (blockId) => {
        if (blockId === BlockId.CONSTANTS) {
          reader.enterBlock();
          this.constants.read(values);
        } else if (blockId === BlockId.VALUE_SYMTAB) {
          reader.enterBlock();
          this.names();
        } else if (blockId === BlockId.METADATA) {
          reader.enterBlock();
          forget = this.metadata.readOfFunction(values);
        } else if (blockId === BlockId.METADATA_ATTACHMENT) {
          reader.enterBlock();
          this.metadata.readAttachments(fn);
        }
      },
    );
    forget?.();
    if (this.inBlock) reader.fail(`function @${fn.name} ends inside a block`);
    if (this.blocksBegun !== this.blockCount || this.blockCount === 0) {
      reader.fail(`function @${fn.name} has ${this.blocksBegun} of its ${this.blockCount} blocks`);
    }
    for (const [number, fix] of this.fixups) {
      fix(values.at(number) ?? reader.fail(`function @${fn.name} uses value ${number}, which it does not have`));
    }
  }

  private debugging(): void {
    if (this.metadata.mode === 'strip') return;
    this.reader.fail("debug information in bitcode is not supported: strip it, by reading with debugInfo 'strip'");
  }

  private names(): void {
    const { reader, fn, values } = this;
    const taken = new Set<string>();
    forEachRecord(reader, () => {
      const { code, operands } = reader;
      if (operands.length === 0) reader.fail('a name without what it names');
      const number = operands.number(0);
      const name = utf8.decode(operands.bytes(1));
      if (isUnnamed(name)) reader.fail('a name that begins with NUL, which is not supported');
      if (taken.has(name)) reader.fail(`function @${fn.name} has two values or blocks named '${name}'`);
      taken.add(name);
      if (code === ValueSymtabCode.BBENTRY) {
        if (number >= this.blockCount) reader.fail(`there is no block ${number}`);
        fn.blockNames.set(number, name);
        return;
      }
      const id = values.at(number) ?? -1;
      if (code !== ValueSymtabCode.ENTRY || id < 0) reader.fail(`'${name}' does not name a value of the function`);
      if (id < fn.parameters.length) fn.parameters[id].name = name;
      else fn.valueNames.set(id, name);
    });
  }

  private record(code: number): void {
    const { reader, fn } = this;
    this.at = 0;
    if (code === FunctionCode.DECLAREBLOCKS) {
      this.blockCount = this.next();
      return;
    }
    if (!this.inBlock) {
      if (this.blocksBegun >= this.blockCount) reader.fail('an instruction behind the last block');
      fn.beginBlock(fn.createBlock());
      this.blocksBegun++;
      this.inBlock = true;
    }
    const before = fn.instructionCount;
    this.instruction(code);
    const index = fn.instructionCount - 1;
    if (index < before) return;
    if (fn.types[index] !== fn.module.types.void.id) this.values.push(fn.valueOf(index));
    if (opcodeInfo(fn.opcodes[index]).terminator === true) this.inBlock = false;
  }

  private instruction(code: number): void {
    const { reader, fn, types } = this;
    const moduleTypes = fn.module.types;
    const voidType = moduleTypes.void;
    switch (code) {
      case FunctionCode.INST_BINOP:
        this.binary();
        return;
      case FunctionCode.INST_CAST:
        this.cast();
        return;
      case FunctionCode.INST_UNOP: {
        const operand = this.typed();
        if (this.next() !== 0) reader.fail('operators of one operand other than fneg do not exist');
        this.append('fneg', this.typedType, 0, this.fastMath());
        this.push(operand);
        return;
      }
      case FunctionCode.INST_CMP:
      case FunctionCode.INST_CMP2:
        this.compare();
        return;
      case FunctionCode.INST_VSELECT: {
        const whenTrue = this.typed();
        const type = this.typedType;
        const whenFalse = this.value();
        const condition = this.typed();
        this.append('select', type, 0, this.fastMath());
        this.pushAll([condition, whenTrue, whenFalse]);
        return;
      }
      case FunctionCode.INST_FREEZE: {
        const operand = this.typed();
        this.append('freeze', this.typedType);
        this.push(operand);
        return;
      }
      case zkllvmCodes.function.INST_CMUL:
      case zkllvmCodes.function.INST_CDIV: {
        const point = this.typed();
        const type = this.typedType;
        const scalar = this.typed();
        this.append(code === zkllvmCodes.function.INST_CMUL ? 'cmul' : 'cdiv', type);
        this.pushAll([point, scalar]);
        return;
      }
      case FunctionCode.INST_ALLOCA:
        this.alloca();
        return;
      case FunctionCode.INST_LOAD:
      case FunctionCode.INST_LOADATOMIC: {
        const pointer = this.typed();
        const type = this.valueType(types.at(this.next()));
        const flags = this.alignmentAndVolatile();
        this.append('load', type, code === FunctionCode.INST_LOADATOMIC ? this.access() : 0, flags);
        this.push(pointer);
        return;
      }
      case FunctionCode.INST_STORE:
      case FunctionCode.INST_STOREATOMIC: {
        const pointer = this.typed();
        const stored = this.typed();
        const flags = this.alignmentAndVolatile();
        this.append('store', voidType, code === FunctionCode.INST_STOREATOMIC ? this.access() : 0, flags);
        this.pushAll([stored, pointer]);
        return;
      }
      case FunctionCode.INST_ATOMICRMW:
      case FunctionCode.INST_CMPXCHG:
        this.atomic(code === FunctionCode.INST_CMPXCHG);
        return;
      case FunctionCode.INST_FENCE: {
        const ordering = this.ordering();
        const access = { operation: undefined, ordering, failureOrdering: undefined, weak: false, syncScope: this.syncScope() };
        this.append('fence', voidType, fn.atomics.push(access) - 1);
        return;
      }
      case FunctionCode.INST_GEP:
        this.getElementPtr();
        return;
      case FunctionCode.INST_EXTRACTELT: {
        const vector = this.typed();
        const type = this.typedType;
        if (type.kind !== 'vector') return reader.fail(`extractelement of type '${type.text}'`);
        const index = this.typed();
        this.append('extractelement', type.element);
        this.pushAll([vector, index]);
        return;
      }
      case FunctionCode.INST_INSERTELT: {
        const vector = this.typed();
        const type = this.typedType;
        const element = this.value();
        const index = this.typed();
        this.append('insertelement', type);
        this.pushAll([vector, element, index]);
        return;
      }
      case FunctionCode.INST_SHUFFLEVEC: {
        const first = this.typed();
        const type = this.typedType;
        const second = this.value();
        const mask = this.typed();
        const maskType = this.typedType;
        if (type.kind !== 'vector' || maskType.kind !== 'vector') return reader.fail('shufflevector of what is no vector');
        this.append('shufflevector', moduleTypes.vector(maskType.length, type.element));
        this.pushAll([first, second, mask]);
        return;
      }
      case FunctionCode.INST_EXTRACTVAL:
      case FunctionCode.INST_INSERTVAL:
        this.aggregateAccess(code === FunctionCode.INST_INSERTVAL);
        return;
      case FunctionCode.INST_PHI:
        this.phi();
        return;
      case FunctionCode.INST_CALL:
      case FunctionCode.INST_INVOKE:
        this.call(code === FunctionCode.INST_INVOKE);
        return;
      case FunctionCode.INST_LANDINGPAD:
        this.landingPad();
        return;
      case FunctionCode.INST_RET:
      case FunctionCode.INST_RESUME: {
        const operand = this.operands.length === 0 ? undefined : this.typed();
        this.append(code === FunctionCode.INST_RET ? 'ret' : 'resume', voidType);
        if (operand !== undefined) this.push(operand);
        return;
      }
      case FunctionCode.INST_BR: {
        const first = this.block();
        this.append('br', voidType);
        if (this.operands.length === 1) {
          fn.push(first);
          return;
        }
        const second = this.block();
        this.push(this.value());
        fn.push(first);
        fn.push(second);
        return;
      }
      case FunctionCode.INST_SWITCH: {
        types.at(this.next());
        const condition = this.value();
        const target = this.block();
        this.append('switch', voidType);
        this.push(condition);
        fn.push(target);
        while (this.at < this.operands.length) {
          this.push(this.next());
          fn.push(this.block());
        }
        return;
      }
      case FunctionCode.INST_UNREACHABLE:
        this.append('unreachable', voidType);
        return;
      default:
        reader.fail(`function @${fn.name}: instruction record ${code} is not supported`);
    }
  }

  private binary(): void {
    const left = this.typed();
    const type = this.typedType;
    const right = this.value();
    const code = this.next();
    const integer = binaryOpcodes.get(code) ?? this.reader.fail(`operator ${code} does not exist`);
    const isFloat = laneType(type).kind === 'float';
    const name = isFloat ? (floatOperators.get(integer) ?? this.reader.fail(`operator ${code} on floats`)) : integer;
    const flags = isFloat ? this.fastMath() : this.at < this.operands.length ? this.next() & 3 : 0;
    this.append(name, type, 0, opcodeInfo(Opcode[name]).flags === undefined ? 0 : flags);
    this.pushAll([left, right]);
  }

  private cast(): void {
    const operand = this.typed();
    const type = this.valueType(this.types.at(this.next()));
    const code = this.next();
    const name = castOpcodes.get(code) ?? this.reader.fail(`cast ${code} does not exist`);
    // The number of LLVM 22's ptrtoaddr is zkLLVM's itogf.
    if (name === 'itogf' && type.kind !== 'field') this.reader.fail(`cast ${code} to '${type.text}' is not supported`);
    const set = opcodeInfo(Opcode[name]).flags;
    let flags = 0;
    if (set === 'fastMath') flags = this.fastMath();
    else if (set !== undefined && this.at < this.operands.length) flags = this.next() & 3;
    this.append(name, type, 0, flags);
    this.push(operand);
  }

  private compare(): void {
    const { reader, fn } = this;
    const { types } = fn.module;
    const left = this.typed();
    const type = this.typedType;
    const right = this.value();
    const predicate = this.next();
    const isFloat = laneType(type).kind === 'float';
    const code = (isFloat ? floatPredicateOf : integerPredicateOf).get(predicate);
    if (code === undefined) reader.fail(`predicate ${predicate} for type '${type.text}' does not exist`);
    const result = type.kind === 'vector' ? types.vector(type.length, types.i1) : types.i1;
    const flags = isFloat ? this.fastMath() : this.at < this.operands.length ? this.next() & InstructionFlag.sameSign : 0;
    this.append(isFloat ? 'fcmp' : 'icmp', result, code, flags);
    this.pushAll([left, right]);
  }

  private aggregateAccess(insert: boolean): void {
    const { reader, fn } = this;
    const aggregate = this.typed();
    const type = this.typedType;
    const element = insert ? this.typed() : undefined;
    const path: number[] = [];
    while (this.at < this.operands.length) path.push(this.next());
    if (path.length === 0) reader.fail('access to an aggregate without an index');
    const inner = elementType(type, path) ?? reader.fail(`type '${type.text}' has no element ${path.join(', ')}`);
    this.append(insert ? 'insertvalue' : 'extractvalue', insert ? type : inner);
    this.push(aggregate);
    if (element !== undefined) this.push(element);
    for (const index of path) fn.push(index);
  }

  private phi(): void {
    const { reader, fn, operands } = this;
    const type = this.valueType(this.types.at(this.next()));
    const values: ValueId[] = [];
    const blocks: number[] = [];
    const current = this.values.length;
    const end = operands.length - (operands.length % 2 === 0 ? 1 : 0);
    while (this.at < end) {
      const number = current - Number(operands.signed(this.nextIndex()));
      const position = values.push(0) - 1;
      this.resolve(number, (id) => {
        values[position] = id;
      });
      blocks.push(this.block());
    }
    if (values.length === 0) reader.fail('a phi without incoming values');
    this.append('phi', type, fn.phis.push({ values, blocks }) - 1, this.fastMath());
  }

  private landingPad(): void {
    const { fn } = this;
    const type = this.valueType(this.types.at(this.next()));
    this.append('landingpad', type, 0, this.next() === 0 ? 0 : InstructionFlag.cleanup);
    for (let left = this.next(); left > 0; left--) {
      fn.push(this.next());
      this.push(this.typed());
    }
  }

  private call(invoke: boolean): void {
    const { reader, fn } = this;
    const attributeList = this.next();
    const convention = this.next();
    const explicit = invoke ? 1 << 13 : CallFlag.explicitType;
    if ((convention & explicit) === 0) reader.fail('a call without its function type, as of LLVM 3.7 and older, is not supported');
    const labels = invoke ? [this.block(), this.block()] : [];
    const flags = !invoke && (convention & CallFlag.fastMath) !== 0 ? this.fastMath() : 0;
    const type = this.types.at(this.next());
    if (type.kind !== 'function') return reader.fail(`a call of type '${type.text}'`);
    const callee = this.typed();
    const callArguments: number[] = [];
    if (this.isAboutDebugging(callee)) {
      this.debugging();
      return;
    }
    const nodes = new Map<number, ValueId>();
    for (const { kind } of type.parameters) {
      const number = this.value();
      if (kind === 'metadata') nodes.set(callArguments.length, fn.module.constants.metadata(this.metadata.at(number)));
      callArguments.push(number);
    }
    while (this.at < this.operands.length) {
      if (!type.varargs) reader.fail('a call with too many arguments');
      callArguments.push(this.typed());
    }
    const code = invoke ? convention & 0x3ff : (convention >>> 1) & 0x3ff;
    const site = this.site(type, callee, attributeList, code, invoke ? '' : tailKind(convention));
    this.append(invoke ? 'invoke' : 'call', type.returnType, site, flags);
    this.push(callee);
    callArguments.forEach((number, position) => {
      const node = nodes.get(position);
      if (node === undefined) this.push(number);
      else fn.push(node);
    });
    for (const label of labels) fn.push(label);
  }

  private isAboutDebugging(callee: number): boolean {
    const id = this.values.at(callee);
    const name = id === undefined || id >= 0 ? undefined : this.fn.module.constants.symbolOf(id);
    return name !== undefined && isDebugIntrinsic(name);
  }

  private site(type: FunctionType, callee: number, attributeList: number, convention: number, tail: CallSite['tail']): number {
    const { reader, fn, values } = this;
    const { constants } = fn.module;
    const id = values.at(callee) ?? 0;
    const target = id < 0 && constants.kindOf(id) === ConstantKind.global ? constants.globalOf(id) : undefined;
    const known = target?.kind === 'function' && target.type === type && !type.varargs;
    if (attributeList === 0 && convention === 0 && tail === '' && known) return 0;
    const key = `${attributeList} ${convention} ${tail} ${known ? '' : type.id}`;
    const made = this.siteIndexes.get(key);
    if (made !== undefined) return made;
    const attributes = this.attributes.at(attributeList);
    const index =
      fn.callSites.push({
        tail,
        callingConvention: conventionName(convention) ?? reader.fail(`calling convention ${convention} is not supported`),
        functionType: known ? undefined : type,
        returnAttributes: attributes.returnValue,
        argumentAttributes: attributes.parameters,
        functionAttributes: attributes.function,
      }) - 1;
    this.siteIndexes.set(key, index);
    return index;
  }
}

function elementType(type: Type, path: readonly number[]): Type | undefined {
  try {
    return elementAt(type, path);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function tailKind(convention: number): CallSite['tail'] {
  if ((convention & CallFlag.musttail) !== 0) return 'musttail';
  if ((convention & CallFlag.notail) !== 0) return 'notail';
  return (convention & CallFlag.tail) !== 0 ? 'tail' : '';
}
