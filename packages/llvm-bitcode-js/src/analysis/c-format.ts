/** Digits behind the last one printed, enough to see whether a double lies exactly between two neighbours. */
const BEYOND = 40;

/** C's `%.<digits>f` for 1 or more digits: unlike `toFixed`, a value exactly between two neighbours goes to the even one. */
export function fixedText(value: number, digits: number): string {
  const exact = value.toFixed(digits + BEYOND);
  return halfToEven(value.toFixed(digits), exact, exact.indexOf('.') + 1 + digits);
}

/** C's `%.6e`: at least two digits of exponent, and {@link fixedText}'s rounding. */
export function exponentText(value: number): string {
  const [digits, exponent] = value.toExponential(6).split('e');
  const [exact] = value.toExponential(6 + BEYOND).split('e');
  const sign = exponent.startsWith('-') ? '-' : '+';
  return `${halfToEven(digits, exact, 8)}e${sign}${exponent.replace(/^[+-]/, '').padStart(2, '0')}`;
}

/**
 * @param rounded decimal digits of a number, a tie rounded up
 * @param exact the same number with more digits
 * @param length characters of `exact` that have a counterpart in `rounded`
 */
function halfToEven(rounded: string, exact: string, length: number): string {
  const kept = exact.slice(0, length);
  const tie = /^50*$/.test(exact.slice(length));
  return tie && Number(kept.at(-1)) % 2 === 0 ? kept : rounded;
}
