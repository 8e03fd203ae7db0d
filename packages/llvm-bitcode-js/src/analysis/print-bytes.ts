/** What C's `isprint` says of a byte in the "C" locale. */
function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

export function allPrintable(bytes: Uint8Array): boolean {
  return bytes.every(isPrintable);
}

const latin1 = new TextDecoder('latin1');

export function asText(bytes: Uint8Array): string {
  return latin1.decode(bytes);
}

const escapes = new Map([
  [0x5c, '\\\\'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x22, '\\"'],
]);

/** The bytes with escapes for what is not printable, `\xAB` where there is no letter for it. */
export function escaped(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text +=
      escapes.get(byte) ??
      (isPrintable(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  return text;
}
