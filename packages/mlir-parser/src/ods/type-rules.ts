import type { Type } from '../ir/type.js';
import { typeText } from '../printer/describe.js';
import { formatVariable, type FormatVariable } from './format-variable.js';
import type { OdsOperation } from './ods-operation.js';
import { typesOf, type ParsedForm } from './parsed-form.js';
import { builtType, listTransformers, typeTransformers, type TypeTransformer } from './type-transformer.js';

/** How the types that the text leaves out are computed, as the table says. */
export class TypeRules {
  readonly operands: readonly TypeRule[];
  readonly results: readonly TypeRule[];
  /** Whether the types of the results follow from those of the operands in a way that the dialect knows. */
  readonly inferred: boolean;

  constructor(ods: OdsOperation) {
    const { types } = ods.record;
    this.operands = ods.operands.map((_, index) => new TypeRule(ods, types?.[index] ?? null, 'operand', index));
    this.results = ods.results.map((_, index) => new TypeRule(ods, types?.[ods.operands.length + index] ?? null, 'result', index));
    this.inferred = types?.includes('infer') === true;
  }
}

/** How the types of one operand or result are computed. */
export class TypeRule {
  private readonly isPerValue: boolean;
  /** The value or attribute whose type tells; undefined for types that are always the same. */
  private source: FormatVariable | undefined;
  private transform: TypeTransformer | undefined;

  constructor(
    private readonly ods: OdsOperation,
    /** Null: the types are written. */
    private readonly rule: string | null,
    private readonly kind: 'operand' | 'result',
    private readonly index: number,
  ) {
    this.isPerValue = rule !== null && isPerValue(ods, rule);
  }

  /** The types of a group where each operand has its own; undefined if all have the type `single`. */
  perValue(form: ParsedForm): readonly Type[] | undefined {
    if (this.rule === null) return form.operandTypes[this.index];
    return this.isPerValue ? this.resolved(form) : undefined;
  }

  /** The one type of all operands of a group. */
  single(form: ParsedForm): Type {
    const rule = this.rule ?? 'none';
    if (!rule.startsWith('$')) return builtType(rule, form.parser.context);
    return this.resolved(form)[0] ?? form.parser.error(`the type of the operands of '${this.ods.name}' is not known`, form.start);
  }

  resultTypes(form: ParsedForm): readonly Type[] {
    if (this.rule === null) return (this.kind === 'operand' ? form.operandTypes : form.resultTypes)[this.index];
    return this.rule.startsWith('$') ? this.resolved(form) : [builtType(this.rule, form.parser.context)];
  }

  private resolved(form: ParsedForm): readonly Type[] {
    const { parser } = form;
    const source = sourceTypes(form, (this.source ??= this.findSource()));
    if (this.transform === undefined) return source;
    const [type] = source;
    if (type === undefined) return [];
    return this.transform(type, parser.context, (text) => parser.typeFromText(text)) ?? parser.error(`invalid kind of type: '${typeText(type)}' does not tell the types of the other operands and results`, form.start);
  }

  private findSource(): FormatVariable {
    const [name, transformer] = splitRule(this.rule ?? '');
    if (transformer !== undefined) {
      this.transform = typeTransformers[transformer];
      if (this.transform === undefined) throw new Error(`no type transformer ${transformer}`);
    }
    return formatVariable(this.ods, name);
  }
}

function sourceTypes(form: ParsedForm, variable: FormatVariable): readonly Type[] {
  if (variable.kind !== 'attribute') return typesOf(form, variable);
  const { result, context } = form.parser;
  const value = result.attributes.get(variable.attribute.name);
  return value !== undefined && 'type' in value && value.type !== undefined ? [value.type] : [context.noneType];
}

/** `$x Transformer` in its two parts. */
function splitRule(rule: string): [string, string | undefined] {
  const space = rule.indexOf(' ');
  return space < 0 ? [rule, undefined] : [rule.slice(0, space), rule.slice(space + 1)];
}

/** Whether a rule gives one type for each value of a group, rather than one for all of them. */
function isPerValue(ods: OdsOperation, rule: string): boolean {
  if (!rule.startsWith('$')) return false;
  const [name, transformer] = splitRule(rule);
  if (transformer !== undefined) return listTransformers.has(transformer);
  const source = [...ods.operands, ...ods.results].find((value) => `$${value.name}` === name);
  return source !== undefined && source.arity !== '';
}
