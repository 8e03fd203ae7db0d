import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext, DiagnosticError, parseModule, SourceFile, verifyModule } from '../src/index.js';

/** Chunks of `malformed.mlir`: a first line `// line:column[ as mlir-opt-19]: message`, then the source that it is about. */
const chunks = readFileSync(join(import.meta.dirname, 'malformed.mlir'), 'utf8')
  .split('// -----\n')
  .map((chunk) => {
    const match = /^\/\/ (\d+:\d+)( as mlir-opt-19)?: (.*)\n([^]*)$/.exec(chunk);
    if (match === null) throw new Error(`not in the form of this file: ${chunk}`);
    const [, place, asUpstream, message, source] = match;
    return { place, message, source, asUpstream: asUpstream !== undefined };
  });

function diagnosticsOf(source: string): DiagnosticError {
  const context = createContext();
  try {
    verifyModule(parseModule(new SourceFile('-', source), context), context);
  } catch (error) {
    if (error instanceof DiagnosticError) return error;
    throw error;
  }
  throw new Error('the source was accepted');
}

function firstOf(source: string): { place: string; message: string } {
  const [{ message, range }] = diagnosticsOf(source).diagnostics;
  if (range === undefined) return { place: '', message };
  const { line, column } = range.file.positionAt(range.start);
  return { place: `${line}:${column}`, message };
}

describe('malformed text', () => {
  test.each(chunks)('$place: $message', ({ source, place, message }) => {
    expect(firstOf(source)).toEqual({ place, message });
  });

  test('is shown with its line and a caret under the place', () => {
    expect(diagnosticsOf('func.func @f(%a: i32) {\n  %0 = arith.addi %a %a : i32\n  return\n}\n').message).toBe(
      "-:2:21: error: expected ','\n  %0 = arith.addi %a %a : i32\n                    ^",
    );
  });
});

describeWithOracles('malformed text, as mlir-opt-19 reports it', ['mlir-opt-19'], () => {
  test('same place, same words', () => {
    // One run over all chunks; each stands at a line of its own in the joined text.
    const upstream = chunks.filter(({ asUpstream }) => asUpstream);
    const text = upstream.map(({ source }) => source).join('// -----\n');
    const { stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', '--split-input-file'], text);
    // `within split at <stdin>:LINE offset :LINE:COLUMN: error: …`, both lines counted from 1.
    const pattern = /^within split at <stdin>:(\d+) offset :(\d+):(\d+): error: (.*?)\s*$/gm;
    const reported = new Set(
      [...stderr.matchAll(pattern)].map(([, start, line, column, message]) => `${Number(start) + Number(line) - 1}:${column} ${message}`),
    );
    let firstLine = 1;
    const missing: string[] = [];
    for (const { source, place, message } of upstream) {
      const [line, column] = place.split(':').map(Number);
      const expected = `${firstLine + line - 1}:${column} ${message}`;
      if (!reported.has(expected)) missing.push(expected);
      firstLine += source.split('\n').length; // the marker takes the place of the last, empty line
    }
    expect(missing).toEqual([]);
  });
});

describe('after an error', () => {
  test('parsing goes on at the next operation', () => {
    const source = [
      'func.func @f(%a: i32) {',
      '  %0 = arith.addi %a %a : i32',
      '  %1 = arith.muli %0, %a : i32', // uses what did not parse: no further error
      '  affine.for %i = 0 4 {',
      '    "t.inside"() : () -> ()',
      '  }',
      '  %2 = arith.nope %1 : i32',
      '  return',
      '}',
      'func.func @g( {',
      '}',
      'func.func @h() {',
      '  "t.op"() {a = } : () -> ()',
      '  return',
      '}',
    ].join('\n');
    const places = diagnosticsOf(source).diagnostics.map(({ range }) => range && range.file.positionAt(range.start).line);
    expect(places).toEqual([2, 4, 7, 10, 13]);
  });

  test('at most 20 errors are reported', () => {
    const source = Array.from({ length: 100 }, () => '"t.op"() {a = } : () -> ()').join('\n');
    const { diagnostics } = diagnosticsOf(source);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(20);
    expect(diagnostics[20]?.message).toBe('stopped after 20 errors');
  });

  test('a misspelt operation is followed by what may have been meant', () => {
    const [{ notes }] = diagnosticsOf('func.func @f(%a: f32) {\n  %0 = arith.maxmumf %a, %a : f32\n  return\n}').diagnostics;
    expect(notes?.map(({ message }) => message)).toEqual(["did you mean 'arith.maximumf'?"]);
  });

  test.each([
    ['regions', (depth: number) => '"a"() ({'.repeat(depth) + '}) : () -> ()'.repeat(depth)],
    ['types', (depth: number) => `"a"() : () -> ${'tuple<'.repeat(depth)}i32${'>'.repeat(depth)}`],
    ['attributes', (depth: number) => `"a"() {x = ${'['.repeat(depth)}1${']'.repeat(depth)}} : () -> ()`],
    ['parentheses', (depth: number) => `"a"() {x = affine_map<(d0) -> (${'('.repeat(depth)}d0${')'.repeat(depth)})>} : () -> ()`],
    ['minus signs', (depth: number) => `"a"() {x = affine_map<(d0) -> (${'-'.repeat(depth)}d0)>} : () -> ()`],
    ['elements', (depth: number) => `"a"() {x = dense<${'['.repeat(depth)}1${']'.repeat(depth)}> : tensor<1xi32>} : () -> ()`],
  ])('%s nested 100000 deep are refused, not followed', (_, nest) => {
    expect(firstOf(nest(100_000)).message).toMatch(/^nested too deeply/);
  });
});

test.each([
  ['func.func private @f(memreff<4xf32>)', "did you mean 'memref'?"],
  ['func.func private @f(tensr<4xf32>)', "did you mean 'tensor'?"],
  ['func.func private @f(bf17)', "did you mean 'bf16'?"],
  ['func.func @f(%a: f32) { %0 = arith.addff %a, %a : f32 return }', "did you mean 'arith.addf'?"],
])('%s: %s', (text, note) => {
  expect(() => parseModule(new SourceFile('-', text), createContext())).toThrow(note);
});
