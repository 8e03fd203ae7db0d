import type { ValueId } from './constant-pool.js';
import type { LlvmFunction } from './function.js';
import type { Type } from './type.js';

/**
 * The type inside an aggregate at the end of `path`.
 *
 * @throws TypeError if the path leaves the type
 */
export function elementAt(type: Type, path: readonly number[]): Type {
  let at = type;
  for (const index of path) {
    let next: Type | undefined;
    if (at.kind === 'array') next = index < at.length ? at.element : undefined;
    else if (at.kind === 'struct') next = at.fields?.[index];
    if (next === undefined) throw new TypeError(`type '${type.text}' has no element ${path.join(', ')}`);
    at = next;
  }
  return at;
}

/** The type that the indices of a getelementptr reach, or undefined if they leave the source type. */
export function indexedType(fn: LlvmFunction, sourceType: Type, path: readonly ValueId[]): Type | undefined {
  let type: Type = sourceType;
  for (const index of path.slice(1)) {
    if (type.kind === 'struct') {
      // Only a struct needs to know which element; its indices are constants.
      const field: Type | undefined = index < 0 ? type.fields?.[fn.module.constants.numberOf(index)] : undefined;
      if (field === undefined) return undefined;
      type = field;
    } else if (type.kind === 'array' || type.kind === 'vector') type = type.element;
    else return undefined;
  }
  return type;
}
