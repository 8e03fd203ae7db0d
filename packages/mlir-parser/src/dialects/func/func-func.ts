import type { Attribute, DictionaryAttr } from '../../ir/attribute.js';
import type { OpAsmParser, RegionArgument } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import { Region } from '../../ir/region.js';
import type { Type } from '../../ir/type.js';

const INFERRED = ['sym_visibility', 'sym_name', 'function_type'];
const NO_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map();

interface Signature {
  /** Named arguments, or types alone in a declaration. */
  readonly args: readonly RegionArgument[];
  readonly types: readonly Type[];
  readonly argAttributes: readonly ReadonlyMap<string, Attribute>[];
  readonly resultTypes: readonly Type[];
  readonly resultAttributes: readonly ReadonlyMap<string, Attribute>[];
}

/** `private @name(%arg: type {attributes}, …) -> (type {attributes}, …) attributes {…} {body}` */
export const funcFuncAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const visibility = parser.parseOptionalAnyKeyword(['public', 'private', 'nested']);
    if (visibility !== undefined) result.attributes.set('sym_visibility', context.stringAttr(visibility));
    const name = parser.parseSymbolName();
    const signature = parseSignature(parser);
    const range = parser.nextRange();
    parser.parseOptionalAttrDictWithKeyword();
    for (const inferred of INFERRED)
      if (result.attributes.has(inferred) && !(inferred === 'sym_visibility' && visibility !== undefined))
        parser.error(`'${inferred}' is an inferred attribute and should not be specified in the explicit attribute dictionary`, range);
    result.attributes.set('sym_name', context.stringAttr(name));
    result.attributes.set('function_type', context.typeAttr(context.functionType(signature.types, signature.resultTypes)));
    const dictionaries = (all: Signature['argAttributes']): Attribute => context.arrayAttr(all.map((entries) => context.dictionaryAttr(entries)));
    if (signature.argAttributes.some((entries) => entries.size > 0)) result.attributes.set('arg_attrs', dictionaries(signature.argAttributes));
    if (signature.resultAttributes.some((entries) => entries.size > 0))
      result.attributes.set('res_attrs', dictionaries(signature.resultAttributes));
    const bodyRange = parser.nextRange();
    const body = parser.parseOptionalRegion(signature.args);
    if (body?.isEmpty === true) parser.error('expected non-empty function body', bodyRange);
    result.regions.push(body ?? new Region());
  },

  print(op, printer) {
    const type = op.attribute('function_type');
    if (type?.kind !== 'type' || type.type.kind !== 'function') throw new Error("'func.func' without its type");
    printer.print(' ');
    const visibility = op.attribute('sym_visibility');
    if (visibility?.kind === 'string') printer.print(`${visibility.value} `);
    const name = op.attribute('sym_name');
    printer.printSymbolName(name?.kind === 'string' ? name.value : '');
    printArguments(op, printer, type.type.inputs);
    printResults(op, printer, type.type.results);
    printer.printOptionalAttrDictWithKeyword(op, [...INFERRED, 'arg_attrs', 'res_attrs']);
    if (op.region(0).isEmpty) return;
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
  },
};

function parseSignature(parser: OpAsmParser): Signature {
  const args: RegionArgument[] = [];
  const types: Type[] = [];
  const argAttributes: ReadonlyMap<string, Attribute>[] = [];
  parser.parsePunctuation('(');
  if (!parser.parseOptionalPunctuation(')')) {
    do {
      const range = parser.nextRange();
      const isNamed = range.file.bytes[range.start] === 0x25;
      if (!isNamed) {
        if (args.length > 0) parser.error('expected SSA identifier', range);
        types.push(parser.parseType());
        argAttributes.push(parseDictionary(parser));
        parser.parseOptionalLocation();
      } else {
        if (types.length > args.length) parser.error('expected type instead of SSA identifier', range);
        const argument = parser.parseRegionArgument(true, true);
        args.push(argument);
        if (argument.type !== undefined) types.push(argument.type);
        argAttributes.push(argument.attributes);
      }
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(')');
  }
  const resultTypes: Type[] = [];
  const resultAttributes: ReadonlyMap<string, Attribute>[] = [];
  if (parser.parseOptionalPunctuation('->')) {
    if (!parser.parseOptionalPunctuation('(')) {
      resultTypes.push(parser.parseType());
      resultAttributes.push(NO_ATTRIBUTES);
    } else if (!parser.parseOptionalPunctuation(')')) {
      do {
        resultTypes.push(parser.parseType());
        resultAttributes.push(parseDictionary(parser));
      } while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(')');
    }
  }
  return { args, types, argAttributes, resultTypes, resultAttributes };
}

function parseDictionary(parser: OpAsmParser): ReadonlyMap<string, Attribute> {
  const range = parser.nextRange();
  if (range.file.bytes[range.start] !== 0x7b) return NO_ATTRIBUTES;
  const attribute = parser.parseAttribute();
  return attribute.kind === 'dictionary' ? attribute.entries : NO_ATTRIBUTES;
}

function printArguments(op: Operation, printer: OpAsmPrinter, types: readonly Type[]): void {
  const attributes = dictionariesOf(op, 'arg_attrs');
  const body = op.region(0).entry;
  printer.print('(');
  for (const [index, type] of types.entries()) {
    if (index > 0) printer.print(', ');
    if (body !== undefined) printer.printRegionArgument(body.arguments[index], attributes[index]?.entries);
    else {
      printer.printType(type);
      printDictionary(printer, attributes[index]);
    }
  }
  printer.print(')');
}

function printResults(op: Operation, printer: OpAsmPrinter, types: readonly Type[]): void {
  if (types.length === 0) return;
  const attributes = dictionariesOf(op, 'res_attrs');
  const parenthesised = types.length > 1 || types[0].kind === 'function' || (attributes[0]?.entries.size ?? 0) > 0;
  printer.print(parenthesised ? ' -> (' : ' -> ');
  for (const [index, type] of types.entries()) {
    if (index > 0) printer.print(', ');
    printer.printType(type);
    printDictionary(printer, attributes[index]);
  }
  if (parenthesised) printer.print(')');
}

function printDictionary(printer: OpAsmPrinter, dictionary: DictionaryAttr | undefined): void {
  if (dictionary === undefined || dictionary.entries.size === 0) return;
  printer.print(' ');
  printer.printAttribute(dictionary);
}

/** The dictionaries of `arg_attrs` or `res_attrs`, one for each argument or result; none if there is no such attribute. */
function dictionariesOf(op: Operation, name: 'arg_attrs' | 'res_attrs'): readonly (DictionaryAttr | undefined)[] {
  const attribute = op.attribute(name);
  if (attribute?.kind !== 'array') return [];
  return attribute.elements.map((element) => (element.kind === 'dictionary' ? element : undefined));
}
