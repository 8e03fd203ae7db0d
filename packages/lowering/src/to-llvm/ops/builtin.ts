import { errorAt } from '../../operation/located-error.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { typeText } from '@mlir2zk/mlir-parser';

/** Casts between types that are one type in LLVM IR, as `ui8` and `i8`. */
const castOp: LoweredOp = {
  name: 'builtin.unrealized_conversion_cast',
  lower(op, code) {
    if (op.numOperands !== 1 || op.results.length !== 1) throw errorAt(op, 'a cast of one value to several, or of several to one, has no code');
    const [operand, result] = [op.operand(0), op.result(0)];
    const [from, to] = [operand.type, result.type].map((type) => code.module.conversion.convert(type));
    if (from === undefined || to !== from)
      throw errorAt(op, `${typeText(operand.type)} and ${typeText(result.type)} are not the same in LLVM IR: what lies between them was not lowered`);
    code.setParts(op, result, code.parts(operand));
  },
};

const poisonOp: LoweredOp = {
  name: 'ub.poison',
  lower(op, code) {
    code.setParts(op, op.result(0), code.partTypes(op, op.result(0).type).map((type) => code.constants.poison(type)));
  },
};

export const builtinOps: readonly LoweredOp[] = [castOp, poisonOp];
