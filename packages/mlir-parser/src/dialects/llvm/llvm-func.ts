import type { OpAssembly } from '../../ir/op-definition.js';
import {
  parseFunctionBody, parseFunctionSignature, printFunctionBody, printFunctionSignature, setSignatureAttributes, symbolNameOf,
} from '../function-op.js';
import {
  callingConvention, linkage, parseKeywordAttribute, parseOptionalComdat, printComdat, printKeywordAttribute, unnamedAddr, visibility,
} from './llvm-keywords.js';
import { fullTypeText, llvmFunctionParts, llvmFunctionType } from './llvm-type-text.js';

const modifiers = [linkage, visibility, unnamedAddr, callingConvention];

/** `linkage visibility cconv @name(%arg: type, …, ...) -> type vscale_range(1, 2) comdat(@g::@c) attributes {…} {body}` */
export const llvmFuncAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    for (const modifier of modifiers) parseKeywordAttribute(parser, modifier);
    const name = parser.parseSymbolName();
    const range = parser.nextRange();
    const signature = parseFunctionSignature(parser, true);
    if (signature.resultTypes.length > 1) return parser.error('failed to construct function type: expected zero or one function result', range);
    result.attributes.set('sym_name', context.stringAttr(name));
    const [returnType = context.dialectType('llvm', 'void')] = signature.resultTypes;
    result.attributes.set('function_type', context.typeAttr(llvmFunctionType(context, returnType, signature.types, signature.variadic)));
    if (parser.parseOptionalKeyword('vscale_range')) {
      parser.parsePunctuation('(');
      const minimum = parser.parseInteger();
      parser.parsePunctuation(',');
      const maximum = parser.parseInteger();
      parser.parsePunctuation(')');
      result.attributes.set('vscale_range',
        context.dialectAttr('llvm', `vscale_range<minRange = ${minimum} : i32, maxRange = ${maximum} : i32>`));
    }
    parseOptionalComdat(parser);
    parser.parseOptionalAttrDictWithKeyword();
    setSignatureAttributes(parser, signature);
    parseFunctionBody(parser, signature);
  },
  print(op, printer) {
    printer.print(' ');
    for (const modifier of modifiers) printKeywordAttribute(op, printer, modifier);
    printer.printSymbolName(symbolNameOf(op));
    const type = op.attribute('function_type');
    const parts = type?.kind === 'type' ? llvmFunctionParts(type.type) : undefined;
    if (parts === undefined) throw new Error("'llvm.func' without its type");
    const results = parts.result === 'void' ? [] : [fullTypeText(parts.result)];
    printFunctionSignature(op, printer, parts.inputs.map(fullTypeText), results, parts.variadic);
    const range = op.attribute('vscale_range');
    const bounds = range?.kind === 'dialect' ? /minRange = (\d+).*maxRange = (\d+)/.exec(range.body) : null;
    if (bounds !== null) printer.print(` vscale_range(${bounds[1]}, ${bounds[2]})`);
    printComdat(op, printer);
    printer.printOptionalAttrDictWithKeyword(op, [
      'sym_name', 'function_type', 'arg_attrs', 'res_attrs', 'vscale_range', 'comdat', ...modifiers.map(({ attribute }) => attribute),
    ]);
    printFunctionBody(op, printer);
  },
};
