import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Files of this package beside its code. This module must stay directly in its folder: `src`, `dist` and `bundle` lie side by
 * side, so that the same relative paths lead to them from all three.
 */

/** The version of the command. */
export const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string };

/** The files of a new plugin: text by name. */
export function pluginTemplate(): ReadonlyMap<string, string> {
  const folder = new URL('../template/plugin/', import.meta.url);
  return new Map(readdirSync(folder).sort().map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
}
