import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import type { DialectTable } from '../../ods/dialect-table.js';
import { parseTrailingOperands } from '../memref/memref-dma-start.js';

/** The two operations of affine that upstream defines in C++ alone. */
export const affineDmaTable: DialectTable = {
  dialect: 'affine',
  typeConstraints: [{ summary: 'any type', predicate: 'true' }],
  attributeConstraints: [{ summary: 'AffineMap attribute', predicate: 'isa<AffineMapAttr>($_self)', storage: 'AffineMapAttr' }],
  enums: [],
  attributes: [],
  ops: [
    {
      name: 'dma_start', summary: 'starts to move data between memories', operands: [['operands', 0, '*']],
      attributes: [['src_map', 0], ['dst_map', 0], ['tag_map', 0]], traits: ['MemRefsNormalizable'], format: 'custom',
    },
    {
      name: 'dma_wait', summary: 'waits until data has been moved', operands: [['operands', 0, '*']], attributes: [['tag_map', 0]],
      traits: ['MemRefsNormalizable'], format: 'custom',
    },
  ],
};

interface Access {
  readonly memref: UnresolvedOperand;
  readonly subscripts: readonly UnresolvedOperand[];
}

/** `%memref[…]`, with the map into attribute `name`. */
function parseAccess(parser: OpAsmParser, name: string): Access {
  const memref = parser.parseOperand();
  const { map, dims, symbols } = parser.parseAffineMapOfSsaIds('square');
  parser.result.attributes.set(name, parser.context.affineMapAttr(map));
  return { memref, subscripts: [...dims, ...symbols] };
}

function resolveAccess(parser: OpAsmParser, { memref, subscripts }: Access, type: Type): Value[] {
  return [parser.resolveOperand(memref, type), ...subscripts.map((operand) => parser.resolveOperand(operand, parser.context.indexType))];
}

/** Prints the access whose memref is operand `at`; returns where the next operand is. */
function printAccess(op: Operation, printer: OpAsmPrinter, name: string, at: number): number {
  const map = op.attribute(name);
  if (map?.kind !== 'affine-map-attr') throw new Error(`'${op.name}' without its map`);
  const end = at + 1 + map.map.numDims + map.map.numSymbols;
  printer.printOperand(op.operand(at));
  printer.print('[');
  printer.printAffineMapOfSsaIds(map.map, op.operands.slice(at + 1, end));
  printer.print(']');
  return end;
}

/** `%source[…], %destination[…], %tag[…], %count, %stride, %countPerStride : types` */
export const affineDmaStartAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const names = ['src_map', 'dst_map', 'tag_map'];
    const accesses = names.map((name) => {
      const access = parseAccess(parser, name);
      parser.parsePunctuation(',');
      return access;
    });
    const start = parser.nextRange();
    const counts = [parser.parseOperand(), ...parseTrailingOperands(parser)];
    if (counts.length !== 1 && counts.length !== 3) return parser.error('expected two stride related operands', start);
    parser.parseOptionalAttrDict();
    parser.parsePunctuation(':');
    const range = parser.nextRange();
    const types = parser.parseTypeList();
    if (types.length !== 3) return parser.error('expected three types', range);
    result.operands = [
      ...accesses.flatMap((access, index) => resolveAccess(parser, access, types[index])),
      ...counts.map((operand) => parser.resolveOperand(operand, parser.context.indexType)),
    ];
  },
  print(op, printer) {
    printer.print(' ');
    const memrefs: number[] = [];
    let next = 0;
    for (const name of ['src_map', 'dst_map', 'tag_map']) {
      memrefs.push(next);
      next = printAccess(op, printer, name, next);
      printer.print(', ');
    }
    printer.printOperands(op.operands.slice(next));
    printer.print(' : ');
    printer.printTypes(memrefs.map((index) => op.operand(index).type));
  },
};

/** `%tag[…], %count : type` */
export const affineDmaWaitAssembly: OpAssembly = {
  parse(parser) {
    const tag = parseAccess(parser, 'tag_map');
    parser.parsePunctuation(',');
    const count = parser.parseOperand();
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    parser.result.operands = [...resolveAccess(parser, tag, type), parser.resolveOperand(count, parser.context.indexType)];
  },
  print(op, printer) {
    printer.print(' ');
    const next = printAccess(op, printer, 'tag_map', 0);
    printer.print(', ');
    printer.printOperands(op.operands.slice(next));
    printer.print(' : ');
    printer.printType(op.operand(0).type);
  },
};
