import type { ConstantPool, ValueId } from '../ir/constant-pool.js';
import { ConstantKind } from '../ir/constant-pool.js';
import { castProblem } from '../ir/cast-rule.js';
import { elementAt, indexedType } from '../ir/element-type.js';
import type { LlvmFunction } from '../ir/function.js';
import type { MetadataId } from '../ir/metadata.js';
import type { LlvmModule } from '../ir/module.js';
import { Opcode, opcodes } from '../ir/opcode.js';
import type { FunctionType } from '../ir/type.js';
import { laneType } from '../ir/type.js';
import { forEachValueOperand } from '../ir/value-operands.js';
import { intrinsicProblem } from '../zkllvm/declare-intrinsic.js';

import { Dominators, predecessorsOf } from './dominators.js';
import { FindingList } from './finding.js';
import type { Finding } from './finding.js';

/**
 * Checks what makes a module well-formed:
 * - every block is begun, is not empty, and ends with its only terminator; phis come first in it and list each
 *   predecessor exactly as often as it branches there; the entry block has no predecessors;
 * - operands have the types that their instruction demands, and results the type that it gives;
 * - declarations of intrinsics have the signature that LLVM or zkLLVM gives them;
 * - calls agree with the type of their callee, `ret` with that of its function, initializers with that of their global;
 * - a value is defined on every path to its use.
 */
export function verifyModule(module: LlvmModule): Finding[] {
  const list = new FindingList();
  verifyMetadata(module, list);
  for (const { name, initializer, valueType, linkage } of module.globals) {
    const declared = linkage === '' || linkage === 'extern_weak';
    if (initializer === undefined && !declared) list.other('global is external, but has neither external nor weak linkage', `@${name}`);
    if (initializer !== undefined && linkage === 'extern_weak') list.other('extern_weak global has an initializer', `@${name}`);
    if (initializer !== undefined && module.constants.typeIdOf(initializer) !== valueType.id) {
      list.other(`its initializer does not have type '${valueType.text}'`, `@${name}`);
    }
  }
  for (const fn of module.functions) {
    const problem = fn.isDeclaration && fn.name.startsWith('llvm.') ? intrinsicProblem(fn) : undefined;
    if (problem !== undefined) list.other(problem, `@${fn.name}`);
    if (!fn.isDeclaration) new FunctionVerifier(fn, list).verify();
  }
  return list.findings;
}

/** What hangs on globals, functions and instructions, and named metadata, are nodes. */
function verifyMetadata({ metadata, globals, functions }: LlvmModule, list: FindingList): void {
  const check = (nodes: Iterable<MetadataId>, where: string): void => {
    for (const node of nodes) if (!metadata.isDefined(node) || !metadata.isNumbered(node)) list.other('metadata is no node', where);
  };
  for (const [name, nodes] of metadata.named) check(nodes, `!${name}`);
  for (const value of [...globals, ...functions]) check(value.metadata.map(({ node }) => node), `@${value.name}`);
  for (const fn of functions) {
    for (const attachments of fn.attachments.values()) check(attachments.map(({ node }) => node), `@${fn.name}`);
  }
}

class FunctionVerifier {
  private readonly fn: LlvmFunction;
  private readonly list: FindingList;

  constructor(fn: LlvmFunction, list: FindingList) {
    this.fn = fn;
    this.list = list;
  }

  verify(): void {
    const { fn } = this;
    if (!this.verifyBlocks()) return;
    let index = 0;
    const report = (reason: string): void => {
      this.list.instruction(fn, index, reason);
    };
    for (; index < fn.instructionCount; index++) {
      if (this.verifyOperandIds(index)) this.verifyTypes(index, report);
    }
    if (fn.blockOrder.length === 1) this.verifyOrder();
    else this.verifyDominance();
  }

  /** Whether the blocks are such that the other checks can walk them. */
  private verifyBlocks(): boolean {
    const { fn, list } = this;
    const before = list.findings.length;
    fn.blockStarts.forEach((start, block) => {
      if (start < 0) list.other('is used but never begun', `block ${block}`, fn.name);
    });
    fn.blockOrder.forEach((block, position) => {
      const start = fn.blockStarts[block];
      const end = fn.blockEnd(position);
      if (start === end) {
        list.other('basic block does not have a terminator', `block ${block}`, fn.name);
        return;
      }
      for (let index = start; index < end; index++) {
        const terminator = opcodes[fn.opcodes[index]].terminator === true;
        if (terminator !== (index === end - 1)) {
          list.instruction(
            fn,
            index,
            terminator ? 'terminator found in the middle of a basic block' : 'basic block does not have a terminator',
          );
        }
      }
    });
    if (list.findings.length > before) return false;
    this.verifyPhis();
    return list.findings.length === before;
  }

  private verifyPhis(): void {
    const { fn, list } = this;
    if (fn.blockOrder.length === 1 && fn.phis.length === 0) return;
    const predecessors = predecessorsOf(fn);
    if (predecessors[fn.blockOrder[0]].length > 0) {
      list.other('entry block to function must not have predecessors', '', fn.name);
    }
    fn.blockOrder.forEach((block, position) => {
      const expected = predecessors[block].toSorted((a, b) => a - b).join();
      let phisEnded = false;
      for (let index = fn.blockStarts[block]; index < fn.blockEnd(position); index++) {
        if (fn.opcodes[index] !== Opcode.phi) {
          phisEnded = true;
          continue;
        }
        if (phisEnded) list.instruction(fn, index, 'PHI nodes not grouped at top of basic block');
        const node = fn.phis[fn.extra[index]];
        if (node.blocks.toSorted((a, b) => a - b).join() !== expected) {
          list.instruction(fn, index, 'PHI node entries do not match predecessors');
        }
      }
    });
  }

  /** Whether all operands name something. */
  private verifyOperandIds(index: number): boolean {
    const { fn } = this;
    const limit = fn.valueOf(fn.instructionCount);
    const voidId = fn.module.types.void.id;
    const constants = fn.module.constants.size;
    let fine = true;
    forEachValueOperand(fn, index, (value) => {
      if (value < limit && value >= -constants && fn.typeIdOf(value) !== voidId) return;
      if (fine) this.list.instruction(fn, index, `operand ${value} names no value`);
      fine = false;
    });
    return fine;
  }

  private verifyTypes(index: number, report: (reason: string) => void): void {
    const { fn } = this;
    const { types } = fn.module;
    const info = opcodes[fn.opcodes[index]];
    const start = fn.operandStart(index);
    const count = fn.operandEnds[index] - start;
    const typeOf = (position: number): number => fn.typeIdOf(fn.operands[start + position]);
    const result = fn.types[index];
    switch (info.form) {
      case 'binary': {
        if (typeOf(0) !== result || typeOf(1) !== result) report('both operands must have the type of the result');
        const { kind } = laneType(types.at(result));
        const allowed =
          info.operands === 'float'
            ? kind === 'float'
            : kind === 'integer' || (info.operands === 'integerOrField' && (kind === 'field' || kind === 'curve'));
        if (!allowed) report(`invalid operand type '${types.at(result).text}'`);
        return;
      }
      case 'compare': {
        if (typeOf(0) !== typeOf(1)) report('both operands must have the same type');
        const float = laneType(types.at(typeOf(0))).kind === 'float';
        if (float !== (info.name === 'fcmp')) report(`invalid operand type '${types.at(typeOf(0)).text}'`);
        return;
      }
      case 'select':
        if (typeOf(1) !== result || typeOf(2) !== result) report('both values must have the type of the result');
        if (laneType(types.at(typeOf(0))) !== types.i1) report('the condition must have type i1');
        return;
      case 'curveBinary': {
        const point = types.at(typeOf(0));
        const scalar = types.at(typeOf(1));
        if (point.kind !== 'curve' || scalar.kind !== 'field' || point.curve.scalarField !== scalar.field.name) {
          report("operands must be a point of a curve and an element of the curve's scalar field");
        }
        return;
      }
      case 'cast':
        this.reportIf(castProblem(info.name, types.at(typeOf(0)), types.at(result)), report);
        return;
      case 'load':
        if (types.at(typeOf(0)).kind !== 'pointer') report('the operand must be a pointer');
        return;
      case 'getelementptr':
        this.reportIf(this.addressProblem(index, start, count), report);
        return;
      case 'atomicrmw':
        if (types.at(typeOf(0)).kind !== 'pointer') report('the first operand must be a pointer');
        if (typeOf(1) !== result) report('the operand must have the type of the result');
        return;
      case 'cmpxchg':
        if (types.at(typeOf(0)).kind !== 'pointer') report('the first operand must be a pointer');
        if (typeOf(1) !== typeOf(2)) report('both values must have the same type');
        return;
      case 'fence':
        return;
      case 'store':
        if (types.at(typeOf(1)).kind !== 'pointer') report('the second operand must be a pointer');
        return;
      case 'call':
      case 'invoke':
        this.verifyCall(index, start, info.form === 'invoke' ? count - 2 : count, report);
        return;
      case 'ret': {
        const expected = fn.type.returnType;
        const given = count === 0 ? types.void.id : typeOf(0);
        if (given !== expected.id) report(`value doesn't match function result type '${expected.text}'`);
        return;
      }
      case 'br':
        if (count === 3 && typeOf(0) !== types.i1.id) report('branch condition must have i1 type');
        return;
      case 'phi':
        if (fn.phis[fn.extra[index]].values.some((value) => fn.typeIdOf(value) !== result)) {
          report('incoming values must have the type of the result');
        }
        return;
      case 'extractelement':
      case 'insertelement': {
        const vector = types.at(typeOf(0));
        if (vector.kind !== 'vector') report('the first operand must be a vector');
        else if (info.form === 'insertelement' && typeOf(1) !== vector.element.id) {
          report(`the element must have type '${vector.element.text}'`);
        }
        if (types.at(typeOf(count - 1)).kind !== 'integer') report('the index must be an integer');
        return;
      }
      case 'unary':
        if (laneType(types.at(result)).kind !== 'float') report(`invalid operand type '${types.at(result).text}'`);
        if (typeOf(0) !== result) report('the operand must have the type of the result');
        return;
      case 'freeze':
        if (typeOf(0) !== result) report('the operand must have the type of the result');
        return;
      case 'alloca':
        if (count > 0 && types.at(typeOf(0)).kind !== 'integer') report('element count must have integer type');
        return;
      case 'extractvalue':
      case 'insertvalue':
        this.reportIf(this.aggregateProblem(info.form, index, start, count), report);
        return;
      case 'shufflevector':
        this.reportIf(this.shuffleProblem(index, start), report);
        return;
      case 'switch':
        this.reportIf(this.switchProblem(start, count), report);
        return;
      case 'landingpad':
      case 'resume':
      case 'unreachable':
        return;
    }
  }

  private reportIf(problem: string | undefined, report: (reason: string) => void): void {
    if (problem !== undefined) report(problem);
  }

  private addressProblem(index: number, start: number, count: number): string | undefined {
    const { fn } = this;
    const operands = Array.from(fn.operands.subarray(start, start + count));
    const [pointer, ...indices] = operands.map((value) => fn.typeOf(value));
    if (laneType(pointer).kind !== 'pointer') return 'the first operand must be a pointer';
    if (indices.some((type) => laneType(type).kind !== 'integer')) return 'getelementptr indexes must be integers';
    const source = fn.module.types.at(fn.extra[index]);
    return indexedType(fn, source, operands.slice(1)) === undefined ? 'invalid indices for getelementptr' : undefined;
  }

  private aggregateProblem(form: 'extractvalue' | 'insertvalue', index: number, start: number, count: number): string | undefined {
    const { fn } = this;
    const values = form === 'insertvalue' ? 2 : 1;
    const path = Array.from(fn.operands.subarray(start + values, start + count));
    const given = fn.typeIdOf(form === 'insertvalue' ? fn.operands[start + 1] : fn.valueOf(index));
    try {
      const element = elementAt(fn.typeOf(fn.operands[start]), path);
      return element.id === given ? undefined : `the element has type '${element.text}'`;
    } catch (error) {
      return (error as Error).message; // elementAt throws nothing else
    }
  }

  private shuffleProblem(index: number, start: number): string | undefined {
    const { fn } = this;
    const [left, right, mask] = [0, 1, 2].map((position) => fn.operands[start + position]);
    const type = fn.typeOf(left);
    const maskType = fn.typeOf(mask);
    const { i32 } = fn.module.types;
    if (type.kind !== 'vector' || fn.typeOf(right) !== type) return 'both operands must be vectors of one type';
    if (mask >= 0 || maskType.kind !== 'vector' || maskType.element !== i32) return 'the mask must be a constant vector of i32';
    const lanes = isShuffleMask(fn.module.constants, mask, 2 * type.length);
    return lanes ? undefined : 'the mask names lanes that there are not';
  }

  private switchProblem(start: number, count: number): string | undefined {
    const { fn } = this;
    const { constants } = fn.module;
    const type = fn.typeIdOf(fn.operands[start]);
    if (fn.module.types.at(type).kind !== 'integer') return 'switch condition must have integer type';
    const seen = new Set<number>();
    for (let at = start + 2; at < start + count; at += 2) {
      const value = fn.operands[at];
      if (value >= 0 || constants.kindOf(value) !== ConstantKind.integer || constants.typeIdOf(value) !== type) {
        return "case values must be integer constants of the condition's type";
      }
      if (seen.has(value)) return 'duplicate case value in switch';
      seen.add(value);
    }
    return undefined;
  }

  private verifyCall(index: number, start: number, count: number, report: (reason: string) => void): void {
    const { fn } = this;
    const { constants } = fn.module;
    const callee = fn.operands[start];
    if (fn.typeIdOf(callee) !== fn.module.types.ptr.id) report('the callee must be a pointer');
    let type: FunctionType | undefined = fn.callSites[fn.extra[index]].functionType;
    if (type === undefined && callee < 0 && constants.kindOf(callee) === ConstantKind.global) {
      const target = constants.globalOf(callee);
      if (target.kind === 'function') type = target.type;
    }
    if (type === undefined) return;
    if (fn.types[index] !== type.returnType.id) report(`the callee returns '${type.returnType.text}'`);
    const given = count - 1;
    if (given < type.parameters.length || (given > type.parameters.length && !type.varargs)) {
      report('incorrect number of arguments passed to called function');
      return;
    }
    const wrong = type.parameters.findIndex(
      (parameter, position) =>
        // A value of the function may stand for itself as metadata.
        parameter.kind !== 'metadata' && fn.typeIdOf(fn.operands[start + 1 + position]) !== parameter.id,
    );
    if (wrong >= 0) report(`call parameter type does not match function signature: argument ${wrong}`);
  }

  /** In one block a value is defined if its instruction comes before. */
  private verifyOrder(): void {
    const { fn, list } = this;
    for (let index = 0; index < fn.instructionCount; index++) {
      const own = fn.valueOf(index);
      forEachValueOperand(fn, index, (value) => {
        if (value >= own) list.instruction(fn, index, 'instruction does not dominate all uses');
      });
    }
  }

  private verifyDominance(): void {
    const { fn, list } = this;
    const dominators = new Dominators(fn);
    const blockOf = new Int32Array(fn.instructionCount);
    fn.blockOrder.forEach((block, position) => blockOf.fill(block, fn.blockStarts[block], fn.blockEnd(position)));
    const first = fn.parameters.length;
    for (let index = 0; index < fn.instructionCount; index++) {
      const isPhi = fn.opcodes[index] === Opcode.phi;
      forEachValueOperand(fn, index, (value: ValueId, position) => {
        if (value < first) return;
        const definition = value - first;
        const defined = blockOf[definition];
        // A phi uses its operand at the end of the predecessor that it comes from.
        const used = isPhi ? fn.phis[fn.extra[index]].blocks[position] : blockOf[index];
        const inOrder = isPhi || definition < index;
        const fine = defined === used ? inOrder || !dominators.isReachable(used) : dominators.dominates(defined, used);
        if (!fine) list.instruction(fn, index, 'instruction does not dominate all uses');
      });
    }
  }
}

/** Whether a constant is a mask of lanes below `count`; lanes that do not matter are undefined. */
function isShuffleMask(constants: ConstantPool, mask: ValueId, count: number): boolean {
  const kind = constants.kindOf(mask);
  if (kind === ConstantKind.zero || kind === ConstantKind.undef || kind === ConstantKind.poison) return true;
  if (kind !== ConstantKind.aggregate) return false;
  return constants.elementsOf(mask).every((lane) => {
    const laneKind = constants.kindOf(lane);
    if (laneKind !== ConstantKind.integer) return laneKind === ConstantKind.undef || laneKind === ConstantKind.poison;
    const value = constants.numberOf(lane);
    return value >= 0 && value < count;
  });
}
