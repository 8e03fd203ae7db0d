import { enumAttribute } from '../ir/attribute.js';
import type { Attribute } from '../ir/attribute.js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { Opcode, opcodeInfo } from '../ir/opcode.js';
import type { InstructionForm } from '../ir/opcode.js';
import type { FieldType, Type } from '../ir/type.js';
import { forEachValueOperand } from '../ir/value-operands.js';
import { CIRCUIT_ATTRIBUTE, PRIVATE_INPUT_ATTRIBUTE, TARGET_TRIPLE } from '../zkllvm/flavour.js';
import { BodyCopy } from './body-copy.js';
import { operationNamed, restoredIntrinsic, STOCK_TRIPLE } from './field-function.js';
import type { FieldOperation } from './field-function.js';
import { memoryInteger, typeOfMemory, typeOfRegister } from './field-memory.js';
import type { FieldOrCurve } from './field-memory.js';
import { ModuleCopy } from './module-copy.js';
import { failAt, TargetExtError } from './target-ext-error.js';

/**
 * The module with zkLLVM's own types in the place of target extension types: what {@link toTargetExtensionTypes} made, also
 * after passes of stock LLVM, as long as integers of memory are only loaded to become elements and only made to be stored.
 *
 * @throws TargetExtError for uses of those integers that zkLLVM has no instruction for
 */
export function fromTargetExtensionTypes(module: LlvmModule): LlvmModule {
  return new FromTargetExt(module).copy();
}

class FromTargetExt extends ModuleCopy {
  /** The field whose elements are integers of that many bits in vectors. */
  private readonly laneFields = new Map<number, FieldOrCurve>();

  constructor(source: LlvmModule) {
    super(source);
    for (const type of source.types.list) {
      const field = typeOfMemory(source.types, type) ?? typeOfRegister(source.types, type);
      if (field?.kind !== 'field') continue;
      const { width } = memoryInteger(source.types, field);
      if (!this.laneFields.has(width)) this.laneFields.set(width, field);
    }
  }

  protected triple(triple: string | undefined): string | undefined {
    return triple === STOCK_TRIPLE ? TARGET_TRIPLE : triple;
  }

  /** The field or curve of the other module's table. */
  own(type: FieldOrCurve): FieldOrCurve {
    const { types } = this.target;
    return type.kind === 'field' ? types.field(type.field.name) : types.curve(type.curve.name);
  }

  protected memoryScalar(type: Type): Type | undefined {
    const found = typeOfMemory(this.source.types, type) ?? typeOfRegister(this.source.types, type);
    return found === undefined ? undefined : this.own(found);
  }

  protected memoryVector(length: number, element: Type): Type {
    const field = element.kind === 'integer' ? this.laneFields.get(element.width) : undefined;
    return this.target.types.vector(length, field === undefined ? this.memoryType(element) : this.own(field));
  }

  protected registerScalar(): Type | undefined {
    return undefined;
  }

  protected memoryConstant(id: ValueId): ValueId | undefined {
    const { constants, types } = this.source;
    const type = constants.typeOf(id);
    const kind = constants.kindOf(id);
    const field = typeOfMemory(types, type);
    if (field?.kind === 'field') {
      if (kind === ConstantKind.zero) return this.element(field, 0n);
      if (kind !== ConstantKind.aggregate) return undefined;
      const [integer] = constants.elementsOf(id);
      return this.element(field, constants.bigintOf(integer));
    }
    const to = this.memoryType(type);
    if (kind !== ConstantKind.aggregate || to.kind !== 'vector' || to.element.kind !== 'field') return undefined;
    const element = to.element;
    const lanes = constants.elementsOf(id).map((lane) => {
      switch (constants.kindOf(lane)) {
        case ConstantKind.integer:
          return this.element(element, constants.bigintOf(lane));
        case ConstantKind.poison:
          return this.target.constants.poison(element);
        default:
          return this.target.constants.undef(element);
      }
    });
    return this.target.constants.aggregate(to, lanes);
  }

  /** @param value as memory holds it: read as a signed integer it may be negative */
  element(type: FieldType, value: bigint): ValueId {
    const { width } = memoryInteger(this.source.types, type);
    const stored = BigInt.asUintN(width, value);
    if (stored >= type.field.modulus) {
      throw new TargetExtError(`constant ${stored}`, `is no element of ${type.text}: it is not below the field's order`);
    }
    return this.target.constants.field(this.target.types.field(type.field.name), stored);
  }

  protected renamed(name: string): string {
    return restoredIntrinsic(name);
  }

  protected attribute(attribute: Attribute): Attribute {
    if (attribute.kind !== 'string' || attribute.value !== undefined) return attribute;
    const own = attribute.key === CIRCUIT_ATTRIBUTE || attribute.key === PRIVATE_INPUT_ATTRIBUTE;
    return own ? enumAttribute(attribute.key) : attribute;
  }

  protected isDropped(fn: LlvmFunction): boolean {
    return fn.isDeclaration && operationNamed(this.source, fn.name) !== undefined;
  }

  protected copyBody(from: LlvmFunction, to: LlvmFunction): void {
    new FromTargetExtBody(this, from, to).run();
  }
}

/** Which operand an instruction puts into memory or an aggregate. */
const WRITES: Readonly<Partial<Record<InstructionForm, number>>> = { store: 0, insertelement: 1, insertvalue: 1 };

class FromTargetExtBody extends BodyCopy {
  private readonly own: FromTargetExt;
  /** Per instruction: how often its result is used. */
  private readonly uses: Uint32Array;
  /** Instructions that take an integer of memory, and the element that it becomes. */
  private readonly reads = new Map<number, FieldOrCurve>();

  constructor(copy: FromTargetExt, from: LlvmFunction, to: LlvmFunction) {
    super(copy, from, to);
    this.own = copy;
    this.uses = new Uint32Array(from.instructionCount);
    const first = from.parameters.length;
    for (let index = 0; index < from.instructionCount; index++) {
      forEachValueOperand(from, index, (value) => {
        if (value >= first) this.uses[value - first]++;
      });
    }
    for (let index = 0; index < from.instructionCount; index++) {
      const operation = this.operation(index);
      if (operation?.kind !== 'from.memory') continue;
      const value = from.operand(index, 1);
      if (value >= first) this.reads.set(value - first, operation.type);
    }
    this.checkWrites();
  }

  /** Integers that elements became must go to memory, into an aggregate, or back: nothing else is done with elements. */
  private checkWrites(): void {
    const { from } = this;
    const first = from.parameters.length;
    for (let index = 0; index < from.instructionCount; index++) {
      if (this.operation(index)?.kind === 'from.memory') continue;
      const place = WRITES[opcodeInfo(from.opcodes[index]).form] ?? -1;
      forEachValueOperand(from, index, (value, position) => {
        if (value < first || position === place || this.operation(value - first)?.kind !== 'to.memory') return;
        failAt(from, index, 'the integer of a field element can only be stored');
      });
    }
  }

  protected constantOperand(id: ValueId): ValueId {
    return this.own.constant(id);
  }

  /** What a call of one of the functions of field elements stands for. */
  private operation(index: number): FieldOperation | undefined {
    const { from } = this;
    if (from.opcodes[index] !== Opcode.call) return undefined;
    const callee = from.operand(index, 0);
    const name = callee < 0 ? from.module.constants.symbolOf(callee) : undefined;
    return name === undefined ? undefined : operationNamed(from.module, name);
  }

  protected instruction(index: number): void {
    const operation = this.operation(index);
    if (operation !== undefined) {
      this.operate(index, operation);
      return;
    }
    const { from } = this;
    const info = opcodeInfo(from.opcodes[index]);
    const read = this.reads.get(index);
    if (read !== undefined) {
      this.read(index, read);
      return;
    }
    this.same(index);
    if (info.form === 'insertvalue') this.shorten(index, 2);
  }

  private operate(index: number, operation: FieldOperation): void {
    const { from } = this;
    const operand = (position: number): ValueId => from.operand(index, position + 1);
    const type = this.own.own(operation.type);
    switch (operation.kind) {
      case 'binary':
        this.values[from.valueOf(index)] = this.append(index, Opcode[operation.opcode], type);
        this.push(operand(0));
        this.push(operand(1));
        break;
      case 'compare':
        this.values[from.valueOf(index)] = this.append(index, Opcode.icmp, this.to.module.types.i1, operation.predicate);
        this.push(operand(0));
        this.push(operand(1));
        break;
      case 'itogf':
        this.values[from.valueOf(index)] = this.append(index, Opcode.itogf, type);
        this.push(operand(0));
        break;
      case 'from.memory':
        this.values[from.valueOf(index)] = this.fromMemory(index, operand(0), operation.type);
        return;
      case 'to.memory':
        this.values[from.valueOf(index)] = this.toMemory(index, operand(0));
        return;
    }
    this.attach(index);
  }

  /** The element that an integer becomes: the constant, or what the instruction that took the integer gives here. */
  private fromMemory(index: number, integer: ValueId, type: FieldOrCurve): ValueId {
    const { from, own } = this;
    const { constants } = from.module;
    if (integer < 0 && type.kind === 'field' && constants.kindOf(integer) === ConstantKind.integer) {
      return own.element(type, constants.bigintOf(integer));
    }
    const made = integer < from.parameters.length ? undefined : this.values[integer];
    return made ?? failAt(from, index, 'the integer of a field element must be a constant, or be taken from memory just for it');
  }

  private toMemory(index: number, element: ValueId): ValueId {
    const made = element < 0 ? this.constantOperand(element) : this.values[element];
    return made ?? failAt(this.from, index, 'the element must be computed before it is stored');
  }

  /** An instruction that takes an integer of memory: here it takes the element. */
  private read(index: number, type: FieldOrCurve): void {
    const { from, to } = this;
    const info = opcodeInfo(from.opcodes[index]);
    const taken = info.form === 'load' || info.form === 'extractelement' || info.form === 'extractvalue';
    if (!taken || this.uses[index] !== 1) failAt(from, index, `an integer that becomes an element of ${type.text} must be taken from memory just for it`);
    this.same(index);
    to.types[to.instructionCount - 1] = this.own.own(type).id;
    if (info.form === 'extractvalue') this.shorten(index, 1);
  }

  /** Takes the step from a field's memory to its integer off the path of an instruction, which does not exist here. */
  private shorten(index: number, values: number): void {
    const { from, to } = this;
    const count = from.operandCountOf(index);
    let type = from.typeOf(from.operand(index, 0));
    for (let position = values; position < count; position++) {
      if (typeOfMemory(from.module.types, type) !== undefined) {
        to.dropLastOperand();
        return;
      }
      const step = from.operand(index, position);
      if (type.kind === 'array') type = type.element;
      else if (type.kind === 'struct') type = type.fields?.[step] ?? type;
    }
  }
}

/** Whether a module has target extension types that stand for fields or curves. */
export function hasTargetExtensionTypes({ types }: LlvmModule): boolean {
  return types.list.some((type) => {
    return typeOfRegister(types, type) !== undefined;
  });
}
