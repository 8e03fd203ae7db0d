import { requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { packResults, passArguments, unpackResults } from '../calls/passing.js';
import { signatureOf } from '../calls/signature.js';
import type { LoweredOp } from '../emission/lowered-op.js';

const returnOp: LoweredOp = {
  name: 'func.return',
  lower(op, code) {
    const func = op.parentOp;
    if (func?.name !== 'func.func') throw errorAt(op, 'stands in no function');
    code.builder.ret(packResults(code, signatureOf(func, code.module), op.operands));
  },
};

const callOp: LoweredOp = {
  name: 'func.call',
  lower(op, code) {
    const { root: name } = requiredAttribute(op, 'callee', 'symbol-ref');
    const signature = signatureOf(code.module.symbol(op, name, 'func.func'), code.module);
    const returned = code.builder.call(code.module.functionOf(op, name), passArguments(code, signature.inputs, op.operands));
    unpackResults(code, signature, op.results, returned);
  },
};

const constantOp: LoweredOp = {
  name: 'func.constant',
  lower(op, code) {
    const { root: name } = requiredAttribute(op, 'value', 'symbol-ref');
    code.module.functionOf(op, name);
    code.setValue(op.result(0), code.module.llvm.addressOf(name));
  },
};

export const funcOps: readonly LoweredOp[] = [returnOp, callOp, constantOp];
