import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/main.js';
import { BufferIo } from './buffer-io.js';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'mlir2zk-cli-'))));
afterEach(() => rmSync(directory, { recursive: true }));

/** Writes a file into the working directory of {@link run}, new for each test: text as it is, objects as JSON. Returns its name. */
export function file(name: string, content: string | object): string {
  writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

/** Runs the command in that directory. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = new BufferIo(directory);
  const code = await main(args, io);
  return { code, out: io.out, err: io.err };
}
