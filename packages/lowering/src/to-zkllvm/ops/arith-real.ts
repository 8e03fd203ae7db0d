import type { CircuitBuilder, CircuitValue } from '@mlir2zk/zk-intrinsics';
import { integerAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { requireScalar } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';

export type RealUnary = (builder: CircuitBuilder, a: CircuitValue) => CircuitValue;
export type RealBinary = (builder: CircuitBuilder, a: CircuitValue, b: CircuitValue) => CircuitValue;

/** An operation on one real. */
export function realUnaryOp(name: string, emit: RealUnary): TracedOp {
  return {
    name,
    compile(op, code) {
      requireScalar(op, op.result(0).type);
      const { builder, environment } = code;
      const operand = code.slot(op.operand(0));
      const result = code.slot(op.result(0));
      return () => {
        environment.handles[result] = emit(builder, environment.handle(operand));
      };
    },
  };
}

/** An operation on two reals. */
export function realBinaryOp(name: string, emit: RealBinary): TracedOp {
  return {
    name,
    compile(op, code) {
      requireScalar(op, op.result(0).type);
      const { builder, environment } = code;
      const lhs = code.slot(op.operand(0));
      const rhs = code.slot(op.operand(1));
      const result = code.slot(op.result(0));
      return () => {
        const value = emit(builder, environment.handle(lhs), environment.handle(rhs));
        // An infinite constant that did not fold away would otherwise be noticed at some later operation only.
        if (!builder.isConstant(value) && !Number.isFinite(builder.upperOf(value) - builder.lowerOf(value)))
          throw errorAt(op, 'an operand is infinite, and the result depends on the inputs', 'check the constants of the model: a circuit has no infinities');
        environment.handles[result] = value;
      };
    },
  };
}

// No variable of a circuit is NaN, and there is no negative zero: the two families of maximum and minimum agree.
const binary: Readonly<Record<string, RealBinary>> = {
  'arith.addf': (builder, a, b) => builder.add(a, b),
  'arith.subf': (builder, a, b) => builder.sub(a, b),
  'arith.mulf': (builder, a, b) => builder.mul(a, b),
  'arith.divf': (builder, a, b) => builder.div(a, b),
  'arith.remf': (builder, a, b) => builder.rem(a, b),
  'arith.maximumf': (builder, a, b) => builder.maximum(a, b),
  'arith.maxnumf': (builder, a, b) => builder.maximum(a, b),
  'arith.maxf': (builder, a, b) => builder.maximum(a, b),
  'arith.minimumf': (builder, a, b) => builder.minimum(a, b),
  'arith.minnumf': (builder, a, b) => builder.minimum(a, b),
  'arith.minf': (builder, a, b) => builder.minimum(a, b),
};

const comparisons = ['eq', 'gt', 'ge', 'lt', 'le', 'ne'] as const;

/** `arith.cmpf`'s predicates by number: false, the ordered ones, ord, the unordered ones, uno, true. */
const predicates: readonly ((typeof comparisons)[number] | 'never' | 'always' | 'ordered' | 'unordered')[] = [
  'never', ...comparisons, 'ordered', ...comparisons, 'unordered', 'always',
];

const cmpfOp: TracedOp = {
  name: 'arith.cmpf',
  compile(op, code) {
    requireScalar(op, op.operand(0).type);
    const { builder, environment } = code;
    const number = integerAttribute(op, 'predicate');
    const predicate = predicates[number];
    if (predicate === undefined) throw errorAt(op, `there is no predicate ${number}`);
    const lhs = code.slot(op.operand(0));
    const rhs = code.slot(op.operand(1));
    const result = code.slot(op.result(0));
    const isNaN = (value: CircuitValue): boolean => Number.isNaN(builder.constantReal(value));
    const whenUnordered = number >= predicates.indexOf('ordered') + 1; // all predicates after `ord` hold for NaN
    return () => {
      const a = environment.handle(lhs);
      const b = environment.handle(rhs);
      const unordered = isNaN(a) || isNaN(b);
      let value: CircuitValue;
      if (predicate === 'never' || predicate === 'always') value = code.boolean(predicate === 'always');
      else if (unordered) value = code.boolean(whenUnordered);
      else if (predicate === 'ordered' || predicate === 'unordered')
        value = code.boolean(predicate === 'ordered');
      else value = builder.compare(predicate, a, b);
      environment.handles[result] = value;
    };
  },
};

export const arithRealOps: readonly TracedOp[] = [
  ...Object.entries(binary).map(([name, emit]) => realBinaryOp(name, emit)),
  realUnaryOp('arith.negf', (builder, a) => builder.neg(a)),
  cmpfOp,
];
