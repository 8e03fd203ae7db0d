/**
 * What zkLLVM's fork of LLVM 16 adds to bitcode. Some of the numbers have another meaning in later versions of LLVM
 * itself, so a reader must know beforehand which of the two wrote a file.
 */
export const zkllvmCodes = {
  /** Records of TYPE blocks: `[number of the field or curve]`. */
  type: { GALOIS_FIELD: 27, ELLIPTIC_CURVE: 28 },
  /** Records of CONSTANTS blocks: a field element of up to 64 bits, and one of more. */
  constants: { FIELD: 31, FIELD_WIDE: 32 },
  /** Records of FUNCTION blocks: a curve point multiplied or divided by a scalar. */
  function: { INST_CMUL: 61, INST_CDIV: 62 },
  /** Cast opcodes. */
  cast: { itogf: 13 },
  /** Attribute kinds. */
  attribute: { circuit: 88, private_input: 89 },
} as const;
