/** How the operands of an instruction are written and what its result type is; one family per syntax. */
export type InstructionForm =
  | 'binary'
  | 'curveBinary'
  | 'unary'
  | 'cast'
  | 'compare'
  | 'select'
  | 'freeze'
  | 'alloca'
  | 'load'
  | 'store'
  | 'atomicrmw'
  | 'cmpxchg'
  | 'fence'
  | 'getelementptr'
  | 'extractelement'
  | 'insertelement'
  | 'shufflevector'
  | 'extractvalue'
  | 'insertvalue'
  | 'phi'
  | 'call'
  | 'invoke'
  | 'landingpad'
  | 'resume'
  | 'ret'
  | 'br'
  | 'switch'
  | 'unreachable';

/** Which types an operator works on, lanes of vectors included. */
export type OperandClass = 'integer' | 'integerOrField' | 'float';

/** The flags that an instruction may carry, in the order in which LLVM prints them. */
export type FlagSet = 'none' | 'wrap' | 'exact' | 'fastMath' | 'disjoint' | 'nneg' | 'sameSign' | 'pointer';

interface OpcodeRow {
  readonly form: InstructionForm;
  readonly operands?: OperandClass;
  readonly flags?: FlagSet;
  readonly terminator?: true;
}

const ROWS = {
  add: { form: 'binary', operands: 'integerOrField', flags: 'wrap' },
  sub: { form: 'binary', operands: 'integerOrField', flags: 'wrap' },
  mul: { form: 'binary', operands: 'integerOrField', flags: 'wrap' },
  udiv: { form: 'binary', operands: 'integerOrField', flags: 'exact' },
  sdiv: { form: 'binary', operands: 'integerOrField', flags: 'exact' },
  urem: { form: 'binary', operands: 'integerOrField' },
  srem: { form: 'binary', operands: 'integerOrField' },
  shl: { form: 'binary', operands: 'integer', flags: 'wrap' },
  lshr: { form: 'binary', operands: 'integer', flags: 'exact' },
  ashr: { form: 'binary', operands: 'integer', flags: 'exact' },
  and: { form: 'binary', operands: 'integer' },
  or: { form: 'binary', operands: 'integer', flags: 'disjoint' },
  xor: { form: 'binary', operands: 'integer' },
  fadd: { form: 'binary', operands: 'float', flags: 'fastMath' },
  fsub: { form: 'binary', operands: 'float', flags: 'fastMath' },
  fmul: { form: 'binary', operands: 'float', flags: 'fastMath' },
  fdiv: { form: 'binary', operands: 'float', flags: 'fastMath' },
  frem: { form: 'binary', operands: 'float', flags: 'fastMath' },
  cmul: { form: 'curveBinary' },
  cdiv: { form: 'curveBinary' },
  fneg: { form: 'unary', operands: 'float', flags: 'fastMath' },
  trunc: { form: 'cast', flags: 'wrap' },
  zext: { form: 'cast', flags: 'nneg' },
  sext: { form: 'cast' },
  fptrunc: { form: 'cast', flags: 'fastMath' },
  fpext: { form: 'cast', flags: 'fastMath' },
  fptoui: { form: 'cast' },
  fptosi: { form: 'cast' },
  uitofp: { form: 'cast', flags: 'nneg' },
  sitofp: { form: 'cast' },
  ptrtoint: { form: 'cast' },
  inttoptr: { form: 'cast' },
  bitcast: { form: 'cast' },
  addrspacecast: { form: 'cast' },
  itogf: { form: 'cast' },
  icmp: { form: 'compare', flags: 'sameSign' },
  fcmp: { form: 'compare', operands: 'float', flags: 'fastMath' },
  select: { form: 'select', flags: 'fastMath' },
  freeze: { form: 'freeze' },
  alloca: { form: 'alloca' },
  load: { form: 'load' },
  store: { form: 'store' },
  atomicrmw: { form: 'atomicrmw' },
  cmpxchg: { form: 'cmpxchg' },
  fence: { form: 'fence' },
  getelementptr: { form: 'getelementptr', flags: 'pointer' },
  extractelement: { form: 'extractelement' },
  insertelement: { form: 'insertelement' },
  shufflevector: { form: 'shufflevector' },
  extractvalue: { form: 'extractvalue' },
  insertvalue: { form: 'insertvalue' },
  phi: { form: 'phi', flags: 'fastMath' },
  call: { form: 'call', flags: 'fastMath' },
  landingpad: { form: 'landingpad' },
  ret: { form: 'ret', terminator: true },
  br: { form: 'br', terminator: true },
  switch: { form: 'switch', terminator: true },
  invoke: { form: 'invoke', terminator: true },
  resume: { form: 'resume', terminator: true },
  unreachable: { form: 'unreachable', terminator: true },
} as const satisfies Record<string, OpcodeRow>;

export type OpcodeName = keyof typeof ROWS;

/** One kind of instruction. */
export interface OpcodeInfo extends OpcodeRow {
  readonly name: OpcodeName;
  /** The number that stands for it in the opcode column of a function. */
  readonly code: number;
}

const names = Object.keys(ROWS) as OpcodeName[];

/** All opcodes; the index is the code. */
export const opcodes: readonly OpcodeInfo[] = names.map((name, code) => ({ ...ROWS[name], name, code }));

/** The code of each opcode by name: `Opcode.add`. */
export const Opcode = Object.fromEntries(names.map((name, code) => [name, code])) as Readonly<
  Record<OpcodeName, number>
>;

/** The opcode with that code. */
export function opcodeInfo(code: number): OpcodeInfo {
  return opcodes[code]; // codes come from this table
}

/** Bits of an instruction's flag byte. Flags of different sets never meet on one opcode. */
export const InstructionFlag = {
  nuw: 1,
  nsw: 2,
  exact: 1,
  disjoint: 1,
  nneg: 1,
  sameSign: 1,
  inbounds: 1,
  /** Of getelementptr, where `inbounds` does not imply it. */
  gepNusw: 2,
  /** Of getelementptr. */
  gepNuw: 4,
  /** Of landingpad. */
  cleanup: 1,
  reassoc: 1,
  nnan: 2,
  ninf: 4,
  nsz: 8,
  arcp: 16,
  contract: 32,
  afn: 64,
  fast: 127,
  /** Of load, store and the atomic accesses; the low six bits hold 1 + log2 of the alignment in bytes, or 0 for none. */
  volatile: 64,
} as const;

/** The keywords of each flag set and their bits, in printing order. */
export const flagKeywords: Readonly<Record<FlagSet, ReadonlyArray<readonly [keyword: string, bits: number]>>> = {
  none: [],
  wrap: [
    ['nuw', InstructionFlag.nuw],
    ['nsw', InstructionFlag.nsw],
  ],
  exact: [['exact', InstructionFlag.exact]],
  disjoint: [['disjoint', InstructionFlag.disjoint]],
  nneg: [['nneg', InstructionFlag.nneg]],
  sameSign: [['samesign', InstructionFlag.sameSign]],
  pointer: [
    ['inbounds', InstructionFlag.inbounds],
    ['nusw', InstructionFlag.gepNusw],
    ['nuw', InstructionFlag.gepNuw],
  ],
  fastMath: [
    ['reassoc', InstructionFlag.reassoc],
    ['nnan', InstructionFlag.nnan],
    ['ninf', InstructionFlag.ninf],
    ['nsz', InstructionFlag.nsz],
    ['arcp', InstructionFlag.arcp],
    ['contract', InstructionFlag.contract],
    ['afn', InstructionFlag.afn],
  ],
};

/** Predicates of `icmp`; the index is the number kept in the instruction. */
export const integerPredicates = ['eq', 'ne', 'ugt', 'uge', 'ult', 'ule', 'sgt', 'sge', 'slt', 'sle'] as const;
export type IntegerPredicate = (typeof integerPredicates)[number];

/** Predicates of `fcmp`; the index is the number kept in the instruction. */
export const floatPredicates = [
  'false',
  'oeq',
  'ogt',
  'oge',
  'olt',
  'ole',
  'one',
  'ord',
  'ueq',
  'ugt',
  'uge',
  'ult',
  'ule',
  'une',
  'uno',
  'true',
] as const;
export type FloatPredicate = (typeof floatPredicates)[number];

/** What `atomicrmw` does to the memory; the index is the number that bitcode uses. */
export const atomicOperations = [
  'xchg',
  'add',
  'sub',
  'and',
  'nand',
  'or',
  'xor',
  'max',
  'min',
  'umax',
  'umin',
  'fadd',
  'fsub',
  'fmax',
  'fmin',
  'uinc_wrap',
  'udec_wrap',
  'usub_cond',
  'usub_sat',
  'fmaximum',
  'fminimum',
] as const;
export type AtomicOperation = (typeof atomicOperations)[number];

/** Orderings of atomic accesses; the index is the number that bitcode uses. */
export const atomicOrderings = [
  'notatomic',
  'unordered',
  'monotonic',
  'acquire',
  'release',
  'acq_rel',
  'seq_cst',
] as const;
export type AtomicOrdering = Exclude<(typeof atomicOrderings)[number], 'notatomic'>;

/** Codes of the opcodes that LLVM 17 still accepts as constant expressions. */
export const expressionOpcodes: ReadonlySet<number> = new Set([
  Opcode.getelementptr,
  Opcode.add,
  Opcode.sub,
  Opcode.mul,
  Opcode.shl,
  Opcode.lshr,
  Opcode.ashr,
  Opcode.and,
  Opcode.or,
  Opcode.xor,
  Opcode.extractelement,
  Opcode.insertelement,
  ...opcodes.filter(({ form }) => form === 'cast').map(({ code }) => code),
]);
