import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { GlobalVariable, LlvmModule } from '../ir/module.js';
import { Opcode } from '../ir/opcode.js';
import { forEachValueOperand } from '../ir/value-operands.js';
import { intrinsicOf } from '../zkllvm/intrinsics.js';
import { directCallee } from './subset-call.js';

interface Reach {
  readonly globals: Set<GlobalVariable>;
  readonly callees: Set<LlvmFunction>;
}

/** Which global variables each function uses, itself or through its callees, and which functions call themselves. */
export class CalleeGlobals {
  private readonly module: LlvmModule;
  private readonly direct = new Map<LlvmFunction, Reach>();
  private readonly transitive = new Map<LlvmFunction, ReadonlySet<GlobalVariable>>();

  constructor(module: LlvmModule) {
    this.module = module;
  }

  /** The globals that one instruction makes the assigner allocate. */
  usedDirectly(fn: LlvmFunction, index: number): GlobalVariable[] {
    const found: GlobalVariable[] = [];
    const callee = fn.opcodes[index] === Opcode.call ? directCallee(fn, index) : undefined;
    const skipped = callee === undefined ? undefined : intrinsicOf(callee.name)?.constantPositions;
    forEachValueOperand(fn, index, (value, position) => {
      if (value < 0 && skipped?.includes(position - 1) !== true) this.collect(value, found);
    });
    return found;
  }

  /** The globals that a call of `fn` uses. */
  usedBy(fn: LlvmFunction): ReadonlySet<GlobalVariable> {
    const known = this.transitive.get(fn);
    if (known !== undefined) return known;
    const all = new Set<GlobalVariable>();
    for (const reached of this.reachable(fn)) {
      for (const global of this.reach(reached).globals) all.add(global);
    }
    this.transitive.set(fn, all);
    return all;
  }

  /** The functions that may call themselves, directly or through others. */
  recursive(): LlvmFunction[] {
    return this.module.functions.filter((fn) =>
      [...this.reach(fn).callees].some((callee) => callee === fn || this.reachable(callee).has(fn)),
    );
  }

  private reachable(fn: LlvmFunction): Set<LlvmFunction> {
    const seen = new Set([fn]);
    for (const at of seen) for (const callee of this.reach(at).callees) seen.add(callee);
    return seen;
  }

  private reach(fn: LlvmFunction): Reach {
    const known = this.direct.get(fn);
    if (known !== undefined) return known;
    const reach: Reach = { globals: new Set(), callees: new Set() };
    this.direct.set(fn, reach);
    for (let index = 0; index < fn.instructionCount; index++) {
      for (const global of this.usedDirectly(fn, index)) reach.globals.add(global);
      if (fn.opcodes[index] !== Opcode.call) continue;
      const callee = directCallee(fn, index);
      if (callee !== undefined && !callee.isDeclaration) reach.callees.add(callee);
    }
    return reach;
  }

  private collect(id: ValueId, found: GlobalVariable[]): void {
    const { constants } = this.module;
    switch (constants.kindOf(id)) {
      case ConstantKind.global: {
        const target = constants.globalOf(id);
        if (target.kind === 'variable') found.push(target);
        return;
      }
      case ConstantKind.expression:
        for (const operand of constants.expressionOf(id).operands) this.collect(operand, found);
        return;
      case ConstantKind.aggregate:
        for (const element of constants.elementsOf(id)) this.collect(element, found);
        return;
      default:
        return;
    }
  }
}
