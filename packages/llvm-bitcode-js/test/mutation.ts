import fc from 'fast-check';

/** A change of bytes; positions count modulo the length that the bytes have by then. */
type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'word'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'copy'; readonly at: number; readonly from: number; readonly length: number };

const position = fc.nat(2 ** 20);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('flip' as const), at: position, bit: fc.nat(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      at: position,
      value: fc.oneof(fc.constantFrom(0, 0xffff_ffff, 0x8000_0000, 0x7fff_ffff), fc.integer({ min: 0, max: 2 ** 32 - 1 })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), at: position }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('copy' as const), at: position, from: position, length: fc.nat(64) }),
  },
);

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 6 });

/** The bytes after all changes, made whole words again. */
export function mutate(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let result = Uint8Array.from(bytes);
  for (const change of changes) {
    if (result.length < 8) return result;
    const at = change.at % result.length;
    switch (change.kind) {
      case 'flip':
        result[at] ^= 1 << change.bit;
        break;
      case 'word':
        new DataView(result.buffer).setUint32(Math.min(at & ~3, result.length - 4), change.value, true);
        break;
      case 'cut':
        result = result.slice(0, at & ~3);
        break;
      case 'copy':
        result.copyWithin(at, change.from % result.length, (change.from % result.length) + change.length);
        break;
    }
  }
  return result;
}
