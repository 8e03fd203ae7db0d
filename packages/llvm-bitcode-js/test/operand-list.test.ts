import fc from 'fast-check';
import { OperandList } from '../src/index.js';

describe('OperandList', () => {
  it('keeps 64-bit numbers, signed ones in the form of LLVM', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n)), (values) => {
        const list = new OperandList(1);
        for (const value of values) list.pushSigned(value);
        expect(values.map((_, index) => list.signed(index))).toEqual(values);
        list.clear();
        for (const value of values) list.pushBigint(value);
        expect(values.map((_, index) => BigInt.asIntN(64, list.bigint(index)))).toEqual(values);
      }),
    );
  });

  it('writes a sign into the lowest bit', () => {
    const list = new OperandList();
    for (const value of [0, 5, -5, -(2 ** 52), 2 ** 52, -(2n ** 63n)]) list.pushSigned(value);
    expect(Array.from({ length: list.length }, (_, index) => list.bigint(index))).toEqual([
      0n, 10n, 11n, 2n ** 53n + 1n, 2n ** 53n, 1n,
    ]);
    expect(() => list.pushSigned(2n ** 63n)).toThrow('does not fit 64 bits');
  });

  it('takes doubles that are whole numbers', () => {
    const list = OperandList.of([2 ** 53 - 1, 2 ** 32, 0]);
    expect([0, 1, 2].map((index) => list.number(index))).toEqual([2 ** 53 - 1, 2 ** 32, 0]);
    expect(() => list.push(2 ** 53)).toThrow(RangeError);
    expect(() => list.number(3)).toThrow('no operand 3');
  });
});
