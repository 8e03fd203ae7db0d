import type { Context } from '../ir/context.js';
import type { Operation } from '../ir/operation.js';
import type { Type } from '../ir/type.js';
import { typeText } from '../printer/describe.js';
import type { OdsOperation, OdsValue } from './ods-operation.js';
import { compileStructureVerifier } from './verify-structure.js';
import { nativeTraitVerifiers, parametricTraitVerifiers, type TraitVerifier } from './verify-trait.js';

/** Traits that ODS marks as structural: they are checked before all else but numbers. */
const structuralTraits: ReadonlySet<string> = new Set(['HasParent', 'NoRegionArguments', 'SingleBlock', 'SingleBlockImplicitTerminator']);

/**
 * Compiles the checks that the table of an operation asks for. They run in the order of MLIR (numbers of things, structural
 * traits, attributes, operands, results, regions, type relations, other traits) and stop at the first complaint, as MLIR does.
 */
export function compileVerifier(
  ods: OdsOperation,
  context: Context,
  areCastCompatible?: (from: Type, to: Type) => boolean,
): (op: Operation) => string | undefined {
  const structural: TraitVerifier[] = [];
  const relations: TraitVerifier[] = [];
  const natives: TraitVerifier[] = [];
  for (const trait of ods.record.traits ?? []) {
    const [name, ...args] = typeof trait === 'string' ? [trait] : trait;
    const parametric = parametricTraitVerifiers[name]?.(args, ods);
    const rest = structuralTraits.has(name) ? structural : natives;
    if (parametric !== undefined) (isTypeRelation(name) ? relations : rest).push(parametric);
    const native = nativeTraitVerifiers[name];
    if (native !== undefined) rest.push(native);
    if (name === 'CastOpInterface' && areCastCompatible !== undefined) natives.push(castVerifier(areCastCompatible));
  }
  const verifyStructure = compileStructureVerifier(ods);
  const resultsAreSingle = ods.results.every(({ arity }) => arity === '');
  return (op) =>
    verifyStructure(op) ??
    firstComplaint(structural, op, ods, context) ??
    verifyAttributes(ods, op) ??
    (ods.operandsAreSingle ? verifyOperands(ods.operands, op) : verifyValues(ods.operands, ods.operandGroups(op), 'operand')) ??
    (resultsAreSingle ? verifyResults(ods.results, op) : verifyValues(ods.results, ods.resultGroups(op), 'result')) ??
    verifyRegions(ods, op) ??
    firstComplaint(relations, op, ods, context) ??
    firstComplaint(natives, op, ods, context);
}

function castVerifier(areCastCompatible: (from: Type, to: Type) => boolean): TraitVerifier {
  return (op) => {
    const [from, to] = [op.operand(0).type, op.result(0).type];
    if (areCastCompatible(from, to)) return undefined;
    return `operand type '${typeText(from)}' and result type '${typeText(to)}' are cast incompatible`;
  };
}

/** Relations that ODS checks together with the constraints, before the native traits. */
function isTypeRelation(trait: string): boolean {
  return trait === 'PredOpTrait' || trait === 'TypesMatchWith' || trait.startsWith('All');
}

function firstComplaint(verifiers: readonly TraitVerifier[], op: Operation, ods: OdsOperation, context: Context): string | undefined {
  for (const verify of verifiers) {
    const complaint = verify(op, ods, context);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function verifyAttributes(ods: OdsOperation, op: Operation): string | undefined {
  for (const { name, constraint } of ods.attributes) {
    const value = op.attribute(name);
    const { record } = constraint;
    if (value === undefined) {
      if (record.optional === true || record.default !== undefined) continue;
      return `requires attribute '${name}'`;
    }
    if (constraint.holds(value) === false) return `attribute '${name}' failed to satisfy constraint: ${record.summary}`;
  }
  return undefined;
}

function verifyOperands(specs: readonly OdsValue[], op: Operation): string | undefined {
  for (let index = 0; index < specs.length; index++) {
    const { type } = op.opOperands[index].value;
    if (specs[index].constraint.holds(type) === false) return wrongType(specs[index], 'operand', index, type);
  }
  return undefined;
}

function verifyResults(specs: readonly OdsValue[], op: Operation): string | undefined {
  for (let index = 0; index < specs.length; index++) {
    const { type } = op.results[index];
    if (specs[index].constraint.holds(type) === false) return wrongType(specs[index], 'result', index, type);
  }
  return undefined;
}

function wrongType({ arity, constraint }: OdsValue, noun: string, index: number, type: Type): string {
  const variadic = arity === '*' || arity === '**' ? 'variadic of ' : '';
  return `${noun} #${index} must be ${variadic}${constraint.record.summary}, but got '${typeText(type)}'`;
}

function verifyValues(specs: readonly OdsValue[], groups: readonly (readonly { readonly type: Type }[])[], noun: string): string | undefined {
  let index = 0;
  for (const [position, spec] of specs.entries()) {
    const values = groups[position] ?? [];
    if (spec.arity === '?' && values.length > 1)
      return `${noun} group starting at #${index} requires 0 or 1 element, but found ${values.length}`;
    for (const { type } of values) {
      if (spec.constraint.holds(type) === false) return wrongType(spec, noun, index, type);
      index++;
    }
  }
  return undefined;
}

function verifyRegions(ods: OdsOperation, op: Operation): string | undefined {
  if (ods.regions.length === 0) return undefined;
  let index = 0;
  for (const [position, regions] of ods.regionGroups(op).entries()) {
    const spec = ods.regions[position];
    for (const region of regions) {
      const name = spec?.name === undefined || spec.name === '' ? '' : ` ('${spec.name}')`;
      if (spec?.blocks === '1' && region.blocks.length !== 1) return `region #${index}${name} failed to verify constraint: region with 1 blocks`;
      if (spec?.blocks === '<=1' && region.blocks.length > 1)
        return `region #${index}${name} failed to verify constraint: region with at most 1 blocks`;
      index++;
    }
  }
  return undefined;
}
