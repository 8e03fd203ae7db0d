import type { Attribute } from '../ir/attribute.js';
import type { Operation } from '../ir/operation.js';

type Entry = readonly [string, Attribute];

/** Entries by name, as MLIR keeps its dictionaries. */
export function sortedEntries(entries: Iterable<Entry>): Entry[] {
  const list = [...entries];
  return list.length < 2 ? list : list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Inherent and discardable attributes of `op` together, by name, without those that `elided` names. */
export function printedAttributes(op: Operation, elided: readonly string[]): Entry[] {
  if (op.properties.size === 0 && op.attributes.size === 0) return [];
  const all = [...op.properties, ...op.attributes];
  return sortedEntries(elided.length === 0 ? all : all.filter(([name]) => !elided.includes(name)));
}
