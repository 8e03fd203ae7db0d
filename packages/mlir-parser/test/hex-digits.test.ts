import fc from 'fast-check';
import { HexDigits } from '../src/index.js';

const hexString = fc.array(fc.constantFrom(...'0123456789abcdefABCDEF'), { maxLength: 40 }).map((digits) => digits.join(''));
const pad = fc.integer({ min: 0, max: 3 });

function scan(text: string, before: number): HexDigits | number {
  const bytes = Buffer.from(`${'x'.repeat(before)}${text}x`);
  return HexDigits.scan(new Uint8Array(bytes), before, before + text.length);
}

describe('hexadecimal digits of a source text', () => {
  test('decode to what Node makes of them, at any address', () => {
    fc.assert(fc.property(hexString, pad, (text, before) => {
      const digits = scan(text, before);
      if (text.length % 2 !== 0) return expect(digits).toBe(before + text.length);
      if (typeof digits === 'number') throw new Error('not accepted');
      const expected = Buffer.from(text, 'hex');
      expect(Buffer.from(digits.decode())).toEqual(expected);
      expect(digits.length).toBe(expected.length);
      expected.forEach((byte, index) => expect(digits.byte(index)).toBe(byte));
      expect(Buffer.concat([...digits.upperCase()]).toString()).toBe(text.toUpperCase());
      const half = expected.length >> 1;
      expect(Buffer.from(digits.subarray(1, 1 + half).decode())).toEqual(expected.subarray(1, 1 + half));
    }));
  });

  test('the first byte that is no digit is found', () => {
    fc.assert(fc.property(hexString, pad, fc.nat(39), fc.constantFrom(...'gG/:@`\0 "é'.slice(0, 9)), (text, before, place, wrong) => {
      if (text.length === 0) return;
      const at = place % text.length;
      const broken = text.slice(0, at) + wrong + text.slice(at + 1);
      expect(scan(broken, before)).toBe(text.length % 2 === 0 ? before + at : before + text.length);
    }));
  });

  test('repetition is told', () => {
    const digits = scan('0102030401020304', 1);
    expect(digits instanceof HexDigits && [4, 2, 8, 3].map((period) => digits.repeats(period))).toEqual([true, false, true, false]);
  });
});
