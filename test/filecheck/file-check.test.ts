import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { askOracle, describeWithOracles } from '../oracle.js';
import { fileCheck } from './file-check.js';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'file-check-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Writes `checks` to a file; the arguments that check something against it. */
function argumentsFor(checks: string, options: readonly string[]): string[] {
  const path = join(directory, 'checks.txt');
  writeFileSync(path, checks);
  return [...options, path];
}

const lines = (...text: string[]) => `${text.join('\n')}\n`;

/** The status that FileCheck exits with: 0 the input fits, 1 it does not, 2 it cannot be checked. */
interface Case {
  readonly about: string;
  readonly checks: string;
  readonly input: string;
  readonly status: 0 | 1 | 2;
  readonly options?: readonly string[];
}

const cases: readonly Case[] = [
  { about: 'text anywhere in a line', checks: 'CHECK: b', input: 'abc\n', status: 0 },
  { about: 'absent text', checks: 'CHECK: d', input: 'abc\n', status: 1 },
  { about: 'order of lines', checks: lines('CHECK: b', 'CHECK: a'), input: lines('a', 'b'), status: 1 },
  { about: 'two matches in one line', checks: lines('CHECK: a', 'CHECK: a'), input: 'a a\n', status: 0 },
  { about: 'a match is not used twice', checks: lines('CHECK: a', 'CHECK: a'), input: 'a\n', status: 1 },
  { about: 'blanks are alike', checks: 'CHECK: a b', input: 'a \t  b\n', status: 0 },
  { about: 'strict blanks', checks: 'CHECK: a b', input: 'a  b\n', status: 1, options: ['--strict-whitespace'] },
  { about: 'full lines', checks: 'CHECK: a', input: lines('ab', ' a '), status: 0, options: ['--match-full-lines'] },
  { about: 'no full line', checks: 'CHECK: a', input: lines('ab', 'ba'), status: 1, options: ['--match-full-lines'] },
  { about: 'case', checks: 'CHECK: ABC', input: 'abc\n', status: 1 },
  { about: 'ignored case', checks: 'CHECK: ABC', input: 'abc\n', status: 0, options: ['-ignore-case'] },
  { about: 'carriage returns', checks: 'CHECK: a\r\nCHECK-NEXT: b\r\n', input: 'a\r\nb\r\n', status: 0 },

  { about: 'NEXT', checks: lines('CHECK: a', 'CHECK-NEXT: b'), input: lines('a', 'b'), status: 0 },
  { about: 'NEXT on the same line', checks: lines('CHECK: a', 'CHECK-NEXT: b'), input: 'a b\n', status: 1 },
  { about: 'NEXT two lines on', checks: lines('CHECK: a', 'CHECK-NEXT: b'), input: lines('a', 'x', 'b'), status: 1 },
  { about: 'NEXT takes the first match', checks: lines('CHECK: a', 'CHECK-NEXT: b'), input: lines('a b', 'b'), status: 1 },
  { about: 'NEXT first', checks: 'CHECK-NEXT: a', input: 'a\n', status: 2 },
  { about: 'SAME', checks: lines('CHECK: a', 'CHECK-SAME: b'), input: 'a b\n', status: 0 },
  { about: 'SAME on the next line', checks: lines('CHECK: a', 'CHECK-SAME: b'), input: lines('a', 'b'), status: 1 },
  { about: 'EMPTY', checks: lines('CHECK: a', 'CHECK-EMPTY:', 'CHECK-NEXT: b'), input: lines('a', '', 'b'), status: 0 },
  { about: 'EMPTY before blanks', checks: lines('CHECK: a', 'CHECK-EMPTY:'), input: lines('a', ' ', 'b'), status: 1 },
  { about: 'EMPTY too late', checks: lines('CHECK: a', 'CHECK-EMPTY:'), input: lines('a', 'b', '', 'c'), status: 1 },
  { about: 'EMPTY at the end', checks: lines('CHECK: a', 'CHECK-EMPTY:'), input: 'a\n', status: 0 },
  { about: 'EMPTY with text', checks: lines('CHECK: a', 'CHECK-EMPTY: b'), input: lines('a', '', 'b'), status: 2 },

  { about: 'NOT between', checks: lines('CHECK: a', 'CHECK-NOT: x', 'CHECK: b'), input: lines('a', 'b', 'x'), status: 0 },
  { about: 'NOT violated', checks: lines('CHECK: a', 'CHECK-NOT: x', 'CHECK: b'), input: lines('a', 'x', 'b'), status: 1 },
  { about: 'NOT to the end', checks: lines('CHECK: a', 'CHECK-NOT: x'), input: lines('x', 'a', 'b'), status: 0 },
  { about: 'NOT violated at the end', checks: lines('CHECK: a', 'CHECK-NOT: x'), input: lines('a', 'b x'), status: 1 },
  { about: 'NOT alone', checks: 'CHECK-NOT: x', input: 'a\n', status: 0 },
  { about: 'NOT before the first', checks: lines('CHECK-NOT: x', 'CHECK: a'), input: lines('x', 'a'), status: 1 },

  { about: 'DAG in any order', checks: lines('CHECK-DAG: b', 'CHECK-DAG: a'), input: lines('a', 'b'), status: 0 },
  { about: 'DAGs do not overlap', checks: lines('CHECK-DAG: a', 'CHECK-DAG: a'), input: 'a\n', status: 1 },
  { about: 'DAG moves past a taken match', checks: lines('CHECK-DAG: a', 'CHECK-DAG: {{a|b}}'), input: lines('a', 'b'), status: 0 },
  { about: 'CHECK after DAGs', checks: lines('CHECK-DAG: b', 'CHECK-DAG: a', 'CHECK: c'), input: lines('a', 'c', 'b'), status: 1 },
  { about: 'NOT between DAG groups', checks: lines('CHECK-DAG: a', 'CHECK-NOT: x', 'CHECK-DAG: b'), input: lines('a', 'x', 'b'), status: 1 },
  { about: 'NOT lets a DAG group be', checks: lines('CHECK-DAG: a', 'CHECK-NOT: x', 'CHECK-DAG: b'), input: lines('a', 'b', 'x'), status: 0 },

  { about: 'LABEL blocks', checks: lines('CHECK-LABEL: f', 'CHECK: a', 'CHECK-LABEL: g', 'CHECK: b'), input: lines('f', 'a', 'g', 'b'), status: 0 },
  { about: 'LABEL ends a block', checks: lines('CHECK-LABEL: f', 'CHECK: b', 'CHECK-LABEL: g'), input: lines('f', 'a', 'g', 'b'), status: 1 },
  { about: 'LABEL ends a NOT', checks: lines('CHECK-LABEL: f', 'CHECK-NOT: x', 'CHECK-LABEL: g'), input: lines('f', 'g', 'x'), status: 0 },
  { about: 'LABEL with a variable', checks: 'CHECK-LABEL: [[V:f]]', input: 'f\n', status: 2 },
  { about: 'COUNT', checks: lines('CHECK-COUNT-2: a', 'CHECK-NOT: a'), input: lines('a', 'a'), status: 0 },
  { about: 'COUNT too few', checks: 'CHECK-COUNT-3: a', input: lines('a', 'a'), status: 1 },
  { about: 'COUNT zero', checks: 'CHECK-COUNT-0: a', input: 'a\n', status: 2 },

  { about: 'regex', checks: 'CHECK: v{{[0-9]+}} =', input: 'v12 = 1\n', status: 0 },
  { about: 'regex with alternatives', checks: 'CHECK: a{{x|y}}b', input: 'ayb\n', status: 0 },
  { about: 'a regex stays on its line', checks: 'CHECK: a{{.*}}b', input: lines('a', 'b'), status: 1 },
  { about: 'a negated set stays on its line', checks: 'CHECK: a{{[^x]*}}b', input: lines('a', 'b'), status: 1 },
  { about: 'anchors at lines', checks: 'CHECK: {{^b$}}', input: lines('ab', 'b'), status: 0 },
  { about: 'anchor after a match', checks: lines('CHECK: a', 'CHECK: {{^}}b'), input: 'ab\n', status: 0 },
  { about: 'escaped letters are letters', checks: 'CHECK: {{\\d}}', input: '1\n', status: 1 },
  { about: 'character classes', checks: 'CHECK: {{[[:alpha:]_]+[[:digit:]]}}', input: 'a_b1\n', status: 0 },
  { about: 'a backslash in a set', checks: 'CHECK: {{[\\]}}', input: 'a\\b\n', status: 0 },
  { about: 'text with regex characters', checks: 'CHECK: a.b*[c](d)', input: 'a.b*[c](d)\n', status: 0 },
  { about: 'text is not a regex', checks: 'CHECK: a.b', input: 'axb\n', status: 1 },
  { about: 'repetition', checks: 'CHECK: {{^(ab){2,3}$}}', input: 'ababab\n', status: 0 },
  { about: 'a brace that is no repetition', checks: 'CHECK: {{a{b}}}', input: 'a{b}\n', status: 0 },
  { about: 'empty alternative', checks: 'CHECK: {{a|}}', input: 'a\n', status: 2 },
  { about: 'unbalanced regex', checks: 'CHECK: {{(a}}', input: 'a\n', status: 2 },
  { about: 'endless regex', checks: 'CHECK: {{a', input: 'a\n', status: 2 },
  { about: 'LITERAL', checks: 'CHECK{LITERAL}: [[a]] {{b}}', input: '[[a]] {{b}}\n', status: 0 },

  { about: 'variable', checks: lines('CHECK: [[V:%[0-9]+]] =', 'CHECK: use [[V]]{{$}}'), input: lines('%12 = x', 'use %1', 'use %12'), status: 0 },
  { about: 'variable with another value', checks: lines('CHECK: [[V:%[0-9]+]] =', 'CHECK: use [[V]]{{$}}'), input: lines('%1 = x', 'use %12'), status: 1 },
  { about: 'variable used where it is defined', checks: 'CHECK: [[V:[a-z]+]] [[V]]!', input: lines('ab cd!', 'cd cd!'), status: 0 },
  { about: 'brackets in a variable', checks: lines('CHECK: a[[V:\\[[0-9]\\]]]', 'CHECK: b[[V]]'), input: lines('a[1]', 'b[1]'), status: 0 },
  { about: 'regex characters in a value', checks: lines('CHECK: [[V:.+]];', 'CHECK: [[V]]!'), input: lines('a.*;', 'axx!'), status: 1 },
  { about: 'variable without a value', checks: 'CHECK: [[V]]', input: 'V\n', status: 1 },
  { about: 'variable from the command line', checks: 'CHECK: [[V]]', input: 'x1\n', status: 0, options: ['-DV=x1'] },
  { about: 'variable beyond its scope', checks: lines('CHECK: [[V:a]]', 'CHECK-LABEL: f', 'CHECK: [[V]]'), input: lines('a', 'f', 'a'), status: 1, options: ['--enable-var-scope'] },
  { about: 'global variable', checks: lines('CHECK: [[$V:a]]', 'CHECK-LABEL: f', 'CHECK: [[$V]]'), input: lines('a', 'f', 'a'), status: 0, options: ['--enable-var-scope'] },
  { about: 'malformed variable', checks: 'CHECK: [[a b]]', input: 'a b\n', status: 2 },
  { about: 'line number', checks: lines('', 'CHECK: line [[@LINE+1]]'), input: 'line 3\n', status: 0 },

  { about: 'other prefix', checks: lines('CHECK: a', 'OTHER: b'), input: 'b\n', status: 0, options: ['--check-prefix=OTHER'] },
  { about: 'two prefixes', checks: lines('ONE: a', 'TWO-NEXT: b'), input: lines('a', 'b'), status: 0, options: ['--check-prefixes=ONE,TWO'] },
  { about: 'a prefix that does not occur', checks: 'CHECK: a', input: 'a\n', status: 2, options: ['-check-prefixes=CHECK,NO'] },
  { about: 'a prefix that need not occur', checks: 'CHECK: a', input: 'a\n', status: 0, options: ['-check-prefixes=CHECK,NO', '-allow-unused-prefixes'] },
  { about: 'a prefix inside a word', checks: lines('MYCHECK: x', 'CHECK: a'), input: 'a\n', status: 0 },
  { about: 'unknown suffix', checks: lines('CHECK-FOO: x', 'CHECK: a'), input: 'a\n', status: 0 },
  { about: 'comments', checks: lines('COM: CHECK: x', 'RUN: tool CHECK: y', 'CHECK: a'), input: 'a\n', status: 0 },
  { about: 'no check lines', checks: 'nothing', input: 'a\n', status: 2 },
  { about: 'empty check', checks: 'CHECK:\n', input: 'a\n', status: 2 },
  { about: 'NOT with NEXT', checks: lines('CHECK: a', 'CHECK-NOT-NEXT: b'), input: 'a\n', status: 2 },
  { about: 'empty input', checks: 'CHECK-NOT: a', input: '', status: 2 },
  { about: 'empty input allowed', checks: 'CHECK-NOT: a', input: '', status: 0, options: ['--allow-empty'] },
];

describe('fileCheck', () => {
  test.each(cases)('$about: $status', ({ checks, input, status, options = [] }) => {
    expect(fileCheck(argumentsFor(checks, options), input, directory).status).toBe(status);
  });

  test('says which check failed and where it was looking', () => {
    const args = argumentsFor(lines('// CHECK: first', '//   CHECK-NEXT: second'), []);
    expect(fileCheck(args, lines('x', 'the first', 'the second one', 'third').replace('second', '2nd'), directory)).toEqual({
      status: 1,
      stderr: lines(
        `${args[0]}:2:18: error: CHECK-NEXT: expected string not found in input`,
        '//   CHECK-NEXT: second',
        '                 ^',
        '<stdin>:2:10: note: in the input here',
        'the first',
        '         ^',
        'the 2nd one',
        'third',
        '',
      ),
    });
  });

  test('checks the blocks after one that fails', () => {
    const args = argumentsFor(lines('CHECK-LABEL: f', 'CHECK: a', 'CHECK-LABEL: g', 'CHECK: b'), []);
    const { stderr } = fileCheck(args, lines('f', 'g', 'x'), directory);
    expect(stderr.match(/:\d+:\d+: error/g)).toEqual([':2:8: error', ':4:8: error']);
  });

  test('says where a check file is malformed', () => {
    const args = argumentsFor(lines('CHECK: a', 'CHECK: b {{[}}'), []);
    expect(fileCheck(args, 'a\n', directory)).toEqual({
      status: 2,
      stderr: `${args[0]}:2:12: error: brackets ([ ]) not balanced\n`,
    });
  });

  test('reports options and files that do not exist', () => {
    expect(fileCheck(argumentsFor('CHECK: a', ['--nope']), 'a', directory).stderr).toContain("'--nope'");
    expect(fileCheck(['missing.txt'], 'a', directory)).toMatchObject({ status: 2 });
    expect(fileCheck([], 'a', directory)).toMatchObject({ status: 2 });
  });
});

describeWithOracles('fileCheck agrees with FileCheck-19', ['FileCheck-19'], () => {
  test.each(cases)('$about', ({ checks, input, status, options = [] }) => {
    expect(askOracle('FileCheck-19', argumentsFor(checks, options), input).status).toBe(status);
  });

  const patternPart = fc.constantFrom('a', 'b', ' ', 'ab', '{{a|b}}', '{{.*}}', '{{^}}', '{{$}}', '{{[^a]+}}', '[[V:[ab]+]]', '[[V]]');
  const directive = fc.constantFrom('', '', '', '-NEXT', '-SAME', '-NOT', '-DAG', '-DAG', '-COUNT-2');
  const checkLine = fc.oneof(
    { weight: 8, arbitrary: fc.tuple(directive, fc.array(patternPart, { minLength: 1, maxLength: 2 })) },
    { weight: 1, arbitrary: fc.constant(['-LABEL', ['c']] as [string, string[]]) },
    { weight: 1, arbitrary: fc.constant(['-EMPTY', []] as [string, string[]]) },
  );
  const checkFile = fc
    .array(checkLine, { minLength: 1, maxLength: 5 })
    .map((all) => lines(...all.map(([suffix, parts]) => `CHECK${suffix}: ${parts.join('')}`)));
  const inputText = fc
    .array(fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'a b', 'ab ab', 'c', 'aab'), { minLength: 3, maxLength: 9 })
    .map((all) => lines(...all));

  test('on random checks of random lines', () => {
    const seen = new Map<number, number>();
    fc.assert(
      fc.property(checkFile, inputText, (checks, input) => {
        const args = argumentsFor(checks, []);
        const { status } = askOracle('FileCheck-19', args, input);
        expect(fileCheck(args, input, directory).status).toBe(status);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { numRuns: 300, seed: 1 },
    );
    // The generator is only worth something if many inputs fit and many do not.
    expect(seen.get(0)).toBeGreaterThan(30);
    expect(seen.get(1)).toBeGreaterThan(30);
  });
});
