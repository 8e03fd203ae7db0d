import type { HandWrittenOperation } from '../ods/definitions-from-table.js';

/** Operations (with the dialect) whose first result is always called the same, `%alloc` or `%dim`. */
export function fixedResultNames(names: Readonly<Record<string, string>>): Record<string, HandWrittenOperation> {
  return Object.fromEntries(Object.entries(names).map(([operation, name]) => [operation, { asmResultNames: () => [name] }]));
}
