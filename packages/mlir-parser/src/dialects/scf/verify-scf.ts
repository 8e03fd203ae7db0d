import { denseArrayIntegers } from '../../ir/dense-array.js';
import { noteAt, opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import type { Region } from '../../ir/region.js';
import type { Type } from '../../ir/type.js';
import { definingOp, type Value } from '../../ir/value.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { operandSegments } from '../operand-segments.js';

const typesOf = (values: readonly { readonly type: Type }[]): Type[] => values.map(({ type }) => type);

/** What flows along an edge of control out of `op`'s region `index` must have the types at its end; MLIR's wording. */
function verifyEdge(op: Operation, index: number, target: string, from: readonly Type[], to: readonly Type[]): Diagnostic[] {
  const edge = `along control flow edge from Region #${index} to ${target}`;
  if (from.length !== to.length)
    return [opError(op, ` region control flow edge from Region #${index} to ${target}: source has ${from.length} operands, but target successor needs ${to.length}`)];
  for (const [position, type] of from.entries())
    if (type !== to[position])
      return [opError(op, ` ${edge}: source type #${position} '${typeText(type)}' should match input type #${position} '${typeText(to[position])}'`)];
  return [];
}

/** The operands of the terminator `name` of `region`; undefined if it ends otherwise. */
function yieldedTypes(region: Region, name: string): Type[] | undefined {
  const last = region.blocks[region.blocks.length - 1]?.lastOperation;
  return last?.name === name ? typesOf(last.operands) : undefined;
}

export function verifyScfIf(op: Operation): Diagnostic[] {
  if (op.results.length > 0 && op.region(1).isEmpty) return [opError(op, 'must have an else block if defining values')];
  const results = typesOf(op.results);
  return op.regions.flatMap((region, index) => {
    const types = region.isEmpty ? undefined : yieldedTypes(region, 'scf.yield');
    return types === undefined ? [] : verifyEdge(op, index, 'parent results', types, results);
  });
}

export function verifyScfFor(op: Operation): Diagnostic[] {
  const [lower, , , ...inits] = op.operands;
  const [variable, ...carried] = op.region(0).entry?.arguments ?? [];
  if (variable === undefined || variable.type !== lower.type) return [opError(op, 'expected induction variable to be same type as bounds')];
  if (inits.length !== op.results.length) return [opError(op, 'mismatch in number of loop-carried values and defined values')];
  if (carried.length !== op.results.length) return [opError(op, 'mismatch in number of basic block args and defined values')];
  for (const [index, { type }] of op.results.entries())
    if (inits[index].type !== type || carried[index].type !== type)
      return [opError(op, `types mismatch between ${index}th iter operand and defined value`)];
  const types = yieldedTypes(op.region(0), 'scf.yield');
  return types === undefined ? [] : verifyEdge(op, 0, 'parent results', types, typesOf(op.results));
}

export function verifyScfWhile(op: Operation): Diagnostic[] {
  const condition = yieldedTypes(op.region(0), 'scf.condition');
  if (condition === undefined) return [opError(op, "expects the 'before' region to terminate with 'scf.condition'")];
  const again = yieldedTypes(op.region(1), 'scf.yield');
  if (again === undefined) return [opError(op, "expects the 'after' region to terminate with 'scf.yield'")];
  const passed = condition.slice(1);
  const argumentTypes = (region: number): Type[] => typesOf(op.region(region).entry?.arguments ?? []);
  return [
    ...verifyEdge(op, 0, 'Region #1', passed, argumentTypes(1)),
    ...verifyEdge(op, 0, 'parent results', passed, typesOf(op.results)),
    ...verifyEdge(op, 1, 'Region #0', again, argumentTypes(0)),
  ].slice(0, 1);
}

export function verifyScfParallel(op: Operation): Diagnostic[] {
  const [lower = [], , steps = [], inits = []] = operandSegments(op);
  if (steps.length === 0) return [opError(op, 'needs at least one tuple element for lowerBound, upperBound and step')];
  if (steps.some((step) => (constantOf(step) ?? 1n) <= 0n)) return [opError(op, 'constant step operand must be positive')];
  const args = op.region(0).entry?.arguments ?? [];
  if (args.length !== lower.length)
    return [opError(op, `expects the same number of induction variables: ${args.length} as bound and step values: ${lower.length}`)];
  if (args.some(({ type }) => type.kind !== 'index')) return [opError(op, 'expects arguments for the induction variable to be of index type')];
  const reduce = op.region(0).entry?.lastOperation;
  if (reduce?.name !== 'scf.reduce') return [opError(op, "expects body to terminate with 'scf.reduce'")];
  const { results } = op;
  if (results.length !== reduce.numOperands)
    return [opError(op, `expects number of results: ${results.length} to be the same as number of reductions: ${reduce.numOperands}`)];
  if (results.length !== inits.length)
    return [opError(op, `expects number of results: ${results.length} to be the same as number of initial values: ${inits.length}`)];
  for (const [index, operand] of reduce.operands.entries())
    if (operand.type !== results[index].type)
      return [opError(reduce, `expects type of ${index}-th reduction operand: '${typeText(operand.type)}' to be the same as the ${index}-th result type: '${typeText(results[index].type)}'`)];
  return [];
}

/** `scf.index_switch` has a region for each case besides the default one. */
export function verifyScfIndexSwitch(op: Operation): Diagnostic[] {
  const cases = op.attribute('cases');
  const regions = op.regions.length - 1;
  const values = cases?.kind === 'dense-array' ? cases.size : 0;
  if (regions !== values) return [opError(op, `has ${regions} case regions but ${values} case values`)];
  const seen = new Set<bigint>();
  for (const value of denseArrayIntegers(cases)) {
    if (seen.has(value)) return [opError(op, `has duplicate case value: ${value}`)];
    seen.add(value);
  }
  for (const [index, region] of op.regions.entries()) {
    const name = index === 0 ? 'default region' : `case region #${index - 1}`;
    const types = yieldedTypes(region, 'scf.yield');
    if (types === undefined) return [opError(op, `expected region to end with scf.yield, but got ${region.entry?.lastOperation?.name ?? 'nothing'}`)];
    if (types.length !== op.results.length)
      return [opError(op, `expected each region to return ${op.results.length} values, but ${name} returns ${types.length}`)];
    for (const [position, { type }] of op.results.entries())
      if (types[position] !== type)
        return [opError(op, `expected result #${position} of each region to be '${typeText(type)}'`, [noteAt(region.entry?.lastOperation?.location ?? op.location, `${name} returns '${typeText(types[position])}' here`)])];
  }
  return [];
}

/** The integer that `value` always is; undefined if it is not known. */
function constantOf(value: Value): bigint | undefined {
  const op = definingOp(value);
  const constant = op?.name === 'arith.constant' ? op.attribute('value') : undefined;
  return constant?.kind === 'integer' ? constant.value : undefined;
}

export function verifyScfReduce(op: Operation): Diagnostic[] {
  if (op.regions.length !== op.numOperands) return [opError(op, `expects number of operands: ${op.numOperands} to be the same as number of reductions: ${op.regions.length}`)];
  for (const [index, region] of op.regions.entries()) {
    const { type } = op.operand(index);
    const args = region.entry?.arguments ?? [];
    if (args.length !== 2 || args.some((argument) => argument.type !== type))
      return [opError(op, `expected two block arguments with type '${typeText(type)}' in the ${index}-th reduction region`)];
    if (region.entry?.lastOperation?.name !== 'scf.reduce.return') return [opError(op, "reduction bodies must be terminated with an 'scf.reduce.return' op")];
  }
  return [];
}

export function verifyScfReduceReturn(op: Operation): Diagnostic[] {
  const expected = op.block?.arguments[0]?.type;
  return expected === undefined || op.operand(0).type === expected
    ? []
    : [opError(op, `must have type '${typeText(expected)}' (the type of the reduction inputs)`)];
}

export function verifyScfExecuteRegion(op: Operation): Diagnostic[] {
  const { entry } = op.region(0);
  if (entry === undefined) return [opError(op, 'region needs to have at least one block')];
  return entry.arguments.length > 0 ? [opError(op, 'region cannot have any arguments')] : [];
}

export function verifyScfForall(op: Operation): Diagnostic[] {
  const mapping = op.attribute('mapping');
  const bounds = op.attribute('staticUpperBound');
  return mapping?.kind === 'array' && bounds?.kind === 'dense-array' && mapping.elements.length !== bounds.size
    ? [opError(op, 'mapping attribute size must match op rank')]
    : [];
}

export function verifyScfForallInParallel(op: Operation): Diagnostic[] {
  const forall = op.parentOp;
  for (const inner of op.region(0).entry?.operations() ?? []) {
    if (inner.name !== 'tensor.parallel_insert_slice') return [opError(op, 'expected only tensor.parallel_insert_slice ops')];
    const destination = inner.operand(1);
    if (destination.kind !== 'block-argument' || destination.owner.parent?.parent !== forall)
      return [opError(op, 'may only insert into an output block argument')];
  }
  return [];
}
