import { Pattern, type PatternOptions } from './pattern.js';
import { CheckSyntaxError, literal } from './posix-regex.js';

/** Suffixes of the prefix: `CHECK:`, `CHECK-NEXT:`, … */
export type CheckKind = 'plain' | 'next' | 'same' | 'empty' | 'label' | 'not' | 'dag';

/** One check line. */
export interface Check {
  readonly kind: CheckKind;
  /** As written, for messages: `CHECK-NEXT`. */
  readonly directive: string;
  readonly pattern: Pattern;
  /** How many times in a row the pattern has to match; 1 but for `CHECK-COUNT-n`. */
  readonly count: number;
  /** Of the pattern in the check file, both from 1. */
  readonly line: number;
  readonly column: number;
}

/** Checks between two positive ones: they say what may stand between them. */
export interface CheckGroup {
  /** `-NOT` and `-DAG` lines before {@link check}. */
  readonly between: readonly Check[];
  /** Undefined at the end of the file, when `-NOT` or `-DAG` lines come last. */
  readonly check: Check | undefined;
}

/** How check lines are found and read. */
export interface CheckFileOptions extends PatternOptions {
  readonly prefixes: readonly string[];
  readonly allowUnusedPrefixes: boolean;
}

/** A check file is malformed. `line` and `column` count from 1; both are 0 for the file as a whole. */
export class CheckFileError extends Error {
  constructor(
    message: string,
    readonly line = 0,
    readonly column = 0,
  ) {
    super(message);
  }
}

const kindOfSuffix: Readonly<Record<string, CheckKind>> = {
  '': 'plain',
  NEXT: 'next',
  SAME: 'same',
  EMPTY: 'empty',
  LABEL: 'label',
  NOT: 'not',
  DAG: 'dag',
};

const commentPrefixes = ['COM', 'RUN'];

/** Runs of blanks become one space, line ends become `\n`, unless whitespace is strict. */
export function canonicalizeWhitespace(text: string, strictWhitespace: boolean): string {
  const unixLines = text.replaceAll('\r\n', '\n');
  return strictWhitespace ? unixLines : unixLines.replaceAll(/[ \t]+/g, ' ');
}

/**
 * Reads the check lines of a file.
 *
 * @throws CheckFileError
 */
export function readCheckFile(text: string, options: CheckFileOptions): CheckGroup[] {
  const groups: CheckGroup[] = [];
  const unused = new Set(options.prefixes);
  let between: Check[] = [];
  for (const [index, lineText] of text.split('\n').entries()) {
    const found = readCheckLine(lineText.replace(/\r$/, ''), index + 1, options);
    if (found === undefined) continue;
    unused.delete(found.prefix);
    const { check } = found;
    if (check.kind === 'not' || check.kind === 'dag') {
      between.push(check);
      continue;
    }
    const isFirst = groups.length === 0;
    if (isFirst && (check.kind === 'next' || check.kind === 'same' || check.kind === 'empty')) {
      throw new CheckFileError(
        `found '${check.directive}' without previous '${found.prefix}: line`,
        check.line,
        check.column,
      );
    }
    groups.push({ between, check });
    between = [];
  }
  if (between.length > 0) groups.push({ between, check: undefined });
  if (groups.length === 0 || (unused.size > 0 && !options.allowUnusedPrefixes)) {
    const names = [...(groups.length === 0 ? options.prefixes : unused)].map((prefix) => `'${prefix}:'`);
    throw new CheckFileError(`no check strings found with prefix${names.length > 1 ? 'es' : ''} ${names.join(', ')}`);
  }
  return groups;
}

function readCheckLine(
  text: string,
  line: number,
  options: CheckFileOptions,
): { prefix: string; check: Check } | undefined {
  const words = [...options.prefixes, ...commentPrefixes].sort((a, b) => b.length - a.length).map(literal);
  const prefixAt = new RegExp(`(?<![\\w-])(${words.join('|')})(-[\\w-]+)?(\\{[A-Z, ]*\\})?:`, 'g');
  for (const found of text.matchAll(prefixAt)) {
    const [whole, prefix = '', suffix = '', modifier] = found;
    if (commentPrefixes.includes(prefix)) {
      if (suffix === '' && modifier === undefined) return undefined;
      continue;
    }
    const afterColon = found.index + whole.length;
    const directive = prefix + suffix;
    const count = /^-COUNT-(\d+)$/.exec(suffix)?.[1];
    const kind = count === undefined ? kindOfSuffix[suffix.slice(1)] : 'plain';
    const fail = (message: string, column: number): never => {
      throw new CheckFileError(message, line, column);
    };
    if (suffix.startsWith('-COUNT') && !(Number(count) > 0)) {
      return fail(`invalid count in -COUNT specification on prefix '${prefix}'`, found.index + 1);
    }
    if (/^-NOT-|-NOT$/.test(suffix) && kind === undefined) {
      return fail(`unsupported -NOT combo on prefix '${prefix}'`, found.index + 1);
    }
    if (kind === undefined) continue;
    if (modifier !== undefined && modifier !== '{LITERAL}') {
      return fail(`unknown modifier ${modifier}`, found.index + 1);
    }

    const keepLeadingBlanks = options.strictWhitespace && options.matchFullLines;
    const rest = text.slice(afterColon);
    const patternText = keepLeadingBlanks ? rest : rest.trimStart();
    const column = afterColon + rest.length - patternText.length + 1;
    const trimmed = keepLeadingBlanks ? patternText : patternText.trimEnd();
    if (kind === 'empty' && trimmed !== '') {
      return fail(`found non-empty check string for empty check with prefix '${prefix}:'`, column);
    }
    if (kind !== 'empty' && trimmed === '') return fail(`found empty check string with prefix '${directive}:'`, column);

    const canonical = canonicalizeWhitespace(trimmed, options.strictWhitespace);
    const patternOptions = { ...options, matchFullLines: options.matchFullLines && kind !== 'not' };
    let pattern: Pattern;
    try {
      if (kind === 'empty') pattern = Pattern.emptyLine(patternOptions);
      else if (modifier === undefined) pattern = Pattern.parse(canonical, line, patternOptions);
      else pattern = Pattern.literal(canonical, patternOptions);
    } catch (error) {
      if (error instanceof CheckSyntaxError) return fail(error.message, column + error.offset);
      throw error;
    }
    if (kind === 'label' && pattern.usesVariables) {
      return fail(`found '${directive}:' with variable definition or use`, column);
    }
    return { prefix, check: { kind, directive, pattern, count: Number(count ?? 1), line, column } };
  }
  return undefined;
}
