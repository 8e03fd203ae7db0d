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
