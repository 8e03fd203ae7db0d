import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalizeWhitespace, CheckFileError, readCheckFile } from './check-file.js';
import { matchInput, type Mismatch } from './match-input.js';

/** What a run of FileCheck says; the status is 0 (fits), 1 (does not fit) or 2 (cannot be checked). */
export interface FileCheckResult {
  readonly status: 0 | 1 | 2;
  readonly stderr: string;
}

const optionTypes = {
  'allow-empty': { type: 'boolean' },
  'allow-unused-prefixes': { type: 'boolean' },
  'check-prefix': { type: 'string', multiple: true },
  'check-prefixes': { type: 'string', multiple: true },
  define: { type: 'string', multiple: true },
  'dump-input': { type: 'string' },
  'enable-var-scope': { type: 'boolean' },
  'ignore-case': { type: 'boolean' },
  'input-file': { type: 'string' },
  'match-full-lines': { type: 'boolean' },
  'strict-whitespace': { type: 'boolean' },
} as const;

/**
 * Runs FileCheck inside this process: the part of LLVM's tool of that name that tests of compilers
 * use. Not there: numeric variables, `--implicit-check-not`, and the annotated dump of the input.
 *
 * @param args command line: options with one dash or two, and the check file
 * @param stdin what is checked, unless `--input-file` names another
 * @param cwd directory that relative file names refer to
 */
export function fileCheck(args: readonly string[], stdin: string, cwd: string): FileCheckResult {
  let checkName = '<check file>';
  try {
    const { values, positionals } = parseArgs({
      args: args.map((arg) => arg.replace(/^-D(?==|$)/, '--define').replace(/^-D/, '--define=').replace(/^-(?=\w{2})/, '--')),
      options: optionTypes,
      allowPositionals: true,
    });
    const [checkFile, ...others] = positionals;
    if (checkFile === undefined || others.length > 0) return unusable('name one check file');
    checkName = checkFile;
    const inputName = values['input-file'] ?? '<stdin>';
    const rawInput = values['input-file'] === undefined ? stdin : readFileSync(resolve(cwd, inputName), 'utf8');
    if (rawInput === '' && values['allow-empty'] !== true) return unusable(`'${inputName}' is empty`);

    const prefixes = [...(values['check-prefix'] ?? []), ...(values['check-prefixes'] ?? [])].flatMap((list) =>
      list.split(','),
    );
    const strictWhitespace = values['strict-whitespace'] === true;
    const checkText = readFileSync(resolve(cwd, checkFile), 'utf8');
    const groups = readCheckFile(checkText, {
      prefixes: prefixes.length === 0 ? ['CHECK'] : prefixes,
      allowUnusedPrefixes: values['allow-unused-prefixes'] === true,
      matchFullLines: values['match-full-lines'] === true,
      ignoreCase: values['ignore-case'] === true,
      strictWhitespace,
    });
    const variables = new Map((values.define ?? []).map(parseDefinition));
    const input = canonicalizeWhitespace(rawInput, strictWhitespace);
    const mismatches = matchInput(groups, input, variables, values['enable-var-scope'] === true);
    if (mismatches.length === 0) return { status: 0, stderr: '' };
    const checkLines = checkText.split('\n');
    return {
      status: 1,
      stderr: mismatches.map((mismatch) => describeMismatch(mismatch, checkName, checkLines, inputName, input)).join('\n'),
    };
  } catch (error) {
    if (error instanceof CheckFileError) {
      const position = error.line > 0 ? `:${error.line}:${error.column}` : '';
      return { status: 2, stderr: `${checkName}${position}: error: ${error.message}\n` };
    }
    if (isNodeError(error)) return unusable(error.message);
    throw error;
  }
}

function unusable(message: string): FileCheckResult {
  return { status: 2, stderr: `FileCheck error: ${message}\n` };
}

/** Errors of Node's own modules: unreadable files, unknown options. (In jest they are no `instanceof Error`.) */
function isNodeError(error: unknown): error is { readonly code: string; readonly message: string } {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

function parseDefinition(definition: string): [string, string] {
  const equals = definition.indexOf('=');
  return [definition.slice(0, equals), definition.slice(equals + 1)];
}

/** How much of the input a message quotes. */
const quotedLines = 8;

function describeMismatch(
  { check, message, at }: Mismatch,
  checkName: string,
  checkLines: readonly string[],
  inputName: string,
  input: string,
): string {
  const before = input.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  const quoted = input.slice(lineStart).split('\n').slice(0, quotedLines);
  quoted.splice(1, 0, `${' '.repeat(at - lineStart)}^`);
  return [
    `${checkName}:${check.line}:${check.column}: error: ${check.directive}: ${message}`,
    checkLines[check.line - 1] ?? '',
    `${' '.repeat(check.column - 1)}^`,
    `${inputName}:${line}:${at - lineStart + 1}: note: in the input here`,
    ...quoted,
    '',
  ].join('\n');
}
