import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { DiagnosticError } from '@mlir2zk/mlir-parser';
import type { Command } from '../command.js';
import { exitCode, type Io } from '../io.js';
import { pluginTemplate, version } from '../package-files.js';
import { isSystemError, systemErrorReason } from '../system-error.js';

/** `mlir2zk init-plugin`: a plugin to start from. */
export const initPlugin: Command = {
  register: (yargs, run) =>
    yargs.command<{ readonly directory: string }>(
      'init-plugin <directory>',
      'Write a plugin with a pass, an intrinsic, a test and a README, to start from',
      (command) =>
        command
          .positional('directory', { type: 'string', demandOption: true, describe: 'Folder to write to; made if it does not exist' })
          .example('$0 init-plugin my-plugin', ''),
      ({ directory }) => run((io) => writePlugin(directory, io)),
    ),
};

function writePlugin(directory: string, io: Io): number {
  const folder = resolve(io.cwd, directory);
  const files = new Map(pluginTemplate());
  files.set('package.json', packageJson(files.get('package.json') ?? '{}', basename(folder)));
  const existing = [...files.keys()].filter((name) => existsSync(join(folder, name)));
  if (existing.length > 0)
    throw new DiagnosticError({
      severity: 'error',
      message: `'${directory}' has ${existing.join(', ')} already, which would be overwritten: name another folder`,
    });
  try {
    mkdirSync(folder, { recursive: true });
    // A file that turned up meanwhile is not overwritten either.
    for (const [name, text] of files) writeFileSync(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new DiagnosticError({ severity: 'error', message: `cannot write to '${directory}': ${systemErrorReason(error)}` });
  }
  io.stdout(`${[...files.keys()].map((name) => `wrote ${join(directory, name)}`).join('\n')}\n\nNext: cd ${directory} && npm test\n`);
  return exitCode.ok;
}

/** The template's package.json for a package named after the folder that it is in. */
function packageJson(template: string, folder: string): string {
  const name = folder.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-').replace(/^[.-]+/, '');
  const content = JSON.parse(template) as Readonly<Record<string, unknown>>;
  return `${JSON.stringify({ ...content, ...(name === '' ? {} : { name }), peerDependencies: { mlir2zk: `^${version}` } }, null, 2)}\n`;
}
