import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/main.js';
import { pluginsNamedIn } from '../src/plugins.js';
import { BufferIo } from './buffer-io.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlir2zk-plugin-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(files: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const io = new BufferIo(folder, model);
  const code = await main(args, io);
  return { code, out: io.out, err: io.err };
}

const model = `func.func @main(%x: memref<2xf32>) -> memref<2xf32> {
  %y = memref.alloc() : memref<2xf32>
  affine.for %i = 0 to 2 {
    %a = affine.load %x[%i] : memref<2xf32>
    %b = arith.negf %a : f32
    affine.store %b, %y[%i] : memref<2xf32>
  }
  return %y : memref<2xf32>
}
`;

const pass = (name: string, body = ''): string =>
  `import { definePass } from '@mlir2zk/lowering';\nexport const p = definePass({ name: '${name}', summary: 'A pass of a test.', run(op, { report }) { ${body} } });\n`;

const negation = `
import { defineIntrinsic, miss } from '@mlir2zk/lowering';
import { elementCount, shapeText } from '@mlir2zk/zk-intrinsics';
export default defineIntrinsic({
  name: 'negation', summary: 'The negative.', formal: 'y_i = -x_i',
  operands: [{ name: 'x', summary: 'any shape' }], attributes: {}, results: [{ name: 'y', summary: 'the shape of x' }],
  verify: () => [],
  recognise({ value, output, dimensions, guards }) {
    if (guards.length > 0 || value.kind !== 'chain' || value.operator !== 'mul') return miss(0, 'no product');
    const [minusOne, x] = value.operands;
    if (minusOne.kind !== 'constant' || minusOne.value !== -1 || x.kind !== 'load') return miss(1, 'no negative of an array');
    const alike = x.subscripts.every((form, axis) => form.equals(output.subscripts[axis]) && form.bareVariable !== undefined);
    return alike && dimensions.length === x.subscripts.length ? { kind: 'match', attributes: {}, inputs: [x.memref] } : miss(2, 'other elements');
  },
  evaluate: ([x]) => [{ values: x.values.map((value) => -value), scale: x.scale }],
  expand: (builder, [x]) => [x.map((value) => builder.neg(value))],
  rows: { stock: ({ outputs }) => elementCount(outputs[0].shape), native: ({ outputs }) => elementCount(outputs[0].shape) },
  suffix: ({ outputs }) => shapeText(outputs[0].shape),
});
`;

test('plugins are named before and behind an equals sign, until the arguments end', () => {
  expect(pluginsNamedIn(['opt', '--load', 'a.js', 'x.mlir', '--load=b.js', '--', '--load', 'c.js'])).toEqual(['a.js', 'b.js']);
  expect(pluginsNamedIn(['opt', '--load'])).toEqual([]);
});

describe('what a plugin exports is known to', () => {
  test('passes and opt --help', async () => {
    const plugin = { 'p.js': pass('my-pass') };
    expect((await run(plugin, 'passes', '--load', 'p.js')).out).toContain('--my-pass\n    A pass of a test.\n');
    expect((await run(plugin, 'opt', '--help', '--load=./p.js')).out).toContain('--my-pass');
  });

  test('opt, with passes of two plugins in the order of the flags', async () => {
    const note = (text: string): string => `report({ severity: 'remark', message: '${text}' });`;
    const files = { 'a.js': pass('first', note('one')), 'b.js': pass('second', note('two')) };
    const { code, err } = await run(files, 'opt', '-', '--load', 'a.js', '--load', 'b.js', '--second', '--first');
    expect([code, err]).toEqual([0, 'remark: two\nremark: one\n']);
  });

  test('intrinsics; recognised, explained, printed, parsed and lowered', async () => {
    const plugin = { 'n.js': negation };
    expect((await run(plugin, 'intrinsics', '--load', 'n.js')).out).toContain('zkml.negation');
    const { out: raised } = await run(plugin, 'lower', '-', '--emit', 'mlir', '--load', 'n.js');
    expect(raised).toContain('zkml.negation ins(%arg0 : memref<2xf32>) outs(%alloc : memref<2xf32>)');
    expect((await run({ 'raised.mlir': raised }, 'parse', 'raised.mlir', '--load', 'n.js')).code).toBe(0);
    expect((await run({}, 'parse', 'raised.mlir')).err).toContain('zkml.negation');
    expect((await run({}, 'explain', '-', '--load', 'n.js')).out).toContain('zkml.negation');
    const { out: ir, code } = await run({}, 'lower', 'raised.mlir', '--load', 'n.js');
    expect([code, ir.includes('call void @zkml.negation.2(')]).toEqual([0, true]);
  });

  test.each([
    ['run', '--inputs', 'sample.json'],
    ['inputs', '--inputs', 'sample.json'],
    ['cost', '--inputs', 'sample.json'],
    ['calibrate', '--inputs', 'sample.json'],
  ])('%s, which runs the passes of --pass-pipeline', async (command, ...args) => {
    const sample = JSON.stringify({
      inputs: [{ name: 'input0', shape: [2], type: 'f32', data: [1, -2] }], outputs: [{ name: 'output0', shape: [2], type: 'f32', data: [-1, 2] }],
    });
    const files = { 'n.js': negation, 'p.js': pass('seen', "report({ severity: 'remark', message: 'seen' });"), 'sample.json': sample };
    const { code, err } = await run(files, command, '-', ...args, '--load', 'n.js', '--load', 'p.js', '--pass-pipeline=builtin.module(seen)');
    expect([code, err]).toEqual([0, 'remark: seen\n']);
  });

  test('a list is as good as its elements', async () => {
    const list = `${pass('in-list').replace('export const p', 'const p')}export default [p];`;
    expect((await run({ 'l.js': list }, 'passes', '--load', 'l.js')).out).toContain('--in-list');
  });

  test('verify takes it too', async () => {
    const { code, err } = await run({ 'p.js': pass('my-pass') }, 'verify', 'nowhere.ll', '--load', 'p.js');
    expect([code, err]).toEqual([1, "error: cannot read 'nowhere.ll': no such file or directory\n"]);
  });
});

describe('an error is told without a stack trace:', () => {
  const whatPluginsExport = 'a plugin exports passes, intrinsics and dialects: what definePass, defineIntrinsic and defineDialect return';
  const cannot = (reason: string): string => `error: cannot load plugin 'p.js': ${reason}\n`;

  test.each<[string, string, string]>([
    ['a number', 'export const x = 1;', cannot(`its export 'x' is a number; ${whatPluginsExport}`)],
    ['another object in a list', 'export const x = [{}];', cannot(`its export 'x[0]' is an object of another kind; ${whatPluginsExport}`)],
    ['no exports', 'const x = 1;', cannot(`it exports nothing; ${whatPluginsExport}`)],
    ['a name that is taken', pass('cse'), cannot("its export 'p': there are two passes named 'cse'; choose another name")],
    ['an intrinsic that is known', negation.replace("'negation'", "'relu'"), cannot("its export 'default': there are two intrinsics named 'relu'; choose another name")],
    [
      'a dialect of upstream', "import { defineDialect } from '@mlir2zk/lowering'; export const d = defineDialect({ name: 'arith', summary: '', operations: {} });",
      cannot("its export 'd': there are two dialects named 'arith'; choose another name"),
    ],
    [
      'a pattern', "import { definePattern } from '@mlir2zk/lowering'; export const d = definePattern({ name: 'x', match() {}, rewrite() {} });",
      cannot("its export 'd' is a pattern; export a pass that applies it with applyPatternsGreedily"),
    ],
  ])('%s', async (_, text, message) => {
    expect(await run({ 'p.js': text }, 'passes', '--load', 'p.js')).toEqual({ code: 1, out: '', err: message });
  });

  test.each([
    ['a missing file', 'nowhere.js', "error: cannot load plugin 'nowhere.js': no such file or directory\n"],
    ['a folder', '.', "error: cannot load plugin '.': it is no file: name the module itself\n"],
  ])('%s', async (_, name, message) => {
    expect(await run({}, 'passes', '--load', name)).toEqual({ code: 1, out: '', err: message });
  });

  test('a syntax error, with its line', async () => {
    const { code, err } = await run({ 'p.js': 'export const a = 1;\nexport const = 2;\n' }, 'passes', '--load', 'p.js');
    expect(code).toBe(1);
    expect(err).toContain("error: cannot load plugin 'p.js': ");
    expect(err).toContain('note: at p.js:2\nexport const = 2;\n             ^\n');
    expect(err).not.toContain('    at ');
  });

  test('an exception while the plugin is loaded', async () => {
    const { code, err } = await run({ 'p.js': "\nthrow new Error('not today');\n" }, 'passes', '--load', 'p.js');
    expect([code, err]).toEqual([1, "error: cannot load plugin 'p.js': not today\nnote: at p.js:2:7\n"]);
  });

  test('an exception in a pass', async () => {
    const { code, out, err } = await run({ 'p.js': pass('broken', "throw new Error('not today');") }, 'opt', '-', '--load', 'p.js', '--broken');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^error: plugin 'p\.js' failed: not today\nnote: at p\.js:\d+:\d+\n$/);
  });

  test('an exception in a plugin that is an installed package', async () => {
    mkdirSync(join(folder, 'node_modules/p'), { recursive: true });
    const files = { 'node_modules/p/package.json': '{ "type": "module" }', 'node_modules/p/p.js': pass('broken', "throw new Error('not today');") };
    const { code, err } = await run(files, 'opt', '-', '--load', 'node_modules/p/p.js', '--broken');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: plugin 'node_modules\/p\/p\.js' failed: not today\nnote: at node_modules\/p\/p\.js:\d+:\d+\n$/);
  });

  test('an exception in a recogniser, whose file the plugin imports', async () => {
    const files = { 'n.js': negation.replace('recognise({', "recognise({ x: { y } = undefined.z,"), 'p.js': "export * from './n.js'; export { default } from './n.js';" };
    const { code, err } = await run(files, 'lower', '-', '--load', 'p.js');
    expect(code).toBe(1);
    expect(err).toMatch(/^error: plugin 'p\.js' failed: Cannot read properties of undefined.*\nnote: at .*n\.js:\d+:\d+\n$/);
  });

  test.each(['output', 'load', 'verify-each', 'help'])('a pass named as the option %s', async (name) => {
    const { code, err } = await run({ 'p.js': pass(name) }, 'opt', '-', '--load', 'p.js');
    expect([code, err]).toEqual([1, `error: pass '${name}' has the name of another option of 'opt'; choose another name\n`]);
  });

  test('an option without its value', async () => {
    const { code, err } = await run({}, 'passes', '--load');
    expect(code).toBe(2);
    expect(err).toContain('Not enough arguments following: load');
  });
});

describe('init-plugin', () => {
  test('writes a plugin that loads, named after its folder', async () => {
    const { code, out } = await run({}, 'init-plugin', 'My Plugin');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 6)).toEqual(readdirSync(join(folder, 'My Plugin')).sort().map((name) => `wrote My Plugin/${name}`));
    expect(JSON.parse(readFileSync(join(folder, 'My Plugin/package.json'), 'utf8'))).toMatchObject({ name: 'my-plugin', type: 'module' });
    const { out: optimised } = await run({}, 'opt', 'My Plugin/model.mlir', '--load', 'My Plugin/plugin.js', '--drop-double-negations');
    expect(optimised.match(/arith\.negf/g)).toHaveLength(1);
  });

  test('overwrites nothing', async () => {
    const { code, err } = await run({ 'README.md': 'mine' }, 'init-plugin', '.');
    expect([code, err]).toEqual([1, "error: '.' has README.md, package.json already, which would be overwritten: name another folder\n"]);
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'package.json']);
  });

  test('a folder that cannot be made', async () => {
    const { code, err } = await run({ file: '' }, 'init-plugin', 'file/plugin');
    expect([code, err]).toEqual([1, "error: cannot write to 'file/plugin': a part of the path is not a directory\n"]);
  });
});
