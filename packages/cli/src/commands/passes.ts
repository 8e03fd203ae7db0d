import { passRegistry } from '@mlir2zk/lowering';
import type { Command } from '../command.js';
import { exitCode } from '../io.js';

/** `mlir2zk passes`: what `opt` can run. */
export const passes: Command = {
  register: (yargs, run) =>
    yargs.command<{ readonly json: boolean }>(
      'passes',
      'List the passes and their options',
      (command) => command.option('json', { type: 'boolean', default: false, describe: 'Print JSON' }),
      ({ json }) =>
        run((io) => {
          io.stdout(json ? asJson() : asText());
          return exitCode.ok;
        }),
    ),
};

function asJson(): string {
  const list = passRegistry.list().map(({ name, summary, anchor, options }) => ({ name, summary, anchor: anchor ?? 'any', options }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(): string {
  const lines: string[] = [];
  for (const { name, summary, options } of passRegistry.list()) {
    lines.push(`--${name}`, `    ${summary}`);
    for (const [option, { kind, summary: meaning, default: value }] of Object.entries(options))
      lines.push(`    ${option}=<${kind}>  ${meaning} (default ${String(value)})`);
  }
  return `${lines.join('\n')}\n`;
}
