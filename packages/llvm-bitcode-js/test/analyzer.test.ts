import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { Abbreviation, array, BitstreamWriter, char6, fixed, literal, OperandList } from '../src/index.js';
import { runCommand } from '../src/command/run-command.js';
import { assemble, assemblers, compiledNames, inTemporaryDirectory, sampleNames, wrap } from './bitcode-samples.js';
import type { Assembler } from './bitcode-samples.js';

/** What the command prints, and its status. */
function answer(...args: string[]): { status: number; stdout: string; stderr: string } {
  let stdout = '';
  let stderr = '';
  const status = runCommand(args, {
    out: (bytes) => (stdout += Buffer.from(bytes).toString('latin1')),
    error: (text) => (stderr += text),
  });
  return { status, stdout, stderr };
}

/** Expects the same bytes of ours and of LLVM's analyzer. */
function expectSame(file: string, options: readonly string[]): void {
  const ours = answer('dump', ...options.map((option) => `--${option}`), file);
  const theirs = askOracle('llvm-bcanalyzer-19', ['-dump', ...options.map((option) => `-${option}`), file]);
  expect(theirs.stderr).toBe('');
  expect(ours.stderr).toBe('');
  expect(ours.stdout).toBe(theirs.stdout);
}

const optionSets = [[], ['dump-blockinfo', 'non-symbolic'], ['show-binary-blobs', 'disable-histogram']];

describeWithOracles('dump', ['llvm-bcanalyzer-19', ...Object.keys(assemblers)], () => {
  const cases = sampleNames.flatMap((sample) =>
    (Object.keys(assemblers) as Assembler[]).map((assembler) => [sample, assembler] as const),
  );

  it.each(cases)('prints of %s.ll, made by %s, what llvm-bcanalyzer prints', (sample, assembler) => {
    inTemporaryDirectory((directory) => {
      const file = assemble(sample, assembler, directory);
      for (const options of optionSets) expectSame(file, options);
    });
  });

  it.each(compiledNames)('prints of %s.ll what llvm-bcanalyzer prints', (sample) => {
    inTemporaryDirectory((directory) => {
      for (const assembler of ['llvm-as-19', 'llvm-as-22'] as const) expectSame(assemble(sample, assembler, directory), []);
    });
  });

  it('prints a wrapper header', () => {
    inTemporaryDirectory((directory) => {
      expectSame(wrap(assemble('constants', 'llvm-as-19', directory)), []);
    });
  });

  it('prints the names that a stream gives its blocks and records', () => {
    inTemporaryDirectory((directory) => {
      for (const signature of ['BC\u00c0\u00de', 'RMRK', 'CPCH', 'DIAG', 'none']) {
        const file = join(directory, 'named.bc');
        writeFileSync(file, namedStream(signature));
        expectSame(file, ['dump-blockinfo']);
      }
    });
  });

  it('prints the summary alone', () => {
    inTemporaryDirectory((directory) => {
      const file = assemble('functions', 'llvm-as-19', directory);
      expect(answer('summary', file).stdout).toBe(askOracle('llvm-bcanalyzer-19', [file]).stdout);
    });
  });
});

/** A stream that describes its own blocks, with numbers and literals of 64 bits. */
function namedStream(signature: string): Uint8Array {
  const writer = new BitstreamWriter([...Buffer.from(signature, 'latin1')]);
  writer.writeBlockInfo([
    {
      blockId: 9,
      name: 'COLOURS',
      recordNames: new Map([[1, 'RED']]),
      abbreviations: [new Abbreviation([literal(1), literal(2n ** 64n - 3n), array(char6)])],
    },
    { blockId: 2, name: 'RESERVED', abbreviations: [] },
  ]);
  for (const blockId of [9, 2, 300]) {
    writer.enterBlock(blockId, 4);
    if (blockId === 9) writer.record(1, OperandList.of([2n ** 64n - 3n, 97]), 4);
    const id = writer.defineAbbreviation([fixed(9), array(fixed(9))]);
    writer.record(1, [2 ** 53 - 1, 7]);
    writer.record(300, [65 + 256, 66], id);
    writer.record(2, [], id);
    writer.exitBlock();
  }
  return writer.toBytes();
}

describe('llvm-bitcode-js', () => {
  it('says what it can do', () => {
    expect(answer('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('dump') as unknown });
  });

  it('says what is wrong with its arguments, with status 2', () => {
    expect(answer().stderr).toBe('llvm-bitcode-js: a command is missing; try --help\n');
    expect(answer('undump', 'x.bc').stderr).toContain("no command 'undump'");
    expect(answer('dump').stderr).toContain("'dump' takes one file");
    expect(answer('dump', 'a.bc', 'b.bc').status).toBe(2);
    expect(answer('dump', '--nonsense', 'a.bc').stderr).toContain('nonsense');
  });

  it('says what is wrong with a file, with status 1', () => {
    expect(answer('dump', 'missing.bc')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'missing.bc: error: no such file\n',
    });
    expect(answer('dump', import.meta.dirname).stderr).toContain('is a directory');
    inTemporaryDirectory((directory) => {
      const file = join(directory, 'text.bc');
      writeFileSync(file, 'This is no bitcode, but text');
      expect(answer('dump', file).stderr).toMatch(/text\.bc: error: bit \d+ \(byte 0x[0-9a-f]+\): /);
    });
  });

  it('names the codes of zkLLVM where it is told to', () => {
    const writer = new BitstreamWriter();
    writer.enterBlock(17, 3);
    writer.record(27, [0]);
    writer.exitBlock();
    inTemporaryDirectory((directory) => {
      const file = join(directory, 'field.bc');
      writeFileSync(file, writer.toBytes());
      expect(answer('dump', '--zkllvm', file).stdout).toContain('<GALOIS_FIELD op0=0/>');
      expect(answer('dump', file).stdout).toContain('<UnknownCode27 op0=0/>');
    });
  });
});
