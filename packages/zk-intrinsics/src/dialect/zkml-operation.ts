import { Operation, type Context, type Location, type Type, type Value } from '@mlir2zk/mlir-parser';
import type { AttributeValue } from '../definition/attribute-kind.js';
import type { ArrayType, Instance, Intrinsic } from '../definition/intrinsic.js';
import { fromAttribute, isElided, toAttribute } from './attribute-conversion.js';

/** The operands of a `zkml` operation: those that it reads, then those that it writes. */
export interface ZkmlOperands {
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

/** Splits the operands of an operation of `intrinsic`. */
export function zkmlOperands(intrinsic: Intrinsic, op: Operation): ZkmlOperands {
  const operands = op.operands;
  const inputs = operands.length - intrinsic.results.length;
  return { inputs: operands.slice(0, inputs), outputs: operands.slice(inputs) };
}

/** Shape and element type of a ranked memref of static shape; undefined for other types. */
export function staticArrayType(type: Type): ArrayType | undefined {
  return type.kind === 'memref' && type.shape.every((size) => size >= 0) ? type : undefined;
}

/**
 * The instance that an operation of `intrinsic` is. The operation must have passed its verifier;
 * throws an Error for one that would not.
 */
export function instanceOf(intrinsic: Intrinsic, op: Operation): Instance {
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, spec] of Object.entries(intrinsic.attributes)) {
    const value = fromAttribute(spec, op.attribute(name));
    if (value === undefined) throw new Error(`'${op.name}' has no valid attribute '${name}'`);
    attributes[name] = value;
  }
  const { inputs, outputs } = zkmlOperands(intrinsic, op);
  return { inputs: inputs.map(arrayTypeOf), outputs: outputs.map(arrayTypeOf), attributes };
}

function arrayTypeOf(value: Value): ArrayType {
  const type = staticArrayType(value.type);
  if (type === undefined) throw new Error('an operand of a zkml operation is no memref of static shape');
  return type;
}

/** Makes the operation `zkml.NAME ins(inputs) outs(outputs) {attributes}`, not yet inserted anywhere. */
export function createZkmlOperation(
  context: Context,
  intrinsic: Intrinsic,
  operands: ZkmlOperands,
  attributes: Readonly<Record<string, AttributeValue>>,
  location: Location,
): Operation {
  const properties: [string, NonNullable<ReturnType<typeof toAttribute>>][] = [];
  for (const [name, spec] of Object.entries(intrinsic.attributes)) {
    const value = attributes[name];
    if (value === undefined || isElided(spec, value)) continue;
    const attribute = toAttribute(context, spec, value);
    if (attribute !== undefined) properties.push([name, attribute]);
  }
  const name = `zkml.${intrinsic.name}`;
  return Operation.create({
    name,
    definition: context.operation(name),
    operands: [...operands.inputs, ...operands.outputs],
    properties,
    location,
  });
}
