import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import { plainCall } from '../ir/function.js';
import { Opcode, opcodeInfo } from '../ir/opcode.js';
import type { Type } from '../ir/type.js';
import { forEachValueOperand } from '../ir/value-operands.js';
import type { ModuleCopy } from './module-copy.js';

/** Copies the body of one function, instruction by instruction. */
export abstract class BodyCopy {
  protected readonly copy: ModuleCopy;
  protected readonly from: LlvmFunction;
  protected readonly to: LlvmFunction;
  /** Values of the copy by those of the original, where they are known yet. */
  protected readonly values: Array<ValueId | undefined>;
  private readonly fixups: Array<{ readonly index: number; readonly position: number; readonly value: ValueId }> = [];
  private readonly sites: number[];

  constructor(copy: ModuleCopy, from: LlvmFunction, to: LlvmFunction) {
    this.copy = copy;
    this.from = from;
    this.to = to;
    this.values = Array.from(from.parameters, (_, index) => index);
    this.sites = from.callSites.map((site) => (site === plainCall ? 0 : to.callSites.push(copy.callSite(site)) - 1));
  }

  /** Copies one instruction; what it gives is {@link values}' entry of the original's result. */
  protected abstract instruction(index: number): void;
  /** The constant as an operand. */
  protected abstract constantOperand(id: ValueId): ValueId;
  /** Called in the entry block, before its first instruction. */
  protected begin(): void {}

  run(): void {
    const { from, to } = this;
    for (const block of from.blockStarts.keys()) to.createBlock(from.blockNames.get(block));
    from.blockOrder.forEach((block, position) => {
      to.beginBlock(block);
      if (position === 0) this.begin();
      for (let index = from.blockStarts[block]; index < from.blockEnd(position); index++) {
        this.instruction(index);
        const name = from.valueNames.get(from.valueOf(index));
        const made = this.values[from.valueOf(index)];
        if (name !== undefined && made !== undefined && made >= to.parameters.length && !to.valueNames.has(made)) to.valueNames.set(made, name);
      }
    });
    for (const { index, position, value } of this.fixups) to.setOperand(index, position, this.resolved(value));
    for (const node of to.phis) node.values.forEach((value, at) => (node.values[at] = this.resolved(value)));
  }

  private resolved(value: ValueId): ValueId {
    if (value < 0) return this.constantOperand(value);
    const made = this.values[value];
    if (made === undefined) throw new TypeError(`value ${value} of @${this.from.name} has no copy`);
    return made;
  }

  /** Appends an instruction of the copy that comes from instruction `origin` of the original. */
  protected append(origin: number, opcode: number, type: Type, extra = 0, flags = 0): ValueId {
    const index = this.to.append(opcode, type.id, extra, flags);
    const location = this.from.locationOf(origin);
    if (location !== 0) this.to.setLocation(index, location);
    return this.to.valueOf(index);
  }

  /** Adds a value of the original as an operand of the instruction appended last. */
  protected push(value: ValueId): void {
    const known = value < 0 ? this.constantOperand(value) : this.values[value];
    this.to.push(known ?? 0);
    if (known !== undefined) return;
    const index = this.to.instructionCount - 1;
    this.fixups.push({ index, position: this.to.operandCountOf(index) - 1, value });
  }

  /** Forgets that an operand waits for its value, where it gets another one. */
  protected dropFixup(index: number, position: number): void {
    let last = this.fixups.length - 1;
    while (last >= 0 && this.fixups[last].index === index && this.fixups[last].position !== position) last--;
    if (last >= 0 && this.fixups[last].index !== index) return;
    if (last >= 0) this.fixups.splice(last, 1);
  }

  /** Appends a call of a function of the copy's module. */
  protected call(origin: number, callee: LlvmFunction, callArguments: readonly ValueId[]): ValueId {
    const result = this.append(origin, Opcode.call, callee.type.returnType);
    this.to.push(this.to.module.constants.global(callee));
    for (const argument of callArguments) this.push(argument);
    return result;
  }

  /** Copies metadata from instruction `origin` to the one appended last. */
  protected attach(origin: number): void {
    for (const { kind, node } of this.from.attachments.get(origin) ?? []) this.to.attach(this.to.instructionCount - 1, kind, node);
  }

  /** Copies an instruction as it is, with other types. Returns its result. */
  protected same(index: number): ValueId {
    const { from, to, copy } = this;
    const { types } = from.module;
    const info = opcodeInfo(from.opcodes[index]);
    let extra = from.extra[index];
    switch (info.form) {
      case 'alloca':
      case 'getelementptr':
        extra = copy.memoryType(types.at(extra)).id;
        break;
      case 'call':
      case 'invoke':
        extra = this.sites[extra];
        break;
      case 'phi': {
        const { values, blocks } = from.phis[extra];
        extra = to.phis.push({ values: [...values], blocks: [...blocks] }) - 1;
        break;
      }
      case 'atomicrmw':
      case 'cmpxchg':
      case 'fence':
        extra = to.atomics.push(from.atomics[extra]) - 1;
        break;
      case 'load':
      case 'store':
        extra = extra === 0 ? 0 : to.atomics.push(from.atomics[extra - 1]);
        break;
      default:
    }
    const result = this.append(index, info.code, copy.registerType(types.at(from.types[index])), extra, from.flags[index]);
    const valuePositions = new Set<number>();
    if (info.form !== 'phi') forEachValueOperand(from, index, (_, position) => valuePositions.add(position));
    const start = from.operandStart(index);
    for (let at = start; at < from.operandEnds[index]; at++) {
      const operand = from.operands[at];
      if (valuePositions.has(at - start)) this.push(operand);
      else to.push(operand);
    }
    this.attach(index);
    this.values[from.valueOf(index)] = result;
    return result;
  }
}
