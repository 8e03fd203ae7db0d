import type { Context } from '../ir/context.js';
import type { DenseArrayAttr } from '../ir/attribute.js';
import type { Operation } from '../ir/operation.js';
import type { Value } from '../ir/value.js';
import { denseArrayIntegers, denseIntegerArray } from '../ir/dense-array.js';

/** The `operandSegmentSizes` of an operation whose operands come in groups of these sizes. */
export function operandSegmentSizes(context: Context, sizes: readonly number[]): DenseArrayAttr {
  return denseIntegerArray(context, 32, sizes);
}

/** The operands of `op` in the groups that its `operandSegmentSizes` say; one group if it has none. */
export function operandSegments(op: Operation): Value[][] {
  const sizes = op.properties.get('operandSegmentSizes');
  const { operands } = op;
  if (sizes === undefined) return [operands];
  let start = 0;
  return denseArrayIntegers(sizes).map((size) => operands.slice(start, (start += Number(size))));
}
