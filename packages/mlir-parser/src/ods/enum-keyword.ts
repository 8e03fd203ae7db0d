import type { DialectAttributeRecord, DialectTable, EnumRecord, FormatElement } from './dialect-table.js';

/** Keywords that were in use until LLVM 17, by enum. */
const formerKeywords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AtomicRMWKind: { maxf: 'maximumf', minf: 'minimumf' },
  CombiningKind: { maxf: 'maximumf', minf: 'minimumf' },
};

/** The value of keyword `name`, also a former one; undefined if the enum has no such case. */
export function enumValue(record: EnumRecord, name: string): number | undefined {
  const current = formerKeywords[record.name]?.[name] ?? name;
  return record.cases.find(([keyword]) => keyword === current)?.[1];
}

/** The keywords that `enumValue` knows. */
export function enumKeywords(record: EnumRecord): string[] {
  return [...record.cases.map(([keyword]) => keyword), ...Object.keys(formerKeywords[record.name] ?? {})];
}

/**
 * The text of `value`: its case, or for bit enums the cases that make it up, groups of bits first, as MLIR prints them.
 * Undefined if the value is no case.
 */
export function enumKeyword(record: EnumRecord, value: number): string | undefined {
  const exact = record.cases.find(([, other]) => other === value);
  if (record.separator === undefined || value === 0) return exact?.[0];
  const keywords: string[] = [];
  let rest = value;
  for (const groups of [true, false])
    for (const [keyword, bits] of record.cases)
      if (bits !== 0 && (bits & (bits - 1)) !== 0 === groups && (rest & bits) === bits) {
        keywords.push(keyword);
        rest &= ~bits;
      }
  return rest === 0 ? keywords.join(record.separator) : undefined;
}

/** Whether the attribute is an enum between the literals of its format and nothing else. */
export function enumOfAttribute(attribute: DialectAttributeRecord, table: DialectTable): EnumRecord | undefined {
  const variables = (attribute.format ?? []).filter((element) => typeof element !== 'string' || element.startsWith('$'));
  if (attribute.enum === undefined || variables.length !== 1) return undefined;
  return table.enums.find((record) => record.name === attribute.enum);
}

/** The literals around the parameter of an enum attribute: `<` and `>`, `{`, `type`, `=` and `}`, or nothing. */
export function literalsAround(format: readonly FormatElement[]): { readonly open: readonly string[]; readonly close: readonly string[] } {
  const variable = format.findIndex((element) => typeof element !== 'string' || element.startsWith('$'));
  const literals = (elements: readonly FormatElement[]): string[] =>
    elements.flatMap((element) => (typeof element === 'string' && element.startsWith("'") ? [element.slice(1)] : []));
  return { open: literals(format.slice(0, variable)), close: literals(format.slice(variable)) };
}

/** The text of an enum attribute behind its mnemonic: `<text>`, `{type = text}`. */
export function enumAttributeParameters(attribute: DialectAttributeRecord, text: string): string {
  const { open, close } = literalsAround(attribute.format ?? []);
  return `${open.join(' ').replace('{ ', '{')}${open.length > 1 ? ' ' : ''}${text}${close.join('')}`;
}

/** What follows `#dialect.` for the enum attribute with this text. */
export function enumAttributeBody(attribute: DialectAttributeRecord, text: string): string {
  const mnemonic = attribute.name.slice(attribute.name.indexOf('.') + 1);
  const { open } = literalsAround(attribute.format ?? []);
  const parameters = enumAttributeParameters(attribute, text);
  if (open[0] === '<') return `${mnemonic}${parameters}`;
  return open.length === 0 ? `<${mnemonic} ${text}>` : `<${mnemonic}${parameters}>`;
}

/**
 * The canonical form of the body of a dialect attribute: keywords of enums are reordered and respaced as MLIR prints them.
 * Bodies of other attributes, and bodies with unknown keywords, stay as they are.
 */
export function canonicalAttributeBody(table: DialectTable, body: string): string {
  const match = /^<?(\w+)\s*(?:<\s*([^<>]*?)\s*>|([^<>]*?))>?$/.exec(body);
  const attribute = table.attributes.find((candidate) => candidate.name === `${table.dialect}.${match?.[1] ?? ''}`);
  const record = attribute === undefined ? undefined : enumOfAttribute(attribute, table);
  if (attribute === undefined || record === undefined) return body;
  const keywords = (match?.[2] ?? match?.[3] ?? '').trim().split(record.separator === undefined ? /$/ : /\s*[,|]\s*/);
  let value = 0;
  for (const keyword of keywords) {
    const bits = enumValue(record, keyword);
    if (bits === undefined) return body;
    value |= bits;
  }
  const text = enumKeyword(record, value);
  return text === undefined ? body : enumAttributeBody(attribute, text);
}
