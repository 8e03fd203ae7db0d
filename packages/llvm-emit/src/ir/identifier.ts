/** A name that LLVM prints without quotes. */
const PLAIN = /^[-a-zA-Z$._][-a-zA-Z$._0-9]*$/;
const encoder = new TextEncoder();

/** Begins what stands for the name of something that has only a number in the text; no name begins so. */
const UNNAMED = '\0';

/** What stands for the name of the global or struct with that number, `@0` or `%0`. */
export function unnamed(number: number): string {
  return `${UNNAMED}${number}`;
}

export function isUnnamed(name: string): boolean {
  return name.startsWith(UNNAMED);
}

/** `%name`, quoted where LLVM quotes. */
export function localName(name: string): string {
  return `%${quotedUnlessPlain(name)}`;
}

/** `@name`, quoted where LLVM quotes. */
export function globalName(name: string): string {
  return `@${quotedUnlessPlain(name)}`;
}

function quotedUnlessPlain(name: string): string {
  if (isUnnamed(name)) return name.slice(UNNAMED.length);
  return PLAIN.test(name) ? name : `"${escapeBytes(encoder.encode(name))}"`;
}

/** The bytes as LLVM writes them between quotes: printable ASCII as it is, everything else as `\XX`. */
export function escapeBytes(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    text += plain ? String.fromCharCode(byte) : `\\${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return text;
}
