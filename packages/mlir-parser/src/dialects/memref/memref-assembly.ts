import type { AffineExpr } from '../../affine/affine-expr.js';
import { affineMapText } from '../../affine/affine-text.js';
import type { OpAssembly } from '../../ir/op-definition.js';

/** `-> (types) {…} {attributes}` */
export const memrefAllocaScopeAssembly: OpAssembly = {
  parse(parser) {
    parser.result.resultTypes = parser.parseOptionalArrowTypeList();
    const body = parser.parseRegion([]);
    parser.ensureTerminator(body, 'memref.alloca_scope.return');
    parser.result.regions.push(body);
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    printer.print(' ');
    if (op.results.length > 0) {
      printer.print(' -> (');
      printer.printTypes(op.results.map((result) => result.type));
      printer.print(') ');
    }
    printer.printRegion(op.region(0), { printEntryArguments: false, printTerminator: op.results.length > 0 });
    printer.printOptionalAttrDict(op, []);
  },
};

/** `%m[%i] : memref<…> {…} {attributes}`; the result is an element. */
export const memrefGenericAtomicRmwAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const memref = parser.parseOperand();
    const subscripts = parser.parseOperandList('square');
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const type = parser.parseType();
    if (type.kind !== 'memref') return parser.error('invalid kind of type specified: expected memref type', range);
    result.operands = [parser.resolveOperand(memref, type)];
    for (const subscript of subscripts) result.operands.push(parser.resolveOperand(subscript, context.indexType));
    result.resultTypes = [type.elementType];
    result.regions.push(parser.parseRegion([]));
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const [memref, ...subscripts] = op.operands;
    printer.print(' ');
    printer.printOperand(memref);
    printer.print('[');
    printer.printOperands(subscripts);
    printer.print('] : ');
    printer.printType(memref.type);
    printer.print(' ');
    printer.printRegion(op.region(0));
    printer.printOptionalAttrDict(op, []);
  },
};

/** `%m (d0, d1) -> (d1, d0) {attributes} : type to type` */
export const memrefTransposeAssembly: OpAssembly = {
  parse(parser) {
    const { result, context } = parser;
    const source = parser.parseOperand();
    const range = parser.nextRange();
    const dims = new Map<string, AffineExpr>();
    const names = (visit: (name: string) => void): void => {
      parser.parsePunctuation('(');
      if (parser.parseOptionalPunctuation(')')) return;
      do visit(parser.parseOptionalAnyKeyword() ?? parser.error('expected bare identifier'));
      while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(')');
    };
    names((name) => dims.set(name, context.affine.dim(dims.size)));
    parser.parsePunctuation('->');
    const results: AffineExpr[] = [];
    names((name) => results.push(dims.get(name) ?? parser.error('use of undeclared identifier', range)));
    result.attributes.set('permutation', context.affineMapAttr(context.affine.map(dims.size, 0, results)));
    parser.parseOptionalAttrDict();
    result.operands = [parser.resolveOperand(source, parser.parseColonType())];
    parser.parseKeyword('to');
    result.resultTypes = [parser.parseType()];
  },
  print(op, printer) {
    const permutation = op.attribute('permutation');
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (permutation?.kind === 'affine-map-attr') printer.print(` ${affineMapText(permutation.map)}`);
    printer.printOptionalAttrDict(op, ['permutation']);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
    printer.print(' to ');
    printer.printType(op.result(0).type);
  },
};
