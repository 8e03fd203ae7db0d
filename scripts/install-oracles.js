#!/usr/bin/env node
/**
 * Installs the native tools that the tests compare with, where that is possible without asking:
 * on Debian, as root. Elsewhere it says what is missing; the tests that need it are then skipped,
 * so a missing tool never fails this script.
 */
import { spawnSync } from 'node:child_process';
import { debianPackageOf, findOracle } from './oracles.js';

const missingCommands = () => Object.keys(debianPackageOf).filter((command) => findOracle(command) === undefined);

/** @param {string[]} commands */
const packagesOf = (commands) => [...new Set(commands.map((command) => debianPackageOf[command] ?? command))].sort();

/**
 * @param {string[]} args
 * @returns {string | undefined} what went wrong
 */
function aptGet(args) {
  const { status, error, stderr } = spawnSync('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return undefined;
  const lastLines = (stderr || error?.message || '').trim().split('\n').slice(-3).join('\n  ');
  return `apt-get ${args[0]} failed:\n  ${lastLines}`;
}

/**
 * @param {string[]} packages
 * @returns {string | undefined} why they could not be installed
 */
function install(packages) {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error) return 'this system has no apt-get';
  if (process.getuid?.() !== 0) return 'installing needs root';
  console.log(`Installing the test oracles: apt-get install ${packages.join(' ')}`);
  return aptGet(['update', '-qq']) ?? aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

const wanted = missingCommands();
if (wanted.length > 0) {
  const obstacle = install(packagesOf(wanted));
  const missing = missingCommands();
  if (missing.length > 0) {
    console.log(`Missing test oracles: ${missing.join(', ')}`);
    if (obstacle !== undefined) console.log(`Not installed: ${obstacle}`);
    console.log('Tests that compare with them will be skipped. To run them (Debian 12):');
    console.log(`  sudo apt-get install ${packagesOf(missing).join(' ')}`);
  }
}
