#!/usr/bin/env node
/**
 * Installs the native tools that the tests compare with, where that is possible without asking:
 * on Debian, as root. Elsewhere it says what is missing; the tests that need it are then skipped,
 * so a missing tool never fails this script.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPackageOf, findOracle, unpackedDirectory, unpackedFolders } from './oracles.js';

const missingCommands = () => Object.keys(debianPackageOf).filter((command) => findOracle(command) === undefined);

/** @param {string[]} commands */
const packagesOf = (commands) => [...new Set(commands.map((command) => debianPackageOf[command] ?? command))].sort();

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 * @returns {string | undefined} what went wrong
 */
function run(command, args, cwd = '.') {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return undefined;
  const lastLines = (stderr || error?.message || '').trim().split('\n').slice(-3).join('\n  ');
  return `${command} ${args[0]} failed:\n  ${lastLines}`;
}

/**
 * Fetches a package and keeps one of its folders, without installing it.
 *
 * @param {string} name
 * @returns {string | undefined} what went wrong
 */
function unpack(name) {
  const directory = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    mkdirSync(unpackedDirectory, { recursive: true });
    const failed = run('apt-get', ['download', '-qq', name], directory);
    if (failed !== undefined) return failed;
    const [file] = readdirSync(directory);
    if (file === undefined) return `apt-get download ${name} brought no file`;
    const extract = 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "$3"';
    return run('sh', ['-c', extract, 'sh', join(directory, file), unpackedDirectory, unpackedFolders[name] ?? '.']);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} packages
 * @returns {string | undefined} why they could not be installed
 */
function install(packages) {
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error) return 'this system has no apt-get';
  if (process.getuid?.() !== 0) return 'installing needs root';
  const unpacked = packages.filter((name) => name in unpackedFolders);
  const installed = packages.filter((name) => !(name in unpackedFolders));
  if (installed.length > 0) console.log(`Installing the test oracles: apt-get install ${installed.join(' ')}`);
  if (unpacked.length > 0) console.log(`Unpacking test oracles that cannot be installed beside them: ${unpacked.join(' ')}`);
  let obstacle = run('apt-get', ['update', '-qq']);
  if (installed.length > 0) {
    obstacle ??= run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...installed]);
  }
  for (const name of unpacked) obstacle ??= unpack(name);
  return obstacle;
}

const wanted = missingCommands();
if (wanted.length > 0) {
  const obstacle = install(packagesOf(wanted));
  const missing = missingCommands();
  if (missing.length > 0) {
    console.log(`Missing test oracles: ${missing.join(', ')}`);
    if (obstacle !== undefined) console.log(`Not installed: ${obstacle}`);
    console.log('Tests that compare with them will be skipped. To run them (Debian 12):');
    console.log(`  sudo node scripts/install-oracles.js   # packages ${packagesOf(missing).join(' ')}`);
  }
}
