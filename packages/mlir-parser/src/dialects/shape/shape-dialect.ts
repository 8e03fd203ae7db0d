import type { OpAssembly } from '../../ir/op-definition.js';
import { denseElementReader, denseElementCount } from '../../ir/dense-elements.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { functionOpAssembly, symbolNameOf, verifyFunctionBody } from '../function-op.js';

/** `{attributes} [2, 3] : type` */
const constShapeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    parser.parseOptionalAttrDict();
    parser.parsePunctuation('[');
    const extents: bigint[] = [];
    if (!parser.parseOptionalPunctuation(']')) {
      do extents.push(parser.parseInteger());
      while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(']');
    }
    const splat = extents.length > 0 && extents.every((extent) => extent === extents[0]);
    const data = new Uint8Array(BigInt64Array.from(splat ? extents.slice(0, 1) : extents).buffer);
    result.attributes.set('shape', context.denseElementsAttr(context.tensorType([extents.length], context.indexType), data, splat));
    result.resultTypes = [parser.parseColonType()];
  },
  print(op, printer) {
    const shape = op.attribute('shape');
    printer.print(' ');
    printer.printOptionalAttrDict(op, ['shape']);
    if (shape?.kind === 'dense-elements') {
      const extent = denseElementReader(shape);
      printer.print(`[${Array.from({ length: denseElementCount(shape) }, (_, index) => extent(index)).join(', ')}]`);
    }
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};

/** `%witness -> (types) {body} {attributes}` */
const assumingAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.operands = [parser.resolveOperand(parser.parseOperand(), context.dialectType('shape', 'witness'))];
    result.resultTypes = parser.parseOptionalArrowTypeList();
    const body = parser.parseRegion([]);
    parser.ensureTerminator(body, 'shape.assuming_yield');
    result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (op.results.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((value) => value.type));
      printer.print(')');
    }
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: op.results.length > 0 });
    printer.printOptionalAttrDict(op, []);
  },
};

/** `(%shape, %init) : type -> types {body} {attributes}` */
const reduceAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const range = parser.nextRange();
    const operands = parser.parseOperandList('paren');
    const shape = parser.parseColonType();
    result.resultTypes = parser.parseOptionalArrowTypeList();
    result.operands = parser.resolveOperands(operands, [shape, ...result.resultTypes], range);
    result.regions.push(parser.parseRegion([]));
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.print('(');
    printer.printOperands(op.operands);
    printer.print(') : ');
    printer.printType(op.operand(0).type);
    printer.printOptionalArrowTypeList(op.results.map((value) => value.type));
    printer.print(' ');
    printer.printRegion(op.region(0));
    printer.printOptionalAttrDict(op, []);
  },
};

/** `@name attributes {…} {body} mapping {…}` */
const functionLibraryAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    parser.parseOptionalAttrDictWithKeyword();
    result.regions.push(parser.parseRegion([]));
    parser.parseKeyword('mapping');
    result.attributes.set('mapping', parser.parseAttribute());
  },
  print(op, printer) {
    const mapping = op.attribute('mapping');
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    printer.printOptionalAttrDictWithKeyword(op, ['sym_name', 'mapping']);
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: false });
    printer.print(' mapping ');
    if (mapping !== undefined) printer.printAttributeWithoutType(mapping);
  },
};

export const shapeDialect: HandWrittenDialect = {
  operations: {
    'shape.assuming': { assembly: assumingAssembly },
    'shape.const_shape': { assembly: constShapeAssembly },
    'shape.func': { assembly: functionOpAssembly, verify: verifyFunctionBody },
    'shape.function_library': { assembly: functionLibraryAssembly },
    'shape.reduce': { assembly: reduceAssembly },
  },
};
