// What single operands of records stand for. Keys are the keywords of LLVM IR text.

/** Operand of a CAST record. */
export const CastOpcode = {
  trunc: 0,
  zext: 1,
  sext: 2,
  fptoui: 3,
  fptosi: 4,
  uitofp: 5,
  sitofp: 6,
  fptrunc: 7,
  fpext: 8,
  ptrtoint: 9,
  inttoptr: 10,
  bitcast: 11,
  addrspacecast: 12,
} as const;

/** Operand of a UNOP record. */
export const UnaryOpcode = { fneg: 0 } as const;

/** Operand of a BINOP record; floating point operators share the numbers of the integer ones. */
export const BinaryOpcode = {
  add: 0,
  fadd: 0,
  sub: 1,
  fsub: 1,
  mul: 2,
  fmul: 2,
  udiv: 3,
  sdiv: 4,
  fdiv: 4,
  urem: 5,
  srem: 6,
  frem: 6,
  shl: 7,
  lshr: 8,
  ashr: 9,
  and: 10,
  or: 11,
  xor: 12,
} as const;

/** Predicates of `fcmp` in a CMP2 record. */
export const FloatPredicateCode = {
  false: 0,
  oeq: 1,
  ogt: 2,
  oge: 3,
  olt: 4,
  ole: 5,
  one: 6,
  ord: 7,
  uno: 8,
  ueq: 9,
  ugt: 10,
  uge: 11,
  ult: 12,
  ule: 13,
  une: 14,
  true: 15,
} as const;

/** Predicates of `icmp` in a CMP2 record. */
export const IntegerPredicateCode = {
  eq: 32,
  ne: 33,
  ugt: 34,
  uge: 35,
  ult: 36,
  ule: 37,
  sgt: 38,
  sge: 39,
  slt: 40,
  sle: 41,
} as const;

/** Bits of the flags operand of arithmetic. */
export const ArithmeticFlag = { nuw: 1, nsw: 2, exact: 1, disjoint: 1, nneg: 1 } as const;

/** Bits of the flags operand of floating point instructions. Bit 0 once meant all of them. */
export const FastMathFlag = { nnan: 2, ninf: 4, nsz: 8, arcp: 16, contract: 32, afn: 64, reassoc: 128 } as const;

/** Bits of the flags operand of GEP records; LLVM before 19 knows the first one only. */
export const GetElementPtrFlag = { inbounds: 1, nusw: 2, nuw: 4 } as const;

/** Bits of the calling convention operand of CALL records; the convention itself begins at bit 1. */
export const CallFlag = { tail: 1, musttail: 1 << 14, explicitType: 1 << 15, notail: 1 << 16, fastMath: 1 << 17 } as const;

/** Bits of the last operand of ALLOCA records, which also holds the alignment: 1 + log2, bits 0 to 4 and 8 to 10. */
export const AllocaFlag = { inalloca: 1 << 5, explicitType: 1 << 6, swifterror: 1 << 7 } as const;

/** Linkage operand of GLOBALVAR and FUNCTION records. */
export const LinkageCode = {
  external: 0,
  appending: 2,
  internal: 3,
  extern_weak: 7,
  common: 8,
  private: 9,
  available_externally: 12,
  weak: 16,
  weak_odr: 17,
  linkonce: 18,
  linkonce_odr: 19,
} as const;

export const VisibilityCode = { default: 0, hidden: 1, protected: 2 } as const;

export const UnnamedAddressCode = { unnamed_addr: 1, local_unnamed_addr: 2 } as const;

export const DllStorageCode = { dllimport: 1, dllexport: 2 } as const;

/** Calling conventions that have a keyword; others are written `cc 10`. */
export const CallingConventionCode = {
  ccc: 0,
  fastcc: 8,
  coldcc: 9,
  ghccc: 10,
  anyregcc: 13,
  preserve_mostcc: 14,
  preserve_allcc: 15,
  swiftcc: 16,
  tailcc: 18,
  cfguard_checkcc: 19,
  swifttailcc: 20,
  x86_stdcallcc: 64,
  x86_fastcallcc: 65,
  arm_apcscc: 66,
  arm_aapcscc: 67,
  arm_aapcs_vfpcc: 68,
  ptx_kernel: 71,
  ptx_device: 72,
  spir_func: 75,
  spir_kernel: 76,
  x86_64_sysvcc: 78,
  win64cc: 79,
  x86_vectorcallcc: 80,
  amdgpu_kernel: 91,
} as const;

/** First operand of each attribute in a PARAMATTR_GROUP record. */
export const AttributeForm = {
  enum: 0,
  integer: 1,
  /** Key, NUL. */
  key: 3,
  /** Key, NUL, value, NUL. */
  keyAndValue: 4,
  /** A type attribute without a type. */
  untyped: 5,
  type: 6,
  range: 7,
  rangeList: 8,
} as const;

/** Which part of a function an attribute group belongs to; parameter n is n + 1. */
export const AttributeIndex = { returnValue: 0, firstParameter: 1, function: 0xffff_ffff } as const;

/** The version of the encoding of instructions that a module states: value ids are relative, names are in the STRTAB. */
export const MODULE_VERSION = 2;

/** The epoch of the identification block; readers reject files of another one. */
export const BITCODE_EPOCH = 0;

/** How a linker chooses among comdats of one name: last operand of a COMDAT record. */
export const ComdatSelectionCode = { any: 1, exactmatch: 2, largest: 3, nodeduplicate: 4, samesize: 5 } as const;
