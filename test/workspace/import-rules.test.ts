import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The rules that a workspace of these files breaks, as `rule: file`. */
function violations(files: Readonly<Record<string, string>>): Set<string> {
  const directory = mkdtempSync(join(tmpdir(), 'import-rules-'));
  try {
    for (const name of ['.dependency-cruiser.js', 'package.json', 'tsconfig.base.json', 'tsconfig.workspace.json']) {
      cpSync(join(root, name), join(directory, name));
    }
    symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'));
    for (const name of ['mlir-parser', 'llvm-emit', 'zk-intrinsics', 'lowering', 'assigner', 'cli']) {
      mkdirSync(join(directory, 'packages', name, 'src'), { recursive: true });
      cpSync(join(root, 'packages', name, 'package.json'), join(directory, 'packages', name, 'package.json'));
      writeFileSync(join(directory, 'packages', name, 'src/index.ts'), 'export const x = 0;\n');
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, 'packages', path)), { recursive: true });
      writeFileSync(join(directory, 'packages', path), text);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--output-type', 'json', 'packages'],
      { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    return new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from.replace('packages/', '')}`));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const importX = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;

describe('npm run lint', () => {
  test('accepts imports that run downwards, and types of one folder that mention each other', () => {
    const files = {
      'lowering/src/a/one.ts': importX('@mlir2zk/llvm-emit'),
      'lowering/src/b/two.ts': `import { y } from '../a/one.js';\nimport { z } from './three.js';\nexport const w = y + z;\n`,
      'lowering/src/b/three.ts': `export const z = 0;\n`,
      'cli/src/type-one.ts': `import type { Two } from './type-two.js';\nexport interface One { two: Two }\n`,
      'cli/src/type-two.ts': `import type { One } from './type-one.js';\nexport interface Two { one: One }\n`,
    };
    expect(violations(files)).toEqual(new Set());
  });

  test('finds every kind of import that is not allowed', () => {
    const files = {
      'llvm-emit/src/upwards.ts': importX('@mlir2zk/lowering'),
      'assigner/src/upwards.ts': importX('mlir2zk'),

      'llvm-emit/src/inside/inner.ts': 'export const x = 0;\n',
      'assigner/src/reaching.ts': importX('../../llvm-emit/src/inside/inner.js'),

      'cli/src/first.ts': importX('./second.js'),
      'cli/src/second.ts': `import { y } from './first.js';\nexport const x: number = y;\n`,

      'zk-intrinsics/src/a/one.ts': `import type { B } from '../b/one.js';\nexport type A = B;\n`,
      'zk-intrinsics/src/b/one.ts': 'export interface B { b: number }\n',
      'zk-intrinsics/src/b/two.ts': `import type { C } from '../a/two.js';\nexport type D = C;\n`,
      'zk-intrinsics/src/a/two.ts': 'export interface C { c: number }\n',

      'cli/src/undeclared.ts': importX('fast-check'),
      'cli/src/broken.ts': importX('./nothing.js'),
      'cli/src/utils.ts': importX('@mlir2zk/lowering'),
    };
    expect(violations(files)).toEqual(
      new Set([
        'llvm-emit-imports-downwards: llvm-emit/src/upwards.ts',
        'assigner-imports-downwards: assigner/src/upwards.ts',
        'packages-by-name: assigner/src/reaching.ts',
        'no-circular-files: cli/src/first.ts',
        'no-circular-folders: zk-intrinsics/src/a',
        'no-circular-folders: zk-intrinsics/src/b',
        'no-undeclared-packages: cli/src/undeclared.ts',
        'not-to-unresolvable: cli/src/broken.ts',
        'no-undeclared-packages: cli/src/broken.ts',
        'named-after-one-thing: cli/src/utils.ts',
      ]),
    );
  });
});
