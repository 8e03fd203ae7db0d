import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mlir2zk } from '../mlir2zk.js';

/*
 * A tutorial is Markdown whose code blocks are executed: ```js file=NAME (any language) is written to a file of that name,
 * and in a ```console block each line `$ mlir2zk …` is run and must print the lines behind it. They share one folder.
 */

/** What a command of a tutorial prints, according to the text and in fact. */
export interface Transcript {
  readonly command: string;
  readonly told: string;
  readonly printed: string;
}

/** A tutorial that has been executed. */
export interface ExecutedTutorial {
  /** The folder with its files. */
  readonly folder: string;
  readonly transcripts: readonly Transcript[];
  /** The text, with what the commands printed in fact. */
  readonly corrected: string;
}

const codeBlock = /^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm;

/** Executes the code blocks of `text`, in order, in a new folder. Throws an Error for a command that is not `mlir2zk`. */
export async function executeTutorial(text: string): Promise<ExecutedTutorial> {
  const folder = mkdtempSync(join(tmpdir(), 'mlir2zk-tutorial-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const transcripts: Transcript[] = [];
  let corrected = '';
  let end = 0;
  for (const match of text.matchAll(codeBlock)) {
    const [block, language, file, content] = match;
    corrected += text.slice(end, match.index);
    end = match.index + block.length;
    if (file !== undefined) writeFileSync(join(folder, file), content);
    if (language !== 'console') {
      corrected += block;
      continue;
    }
    const session = content.split(/^(?=\$ )/m);
    for (const [index, part] of session.entries()) {
      const line = part.slice(2, part.indexOf('\n'));
      const told = part.slice(part.indexOf('\n') + 1);
      const printed = await print(line, folder);
      transcripts.push({ command: line, told, printed });
      corrected += `${index === 0 ? '```console\n' : ''}$ ${line}\n${printed}`;
    }
    corrected += '```';
  }
  return { folder, transcripts, corrected: corrected + text.slice(end) };
}

/** What `line`, a command, prints on both streams; one line break at the end. */
async function print(line: string, cwd: string): Promise<string> {
  const [program, ...args] = (line.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) => word.replaceAll("'", ''));
  if (program !== 'mlir2zk') throw new Error(`a tutorial runs '${line}', which is no mlir2zk command`);
  const { stdout, stderr } = await mlir2zk(args, { cwd });
  const text = (stdout + stderr).trimEnd();
  return text === '' ? '' : `${text}\n`;
}
