import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askOracle } from '../oracle.js';

/** Versions of LLVM that read what is written here. */
const versions = ['16', '19', '22'] as const;

/** Tools that {@link requireAcceptance} and {@link requireSameModule} ask. */
export const stockTools = [
  'llvm-as-16', 'llvm-as-19', 'llvm-as-22', 'opt-19', 'llvm-dis-16', 'llvm-dis-19', 'llvm-dis-22', 'llvm-bcanalyzer-19',
];

function ask(command: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = askOracle(command, args, input);
  if (status !== 0) throw new Error(`${command}: ${stderr.trim()}`);
  return stdout;
}

/** Throws an Error unless `llvm-as-16`, `llvm-as-19` and LLVM's verifier accept the module `text`. */
export function requireAcceptance(text: string): void {
  for (const version of ['16', '19']) ask(`llvm-as-${version}`, ['-o', '/dev/null', '-'], text);
  ask('opt-19', ['-passes=verify', '-disable-output', '-'], text);
}

/** Throws an Error unless each version of LLVM reads the same module from `bitcode` and from `text`. */
export function requireSameModule(text: string, bitcode: Uint8Array): void {
  const path = join(tmpdir(), `differential-${process.pid}.bc`);
  try {
    writeFileSync(path, bitcode);
    ask('llvm-bcanalyzer-19', [path]);
    const fromBitcode = versions.map((version) => withoutName(ask(`llvm-dis-${version}`, ['-o', '-', path])));
    for (const [i, version] of versions.entries()) {
      ask(`llvm-as-${version}`, ['-o', path, '-'], text);
      const fromText = withoutName(ask(`llvm-dis-${version}`, ['-o', '-', path]));
      if (fromText !== fromBitcode[i]) throw new Error(`LLVM ${version} reads another module from bitcode: ${firstDifference(fromText, fromBitcode[i])}`);
    }
  } finally {
    rmSync(path, { force: true });
  }
}

/** The first line names the file. */
function withoutName(text: string): string {
  return text.slice(text.indexOf('\n') + 1);
}

function firstDifference(a: string, b: string): string {
  const [linesA, linesB] = [a.split('\n'), b.split('\n')];
  const at = linesA.findIndex((line, i) => line !== linesB[i]);
  return `line ${at + 2}: ${linesA[at]} — ${linesB[at] ?? 'nothing'}`;
}

