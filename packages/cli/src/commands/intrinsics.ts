import type { Intrinsic } from '@mlir2zk/zk-intrinsics';
import type { Command } from '../command.js';
import { exitCode } from '../io.js';

/** `mlir2zk intrinsics`: the layers that are recognised, and what their circuits prove. */
export const intrinsics: Command = {
  register: (yargs, run, { toolkit: { intrinsics: known } }) =>
    yargs.command<{ readonly json: boolean }>(
      'intrinsics',
      'List the zk intrinsics: the layers that are recognised',
      (command) => command.option('json', { type: 'boolean', default: false, describe: 'Print JSON' }),
      ({ json }) =>
        run((io) => {
          io.stdout(json ? `${JSON.stringify(known.map(describe), null, 2)}\n` : known.map(asText).join('\n'));
          return exitCode.ok;
        }),
    ),
};

function describe({ name, summary, formal, operands, attributes, results }: Intrinsic): object {
  return { name: `zkml.${name}`, summary, formal, operands, attributes, results };
}

function asText({ name, summary, formal, operands, attributes, results }: Intrinsic): string {
  const lines = [`zkml.${name}`, `    ${summary}`, `    proves  ${formal}`];
  for (const { name: array, summary: meaning, optional } of operands)
    lines.push(`    in   ${array}  ${meaning}${optional === true ? ' (optional)' : ''}`);
  for (const { name: array, summary: meaning } of results) lines.push(`    out  ${array}  ${meaning}`);
  for (const [attribute, { summary: meaning }] of Object.entries(attributes)) lines.push(`    ${attribute}  ${meaning}`);
  return `${lines.join('\n')}\n`;
}
