import type { OpAsmParser, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import { operandSegments } from '../operand-segments.js';
import { parseSuccessorAndUseList, printSuccessorAndUseList } from '../switch-case-list.js';
import { callingConvention, parseKeywordAttribute, printKeywordAttribute, tailCallKind } from './llvm-keywords.js';

interface Callee {
  /** The pointer of an indirect call. */
  readonly pointer: UnresolvedOperand | undefined;
  readonly args: readonly UnresolvedOperand[];
}

/** `@callee(%args)` or `%pointer(%args)` */
function parseCallee(parser: OpAsmParser): Callee {
  const pointer = parser.parseOptionalOperand();
  if (pointer === undefined) parser.result.attributes.set('callee', parser.context.symbolRefAttr(parser.parseSymbolName()));
  return { pointer, args: parser.parseOperandList('paren') };
}

function parseOptionalVararg(parser: OpAsmParser): void {
  if (!parser.parseOptionalKeyword('vararg')) return;
  parser.parsePunctuation('(');
  parser.result.attributes.set('var_callee_type', parser.context.typeAttr(parser.parseType()));
  parser.parsePunctuation(')');
}

/** `: !llvm.ptr, (types) -> type`; returns the operands of the callee. */
function parseCallTypes(parser: OpAsmParser, { pointer, args }: Callee): Value[] {
  parser.parsePunctuation(':');
  const pointerType = pointer === undefined ? undefined : parser.parseType();
  if (pointer !== undefined) parser.parsePunctuation(',');
  const range = parser.nextRange();
  const type = parser.parseType();
  if (type.kind !== 'function') return parser.error('expected trailing function type', range);
  if (type.results.length > 1) return parser.error('expected function with 0 or 1 result', range);
  parser.result.resultTypes = [...type.results];
  const callee = pointer === undefined || pointerType === undefined ? [] : [parser.resolveOperand(pointer, pointerType)];
  return [...callee, ...parser.resolveOperands(args, type.inputs, range)];
}

function printCallee(op: Operation, printer: OpAsmPrinter, operands: readonly Value[]): readonly Value[] {
  const callee = op.attribute('callee');
  const args = callee === undefined ? operands.slice(1) : operands;
  if (callee?.kind === 'symbol-ref') printer.printSymbolName(callee.root);
  else printer.printOperand(operands[0]);
  printer.print('(');
  printer.printOperands(args);
  printer.print(')');
  return args;
}

function printVararg(op: Operation, printer: OpAsmPrinter): void {
  const type = op.attribute('var_callee_type');
  if (type?.kind !== 'type') return;
  printer.print(' vararg(');
  printer.printType(type.type);
  printer.print(')');
}

function printCallTypes(op: Operation, printer: OpAsmPrinter, operands: readonly Value[], args: readonly Value[]): void {
  printer.print(' : ');
  if (args.length < operands.length) {
    printer.printType(operands[0].type);
    printer.print(', ');
  }
  printer.printFunctionalType(args.map((value) => value.type), op.results.map((value) => value.type));
}

/** `cconv tail @callee(%args) vararg(type) {attributes} : (types) -> type` */
export const llvmCallAssembly: OpAssembly = {
  parse(parser) {
    parseKeywordAttribute(parser, callingConvention);
    parseKeywordAttribute(parser, tailCallKind);
    const callee = parseCallee(parser);
    parseOptionalVararg(parser);
    parser.parseOptionalAttrDict();
    parser.result.operands = parseCallTypes(parser, callee);
  },
  print(op, printer) {
    printer.print(' ');
    printKeywordAttribute(op, printer, callingConvention);
    printKeywordAttribute(op, printer, tailCallKind);
    const args = printCallee(op, printer, op.operands);
    printVararg(op, printer);
    const fastmath = op.attribute('fastmathFlags');
    const isPlain = fastmath?.kind === 'dialect' && fastmath.body === 'fastmath<none>';
    printer.printOptionalAttrDict(op, ['callee', 'var_callee_type', 'CConv', 'TailCallKind', ...(isPlain ? ['fastmathFlags'] : [])]);
    printCallTypes(op, printer, op.operands, args);
  },
};

/** `cconv @callee(%args) to ^normal unwind ^unwind vararg(type) {attributes} : (types) -> type` */
export const llvmInvokeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    parseKeywordAttribute(parser, callingConvention);
    const callee = parseCallee(parser);
    const destination = (keyword: string): { operands: UnresolvedOperand[]; types: Type[] } => {
      const operands: UnresolvedOperand[] = [];
      const types: Type[] = [];
      parser.parseKeyword(keyword);
      result.successors.push(parseSuccessorAndUseList(parser, operands, types));
      return { operands, types };
    };
    const range = parser.nextRange();
    const normal = destination('to');
    const unwind = destination('unwind');
    parseOptionalVararg(parser);
    parser.parseOptionalAttrDict();
    const groups = [
      parseCallTypes(parser, callee),
      parser.resolveOperands(normal.operands, normal.types, range),
      parser.resolveOperands(unwind.operands, unwind.types, range),
    ];
    result.operands = groups.flat();
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, groups.map((group) => group.length)));
  },
  print(op, printer) {
    const [operands = [], normal = [], unwind = []] = operandSegments(op);
    printer.print(' ');
    printKeywordAttribute(op, printer, callingConvention);
    const args = printCallee(op, printer, operands);
    printer.print(' to ');
    printSuccessorAndUseList(printer, op.successors[0], normal);
    printer.print(' unwind ');
    printSuccessorAndUseList(printer, op.successors[1], unwind);
    printVararg(op, printer);
    printer.printOptionalAttrDict(op, ['callee', 'operandSegmentSizes', 'var_callee_type', 'CConv']);
    printCallTypes(op, printer, operands, args);
  },
};

/** `cleanup (catch %a : type) (filter %b : type) {attributes} : type` */
export const llvmLandingpadAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    if (parser.parseOptionalKeyword('cleanup')) result.attributes.set('cleanup', context.unitAttr);
    while (parser.parseOptionalPunctuation('(')) {
      if (parser.parseOptionalAnyKeyword(['filter', 'catch']) === undefined) return parser.error("expected 'catch' or 'filter'");
      const operand = parser.parseOperand();
      result.operands.push(parser.resolveOperand(operand, parser.parseColonType()));
      parser.parsePunctuation(')');
    }
    parser.parseOptionalAttrDict();
    result.resultTypes = [parser.parseColonType()];
  },
  print(op, printer) {
    printer.print(op.attribute('cleanup') === undefined ? ' ' : ' cleanup ');
    for (const operand of op.operands) {
      const isArray = operand.type.kind === 'dialect' && operand.type.body.startsWith('array<');
      printer.print(isArray ? '(filter ' : '(catch ');
      printer.printOperand(operand);
      printer.print(' : ');
      printer.printType(operand.type);
      printer.print(') ');
    }
    printer.printOptionalAttrDict(op, ['cleanup']);
    printer.print(': ');
    printer.printType(op.result(0).type);
  },
};
