import { readFloat, readInteger, typeText, type DenseElementsAttr, type Operation, type Type } from '@mlir2zk/mlir-parser';
import type { CircuitBuilder } from '@mlir2zk/zk-intrinsics';
import { errorAt } from '../../operation/located-error.js';
import { requireScalar } from '../interface/scalar-type.js';
import { Storage } from './memory.js';

/**
 * A read-only storage of `size` elements that holds `attribute`'s elements; nothing is converted before it is read.
 * Throws a DiagnosticError at `op` for element types without a circuit, and when a NaN is read.
 */
export function constantStorage(
  op: Operation,
  attribute: DenseElementsAttr,
  elementType: Type,
  size: number,
  builder: CircuitBuilder,
): Storage {
  requireScalar(op, elementType);
  if (attribute.strings !== undefined) throw errorAt(op, `constants of ${typeText(elementType)} cannot be lowered to a circuit`);
  const { data, splat } = attribute;
  if (elementType.kind !== 'float')
    return Storage.constant(size, splat, (position) => builder.integer(readInteger(elementType, data, position)));
  const { name } = elementType;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const read =
    name === 'f32'
      ? (position: number) => view.getFloat32(4 * position, true)
      : (position: number) => readFloat(name, data, position);
  return Storage.constant(size, splat, (position) => {
    const value = read(position);
    // An infinity may still fold away, as in max(-∞, x): the builder decides that where it is used.
    if (!Number.isNaN(value)) return builder.real(value);
    throw errorAt(op, `element ${position} of the constant is NaN`, 'check the weights of the model: a circuit has no NaN');
  });
}
