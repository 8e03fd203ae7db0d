import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOracle } from '../../scripts/oracles.js';
import { exitCode, mlir2zk } from '../mlir2zk.js';
import { describeWithOracles } from '../oracle.js';

const linalg = join(import.meta.dirname, '../../packages/upstream/test/inputs/linalg-matmul.mlir');

let directory: string;
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'opt-upstream-'))));
afterAll(() => rmSync(directory, { recursive: true }));

function fileOf(text: string): string {
  const file = join(directory, 'in.mlir');
  writeFileSync(file, text);
  return file;
}

describeWithOracles('opt --upstream prints what mlir-opt-19 prints', ['mlir-opt-19'], () => {
  const split = `func.func @f() -> i32 {
  %a = arith.constant 2 : i32
  %b = arith.muli %a, %a : i32
  return %b : i32
}
// -----
"unknown.op"() {c = dense<[1, 2, 3, 4]> : tensor<4xi32>} : () -> ()
`;

  it.each([
    ['passes', linalg, ['--pass-pipeline=builtin.module(one-shot-bufferize{bufferize-function-boundaries},func.func(convert-linalg-to-loops),canonicalize)']],
    ['no passes', linalg, []],
    ['the generic form and locations', linalg, ['--mlir-print-op-generic', '--mlir-print-debuginfo', '--mlir-print-local-scope']],
    ['parts of a file, with elided constants', '', ['--split-input-file', '--allow-unregistered-dialect', '--mlir-elide-elementsattrs-if-larger=2', '--pass-pipeline=builtin.module(canonicalize)']],
  ])('%s', async (_what, given, flags) => {
    const file = given === '' ? fileOf(split) : given;
    const { status, stdout, stderr } = await mlir2zk(['opt', file, '--upstream', ...flags]);
    expect(stderr).toBe('');
    expect(status).toBe(exitCode.ok);
    expect(stdout).toBe(execFileSync(findOracle('mlir-opt-19') ?? '', [file, ...flags], { encoding: 'utf8' }));
  });
});

describe('opt --upstream', () => {
  it('shows errors of the text with their place', async () => {
    const file = fileOf('func.func @f() -> i32 {\n  return %x : i32\n}\n');
    const { status, stdout, stderr } = await mlir2zk(['opt', file, '--upstream']);
    expect(status).toBe(exitCode.inputError);
    expect(stdout).toBe('');
    expect(stderr).toBe(`${file}:2:10: error: use of undeclared SSA value name\n  return %x : i32\n         ^\n`);
  });

  it('shows which operation a pass gave up on', async () => {
    const file = fileOf('func.func @f(%a: tensor<2xf32>) {\n  "unknown.op"(%a) : (tensor<2xf32>) -> ()\n  return\n}\n');
    const { status, stderr } = await mlir2zk(['opt', file, '--upstream', '--pass-pipeline=builtin.module(one-shot-bufferize)']);
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain(`${file}:2:3: error: `);
    expect(stderr).toContain('  "unknown.op"(%a)');
  });

  it.each([
    ['builtin.module(raise-to-zkml)', "'raise-to-zkml' does not refer to a registered pass"],
    ['builtin.module(canonicalize', 'expected'],
  ])('says what is wrong with the pipeline %s', async (pipeline, message) => {
    const { status, stderr } = await mlir2zk(['opt', linalg, '--upstream', `--pass-pipeline=${pipeline}`]);
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain(message);
  });

  it('reports remarks of passes and goes on', async () => {
    const file = fileOf(`module attributes {transform.with_named_sequence} {
  func.func @f() {
    return
  }
  transform.named_sequence @__transform_main(%m: !transform.any_op {transform.readonly}) {
    %f = transform.structured.match ops{["func.func"]} in %m : (!transform.any_op) -> !transform.any_op
    transform.debug.emit_remark_at %f, "found" : !transform.any_op
    transform.yield
  }
}
`);
    const { status, stdout, stderr } = await mlir2zk(['opt', file, '--upstream', '--pass-pipeline=builtin.module(transform-interpreter)']);
    expect(stderr).toContain(`${file}:2:3: remark: found\n  func.func @f() {\n`);
    expect(stdout).toContain('func.func @f()');
    expect(status).toBe(exitCode.ok);
  });

  it('checks expected diagnostics', async () => {
    const file = fileOf('func.func @f() -> i32 {\n  // expected-error @+1 {{undeclared SSA value}}\n  return %x : i32\n}\n');
    expect((await mlir2zk(['opt', file, '--upstream', '--verify-diagnostics'])).status).toBe(exitCode.ok);
    const other = fileOf('// expected-error @+1 {{something else}}\nfunc.func @f() {\n  return\n}\n');
    const { status, stderr } = await mlir2zk(['opt', other, '--upstream', '--verify-diagnostics']);
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toContain('something else');
  });

  it.each([
    ['--raise-to-zkml', /--raise-to-zkml runs a pass of mlir2zk; with --upstream, name passes in --pass-pipeline/],
    ['--mlir-timing', /--mlir-timing does not work with --upstream/],
    ['--mlir-print-ir-after=cse', /--mlir-print-ir-after does not work with --upstream/],
    ['--no-verify-each', /--no-verify-each does not work with --upstream/],
  ])('refuses %s', async (flag, message) => {
    const { status, stderr } = await mlir2zk(['opt', linalg, '--upstream', flag]);
    expect(status).toBe(exitCode.usage);
    expect(stderr).toMatch(message);
  });
});
