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

/** `: memref`, then `, vector` for operations on vectors: the type of the memref and that of what is moved. */
function parseAccessTypes(parser: OpAsmParser, isVector: boolean): { memref: Type; moved: Type } {
  const memref = parseMemRefType(parser);
  if (isVector) parser.parsePunctuation(',');
  return { memref, moved: isVector ? parser.parseType() : memref.elementType };
}

function printAccessTypes(printer: OpAsmPrinter, op: Operation, memref: Type, moved: Type, isVector: boolean): void {
  printer.printOptionalAttrDict(op, ['map']);
  printer.print(' : ');
  printer.printType(memref);
  if (!isVector) return;
  printer.print(', ');
  printer.printType(moved);
}

/** `%m[%i + 1] : memref<…>`, with `, vector<…>` for vectors. */
function loadAssembly(isVector: boolean): OpAssembly {
  return {
    parse(parser) {
      const access = parseAccess(parser);
      parser.parseOptionalAttrDict();
      const { memref, moved } = parseAccessTypes(parser, isVector);
      resolveAccess(parser, access, memref);
      parser.result.resultTypes.push(moved);
    },
    print(op, printer) {
      printer.print(' ');
      printAccess(printer, op, 0);
      printAccessTypes(printer, op, op.operand(0).type, op.result(0).type, isVector);
    },
  };
}

/** `%value, %m[%i + 1] : memref<…>`, with `, vector<…>` for vectors. */
function storeAssembly(isVector: boolean): OpAssembly {
  return {
    parse(parser) {
      const value = parser.parseOperand();
      parser.parsePunctuation(',');
      const access = parseAccess(parser);
      parser.parseOptionalAttrDict();
      const { memref, moved } = parseAccessTypes(parser, isVector);
      parser.result.operands.push(parser.resolveOperand(value, moved));
      resolveAccess(parser, access, memref);
    },
    print(op, printer) {
      printer.print(' ');
      printer.printOperand(op.operand(0));
      printer.print(', ');
      printAccess(printer, op, 1);
      printAccessTypes(printer, op, op.operand(1).type, op.operand(0).type, isVector);
    },
  };
}

export const affineLoadAssembly: OpAssembly = loadAssembly(false);
export const affineStoreAssembly: OpAssembly = storeAssembly(false);
export const affineVectorLoadAssembly: OpAssembly = loadAssembly(true);
export const affineVectorStoreAssembly: OpAssembly = storeAssembly(true);

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
