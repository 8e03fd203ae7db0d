import { Block } from '../../ir/block.js';
import type { Context } from '../../ir/context.js';
import type { Attribute } from '../../ir/attribute.js';
import { floatToBits } from '../../ir/float-format.js';
import { OpBuilder } from '../../ir/op-builder.js';
import { Region } from '../../ir/region.js';
import type { FloatType, Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import { builtType } from '../../ods/type-transformer.js';
import type { BodyStep, BodyValue, LinalgStructure } from './linalg-structure.js';

/** What an operand of type `type` is in the body: an element of a memref or tensor, or the operand itself. */
export function bodyArgumentType(type: Type): Type {
  return type.kind === 'memref' || type.kind === 'tensor' ? type.elementType : type;
}

/** Operations of functions over one kind of number: float, integer (and index), i1, complex. */
interface Overloads {
  readonly float?: string;
  readonly integer?: string;
  readonly bool?: string;
  readonly complex?: string;
}

const unaryFunctions: Readonly<Record<string, string>> = {
  abs: 'math.absf', ceil: 'math.ceil', erf: 'math.erf', exp: 'math.exp', floor: 'math.floor', log: 'math.log', negf: 'arith.negf',
  round: 'math.round', rsqrt: 'math.rsqrt', sqrt: 'math.sqrt', tanh: 'math.tanh',
};

const binaryFunctions: Readonly<Record<string, Overloads>> = {
  add: { float: 'arith.addf', integer: 'arith.addi', bool: 'arith.ori', complex: 'complex.add' },
  div: { float: 'arith.divf', integer: 'arith.divsi', complex: 'complex.div' },
  div_unsigned: { integer: 'arith.divui' },
  max_signed: { float: 'arith.maximumf', integer: 'arith.maxsi', bool: 'arith.maxsi' },
  max_unsigned: { float: 'arith.maximumf', integer: 'arith.maxui', bool: 'arith.maxui' },
  min_signed: { float: 'arith.minimumf', integer: 'arith.minsi', bool: 'arith.minsi' },
  min_unsigned: { float: 'arith.minimumf', integer: 'arith.minui', bool: 'arith.minui' },
  mul: { float: 'arith.mulf', integer: 'arith.muli', bool: 'arith.andi', complex: 'complex.mul' },
  powf: { float: 'math.powf' },
  sub: { float: 'arith.subf', integer: 'arith.subi', complex: 'complex.sub' },
};

/**
 * The region of a named operation over operands of `types`; a message instead if its functions are not defined for them.
 * `attributes` are those of the operation, some of which choose a function.
 */
export function structuredBody(
  context: Context, { body, yields }: LinalgStructure, types: readonly Type[], attributes: ReadonlyMap<string, Attribute>,
): Region | string {
  const region = new Region();
  const block = region.addBlock(new Block());
  for (const type of types) block.addArgument(bodyArgumentType(type));
  const builder = new BodyBuilder(context, block, attributes);
  for (const step of body) {
    const message = builder.run(step);
    if (message !== undefined) return message;
  }
  OpBuilder.atEnd(context, block).create('linalg.yield', { operands: yields.map((value) => builder.value(value)) });
  return region;
}

class BodyBuilder {
  private readonly values: Value[] = [];
  private readonly builder: OpBuilder;

  constructor(private readonly context: Context, private readonly block: Block, private readonly attributes: ReadonlyMap<string, Attribute>) {
    this.builder = OpBuilder.atEnd(context, block);
  }

  value(reference: BodyValue): Value {
    const value = typeof reference === 'number' ? this.block.arguments[reference] : this.values[Number(reference.slice(1))];
    if (value === undefined) throw new Error(`no value ${reference} in the body of a linalg operation`);
    return value;
  }

  /** Appends the operation of `step`; returns what is wrong with its operands. */
  run(step: BodyStep): string | undefined {
    switch (step[0]) {
      case 'constant':
        this.constant(step[1]);
        return undefined;
      case 'index':
        this.create('linalg.index', [], this.context.indexType, { dim: this.context.integerAttr(this.context.integerType(64), step[1]) });
        return undefined;
      case 'unary':
        return this.unary(this.chosen(step[1]), this.value(step[2]));
      case 'binary':
        return this.binary(this.chosen(step[1]), this.value(step[2]), this.value(step[3]));
      case 'ternary': {
        const operands = [this.value(step[2]), this.value(step[3]), this.value(step[4])];
        this.create('arith.select', operands, operands[1].type);
        return undefined;
      }
      case 'type': {
        const type = typeof step[2] === 'number' ? this.value(step[2]).type : builtType(step[2], this.context);
        this.cast(this.chosen(step[1]) === 'cast_unsigned', type, this.value(step[3]));
        return undefined;
      }
    }
  }

  /** The case of an enum: itself, or what the attribute before `=` says. */
  private chosen(fn: string): string {
    const [name = '', fallback] = fn.split('=');
    const attribute = this.attributes.get(name);
    if (fallback === undefined) return name;
    return attribute?.kind === 'dialect' ? (/^\w+<(\w+)>$/.exec(attribute.body)?.[1] ?? fallback) : fallback;
  }

  private constant(text: string): void {
    const [literal = '', typeName = ''] = text.split(' : ');
    const type = builtType(typeName, this.context);
    const value = type.kind === 'float'
      ? floatConstant(this.context, type, Number(literal))
      : this.context.integerAttr(type, BigInt(literal));
    this.create('arith.constant', [], type, { value });
  }

  private unary(fn: string, operand: Value): string | undefined {
    const { type } = operand;
    if (type.kind !== 'float') return 'unsupported non numeric type';
    if (fn === 'square') this.create('arith.mulf', [operand, operand], type);
    else if (fn === 'reciprocal') {
      const value = floatConstant(this.context, type, 1);
      this.create('arith.divf', [this.builder.create('arith.constant', { resultTypes: [type], attributes: { value } }).result(0), operand], type);
    } else this.create(unaryFunctions[fn] ?? '', [operand], type);
    return undefined;
  }

  private binary(fn: string, lhs: Value, rhs: Value): string | undefined {
    const overloads = binaryFunctions[fn] ?? {};
    const both = (holds: (type: Type) => boolean): boolean => holds(lhs.type) && holds(rhs.type);
    const isBool = both((type) => type.kind === 'integer' && type.width === 1);
    const kind = both((type) => type.kind === 'complex') ? 'complex'
      : both((type) => type.kind === 'float') ? 'float'
      : isBool ? 'bool'
      : both((type) => type.kind === 'integer' || type.kind === 'index') ? 'integer'
      : undefined;
    const name = kind === undefined ? undefined : overloads[kind];
    if (name === undefined) return kind === 'bool' ? `unsupported operation: ${fn} with bools` : 'unsupported non numeric type';
    this.create(name, [lhs, rhs], lhs.type);
    return undefined;
  }

  /** As `convertScalarToDtype`: what cannot be cast stays as it is. */
  private cast(isUnsigned: boolean, to: Type, operand: Value): void {
    const name = castName(isUnsigned, operand.type, to);
    if (name === undefined) this.values.push(operand);
    else this.create(name, [operand], to);
  }

  private create(name: string, operands: readonly Value[], type: Type, attributes: Readonly<Record<string, Attribute>> = {}): void {
    this.values.push(this.builder.create(name, { operands, resultTypes: [type], attributes }).result(0));
  }
}

function floatConstant(context: Context, type: FloatType, value: number): Attribute {
  return context.floatAttr(type, value, floatToBits(type.name, value));
}

function castName(isUnsigned: boolean, from: Type, to: Type): string | undefined {
  if (from === to) return undefined;
  if (to.kind === 'integer') {
    if (from.kind === 'float') return isUnsigned ? 'arith.fptoui' : 'arith.fptosi';
    if (from.kind === 'index') return 'arith.index_cast';
    if (from.kind !== 'integer' || from.width === to.width) return undefined;
    return from.width > to.width ? 'arith.trunci' : isUnsigned ? 'arith.extui' : 'arith.extsi';
  }
  if (to.kind !== 'float') return undefined;
  if (from.kind === 'integer') return isUnsigned ? 'arith.uitofp' : 'arith.sitofp';
  if (from.kind !== 'float' || floatWidth(from.name) === floatWidth(to.name)) return undefined;
  return floatWidth(from.name) < floatWidth(to.name) ? 'arith.extf' : 'arith.truncf';
}

function floatWidth(name: string): number {
  return name === 'tf32' ? 19 : Number(/\d+/.exec(name)?.[0]);
}
