import type { DialectAttributeRecord, EnumRecord, FormatElement } from './dialect-table.js';
import { enumOfAttribute } from './enum-keyword.js';
import type { OdsAttribute, OdsOperation } from './ods-operation.js';

/** What a `$name` in the format of an operation stands for; `index` counts among its kind. */
export type FormatVariable =
  | { readonly kind: 'operand' | 'result' | 'region' | 'successor'; readonly index: number }
  | { readonly kind: 'attribute'; readonly attribute: OdsAttribute };

export function formatVariable(op: OdsOperation, element: FormatElement): FormatVariable {
  if (typeof element !== 'string' || !element.startsWith('$'))
    throw new Error(`'${op.name}': expected a variable in its format, got ${JSON.stringify(element)}`);
  const name = element.slice(1);
  const groups = { operand: op.operands, result: op.results, region: op.regions, successor: op.successors } as const;
  const attribute = op.attributes.find((candidate) => candidate.name === name);
  if (attribute !== undefined) return { kind: 'attribute', attribute };
  for (const kind of ['operand', 'result', 'region', 'successor'] as const) {
    const index = groups[kind].findIndex((candidate) => candidate.name === name);
    if (index >= 0) return { kind, index };
  }
  throw new Error(`'${op.name}' has nothing called ${element}`);
}

/** How an attribute stands in a format. */
export type AttributeSyntax =
  /** The keyword of an integer enum. */
  | { readonly kind: 'enum'; readonly record: EnumRecord }
  /** The syntax of an enum attribute of a dialect without its mnemonic: `<add>`, or bare `slt`. */
  | { readonly kind: 'dialect-enum'; readonly record: EnumRecord; readonly definition: DialectAttributeRecord }
  | { readonly kind: 'symbol-name' }
  /** `[1, 2]` for `array<iN: 1, 2>`. */
  | { readonly kind: 'dense-array'; readonly width: number }
  /** An attribute whose type need not be said, because there is only one. */
  | { readonly kind: 'typed'; readonly type: string }
  /** The parameters of an attribute of a dialect, in place of all of it: `<a, b>` for `#d.name<a, b>`. */
  | { readonly kind: 'parameters'; readonly name: string }
  | { readonly kind: 'full' };

export function attributeSyntax(op: OdsOperation, attribute: OdsAttribute, qualified: boolean): AttributeSyntax {
  const { record } = attribute.constraint;
  if (record.enum !== undefined) {
    const enumRecord = op.table.enums.find((candidate) => candidate.name === record.enum);
    if (enumRecord !== undefined) return { kind: 'enum', record: enumRecord };
  }
  if (record.symbolName === true) return { kind: 'symbol-name' };
  if (qualified) return { kind: 'full' };
  if (record.attribute !== undefined) {
    const definition = op.table.attributes.find((candidate) => candidate.name === record.attribute);
    const enumRecord = definition === undefined ? undefined : enumOfAttribute(definition, op.table);
    if (definition !== undefined && enumRecord !== undefined) return { kind: 'dialect-enum', record: enumRecord, definition };
    if (definition !== undefined) return { kind: 'parameters', name: definition.name };
  }
  const width = /^DenseI(\d+)ArrayAttr$/.exec(record.storage)?.[1];
  if (width !== undefined) return { kind: 'dense-array', width: Number(width) };
  return record.valueType === undefined ? { kind: 'full' } : { kind: 'typed', type: record.valueType };
}

/** The variables anywhere in `elements`, attributes only. */
export function attributesIn(op: OdsOperation, elements: readonly FormatElement[]): Set<string> {
  const names = new Set<string>();
  const visit = (element: FormatElement): void => {
    if (typeof element === 'string') {
      if (element.startsWith('$') && op.attributes.some((candidate) => candidate.name === element.slice(1))) names.add(element.slice(1));
    } else if ('qualified' in element) visit(element.qualified);
    else if ('custom' in element) element.args.forEach(visit);
    else if ('optional' in element) {
      element.optional.forEach(visit);
      element.else?.forEach(visit);
    } else if ('oilist' in element) element.oilist.flat().forEach(visit);
  };
  elements.forEach(visit);
  return names;
}

/** Whether the anchor of an optional group is a unit attribute that the group's presence stands for. */
export function elidedAnchor(op: OdsOperation, group: Extract<FormatElement, { optional: unknown }>): string | undefined {
  const list = group.inElse === true ? (group.else ?? []) : group.optional;
  const anchor = list[group.anchor];
  if (anchor === undefined || isWhitespace(anchor)) return undefined;
  const first = group.optional.find((element) => !isWhitespace(element));
  if (anchor === first || anchor === group.else?.[0]) return undefined;
  if (typeof anchor !== 'string' || !anchor.startsWith('$')) return undefined;
  const variable = formatVariable(op, anchor);
  return variable.kind === 'attribute' && isUnit(variable.attribute) ? variable.attribute.name : undefined;
}

export function isUnit(attribute: OdsAttribute): boolean {
  return attribute.constraint.record.storage === 'UnitAttr';
}

export function isWhitespace(element: FormatElement): boolean {
  return element === "'" || element === "' " || element === "'\n";
}

/** The dialect's own type that the one operand or result `variable` always has; undefined if it may be of several, or one of several. */
export function definitionOf(op: OdsOperation, variable: FormatVariable): string | undefined {
  if (variable.kind !== 'operand' && variable.kind !== 'result') return undefined;
  const value = (variable.kind === 'operand' ? op.operands : op.results)[variable.index];
  return value?.arity === '' ? value.constraint.record.definition : undefined;
}
