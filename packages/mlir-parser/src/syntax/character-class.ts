/** What a token that starts with a byte is; see `tokenStarts`. */
export const TokenStart = {
  other: 0,
  letter: 1,
  digit: 2,
  /** One of `@ # ! % ^`, which start names. */
  sigil: 3,
  /** Punctuation of one byte that starts no longer token (but for `{-#`). */
  single: 4,
} as const;

/** Sets of bytes that continue tokens, as bits of `characterSets`. */
export const CharacterSet = {
  /** `[a-zA-Z0-9_.$]` */
  identifierPart: 1,
  /** `[a-zA-Z0-9_.$-]` */
  suffixPart: 2,
  /** `[0-9]` */
  digit: 4,
  /** `[0-9a-fA-F]` */
  hexDigit: 8,
} as const;

/** By byte: a `TokenStart`. */
export const tokenStarts = new Uint8Array(256);
/** By byte: the bits of the `CharacterSet`s that it is in. */
export const characterSets = new Uint8Array(256);

function mark(characters: string, start: number, sets: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    if (start !== TokenStart.other) tokenStarts[code] = start;
    characterSets[code] |= sets;
  }
}

const { identifierPart, suffixPart, digit, hexDigit } = CharacterSet;
const lower = 'abcdefghijklmnopqrstuvwxyz';
mark(lower + lower.toUpperCase() + '_', TokenStart.letter, identifierPart | suffixPart);
mark('0123456789', TokenStart.digit, identifierPart | suffixPart | digit | hexDigit);
mark('abcdefABCDEF', TokenStart.other, hexDigit);
mark('.$', TokenStart.other, identifierPart | suffixPart);
mark('-', TokenStart.other, suffixPart);
mark('@#!%^', TokenStart.sigil, 0);
mark('()[]{}<>,=*+?|', TokenStart.single, 0);
