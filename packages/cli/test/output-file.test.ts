import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOutput, type Producer } from '../src/output-file.js';
import { BufferIo } from './buffer-io.js';

const chunks =
  (...list: readonly (string | Uint8Array)[]): Producer =>
  (write) => list.forEach((chunk) => write(chunk));

let folder: string;
let io: BufferIo;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlir2zk-'));
  io = new BufferIo(folder);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

test('chunks arrive in order, text and bytes alike', () => {
  writeOutput(io, 'a.txt', chunks('one ', Buffer.from('two'), ' three'));
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('one two three');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('- is standard output', () => {
  writeOutput(io, '-', chunks('text'));
  expect(io.out).toBe('text');
});

test('when the producer fails, the old file stays and nothing else is left', () => {
  writeFileSync(join(folder, 'a.txt'), 'old');
  const failing: Producer = (write) => {
    write('new');
    throw new Error('in the middle');
  };
  expect(() => writeOutput(io, 'a.txt', failing)).toThrow('in the middle');
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('a symbolic link is followed, not replaced', () => {
  writeFileSync(join(folder, 'target.txt'), 'old');
  symlinkSync(join(folder, 'target.txt'), join(folder, 'link.txt'));
  writeOutput(io, 'link.txt', chunks('new'));
  expect(readFileSync(join(folder, 'target.txt'), 'utf8')).toBe('new');
});

test('a device is written to, not replaced', () => {
  writeOutput(io, '/dev/null', chunks('gone'));
  expect(existsSync('/dev/null')).toBe(true);
});

test('a folder that is not there is a diagnostic', () => {
  expect(() => writeOutput(io, 'no/such/a.txt', chunks('x'))).toThrow(
    "error: cannot write 'no/such/a.txt': no such file or directory",
  );
});

test('a folder in place of the file is a diagnostic', () => {
  expect(() => writeOutput(io, '.', chunks('x'))).toThrow("error: cannot write '.': it is a directory");
});
