const INITIAL_SLOTS = 1 << 10;

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of no bytes; {@link hashByte} extends it. */
export const emptyHash = OFFSET_BASIS | 0;

/** FNV-1a, one byte at a time, so that a scanner hashes while it scans. */
export function hashByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/**
 * Numbers byte strings from 0 in the order of their first appearance, without making a JavaScript string of a word that
 * is already known.
 */
export class WordTable {
  private slots = new Int32Array(INITIAL_SLOTS).fill(-1);
  private hashes = new Int32Array(INITIAL_SLOTS);
  private starts = new Uint32Array(INITIAL_SLOTS);
  private arena = new Uint8Array(INITIAL_SLOTS * 8);
  private arenaLength = 0;
  private readonly texts: string[] = [];

  get size(): number {
    return this.texts.length;
  }

  /** The word numbered `id`. */
  text(id: number): string {
    return this.texts[id];
  }

  /** The number of a word given as text. */
  intern(text: string): number {
    const bytes = new TextEncoder().encode(text);
    return this.internBytes(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
  }

  /** The number of `bytes[start, end)`, whose hash is `hash`. */
  internBytes(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot]; id >= 0; id = this.slots[slot]) {
      if (this.hashes[id] === hash && this.equals(id, bytes, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, start, end, hash, slot);
  }

  private equals(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.starts[id];
    if (this.starts[id + 1] - from !== end - start) return false;
    for (let i = start, j = from; i < end; i++, j++) {
      if (bytes[i] !== this.arena[j]) return false;
    }
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const id = this.texts.length;
    const length = end - start;
    if (this.arenaLength + length > this.arena.length) {
      const larger = new Uint8Array(2 * (this.arenaLength + length));
      larger.set(this.arena);
      this.arena = larger;
    }
    this.arena.set(bytes.subarray(start, end), this.arenaLength);
    this.starts[id] = this.arenaLength;
    this.arenaLength += length;
    this.starts[id + 1] = this.arenaLength;
    this.hashes[id] = hash;
    this.slots[slot] = id;
    this.texts.push(decoded(bytes.subarray(start, end)));
    if (2 * (id + 1) >= this.slots.length) this.grow();
    return id;
  }

  private grow(): void {
    const size = 2 * this.slots.length;
    const slots = new Int32Array(size).fill(-1);
    const hashes = new Int32Array(size);
    const starts = new Uint32Array(size);
    hashes.set(this.hashes);
    starts.set(this.starts);
    for (let id = 0; id < this.texts.length; id++) {
      let slot = hashes[id] & (size - 1);
      while (slots[slot] >= 0) slot = (slot + 1) & (size - 1);
      slots[slot] = id;
    }
    this.slots = slots;
    this.hashes = hashes;
    this.starts = starts;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = emptyHash;
  for (let i = start; i < end; i++) hash = hashByte(hash, bytes[i]);
  return hash;
}

const utf8 = new TextDecoder();
/** Longest name that is worth the arguments of one call. */
const SHORT = 64;

/** UTF-8 to text, with a quick way for the short ASCII names that nearly all are. */
function decoded(bytes: Uint8Array): string {
  if (bytes.length > SHORT) return utf8.decode(bytes);
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] >= 0x80) return utf8.decode(bytes);
    text += String.fromCharCode(bytes[i]);
  }
  return text;
}
