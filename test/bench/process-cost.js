import { spawnSync } from 'node:child_process';

const GNU_TIME = '/usr/bin/time';

/**
 * @typedef {object} Cost
 * @property {number} cpu seconds, user and system
 * @property {number} wall seconds
 * @property {number} memory the most that was resident, in bytes
 */

/**
 * What `command` costs: of several runs the one with the median CPU time. Needs GNU time, which alone tells the memory.
 *
 * @param {readonly string[]} command
 * @param {number} runs
 * @returns {Cost}
 */
export function processCost(command, runs) {
  const costs = Array.from({ length: runs }, () => run(command)).sort((a, b) => a.cpu - b.cpu);
  const median = costs[runs >> 1];
  if (median === undefined) throw new RangeError('no runs');
  return median;
}

/** @param {readonly string[]} command */
function run(command) {
  const { error, status, stderr } = spawnSync(GNU_TIME, ['--format=%U %S %e %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (error !== undefined) throw new Error(`cannot run ${GNU_TIME}, which Debian's package 'time' installs`, { cause: error });
  const [user, system, wall, kilobytes] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (status !== 0 || user === undefined || system === undefined || wall === undefined || kilobytes === undefined)
    throw new Error(`${command.join(' ')} failed:\n${stderr}`);
  return { cpu: user + system, wall, memory: kilobytes * 1024 };
}
