import { errorAt } from '../../operation/located-error.js';
import { requireScalar, scalarType } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';
import { dataDependentControlFlow } from './affine.js';

const constantOp: TracedOp = {
  name: 'arith.constant',
  compile(op, code) {
    const { type } = op.result(0);
    requireScalar(op, type);
    const { builder, environment } = code;
    const result = code.slot(op.result(0));
    const value = op.attribute('value');
    if (value?.kind === 'float') {
      const real = value.value;
      let handle: number | undefined;
      return () => {
        environment.handles[result] = handle ??= builder.real(real);
      };
    }
    if (value?.kind !== 'integer') throw errorAt(op, 'the value is neither a float nor an integer');
    const integer = value.value;
    if (type.kind === 'index') {
      code.markConstantIndex(result);
      return () => environment.setKnown(result, Number(integer));
    }
    let handle: number | undefined;
    return () => {
      environment.handles[result] = handle ??= builder.integer(integer);
    };
  },
};

const selectOp: TracedOp = {
  name: 'arith.select',
  compile(op, code) {
    requireScalar(op, op.operand(0).type);
    const { type } = op.result(0);
    const { builder, environment } = code;
    const [condition, whenTrue, whenFalse] = code.slotsOf(op.operands) as [number, number, number];
    const result = code.slot(op.result(0));
    const isScalar = scalarType(type) !== undefined;
    return () => {
      const chosen = builder.constantInteger(environment.handle(condition));
      if (chosen !== undefined) environment.copy([chosen === 0n ? whenFalse : whenTrue], [result]);
      else if (!isScalar) throw errorAt(op, ...dataDependentControlFlow('which memref is meant'));
      else
        code.setScalar(
          result,
          type,
          builder.select(environment.handle(condition), code.scalar(whenTrue, type), code.scalar(whenFalse, type)),
        );
    };
  },
};

export const arithValueOps: readonly TracedOp[] = [constantOp, selectOp];
