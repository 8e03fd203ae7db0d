import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** @param {string[]} args */
function mlir2zk(...args) {
  const { status, stdout, stderr, error } = spawnSync(process.env.MLIR2ZK ?? 'mlir2zk', args, { cwd: import.meta.dirname, encoding: 'utf8' });
  if (error !== undefined) throw error;
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return stdout;
}

const run = ['run', 'model.mlir', '--inputs', 'sample.json', '--json'];
const withPass = ['--load', 'plugin.js', '--pass-pipeline=builtin.module(invert-divisors)'];

test('the division leaves the loop', () => {
  const text = mlir2zk('opt', 'model.mlir', '--load', 'plugin.js', '--invert-divisors');
  assert.match(text, /arith\.divf %cst_0, %0 : f32\n {6}affine\.for/);
  assert.match(text, /arith\.mulf/);
});

test('the circuit computes the same in at most half the rows', () => {
  const before = JSON.parse(mlir2zk(...run));
  const after = JSON.parse(mlir2zk(...run, ...withPass));
  assert.ok(2 * after.usableRows <= before.usableRows, `${after.usableRows} rows instead of ${before.usableRows}`);
});
