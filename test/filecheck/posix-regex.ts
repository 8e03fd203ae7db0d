/** A regular expression, or the check file around it, is malformed. */
export class CheckSyntaxError extends Error {
  /** @param offset position within the pattern, from 0 */
  constructor(
    message: string,
    readonly offset = 0,
  ) {
    super(message);
  }
}

/** A JavaScript regular expression (for flag `u`), and how many capture groups it holds. */
export interface TranslatedRegex {
  readonly source: string;
  readonly groups: number;
}

const classMembers: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  space: ' \\t\\n\\r\\f\\v',
  upper: 'A-Z',
  xdigit: '0-9a-fA-F',
};

/** The text as a JavaScript regular expression that matches it alone. */
export function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

/**
 * Translates a POSIX extended regular expression, as LLVM's engine reads it with newlines special:
 * `.` and negated brackets never match a newline, `^` and `$` match at every line, a backslash makes
 * the next character literal (`\d` is `d`) and is itself literal inside brackets.
 *
 * One difference remains. POSIX asks for the longest of all leftmost matches, JavaScript takes the
 * first alternative that works: `{{a|ab}}` at the end of a pattern stops after `a` here.
 *
 * @throws CheckSyntaxError where LLVM's engine rejects the expression
 */
export function translatePosixRegex(regex: string): TranslatedRegex {
  let source = '';
  let groups = 0;
  let depth = 0;
  let repeatable = false;
  let branchIsEmpty = true;
  let at = 0;

  const atom = (text: string) => {
    source += text;
    repeatable = true;
    branchIsEmpty = false;
  };
  const assertion = (text: string) => {
    source += text;
    repeatable = false;
    branchIsEmpty = false;
  };
  const repeat = (text: string) => {
    if (!repeatable) throw new CheckSyntaxError('repetition-operator operand invalid', at);
    source += text;
    repeatable = false;
  };
  const endBranch = () => {
    if (branchIsEmpty) throw new CheckSyntaxError('empty (sub)expression', at);
  };

  while (at < regex.length) {
    const character = regex.charAt(at);
    switch (character) {
      case '\\': {
        const next = regex.charAt(++at);
        if (next === '') throw new CheckSyntaxError('trailing backslash (\\)', at);
        atom(/[1-9]/.test(next) ? `(?:\\${next})` : literal(next));
        break;
      }
      case '[': {
        const { text, length } = translateBracket(regex, at);
        atom(text);
        at += length - 1;
        break;
      }
      case '.':
        atom('[^\\n]');
        break;
      case '^':
        assertion('(?<![^\\n])');
        break;
      case '$':
        assertion('(?![^\\n])');
        break;
      case '(':
        source += '(';
        groups++;
        depth++;
        repeatable = false;
        branchIsEmpty = regex.charAt(at + 1) !== ')';
        break;
      case ')':
        if (depth-- === 0) throw new CheckSyntaxError('parentheses not balanced', at);
        endBranch();
        atom(')');
        break;
      case '|':
        endBranch();
        source += '|';
        repeatable = false;
        branchIsEmpty = true;
        break;
      case '*':
      case '+':
      case '?':
        repeat(character);
        break;
      case '{': {
        const bound = /^\{(\d+)(,(\d*))?\}/.exec(regex.slice(at));
        if (bound !== null) {
          repeat(bound[0]);
          at += bound[0].length - 1;
        } else if (/^\d/.test(regex.slice(at + 1))) {
          throw new CheckSyntaxError('invalid repetition count(s)', at);
        } else {
          atom('\\{');
        }
        break;
      }
      default:
        atom(literal(character));
    }
    at++;
  }
  if (depth > 0) throw new CheckSyntaxError('parentheses not balanced', at);
  endBranch();
  return { source, groups };
}

/** The bracket expression that starts at `start`, and its length in the POSIX text. */
function translateBracket(regex: string, start: number): { text: string; length: number } {
  let at = start + 1;
  const negated = regex.charAt(at) === '^';
  if (negated) at++;
  let members = '';
  for (let first = true; first || regex.charAt(at) !== ']'; first = false) {
    if (at >= regex.length) throw new CheckSyntaxError('brackets ([ ]) not balanced', start);
    const named = /^\[:(\w+):\]/.exec(regex.slice(at));
    if (named?.[1] !== undefined) {
      const set = classMembers[named[1]];
      if (set === undefined) throw new CheckSyntaxError(`invalid character class ${named[0]}`, at);
      members += set;
      at += named[0].length;
      continue;
    }
    const member = regex.charAt(at);
    const isRange = regex.charAt(at + 1) === '-' && !['', ']'].includes(regex.charAt(at + 2));
    if (!isRange) {
      members += literalMember(member);
      at++;
      continue;
    }
    const last = regex.charAt(at + 2);
    if (last < member) throw new CheckSyntaxError('invalid character range', at);
    members += `${literalMember(member)}-${literalMember(last)}`;
    at += 3;
  }
  return { text: negated ? `[^${members}\\n]` : `[${members}]`, length: at + 1 - start };
}

function literalMember(character: string): string {
  return character === '-' ? '\\-' : literal(character);
}
