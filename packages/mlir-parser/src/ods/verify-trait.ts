import type { Context } from '../ir/context.js';
import type { Operation } from '../ir/operation.js';
import { dynamicDimension, type Type } from '../ir/type.js';
import type { PredicateTree } from './dialect-table.js';
import type { OdsOperation } from './ods-operation.js';
import { compilePredicate, type PredicateLanguage } from './predicate.js';
import { elementTypeOrSelf, isShaped } from './type-predicate.js';
import { textTransformers, typeTransformers } from './type-transformer.js';

/** What one trait demands of one operation: a complaint, or undefined. */
export type TraitVerifier = (op: Operation, ods: OdsOperation, context: Context) => string | undefined;

/** MLIR's native traits that check something; the others only say something to passes. */
export const nativeTraitVerifiers: Readonly<Record<string, TraitVerifier>> = {
  SameTypeOperands: (op) =>
    hasOneType(op, false) || allEqual(op.operands.map((value) => value.type)) ? undefined : 'requires all operands to have the same type',
  SameOperandsAndResultType: (op) => {
    if (hasOneType(op, true)) return undefined;
    const types = [...op.operands, ...op.results].map((value) => value.type);
    const [first] = types;
    const match = first === undefined || (types.every((type) => elementTypeOrSelf(type) === elementTypeOrSelf(first)) && compatibleShapes(types));
    return match ? undefined : 'requires the same type for all operands and results';
  },
  SameOperandsElementType: (op) =>
    allEqual(op.operands.map((value) => elementTypeOrSelf(value.type))) ? undefined : 'requires the same element type for all operands',
  SameOperandsAndResultElementType: (op) =>
    allEqual([...op.operands, ...op.results].map((value) => elementTypeOrSelf(value.type)))
      ? undefined
      : 'requires the same element type for all operands and results',
  SameOperandsShape: (op) =>
    compatibleShapes(op.operands.map((value) => value.type)) ? undefined : 'requires the same shape for all operands',
  SameOperandsAndResultShape: (op) =>
    compatibleShapes([...op.operands, ...op.results].map((value) => value.type))
      ? undefined
      : 'requires the same shape for all operands and results',
  Elementwise: (op) => {
    if (isScalar(op)) return undefined;
    const operands = op.operands.map((value) => value.type).filter(isMappable);
    const results = op.results.map((value) => value.type).filter(isMappable);
    if (operands.length === 0)
      return results.length === 0 ? undefined : 'if a result is non-scalar, then at least one operand must be non-scalar';
    if (results.length === 0) return 'if an operand is non-scalar, then there must be at least one non-scalar result';
    if (results.length !== op.results.length) return 'if an operand is non-scalar, then all results must be non-scalar';
    const types = [...operands, ...results];
    return allEqual(types.map((type) => type.kind)) && compatibleShapes(types)
      ? undefined
      : 'all non-scalar operands/results must have the same shape and base type';
  },
  Terminator: (op) => (op.next === undefined ? undefined : 'must be the last operation in the parent block'),
  NoRegionArguments: (op) => {
    const index = op.regions.findIndex((region) => (region.entry?.arguments.length ?? 0) > 0);
    if (index < 0) return undefined;
    return op.regions.length > 1 ? `region #${index} should have no arguments` : 'region should have no arguments';
  },
  SingleBlock: (op, ods) => {
    for (const [index, region] of op.regions.entries()) {
      if (region.isEmpty) continue;
      if (region.blocks.length !== 1) return `expects region #${index} to have 0 or 1 blocks`;
      if (!ods.traits.has('NoTerminator') && region.entry?.isEmpty === true) return `expects a non-empty block`;
    }
    return undefined;
  },
};

/** Traits with arguments. */
export const parametricTraitVerifiers: Readonly<
  Record<string, (args: readonly PredicateTree[], ods: OdsOperation) => TraitVerifier>
> = {
  HasParent: (args) => (op) => {
    const parents = args.map(String);
    const parent = op.parentOp;
    if (parent !== undefined && parents.includes(parent.name)) return undefined;
    return `expects parent op ${parents.length > 1 ? 'to be one of ' : ''}'${parents.join(', ')}'`;
  },
  SingleBlockImplicitTerminator: ([name]) => (op) => {
    for (const region of op.regions) {
      const last = region.entry?.lastOperation;
      if (last === undefined || last.name === name) continue;
      return `expects regions to end with '${String(name)}', found '${last.name}'`;
    }
    return undefined;
  },
  AllTypesMatch: (args) => matching(args, (type) => type, `type`),
  AllElementTypesMatch: (args) => matching(args, elementTypeOrSelf, 'element type'),
  AllShapesMatch: (args) => matching(args, (type) => ('shape' in type ? type.shape.join() : undefined), 'shape'),
  AllRanksMatch: (args) => matching(args, (type) => ('shape' in type ? type.shape.length : undefined), 'rank'),
  TypesMatchWith: (args) => {
    const [summary, lhs, rhs, transformer] = args.map(String) as [string, string, string, string];
    const transform = typeTransformers[transformer];
    if (transform === undefined || textTransformers.has(transformer)) return () => undefined; // C++ that nothing here interprets
    return (op, ods, context) => {
      const [type] = typesNamed(op, ods, lhs);
      const actual = typesNamed(op, ods, rhs);
      if (type === undefined || (args[4] === 'optional' && actual.length === 0)) return undefined;
      const expected = transform(type, context);
      const match = expected !== undefined && expected.length === actual.length && expected.every((wanted, index) => wanted === actual[index]);
      return match ? undefined : `failed to verify that ${summary}`;
    };
  },
  PredOpTrait: ([summary, predicate]) => {
    const holds = compilePredicate(predicate, operationPredicates);
    return (op, ods) => (holds({ op, ods }) === false ? `failed to verify that ${String(summary)}` : undefined);
  },
};

/** Predicates over a whole operation. */
const operationPredicates: PredicateLanguage<{ readonly op: Operation; readonly ods: OdsOperation }> = {
  leaf(expression) {
    const elementTypes = /^(?:::)?getElementTypeOrSelf\(\$_op\.get(Result|Operand)\((\d)\)\) == (?:::)?getElementTypeOrSelf\(\$_op\.get(Result|Operand)\((\d)\)\)$/.exec(expression);
    if (elementTypes !== null) {
      const [, leftKind, left, rightKind, right] = elementTypes;
      const type = (op: Operation, kind: string | undefined, index: number): Type | undefined =>
        (kind === 'Result' ? op.results : op.operands)[index]?.type;
      return ({ op }) => {
        const [a, b] = [type(op, leftKind, Number(left)), type(op, rightKind, Number(right))];
        return a === undefined || b === undefined || elementTypeOrSelf(a) === elementTypeOrSelf(b);
      };
    }
    const tensorShapes = /^\(tensorShape\(\$(\w+)\)\) == \(tensorShape\(\$(\w+)\)\) && /.exec(expression);
    if (tensorShapes !== null)
      return ({ op, ods }) => tensorShape(op, ods, tensorShapes[1]) === tensorShape(op, ods, tensorShapes[2]);
    const i1 = /^\$(\w+)\.getType\(\)\.isSignlessInteger\(1\)$/.exec(expression);
    if (i1 !== null)
      return ({ op, ods }) => typesNamed(op, ods, i1[1] ?? '').every((type) => type.kind === 'integer' && type.width === 1 && type.signedness === 'signless');
    const shapes = /^\(cast<ShapedType>\(\$(\w+)\.getType\(\)\)\.getShape\(\)\) == \(cast<ShapedType>\(\$(\w+)\.getType\(\)\)\.getShape\(\)\) && /.exec(expression);
    if (shapes !== null)
      return ({ op, ods }) => {
        const [a, b] = [typesNamed(op, ods, shapes[1] ?? '')[0], typesNamed(op, ods, shapes[2] ?? '')[0]];
        return a !== undefined && b !== undefined && 'shape' in a && 'shape' in b && a.shape.join() === b.shape.join();
      };
    const isShapedOperand = /^isa<ShapedType>\(\$_op\.getOperand\((\d)\)\.getType\(\)\)$/.exec(expression);
    if (isShapedOperand !== null) {
      const index = Number(isShapedOperand[1]);
      return ({ op }) => index < op.numOperands && isShaped(op.operand(index).type);
    }
    const operandCount = /^\$_op\.getNumOperands\(\) > (\d+)$/.exec(expression);
    if (operandCount !== null) return ({ op }) => op.numOperands > Number(operandCount[1]);
    return undefined;
  },
  on: () => undefined,
};

function tensorShape(op: Operation, ods: OdsOperation, name: string | undefined): string {
  const [type] = typesNamed(op, ods, name ?? '');
  return type?.kind === 'tensor' ? type.shape.join() : '';
}

/** The types of the operands or results, or of the attribute, called `name`. */
function typesNamed(op: Operation, ods: OdsOperation, name: string): Type[] {
  const operand = ods.operands.findIndex((candidate) => candidate.name === name);
  if (operand >= 0) return (ods.operandGroups(op)[operand] ?? []).map((value) => value.type);
  const result = ods.results.findIndex((candidate) => candidate.name === name);
  if (result >= 0) return (ods.resultGroups(op)[result] ?? []).map((value) => value.type);
  const value = op.attribute(name);
  if (value === undefined) return [];
  return 'type' in value && value.type !== undefined ? [value.type] : [untyped];
}

/** The type of attributes that have none; equal to no type of a context. */
const untyped: Type = { kind: 'none', id: -1 };

/** Types that element-wise operations map over. */
function isMappable(type: Type): boolean {
  return type.kind === 'vector' || type.kind === 'tensor' || type.kind === 'unranked-tensor';
}

function matching(args: readonly PredicateTree[], property: (type: Type) => unknown, noun: string): TraitVerifier {
  const names = args.map(String);
  return (op, ods) => {
    const types = names.flatMap((name) => typesNamed(op, ods, name));
    return allEqual(types.map(property)) ? undefined : `failed to verify that all of {${names.join(', ')}} have same ${noun}`;
  };
}

/** Whether the operands (and the results) are all of the very same type. */
function hasOneType(op: Operation, withResults: boolean): boolean {
  const { opOperands, results } = op;
  const type = opOperands.length > 0 ? opOperands[0].value.type : results[0]?.type;
  for (let index = 0; index < opOperands.length; index++) if (opOperands[index].value.type !== type) return false;
  if (withResults) for (let index = 0; index < results.length; index++) if (results[index].type !== type) return false;
  return true;
}

/** Whether no operand and no result is of a type that element-wise operations map over. */
function isScalar({ opOperands, results }: Operation): boolean {
  for (let index = 0; index < opOperands.length; index++) if (isMappable(opOperands[index].value.type)) return false;
  for (let index = 0; index < results.length; index++) if (isMappable(results[index].type)) return false;
  return true;
}

function allEqual(items: readonly unknown[]): boolean {
  return items.every((item) => item === items[0]);
}

/** Whether the shapes may be equal at run time: dynamic sizes match any, and unranked types match all. */
function compatibleShapes(types: readonly Type[]): boolean {
  const scalars = types.filter((type) => !isShaped(type)).length;
  if (scalars > 0) return scalars === types.length;
  const vectors = types.filter((type) => type.kind === 'vector');
  const scalable = vectors.filter((type) => type.scalable.includes(true));
  // Scalable sizes fit only scalable sizes: the same dimensions must be scalable in all.
  if (scalable.length > 0 && (scalable.length < types.length || !allEqual(scalable.map((type) => type.scalable.join())))) return false;
  const shapes = types.flatMap((type) => ('shape' in type ? [type.shape] : []));
  const [first] = shapes;
  if (first === undefined) return true;
  return shapes.every((shape) => shape.length === first.length) && first.every((_, dimension) => {
    const sizes = new Set(shapes.map((shape) => shape[dimension]).filter((size) => size !== dynamicDimension));
    return sizes.size <= 1;
  });
}
