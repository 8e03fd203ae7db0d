/** Wide enough for every element of every field but bls12381's base. */
const STAND_IN = 'i256';
const WIDE_STAND_IN = 'i384';

/**
 * The text of a zkLLVM module with what stock LLVM does not know replaced mechanically, so that stock tools can check its
 * structure: field types by an integer type, `f0x…` constants by decimal ones, `itogf` by `zext`, zkLLVM's attributes by
 * strings, and the prefix of its intrinsics, which stock LLVM reserves.
 *
 * The result has the same instructions, names and types of operands, but does not mean the same.
 */
export function stockLlvmText(text: string): string {
  return text
    .replaceAll('llvm.assigner.', 'zkllvm.assigner.')
    .replaceAll(/(?<![.\w])(v\d+)?__zkllvm_field_(\w+)/g, (_, _lanes, field: string) =>
      field === 'bls12381_base' ? WIDE_STAND_IN : STAND_IN,
    )
    .replaceAll(/(?<!\w)f0x([0-9A-Fa-f]+)/g, (_, digits: string) => BigInt(`0x${digits}`).toString())
    .replaceAll(/(?<!\w)itogf(?!\w)/g, 'zext')
    .replaceAll(/(?<=[\s{])(circuit|private_input)(?=[\s,})])/g, '"$1"');
}
