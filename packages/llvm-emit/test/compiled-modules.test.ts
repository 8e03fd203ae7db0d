import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { findOracle } from '../../../scripts/oracles.js';
import { describeWithOracles } from '../../../test/oracle.js';
import { BitcodeError, moduleBitcode, moduleText, parseModuleText, readModuleBitcode, verifyModule } from '../src/index.js';

const directory = join(import.meta.dirname, 'compiled');
const files = readdirSync(directory).filter((file) => file.endsWith('.ll'));
const withDebugInfo = files.filter((file) => file.endsWith('.g.ll'));
const plain = files.filter((file) => !withDebugInfo.includes(file));

const read = (file: string): string => readFileSync(join(directory, file), 'utf8');

/** Runs a tool from bytes to bytes. */
function filtered(command: string, input: string | Uint8Array): Uint8Array {
  const { status, stdout, stderr } = spawnSync(findOracle(command) ?? command, ['-', '-o', '-'], { input, maxBuffer: 2 ** 28 });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  return stdout;
}

const assembled = (text: string): Uint8Array => filtered('llvm-as-19', text);

/** What llvm-dis prints of bitcode, without the names of its file. */
function disassembled(bitcode: Uint8Array): string {
  return Buffer.from(filtered('llvm-dis-19', bitcode)).toString().replace(/^(; ModuleID|source_filename) = .*\n/gm, '');
}

describe('what compilers print', () => {
  test.each(files)('%s is read without a finding, and written as the same text again', (file) => {
    const module = parseModuleText(read(file), file);
    expect(verifyModule(module)).toEqual([]);
    const text = moduleText(module);
    expect(moduleText(parseModuleText(text))).toBe(text);
  });

  test.each(withDebugInfo)('%s is read without its debug information where it is asked for', (file) => {
    expect(() => moduleBitcode(parseModuleText(read(file)))).toThrow(BitcodeError);
    const stripped = parseModuleText(read(file), file, { debugInfo: 'strip' });
    expect(verifyModule(stripped)).toEqual([]);
    expect(moduleText(stripped)).not.toMatch(/!DI|!dbg|#dbg|Debug Info Version/);
    expect(moduleText(readModuleBitcode(moduleBitcode(stripped)))).toBe(moduleText(stripped));
  });
});

describeWithOracles('what compilers print, to LLVM', ['llvm-as-19', 'llvm-dis-19'], () => {
  test.each(plain)('%s is the same module as our text, as our bitcode, and as we read it from bitcode', (file) => {
    const original = assembled(read(file));
    const expected = disassembled(original);
    const module = parseModuleText(read(file), file);
    expect(disassembled(assembled(moduleText(module)))).toBe(expected);
    expect(disassembled(moduleBitcode(module))).toBe(expected);
    expect(disassembled(assembled(moduleText(readModuleBitcode(original))))).toBe(expected);
  });

  test.each(withDebugInfo)('%s is the same module as our text', (file) => {
    const text = moduleText(parseModuleText(read(file), file));
    expect(disassembled(assembled(text))).toBe(disassembled(assembled(read(file))));
  });

  test.each(withDebugInfo)('%s is read from bitcode only where its debug information is to be stripped', (file) => {
    const bitcode = assembled(read(file));
    expect(() => readModuleBitcode(bitcode)).toThrow(/debug information in bitcode is not supported: strip it/);
    const stripped = readModuleBitcode(bitcode, { debugInfo: 'strip' });
    expect(verifyModule(stripped)).toEqual([]);
    const again = parseModuleText(read(file), file, { debugInfo: 'strip' });
    expect(stripped.functions.map((fn) => fn.instructionCount)).toEqual(again.functions.map((fn) => fn.instructionCount));
  });
});
