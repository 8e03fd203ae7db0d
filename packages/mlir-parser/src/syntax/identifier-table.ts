/**
 * Turns spans of ASCII bytes into strings, each distinct span once: MLIR text repeats the same few thousand names, and
 * decoding them again for each token would be most of the lexer's time.
 */
export class IdentifierTable {
  private capacity = 1 << 10;
  private names: (string | undefined)[] = new Array<string | undefined>(this.capacity).fill(undefined);
  private hashes = new Int32Array(this.capacity);
  private count = 0;

  /** The string of bytes `[start, end)`, one UTF-16 unit a byte. */
  text(bytes: Uint8Array, start: number, end: number): string {
    let hash = (end - start) | 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + bytes[at]) | 0;
    hash ^= hash >>> 15;
    const mask = this.capacity - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const name = this.names[slot];
      if (name === undefined) return this.insert(slot, hash, bytes, start, end);
      if (this.hashes[slot] === hash && spells(name, bytes, start, end)) return name;
    }
  }

  private insert(slot: number, hash: number, bytes: Uint8Array, start: number, end: number): string {
    const name = latin1(bytes, start, end);
    this.names[slot] = name;
    this.hashes[slot] = hash;
    if (++this.count * 2 > this.capacity) this.grow();
    return name;
  }

  private grow(): void {
    const { names, hashes } = this;
    this.capacity *= 4;
    this.names = new Array<string | undefined>(this.capacity).fill(undefined);
    this.hashes = new Int32Array(this.capacity);
    const mask = this.capacity - 1;
    for (const [old, name] of names.entries()) {
      if (name === undefined) continue;
      let slot = hashes[old] & mask;
      while (this.names[slot] !== undefined) slot = (slot + 1) & mask;
      this.names[slot] = name;
      this.hashes[slot] = hashes[old];
    }
  }
}

function spells(name: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}

/** Bytes as a string of one UTF-16 unit each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  // Chunks keep the argument list of `fromCharCode` short.
  for (let at = start; at < end; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 4096)));
  return text;
}
