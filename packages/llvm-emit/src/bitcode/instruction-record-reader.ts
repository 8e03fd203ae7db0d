import { AllocaFlag, FastMathFlag } from 'llvm-bitcode-js';
import type { BitstreamReader, OperandList } from 'llvm-bitcode-js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import { atomicOperations, atomicOrderings, InstructionFlag, Opcode } from '../ir/opcode.js';
import type { AtomicOrdering, OpcodeName } from '../ir/opcode.js';
import { laneType } from '../ir/type.js';
import type { Type } from '../ir/type.js';
import { allocaSize } from './function-constants.js';
import type { TypeTableReader } from './type-table-reader.js';
import { ValueList } from './value-list.js';

/** A value operand that came before its value: what gets the value's id. */
type Fixup = (id: ValueId) => void;

/** Reads the records of instructions of one function: their operands, and those that allocate and access memory. */
export class InstructionRecordReader {
  protected readonly reader: BitstreamReader;
  protected readonly operands: OperandList;
  protected readonly types: TypeTableReader;
  protected readonly fn: LlvmFunction;
  /** Ids of the values, by their numbers. */
  protected readonly values: ValueList;
  private readonly scopes: readonly string[];
  protected readonly fixups: Array<readonly [number: number, fix: Fixup]> = [];
  /** Next operand of the record. */
  protected at = 0;
  protected typedType: Type;
  protected blockCount = 0;

  /**
   * @param globals the module's values
   * @param scopes names of synchronisation scopes by their numbers
   */
  constructor(
    reader: BitstreamReader,
    types: TypeTableReader,
    fn: LlvmFunction,
    globals: ValueList,
    scopes: readonly string[],
  ) {
    this.scopes = scopes;
    this.reader = reader;
    this.operands = reader.operands;
    this.types = types;
    this.fn = fn;
    this.values = new ValueList(globals);
    for (const parameter of fn.parameters.keys()) this.values.push(parameter);
    this.typedType = fn.module.types.void;
  }

  protected atomic(exchange: boolean): void {
    const { fn } = this;
    const { types } = fn.module;
    const pointer = this.typed();
    const value = this.typed();
    const type = this.typedType;
    const replacement = exchange ? this.value() : undefined;
    const number = exchange ? 0 : this.next();
    const operation = exchange ? undefined : atomicOperations[number];
    if (!exchange && operation === undefined) this.reader.fail(`atomicrmw operation ${number} is not supported`);
    const volatile = this.next() === 0 ? 0 : InstructionFlag.volatile;
    const ordering = this.ordering();
    const syncScope = this.syncScope();
    const failureOrdering = exchange ? this.ordering() : undefined;
    const weak = exchange && this.next() !== 0;
    const alignment = this.at < this.operands.length ? this.alignment(this.next()) : 0;
    const access = fn.atomics.push({ operation, ordering, failureOrdering, weak, syncScope }) - 1;
    const result = exchange ? types.struct([type, types.i1]) : type;
    this.append(exchange ? 'cmpxchg' : 'atomicrmw', result, access, volatile | alignment);
    this.pushAll(replacement === undefined ? [pointer, value] : [pointer, value, replacement]);
  }

  /** Ordering and scope of an atomic load or store: the index plus one. */
  protected access(): number {
    const ordering = this.ordering();
    const access = { operation: undefined, ordering, failureOrdering: undefined, weak: false, syncScope: this.syncScope() };
    return this.fn.atomics.push(access);
  }

  protected ordering(): AtomicOrdering {
    const number = this.next();
    const ordering = atomicOrderings[number];
    if (ordering === undefined || ordering === 'notatomic') return this.reader.fail(`there is no atomic ordering ${number}`);
    return ordering;
  }

  protected syncScope(): string {
    const number = this.next();
    return this.scopes[number] ?? this.reader.fail(`there is no synchronization scope ${number}`);
  }

  protected alloca(): void {
    const { reader, fn } = this;
    const type = this.valueType(this.types.at(this.next()));
    this.types.at(this.next());
    const size = this.next();
    const packed = this.next();
    const addressSpace = this.at < this.operands.length ? this.next() : this.defaultAllocaAddressSpace();
    if ((packed & AllocaFlag.explicitType) === 0) reader.fail('an alloca of LLVM 3.6 or older is not supported');
    if ((packed & (AllocaFlag.inalloca | AllocaFlag.swifterror)) !== 0) {
      reader.fail('allocas with inalloca or swifterror are not supported');
    }
    const alignment = this.alignment((packed & 31) | (((packed >>> 8) & 7) << 5));
    this.append('alloca', fn.module.types.pointer(addressSpace), type.id, alignment);
    if (this.values.at(size) !== allocaSize(fn)) this.push(size);
  }

  protected defaultAllocaAddressSpace(): number {
    return Number(/(?:^|-)A(\d{1,8})/.exec(this.fn.module.dataLayout ?? '')?.[1] ?? 0);
  }

  protected getElementPtr(): void {
    const { types } = this.fn.module;
    const bits = this.next() & 7;
    const flags = (bits & InstructionFlag.inbounds) === 0 ? bits : bits & ~InstructionFlag.gepNusw;
    const sourceType = this.valueType(this.types.at(this.next()));
    const operands: number[] = [this.typed()];
    let result = this.typedType;
    while (this.at < this.operands.length) {
      operands.push(this.typed());
      if (this.typedType.kind === 'vector' && result.kind === 'pointer') result = types.vector(this.typedType.length, result);
    }
    if (laneType(result).kind !== 'pointer') this.reader.fail(`getelementptr of type '${result.text}'`);
    this.append('getelementptr', result, sourceType.id, flags);
    this.pushAll(operands);
  }

  protected append(name: OpcodeName, type: Type, extra = 0, flags = 0): void {
    this.fn.append(Opcode[name], type.id, extra, flags);
  }

  /** Adds a value, by its number, as an operand of the instruction appended last. */
  protected push(number: number): void {
    const { fn } = this;
    const id = this.values.at(number);
    fn.push(id ?? 0);
    if (id !== undefined) return;
    const index = fn.instructionCount - 1;
    const position = fn.operandCountOf(index) - 1;
    this.fixups.push([number, (later) => {
      fn.setOperand(index, position, later);
    }]);
  }

  protected pushAll(numbers: readonly number[]): void {
    for (const number of numbers) this.push(number);
  }

  protected resolve(number: number, fix: Fixup): void {
    const id = this.values.at(number);
    if (id === undefined) this.fixups.push([number, fix]);
    else fix(id);
  }

  protected nextIndex(): number {
    if (this.at >= this.operands.length) this.reader.fail(`instruction record ${this.reader.code} is too short`);
    return this.at++;
  }

  protected next(): number {
    return this.operands.number(this.nextIndex());
  }

  /** The number of a value whose type follows from something else. */
  protected value(): number {
    return (this.values.length - this.operands.low[this.nextIndex()]) >>> 0;
  }

  /** The number of a value with the type {@link typedType}, which the record states for later values. */
  protected typed(): number {
    const number = this.value();
    const id = this.values.at(number);
    this.typedType = id === undefined ? this.valueType(this.types.at(this.next())) : this.fn.typeOf(id);
    return number;
  }

  protected block(): number {
    const block = this.next();
    return block < this.blockCount ? block : this.reader.fail(`there is no block ${block}`);
  }

  protected valueType(type: Type): Type {
    if (type.kind === 'void' || type.kind === 'function') this.reader.fail(`a value of type '${type.text}'`);
    return type;
  }

  protected alignmentAndVolatile(): number {
    const alignment = this.alignment(this.next());
    return alignment | (this.next() === 0 ? 0 : InstructionFlag.volatile);
  }

  protected alignment(code: number): number {
    return code <= 33 ? code : this.reader.fail(`alignment 2^${code - 1} is too large`);
  }

  /** The flags at the end of the record, if there are any left. */
  protected fastMath(): number {
    if (this.at >= this.operands.length) return 0;
    const flags = this.next();
    const reassoc = (flags & FastMathFlag.reassoc) === 0 ? 0 : InstructionFlag.reassoc;
    return (flags & (InstructionFlag.fast - InstructionFlag.reassoc)) | reassoc;
  }
}
