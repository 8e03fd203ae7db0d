/** How one value is written: with a fixed number of bits, in chunks with a continuation bit, or as one of 64 characters. */
export type ScalarEncoding =
  | { readonly kind: 'fixed'; readonly width: number }
  | { readonly kind: 'vbr'; readonly width: number }
  | { readonly kind: 'char6' };

/** One operand of an abbreviation. The first one is the record's code. */
export type AbbreviationOperand =
  /** A value that is part of the abbreviation and takes no bits in the record. */
  | { readonly kind: 'literal'; readonly value: bigint }
  | ScalarEncoding
  /** All remaining operands of the record; last. */
  | { readonly kind: 'array'; readonly element: ScalarEncoding }
  /** Bytes behind the operands, 32-bit aligned; last. */
  | { readonly kind: 'blob' };

export const literal = (value: number | bigint): AbbreviationOperand => ({ kind: 'literal', value: BigInt(value) });
export const fixed = (width: number): ScalarEncoding => ({ kind: 'fixed', width });
export const vbr = (width: number): ScalarEncoding => ({ kind: 'vbr', width });
export const char6: ScalarEncoding = { kind: 'char6' };
export const array = (element: ScalarEncoding): AbbreviationOperand => ({ kind: 'array', element });
export const blob: AbbreviationOperand = { kind: 'blob' };

/** The widest field that LLVM reads in one piece, in bits. */
export const MAX_FIELD_WIDTH = 32;

/**
 * The most operands that an abbreviation may have here; LLVM's own have at most 20. Literals take no bits in a record,
 * so without a limit a short file could describe an endless amount of operands.
 */
export const MAX_ABBREVIATION_OPERANDS = 256;

/** Numbers of the encodings in a definition of an abbreviation; a literal is told by a bit of its own. */
export const EncodingCode = { fixed: 1, vbr: 2, array: 3, char6: 4, blob: 5 } as const;

/** {@link EncodingCode}, and 0 for literals: the form in which abbreviations are interpreted. */
const LITERAL = 0;

/** How the operands that follow the scalar ones are written. */
export type AbbreviationTail = 'none' | 'array' | 'blob';

/** A layout of records, checked and in columns for its interpreters. */
export class Abbreviation {
  readonly operands: readonly AbbreviationOperand[];
  /** Number of operands, the code included, before the array or blob. */
  readonly scalarCount: number;
  readonly tail: AbbreviationTail;
  /** Per scalar: a value of {@link EncodingCode}, or 0 for a literal. */
  readonly codes: Uint8Array;
  /** Per scalar: bits of a fixed field or of a vbr chunk. */
  readonly widths: Uint8Array;
  readonly literalLow: Uint32Array;
  readonly literalHigh: Uint32Array;
  /** Encoding and width of array elements; 0 without an array. */
  readonly elementCode: number;
  readonly elementWidth: number;

  /** @throws RangeError if no record could be written with it */
  constructor(operands: readonly AbbreviationOperand[]) {
    const problem = abbreviationProblem(operands);
    if (problem !== undefined) throw new RangeError(problem);
    this.operands = operands;
    const last = operands[operands.length - 1];
    this.tail = last.kind === 'array' || last.kind === 'blob' ? last.kind : 'none';
    this.scalarCount = operands.length - (this.tail === 'none' ? 0 : 1);
    this.codes = new Uint8Array(this.scalarCount);
    this.widths = new Uint8Array(this.scalarCount);
    this.literalLow = new Uint32Array(this.scalarCount);
    this.literalHigh = new Uint32Array(this.scalarCount);
    for (let i = 0; i < this.scalarCount; i++) {
      const operand = operands[i];
      if (operand.kind === 'literal') {
        this.codes[i] = LITERAL;
        this.literalLow[i] = Number(operand.value & 0xffff_ffffn);
        this.literalHigh[i] = Number(operand.value >> 32n);
      } else {
        this.codes[i] = EncodingCode[operand.kind];
        this.widths[i] = widthOf(operand);
      }
    }
    this.elementCode = last.kind === 'array' ? EncodingCode[last.element.kind] : 0;
    this.elementWidth = last.kind === 'array' ? widthOf(last.element) : 0;
  }

  /** The code of its records if the abbreviation states it, as all of LLVM's but one do. */
  get literalCode(): number | undefined {
    return this.codes[0] === LITERAL ? this.literalLow[0] : undefined;
  }
}

/** Bits that one value takes at least; the array and the blob themselves count nothing. */
function widthOf(operand: AbbreviationOperand): number {
  return operand.kind === 'fixed' || operand.kind === 'vbr' ? operand.width : operand.kind === 'char6' ? 6 : 0;
}

/** Why `operands` is no abbreviation, or undefined if it is one. */
export function abbreviationProblem(operands: readonly AbbreviationOperand[]): string | undefined {
  if (operands.length === 0) return 'an abbreviation needs an operand for the record code';
  if (operands.length > MAX_ABBREVIATION_OPERANDS) {
    return `an abbreviation with ${operands.length} operands: at most ${MAX_ABBREVIATION_OPERANDS} are supported`;
  }
  for (const [index, operand] of operands.entries()) {
    const problem = operandProblem(operand, index, operands.length);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function operandProblem(operand: AbbreviationOperand, index: number, count: number): string | undefined {
  switch (operand.kind) {
    case 'literal':
      if (BigInt.asUintN(64, operand.value) !== operand.value) return `literal ${operand.value} does not fit 64 bits`;
      return index === 0 && operand.value >= 2n ** 32n ? `record code ${operand.value} does not fit 32 bits` : undefined;
    case 'fixed':
    case 'vbr':
    case 'char6':
      return scalarProblem(operand);
    case 'array':
    case 'blob':
      if (index === 0) return `an abbreviation starts with the record code, not with an ${operand.kind}`;
      if (index !== count - 1) return `operand ${index} of an abbreviation is an ${operand.kind}, but not the last one`;
      return operand.kind === 'array' ? scalarProblem(operand.element) : undefined;
  }
}

function scalarProblem(encoding: ScalarEncoding): string | undefined {
  if (encoding.kind === 'char6') return undefined;
  const { kind, width } = encoding;
  // A chunk of one bit would have no room beside its continuation bit.
  const least = kind === 'vbr' ? 2 : 1;
  return Number.isInteger(width) && width >= least && width <= MAX_FIELD_WIDTH
    ? undefined
    : `${kind} field of ${width} bits: ${least} to ${MAX_FIELD_WIDTH} are possible`;
}

const CHAR6 = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._';

/** Character codes of the 64 char6 values. */
export const char6Decoding: Uint8Array = Uint8Array.from(CHAR6, (character) => character.charCodeAt(0));

/** The char6 value of each character code, 255 where there is none. */
export const char6Encoding: Uint8Array = new Uint8Array(256).fill(255);
char6Decoding.forEach((character, value) => {
  char6Encoding[character] = value;
});

/** True if all bytes are letters, digits, `.` or `_`. */
export function isChar6(bytes: Uint8Array): boolean {
  return bytes.every((byte) => char6Encoding[byte] !== 255);
}
