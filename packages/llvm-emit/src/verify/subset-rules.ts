import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { GaloisFieldName } from '../ir/galois-field.js';
import { integerPredicates } from '../ir/opcode.js';
import type { OpcodeName } from '../ir/opcode.js';
import type { Type } from '../ir/type.js';
import { memoryTypeProblem } from './subset-types.js';

/** What a rule looks at: one instruction. */
export interface SubsetContext {
  readonly fn: LlvmFunction;
  readonly index: number;
  readonly native: GaloisFieldName;
}

/** Says why the instruction is outside the safe subset, or undefined. */
export type SubsetRule = (context: SubsetContext) => string | undefined;

/** Bits below which integers compare, shift and decompose: those of the native field, minus one. */
const MAX_CHECKED_BITS = 254;
/** Widest integer whose division the assigner's range checks cover on the native field without wrap-around. */
const MAX_DIVISION_BITS = 128;

const ABORTS = 'the assigner aborts: unsupported opcode';
const UNCONSTRAINED = 'its result is not constrained: a prover may choose it freely';
const ok: SubsetRule = () => undefined;
const never =
  (reason: string): SubsetRule =>
  () =>
    reason;

const resultType = ({ fn, index }: SubsetContext): Type => fn.module.types.at(fn.types[index]);
const operandType = ({ fn, index }: SubsetContext, position: number): Type => fn.typeOf(fn.operand(index, position));

/** The value of operand `position` if it is an integer constant that a double holds. */
function literal({ fn, index }: SubsetContext, position: number): number | undefined {
  const value: ValueId = fn.operand(index, position);
  const { constants } = fn.module;
  return value < 0 && constants.kindOf(value) === ConstantKind.integer ? constants.numberOf(value) : undefined;
}

const arithmetic: SubsetRule = (context) => {
  const type = resultType(context);
  return type.kind === 'integer' || type.kind === 'field'
    ? fieldFlags(context)
    : `'${type.text}' arithmetic is outside the safe subset: use scalars`;
};

const fieldFlags: SubsetRule = (context) =>
  resultType(context).kind === 'field' && context.fn.flags[context.index] !== 0
    ? 'flags have no meaning on field elements'
    : undefined;

const integerOnly: SubsetRule = (context) =>
  resultType(context).kind === 'integer' ? undefined : 'only defined on integers';

const fieldDivision: SubsetRule = (context) => {
  const type = resultType(context);
  if (type.kind === 'integer') return 'the assigner aborts: division operation not implemented for integral types';
  return type.kind === 'field' ? fieldFlags(context) : arithmetic(context);
};

const unsignedDivision: SubsetRule = (context) => {
  const type = resultType(context);
  if (type.kind !== 'integer') return fieldDivision(context);
  return type.width > MAX_DIVISION_BITS ? `division of more than ${MAX_DIVISION_BITS} bits is unsound` : undefined;
};

/** Shifts by a literal; `limit` says which amounts the component accepts for a width. */
const shift =
  (limit: (width: number) => number): SubsetRule =>
  (context) => {
    const type = resultType(context);
    if (type.kind !== 'integer') return integerOnly(context);
    if (type.width > MAX_CHECKED_BITS) return `shifts are limited to ${MAX_CHECKED_BITS} bits`;
    const amount = literal(context, 1);
    if (amount === undefined) return 'the shift amount must be a literal';
    return amount >= 0 && amount <= limit(type.width) ? undefined : `the shift amount ${amount} is out of range`;
  };

const compare: SubsetRule = (context) => {
  const predicate = integerPredicates[context.fn.extra[context.index]];
  const type = operandType(context, 0);
  const equality = predicate === 'eq' || predicate === 'ne';
  if (type.kind === 'pointer') return equality ? undefined : 'pointers can only be compared for equality';
  if (type.kind !== 'integer' && type.kind !== 'field') return `comparisons of '${type.text}' are outside the safe subset`;
  if (equality) return undefined;
  if (predicate.startsWith('s')) {
    return 'the assigner compares without regard to the sign: add an offset and compare unsigned';
  }
  return type.kind === 'integer' && type.width > MAX_CHECKED_BITS
    ? `ordered comparisons are limited to ${MAX_CHECKED_BITS} bits`
    : undefined;
};

const select: SubsetRule = (context) => {
  const { kind, text } = resultType(context);
  return kind === 'integer' || kind === 'field' ? undefined : `select of '${text}' does not work: scalars only`;
};

const alloca: SubsetRule = (context) => {
  const { fn, index, native } = context;
  if (fn.operandCountOf(index) > 0 && literal(context, 0) !== 1) {
    return 'the assigner ignores the element count: allocate an array type';
  }
  return memoryTypeProblem(fn.module.types.at(fn.extra[index]), native);
};

const getelementptr: SubsetRule = (context) => {
  const { fn, index } = context;
  const count = fn.operandCountOf(index);
  const source = fn.module.types.at(fn.extra[index]);
  if (operandType(context, 0).kind !== 'pointer') return 'vectors of pointers are not interpreted';
  for (let position = 1; position < count; position++) {
    if (literal(context, position) === undefined) return 'indices must be literals';
  }
  if (count > 2 && source.kind !== 'array' && source.kind !== 'struct') {
    return 'GEP instruction with > 1 indices must operate on aggregate type!';
  }
  return memoryTypeProblem(source, context.native);
};

const elementAccess =
  (indexPosition: number): SubsetRule =>
  (context) =>
    literal(context, indexPosition) === undefined ? 'the index must be a literal' : undefined;

const IN_PLACE = 'the assigner changes the aggregate in place instead of making a new one: use memory';
const BRANCHES = 'both sides of a branch are executed and duplicate what follows: use select';

/** One rule per opcode. Types of operands and results are checked for all opcodes alike, beside these. */
export const subsetRules: Readonly<Record<OpcodeName, SubsetRule>> = {
  add: arithmetic,
  sub: arithmetic,
  mul: arithmetic,
  udiv: unsignedDivision,
  sdiv: fieldDivision,
  urem: never('the remainder is not range-checked: compute it as a - q * b and check it'),
  srem: never(ABORTS),
  // A left shift by the whole width is accepted, a right shift must leave a bit.
  shl: shift((width) => width),
  lshr: shift((width) => width - 1),
  ashr: never(ABORTS),
  and: never(UNCONSTRAINED),
  or: never(UNCONSTRAINED),
  xor: never(UNCONSTRAINED),
  fadd: never(ABORTS),
  fsub: never(ABORTS),
  fmul: never(ABORTS),
  fdiv: never(ABORTS),
  frem: never(ABORTS),
  cmul: never('curve arithmetic is outside the safe subset'),
  cdiv: never(ABORTS),
  fneg: never(ABORTS),
  trunc: never('the assigner does not mask: use a bit decomposition'),
  zext: ok,
  sext: never('the assigner does not extend the sign'),
  fptrunc: never(ABORTS),
  fpext: never(ABORTS),
  fptoui: never(ABORTS),
  fptosi: never(ABORTS),
  uitofp: never(ABORTS),
  sitofp: never(ABORTS),
  ptrtoint: never('addresses are cell numbers of the assigner: do not compute with them'),
  inttoptr: never('addresses are cell numbers of the assigner: do not compute with them'),
  bitcast: never(ABORTS),
  addrspacecast: never(ABORTS),
  itogf: ok,
  icmp: compare,
  fcmp: never(ABORTS),
  select,
  freeze: ok,
  alloca,
  load: ok,
  store: ok,
  atomicrmw: never(ABORTS),
  cmpxchg: never(ABORTS),
  fence: never(ABORTS),
  getelementptr,
  extractelement: elementAccess(1),
  insertelement: elementAccess(2),
  shufflevector: never(ABORTS),
  extractvalue: never(IN_PLACE),
  insertvalue: never(IN_PLACE),
  phi: never(BRANCHES),
  call: ok,
  landingpad: never(ABORTS),
  ret: ok,
  br: never(BRANCHES),
  switch: never('the assigner never takes the default case and stops: use select'),
  invoke: never(ABORTS),
  resume: never(ABORTS),
  unreachable: never(ABORTS),
};
