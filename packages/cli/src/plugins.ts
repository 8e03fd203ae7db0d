import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { extensionOf, Toolkit } from '@mlir2zk/lowering';
import { DiagnosticError, type Diagnostic } from '@mlir2zk/mlir-parser';
import { isSystemError, systemErrorReason } from './system-error.js';

/** The files that a command line names with `--load FILE` or `--load=FILE`, in order. */
export function pluginsNamedIn(args: readonly string[]): string[] {
  const files: string[] = [];
  for (let at = 0; at < args.length && args[at] !== '--'; at++) {
    const arg = args[at];
    if (arg.startsWith('--load=')) files.push(arg.slice('--load='.length));
    else if (arg === '--load') files.push(args[++at] ?? '');
  }
  return files.filter((file) => file !== ''); // yargs complains of an option without its value
}

/** A module that was loaded with `--load`. */
export interface Plugin {
  /** As named on the command line. */
  readonly name: string;
  readonly path: string;
}

/** The tools of a command with those of the plugins that it loaded. */
export interface LoadedTools {
  readonly toolkit: Toolkit;
  readonly plugins: readonly Plugin[];
}

/** Frames of stack traces that are kept while plugins run: the plugin's own may stand behind many of ours. */
const STACK_TRACE_LIMIT = 100;

/**
 * Loads the modules `files` and adds the passes, intrinsics and dialects that they export, in order. Throws a DiagnosticError
 * for a file that cannot be loaded, for an export that is none of these, and for a name that is taken.
 */
export async function loadPlugins(files: readonly string[], cwd: string): Promise<LoadedTools> {
  const toolkit = new Toolkit();
  const plugins: Plugin[] = [];
  if (files.length > 0) Error.stackTraceLimit = Math.max(Error.stackTraceLimit, STACK_TRACE_LIMIT);
  for (const name of files) {
    const plugin = { name, path: resolve(cwd, name) };
    addExports(plugin, await importPlugin(plugin), toolkit);
    plugins.push(plugin);
  }
  return { toolkit, plugins };
}

async function importPlugin({ name, path }: Plugin): Promise<Readonly<Record<string, unknown>>> {
  try {
    if (!statSync(path).isFile()) throw pluginError(name, 'it is no file: name the module itself');
    return (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    if (isSystemError(error)) throw pluginError(name, systemErrorReason(error));
    const notes = isError(error) && error.name === 'SyntaxError' ? syntaxErrorNotes({ name, path }) : placeNotes(error, [{ name, path }]);
    throw pluginError(name, reasonOf(error), notes);
  }
}

/** Where a module is no JavaScript, which the error does not tell; empty if it is in another module that this one imports. */
function syntaxErrorNotes({ name, path }: Plugin): Diagnostic[] {
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  const [, line, code] = /^[^\n]*:(\d+)\n([^\n]*\n[ \t]*\^+)/.exec(stderr) ?? [];
  return line === undefined ? [] : [{ severity: 'note', message: `at ${name}:${line}\n${code}` }];
}

/** Adds what `plugin` exports; a list is as good as its elements. */
function addExports(plugin: Plugin, exported: Readonly<Record<string, unknown>>, toolkit: Toolkit): void {
  const entries = Object.entries(exported).flatMap(([name, value]): (readonly [string, unknown])[] =>
    Array.isArray(value) ? value.map((element, index) => [`${name}[${index}]`, element]) : [[name, value]]);
  if (entries.length === 0) throw pluginError(plugin.name, `it exports nothing; ${whatPluginsExport}`);
  for (const [name, value] of entries) {
    const extension = extensionOf(value);
    if (extension === undefined) throw pluginError(plugin.name, `its export '${name}' is ${describe(value)}`);
    try {
      toolkit.add(extension);
    } catch (error) {
      throw pluginError(plugin.name, `its export '${name}': ${reasonOf(error)}; choose another name`);
    }
  }
}

const whatPluginsExport = 'a plugin exports passes, intrinsics and dialects: what definePass, defineIntrinsic and defineDialect return';

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'match' in value && 'rewrite' in value)
    return 'a pattern; export a pass that applies it with applyPatternsGreedily';
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list in a list' : typeof value === 'object' ? 'an object of another kind' : `a ${typeof value}`;
  return `${kind}; ${whatPluginsExport}`;
}

function pluginError(name: string, reason: string, notes: readonly Diagnostic[] = []): DiagnosticError {
  return new DiagnosticError({ severity: 'error', message: `cannot load plugin '${name}': ${reason}`, notes });
}

/**
 * `error` as a diagnostic that names the plugin whose code threw it, or called what threw it; undefined if no code of
 * `plugins` had to do with it.
 */
export function errorOfPlugin(error: unknown, plugins: readonly Plugin[]): Diagnostic | undefined {
  if (plugins.length === 0) return undefined;
  if (!isError(error)) return { severity: 'error', message: `a plugin threw ${String(error)}, which is no Error` };
  const frame = pluginFrame(error, plugins);
  if (frame === undefined) return undefined;
  return { severity: 'error', message: `plugin '${frame.plugin.name}' failed: ${reasonOf(error)}`, notes: placeNotes(error, plugins) };
}

interface PluginFrame {
  readonly plugin: Plugin;
  readonly file: string;
  /** `:12` or `:12:5` */
  readonly position: string;
}

/** The folders of the packages of this command, whose code is not a plugin's though a plugin may lie beside or above them. */
const ownFolders = ((): readonly string[] => {
  const packageFolder = fileURLToPath(new URL('..', import.meta.url));
  const folder = dirname(packageFolder);
  // Installed, the command lies among packages of others; in the repository, among its own.
  return basename(folder) === 'node_modules' ? [packageFolder, join(folder, '@mlir2zk', sep)] : [join(folder, sep)];
})();

/** The innermost place in the code of a plugin, or of the modules beside it, where `error` arose. */
function pluginFrame(error: Error, plugins: readonly Plugin[]): PluginFrame | undefined {
  for (const match of (error.stack ?? '').matchAll(/((?:file:\/\/)?\/[^\n()]+?)((?::\d+){1,2})(?=\)?(?:\n|$))/g)) {
    const file = match[1].startsWith('file:') ? fileURLToPath(match[1]) : match[1];
    if (ownFolders.some((folder) => file.startsWith(folder))) continue;
    const plugin = plugins.find(({ path }) => isBeside(file, path));
    if (plugin !== undefined) return { plugin, file, position: match[2] };
  }
  return undefined;
}

/** Whether `file` is in the folder of the module `path`, or below, but not in a package that is installed there. */
function isBeside(file: string, path: string): boolean {
  const below = relative(dirname(path), file).split(sep);
  return below[0] !== '..' && !below.includes('node_modules');
}

function placeNotes(error: unknown, plugins: readonly Plugin[]): Diagnostic[] {
  const frame = isError(error) ? pluginFrame(error, plugins) : undefined;
  if (frame === undefined) return [];
  const file = frame.file === frame.plugin.path ? frame.plugin.name : relative(process.cwd(), frame.file);
  return [{ severity: 'note', message: `at ${file}${frame.position}` }];
}

function reasonOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** By shape: errors of Node's own functions may be of another realm. */
function isError(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string' && 'stack' in error;
}
