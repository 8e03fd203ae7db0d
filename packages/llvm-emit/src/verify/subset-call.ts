import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { intrinsicOf } from '../zkllvm/intrinsics.js';
import type { IntrinsicDefinition } from '../zkllvm/intrinsics.js';
import type { SubsetContext } from './subset-rules.js';

/** Bit decompositions and compositions reach from 1 to this many bits. */
const MAX_BITS = 254;

/** The function that a call calls, if it names one. */
export function directCallee(fn: LlvmFunction, index: number): LlvmFunction | undefined {
  const callee = fn.operand(index, 0);
  const { constants } = fn.module;
  if (callee >= 0 || constants.kindOf(callee) !== ConstantKind.global) return undefined;
  const target = constants.globalOf(callee);
  return target.kind === 'function' ? target : undefined;
}

/** Why a call is outside the safe subset, or undefined. */
export function callProblem(context: SubsetContext): string | undefined {
  const { fn, index } = context;
  const callee = directCallee(fn, index);
  if (callee === undefined) return 'only direct calls are interpreted';
  if (callee.type.varargs) return 'variadic functions cannot be called';
  if (!callee.isDeclaration) return undefined;
  const intrinsic = intrinsicOf(callee.name);
  if (intrinsic === undefined) {
    return callee.name.startsWith('llvm.')
      ? `Unexpected intrinsic: ${callee.name}`
      : `Function ${callee.name} has no implementation.`;
  }
  if (intrinsic.unsupported !== undefined) return intrinsic.unsupported;
  return constantProblem(fn, index, intrinsic) ?? argumentProblem(fn, index, intrinsic);
}

/** The arguments that are part of the circuit must be constants. */
function constantProblem(fn: LlvmFunction, index: number, { constantPositions }: IntrinsicDefinition): string | undefined {
  const wrong = constantPositions.find((position) => fn.operand(index, position + 1) >= 0);
  return wrong === undefined ? undefined : `operand ${wrong} must be constant, but it is not`;
}

const positions: Readonly<Record<string, (fn: LlvmFunction, index: number) => string | undefined>> = {
  'llvm.assigner.bit.decomposition': bitCountProblem,
  'llvm.assigner.bit.decomposition.field': bitCountProblem,
  'llvm.assigner.bit.composition': bitCountProblem,
  'llvm.assigner.fri.array.swap': swapProblem,
  'llvm.assigner.gate.arg.verifier': gateProblem,
};

function argumentProblem(fn: LlvmFunction, index: number, { name }: IntrinsicDefinition): string | undefined {
  return positions[name]?.(fn, index);
}

function bitCountProblem(fn: LlvmFunction, index: number): string | undefined {
  const bits = fn.module.constants.numberOf(fn.operand(index, 2));
  return bits >= 1 && bits <= MAX_BITS ? undefined : `the number of bits must be between 1 and ${MAX_BITS}`;
}

function swapProblem(fn: LlvmFunction, index: number): string | undefined {
  const size = fn.module.constants.numberOf(fn.operand(index, 2));
  return size >= 2 && size % 2 === 0 ? undefined : 'the array size must be a positive even number';
}

function gateProblem(fn: LlvmFunction, index: number): string | undefined {
  const { constants } = fn.module;
  const sizes = gateSizes(fn.module, fn.operand(index, 2));
  if (sizes === undefined) return 'gate sizes must be a global whose initializer is a struct with one array of integers';
  if (sizes.length !== constants.numberOf(fn.operand(index, 3))) return 'gates amount is not the length of the gate sizes';
  if (sizes.length === 0 || sizes.some((size) => size < 1)) return 'every gate must have at least one constraint';
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total === constants.numberOf(fn.operand(index, 5))
    ? undefined
    : 'constraints amount is not equal to the sum of the gates sizes';
}

/**
 * The sizes of the gates that `llvm.assigner.gate.arg.verifier` takes: a global with an initializer `{ [k x iN] [...] }`.
 */
export function gateSizes(module: LlvmModule, value: ValueId): number[] | undefined {
  const { constants } = module;
  if (value >= 0 || constants.kindOf(value) !== ConstantKind.global) return undefined;
  const global = constants.globalOf(value);
  if (global.kind !== 'variable' || global.initializer === undefined) return undefined;
  const { initializer } = global;
  if (constants.kindOf(initializer) !== ConstantKind.aggregate || global.valueType.kind !== 'struct') return undefined;
  const [array, ...others] = constants.elementsOf(initializer);
  if (array === undefined || others.length > 0 || constants.kindOf(array) !== ConstantKind.aggregate) return undefined;
  const sizes = constants.elementsOf(array);
  if (sizes.some((size) => constants.kindOf(size) !== ConstantKind.integer)) return undefined;
  return sizes.map((size) => constants.numberOf(size));
}
