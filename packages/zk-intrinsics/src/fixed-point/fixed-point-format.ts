/**
 * Fixed point `I.F`: a real r is the integer v = round(r·2^F), and a value that was rescaled to F
 * fraction bits has |v| < 2^(I+F−1); I counts the sign.
 */
export interface FixedPointFormat {
  /** I, 2 to 32. */
  readonly integerBits: number;
  /** F, 1 to 32. */
  readonly fractionBits: number;
}

export const defaultFixedPointFormat: FixedPointFormat = { integerBits: 16, fractionBits: 16 };

/**
 * Reads `16.16`.
 *
 * @throws RangeError, fit for the user, if the text is no such format or a number is out of range
 */
export function parseFixedPointFormat(text: string): FixedPointFormat {
  const match = /^(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (match === null) {
    throw new RangeError(
      `'${text}' is not a fixed-point format: expected two numbers such as 16.16`,
    );
  }
  const integerBits = Number(match[1]);
  const fractionBits = Number(match[2]);
  if (integerBits < 2 || integerBits > 32) {
    throw new RangeError(
      `fixed-point format '${text}': the integer bits (with sign) must be 2 to 32`,
    );
  }
  if (fractionBits < 1 || fractionBits > 32) {
    throw new RangeError(`fixed-point format '${text}': the fraction bits must be 1 to 32`);
  }
  return { integerBits, fractionBits };
}
