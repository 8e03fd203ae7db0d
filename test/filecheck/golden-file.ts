import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileCheck } from './file-check.js';
import { parseRunLine, readRunLines, RunLineError, type Command } from './run-line.js';

/** What a program of a RUN line did. */
export interface ProgramResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that RUN lines may name, run inside the test process. */
export type Program = (args: readonly string[], stdin: string, cwd: string) => Promise<ProgramResult>;

/** The programs of LLVM's test tools; `not` inverts the status of the command after it. */
const testTools: Readonly<Record<string, Program>> = {
  FileCheck: (args, stdin, cwd) => Promise.resolve({ stdout: '', ...fileCheck(args, stdin, cwd) }),
};

/**
 * Runs the RUN lines of a test file, in its directory. As in LLVM's lit, every command of a pipeline
 * has to succeed.
 *
 * @param programs what the lines may call besides `FileCheck` and `not`
 * @param temporary path for `%t`: the test may write it, and files whose names begin with it
 * @returns undefined if all succeed, else what failed, with everything it printed
 * @throws RunLineError
 */
export async function runGoldenFile(
  path: string,
  programs: Readonly<Record<string, Program>>,
  temporary: string,
): Promise<string | undefined> {
  const cwd = dirname(path);
  const known = { ...testTools, ...programs };
  for (const line of readRunLines(readFileSync(path, 'utf8'))) {
    const pipeline = parseRunLine(line, { '%s': basename(path), '%t': temporary, '%S': cwd });
    let input = '';
    const failures: string[] = [];
    for (const command of pipeline) {
      const result = await runCommand(command, input, cwd, known);
      input = command.mergesStderr ? result.stderr + result.stdout : result.stdout;
      if (result.status !== 0) {
        failures.push(`${command.words.join(' ')}\nended with status ${result.status}\n${result.stderr}`);
      }
    }
    if (failures.length > 0) return `RUN: ${line}\n\n${failures.join('\n')}`;
  }
  return undefined;
}

async function runCommand(
  { words: [name = '', ...args], mergesStderr }: Command,
  input: string,
  cwd: string,
  programs: Readonly<Record<string, Program>>,
): Promise<ProgramResult> {
  if (name === 'not') {
    const result = await runCommand({ words: args, mergesStderr }, input, cwd, programs);
    return { ...result, status: result.status === 0 ? 1 : 0 };
  }
  const program = programs[name];
  if (program === undefined) {
    throw new RunLineError(`unknown program '${name}'; known are not, ${Object.keys(programs).join(', ')}`);
  }
  return program(args, input, cwd);
}
