import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createContext, parseModule, printModule, SourceFile } from '@mlir2zk/mlir-parser';
import { corpusFile, readCorpusIndex } from '../corpus-index.js';
import { exitCode, mlir2zk } from '../mlir2zk.js';
import { askOracle, describeWithOracles } from '../oracle.js';

const root = join(import.meta.dirname, '../..');
const splitMarker = '// -----\n';

/** Ways to print a module: flags that both commands know. */
const forms: Readonly<Record<string, readonly string[]>> = {
  pretty: [],
  generic: ['--mlir-print-op-generic'],
};

function filesOf(corpusTests: ReturnType<typeof readCorpusIndex>): string[] {
  return corpusTests.flatMap((test) => ['O0.mlir', 'O0nofuse.mlir'].flatMap((extension) => corpusFile(test, extension) ?? []));
}

function mlirFilesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mlir'))
    .map((path) => join(root, folder, path))
    .sort();
}

const index = readCorpusIndex();
const rejectedByMlirOpt = filesOf(index.filter((test) => !test.acceptedByMlirOpt));
const accepted = [
  ...filesOf(index.filter((test) => test.acceptedByMlirOpt)),
  ...mlirFilesBelow('test/syntax'),
  ...mlirFilesBelow('examples'),
];

/** What `mlir-opt-19` prints for each file, from one run of it over all of them. */
function mlirOptPrints(files: readonly string[], flags: readonly string[]): Map<string, string> {
  const input = files.map((file) => readFileSync(file, 'utf8')).join(`\n${splitMarker}`);
  const answer = askOracle('mlir-opt-19', ['--allow-unregistered-dialect', '--split-input-file', ...flags], input);
  const modules = answer.stdout.split(splitMarker);
  if (answer.status !== 0 || modules.length !== files.length) {
    throw new Error(`mlir-opt-19 rejects a file:\n${answer.stderr.slice(0, 2000)}`);
  }
  return new Map(files.map((file, position) => [file, modules[position] ?? '']));
}

/** What our command prints for a file. */
async function print(file: string, flags: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await mlir2zk(['opt', file, ...flags]);
  if (status !== exitCode.ok) throw new Error(stderr);
  return stdout;
}

/** What the library prints for a text, without the command around it. */
function reprinted(text: Uint8Array, generic: boolean): string {
  return printModule(parseModule(new SourceFile('corpus.mlir', text), createContext()), { generic });
}

/** `form file` of the files that we print otherwise than mlir-opt, with the reason. */
const knownDifferences = new Map(
  readFileSync(join(import.meta.dirname, 'known-differences.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [form, file, reason = ''] = row.split('\t');
      return [`${form} ${file}`, reason];
    }),
);

const cases = (form: string, files: readonly string[]) =>
  files.map((file) => ({ file, name: relative(root, file), reason: knownDifferences.get(`${form} ${relative(root, file)}`) }));

describe.each(Object.entries(forms))('printed %s', (form, flags) => {
  describeWithOracles('equals what mlir-opt-19 prints', ['mlir-opt-19'], () => {
    let expected: Map<string, string>;
    beforeAll(() => {
      expected = mlirOptPrints(accepted, flags);
    });

    const known = cases(form, accepted).filter(({ reason }) => reason !== undefined);
    const equal = cases(form, accepted).filter(({ reason }) => reason === undefined);

    test.each(equal)('$name', async ({ file }) => {
      expect(await print(file, flags)).toBe(expected.get(file));
    });

    // A file that has become equal must leave the list, so that it stays equal.
    if (known.length > 0) {
      test.each(known)('$name but for: $reason', async ({ file }) => {
        expect(await print(file, flags).catch(String)).not.toBe(expected.get(file));
      });
    }

    test('for at least 95 % of the files', () => {
      process.stderr.write(`conformance, ${form}: ${equal.length} of ${accepted.length} files as mlir-opt-19 prints them\n`);
      expect(equal.length).toBeGreaterThanOrEqual(0.95 * accepted.length);
    });
  });
});

test.each([...accepted, ...rejectedByMlirOpt].map((file) => ({ file, name: relative(root, file) })))(
  'parses back to the same: $name',
  ({ file }) => {
    for (const generic of [false, true]) {
      const once = reprinted(readFileSync(file), generic);
      expect(reprinted(Buffer.from(once), generic)).toBe(once);
    }
  },
);

test('the list of known differences names files that exist, with reasons', () => {
  const names = new Set(Object.keys(forms).flatMap((form) => accepted.map((file) => `${form} ${relative(root, file)}`)));
  for (const [name, reason] of knownDifferences) {
    expect(names).toContain(name);
    expect(reason).not.toBe('');
  }
});
