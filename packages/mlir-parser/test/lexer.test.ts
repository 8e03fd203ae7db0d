import { SourceFile } from '../src/source/source-file.js';
import { Lexer } from '../src/syntax/lexer.js';

function tokensOf(text: string | Uint8Array): [string, string][] {
  const lexer = new Lexer(new SourceFile('-', text));
  const tokens: [string, string][] = [];
  for (; lexer.kind !== 'end-of-file' && tokens.length < 1000; lexer.advance()) tokens.push([lexer.kind, lexer.text()]);
  return tokens;
}

test.each([
  ['affine.for _x $y', [['bare-identifier', 'affine.for'], ['bare-identifier', '_x'], ['error', '$'], ['bare-identifier', 'y']]],
  ['%0 %arg-1.x$ %r#1', [['percent-identifier', '%0'], ['percent-identifier', '%arg-1.x$'], ['percent-identifier', '%r'], ['hash-identifier', '#1']]],
  ['@f @"a b" @a::@b', [['at-identifier', '@f'], ['at-identifier', '@"a b"'], ['at-identifier', '@a'], ['::', '::'], ['at-identifier', '@b']]],
  ['#map1 #d.x !t !d.t ^bb0', [
    ['hash-identifier', '#map1'], ['hash-identifier', '#d.x'], ['exclamation-identifier', '!t'], ['exclamation-identifier', '!d.t'],
    ['caret-identifier', '^bb0'],
  ]],
  ['1 0x1F 1.5 1.e 1.0e-3 2.5E+10', [
    ['integer', '1'], ['integer', '0x1F'], ['float', '1.5'], ['float', '1.'], ['bare-identifier', 'e'], ['float', '1.0e-3'], ['float', '2.5E+10'],
  ]],
  ['0xf32', [['integer', '0xf32']]],
  ['0xy', [['integer', '0'], ['bare-identifier', 'xy']]],
  ['"a\\22b\\\\" "\\0A"', [['string', '"a\\22b\\\\"'], ['string', '"\\0A"']]],
  ['-> - ... :: : {-# #-} / * + ? |', [
    ['->', '->'], ['-', '-'], ['...', '...'], ['::', '::'], [':', ':'], ['{-#', '{-#'], ['#-}', '#-}'], ['/', '/'], ['*', '*'], ['+', '+'], ['?', '?'],
    ['|', '|'],
  ]],
  ['a // comment "x\n b // last', [['bare-identifier', 'a'], ['bare-identifier', 'b']]],
] as const)('%s', (text, expected) => {
  expect(tokensOf(text)).toEqual(expected);
});

test.each([
  ['"abc', "expected '\"' in string literal"],
  ['"a\nb"', "expected '\"' in string literal"],
  ['"\\q"', 'unknown escape in string literal'],
  ['%', 'invalid SSA name'],
  ['@1', "@ identifier expected to start with letter or '_'"],
  ['..', 'expected three consecutive dots for an ellipsis'],
  ['~', 'unexpected character'],
])('%j is no token', (text, message) => {
  const lexer = new Lexer(new SourceFile('-', text));
  expect([lexer.kind, lexer.errorMessage]).toEqual(['error', message]);
});

test('bytes that are not ASCII make no token and no trouble', () => {
  expect(tokensOf(Uint8Array.of(0xff, 0x61, 0xc3, 0xa9)).map(([kind]) => kind)).toEqual(['error', 'bare-identifier', 'error', 'error']);
});

test('a megabyte of hexadecimal digits is one token', () => {
  const lexer = new Lexer(new SourceFile('-', `"0x${'AB'.repeat(1 << 19)}" x`));
  expect([lexer.kind, lexer.end - lexer.start]).toEqual(['string', (1 << 20) + 4]);
  lexer.advance();
  expect(lexer.text()).toBe('x');
});

test('braces are counted, those inside strings are not', () => {
  const lexer = new Lexer(new SourceFile('-', '{ "}" { } x'));
  while (lexer.kind !== 'bare-identifier') lexer.advance();
  expect(lexer.braceDepth).toBe(1);
});

test('positions count lines and columns from 1, columns in bytes', () => {
  const file = new SourceFile('-', 'ab\n\n  é x');
  expect(file.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(file.positionAt(3)).toEqual({ line: 2, column: 1 });
  expect(file.positionAt(9)).toEqual({ line: 3, column: 6 });
});
