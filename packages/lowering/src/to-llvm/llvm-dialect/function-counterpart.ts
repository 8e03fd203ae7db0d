import {
  alignmentOf, ConstantKind, floatPredicates, integerPredicates, opcodes,
  type BlockId, type LlvmFunction, type OpcodeInfo, type ValueId,
} from '@mlir2zk/llvm-emit';
import {
  Block, buildOperation, denseIntegerArray, Region, type Attribute, type Context, type Operation, type OperationParts, type Value,
} from '@mlir2zk/mlir-parser';
import type { ConstantCounterparts } from './constant-counterpart.js';
import { flagAttributes } from './flag-counterpart.js';
import { intrinsicCounterpart } from './intrinsic-counterpart.js';
import type { TypeCounterparts } from './type-counterpart.js';

/** Predicates of `llvm.icmp` in the order of their numbers. */
const predicates = ['eq', 'ne', 'slt', 'sle', 'sgt', 'sge', 'ult', 'ule', 'ugt', 'uge'];

/** Stands for an operand in `rawConstantIndices` of a getelementptr. */
const dynamicIndex = -(2 ** 31);

/** What a function of the llvm dialect is made with. */
export interface DialectTarget {
  readonly context: Context;
  readonly types: TypeCounterparts;
  readonly constants: ConstantCounterparts;
}

/** The body of `fn` as a region of the llvm dialect: phis become arguments of blocks, constants operations of the first block. */
export function functionBody(fn: LlvmFunction, target: DialectTarget): Region {
  return new FunctionCounterpart(fn, target).region;
}

class FunctionCounterpart {
  readonly region = new Region();
  private readonly fn: LlvmFunction;
  private readonly target: DialectTarget;
  private readonly values: (Value | undefined)[] = [];
  private readonly constants = new Map<ValueId, Value>();
  private readonly blocks = new Map<BlockId, Block>();
  /** For each block, the indices of its phis. */
  private readonly phis = new Map<BlockId, readonly number[]>();
  private readonly firstBlock: Block;
  /** The operation of the first block that constants come before. */
  private anchor: Operation | undefined;

  constructor(fn: LlvmFunction, target: DialectTarget) {
    this.fn = fn;
    this.target = target;
    for (const [position, id] of fn.blockOrder.entries()) this.declareBlock(id, position);
    this.firstBlock = this.region.blocks[0];
    fn.parameters.forEach(({ type }, i) => (this.values[i] = this.firstBlock.addArgument(target.types.of(type))));
    for (const [position, id] of fn.blockOrder.entries()) this.fillBlock(id, position);
  }

  private declareBlock(id: BlockId, position: number): void {
    const { fn } = this;
    const block = this.region.addBlock(new Block());
    const phis: number[] = [];
    for (let index = fn.blockStarts[id]; index < fn.blockEnd(position) && opcodes[fn.opcodes[index]].form === 'phi'; index++) {
      phis.push(index);
      this.values[fn.valueOf(index)] = block.addArgument(this.target.types.of(fn.typeOf(fn.valueOf(index))));
    }
    this.blocks.set(id, block);
    this.phis.set(id, phis);
  }

  private fillBlock(id: BlockId, position: number): void {
    const { fn } = this;
    const block = this.block(id);
    const end = fn.blockEnd(position);
    for (let index = fn.blockStarts[id] + (this.phis.get(id)?.length ?? 0); index < end; index++) {
      const op = this.instruction(index, id);
      block.append(op);
      if (block === this.firstBlock) this.anchor ??= op;
      if (op.results.length > 0) this.values[fn.valueOf(index)] = op.result(0);
    }
  }

  private block(id: BlockId): Block {
    const block = this.blocks.get(id);
    if (block === undefined) throw new RangeError(`@${this.fn.name} has no block ${id}`);
    return block;
  }

  private value(id: ValueId): Value {
    const known = id < 0 ? this.constants.get(id) : this.values[id];
    if (known !== undefined) return known;
    if (id >= 0) throw new RangeError(`value ${id} of @${this.fn.name} is used before it is made`);
    const op = this.target.constants.operation(id);
    this.firstBlock.insertBefore(op, this.anchor);
    this.constants.set(id, op.result(0));
    return op.result(0);
  }

  private operands(index: number, from = 0, to = this.fn.operandCountOf(index)): Value[] {
    return Array.from({ length: to - from }, (_, i) => this.value(this.fn.operand(index, from + i)));
  }

  /** The arguments of block `to` when control comes from block `from`. */
  private incoming(from: BlockId, to: BlockId): Value[] {
    const { fn } = this;
    return (this.phis.get(to) ?? []).map((phi) => {
      const { values, blocks } = fn.phis[fn.extra[phi]];
      const at = blocks.indexOf(from);
      if (at < 0) throw new RangeError(`a phi of @${fn.name} has no value for block ${from}`);
      return this.value(values[at]);
    });
  }

  private build(name: string, parts: OperationParts): Operation {
    return buildOperation(this.target.context, name, parts);
  }

  private instruction(index: number, block: BlockId): Operation {
    const { fn } = this;
    const { context, types } = this.target;
    const info = opcodes[fn.opcodes[index]];
    const resultType = types.of(fn.module.types.at(fn.types[index]));
    const flags = flagAttributes(context, info.flags ?? 'none', fn.flags[index]);
    const simple = (attributes: Readonly<Record<string, Attribute>> = flags): Operation =>
      this.build(`llvm.${info.name}`, { operands: this.operands(index), resultTypes: [resultType], attributes });
    switch (info.form) {
      case 'binary':
      case 'unary':
      case 'cast':
      case 'select':
      case 'freeze':
      case 'extractelement':
        return simple();
      case 'insertelement': {
        const [vector, element, position] = this.operands(index);
        return this.build('llvm.insertelement', { operands: [vector, element, position], resultTypes: [resultType] });
      }
      case 'compare':
        return simple({ ...flags, predicate: context.integerAttr(context.integerType(64), this.predicate(info, index)) });
      case 'alloca':
        return this.alloca(index);
      case 'load':
        return simple(this.alignment(index));
      case 'store':
        return this.build('llvm.store', { operands: this.operands(index), attributes: this.alignment(index) });
      case 'getelementptr':
        return this.getelementptr(index);
      case 'shufflevector':
        return this.shuffle(index);
      case 'extractvalue':
      case 'insertvalue': {
        const count = info.form === 'insertvalue' ? 2 : 1;
        const path = Array.from({ length: fn.operandCountOf(index) - count }, (_, i) => fn.operand(index, count + i));
        const attributes = { position: denseIntegerArray(context, 64, path) };
        return this.build(`llvm.${info.name}`, { operands: this.operands(index, 0, count), resultTypes: [resultType], attributes });
      }
      case 'call':
        return this.call(index);
      case 'ret':
        return this.build('llvm.return', { operands: this.operands(index) });
      case 'br':
        return this.branch(index, block);
      case 'switch':
        return this.switch(index, block);
      case 'unreachable':
        return this.build('llvm.unreachable', {});
      case 'phi':
      case 'curveBinary':
      case 'atomicrmw':
      case 'cmpxchg':
      case 'fence':
      case 'invoke':
      case 'landingpad':
      case 'resume':
        throw new TypeError(`'${info.name}' where it stands in @${fn.name} has no counterpart here`);
    }
  }

  private predicate({ name }: OpcodeInfo, index: number): number {
    const number = this.fn.extra[index];
    return name === 'icmp' ? predicates.indexOf(integerPredicates[number]) : number % floatPredicates.length;
  }

  private alignment(index: number): Readonly<Record<string, Attribute>> {
    const { context } = this.target;
    const align = alignmentOf(this.fn.flags[index]);
    return align === 0 ? {} : { alignment: context.integerAttr(context.integerType(64), align) };
  }

  private alloca(index: number): Operation {
    const { fn } = this;
    const { context, types } = this.target;
    const { constants, types: llvmTypes } = fn.module;
    const count = fn.operandCountOf(index) > 0 ? fn.operand(index, 0) : constants.int(llvmTypes.i64, 1);
    return this.build('llvm.alloca', {
      operands: [this.value(count)],
      resultTypes: [types.of(fn.typeOf(fn.valueOf(index)))],
      attributes: { ...this.alignment(index), elem_type: context.typeAttr(types.of(llvmTypes.at(fn.extra[index]))) },
    });
  }

  /** Constant indices of structs must be attributes; all small constants may be. */
  private getelementptr(index: number): Operation {
    const { fn } = this;
    const { context, types } = this.target;
    const { constants } = fn.module;
    const operands = this.operands(index, 0, 1);
    const raw: number[] = [];
    for (let at = 1; at < fn.operandCountOf(index); at++) {
      const operand = fn.operand(index, at);
      const known = operand < 0 && constants.kindOf(operand) === ConstantKind.integer ? constants.numberOf(operand) : NaN;
      if (Math.abs(known) < 2 ** 29) raw.push(known);
      else {
        raw.push(dynamicIndex);
        operands.push(this.value(operand));
      }
    }
    const inbounds = fn.flags[index] === 0 ? {} : { inbounds: context.unitAttr };
    return this.build('llvm.getelementptr', {
      operands,
      resultTypes: [types.of(fn.typeOf(fn.valueOf(index)))],
      attributes: {
        elem_type: context.typeAttr(types.of(fn.module.types.at(fn.extra[index]))),
        rawConstantIndices: denseIntegerArray(context, 32, raw),
        ...inbounds,
      },
    });
  }

  private shuffle(index: number): Operation {
    const { fn } = this;
    const { context, types } = this.target;
    const { constants } = fn.module;
    const mask = fn.operand(index, 2);
    const type = fn.typeOf(fn.valueOf(index));
    const lanes = type.kind === 'vector' ? type.length : 0;
    const positions =
      constants.kindOf(mask) === ConstantKind.aggregate
        ? constants.elementsOf(mask).map((lane) => (constants.kindOf(lane) === ConstantKind.integer ? constants.numberOf(lane) : -1))
        : new Array<number>(lanes).fill(0);
    return this.build('llvm.shufflevector', {
      operands: this.operands(index, 0, 2),
      resultTypes: [types.of(type)],
      attributes: { mask: denseIntegerArray(context, 32, positions) },
    });
  }

  private call(index: number): Operation {
    const { fn } = this;
    const { context, types } = this.target;
    const callee = fn.module.constants.globalOf(fn.operand(index, 0));
    const returnType = fn.module.types.at(fn.types[index]);
    const resultTypes = returnType.kind === 'void' ? [] : [types.of(returnType)];
    const flags = flagAttributes(context, 'fastMath', fn.flags[index]);
    const intrinsic = intrinsicCounterpart(context, callee.name);
    if (intrinsic === undefined) {
      const attributes = { ...flags, callee: context.symbolRefAttr(callee.name) };
      return this.build('llvm.call', { operands: this.operands(index, 1), resultTypes, attributes });
    }
    const end = fn.operandCountOf(index) - intrinsic.immediates.length;
    const attributes: Record<string, Attribute> = { ...flags };
    intrinsic.immediates.forEach((name, i) => (attributes[name] = this.target.constants.attribute(fn.operand(index, end + i))));
    return this.build(intrinsic.name, { operands: this.operands(index, 1, end), resultTypes, attributes });
  }

  private branch(index: number, from: BlockId): Operation {
    const { fn } = this;
    const conditional = fn.operandCountOf(index) === 3;
    const targets = conditional ? [fn.operand(index, 1), fn.operand(index, 2)] : [fn.operand(index, 0)];
    const successors = targets.map((target) => this.block(target));
    const passed = targets.map((target) => this.incoming(from, target));
    if (!conditional) return this.build('llvm.br', { operands: passed[0], successors });
    return this.build('llvm.cond_br', { operandGroups: [this.operands(index, 0, 1), ...passed], successors });
  }

  private switch(index: number, from: BlockId): Operation {
    const { fn } = this;
    const { context } = this.target;
    const { constants } = fn.module;
    const count = (fn.operandCountOf(index) - 2) / 2;
    const cases = Array.from({ length: count }, (_, i) => fn.operand(index, 2 + 2 * i));
    const targets = [fn.operand(index, 1), ...cases.map((_, i) => fn.operand(index, 3 + 2 * i))];
    const [otherwise, ...passed] = targets.map((target) => this.incoming(from, target));
    const selector = fn.typeOf(fn.operand(index, 0));
    const attributes: Record<string, Attribute> = {
      case_operand_segments: denseIntegerArray(context, 32, passed.map((values) => values.length)),
    };
    if (count > 0) {
      const vector = constants.aggregate(fn.module.types.vector(count, selector), cases);
      attributes['case_values'] = this.target.constants.attribute(vector);
    }
    return this.build('llvm.switch', {
      operandGroups: [this.operands(index, 0, 1), otherwise, passed.flat()],
      successors: targets.map((target) => this.block(target)),
      attributes,
    });
  }
}

