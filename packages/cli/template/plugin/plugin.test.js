import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/**
 * Runs the command: the one that MLIR2ZK names, or the one that is found in PATH (`npm test` adds node_modules/.bin to it).
 * @param {string[]} args
 */
function mlir2zk(...args) {
  const { status, stdout, stderr, error } = spawnSync(process.env.MLIR2ZK ?? 'mlir2zk', [...args, '--load', 'plugin.js'], {
    cwd: import.meta.dirname, encoding: 'utf8', shell: process.platform === 'win32',
  });
  if (error !== undefined) throw new Error(`mlir2zk does not run: install it, or name it in MLIR2ZK (${error.message})`);
  return { status, stdout, stderr };
}

test('negations of negations go, and nothing else', () => {
  const { status, stdout, stderr } = mlir2zk('opt', 'model.mlir', '--drop-double-negations');
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(stdout.split('arith.negf').length - 1, 1);
});

test('with remarks it says that something changed', () => {
  const { stderr } = mlir2zk('opt', 'model.mlir', '--drop-double-negations=remarks', '-o', '/dev/null');
  assert.match(stderr, /remark: negations were dropped/);
});

test('the circuit computes what the model computes', () => {
  const { status, stderr } = mlir2zk('run', 'model.mlir', '--inputs', 'sample.json', '--pass-pipeline=builtin.module(drop-double-negations)');
  assert.equal(stderr, '');
  assert.equal(status, 0);
});
