import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import {
  checkExpectedDiagnostics, createContext, DiagnosticError, parseModule, renderDiagnostic, SourceFile, splitInput, verifyModule, type Diagnostic,
} from '../src/index.js';

function diagnosticsOf(source: SourceFile): readonly Diagnostic[] {
  try {
    const context = createContext();
    verifyModule(parseModule(source, context), context);
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

/** What `--split-input-file --verify-diagnostics` says of `text`. */
function verify(text: string): string[] {
  return splitInput(new SourceFile('a.mlir', text)).flatMap((part) => checkExpectedDiagnostics(part, diagnosticsOf(part)).map(renderDiagnostic));
}

const bad = 'func.func @b() { retrn }';

/** Input and whether its expectations are met; each is put before mlir-opt too. */
const rows: readonly (readonly [title: string, text: string, met: boolean])[] = [
  ['no error, none expected', 'func.func @a() { return }', true],
  ['an error on its own line', `${bad} // expected-error {{custom op 'retrn' is unknown}}`, true],
  ['an error below', `// expected-error @below {{is unknown}}\n${bad}`, true],
  ['an error below several comments', `// expected-error @below {{is unknown}}\n// expected-error@below {{retrn}}\n${bad}`, false],
  ['an error above', `${bad}\n// expected-error@above {{unknown}}`, true],
  ['a relative line', `\n${bad}\n\n// expected-error@-2 {{unknown}}`, true],
  ['a line too far', `// expected-error@+2 {{unknown}}\n${bad}`, false],
  ['another message', `${bad} // expected-error {{is known}}`, false],
  ['another severity', `${bad} // expected-warning {{unknown}}`, false],
  ['an error that does not come', 'func.func @a() { return } // expected-error {{unknown}}', false],
  ['an error that nobody expects', bad, false],
  ['a regular expression', `${bad} // expected-error-re {{op '{{r[a-z]+n}}' is}}`, true],
  ['a regular expression that does not match', `${bad} // expected-error-re {{op '{{[0-9]+}}' is}}`, false],
  ['a note that does not come', `// expected-note@below {{there}}\nfunc.func @a() { return }`, false],
  ['a note that comes', "func.func @f() {\n// expected-note@+1 {{previously defined here}}\n%a = arith.constant 1 : i32\n// expected-error@+1 {{redefinition of SSA value '%a'}}\n%a = arith.constant 2 : i32\nreturn }", true],
  ['errors in parts', `// expected-error@+1 {{unknown}}\n${bad}\n// -----\nfunc.func @c() { return }\n// -----\n\n${bad} // expected-error {{retrn}}`, true],
  ['an error in another part', `// expected-error@+2 {{unknown}}\n// -----\n${bad}`, false],
];

test.each(rows)('%s', (_, text, met) => expect(verify(text).length === 0).toBe(met));

describeWithOracles('expected diagnostics beside mlir-opt', ['mlir-opt-19'], () => {
  test.each(rows)('%s', (_, text, met) => {
    const { status } = askOracle('mlir-opt-19', ['--split-input-file', '--verify-diagnostics'], text);
    expect(status === 0).toBe(met);
  });
});

test('what does not agree is said at its place', () => {
  const [unexpected, missing] = verify(`func.func @a() { return }\n// -----\n${bad} // expected-error {{nothing like it}}`);
  expect(unexpected).toMatch(/^within split at a\.mlir:2 offset :2:18: error: unexpected error: custom op 'retrn' is unknown/);
  expect(missing).toMatch(/^within split at a\.mlir:2 offset :2:46: error: expected error "nothing like it" was not produced/);
  expect(verify(`${bad} // expected-error-re {{{{(}}}}`)[0]).toContain('has a regular expression that is not valid');
});

describe('splitInput', () => {
  test('splits at every marker and keeps empty parts', () => {
    const parts = splitInput(new SourceFile('x', 'a\n// -----\nb // ----- c\n// ------\n'));
    expect(parts.map((part) => part.text(0, part.bytes.length))).toEqual(['a\n', '\nb ', ' c\n', '-\n']);
    expect(parts.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((line) => `within split at x:${line} offset `));
  });

  test('a source without a marker is one part that shares its bytes', () => {
    const source = new SourceFile('x', 'func.func private @f() // no - marker / here');
    const [part, ...rest] = splitInput(source);
    expect(rest).toEqual([]);
    expect(part.bytes.buffer).toBe(source.bytes.buffer);
  });
});
