import { CheckSyntaxError, literal, translatePosixRegex, type TranslatedRegex } from './posix-regex.js';

/** Values of the variables that patterns have captured so far, or that `-D` defined. */
export type Variables = Map<string, string>;

/** Where a pattern matched: offsets into the text that was searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** How patterns are read; the command line options of the same names. */
export interface PatternOptions {
  readonly matchFullLines: boolean;
  readonly strictWhitespace: boolean;
  readonly ignoreCase: boolean;
}

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly groups: number }
  | { readonly kind: 'define'; readonly name: string; readonly source: string; readonly groups: number }
  | { readonly kind: 'use'; readonly name: string };

/** A pattern uses a variable that has no value. */
export class UndefinedVariableError extends Error {
  constructor(readonly variable: string) {
    super(`undefined variable: ${variable}`);
  }
}

/**
 * What stands after the colon of a check line: text, `{{regex}}`, `[[VAR:regex]]`, `[[VAR]]` and
 * `[[@LINE+n]]`.
 */
export class Pattern {
  readonly #segments: readonly Segment[];
  readonly #options: PatternOptions;

  private constructor(segments: readonly Segment[], options: PatternOptions) {
    this.#segments = segments;
    this.#options = options;
  }

  /**
   * @param line line number of the check line, for `@LINE`
   * @throws CheckSyntaxError
   */
  static parse(text: string, line: number, options: PatternOptions): Pattern {
    return new Pattern(parseSegments(text, line), options);
  }

  /** The pattern that matches `text` and nothing else. */
  static literal(text: string, options: PatternOptions): Pattern {
    return new Pattern([{ kind: 'text', text }], options);
  }

  /** The pattern of `CHECK-EMPTY`: a line without a character, after the newline that begins it. */
  static emptyLine(options: PatternOptions): Pattern {
    return new Pattern([{ kind: 'regex', source: '(?<=\\n)(?![^\\n])', groups: 0 }], {
      ...options,
      matchFullLines: false,
    });
  }

  get usesVariables(): boolean {
    return this.#segments.some(({ kind }) => kind === 'define' || kind === 'use');
  }

  /**
   * The leftmost match in `text`; sets the variables that the pattern defines.
   *
   * @throws UndefinedVariableError
   */
  match(text: string, variables: Variables): Match | undefined {
    const { matchFullLines, strictWhitespace, ignoreCase } = this.#options;
    const captures = new Map<string, number>();
    let groups = 0;
    let source = '';
    for (const segment of this.#segments) {
      switch (segment.kind) {
        case 'text':
          source += literal(segment.text);
          break;
        case 'regex':
          source += `(?:${segment.source})`;
          groups += segment.groups;
          break;
        case 'define':
          captures.set(segment.name, ++groups);
          source += `(${segment.source})`;
          groups += segment.groups;
          break;
        case 'use': {
          const group = captures.get(segment.name);
          const value = variables.get(segment.name);
          if (group !== undefined) source += `(?:\\${group})`;
          else if (value !== undefined) source += literal(value);
          else throw new UndefinedVariableError(segment.name);
          break;
        }
      }
    }
    if (matchFullLines) {
      const margin = strictWhitespace ? '' : ' *';
      source = `(?<![^\\n])${margin}${source}${margin}(?![^\\n])`;
    }
    const found = new RegExp(source, ignoreCase ? 'iu' : 'u').exec(text);
    if (found === null) return undefined;
    for (const [name, group] of captures) variables.set(name, found[group] ?? '');
    return { start: found.index, end: found.index + found[0].length };
  }
}

function parseSegments(text: string, line: number): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length) {
    if (text.startsWith('{{', at)) {
      const end = text.indexOf('}}', at + 2);
      if (end < 0) throw new CheckSyntaxError("found start of regex string with no end '}}'", at);
      segments.push({ kind: 'regex', ...translateRegexAt(at + 2, text.slice(at + 2, end)) });
      at = end + 2;
    } else if (text.startsWith('[[', at)) {
      const end = endOfVariable(text, at);
      segments.push(parseVariable(text.slice(at + 2, end), at, line));
      at = end + 2;
    } else {
      const next = text.slice(at).search(/\{\{|\[\[/);
      const end = next < 0 ? text.length : at + next;
      segments.push({ kind: 'text', text: text.slice(at, end) });
      at = end;
    }
  }
  return segments;
}

/** Offset of the `]]` that ends the variable at `start`; brackets inside its regex nest. */
function endOfVariable(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 2; at < text.length; at++) {
    const character = text.charAt(at);
    if (depth === 0 && text.startsWith(']]', at)) return at;
    if (character === '\\') at++;
    else if (character === '[') depth++;
    else if (character === ']' && depth-- === 0) {
      throw new CheckSyntaxError('missing closing "]" for regex variable', start);
    }
  }
  throw new CheckSyntaxError('invalid substitution block, no ]] found', start);
}

function parseVariable(block: string, at: number, line: number): Segment {
  const lineOffset = /^#?\s*@LINE\s*([+-]\s*\d+)?$/.exec(block);
  if (lineOffset !== null) {
    const offset = Number((lineOffset[1] ?? '0').replaceAll(/\s/g, ''));
    return { kind: 'text', text: String(line + offset) };
  }
  if (block.startsWith('#')) throw new CheckSyntaxError('numeric variables are not supported', at);
  const [, name, regex] = /^(\$?[A-Za-z_]\w*)(?::(.*))?$/s.exec(block) ?? [];
  if (name === undefined) throw new CheckSyntaxError('invalid variable name', at);
  if (regex === undefined) return { kind: 'use', name };
  return { kind: 'define', name, ...translateRegexAt(at + 2 + name.length + 1, regex) };
}

/** Translates a regex that stands at offset `at` of its pattern. */
function translateRegexAt(at: number, regex: string): TranslatedRegex {
  try {
    return translatePosixRegex(regex);
  } catch (error) {
    if (error instanceof CheckSyntaxError) throw new CheckSyntaxError(error.message, at + error.offset);
    throw error;
  }
}
