import type { IntrinsicSignature, OverloadClass, SignatureType } from './signature.js';

type Row = readonly [
  result: SignatureType,
  parameters: readonly SignatureType[],
  overloads: readonly OverloadClass[],
  names: string,
];

const ONE = ['any'] as const;
const TWO = ['any', 'any'] as const;

/**
 * Families of intrinsics with one signature. The choosable types of a name are those that its suffix lists; whether a
 * scalar or a vector stands there, the signature is the same.
 */
const FAMILIES: readonly Row[] = [
  [
    '$0',
    ['$0'],
    ONE,
    `sqrt sin cos tan asin acos atan sinh cosh tanh exp exp2 exp10 log log2 log10 fabs floor ceil trunc rint nearbyint round
    roundeven canonicalize arithmetic.fence ctpop bswap bitreverse freeze`,
  ],
  [
    '$0',
    ['$0', '$0'],
    ONE,
    `pow copysign minnum maxnum minimum maximum minimumnum maximumnum smax smin umax umin sadd.sat uadd.sat ssub.sat usub.sat
    sshl.sat ushl.sat expect`,
  ],
  ['$0', ['$0', '$0', '$0'], ONE, 'fma fmuladd fshl fshr'],
  ['$0', ['$0', '$1'], TWO, 'powi ldexp ptrmask'],
  ['$0', ['$0', 'i1'], ONE, 'ctlz cttz abs'],
  ['$0.flag', ['$0', 'i32'], ONE, 'is.fpclass'],
  [
    '$0.overflow',
    ['$0', '$0'],
    ONE,
    `sadd.with.overflow uadd.with.overflow ssub.with.overflow usub.with.overflow smul.with.overflow umul.with.overflow`,
  ],
  ['$0', ['$1'], TWO, 'lround llround lrint llrint fptosi.sat fptoui.sat'],
  [
    '$0.element',
    ['$0'],
    ONE,
    `vector.reduce.add vector.reduce.mul vector.reduce.and vector.reduce.or vector.reduce.xor vector.reduce.smax
    vector.reduce.smin vector.reduce.umax vector.reduce.umin vector.reduce.fmax vector.reduce.fmin vector.reduce.fmaximum
    vector.reduce.fminimum`,
  ],
  ['$0.element', ['$0.element', '$0'], ONE, 'vector.reduce.fadd vector.reduce.fmul'],
  ['$0', ['$0', '$1', 'i64'], TWO, 'vector.insert'],
  ['$0', ['$1', 'i64'], TWO, 'vector.extract'],
  ['$0', ['$1', '$1'], TWO, 'get.active.lane.mask'],
  ['$0', ['$1', 'i32', '$0.flag', '$0'], TWO, 'masked.load masked.gather'],
  ['void', ['$0', '$1', 'i32', '$0.flag'], TWO, 'masked.store masked.scatter'],
  ['$0', ['ptr', '$0.flag', '$0'], ONE, 'masked.expandload'],
  ['void', ['$0', 'ptr', '$0.flag'], ONE, 'masked.compressstore'],
  ['$0', ['$1', '$2', 'i32', 'i32', 'i32'], ['any', 'any', 'any'], 'matrix.multiply'],
  ['$0', ['$0', 'i32', 'i32'], ONE, 'matrix.transpose'],
  ['void', ['$0', '$1', '$2', 'i1'], ['pointer', 'pointer', 'integer'], 'memcpy memcpy.inline memmove'],
  ['void', ['$0', 'i8', '$1', 'i1'], ['pointer', 'integer'], 'memset memset.inline'],
  ['void', ['i64', '$0'], ['pointer'], 'lifetime.start lifetime.end'],
  ['void', ['$0', 'i32', 'i32', 'i32'], ['pointer'], 'prefetch'],
  ['$0', [], ['pointer'], 'stacksave'],
  ['void', ['$0'], ['pointer'], 'stackrestore va_start va_end'],
  ['$0', [], ['integer'], 'vscale'],
  ['void', ['i1'], [], 'assume'],
  ['void', [], [], 'trap debugtrap donothing'],
  ['void', ['metadata', 'metadata', 'metadata'], [], 'dbg.value dbg.declare'],
  ['void', ['metadata', 'metadata', 'metadata', 'metadata', 'metadata', 'metadata'], [], 'dbg.assign'],
  ['void', ['metadata'], [], 'dbg.label'],
];

/** LLVM's intrinsics that lowerings of MLIR's dialects call, by base name. */
export const llvmIntrinsics: ReadonlyMap<string, IntrinsicSignature> = new Map(
  FAMILIES.flatMap(([result, parameters, overloads, names]) =>
    names.split(/\s+/).map((name): [string, IntrinsicSignature] => {
      const full = `llvm.${name}`;
      return [full, { name: full, result, parameters, overloads }];
    }),
  ),
);
