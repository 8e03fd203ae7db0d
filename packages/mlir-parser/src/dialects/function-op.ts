import type { Attribute, DictionaryAttr } from '../ir/attribute.js';
import type { Context } from '../ir/context.js';
import type { OpAsmParser, RegionArgument } from '../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { OpAssembly } from '../ir/op-definition.js';
import type { Operation } from '../ir/operation.js';
import { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import { opError } from '../ir/op-diagnostic.js';
import { typeText } from '../printer/describe.js';
import type { Diagnostic } from '../source/diagnostic.js';

const NO_ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map();

export interface Signature {
  /** Named arguments, or types alone in a declaration. */
  readonly args: readonly RegionArgument[];
  readonly types: readonly Type[];
  readonly argAttributes: readonly ReadonlyMap<string, Attribute>[];
  /** It ends with `...`. */
  readonly variadic: boolean;
  readonly resultTypes: readonly Type[];
  readonly resultAttributes: readonly ReadonlyMap<string, Attribute>[];
}

/** `(%arg: type {attributes}, …) -> (type {attributes}, …)` */
export function parseFunctionSignature(parser: OpAsmParser, allowVariadic = false): Signature {
  const args: RegionArgument[] = [];
  const types: Type[] = [];
  const argAttributes: ReadonlyMap<string, Attribute>[] = [];
  let variadic = false;
  parser.parsePunctuation('(');
  if (!parser.parseOptionalPunctuation(')')) {
    do {
      const range = parser.nextRange();
      if (allowVariadic && parser.parseOptionalPunctuation('...')) {
        variadic = true;
        break;
      }
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
  const { resultTypes, resultAttributes } = parseFunctionResults(parser);
  return { args, types, argAttributes, variadic, resultTypes, resultAttributes };
}

/** ` -> type`, ` -> (type {attributes}, …)` or nothing. */
export function parseFunctionResults(parser: OpAsmParser): Pick<Signature, 'resultTypes' | 'resultAttributes'> {
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
  return { resultTypes, resultAttributes };
}

function parseDictionary(parser: OpAsmParser): ReadonlyMap<string, Attribute> {
  const range = parser.nextRange();
  if (range.file.bytes[range.start] !== 0x7b) return NO_ATTRIBUTES;
  const attribute = parser.parseAttribute();
  return attribute.kind === 'dictionary' ? attribute.entries : NO_ATTRIBUTES;
}

/** `arg_attrs` and `res_attrs`, if there are any. */
export function setSignatureAttributes({ context, result }: OpAsmParser, { argAttributes, resultAttributes }: Signature): void {
  const dictionaries = (all: Signature['argAttributes']): Attribute => context.arrayAttr(all.map((entries) => context.dictionaryAttr(entries)));
  if (argAttributes.some((entries) => entries.size > 0)) result.attributes.set('arg_attrs', dictionaries(argAttributes));
  if (resultAttributes.some((entries) => entries.size > 0)) result.attributes.set('res_attrs', dictionaries(resultAttributes));
}

/** The body of a function, or the empty region of a declaration. */
export function parseFunctionBody(parser: OpAsmParser, { args }: Signature): void {
  const range = parser.nextRange();
  const body = parser.parseOptionalRegion(args);
  if (body?.isEmpty === true) parser.error('expected non-empty function body', range);
  parser.result.regions.push(body ?? new Region());
}

/** ` {body}`, or nothing for a declaration. */
export function printFunctionBody(op: Operation, printer: OpAsmPrinter): void {
  if (op.region(0).isEmpty) return;
  printer.print(' ');
  printer.printRegion(op.region(0), { printEntryArguments: false });
}

/** Arguments and results; types may be given as their text. */
export function printFunctionSignature(
  op: Operation, printer: OpAsmPrinter, inputs: readonly (Type | string)[], results: readonly (Type | string)[], variadic = false,
): void {
  const attributes = dictionariesOf(op, 'arg_attrs');
  const body = op.region(0).entry;
  printer.print('(');
  for (const [index, type] of inputs.entries()) {
    if (index > 0) printer.print(', ');
    if (body !== undefined) printer.printRegionArgument(body.arguments[index], attributes[index]?.entries);
    else {
      printTypeOrText(printer, type);
      printDictionary(printer, attributes[index]);
    }
  }
  if (variadic) printer.print(inputs.length > 0 ? ', ...' : '...');
  printer.print(')');
  if (results.length > 0) printFunctionResults(op, printer, results);
}

function printFunctionResults(op: Operation, printer: OpAsmPrinter, types: readonly (Type | string)[]): void {
  const attributes = dictionariesOf(op, 'res_attrs');
  const [first] = types;
  const parenthesised = types.length > 1 || (typeof first !== 'string' && first.kind === 'function') || (attributes[0]?.entries.size ?? 0) > 0;
  printer.print(parenthesised ? ' -> (' : ' -> ');
  for (const [index, type] of types.entries()) {
    if (index > 0) printer.print(', ');
    printTypeOrText(printer, type);
    printDictionary(printer, attributes[index]);
  }
  if (parenthesised) printer.print(')');
}

function printTypeOrText(printer: OpAsmPrinter, type: Type | string): void {
  if (typeof type === 'string') printer.print(type);
  else printer.printType(type);
}

export function printDictionary(printer: OpAsmPrinter, dictionary: DictionaryAttr | undefined): void {
  if (dictionary === undefined || dictionary.entries.size === 0) return;
  printer.print(' ');
  printer.printAttribute(dictionary);
}

/** The dictionaries of `arg_attrs` or `res_attrs`, one for each argument or result; none if there is no such attribute. */
export function dictionariesOf(op: Operation, name: string): readonly (DictionaryAttr | undefined)[] {
  const attribute = op.attribute(name);
  if (attribute?.kind !== 'array') return [];
  return attribute.elements.map((element) => (element.kind === 'dictionary' ? element : undefined));
}

/** The function type of `op`; throws if it has none, which no parsed operation is without. */
export function functionTypeOf(op: Operation): { readonly inputs: readonly Type[]; readonly results: readonly Type[] } {
  const type = op.attribute('function_type');
  if (type?.kind !== 'type' || type.type.kind !== 'function') throw new Error(`'${op.name}' without its type`);
  return type.type;
}

export function symbolNameOf(op: Operation): string {
  const name = op.attribute('sym_name');
  return name?.kind === 'string' ? name.value : '';
}

const VISIBILITIES = ['public', 'private', 'nested'];

/** Reads it into `sym_visibility`; returns whether there was one. */
export function parseOptionalVisibility(parser: OpAsmParser): boolean {
  const visibility = parser.parseOptionalAnyKeyword(VISIBILITIES);
  if (visibility !== undefined) parser.result.attributes.set('sym_visibility', parser.context.stringAttr(visibility));
  return visibility !== undefined;
}

/** `private ` and the like. */
export function printVisibility(op: Operation, printer: OpAsmPrinter): void {
  const visibility = op.attribute('sym_visibility');
  if (visibility?.kind === 'string') printer.print(`${visibility.value} `);
}

/** The entry block of a function that has a body has its arguments. */
export function verifyFunctionBody(op: Operation): Diagnostic[] {
  const type = op.attribute('function_type');
  const { entry } = op.region(0);
  if (entry === undefined || type?.kind !== 'type' || type.type.kind !== 'function') return [];
  const { inputs } = type.type;
  if (entry.arguments.length !== inputs.length)
    return [opError(op, `entry block must have ${inputs.length} arguments to match function signature`)];
  const wrong = inputs.findIndex((input, index) => entry.arguments[index].type !== input);
  if (wrong < 0) return [];
  return [opError(op, `type of entry block argument #${wrong}('${typeText(entry.arguments[wrong].type)}') must match the type of the corresponding ` +
    `argument in function signature('${typeText(inputs[wrong])}')`)];
}

/** `private @name(%arg: type {attributes}, …) -> (type {attributes}, …) attributes {…} {body}`, as `FunctionOpInterface` has it. */
export const functionOpAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const hasVisibility = parseOptionalVisibility(parser);
    const name = parser.parseSymbolName();
    const signature = parseFunctionSignature(parser);
    const range = parser.nextRange();
    parser.parseOptionalAttrDictWithKeyword();
    for (const inferred of ['sym_visibility', 'sym_name', 'function_type'])
      if (result.attributes.has(inferred) && !(inferred === 'sym_visibility' && hasVisibility))
        parser.error(`'${inferred}' is an inferred attribute and should not be specified in the explicit attribute dictionary`, range);
    result.attributes.set('sym_name', context.stringAttr(name));
    result.attributes.set('function_type', functionType(context, signature));
    setSignatureAttributes(parser, signature);
    parseFunctionBody(parser, signature);
  },
  print(op, printer) {
    const { inputs, results } = functionTypeOf(op);
    printer.print(' ');
    printVisibility(op, printer);
    printer.printSymbolName(symbolNameOf(op));
    printFunctionSignature(op, printer, inputs, results);
    printer.printOptionalAttrDictWithKeyword(op, ['sym_visibility', 'sym_name', 'function_type', 'arg_attrs', 'res_attrs']);
    printFunctionBody(op, printer);
  },
};

function functionType(context: Context, { types, resultTypes }: Signature): Attribute {
  return context.typeAttr(context.functionType(types, resultTypes));
}
