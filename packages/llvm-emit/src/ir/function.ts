import { noAttributes } from './attribute.js';
import type { AttributeList } from './attribute.js';
import type { ValueId } from './constant-pool.js';
import { noAttachments } from './metadata.js';
import type { MetadataAttachment, MetadataId } from './metadata.js';
import type { LlvmModule } from './module.js';
import type { AtomicOperation, AtomicOrdering } from './opcode.js';
import type { FunctionType, Type } from './type.js';

/** Names a basic block of a function; the entry block is 0. */
export type BlockId = number;

/** What a call carries besides callee and arguments. Most calls carry nothing and share {@link plainCall}. */
export interface CallSite {
  readonly tail: '' | 'tail' | 'musttail' | 'notail';
  readonly callingConvention: string;
  /** The callee's type, written out for variadic callees and needed for indirect calls. */
  readonly functionType: FunctionType | undefined;
  readonly returnAttributes: AttributeList;
  /** One list per argument, or empty when no argument has any. */
  readonly argumentAttributes: readonly AttributeList[];
  readonly functionAttributes: AttributeList;
}

export const plainCall: CallSite = {
  tail: '',
  callingConvention: '',
  functionType: undefined,
  returnAttributes: noAttributes,
  argumentAttributes: [],
  functionAttributes: noAttributes,
};

/** The incoming values of a phi, filled while the predecessors are built. */
export interface PhiNode {
  readonly values: ValueId[];
  readonly blocks: BlockId[];
}

/** What `atomicrmw`, `cmpxchg`, `fence` and atomic loads and stores state besides their operands. */
export interface AtomicAccess {
  /** Of `atomicrmw` only. */
  readonly operation: AtomicOperation | undefined;
  readonly ordering: AtomicOrdering;
  /** The ordering of a `cmpxchg` that finds another value. */
  readonly failureOrdering: AtomicOrdering | undefined;
  /** A `cmpxchg` that may fail although the value is the expected one. */
  readonly weak: boolean;
  /** `singlethread`, the name of a target's scope, or empty for the whole system. */
  readonly syncScope: string;
}

/** A parameter of a function: its attributes and, where the text names it, its name. */
export interface Parameter {
  readonly type: Type;
  name: string | undefined;
  attributes: AttributeList;
}

const INITIAL_CAPACITY = 16;

/**
 * A function definition or declaration. Instructions are rows of parallel columns in the order of the text; the value id
 * of instruction `i` is `parameters.length + i`, also where it has no result.
 *
 * What a row holds beyond its operands is in `extra`: a predicate (`icmp`, `fcmp`), a type id (`alloca`: allocated type;
 * `getelementptr`: source element type), an index into {@link callSites}, {@link phis} or {@link atomics} (`load` and
 * `store` that are atomic: that index plus one); otherwise 0.
 * Operands are value ids, except: labels of `br` and `switch` are block ids, the indices of `extractvalue` and
 * `insertvalue` are plain numbers. A call's first operand is the callee; an `invoke` ends in its normal and its unwind
 * label; the clauses of a `landingpad` are pairs of 0 (catch) or 1 (filter) and a value. A phi has its operands in
 * {@link phis} only.
 */
export class LlvmFunction {
  readonly kind = 'function';
  readonly module: LlvmModule;
  /** Changed only by {@link LlvmModule.renumber}. */
  name: string;
  readonly type: FunctionType;
  readonly parameters: readonly Parameter[];
  returnAttributes: AttributeList = noAttributes;
  attributes: AttributeList = noAttributes;
  /** Empty, or a keyword such as `internal`. */
  linkage = '';
  /** Further keywords between linkage and return type, such as `dso_local` or `fastcc`, as written. */
  readonly keywords: string[] = [];
  /** `unnamed_addr`, `local_unnamed_addr` or empty. */
  unnamedAddress = '';
  /** The personality function of functions that handle exceptions. */
  personality: ValueId | undefined;

  /** Codes of {@link Opcode}, one per instruction. */
  opcodes = new Uint8Array(0);
  flags = new Uint8Array(0);
  /** Ids of result types. */
  types = new Uint32Array(0);
  extra = new Uint32Array(0);
  /** End of each instruction's operands in {@link operands}; they begin where those of the row before end. */
  operandEnds = new Uint32Array(0);
  operands = new Int32Array(0);
  /**
   * What the instruction comes from: an opaque number, 0 if unknown. The text reader puts the byte offset of the
   * instruction plus one; an emitter may put what it likes. Stays unallocated while nobody sets one.
   */
  private locations: Uint32Array | undefined;

  /** Index of the first instruction of each block, by block id; -1 until the block is begun. */
  readonly blockStarts: number[] = [];
  /** The blocks in the order of the text. */
  readonly blockOrder: BlockId[] = [];
  readonly blockNames = new Map<BlockId, string>();
  /** Names of instruction results; those without one are numbered when printed. */
  readonly valueNames = new Map<ValueId, string>();
  readonly callSites: CallSite[] = [plainCall];
  readonly phis: PhiNode[] = [];
  readonly atomics: AtomicAccess[] = [];
  /** Metadata on instructions, by their indexes. */
  readonly attachments = new Map<number, readonly MetadataAttachment[]>();
  /** Metadata on the function. */
  metadata: readonly MetadataAttachment[] = noAttachments;
  /** In bytes; 0 if not stated. */
  align = 0;
  /** Of the object file; undefined for the usual one. */
  section: string | undefined;
  /** The name of its group of the module's comdats. */
  comdat: string | undefined;

  private rows = 0;
  private operandCount = 0;

  constructor(module: LlvmModule, name: string, type: FunctionType) {
    this.module = module;
    this.name = name;
    this.type = type;
    this.parameters = type.parameters.map((parameter) => ({
      type: parameter,
      name: undefined,
      attributes: noAttributes,
    }));
  }

  get instructionCount(): number {
    return this.rows;
  }

  get isDeclaration(): boolean {
    return this.blockOrder.length === 0;
  }

  /** The value id of the result of instruction `index`. */
  valueOf(index: number): ValueId {
    return this.parameters.length + index;
  }

  operandStart(index: number): number {
    return index === 0 ? 0 : (this.operandEnds[index - 1]);
  }

  /** Operand `position` of instruction `index`; see the class for what it means. */
  operand(index: number, position: number): number {
    return this.operands[this.operandStart(index) + position];
  }

  operandCountOf(index: number): number {
    return (this.operandEnds[index]) - this.operandStart(index);
  }

  /** The id of a value's type. */
  typeIdOf(value: ValueId): number {
    if (value < 0) return this.module.constants.typeIdOf(value);
    const index = value - this.parameters.length;
    if (index < 0) return (this.parameters[value]).type.id;
    if (index >= this.rows) throw new RangeError(`function @${this.name} has no value ${value}`);
    return this.types[index];
  }

  typeOf(value: ValueId): Type {
    return this.module.types.at(this.typeIdOf(value));
  }

  locationOf(index: number): number {
    return this.locations?.[index] ?? 0;
  }

  setLocation(index: number, location: number): void {
    this.locations ??= new Uint32Array(this.opcodes.length);
    this.locations[index] = location;
  }

  /** The node that hangs on instruction `index` under that name, or undefined. */
  attachment(index: number, kind: string): MetadataId | undefined {
    return this.attachments.get(index)?.find((attachment) => attachment.kind === kind)?.node;
  }

  attach(index: number, kind: string, node: MetadataId): void {
    this.attachments.set(index, [...(this.attachments.get(index) ?? noAttachments), { kind, node }]);
  }

  /** Makes room for a block; it has no place in the text until {@link beginBlock}. */
  createBlock(name?: string): BlockId {
    const id = this.blockStarts.push(-1) - 1;
    if (name !== undefined) this.blockNames.set(id, name);
    return id;
  }

  /** Instructions appended from now on belong to `block`. A block is begun once. */
  beginBlock(block: BlockId): void {
    if (this.blockStarts[block] !== -1) throw new RangeError(`block ${block} of @${this.name} was begun before`);
    this.blockStarts[block] = this.rows;
    this.blockOrder.push(block);
  }

  /** Index one past the last instruction of the block at `position` of {@link blockOrder}. */
  blockEnd(position: number): number {
    const next = this.blockOrder[position + 1];
    return next === undefined ? this.rows : (this.blockStarts[next]);
  }

  /** Appends an instruction without operands yet; {@link push} adds them. Returns its index. */
  append(opcode: number, typeId: number, extra: number, flags: number): number {
    const index = this.rows;
    if (index === this.opcodes.length) this.growRows();
    this.opcodes[index] = opcode;
    this.types[index] = typeId;
    this.extra[index] = extra;
    this.flags[index] = flags;
    this.operandEnds[index] = this.operandCount;
    this.rows = index + 1;
    return index;
  }

  /** Adds an operand to the last instruction. */
  push(operand: number): void {
    if (this.operandCount === this.operands.length) {
      const larger = new Int32Array(Math.max(4 * INITIAL_CAPACITY, 2 * this.operandCount));
      larger.set(this.operands);
      this.operands = larger;
    }
    this.operands[this.operandCount++] = operand;
    this.operandEnds[this.rows - 1] = this.operandCount;
  }

  /** Takes the last operand off the last instruction. */
  dropLastOperand(): void {
    if (this.operandCountOf(this.rows - 1) === 0) throw new RangeError(`the last instruction of @${this.name} has no operands`);
    this.operandCount--;
    this.operandEnds[this.rows - 1] = this.operandCount;
  }

  /** Replaces an operand, for values that were not known when the instruction was appended. */
  setOperand(index: number, position: number, operand: number): void {
    this.operands[this.operandStart(index) + position] = operand;
  }

  private growRows(): void {
    const capacity = Math.max(INITIAL_CAPACITY, 2 * this.opcodes.length);
    const widen = <T extends Uint8Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.opcodes = widen(this.opcodes, new Uint8Array(capacity));
    this.flags = widen(this.flags, new Uint8Array(capacity));
    this.types = widen(this.types, new Uint32Array(capacity));
    this.extra = widen(this.extra, new Uint32Array(capacity));
    this.operandEnds = widen(this.operandEnds, new Uint32Array(capacity));
    if (this.locations !== undefined) this.locations = widen(this.locations, new Uint32Array(capacity));
  }
}
