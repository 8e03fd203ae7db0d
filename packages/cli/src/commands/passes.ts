import type { Pass } from '@mlir2zk/lowering';
import type { Command } from '../command.js';
import { exitCode } from '../io.js';

/** `mlir2zk passes`: what `opt` can run. */
export const passes: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<{ readonly json: boolean }>(
      'passes',
      'List the passes and their options',
      (command) => command.option('json', { type: 'boolean', default: false, describe: 'Print JSON' }),
      ({ json }) =>
        run((io) => {
          io.stdout(json ? asJson(toolkit.passes.list()) : asText(toolkit.passes.list()));
          return exitCode.ok;
        }),
    ),
};

function asJson(known: readonly Pass[]): string {
  const list = known.map(({ name, summary, anchor, options }) => ({ name, summary, anchor: anchor ?? 'any', options }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(known: readonly Pass[]): string {
  const lines: string[] = [];
  for (const { name, summary, options } of known) {
    lines.push(`--${name}`, `    ${summary}`);
    for (const [option, { kind, summary: meaning, default: value }] of Object.entries(options))
      lines.push(`    ${option}=<${kind}>  ${meaning} (default ${String(value)})`);
  }
  return `${lines.join('\n')}\n`;
}
