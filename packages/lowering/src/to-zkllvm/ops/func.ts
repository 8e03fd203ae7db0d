import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import type { TracedOp } from '../trace/traced-op.js';

const callOp: TracedOp = {
  name: 'func.call',
  compile(op, code) {
    const { root } = requiredAttribute(op, 'callee', 'symbol-ref');
    const callee = code.context.callee(root, op);
    const operands = code.slotsOf(op.operands);
    const results = code.slotsOf(op.results);
    if (operands.length !== callee.argumentSlots.length || results.length !== callee.resultSlots.length)
      throw errorAt(op, `does not fit the signature of @${root}`);
    return () => {
      code.environment.copy(operands, callee.argumentSlots);
      callee.run();
      code.environment.copy(callee.resultSlots, results);
    };
  },
};

export const funcOps: readonly TracedOp[] = [callOp, { name: 'func.return', compile: () => undefined }];
