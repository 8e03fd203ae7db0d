import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyze } from '../analysis/analyzer.js';
import { BitstreamError } from '../bitstream/bitstream-error.js';

/** Where a command writes; bytes of the text are its characters. */
export interface CommandOutput {
  readonly out: (bytes: Uint8Array) => void;
  readonly error: (text: string) => void;
}

const USAGE = `Usage: llvm-bitcode-js <command> [options] <file>

Commands:
  dump     every block and record, and the summary: what \`llvm-bcanalyzer -dump\` prints
  summary  sizes and frequencies of blocks and records: what \`llvm-bcanalyzer\` prints

Options:
  --dump-blockinfo     dump the records of BLOCKINFO blocks too
  --non-symbolic       print numbers of blocks and record codes beside their names
  --show-binary-blobs  print all bytes of blobs, escaped
  --disable-histogram  leave the frequencies of records out of the summary
  --zkllvm             name the record codes of zkLLVM instead of those of LLVM 19
  -h, --help           print this text
`;

const OPTIONS = {
  'dump-blockinfo': { type: 'boolean' },
  'non-symbolic': { type: 'boolean' },
  'show-binary-blobs': { type: 'boolean' },
  'disable-histogram': { type: 'boolean' },
  zkllvm: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Runs `llvm-bitcode-js`. Returns its exit status: 1 for a file that cannot be read, 2 for wrong use. */
export function runCommand(args: readonly string[], output: CommandOutput): number {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return misuse(output, (error as Error).message); // parseArgs throws nothing but errors
  }
  const { values, positionals } = parsed;
  if (values.help === true) {
    output.out(Buffer.from(USAGE));
    return 0;
  }
  const [command, file, ...more] = positionals;
  if (command !== 'dump' && command !== 'summary') {
    return misuse(output, command === undefined ? 'a command is missing' : `there is no command '${command}'`);
  }
  if (file === undefined || more.length > 0) return misuse(output, `'${command}' takes one file`);
  const bytes = readInput(file, output);
  if (bytes === undefined) return 1;
  const options = {
    dump: command === 'dump',
    dumpBlockinfo: values['dump-blockinfo'] === true,
    nonSymbolic: values['non-symbolic'] === true,
    showBinaryBlobs: values['show-binary-blobs'] === true,
    disableHistogram: values['disable-histogram'] === true,
    zkllvm: values.zkllvm === true,
  };
  try {
    analyze(bytes, file, options, (part) => {
      output.out(Buffer.from(part, 'latin1'));
    });
    return 0;
  } catch (error) {
    if (!(error instanceof BitstreamError)) throw error;
    output.error(`${file}: error: ${error.message}\n`);
    return 1;
  }
}

/** The file's bytes, or undefined after saying why there are none. */
function readInput(file: string, output: CommandOutput): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // reading a file throws nothing else
    const problems = new Map([
      ['ENOENT', 'no such file'],
      ['EISDIR', 'is a directory'],
    ]);
    output.error(`${file}: error: ${problems.get(code ?? '') ?? message}\n`);
    return undefined;
  }
}

function misuse(output: CommandOutput, problem: string): number {
  output.error(`llvm-bitcode-js: ${problem}; try --help\n`);
  return 2;
}
