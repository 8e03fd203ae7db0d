import type { Context } from '../ir/context.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { SourceRange } from '../source/source-file.js';
import { editDistance } from './edit-distance.js';

/** What to say about an operation in custom form that has none: mlir-opt's words, and what to do about it. */
export function unknownCustomOperation(
  context: Context, name: string, written: string, registered: boolean, range: SourceRange,
): { message: string; notes: Diagnostic[] } {
  const tried = name === written ? '' : ` (tried '${name}' as well)`;
  const dialect = name.slice(0, Math.max(0, name.indexOf('.')));
  const note = (message: string): Diagnostic => ({ severity: 'note', message, range });
  if (registered) return { message: `'${name}' has no custom form; write it in the generic form: "${name}"(…) : (…) -> …`, notes: [] };
  const suggestion = nearestOperation(context, name, written);
  const notes = suggestion === undefined ? [] : [note(`did you mean '${suggestion}'?`)];
  if (dialect !== '' && context.hasDialect(dialect)) return { message: `custom op '${written}' is unknown${tried}`, notes };
  notes.push(note(`operations of unregistered dialects must be in the generic form: "${name}"(…) : (…) -> …`));
  return { message: `Dialect \`${dialect}' not found for custom op '${written}'${tried}`, notes };
}

/** The registered operation whose name takes the fewest edits, if they are few. */
function nearestOperation(context: Context, name: string, written: string): string | undefined {
  const dialect = name.slice(0, Math.max(0, name.indexOf('.')));
  const nearDialects = context.dialects.filter((known) => editDistance(known, dialect, 1) <= 1);
  const limit = Math.max(1, Math.floor(written.length / 4));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const known of nearDialects)
    for (const { name: candidate } of context.operationsOf(known)) {
      const distance = editDistance(candidate, name, bestDistance);
      if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    }
  return best;
}
