import type { Operation } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from '../trace/function-code.js';
import { errorAt } from '../../operation/located-error.js';
import { requireScalar } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';
import { compileBranches, dataDependentControlFlow } from './affine.js';
import { compileCountedLoop } from './counted-loop.js';

/** The integer or index in `slot`, which must be the same for all inputs. */
function requireConstant(op: Operation, code: FunctionCode, slot: number, isIndex: boolean, what: string): number {
  if (isIndex) {
    if (code.environment.isKnown(slot)) return code.environment.number(slot);
  } else {
    const constant = code.builder.constantInteger(code.environment.handle(slot));
    if (constant !== undefined) return Number(constant);
  }
  throw errorAt(op, ...dataDependentControlFlow(what));
}

const forOp: TracedOp = {
  name: 'scf.for',
  compile(op, code) {
    const { type } = op.operand(0);
    requireScalar(op, type);
    const [lower, upper, increment] = code.slotsOf(op.operands.slice(0, 3));
    const constant = (slot: number): number => requireConstant(op, code, slot, type.kind === 'index', 'a loop bound');
    return compileCountedLoop(op, code, op.operands.slice(3), () => ({
      start: constant(lower),
      end: constant(upper),
      step: constant(increment),
    }));
  },
};

const ifOp: TracedOp = {
  name: 'scf.if',
  compile(op, code) {
    const condition = code.slot(op.operand(0));
    const branches = compileBranches(op, code);
    return () => branches(requireConstant(op, code, condition, false, 'the condition') !== 0);
  },
};

const whileOp: TracedOp = {
  name: 'scf.while',
  compile(op, code) {
    const { environment, context } = code;
    const initial = code.slotsOf(op.operands);
    const results = code.slotsOf(op.results);
    const before = code.body(op, op.region(0));
    const after = code.body(op, op.region(1));
    const [condition, ...passed] = before.yields; // the operands of scf.condition
    if (condition === undefined) throw errorAt(op, 'the first region does not end in scf.condition');
    return () => {
      environment.copy(initial, before.arguments);
      for (;;) {
        context.budget.iterate(op);
        before.run();
        if (requireConstant(op, code, condition, false, 'the condition') === 0) break;
        environment.copy(passed, after.arguments);
        after.run();
        environment.copy(after.yields, before.arguments);
      }
      environment.copy(passed, results);
    };
  },
};

const executeRegionOp: TracedOp = {
  name: 'scf.execute_region',
  compile(op, code) {
    const results = code.slotsOf(op.results);
    const body = code.body(op, op.region(0));
    return () => {
      body.run();
      code.environment.copy(body.yields, results);
    };
  },
};

export const scfOps: readonly TracedOp[] = [
  forOp,
  ifOp,
  whileOp,
  executeRegionOp,
  { name: 'scf.yield', compile: () => undefined },
  { name: 'scf.condition', compile: () => undefined },
];
