import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { definePass, extensionOf, Toolkit } from '@mlir2zk/lowering';
import { defineDialect } from '@mlir2zk/mlir-parser';
import { defineIntrinsic, intrinsics } from '@mlir2zk/zk-intrinsics';
import { executeTutorial } from './tutorial.js';

test('the program of docs/sdk/README.md runs a pass of its own', async () => {
  const { folder } = await executeTutorial(readFileSync(join(import.meta.dirname, '../../docs/sdk/README.md'), 'utf8'));
  const { remarksOn } = (await import(pathToFileURL(join(folder, 'toolkit.js')).href)) as { remarksOn: (text: string) => string[] };
  expect(remarksOn('func.func @f() {\n  return\n}')).toEqual(['3 operations']);
  rmSync(folder, { recursive: true, force: true });
});

describe('a toolkit', () => {
  const pass = definePass({ name: 'my-pass', summary: '', run() {} });
  const dialect = defineDialect({ name: 'mine', summary: '', operations: { op: { summary: '' } } });
  const [relu] = intrinsics;
  const mine = { ...relu, name: 'mine' };

  test('knows what is added, before what this project has', () => {
    const toolkit = new Toolkit();
    const own = toolkit.passes.list().length;
    for (const value of [pass, dialect, mine, pass, dialect, mine]) {
      const extension = extensionOf(value);
      if (extension === undefined) throw new Error('no extension');
      toolkit.add(extension);
    }
    expect(toolkit.passes.list()).toHaveLength(own + 1);
    expect(toolkit.dialects).toEqual([dialect]);
    expect(toolkit.intrinsics).toEqual([mine, ...intrinsics]);
    const context = toolkit.createContext();
    expect([context.operation('mine.op')?.name, context.operation('zkml.mine')?.name]).toEqual(['mine.op', 'zkml.mine']);
  });

  test('of another toolkit knows nothing of it', () => {
    const toolkit = new Toolkit();
    toolkit.add({ kind: 'pass', pass });
    expect(new Toolkit().passes.get('my-pass')).toBeUndefined();
  });

  test.each([null, 1, 'pass', {}, { name: 'x' }, { name: 1, run() {} }, [pass]])('%j is no extension', (value) => {
    expect(extensionOf(value)).toBeUndefined();
  });
});

describe('defineIntrinsic refuses', () => {
  const [{ attributes, ...record }] = intrinsics;
  test.each([
    ['a name in another style', { ...record, name: 'maxPool' }, "'maxPool' is no name for an intrinsic"],
    ['no results', { ...record, results: [] }, 'has no results'],
    [
      'an operand behind an optional one',
      { ...record, operands: [{ name: 'a', summary: '', optional: true }, { name: 'b', summary: '' }] }, "operand 'b' of intrinsic 'max_pool' comes behind an optional one",
    ],
  ])('%s', (_, definition, message) => {
    expect(() => defineIntrinsic({ ...definition, attributes })).toThrow(message);
  });
});
