import { escapeBytes } from './identifier.js';
import type { Type } from './type.js';

/** One attribute of a function, a parameter or a return value. */
export type Attribute =
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'integer'; readonly name: string; readonly value: number }
  | { readonly kind: 'type'; readonly name: string; readonly type: Type }
  | { readonly kind: 'string'; readonly key: string; readonly value: string | undefined }
  /** An attribute whose argument has a syntax of its own, such as `memory(none)`; the argument is kept as written. */
  | { readonly kind: 'verbatim'; readonly name: string; readonly argument: string };

export type AttributeList = readonly Attribute[];

/** No attributes; the usual value. */
export const noAttributes: AttributeList = [];

/** `circuit`, `private_input`, `noundef` and all others without an argument. */
export function enumAttribute(name: string): Attribute {
  return { kind: 'enum', name };
}

/** `byval(T)`, `sret(T)`. */
export function typeAttribute(name: string, type: Type): Attribute {
  return { kind: 'type', name, type };
}

/** The attribute of that name, or undefined. */
export function findAttribute(attributes: AttributeList, name: string): Attribute | undefined {
  return attributes.find((attribute) => attribute.kind !== 'string' && attribute.name === name);
}

export function hasAttribute(attributes: AttributeList, name: string): boolean {
  return findAttribute(attributes, name) !== undefined;
}

/** The type in `byval(T)` or `sret(T)`, if the attribute is there. */
export function attributeType(attributes: AttributeList, name: 'byval' | 'sret'): Type | undefined {
  const attribute = findAttribute(attributes, name);
  return attribute?.kind === 'type' ? attribute.type : undefined;
}

const encoder = new TextEncoder();
const quoted = (text: string): string => `"${escapeBytes(encoder.encode(text))}"`;

/** Attributes whose integer argument follows an equals sign inside `attributes #0 = { … }`: `align=4`, `alignstack=16`. */
const ALIGNMENTS = new Set(['align', 'alignstack']);

/** Whether the attribute's number is an alignment. */
export function isAlignmentAttribute(name: string): boolean {
  return ALIGNMENTS.has(name);
}

/** How LLVM IR writes one attribute. */
export function attributeText(attribute: Attribute, inGroup = false): string {
  switch (attribute.kind) {
    case 'enum':
      return attribute.name;
    case 'integer':
      if (inGroup && ALIGNMENTS.has(attribute.name)) return `${attribute.name}=${attribute.value}`;
      if (attribute.name === 'align') return `align ${attribute.value}`;
      return `${attribute.name}(${attribute.value})`;
    case 'type':
      return `${attribute.name}(${attribute.type.text})`;
    case 'string':
      return quoted(attribute.key) + (attribute.value === undefined ? '' : `=${quoted(attribute.value)}`);
    case 'verbatim':
      return `${attribute.name}(${attribute.argument})`;
  }
}

/** The attributes with single spaces between them. */
export function attributeListText(attributes: AttributeList, inGroup = false): string {
  return attributes.map((attribute) => attributeText(attribute, inGroup)).join(' ');
}
