import type { Attribute } from '../ir/attribute.js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { Opcode, opcodeInfo } from '../ir/opcode.js';
import type { OpcodeInfo } from '../ir/opcode.js';
import { laneType } from '../ir/type.js';
import type { Type } from '../ir/type.js';
import { CIRCUIT_ATTRIBUTE, PRIVATE_INPUT_ATTRIBUTE, TARGET_TRIPLE } from '../zkllvm/flavour.js';
import { BodyCopy } from './body-copy.js';
import { declareFieldFunction, renamedIntrinsic, STOCK_TRIPLE } from './field-function.js';
import type { FieldOperation } from './field-function.js';
import { isFieldOrCurve, memoryInteger, memoryStruct, registerType } from './field-memory.js';
import type { FieldOrCurve } from './field-memory.js';
import { ModuleCopy } from './module-copy.js';
import { failAt, TargetExtError } from './target-ext-error.js';

/**
 * The module with field and curve types as target extension types of LLVM 16 and later, their arithmetic as calls of
 * functions without side effects, and their memory as integers: stock LLVM reads, verifies and optimises it.
 * {@link fromTargetExtensionTypes} gives the module back.
 *
 * @throws TargetExtError for what cannot be told from other code afterwards: vectors of integers as wide as a field, and
 *   comparisons and arithmetic of vectors of fields
 */
export function toTargetExtensionTypes(module: LlvmModule): LlvmModule {
  return new ToTargetExt(module).copy();
}

class ToTargetExt extends ModuleCopy {
  protected memoryScalar(type: Type): Type | undefined {
    return isFieldOrCurve(type) ? memoryStruct(this.target.types, type) : undefined;
  }

  protected memoryVector(length: number, element: Type): Type {
    const { types } = this.target;
    if (isFieldOrCurve(element)) return types.vector(length, memoryInteger(types, element));
    if (element.kind === 'integer' && element.width >= 256) {
      throw new TargetExtError(`type <${length} x ${element.text}>`, 'is how vectors of field elements are written');
    }
    return types.vector(length, this.memoryType(element));
  }

  protected registerScalar(type: Type): Type | undefined {
    return isFieldOrCurve(type) ? registerType(this.target.types, type) : undefined;
  }

  protected memoryConstant(id: ValueId): ValueId | undefined {
    const { constants } = this.source;
    const type = constants.typeOf(id);
    if (type.kind === 'vector' && constants.kindOf(id) === ConstantKind.aggregate && type.element.kind === 'field') {
      const lanes = constants.elementsOf(id).map((lane) => this.laneConstant(lane));
      return this.target.constants.aggregate(this.memoryType(type), lanes);
    }
    if (type.kind !== 'field' || constants.kindOf(id) !== ConstantKind.field) return undefined;
    return this.target.constants.aggregate(this.memoryType(type), [this.fieldInteger(id)]);
  }

  /** A field constant as the integer that memory holds. */
  fieldInteger(id: ValueId): ValueId {
    const { constants } = this.source;
    const type = constants.typeOf(id) as FieldOrCurve; // it is asked for field constants only
    return this.target.constants.int(memoryInteger(this.target.types, type), constants.bigintOf(id));
  }

  private laneConstant(id: ValueId): ValueId {
    const { constants } = this.source;
    if (constants.kindOf(id) === ConstantKind.field) return this.fieldInteger(id);
    const integer = memoryInteger(this.target.types, constants.typeOf(id) as FieldOrCurve); // lanes of such a vector
    const to = this.target.constants;
    return constants.kindOf(id) === ConstantKind.poison ? to.poison(integer) : to.undef(integer);
  }

  protected triple(triple: string | undefined): string | undefined {
    return triple === TARGET_TRIPLE ? STOCK_TRIPLE : triple;
  }

  protected renamed(name: string): string {
    return renamedIntrinsic(name);
  }

  protected attribute(attribute: Attribute): Attribute {
    const own = attribute.kind === 'enum' && (attribute.name === CIRCUIT_ATTRIBUTE || attribute.name === PRIVATE_INPUT_ATTRIBUTE);
    return own ? { kind: 'string', key: attribute.name, value: undefined } : attribute;
  }

  protected isDropped(): boolean {
    return false;
  }

  protected copyBody(from: LlvmFunction, to: LlvmFunction): void {
    new ToTargetExtBody(this, from, to).run();
  }

  /** The function of an operation on field elements. */
  declared(operation: FieldOperation): LlvmFunction {
    const { types } = this.target;
    const { kind, type } = operation;
    const element = registerType(types, type);
    const integer = memoryInteger(types, type);
    switch (kind) {
      case 'binary': {
        const scalar = type.kind === 'curve' && (operation.opcode === 'cmul' || operation.opcode === 'cdiv');
        const right = scalar ? registerType(types, types.field(type.curve.scalarField)) : element;
        return declareFieldFunction(this.target, operation, element, [element, right]);
      }
      case 'compare':
        return declareFieldFunction(this.target, operation, types.i1, [element, element]);
      case 'itogf':
        return declareFieldFunction(this.target, operation, element, [this.memoryType(operation.from)]);
      case 'from.memory':
        return declareFieldFunction(this.target, operation, element, [integer]);
      case 'to.memory':
        return declareFieldFunction(this.target, operation, integer, [element]);
    }
  }
}

class ToTargetExtBody extends BodyCopy {
  private readonly own: ToTargetExt;
  /** Field constants in registers, by their ids: made at the beginning of the function. */
  private readonly fieldConstants = new Map<ValueId, ValueId>();

  constructor(copy: ToTargetExt, from: LlvmFunction, to: LlvmFunction) {
    super(copy, from, to);
    this.own = copy;
  }

  protected override begin(): void {
    const { from } = this;
    for (let at = 0; at < (from.operandEnds[from.instructionCount - 1] ?? 0); at++) this.fieldConstant(from.operands[at]);
    for (const { values } of from.phis) for (const value of values) this.fieldConstant(value);
  }

  /** Makes the element of a field constant, once. */
  private fieldConstant(id: ValueId): void {
    const { constants } = this.from.module;
    if (id >= 0 || -id > constants.size || constants.kindOf(id) !== ConstantKind.field || this.fieldConstants.has(id)) return;
    const callee = this.own.declared({ kind: 'from.memory', type: constants.typeOf(id) as FieldOrCurve }); // fields only
    const made = this.append(0, Opcode.call, callee.type.returnType);
    this.to.push(this.to.module.constants.global(callee));
    this.to.push(this.own.fieldInteger(id));
    this.fieldConstants.set(id, made);
  }

  protected constantOperand(id: ValueId): ValueId {
    const made = this.fieldConstants.get(id);
    if (made !== undefined) return made;
    const { constants } = this.from.module;
    const type = constants.typeOf(id);
    if (!isFieldOrCurve(type)) return this.own.constant(id);
    const register = this.own.registerType(type);
    const to = this.to.module.constants;
    return constants.kindOf(id) === ConstantKind.poison ? to.poison(register) : to.undef(register);
  }

  protected instruction(index: number): void {
    const { from } = this;
    const info = opcodeInfo(from.opcodes[index]);
    const start = from.operandStart(index);
    const operand = (position: number): ValueId => from.operands[start + position];
    const result = from.module.types.at(from.types[index]);
    switch (info.form) {
      case 'binary':
      case 'curveBinary':
        if (isFieldOrCurve(laneType(result))) this.arithmetic(info, index, result, [operand(0), operand(1)]);
        else this.same(index);
        return;
      case 'compare': {
        const type = from.typeOf(operand(0));
        if (!isFieldOrCurve(laneType(type))) this.same(index);
        else if (isFieldOrCurve(type)) {
          const callee = this.own.declared({ kind: 'compare', predicate: from.extra[index], type });
          this.finish(index, this.call(index, callee, [operand(0), operand(1)]));
        } else failAt(from, index, 'vectors of fields are compared lane by lane only');
        return;
      }
      case 'cast':
        if (info.name === 'itogf' && isFieldOrCurve(result)) {
          const callee = this.own.declared({ kind: 'itogf', from: from.typeOf(operand(0)), type: result });
          this.finish(index, this.call(index, callee, [operand(0)]));
        } else if (isFieldOrCurve(result)) failAt(from, index, 'fields are not cast to each other');
        else this.same(index);
        return;
      case 'load':
      case 'extractelement':
      case 'extractvalue':
        if (isFieldOrCurve(result)) this.read(info, index, result);
        else this.same(index);
        return;
      case 'store':
      case 'insertelement':
      case 'insertvalue':
        this.written(info, index);
        return;
      default:
        this.same(index);
    }
  }

  private arithmetic(info: OpcodeInfo, index: number, type: Type, operands: readonly ValueId[]): void {
    if (!isFieldOrCurve(type)) return failAt(this.from, index, 'vectors of fields are computed lane by lane only');
    const operation = { kind: 'binary', opcode: info.name, type } as Extract<FieldOperation, { kind: 'binary' }>; // no other opcodes have elements
    this.finish(index, this.call(index, this.own.declared(operation), operands));
  }

  private finish(index: number, made: ValueId): void {
    this.attach(index);
    this.values[this.from.valueOf(index)] = made;
  }

  /** An instruction that takes an element out of memory or an aggregate: the integer, and the element of that. */
  private read(info: OpcodeInfo, index: number, type: FieldOrCurve): void {
    const integer = this.same(index);
    this.to.types[this.to.instructionCount - 1] = memoryInteger(this.to.module.types, type).id;
    if (info.form === 'extractvalue') this.to.push(0);
    const made = this.append(index, Opcode.call, this.own.registerType(type));
    this.to.push(this.to.module.constants.global(this.own.declared({ kind: 'from.memory', type })));
    this.to.push(integer);
    this.values[this.from.valueOf(index)] = made;
  }

  /** An instruction that puts a value into memory or an aggregate; an element becomes its integer first. */
  private written(info: OpcodeInfo, index: number): void {
    const { from, to } = this;
    const position = info.form === 'store' ? 0 : 1;
    const value = from.operand(index, position);
    const type = from.typeOf(value);
    if (!isFieldOrCurve(type)) {
      this.same(index);
      return;
    }
    const integer = this.call(index, this.own.declared({ kind: 'to.memory', type }), [value]);
    this.same(index);
    const last = to.instructionCount - 1;
    this.dropFixup(last, position);
    to.setOperand(last, position, integer);
    if (info.form === 'insertvalue') to.push(0);
  }
}
