/** Codes of the punctuation characters of LLVM IR. */
export const Punctuation = {
  equals: 0x3d,
  comma: 0x2c,
  star: 0x2a,
  bar: 0x7c,
  openParenthesis: 0x28,
  closeParenthesis: 0x29,
  openSquare: 0x5b,
  closeSquare: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  less: 0x3c,
  greater: 0x3e,
} as const;
