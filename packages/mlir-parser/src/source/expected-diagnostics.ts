import type { Diagnostic, Severity } from './diagnostic.js';
import type { SourceFile, SourceRange } from './source-file.js';

/** A comment `expected-error @+1 {{message}}`. */
interface Expectation {
  readonly severity: Severity;
  /** From 1; undefined for `@unknown`: a diagnostic without a place. */
  line: number | undefined;
  /** As written between the braces. */
  readonly text: string;
  readonly matches: (message: string) => boolean;
  readonly range: SourceRange;
  found: boolean;
}

const pattern = /expected-(error|note|remark|warning)(-re)? *(?:@([+-]\d+|above|below|unknown))? *\{\{(.*)\}\}\s*$/d;

/**
 * Compares `diagnostics`, all that processing `file` reported, with the `expected-error`, `expected-warning`, `expected-remark`
 * and `expected-note` comments in it, as `--verify-diagnostics` does, and returns what does not agree. One comment may match
 * several diagnostics of its line. Notes that nobody expects are no disagreement: they also carry advice that `mlir-opt` does
 * not give.
 */
export function checkExpectedDiagnostics(file: SourceFile, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { expectations, problems } = expectationsIn(file);
  const check = (diagnostic: Diagnostic): void => {
    const problem = matchOrComplain(expectations, diagnostic, file);
    if (problem !== undefined) problems.push(problem);
    for (const note of diagnostic.notes ?? []) check(note);
  };
  diagnostics.forEach(check);
  for (const { severity, text, range, found } of expectations)
    if (!found) problems.push({ severity: 'error', message: `expected ${severity} "${text}" was not produced`, range });
  return problems;
}

function matchOrComplain(expectations: readonly Expectation[], { severity, message, range }: Diagnostic, file: SourceFile): Diagnostic | undefined {
  // Without a place, or at one in another file, there is no line for a comment to stand on.
  const line = range?.file === file ? file.positionAt(range.start).line : undefined;
  const candidates = expectations.filter((expectation) => expectation.line === line && expectation.matches(message));
  const match = candidates.find((expectation) => expectation.severity === severity);
  if (match !== undefined) {
    match.found = true;
    return undefined;
  }
  if (severity === 'note') return undefined;
  const [near] = candidates;
  return {
    severity: 'error',
    message: near === undefined
      ? `unexpected ${severity}: ${message}`
      : `'${severity}' diagnostic emitted when expecting a '${near.severity}': ${message}`,
    ...(range === undefined ? {} : { range }),
  };
}

/** The comments in `file`. `@above` and `@below` mean the nearest line that has no such comment. */
function expectationsIn(file: SourceFile): { expectations: Expectation[]; problems: Diagnostic[] } {
  const expectations: Expectation[] = [];
  const problems: Diagnostic[] = [];
  let lastPlainLine: number | undefined;
  let waiting: Expectation[] = [];
  let start = 0;
  for (let line = 1; start <= file.bytes.length; line++) {
    const newline = file.bytes.indexOf(0x0a, start);
    const end = newline < 0 ? file.bytes.length : newline;
    const match = mentionsExpectation(file, start, end) ? pattern.exec(file.text(start, end)) : null;
    if (match === null) {
      for (const expectation of waiting) expectation.line = line;
      waiting = [];
      lastPlainLine = line;
    } else {
      const [, severity, isRegex, place, text] = match;
      const [from, to] = match.indices?.[4] ?? [0, 0];
      const range = { file, start: start + byteLength(match.input, from), end: start + byteLength(match.input, to) };
      const matches = matcher(text, isRegex !== undefined);
      if (matches === undefined) problems.push({ severity: 'error', message: `'${text}' has a regular expression that is not valid`, range });
      else {
        const expectation: Expectation = { severity: severity as Severity, line, text, matches, range, found: false };
        expectations.push(expectation);
        if (place === 'below') waiting.push(expectation);
        else if (place === 'above') expectation.line = lastPlainLine ?? line;
        else if (place === 'unknown') expectation.line = undefined;
        else if (place !== undefined) expectation.line = line + Number(place);
      }
    }
    start = end + 1;
  }
  return { expectations, problems };
}

/** Lines may be megabytes of weights; only those with a `}` near the end are decoded. */
function mentionsExpectation({ bytes }: SourceFile, start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && (bytes[last] === 0x20 || bytes[last] === 0x09 || bytes[last] === 0x0d)) last--;
  return bytes[last] === 0x7d && bytes[last - 1] === 0x7d;
}

const byteLength = (text: string, end: number): number => new TextEncoder().encode(text.slice(0, end)).length;

/** Whether a message contains `text`; in a regex comment, what stands in `{{…}}` is a regular expression. Undefined if that is none. */
function matcher(text: string, isRegex: boolean): ((message: string) => boolean) | undefined {
  if (!isRegex) return (message) => message.includes(text);
  const source = text
    .split(/\{\{(.*?)\}\}/)
    .map((part, index) => (index % 2 === 1 ? `(?:${part})` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  try {
    const regex = new RegExp(source);
    return (message) => regex.test(message);
  } catch {
    return undefined;
  }
}
