import { explainModel, readModel, type NestExplanation, type Toolkit } from '@mlir2zk/lowering';
import type { Command } from '../command.js';
import { exitCode, type Io } from '../io.js';
import { readModelSource } from '../model-source.js';

interface ExplainArguments {
  readonly file: string;
  readonly json: boolean;
}

/** `mlir2zk explain`: what each loop nest of a model was recognised as, or why it was not. */
export const explain: Command = {
  register: (yargs, run, { toolkit }) =>
    yargs.command<ExplainArguments>(
      'explain <file>',
      'Say of each loop nest which layer it is, or why it is none',
      (command) =>
        command
          .positional('file', { type: 'string', demandOption: true, describe: 'MLIR file of the model; - is standard input' })
          .option('json', { type: 'boolean', default: false, describe: 'Print JSON' })
          .example('$0 explain model.mlir', ''),
      (args) => run((io) => explainFile(args, toolkit, io)),
    ),
};

async function explainFile(args: ExplainArguments, toolkit: Toolkit, io: Io): Promise<number> {
  const source = await readModelSource(io, args.file);
  const explanations = explainModel(readModel(source, toolkit.createContext()));
  io.stdout(args.json ? jsonText(source.name, explanations) : explanations.map((nest) => `${textOf(source.name, nest)}\n`).join(''));
  return exitCode.ok;
}

function jsonText(file: string, explanations: readonly NestExplanation[]): string {
  const objects = explanations.map(({ lines, ...explanation }) => ({
    ...explanation,
    sourceRange: { file, firstLine: lines.first, lastLine: lines.last },
  }));
  return `${JSON.stringify(objects, null, 2)}\n`;
}

function textOf(file: string, { op, parameters, lines, reason, closest, reasonLine }: NestExplanation): string {
  const place = lines.first === lines.last ? `${file}:${lines.first}` : `${file}:${lines.first}-${lines.last}`;
  if (reason !== undefined) {
    const near = closest === undefined ? '' : `; closest is ${closest}`;
    const at = reasonLine === undefined ? '' : ` (line ${reasonLine})`;
    return `${place}: ${op}: not recognised${near}: ${reason}${at}`;
  }
  const attributes = Object.entries(parameters).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return `${place}: ${op}${attributes.length === 0 ? '' : ` {${attributes.join(', ')}}`}`;
}
