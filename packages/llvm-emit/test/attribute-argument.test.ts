import { attributeArgument, attributeArgumentText } from '../src/bitcode/attribute-argument.js';

describe('attributeArgument', () => {
  it.each([
    ['memory', 'none', 0n],
    ['memory', 'read', 0b010101n],
    ['memory', 'argmem: readwrite', 0b000011n],
    ['memory', 'write, inaccessiblemem: none, argmem: read', 0b100001n],
    ['nofpclass', 'nan inf', 0b1000000111n],
    ['nofpclass', 'all', 1023n],
    ['allockind', '"alloc,zeroed"', 17n],
    ['allocsize', '1', (1n << 32n) | 0xffff_ffffn],
    ['allocsize', '2, 3', (2n << 32n) | 3n],
    ['vscale_range', '4', (4n << 32n) | 4n],
    ['uwtable', 'async', 2n],
  ])('%s(%s)', (name, argument, value) => {
    expect(attributeArgument(name, argument)).toBe(value);
    const text = attributeArgumentText(name, value) ?? 'async';
    expect(attributeArgument(name, text)).toBe(value);
  });

  it.each([
    ['memory', 0b010111n, 'read, argmem: readwrite'],
    ['memory', 0b000011n, 'argmem: readwrite'],
    ['memory', 0n, 'none'],
    ['nofpclass', 0b1000000111n, 'nan inf'],
    ['allockind', 17n, '"alloc,zeroed"'],
    ['allocsize', (1n << 32n) | 0xffff_ffffn, '1'],
    ['vscale_range', (1n << 32n) | 16n, '1,16'],
    ['uwtable', 2n, undefined],
  ])('%s of %p is written %p', (name, value, text) => {
    expect(attributeArgumentText(name, value)).toBe(text);
  });

  it.each([
    ['memory', 'argmem'],
    ['memory', 'stack: read'],
    ['allocsize', '-1'],
    ['uwtable', 'maybe'],
    ['captures', 'none'],
  ])('%s(%s) has no number', (name, argument) => {
    expect(attributeArgument(name, argument)).toBeUndefined();
  });
});
