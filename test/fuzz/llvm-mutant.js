import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mutant } from './mutate.js';
import { randomIntegers } from './random.js';

const folders = ['compiled', 'bitcode-samples'].map((name) => join(import.meta.dirname, '../../packages/llvm-emit/test', name));

/** @typedef {{ readonly text: readonly Buffer[], readonly bitcode: readonly Buffer[] }} LlvmSeeds */

/**
 * The texts of llvm-emit's tests, and their bitcode.
 *
 * @param {import('./llvm-check.js').LlvmEmit} llvm
 * @returns {LlvmSeeds}
 */
export function llvmSeeds({ moduleBitcode, parseModuleText }) {
  const text = folders.flatMap((folder) =>
    readdirSync(folder).filter((file) => file.endsWith('.ll')).map((file) => readFileSync(join(folder, file))),
  );
  const bitcode = text.map((bytes) => Buffer.from(moduleBitcode(parseModuleText(bytes, 'seed.ll', { debugInfo: 'strip' }))));
  return { text, bitcode };
}

/**
 * Mutant `index` of `seed`, the same on every machine.
 *
 * @param {LlvmSeeds} seeds
 * @param {'text' | 'bitcode'} kind
 * @param {number} seed
 * @param {number} index
 * @returns {Uint8Array}
 */
export function llvmMutant(seeds, kind, seed, index) {
  const random = randomIntegers(Math.imul(seed, 0x9e3779b1) + index);
  if (kind === 'text') return mutant(seeds.text, random);
  /** @type {Buffer} */
  let bytes = Buffer.from(seeds.bitcode[random(seeds.bitcode.length)] ?? []);
  for (let step = random(4); step >= 0; step--) bytes = changedBits(bytes, random);
  return bytes;
}

/** Bytes behind the signature, which is left as it is in most mutants: without it nothing is read. */
const SIGNATURE = 4;

/**
 * @param {Buffer} bytes
 * @param {(below: number) => number} random
 * @returns {Buffer}
 */
function changedBits(bytes, random) {
  const at = SIGNATURE + random(Math.max(1, bytes.length - SIGNATURE));
  const changed = Buffer.from(bytes);
  switch (random(8)) {
    case 0:
      return changed.subarray(0, random(20) === 0 ? random(bytes.length + 1) : at);
    case 1:
      changed.writeUInt8(random(256), Math.min(at, bytes.length - 1));
      return changed;
    case 2: {
      // A word put in, taken out or doubled keeps what follows aligned.
      const word = at & ~3;
      return Buffer.concat([changed.subarray(0, word), changed.subarray(word + 4 * (random(3) - 1))]);
    }
    case 3:
      if (bytes.length > 8) changed.writeUInt32LE(random(2) === 0 ? 0xffff_ffff : random(256), Math.min(at & ~3, bytes.length - 4));
      return changed;
    default:
      if (bytes.length > 0) changed[Math.min(at, bytes.length - 1)] ^= 1 << random(8);
      return changed;
  }
}
