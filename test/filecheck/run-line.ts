/** One command of a pipeline. */
export interface Command {
  readonly words: readonly string[];
  /** `2>&1`: standard error goes where standard output goes. */
  readonly mergesStderr: boolean;
}

/** Commands of one `RUN:` line; each reads what the one before it wrote. */
export type Pipeline = readonly Command[];

/** A `RUN:` line is not one that this runner understands. */
export class RunLineError extends Error {}

/** The `RUN:` lines of a test file; a line that ends in `\` goes on in the next `RUN:` line. */
export function readRunLines(text: string): string[] {
  const lines = [...text.matchAll(/^.*?(?<![\w-])RUN:(.*)$/gm)].map(([, line = '']) => line.trim());
  const joined: string[] = [];
  let continued = '';
  for (const line of lines) {
    if (line.endsWith('\\')) {
      continued += `${line.slice(0, -1).trim()} `;
    } else {
      joined.push(continued + line);
      continued = '';
    }
  }
  if (continued !== '') throw new RunLineError(`the last RUN line ends in a backslash: ${continued}`);
  return joined;
}

/**
 * Splits a line into commands and words, as a shell does: blanks separate words, `|` separates
 * commands, quotes and backslashes protect both.
 *
 * @param substitutions values of `%s` and the like, keyed with their percent sign
 * @throws RunLineError for other uses of the shell, such as `&&`, `;`, `>` or `$`
 */
export function parseRunLine(line: string, substitutions: Readonly<Record<string, string>>): Pipeline {
  const token = /\s*(?:(\|)(?!\|)|(2>&1)(?=\s|$)|((?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\|&;<>$`])+))/y;
  const commands: Command[] = [];
  let words: string[] = [];
  let mergesStderr = false;
  const endCommand = () => {
    if (words.length === 0) throw new RunLineError(`a command is missing in: ${line}`);
    commands.push({ words, mergesStderr });
    words = [];
    mergesStderr = false;
  };
  const text = line.trimEnd();
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const found = token.exec(text);
    if (found === null) throw new RunLineError(`not understood: ${text.slice(start).trim()}`);
    const [, pipe, merge, word] = found;
    if (pipe !== undefined) endCommand();
    else if (merge !== undefined) mergesStderr = true;
    else if (word !== undefined) words.push(substitute(unquote(word), substitutions, line));
  }
  endCommand();
  return commands;
}

function unquote(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)/g,
    (_whole, single?: string, double?: string, escaped?: string) =>
      single ?? double?.replaceAll(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  );
}

function substitute(word: string, substitutions: Readonly<Record<string, string>>, line: string): string {
  return word.replaceAll(/%(%|\w)/g, (whole, name: string) => {
    const value = name === '%' ? '%' : substitutions[whole];
    if (value === undefined) throw new RunLineError(`${whole} has no meaning in: ${line}`);
    return value;
  });
}
