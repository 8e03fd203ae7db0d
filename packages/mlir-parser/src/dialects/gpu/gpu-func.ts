import type { Attribute } from '../../ir/attribute.js';
import type { OpAsmParser, RegionArgument } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import { Region } from '../../ir/region.js';
import type { BlockArgument } from '../../ir/value.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { dictionariesOf, functionTypeOf, parseFunctionSignature, printFunctionSignature, setSignatureAttributes, symbolNameOf } from '../function-op.js';

/** Buffers of a kernel in a memory that its threads share, or have alone: arguments of the body that no caller passes. */
const attributionKeywords = ['workgroup', 'private'] as const;
type AttributionKeyword = (typeof attributionKeywords)[number];

export const workgroupAttributions = 'workgroup_attributions';
const attributesOfAttributions: Readonly<Record<AttributionKeyword, string>> = {
  workgroup: 'workgroup_attrib_attrs', private: 'private_attrib_attrs',
};

/** `workgroup(%a : type {attributes}, …) private(…)`, each if present; sets how many are of the first kind. */
export function parseAttributions(parser: OpAsmParser): RegionArgument[] {
  const { context, result } = parser;
  return attributionKeywords.flatMap((keyword) => {
    const args = parser.parseOptionalKeyword(keyword) ? parser.parseRegionArgumentList('paren', true, true) : [];
    if (keyword === 'workgroup') result.attributes.set(workgroupAttributions, context.integerAttr(context.integerType(64), args.length));
    if (args.some(({ attributes }) => attributes.size > 0))
      result.attributes.set(attributesOfAttributions[keyword], context.arrayAttr(args.map(({ attributes }) => context.dictionaryAttr(attributes))));
    return args;
  });
}

export function printAttributions(op: Operation, printer: OpAsmPrinter, args: readonly BlockArgument[]): void {
  const count = op.attribute(workgroupAttributions);
  const numWorkgroup = count?.kind === 'integer' ? Number(count.value) : 0;
  for (const keyword of attributionKeywords) {
    const group = keyword === 'workgroup' ? args.slice(0, numWorkgroup) : args.slice(numWorkgroup);
    if (group.length === 0) continue;
    const dictionaries = dictionariesOf(op, attributesOfAttributions[keyword]);
    printer.print(` ${keyword}(`);
    for (const [index, argument] of group.entries()) {
      if (index > 0) printer.print(', ');
      printer.printOperand(argument);
      printer.print(' : ');
      printer.printType(argument.type);
      const dictionary = dictionaries[index];
      if (dictionary === undefined || dictionary.entries.size === 0) continue;
      printer.print(' ');
      printer.printAttribute(dictionary);
    }
    printer.print(')');
  }
}

/** `@name(%arg: type) -> type workgroup(…) private(…) kernel attributes {…} {body}` */
export const gpuFuncAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    const range = parser.nextRange();
    const signature = parseFunctionSignature(parser);
    if (signature.args.length !== signature.types.length) parser.error('gpu.func requires named arguments', range);
    result.attributes.set('function_type', context.typeAttr(context.functionType(signature.types, signature.resultTypes)));
    const attributions = parseAttributions(parser);
    if (parser.parseOptionalKeyword('kernel')) result.attributes.set('gpu.kernel', context.unitAttr);
    parser.parseOptionalAttrDictWithKeyword();
    setSignatureAttributes(parser, signature);
    result.regions.push(parser.parseRegion([...signature.args, ...attributions]));
  },
  print(op, printer) {
    const { inputs, results } = functionTypeOf(op);
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    printFunctionSignature(op, printer, inputs, results);
    printAttributions(op, printer, op.region(0).entry?.arguments.slice(inputs.length) ?? []);
    if (op.attribute('gpu.kernel') !== undefined) printer.print(' kernel');
    printer.printOptionalAttrDictWithKeyword(op, [
      'sym_name', 'function_type', 'arg_attrs', 'res_attrs', 'gpu.kernel', workgroupAttributions, ...Object.values(attributesOfAttributions),
    ]);
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
  },
};

/** The body has the arguments of the function, then its attributions. */
export function verifyGpuFunc(op: Operation): Diagnostic[] {
  const type = op.attribute('function_type');
  if (type?.kind !== 'type' || type.type.kind !== 'function') return [];
  const { inputs } = type.type;
  const count = op.attribute(workgroupAttributions);
  const least = inputs.length + (count?.kind === 'integer' ? Number(count.value) : 0);
  const args = op.region(0).entry?.arguments ?? [];
  if (args.length < least) return [opError(op, `expected at least ${least} arguments to body region`)];
  const wrong = inputs.findIndex((input, index) => args[index].type !== input);
  if (wrong < 0) return [];
  return [opError(op, `expected body region argument #${wrong} to be of type '${typeText(inputs[wrong])}', got '${typeText(args[wrong].type)}'`)];
}

/** `@name <handler> [targets] attributes {…} {body}` */
export const gpuModuleAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    if (parser.parseOptionalPunctuation('<')) {
      result.attributes.set('offloadingHandler', parser.parseAttribute());
      parser.parsePunctuation('>');
    }
    const range = parser.nextRange();
    const targets: Attribute | undefined = range.file.bytes[range.start] === 0x5b ? parser.parseAttribute() : undefined;
    if (targets !== undefined) result.attributes.set('targets', targets);
    parser.parseOptionalAttrDictWithKeyword();
    const body = parser.parseRegion([]);
    parser.ensureTerminator(body, 'gpu.module_end');
    result.regions.push(body);
  },
  print(op, printer) {
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    const handler = op.attribute('offloadingHandler');
    if (handler !== undefined) {
      printer.print(' <');
      printer.printAttribute(handler);
      printer.print('>');
    }
    const targets = op.attribute('targets');
    if (targets !== undefined) {
      printer.print(' ');
      printer.printAttribute(targets);
      printer.print(' ');
    }
    printer.printOptionalAttrDictWithKeyword(op, ['sym_name', 'targets', 'offloadingHandler']);
    printer.print(' ');
    printer.printRegion(op.regions[0] ?? new Region(), { printEntryArguments: false, printTerminator: false });
  },
};
