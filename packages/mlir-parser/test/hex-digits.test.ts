import fc from 'fast-check';
import { createContext, denseElementsView, HexDigits, parseModule, printModule, printTo, SourceFile } from '../src/index.js';

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

describe('constants in hexadecimal', () => {
  const hex = Array.from({ length: 4000 }, (_, index) => (index % 251).toString(16).padStart(2, '0')).join('');
  const text = (digits: string): string => `module {
  "test.dense"() {value = dense<"0x${digits}"> : tensor<1000xf32>} : () -> ()
  "test.resource"() {value = dense_resource<key> : tensor<1000xf32>} : () -> ()
}

{-#
  dialect_resources: {
    builtin: {
      key: "0x04000000${digits}"
    }
  }
#-}
`;

  test('pass through as the bytes of the source, copied nowhere', () => {
    const source = new SourceFile('hex.mlir', text(hex.toUpperCase()));
    const module = parseModule(source, createContext());
    const pieces: Uint8Array[] = [];
    printTo({ write: (piece) => void pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece) }, module);
    expect(Buffer.concat(pieces).toString()).toBe(text(hex.toUpperCase()));
    expect(pieces.filter((piece) => piece.buffer === source.bytes.buffer).map((piece) => piece.length)).toEqual([8000, 8000]);
  });

  test('print in upper case however they were written, and decode when looked at', () => {
    const module = parseModule(new SourceFile('hex.mlir', text(hex)), createContext());
    const [dense, resource] = [...(module.region(0).entry?.operations() ?? [])].map((op) => op.attribute('value'));
    if (dense?.kind !== 'dense-elements' || resource?.kind !== 'dense-resource') throw new Error('not the attributes that were written');
    expect(Buffer.from(denseElementsView(dense).buffer, denseElementsView(dense).byteOffset, 4000).toString('hex')).toBe(hex);
    expect(Buffer.from(resource.resource.blob?.data ?? []).toString('hex')).toBe(hex);
    expect(printModule(module)).toBe(text(hex.toUpperCase()));
  });
});
