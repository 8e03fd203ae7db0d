import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import { parsePrefetchHints, printPrefetchHints } from '../prefetch-hints.js';

/** `%m[%i + 1]`, before its type is known. */
interface Access {
  readonly memref: UnresolvedOperand;
  readonly subscripts: readonly UnresolvedOperand[];
}

function parseAccess(parser: OpAsmParser): Access {
  const memref = parser.parseOperand();
  const { map, dims, symbols } = parser.parseAffineMapOfSsaIds('square');
  parser.result.attributes.set('map', parser.context.affineMapAttr(map));
  return { memref, subscripts: [...dims, ...symbols] };
}

function resolveAccess(parser: OpAsmParser, { memref, subscripts }: Access, type: Type): void {
  const { operands } = parser.result;
  operands.push(parser.resolveOperand(memref, type));
  for (const subscript of subscripts) operands.push(parser.resolveOperand(subscript, parser.context.indexType));
}

/** `: memref` */
function parseMemRefType(parser: OpAsmParser): Extract<Type, { kind: 'memref' }> {
  parser.parsePunctuation(':');
  const range = parser.nextRange();
  const type = parser.parseType();
  return type.kind === 'memref' ? type : parser.error('invalid kind of type specified: expected memref type', range);
}

/** Prints `%m[…]` from operand `memref` on, the subscripts being those after it. */
function printAccess(printer: OpAsmPrinter, op: Operation, memref: number): void {
  const map = op.attribute('map');
  if (map?.kind !== 'affine-map-attr') throw new Error(`'${op.name}' without its map`);
  printer.printOperand(op.operand(memref));
  printer.print('[');
  printer.printAffineMapOfSsaIds(map.map, op.operands.slice(memref + 1));
  printer.print(']');
}

/** `%m[%i + 1] : memref<…>` */
export const affineLoadAssembly: OpAssembly = {
  parse(parser) {
    const access = parseAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parseMemRefType(parser);
    resolveAccess(parser, access, type);
    parser.result.resultTypes.push(type.elementType);
  },
  print(op, printer) {
    printer.print(' ');
    printAccess(printer, op, 0);
    printer.printOptionalAttrDict(op, ['map']);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
  },
};

/** `%value, %m[%i + 1] : memref<…>` */
export const affineStoreAssembly: OpAssembly = {
  parse(parser) {
    const value = parser.parseOperand();
    parser.parsePunctuation(',');
    const access = parseAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parseMemRefType(parser);
    parser.result.operands.push(parser.resolveOperand(value, type.elementType));
    resolveAccess(parser, access, type);
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperand(op.operand(0));
    printer.print(', ');
    printAccess(printer, op, 1);
    printer.printOptionalAttrDict(op, ['map']);
    printer.print(' : ');
    printer.printType(op.operand(1).type);
  },
};

/** `%m[%i] : memref<…>, vector<…>` */
export const affineVectorLoadAssembly: OpAssembly = {
  parse(parser) {
    const access = parseAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parseMemRefType(parser);
    parser.parsePunctuation(',');
    resolveAccess(parser, access, type);
    parser.result.resultTypes.push(parser.parseType());
  },
  print(op, printer) {
    affineLoadAssembly.print(op, printer);
    printer.print(', ');
    printer.printType(op.result(0).type);
  },
};

/** `%value, %m[%i] : memref<…>, vector<…>` */
export const affineVectorStoreAssembly: OpAssembly = {
  parse(parser) {
    const value = parser.parseOperand();
    parser.parsePunctuation(',');
    const access = parseAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parseMemRefType(parser);
    parser.parsePunctuation(',');
    parser.result.operands.push(parser.resolveOperand(value, parser.parseType()));
    resolveAccess(parser, access, type);
  },
  print(op, printer) {
    affineStoreAssembly.print(op, printer);
    printer.print(', ');
    printer.printType(op.operand(0).type);
  },
};

/** `%m[%i], read, locality<3>, data : memref<…>` */
export const affinePrefetchAssembly: OpAssembly = {
  parse(parser) {
    const access = parseAccess(parser);
    parsePrefetchHints(parser);
    parser.parseOptionalAttrDict();
    resolveAccess(parser, access, parseMemRefType(parser));
  },
  print(op, printer) {
    printer.print(' ');
    printAccess(printer, op, 0);
    printPrefetchHints(printer, op);
    printer.printOptionalAttrDict(op, ['map', 'localityHint', 'isDataCache', 'isWrite']);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
  },
};
