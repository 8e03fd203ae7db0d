/** Bits of the chunks in which lengths are written. */
const CHUNK = 6;
const MORE = 1 << (CHUNK - 1);

const encoder = new TextEncoder();
const utf8 = new TextDecoder();

/** The strings of a METADATA_STRINGS record: their lengths, six bits at a time, up to `offset`, and then all characters. */
export function packStrings(texts: readonly string[]): { readonly offset: number; readonly bytes: Uint8Array } {
  const encoded = texts.map((text) => encoder.encode(text));
  const lengths: number[] = [];
  let word = 0;
  let used = 0;
  const put = (value: number): void => {
    word |= value << used;
    used += CHUNK;
    for (; used >= 8; used -= 8) {
      lengths.push(word & 0xff);
      word >>>= 8;
    }
  };
  for (const { length } of encoded) {
    let rest = length;
    for (; rest >= MORE; rest = Math.floor(rest / MORE)) put((rest % MORE) | MORE);
    put(rest);
  }
  if (used > 0) lengths.push(word & 0xff);
  while (lengths.length % 4 !== 0) lengths.push(0);
  const bytes = new Uint8Array(lengths.length + encoded.reduce((sum, { length }) => sum + length, 0));
  bytes.set(lengths);
  let at = lengths.length;
  for (const text of encoded) {
    bytes.set(text, at);
    at += text.length;
  }
  return { offset: lengths.length, bytes };
}

/** What {@link packStrings} wrote; undefined if the bytes do not hold `count` strings. */
export function unpackStrings(bytes: Uint8Array, offset: number, count: number): string[] | undefined {
  if (offset > bytes.length || count > offset * 8) return undefined;
  const texts: string[] = [];
  let bit = 0;
  let at = offset;
  for (let i = 0; i < count; i++) {
    let length = 0;
    for (let scale = 1; ; scale *= MORE) {
      if (bit + CHUNK > offset * 8 || scale > 2 ** 31) return undefined;
      const chunk = ((bytes[bit >> 3] | ((bytes[(bit >> 3) + 1] ?? 0) << 8)) >> (bit & 7)) & 63;
      bit += CHUNK;
      length += (chunk % MORE) * scale;
      if (chunk < MORE) break;
    }
    if (at + length > bytes.length) return undefined;
    texts.push(utf8.decode(bytes.subarray(at, at + length)));
    at += length;
  }
  return texts;
}
