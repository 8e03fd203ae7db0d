import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGoldenFile, type Program } from './golden-file.js';
import { parseRunLine, readRunLines } from './run-line.js';

const substitutions = { '%s': 'file name.mlir', '%t': '/tmp/t' };
const wordsOf = (line: string) => parseRunLine(line, substitutions).map(({ words }) => words);

describe('RUN lines', () => {
  test('are found in comments of any kind, and joined at backslashes', () => {
    const text = '// RUN: a %s \\\n// RUN:   | b\n; RUN: c\n// NOT-RUN: d\nFORERUN: e\n';
    expect(readRunLines(text)).toEqual(['a %s | b', 'c']);
    expect(() => readRunLines('// RUN: a \\\n')).toThrow('backslash');
  });

  test('are split into commands and words', () => {
    expect(wordsOf('a -x=1|b  --flag | c')).toEqual([['a', '-x=1'], ['b', '--flag'], ['c']]);
  });

  test('keep what is quoted together', () => {
    expect(wordsOf(String.raw`a --p='x | y{z=1}' "b \"c\"" d\ e`)).toEqual([['a', '--p=x | y{z=1}', 'b "c"', 'd e']]);
  });

  test('substitute', () => {
    expect(wordsOf('a %s --o=%t.ll 100%%')).toEqual([['a', 'file name.mlir', '--o=/tmp/t.ll', '100%']]);
    expect(() => wordsOf('a %q')).toThrow('%q has no meaning');
  });

  test('may merge standard error', () => {
    expect(parseRunLine('a 2>&1 | b', {})).toEqual([
      { words: ['a'], mergesStderr: true },
      { words: ['b'], mergesStderr: false },
    ]);
  });

  test.each(['a && b', 'a; b', 'a > f', 'a < f', 'a $X', 'a `b`', "a 'b", 'a || b', 'a |', '| a', ''])(
    'are refused: %s',
    (line) => {
      expect(() => wordsOf(line)).toThrow(/not understood|a command is missing/);
    },
  );
});

describe('runGoldenFile', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'golden-file-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const programs: Record<string, Program> = {
    // Prints the file it is given, numbering lines on request; fails without one.
    print: ([path, option], stdin, cwd) => {
      if (path === undefined) return Promise.resolve({ status: 1, stdout: '', stderr: 'no file\n' });
      const text = path === '-' ? stdin : readFileSync(join(cwd, path), 'utf8');
      const stdout = option === '-n' ? text.replaceAll(/^/gm, '# ') : text;
      return Promise.resolve({ status: 0, stdout, stderr: '' });
    },
  };
  const run = (text: string) => {
    const path = join(directory, 'test.mlir');
    writeFileSync(path, text);
    return runGoldenFile(path, programs, join(directory, 't'));
  };

  test('passes what is printed on', async () => {
    expect(await run('// RUN: print %s -n | print - | FileCheck %s\nx y\n// CHECK: # x {{y}}\n')).toBeUndefined();
  });

  test('tells what failed', async () => {
    const failure = await run('// RUN: print %s -n | FileCheck %s\nx y\n// CHECK: # x {{[z]}}\n');
    expect(failure).toContain('RUN: print %s -n | FileCheck %s');
    expect(failure).toContain('test.mlir:3:11: error: CHECK: expected string not found in input');
  });

  test('fails when any command of a pipeline does', async () => {
    expect(await run('// RUN: print | FileCheck %s --allow-empty\n// CHECK-NOT: x\n')).toContain('no file');
  });

  test('checks that a command fails, and what it says', async () => {
    expect(await run('// RUN: not print 2>&1 | FileCheck %s\n// CHECK: no file\n')).toBeUndefined();
    expect(await run('// RUN: not print %s\n')).toContain('ended with status 1');
  });

  test('runs every line', async () => {
    expect(await run('// RUN: print %s\n// RUN: print\n')).toContain('RUN: print\n');
  });

  test('knows its programs', async () => {
    await expect(run('// RUN: rm %s\n')).rejects.toThrow("unknown program 'rm'");
  });
});
