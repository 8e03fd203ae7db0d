import type { OpcodeName } from './opcode.js';
import { laneType } from './type.js';
import type { Type } from './type.js';

/** What a conversion takes and gives, and how their widths compare: the result is narrower, wider, or either. */
type CastRule = readonly [from: Type['kind'], to: Type['kind'], width?: 'narrower' | 'wider'];

const RULES: Readonly<Partial<Record<OpcodeName, CastRule>>> = {
  trunc: ['integer', 'integer', 'narrower'],
  zext: ['integer', 'integer', 'wider'],
  sext: ['integer', 'integer', 'wider'],
  fptrunc: ['float', 'float', 'narrower'],
  fpext: ['float', 'float', 'wider'],
  fptoui: ['float', 'integer'],
  fptosi: ['float', 'integer'],
  uitofp: ['integer', 'float'],
  sitofp: ['integer', 'float'],
  ptrtoint: ['pointer', 'integer'],
  inttoptr: ['integer', 'pointer'],
  addrspacecast: ['pointer', 'pointer'],
};

const width = (type: Type): number => (type.kind === 'integer' ? type.width : type.kind === 'float' ? type.bits : 0);

/** Bits of a type that `bitcast` may have on either side; undefined for others. */
function bits(type: Type): number | undefined {
  switch (type.kind) {
    case 'integer':
    case 'float':
      return width(type);
    case 'vector': {
      const lane = bits(type.element);
      return lane === undefined ? undefined : type.length * lane;
    }
    default:
      return undefined;
  }
}

/** What is wrong with a conversion from one type to another, or undefined. */
export function castProblem(name: OpcodeName, from: Type, to: Type): string | undefined {
  const problem = `invalid cast opcode for cast from '${from.text}' to '${to.text}'`;
  if (name === 'itogf') return from.kind === 'integer' && to.kind === 'field' ? undefined : 'itogf converts an integer to a field element';
  if (name === 'bitcast') {
    if (from === to) return undefined;
    const size = bits(from);
    return size !== undefined && size === bits(to) ? undefined : problem;
  }
  const rule = RULES[name];
  if (rule === undefined) return undefined;
  const [fromLane, toLane] = [laneType(from), laneType(to)];
  const lanes = (type: Type): number => (type.kind === 'vector' ? type.length : 0);
  if (lanes(from) !== lanes(to) || fromLane.kind !== rule[0] || toLane.kind !== rule[1]) return problem;
  if (rule[2] === 'narrower' && width(toLane) >= width(fromLane)) return problem;
  if (rule[2] === 'wider' && width(toLane) <= width(fromLane)) return problem;
  return undefined;
}
