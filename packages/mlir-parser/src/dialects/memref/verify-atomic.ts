import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { dialectEnum } from '../dialect-table.js';

const floatKinds: ReadonlySet<string> = new Set(['addf', 'maximumf', 'minimumf', 'maxnumf', 'minnumf', 'mulf']);
const integerKinds: ReadonlySet<string> = new Set(['addi', 'maxs', 'maxu', 'mins', 'minu', 'muli', 'ori', 'andi']);

export function verifyMemrefAtomicRmw(op: Operation): Diagnostic[] {
  const [value, memref] = op.operands;
  if (memref.type.kind === 'memref' && memref.type.shape.length !== op.numOperands - 2)
    return [opError(op, 'expects the number of subscripts to be equal to memref rank')];
  const attribute = op.attribute('kind');
  const kind = attribute?.kind === 'integer' ? dialectEnum('memref', 'AtomicRMWKind').cases.find(([, number]) => BigInt(number) === attribute.value)?.[0] : undefined;
  if (kind !== undefined && floatKinds.has(kind) && value.type.kind !== 'float') return [opError(op, `with kind '${kind}' expects a floating-point type`)];
  if (kind !== undefined && integerKinds.has(kind) && value.type.kind !== 'integer') return [opError(op, `with kind '${kind}' expects an integer type`)];
  return [];
}

export function verifyMemrefGenericAtomicRmw(op: Operation): Diagnostic[] {
  const args = op.region(0).entry?.arguments ?? [];
  if (args.length !== 1) return [opError(op, 'expected single number of entry block arguments')];
  return args[0].type === op.result(0).type ? [] : [opError(op, 'expected block argument of the same type result type')];
}

export function verifyMemrefAtomicYield(op: Operation): Diagnostic[] {
  const parent = op.parentOp;
  const expected = parent?.results[0]?.type;
  const { type } = op.operand(0);
  if (expected === undefined || expected === type) return [];
  return [opError(op, `types mismatch between yield op: '${typeText(type)}' and its parent: '${typeText(expected)}'`)];
}

/** Attribute `alignment` must be a power of two. */
export function verifyAlignment(message: (alignment: bigint) => string): (op: Operation) => Diagnostic[] {
  return (op) => {
    const alignment = op.attribute('alignment');
    if (alignment?.kind !== 'integer' || (alignment.value > 0n && (alignment.value & (alignment.value - 1n)) === 0n)) return [];
    return [opError(op, message(alignment.value))];
  };
}

export function verifyMemrefDmaWait(op: Operation): Diagnostic[] {
  const { type } = op.operand(0);
  const subscripts = op.numOperands - 2;
  return type.kind === 'memref' && type.shape.length !== subscripts
    ? [opError(op, `expected tagIndices to have the same number of elements as the tagMemRef rank, expected ${type.shape.length}, but got ${subscripts}`)]
    : [];
}
