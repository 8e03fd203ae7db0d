import type { CallSite, LlvmFunction, BlockId } from '../ir/function.js';
import { plainCall } from '../ir/function.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmModule } from '../ir/module.js';
import type { FloatPredicate, IntegerPredicate, OpcodeName } from '../ir/opcode.js';
import { floatPredicates, InstructionFlag, integerPredicates, Opcode } from '../ir/opcode.js';
import { alignmentFlags } from '../ir/alignment.js';
import { elementAt } from '../ir/element-type.js';
import type { Type } from '../ir/type.js';
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

  /** Space for one object of `type`. @param align in bytes, a power of two; 0 leaves it to the data layout */
  alloca(type: Type, align = 0): ValueId {
    return this.append0(Opcode.alloca, this.module.types.ptr.id, type.id, alignmentFlags(align));
  }

  load(type: Type, pointer: ValueId, align = 0): ValueId {
    return this.append1(Opcode.load, type.id, pointer, 0, alignmentFlags(align));
  }

  store(value: ValueId, pointer: ValueId, align = 0): void {
    this.append2(Opcode.store, this.module.types.void.id, value, pointer, 0, alignmentFlags(align));
  }

  /**
   * `pointer` moved by `indices`, of which the first counts objects of `sourceType` and the others descend into it.
   */
  getelementptr(sourceType: Type, pointer: ValueId, indices: readonly ValueId[], inbounds = false): ValueId {
    const flags = inbounds ? InstructionFlag.inbounds : 0;
    const result = this.append1(Opcode.getelementptr, this.function.typeIdOf(pointer), pointer, sourceType.id, flags);
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
  call(callee: LlvmFunction, callArguments: readonly ValueId[], site: CallSite = plainCall): ValueId {
    const fn = this.function;
    const siteIndex = site === plainCall ? 0 : fn.callSites.push(site) - 1;
    const target = this.module.constants.global(callee);
    const result = this.append1(Opcode.call, callee.type.returnType.id, target, siteIndex);
    for (const argument of callArguments) fn.push(argument);
    return result;
  }

  /**
   * A call of an intrinsic, declared on first use under its mangled name.
   *
   * @param chosen the types that an overloaded intrinsic chooses, see {@link declareIntrinsic}
   */
  intrinsic(name: string, chosen: readonly Type[], callArguments: readonly ValueId[]): ValueId {
    return this.call(declareIntrinsic(this.module, name, chosen), callArguments);
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

  unreachable(): void {
    this.append0(Opcode.unreachable, this.module.types.void.id);
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
