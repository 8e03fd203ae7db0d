import type { GaloisFieldName } from '../ir/galois-field.js';
import { attributeType, hasAttribute } from '../ir/attribute.js';
import type { Parameter } from '../ir/function.js';
import type { Type } from '../ir/type.js';

/** Widest integer that the assigner's JSON input can state. */
const MAX_INPUT_BITS = 128;

/** Why a type cannot be the type of a value in a register, or undefined if it can. */
export function registerTypeProblem(type: Type, native: GaloisFieldName): string | undefined {
  switch (type.kind) {
    case 'integer':
    case 'pointer':
    case 'void':
      return undefined;
    case 'field':
      if (type.field.name === native) return undefined;
      return `'${type.text}' is not the native field __zkllvm_field_${native}`;
    case 'vector':
      if (type.element.kind === 'field' && type.element.field.name === native) return undefined;
      return `vectors of '${type.element.text}' are not interpreted`;
    case 'float':
      return 'floating point is not interpreted: the assigner aborts';
    case 'target':
    case 'curve':
      return 'curve points are outside the safe subset';
    case 'array':
    case 'struct':
      return 'aggregates are not kept in registers: use memory';
    case 'label':
    case 'metadata':
    case 'function':
      return `'${type.text}' is not the type of a value`;
  }
}

/** Why a type cannot lie in memory, or undefined if it can. */
export function memoryTypeProblem(type: Type, native: GaloisFieldName): string | undefined {
  switch (type.kind) {
    case 'array':
      return memoryTypeProblem(type.element, native);
    case 'struct':
      if (type.fields === undefined) return `'${type.text}' has no size: it is opaque`;
      for (const field of type.fields) {
        const problem = memoryTypeProblem(field, native);
        if (problem !== undefined) return problem;
      }
      return undefined;
    default:
      return registerTypeProblem(type, native);
  }
}

/** Why a parameter of the circuit function cannot be read from the inputs, or undefined if it can. */
export function inputProblem({ type, attributes }: Parameter, native: GaloisFieldName): string | undefined {
  if (type.kind !== 'pointer') {
    if (type.kind === 'integer' && type.width > MAX_INPUT_BITS) return `inputs have at most ${MAX_INPUT_BITS} bits`;
    return registerTypeProblem(type, native);
  }
  const pointee = attributeType(attributes, 'byval') ?? attributeType(attributes, 'sret');
  if (pointee === undefined) {
    return 'a pointer without byval or sret is read as a C string: give it byval(type)';
  }
  if (hasAttribute(attributes, 'sret') && hasAttribute(attributes, 'private_input')) {
    return 'the place of a result cannot be a private input';
  }
  return memoryTypeProblem(pointee, native);
}
