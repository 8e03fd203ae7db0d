import { denseIntegerArray } from '../ir/dense-array.js';
import { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { ReturnTypeInference } from './custom-directive.js';
import type { ParsedForm } from './parsed-form.js';
import type { TypeRule, TypeRules } from './type-rules.js';

/** Hands what was read to the parser: types are computed, operands resolved, segment sizes noted. */
export function finishForm(form: ParsedForm, rules: TypeRules, inferReturnTypes: ReturnTypeInference | undefined): void {
  const { ods, parser, operands } = form;
  const { result } = parser;
  for (let index = 0; index < operands.length; index++) {
    const groups = form.operandGroups[index];
    if (groups.length > 0) operands[index].push(...groups.flat());
  }
  if (form.allOperandTypes !== undefined) {
    result.operands.push(...parser.resolveOperands(form.allOperands ?? operands.flat(), form.allOperandTypes, form.start));
  } else if (form.allOperands !== undefined) {
    const types = ods.operands.flatMap((_, index) => rules.operands[index].perValue(form) ?? rules.operands[index].single(form));
    result.operands.push(...parser.resolveOperands(form.allOperands, types, form.start));
  } else for (let index = 0; index < operands.length; index++) resolveGroup(form, rules.operands[index], index);
  if (form.allOperands === undefined) noteSegments(form);

  if (form.allRegions !== undefined) result.regions.push(...form.allRegions);
  else
    for (const [index, group] of form.regions.entries())
      result.regions.push(...(group.length === 0 && ods.regions[index].arity === '' ? [new Region()] : group)); // one that was left out
  if (form.allSuccessors !== undefined) result.successors.push(...form.allSuccessors);
  else for (const group of form.successors) result.successors.push(...group);

  if (form.allResultTypes !== undefined) {
    result.resultTypes.push(...form.allResultTypes);
  } else if (rules.inferred) {
    if (inferReturnTypes === undefined)
      return parser.error(`the types of the results of '${ods.name}' cannot be inferred here; use the generic form`, form.start);
    const types = form.allOperandTypes === undefined
      ? ods.operands.map((_, index) => typesOfGroup(form, rules.operands[index], index))
      : [[...form.allOperandTypes]];
    result.resultTypes.push(...inferReturnTypes(parser, types, result.attributes));
  } else {
    const sizes: number[] | undefined = ods.traits.has('AttrSizedResultSegments') ? [] : undefined;
    for (const rule of rules.results) {
      const types = rule.resultTypes(form);
      sizes?.push(types.length);
      for (let index = 0; index < types.length; index++) result.resultTypes.push(types[index]);
    }
    if (sizes !== undefined) result.attributes.set('resultSegmentSizes', denseIntegerArray(parser.context, 32, sizes));
  }
}

function resolveGroup(form: ParsedForm, rule: TypeRule, index: number): void {
  const { parser } = form;
  const group = form.operands[index];
  if (group.length === 0 && rule.perValue(form) === undefined) return;
  const types = typesOfGroup(form, rule, index);
  if (group.length === 1 && types.length === 1) {
    parser.result.operands.push(parser.resolveOperand(group[0], types[0]));
    return;
  }
  const range = form.operandRanges[index] ?? group[0]?.range ?? form.start;
  parser.result.operands.push(...parser.resolveOperands(group, types, range));
}

function noteSegments(form: ParsedForm): void {
  const { ods, parser: { result, context } } = form;
  if (ods.traits.has('AttrSizedOperandSegments'))
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, form.operands.map((group) => group.length)));
  for (let index = 0; index < ods.operands.length; index++) {
    const { arity, segments } = ods.operands[index];
    if (arity === '**' && segments !== undefined)
      result.attributes.set(segments, denseIntegerArray(context, 32, form.operandGroups[index].map((group) => group.length)));
  }
}

/** One type for each operand of a group. */
function typesOfGroup(form: ParsedForm, rule: TypeRule, index: number): readonly Type[] {
  const types = rule.perValue(form);
  if (types !== undefined) return types;
  const group = form.operands[index];
  if (group.length === 0) return [];
  const type = rule.single(form);
  return group.length === 1 ? [type] : group.map(() => type);
}
