/**
 * What mlir-opt prints for every part of a file, kept on disk: asking it about 1873 files twice takes minutes, and the
 * answers never change.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOracle } from '../../scripts/oracles.js';

const cache = join(import.meta.dirname, '../../node_modules/.cache/mlir-opt-answers');
const outputMarker = '// -----\n';

/**
 * @param {string} command `mlir-opt-19` or `mlir-opt-22`
 * @param {string} text parts between `// -----`
 * @param {readonly string[]} flags how to print
 * @returns {readonly string[]} for each part what is printed, empty if the part is rejected
 */
export function mlirOptAnswers(command, text, flags) {
  const key = createHash('sha256').update(JSON.stringify([command, flags, text])).digest('hex');
  const path = join(cache, `${key}.json`);
  if (existsSync(path)) return /** @type {string[]} */ (JSON.parse(readFileSync(path, 'utf8')));
  const answers = ask(command, text, flags);
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, JSON.stringify(answers));
  return answers;
}

/**
 * @param {string} command
 * @param {string} text
 * @param {readonly string[]} flags
 * @returns {string[]}
 */
function ask(command, text, flags) {
  const { status, stdout } = run(command, text, ['--split-input-file', ...flags]);
  // Parts that are rejected print nothing, but their markers. A part that crashes the tool takes all others with it.
  if (status === 0 || status === 1) return stdout.split(outputMarker);
  const parts = text.split('// -----');
  return parts.map((part) => {
    const alone = parts.length === 1 ? { status, stdout } : run(command, part, flags);
    return alone.status === 0 ? alone.stdout : '';
  });
}

/**
 * @param {string} command
 * @param {string} input
 * @param {readonly string[]} flags
 */
function run(command, input, flags) {
  const path = findOracle(command);
  if (path === undefined) throw new Error(`${command} is not installed: npm run oracles`);
  return spawnSync(path, ['--allow-unregistered-dialect', ...flags], { input, encoding: 'utf8', maxBuffer: 2 ** 30, timeout: 60_000 });
}
