import type { OpAssembly } from '../../ir/op-definition.js';
import { Region } from '../../ir/region.js';
import { symbolNameOf } from '../function-op.js';
import { linkage, parseKeywordAttribute, parseOptionalComdat, printComdat, printKeywordAttribute, unnamedAddr, visibility } from './llvm-keywords.js';

/** `linkage visibility thread_local unnamed_addr constant @name(value) comdat(@g::@c) {attributes} : type {initializer}` */
export const llvmMlirGlobalAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    parseKeywordAttribute(parser, linkage);
    parseKeywordAttribute(parser, visibility);
    if (parser.parseOptionalKeyword('thread_local')) result.attributes.set('thread_local_', context.unitAttr);
    parseKeywordAttribute(parser, unnamedAddr);
    if (parser.parseOptionalKeyword('constant')) result.attributes.set('constant', context.unitAttr);
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    parser.parsePunctuation('(');
    if (!parser.parseOptionalPunctuation(')')) {
      result.attributes.set('value', parser.parseAttribute());
      parser.parsePunctuation(')');
    }
    parseOptionalComdat(parser);
    parser.parseOptionalAttrDict();
    const value = result.attributes.get('value');
    let initializer = new Region();
    if (parser.parseOptionalPunctuation(':')) {
      result.attributes.set('global_type', context.typeAttr(parser.parseType()));
      initializer = parser.parseOptionalRegion([]) ?? initializer;
    } else if (value?.kind === 'string') {
      const length = new TextEncoder().encode(value.value).length;
      result.attributes.set('global_type', context.typeAttr(context.dialectType('llvm', `array<${length} x i8>`)));
    } else return parser.error('type can only be omitted for string globals');
    result.regions.push(initializer);
  },
  print(op, printer) {
    printer.print(' ');
    printKeywordAttribute(op, printer, linkage, true);
    printKeywordAttribute(op, printer, visibility);
    if (op.attribute('thread_local_') !== undefined) printer.print('thread_local ');
    printKeywordAttribute(op, printer, unnamedAddr);
    if (op.attribute('constant') !== undefined) printer.print('constant ');
    printer.printSymbolName(symbolNameOf(op));
    printer.print('(');
    const value = op.attribute('value');
    if (value !== undefined) printer.printAttribute(value);
    printer.print(')');
    printComdat(op, printer);
    printer.printOptionalAttrDict(op, [
      'sym_name', 'global_type', 'value', 'linkage', 'constant', 'thread_local_', 'visibility_', 'comdat', 'unnamed_addr',
    ]);
    const type = op.attribute('global_type');
    if (value?.kind === 'string' || type?.kind !== 'type') return;
    printer.print(' : ');
    printer.printType(type.type);
    if (op.region(0).isEmpty) return;
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
  },
};
