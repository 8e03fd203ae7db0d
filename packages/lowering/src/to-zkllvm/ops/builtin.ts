import { typeText, type Type } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { TracedOp } from '../trace/traced-op.js';

/** Whether both are integers of one width, or memrefs of such: they differ in signedness only. */
function sameBits(from: Type, to: Type): boolean {
  if (from === to) return true;
  if (from.kind === 'integer' && to.kind === 'integer') return from.width === to.width;
  if (from.kind === 'memref' && to.kind === 'memref') return sameBits(from.elementType, to.elementType);
  return false;
}

/** Integers are residues, whatever their signedness: who looks at one says how it is to be read. */
const conversionCastOp: TracedOp = {
  name: 'builtin.unrealized_conversion_cast',
  compile(op, code) {
    for (const [i, result] of op.results.entries()) {
      const from = op.operand(i).type;
      if (!sameBits(from, result.type))
        throw errorAt(
          op,
          `casts ${typeText(from)} to ${typeText(result.type)}`,
          'such casts stand around operations that the compiler before did not lower',
        );
    }
    const operands = code.slotsOf(op.operands);
    const results = code.slotsOf(op.results);
    return () => code.environment.copy(operands, results);
  },
};

export const builtinOps: readonly TracedOp[] = [conversionCastOp];
