import { gateSizes, integerPredicates, intrinsicOf, opcodes, type LlvmFunction, type LlvmModule, type OpcodeName } from '@mlir2zk/llvm-emit';
import type { ComponentPlan } from './component-plan.js';
import { addition, Components, division, equalityFlag, inequalityFlag, linInter, multiplication, subtraction } from './components.js';

/** Finds the plan of the component that an instruction asks for; undefined for those that need none. */
type PlanOf = (components: Components, fn: LlvmFunction, index: number) => ComponentPlan | undefined;

/** Bits of an integer type; undefined for fields and others. */
function integerBits(fn: LlvmFunction, index: number): number | undefined {
  const type = fn.typeOf(fn.operand(index, 0));
  return type.kind === 'integer' ? type.width : undefined;
}

const divide: PlanOf = (components, fn, index) => {
  const bits = integerBits(fn, index);
  return bits === undefined ? division : components.divisionRemainder(bits);
};

/** Instructions that place a component in circuits of the safe subset. */
const planOfInstruction: Partial<Record<OpcodeName, PlanOf>> = {
  add: () => addition,
  sub: () => subtraction,
  mul: () => multiplication,
  udiv: divide,
  sdiv: divide,
  urem: divide,
  icmp(_components, fn, index) {
    const predicate = integerPredicates[fn.extra[index]];
    return predicate === 'eq' ? equalityFlag : predicate === 'ne' ? inequalityFlag : undefined;
  },
  call: (components, fn, index) => {
    const { constants } = fn.module;
    const callee = constants.globalOf(fn.operand(index, 0));
    const name = callee.kind === 'function' ? intrinsicOf(callee.name)?.name : undefined;
    const number = (position: number): number => constants.numberOf(fn.operand(index, position + 1));
    switch (name) {
      case 'llvm.assigner.bit.decomposition':
      case 'llvm.assigner.bit.decomposition.field':
        return components.bitDecomposition(number(1));
      case 'llvm.assigner.bit.composition':
        return components.bitComposition(number(1));
      case 'llvm.assigner.fri.lin.inter':
        return linInter;
      case 'llvm.assigner.fri.array.swap':
        return components.arraySwap(number(1) / 2);
      case 'llvm.assigner.gate.arg.verifier': {
        const sizes = gateSizes(fn.module, fn.operand(index, 2));
        return sizes === undefined ? undefined : components.gateArgVerifier(sizes);
      }
      default:
        return undefined;
    }
  },
};

const planOfOpcode: ReadonlyArray<PlanOf | undefined> = opcodes.map(({ name }) => planOfInstruction[name]);

/**
 * How many distinct gates, each with a selector column of its own, the components of a module's functions have. For a
 * circuit of the safe subset without ordered comparisons: these are all that the assigner will count.
 */
export function countGates(module: LlvmModule): number {
  const components = new Components();
  const plans = new Set<ComponentPlan>();
  for (const fn of module.functions)
    for (let index = 0; index < fn.instructionCount; index++) {
      const plan = planOfOpcode[fn.opcodes[index]]?.(components, fn, index);
      if (plan !== undefined) plans.add(plan);
    }
  return new Set([...plans].flatMap(({ selectors }) => selectors)).size;
}
