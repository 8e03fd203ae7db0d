import type { AffineMap, Operation, Value } from '@mlir2zk/mlir-parser';
import { forLoop, type AppliedMap } from '../../affine/affine-operations.js';
import { compileAccess } from '../trace/access.js';
import { compileAffineExpr, type IndexCode } from '../trace/affine-code.js';
import { affineMapAttribute, integerListAttribute, requiredAttribute } from '../../operation/attributes.js';
import type { FunctionCode } from '../trace/function-code.js';
import { errorAt } from '../../operation/located-error.js';
import type { Step, TracedOp } from '../trace/traced-op.js';
import { compileCountedLoop } from './counted-loop.js';
import { reductions } from './reduction.js';

/** Throws unless all of `slots` hold indices that are known while tracing. */
function requireKnown(op: Operation, code: FunctionCode, slots: readonly number[], what: string): void {
  for (const slot of slots)
    if (!code.environment.isKnown(slot)) throw errorAt(op, ...dataDependentControlFlow(what));
}

/** Message and notes for control flow that the inputs decide. */
export function dataDependentControlFlow(what: string): [string, string] {
  return [
    `${what} depends on the inputs of the model`,
    'a circuit is the same for all inputs, so loops and branches must be decided by constants; arith.select chooses between two values',
  ];
}

/** A bound: the greatest (lower) or least (upper) result of the map. */
function bound(op: Operation, code: FunctionCode, { map, operands }: AppliedMap, pick: 'max' | 'min'): () => number {
  const results = code.affineMap(op, map, operands);
  const variable = code.variableIndices(results.flatMap((result) => result.operands));
  const [first] = results;
  if (first === undefined) throw errorAt(op, 'the bound map has no results');
  const evaluate = results.length === 1 ? first.evaluate : extreme(results, pick);
  if (variable.length === 0) return evaluate;
  return () => {
    requireKnown(op, code, variable, 'a loop bound');
    return evaluate();
  };
}

function extreme(results: readonly IndexCode[], pick: 'max' | 'min'): () => number {
  const better = pick === 'max' ? Math.max : Math.min;
  return () => {
    let value = results[0].evaluate();
    for (let i = 1; i < results.length; i++) value = better(value, results[i].evaluate());
    return value;
  };
}

const forOp: TracedOp = {
  name: 'affine.for',
  compile(op, code) {
    const { lower, upper, step, initials } = forLoop(op);
    const start = bound(op, code, lower, 'max');
    const end = bound(op, code, upper, 'min');
    return compileCountedLoop(op, code, initials, () => ({ start: start(), end: end(), step }));
  },
};

const parallelOp: TracedOp = {
  name: 'affine.parallel',
  compile(op, code) {
    const { environment, context } = code;
    const lowerMap = affineMapAttribute(op, 'lowerBoundsMap');
    const upperMap = affineMapAttribute(op, 'upperBoundsMap');
    const steps = integerListAttribute(op, 'steps').map(Number);
    if (steps.some((step) => step <= 0)) throw errorAt(op, 'the steps must be positive');
    const lowerEnd = lowerMap.numDims + lowerMap.numSymbols;
    const lower = boundGroups(op, code, lowerMap, op.operands.slice(0, lowerEnd), 'lowerBoundsGroups', 'max');
    const upper = boundGroups(op, code, upperMap, op.operands.slice(lowerEnd), 'upperBoundsGroups', 'min');
    const combine = requiredAttribute(op, 'reductions', 'array').elements.map((kind) => {
      const reduction = kind.kind === 'integer' ? reductions[Number(kind.value)] : undefined;
      if (reduction === undefined) throw errorAt(op, 'reduces by an operation that is not supported');
      return reduction;
    });
    const results = code.slotsOf(op.results);
    for (const argument of op.region(0).entry?.arguments ?? []) code.markConstantIndex(code.slot(argument));
    const body = code.body(op, op.region(0));

    return () => {
      const starts = lower();
      const ends = upper();
      let first = true;
      const iterate = (dimension: number): void => {
        if (dimension < steps.length) {
          const slot = body.arguments[dimension];
          for (let i = starts[dimension]; i < ends[dimension]; i += steps[dimension]) {
            environment.setKnown(slot, i);
            iterate(dimension + 1);
          }
          return;
        }
        context.budget.iterate(op);
        body.run();
        if (first) environment.copy(body.yields, results);
        else
          for (const [i, reduction] of combine.entries()) {
            const { type } = op.result(i);
            const slot = results[i];
            const value = code.scalar(body.yields[i], type);
            code.setScalar(slot, type, reduction(code.builder, code.scalar(slot, type), value, type));
          }
        first = false;
      };
      iterate(0);
      if (first && results.length > 0) throw errorAt(op, 'reduces over no iterations');
    };
  },
};

/** Bounds of all dimensions of an affine.parallel; `groups` says how many results of the map belong to each. */
function boundGroups(
  op: Operation,
  code: FunctionCode,
  map: AffineMap,
  operands: readonly Value[],
  groups: string,
  pick: 'max' | 'min',
): () => number[] {
  const results = code.affineMap(op, map, operands);
  const variable = code.variableIndices(results.flatMap((result) => result.operands));
  let at = 0;
  const bounds = integerListAttribute(op, groups).map((size) => {
    const group = results.slice(at, at + Number(size));
    at += Number(size);
    if (group.length === 0) throw errorAt(op, 'a dimension has no bound');
    return extreme(group, pick);
  });
  return () => {
    requireKnown(op, code, variable, 'a loop bound');
    return bounds.map((evaluate) => evaluate());
  };
}

const ifOp: TracedOp = {
  name: 'affine.if',
  compile(op, code) {
    const { set } = requiredAttribute(op, 'condition', 'integer-set-attr');
    const slots = code.slotsOf(op.operands);
    const constraints = set.constraints.map(({ expr, equality }) => ({
      equality,
      evaluate: compileAffineExpr(expr, set.numDims, slots, code.environment, code.builder).evaluate,
    }));
    const branches = compileBranches(op, code);
    return () => {
      requireKnown(op, code, slots, 'the condition');
      const holds = constraints.every(({ equality, evaluate }) => {
        const value = evaluate();
        return equality ? value === 0 : value >= 0;
      });
      branches(holds);
    };
  },
};

/** The then and else regions of `op` as one step; an absent else region does nothing. */
export function compileBranches(op: Operation, code: FunctionCode): (condition: boolean) => void {
  const [thenBranch, elseBranch] = op.regions.map((region) => (region.isEmpty ? undefined : code.body(op, region)));
  const results = code.slotsOf(op.results);
  return (condition) => {
    const branch = condition ? thenBranch : elseBranch;
    if (branch === undefined) return;
    branch.run();
    code.environment.copy(branch.yields, results);
  };
}

/** `affine.apply`, `affine.max` and `affine.min` differ in how they choose among the results of their map. */
function mapOp(name: string, attribute: string, pick: 'max' | 'min'): TracedOp {
  return {
    name,
    compile(op, code) {
      const { environment, builder } = code;
      const codes = code.affineMap(op, affineMapAttribute(op, attribute), op.operands);
      const [first] = codes;
      if (first === undefined) throw errorAt(op, 'the map has no results');
      const result = code.slot(op.result(0));
      const evaluate = codes.length === 1 ? first.evaluate : extreme(codes, pick);
      const variable = code.variableIndices(codes.flatMap(({ operands }) => operands));
      if (variable.length === 0) {
        code.markConstantIndex(result);
        return () => environment.setKnown(result, evaluate());
      }
      return () => {
        if (variable.every((slot) => environment.isKnown(slot))) environment.setKnown(result, evaluate());
        else
          code.setIndex(
            result,
            codes
              .map(({ emit }) => emit())
              .reduce((a, b) => (pick === 'max' ? builder.maxsi(a, b, 64) : builder.minsi(a, b, 64))),
          );
      };
    },
  };
}

function subscriptsOf(op: Operation, code: FunctionCode, operands: readonly Value[]): readonly IndexCode[] {
  return code.affineMap(op, affineMapAttribute(op, 'map'), operands);
}

const loadOp: TracedOp = {
  name: 'affine.load',
  compile(op, code): Step {
    const access = compileAccess(op, code, op.operand(0), subscriptsOf(op, code, op.operands.slice(1)));
    const { type } = op.result(0);
    const result = code.slot(op.result(0));
    return () => code.setScalar(result, type, access.load());
  },
};

const storeOp: TracedOp = {
  name: 'affine.store',
  compile(op, code): Step {
    const access = compileAccess(op, code, op.operand(1), subscriptsOf(op, code, op.operands.slice(2)));
    const { type } = op.operand(0);
    const value = code.slot(op.operand(0));
    return () => access.store(code.scalar(value, type));
  },
};

/** What a terminator passes on is read by the operation around it. */
const yieldOp: TracedOp = { name: 'affine.yield', compile: () => undefined };

const prefetchOp: TracedOp = { name: 'affine.prefetch', compile: () => undefined };

export const affineOps: readonly TracedOp[] = [
  forOp,
  parallelOp,
  ifOp,
  mapOp('affine.apply', 'map', 'max'),
  mapOp('affine.max', 'map', 'max'),
  mapOp('affine.min', 'map', 'min'),
  loadOp,
  storeOp,
  yieldOp,
  prefetchOp,
];
