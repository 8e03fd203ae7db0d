/**
 * Rewrites the zkLLVM flavour of LLVM IR so that stock LLVM can parse and verify it: types, dominance,
 * terminators, signatures, attributes. What the text means is not kept.
 *
 * | zkLLVM | stock LLVM |
 * | --- | --- |
 * | field type `__zkllvm_field_K` | an integer type, of another width for each field |
 * | constant `f0xABC` | `u0xABC` |
 * | `itogf iN %x to F` | `sext` (every field's integer is wider than any integer of a circuit) |
 * | attributes `circuit`, `private_input` | string attributes of the same names |
 * | `@llvm.assigner.X` | `@assigner.X`, since `llvm.` is reserved |
 *
 * Comments, strings and other names stay as they are.
 *
 * @throws if the text holds zkLLVM syntax that this table lacks
 */
export function replaceFieldsByIntegers(text: string): string {
  return text.replaceAll(token, (whole: string, opaque?: string, intrinsic?: string) => {
    if (opaque !== undefined) return opaque;
    if (intrinsic !== undefined) return `@assigner.${intrinsic}`;
    if (whole.startsWith('f0x')) return `u0x${whole.slice(3)}`;
    const replacement = replacements.get(whole);
    if (replacement !== undefined) return replacement;
    if (whole.startsWith('__zkllvm_') || unsupported.has(whole)) {
      throw new Error(`no stock LLVM counterpart for '${whole}'`);
    }
    return whole;
  });
}

/** Comments, strings, sigil names; intrinsics; words. */
const token = /(;.*|"[^"]*"|[@%$](?!llvm\.assigner\.)(?:"[^"]*"|[-\w$.]+))|@llvm\.assigner\.([-\w$.]+)|\w+/g;

/** Bits of the integer that stands for each field: enough for its elements, different for each. */
const integerBits: Readonly<Record<string, number>> = {
  pallas_base: 256,
  pallas_scalar: 257,
  vesta_base: 258,
  vesta_scalar: 259,
  bls12381_base: 384,
  bls12381_scalar: 260,
  curve25519_base: 261,
  curve25519_scalar: 262,
};

const replacements: ReadonlyMap<string, string> = new Map([
  ...Object.entries(integerBits).map(([field, bits]): [string, string] => [`__zkllvm_field_${field}`, `i${bits}`]),
  ['itogf', 'sext'],
  ['circuit', '"circuit"'],
  ['private_input', '"private_input"'],
]);

/** Operations on curves have no counterpart that would check anything. */
const unsupported = new Set(['cmul', 'cdiv']);
