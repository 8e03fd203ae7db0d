import type { Attribute } from '../ir/attribute.js';
import type { Operation } from '../ir/operation.js';

type Entry = readonly [string, Attribute];

/** Entries by name, as MLIR keeps its dictionaries. */
export function sortedEntries(entries: Iterable<Entry>): Entry[] {
  const list = [...entries];
  return list.length < 2 ? list : list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Inherent and discardable attributes of `op` together, by name, without those that `elided` names. */
export function printedAttributes(op: Operation, elided: readonly string[]): readonly Entry[] {
  if (!op.hasProperties && !op.hasAttributes) return none;
  const list: Entry[] = [];
  const add = (value: Attribute, name: string): void => {
    if (!elided.includes(name)) list.push([name, value]);
  };
  if (op.hasProperties) op.properties.forEach(add);
  if (op.hasAttributes) op.attributes.forEach(add);
  return sortedEntries(list);
}

const none: readonly Entry[] = [];
