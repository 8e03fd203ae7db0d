import type { AtomicAccess, CallSite, LlvmFunction, BlockId } from '../ir/function.js';
import { plainCall } from '../ir/function.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import type { AtomicOperation, AtomicOrdering, FloatPredicate, IntegerPredicate, OpcodeName } from '../ir/opcode.js';
import { floatPredicates, InstructionFlag, integerPredicates, Opcode } from '../ir/opcode.js';
import { alignmentFlags } from '../ir/alignment.js';
import { elementAt } from '../ir/element-type.js';
import type { FunctionType, PointerType, Type } from '../ir/type.js';
import { declareIntrinsic } from '../zkllvm/declare-intrinsic.js';

/** Opcodes over two operands of one type. */
export type BinaryOpcode = Extract<
  OpcodeName,
  | 'add'
  | 'sub'
  | 'mul'
  | 'udiv'
  | 'sdiv'
  | 'urem'
  | 'srem'
  | 'shl'
  | 'lshr'
  | 'ashr'
  | 'and'
  | 'or'
  | 'xor'
  | 'fadd'
  | 'fsub'
  | 'fmul'
  | 'fdiv'
  | 'frem'
>;

/** Opcodes that convert one value to another type. */
export type CastOpcode = Extract<
  OpcodeName,
  | 'trunc'
  | 'zext'
  | 'sext'
  | 'fptrunc'
  | 'fpext'
  | 'fptoui'
  | 'fptosi'
  | 'uitofp'
  | 'sitofp'
  | 'ptrtoint'
  | 'inttoptr'
  | 'bitcast'
  | 'addrspacecast'
  | 'itogf'
>;

const predicateCode = new Map<string, number>(integerPredicates.map((name, code) => [name, code]));
const floatPredicateCode = new Map<string, number>(floatPredicates.map((name, code) => [name, code]));

/**
 * Appends instructions to one function: value ids in, value id out. Calls do no more than write a row of the function's
 * columns; what they build is checked by the verifier, not here.
 */
export class FunctionBuilder {
  readonly module: LlvmModule;
  readonly function: LlvmFunction;
  private location = 0;

  /** Begins the entry block if the function has none yet. */
  constructor(fn: LlvmFunction) {
    this.module = fn.module;
    this.function = fn;
    if (fn.isDeclaration) fn.beginBlock(fn.createBlock());
  }

  /** The value id of a parameter. */
  argument(index: number): ValueId {
    if (index < 0 || index >= this.function.parameters.length) {
      throw new RangeError(`function @${this.function.name} has no parameter ${index}`);
    }
    return index;
  }

  /** What following instructions come from: see {@link LlvmFunction.locationOf}. */
  setLocation(location: number): void {
    this.location = location;
  }

  createBlock(name?: string): BlockId {
    return this.function.createBlock(name);
  }

  beginBlock(block: BlockId): void {
    this.function.beginBlock(block);
  }

  /** Hangs metadata on the instruction that was appended last, for instance `llvm.loop` on a branch. */
  attach(kind: string, node: MetadataId): void {
    this.function.attach(this.function.instructionCount - 1, kind, node);
  }

  binary(opcode: BinaryOpcode, left: ValueId, right: ValueId, flags = 0): ValueId {
    return this.append2(Opcode[opcode], this.function.typeIdOf(left), left, right, 0, flags);
  }

  add(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.add, this.function.typeIdOf(left), left, right);
  }

  sub(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.sub, this.function.typeIdOf(left), left, right);
  }

  mul(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.mul, this.function.typeIdOf(left), left, right);
  }

  /** On fields this is the field's division. */
  sdiv(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.sdiv, this.function.typeIdOf(left), left, right);
  }

  udiv(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.udiv, this.function.typeIdOf(left), left, right);
  }

  urem(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.urem, this.function.typeIdOf(left), left, right);
  }

  shl(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.shl, this.function.typeIdOf(left), left, right);
  }

  lshr(left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.lshr, this.function.typeIdOf(left), left, right);
  }

  fneg(value: ValueId, flags = 0): ValueId {
    return this.append1(Opcode.fneg, this.function.typeIdOf(value), value, 0, flags);
  }

  icmp(predicate: IntegerPredicate, left: ValueId, right: ValueId): ValueId {
    return this.append2(Opcode.icmp, this.truthType(left), left, right, predicateCode.get(predicate));
  }

  fcmp(predicate: FloatPredicate, left: ValueId, right: ValueId, flags = 0): ValueId {
    return this.append2(Opcode.fcmp, this.truthType(left), left, right, floatPredicateCode.get(predicate), flags);
  }

  select(condition: ValueId, whenTrue: ValueId, whenFalse: ValueId, flags = 0): ValueId {
    return this.append3(Opcode.select, this.function.typeIdOf(whenTrue), condition, whenTrue, whenFalse, 0, flags);
  }

  freeze(value: ValueId): ValueId {
    return this.append1(Opcode.freeze, this.function.typeIdOf(value), value);
  }

  cast(opcode: CastOpcode, value: ValueId, type: Type, flags = 0): ValueId {
    return this.append1(Opcode[opcode], type.id, value, 0, flags);
  }

  /**
   * Space for one object of `type`, or for `count` of them.
   *
   * @param align in bytes, a power of two; 0 leaves it to the data layout
   * @param count a value of an integer type
   * @param pointer the type of the result, whose address space is that of the memory
   */
  alloca(type: Type, align = 0, count?: ValueId, pointer: PointerType = this.module.types.ptr): ValueId {
    const result = this.append0(Opcode.alloca, pointer.id, type.id, alignmentFlags(align));
    if (count !== undefined) this.function.push(count);
    return result;
  }

  /** @param align in bytes; 0 leaves it to the data layout */
  load(type: Type, pointer: ValueId, align = 0, volatile = false): ValueId {
    return this.append1(Opcode.load, type.id, pointer, 0, accessFlags(align, volatile));
  }

  /** @param align in bytes; 0 leaves it to the data layout */
  store(value: ValueId, pointer: ValueId, align = 0, volatile = false): void {
    this.append2(Opcode.store, this.module.types.void.id, value, pointer, 0, accessFlags(align, volatile));
  }

  /** Replaces what `pointer` points to by the operation on it and `value`; the result is what was there before. */
  atomicrmw(operation: AtomicOperation, pointer: ValueId, value: ValueId, ordering: AtomicOrdering, align = 0): ValueId {
    const access = this.atomic({ operation, ordering, failureOrdering: undefined, weak: false, syncScope: '' });
    return this.append2(Opcode.atomicrmw, this.function.typeIdOf(value), pointer, value, access, alignmentFlags(align));
  }

  /** Stores `replacement` if `pointer` points to `expected`. The result is a struct: what was there, and whether it did. */
  cmpxchg(
    pointer: ValueId,
    expected: ValueId,
    replacement: ValueId,
    ordering: AtomicOrdering,
    failureOrdering: AtomicOrdering,
    align = 0,
  ): ValueId {
    const { types } = this.module;
    const access = this.atomic({ operation: undefined, ordering, failureOrdering, weak: false, syncScope: '' });
    const result = types.struct([this.function.typeOf(expected), types.i1]);
    return this.append3(Opcode.cmpxchg, result.id, pointer, expected, replacement, access, alignmentFlags(align));
  }

  fence(ordering: AtomicOrdering): void {
    const access = this.atomic({ operation: undefined, ordering, failureOrdering: undefined, weak: false, syncScope: '' });
    this.append0(Opcode.fence, this.module.types.void.id, access);
  }

  /**
   * `pointer` moved by `indices`, of which the first counts objects of `sourceType` and the others descend into it.
   * Where the pointer or an index is a vector, the result is a vector of pointers.
   */
  getelementptr(sourceType: Type, pointer: ValueId, indices: readonly ValueId[], inbounds = false): ValueId {
    const flags = inbounds ? InstructionFlag.inbounds : 0;
    const type = pointerType(this.function, pointer, indices);
    const result = this.append1(Opcode.getelementptr, type.id, pointer, sourceType.id, flags);
    for (const index of indices) this.function.push(index);
    return result;
  }

  extractElement(vector: ValueId, index: ValueId): ValueId {
    const type = this.function.typeOf(vector);
    if (type.kind !== 'vector') throw new TypeError(`extractelement of type '${type.text}'`);
    return this.append2(Opcode.extractelement, type.element.id, vector, index);
  }

  insertElement(vector: ValueId, element: ValueId, index: ValueId): ValueId {
    return this.append3(Opcode.insertelement, this.function.typeIdOf(vector), vector, element, index);
  }

  /**
   * The lanes of two vectors of one type that `mask` names: those of `left` count from 0, those of `right` behind them,
   * and -1 is a lane whose value does not matter.
   */
  shuffleVector(left: ValueId, right: ValueId, mask: readonly number[]): ValueId {
    const { types, constants } = this.module;
    const type = this.function.typeOf(left);
    if (type.kind !== 'vector') throw new TypeError(`shufflevector of type '${type.text}'`);
    const lanes = mask.map((lane) => (lane < 0 ? constants.poison(types.i32) : constants.int(types.i32, lane)));
    const maskValue = constants.aggregate(types.vector(mask.length, types.i32), lanes);
    return this.append3(Opcode.shufflevector, types.vector(mask.length, type.element).id, left, right, maskValue);
  }

  /** @param path plain numbers, one per level of nesting */
  extractValue(aggregate: ValueId, path: readonly number[]): ValueId {
    const type = elementAt(this.function.typeOf(aggregate), path);
    const result = this.append1(Opcode.extractvalue, type.id, aggregate);
    for (const index of path) this.function.push(index);
    return result;
  }

  /** @param path plain numbers, one per level of nesting */
  insertValue(aggregate: ValueId, element: ValueId, path: readonly number[]): ValueId {
    const result = this.append2(Opcode.insertvalue, this.function.typeIdOf(aggregate), aggregate, element);
    for (const index of path) this.function.push(index);
    return result;
  }

  /** A direct call. The result is a value id also where the callee returns void; it then names nothing. */
  call(callee: LlvmFunction, callArguments: readonly ValueId[], site: CallSite = plainCall, flags = 0): ValueId {
    const stated = callee.type.varargs && site.functionType === undefined ? { ...site, functionType: callee.type } : site;
    return this.callValue(callee.type, this.module.constants.global(callee), callArguments, stated, flags);
  }

  /** A call of the function of type `type` that the pointer `callee` points to. */
  callIndirect(type: FunctionType, callee: ValueId, callArguments: readonly ValueId[], site: CallSite = plainCall): ValueId {
    return this.callValue(type, callee, callArguments, { ...site, functionType: type }, 0);
  }

  /**
   * A call of an intrinsic, declared on first use under its mangled name.
   *
   * @param chosen the types that an overloaded intrinsic chooses, see {@link declareIntrinsic}
   */
  intrinsic(name: string, chosen: readonly Type[], callArguments: readonly ValueId[], flags = 0): ValueId {
    return this.call(declareIntrinsic(this.module, name, chosen), callArguments, plainCall, flags);
  }

  /** A phi whose incoming values {@link addIncoming} states. */
  phi(type: Type): ValueId {
    return this.append0(Opcode.phi, type.id, this.function.phis.push({ values: [], blocks: [] }) - 1);
  }

  addIncoming(phi: ValueId, value: ValueId, block: BlockId): void {
    const fn = this.function;
    const index = phi - fn.parameters.length;
    const node = fn.opcodes[index] === Opcode.phi ? fn.phis[fn.extra[index]] : undefined;
    if (node === undefined) throw new TypeError(`value ${phi} of @${fn.name} is not a phi`);
    node.values.push(value);
    node.blocks.push(block);
  }

  ret(value?: ValueId): void {
    const type = this.module.types.void.id;
    if (value === undefined) this.append0(Opcode.ret, type);
    else this.append1(Opcode.ret, type, value);
  }

  br(target: BlockId): void {
    this.append1(Opcode.br, this.module.types.void.id, target);
  }

  condBr(condition: ValueId, whenTrue: BlockId, whenFalse: BlockId): void {
    this.append3(Opcode.br, this.module.types.void.id, condition, whenTrue, whenFalse);
  }

  /** Goes to the block beside the case that `value` equals, else to `otherwise`. @param cases integer constants */
  switch(value: ValueId, otherwise: BlockId, cases: ReadonlyArray<readonly [value: ValueId, target: BlockId]>): void {
    this.append2(Opcode.switch, this.module.types.void.id, value, otherwise);
    for (const [label, target] of cases) {
      this.function.push(label);
      this.function.push(target);
    }
  }

  unreachable(): void {
    this.append0(Opcode.unreachable, this.module.types.void.id);
  }

  private callValue(
    type: FunctionType,
    callee: ValueId,
    callArguments: readonly ValueId[],
    site: CallSite,
    flags: number,
  ): ValueId {
    const fn = this.function;
    const siteIndex = site === plainCall ? 0 : fn.callSites.push(site) - 1;
    const result = this.append1(Opcode.call, type.returnType.id, callee, siteIndex, flags);
    for (const argument of callArguments) fn.push(argument);
    return result;
  }

  private atomic(access: AtomicAccess): number {
    return this.function.atomics.push(access) - 1;
  }

  /** The type of a comparison's result: i1, or a vector of i1 for vectors. */
  private truthType(operand: ValueId): number {
    const { types } = this.module;
    const type = this.function.typeOf(operand);
    return (type.kind === 'vector' ? types.vector(type.length, types.i1) : types.i1).id;
  }

  private append0(opcode: number, typeId: number, extra = 0, flags = 0): ValueId {
    const fn = this.function;
    const index = fn.append(opcode, typeId, extra, flags);
    if (this.location !== 0) fn.setLocation(index, this.location);
    return fn.parameters.length + index;
  }

  private append1(opcode: number, typeId: number, a: number, extra = 0, flags = 0): ValueId {
    const result = this.append0(opcode, typeId, extra, flags);
    this.function.push(a);
    return result;
  }

  private append2(opcode: number, typeId: number, a: number, b: number, extra = 0, flags = 0): ValueId {
    const result = this.append1(opcode, typeId, a, extra, flags);
    this.function.push(b);
    return result;
  }

  private append3(opcode: number, typeId: number, a: number, b: number, c: number, extra = 0, flags = 0): ValueId {
    const result = this.append2(opcode, typeId, a, b, extra, flags);
    this.function.push(c);
    return result;
  }
}

function accessFlags(align: number, volatile: boolean): number {
  return alignmentFlags(align) | (volatile ? InstructionFlag.volatile : 0);
}

/** The type of a getelementptr: that of the pointer, or a vector of it where only an index is a vector. */
function pointerType(fn: LlvmFunction, pointer: ValueId, indices: readonly ValueId[]): Type {
  const type = fn.typeOf(pointer);
  if (type.kind === 'vector') return type;
  for (const index of indices) {
    const indexType = fn.typeOf(index);
    if (indexType.kind === 'vector') return fn.module.types.vector(indexType.length, type);
  }
  return type;
}
