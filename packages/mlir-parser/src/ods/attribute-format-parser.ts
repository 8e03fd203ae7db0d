import type { Attribute } from '../ir/attribute.js';
import type { OpAsmParser, Punctuation } from '../ir/op-asm-parser.js';
import type { Type } from '../ir/type.js';
import { attributeClass } from './attribute-predicate.js';
import { denseIntegerArray } from '../ir/dense-array.js';
import { enumAttributeBody, enumKeyword, enumKeywords, enumValue, literalsAround } from './enum-keyword.js';
import { attributeSyntax, type AttributeSyntax } from './format-variable.js';
import type { OdsAttribute, OdsOperation } from './ods-operation.js';
import { builtType } from './type-transformer.js';

type DialectEnumSyntax = Extract<AttributeSyntax, { kind: 'dialect-enum' }>;

/** Parsers of single attributes in a declarative format. */
export class AttributeFormatParser {
  constructor(private readonly ods: OdsOperation) {}

  /** The attribute must stand there. */
  required(attribute: OdsAttribute, qualified: boolean): (parser: OpAsmParser) => Attribute {
    const syntax = attributeSyntax(this.ods, attribute, qualified);
    if (syntax.kind === 'symbol-name') return (parser) => parser.context.stringAttr(parser.parseSymbolName());
    if (syntax.kind === 'typed' || syntax.kind === 'full') {
      const { storage } = attribute.constraint.record;
      const isKind = attributeClass(storage);
      const isString = storage === 'StringAttr' && syntax.kind === 'typed';
      return (parser) => {
        const range = parser.nextRange();
        // A string whose type goes without saying must not take a colon that follows for its own.
        const text = isString ? parser.parseOptionalString() : undefined;
        if (text !== undefined) return parser.context.stringAttr(text);
        const value = parser.parseAttribute(...valueType(syntax, parser));
        // Refused where it stands, rather than later for the whole operation.
        if (isKind?.(value) === false) parser.error('invalid kind of attribute specified', range);
        return value;
      };
    }
    const optional = this.optional(attribute, qualified);
    return (parser) => {
      const value = optional(parser);
      if (value !== undefined) return value;
      if (syntax.kind === 'dense-array' || syntax.kind === 'parameters') return parser.parseAttribute();
      const keywords = syntax.record.cases.map(([keyword]) => keyword).join(', ');
      if (syntax.kind === 'dialect-enum') return parser.error(`expected ${syntax.definition.name} attribute: one of ${keywords}`);
      return parser.error(
        `expected string or keyword containing one of the following enum values for attribute '${attribute.name}' [${keywords}]`,
      );
    };
  }

  /** Undefined, with nothing consumed, if the attribute does not stand there. */
  optional(attribute: OdsAttribute, qualified: boolean): (parser: OpAsmParser) => Attribute | undefined {
    const syntax = attributeSyntax(this.ods, attribute, qualified);
    switch (syntax.kind) {
      case 'enum': {
        const allowed = enumKeywords(syntax.record);
        const type = syntax.record.type;
        return (parser) => {
          const range = parser.nextRange();
          const text = parser.parseOptionalAnyKeyword(allowed) ?? parser.parseOptionalString();
          if (text === undefined) return undefined;
          const value = enumValue(syntax.record, text) ?? parser.error(`invalid ${attribute.name} attribute specification: "${text}"`, range);
          return parser.context.integerAttr(builtType(type, parser.context), value);
        };
      }
      case 'dialect-enum':
        return dialectEnum(syntax);
      case 'symbol-name':
        return (parser) => {
          const name = parser.parseOptionalSymbolName();
          return name === undefined ? undefined : parser.context.stringAttr(name);
        };
      case 'dense-array':
        return (parser) => denseArray(parser, syntax.width);
      case 'parameters': {
        const [dialect = '', ...mnemonic] = syntax.name.split('.');
        return (parser) => {
          const parameters = parser.parseOptionalParameters();
          return parameters === undefined ? parser.parseOptionalAttribute() : parser.context.dialectAttr(dialect, mnemonic.join('.') + parameters);
        };
      }
      case 'typed':
      case 'full':
        if (attribute.constraint.record.storage === 'StringAttr')
          return (parser) => {
            const text = parser.parseOptionalString();
            return text === undefined ? undefined : parser.context.stringAttr(text);
          };
        return (parser) => parser.parseOptionalAttribute(...valueType(syntax, parser));
    }
  }
}

/** The type that `parseAttribute` may assume; types that say nothing (`none`, the index of affine maps) are left out. */
function valueType(syntax: AttributeSyntax, parser: OpAsmParser): [] | [Type] {
  return syntax.kind === 'typed' && /^[if]/.test(syntax.type) ? [builtType(syntax.type, parser.context)] : [];
}

/** `[1, -2]`; undefined if there is no `[`. */
function denseArray(parser: OpAsmParser, width: number): Attribute | undefined {
  if (!parser.parseOptionalPunctuation('[')) return undefined;
  const values: bigint[] = [];
  if (!parser.parseOptionalPunctuation(']')) {
    do {
      values.push(parser.parseInteger());
      if (parser.parseOptionalPunctuation(':')) parser.parseType(); // `[0 : i32]` until MLIR 14
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(']');
  }
  return denseIntegerArray(parser.context, width, values);
}

function parseLiteral(parser: OpAsmParser, literal: string): void {
  if (/^\w/.test(literal)) parser.parseKeyword(literal);
  else parser.parsePunctuation(literal as Punctuation);
}

/** An enum attribute of a dialect, without or with its full spelling. */
function dialectEnum({ record, definition }: DialectEnumSyntax): (parser: OpAsmParser) => Attribute | undefined {
  const { open: [first, ...others], close } = literalsAround(definition.format ?? []);
  const dialect = definition.name.slice(0, definition.name.indexOf('.'));
  const allowed = record.cases.map(([keyword]) => keyword);
  const readable = enumKeywords(record);
  return (parser) => {
    if (first !== undefined && !parser.parseOptionalPunctuation(first as Punctuation)) {
      const quoted = parser.parseOptionalString(); // `"add"` for `<add>` until MLIR 15
      if (quoted === undefined) return parser.parseOptionalAttribute();
      const text = enumValue(record, quoted) ?? parser.error(`expected ${definition.name} to be one of: ${allowed.join(', ')}`);
      return parser.context.dialectAttr(dialect, enumAttributeBody(definition, enumKeyword(record, text) ?? quoted));
    }
    for (const literal of others) parseLiteral(parser, literal);
    let value = 0;
    let atStart = true;
    do {
      const keyword = parser.parseOptionalAnyKeyword(readable);
      if (keyword === undefined) {
        if (first === undefined && atStart) return parser.parseOptionalAttribute();
        return parser.error(`expected ${definition.name} to be one of: ${allowed.join(', ')}`);
      }
      value |= enumValue(record, keyword) ?? 0;
      atStart = false;
    } while (record.separator !== undefined && parser.parseOptionalPunctuation(record.separator.trim() as Punctuation));
    for (const literal of close) parseLiteral(parser, literal);
    const text = enumKeyword(record, value) ?? parser.error(`${definition.name} has no value ${value}`);
    return parser.context.dialectAttr(dialect, enumAttributeBody(definition, text));
  };
}
