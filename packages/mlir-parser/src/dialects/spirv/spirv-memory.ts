import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import type { Value } from '../../ir/value.js';
import { typeText } from '../../printer/describe.js';
import { enumCase, memoryAccess, parseEnumString, setEnum, storageClass } from './spirv-enum.js';
import { constantIndex, spirvMember, spirvPointer } from './spirv-types.js';

function pointerType(parser: OpAsmParser, pointee: Type, storage: string): Type {
  return parser.context.dialectType('spirv', `ptr<${typeText(pointee)}, ${storage}>`);
}

/** `["Aligned", 4]` into attributes whose names start with `prefix`. */
function parseMemoryAccess(parser: OpAsmParser, prefix = ''): boolean {
  const { context, result } = parser;
  if (!parser.parseOptionalPunctuation('[')) return false;
  const access = parseEnumString(parser, memoryAccess);
  setEnum(parser, `${prefix}memory_access`, memoryAccess, access);
  if (access.split('|').includes('Aligned')) {
    parser.parsePunctuation(',');
    result.attributes.set(`${prefix}alignment`, context.integerAttr(context.integerType(32), parser.parseInteger()));
  }
  parser.parsePunctuation(']');
  return true;
}

/** ` ["Aligned", 4]`, or nothing. */
function printMemoryAccess(op: Operation, printer: OpAsmPrinter, prefix = ''): void {
  const access = enumCase(op, `${prefix}memory_access`);
  const alignment = op.attribute(`${prefix}alignment`);
  if (access === '') return;
  printer.print(` ["${access}"`);
  if (access.includes('Aligned') && alignment?.kind === 'integer') printer.print(`, ${alignment.value}`);
  printer.print(']');
}

const storageOf = (value: Value): string => spirvPointer(value.type)?.storageClass ?? '';

/** `"Function" %pointer ["Volatile"] : type` */
export const spirvLoadAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const storage = parseEnumString(parser, storageClass);
    const pointer = parser.parseOperand();
    parseMemoryAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    result.operands = [parser.resolveOperand(pointer, pointerType(parser, type, storage))];
    result.resultTypes = [type];
  },
  print(op, printer) {
    printer.print(` "${storageOf(op.operand(0))}" `);
    printer.printOperand(op.operand(0));
    printMemoryAccess(op, printer);
    printer.printOptionalAttrDict(op, ['memory_access', 'alignment']);
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};

/** `"Function" %pointer, %value ["Volatile"] : type` */
export const spirvStoreAssembly: OpAssembly = {
  parse(parser) {
    const storage = parseEnumString(parser, storageClass);
    const pointer = parser.parseOperand();
    parser.parsePunctuation(',');
    const value = parser.parseOperand();
    parseMemoryAccess(parser);
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    parser.result.operands = [parser.resolveOperand(pointer, pointerType(parser, type, storage)), parser.resolveOperand(value, type)];
  },
  print(op, printer) {
    printer.print(` "${storageOf(op.operand(0))}" `);
    printer.printOperands(op.operands);
    printMemoryAccess(op, printer);
    printer.printOptionalAttrDict(op, ['memory_access', 'alignment']);
    printer.print(' : ');
    printer.printType(op.operand(1).type);
  },
};

/** `"Function" %target, "Function" %source ["Aligned", 4], ["Volatile"] : type` */
export const spirvCopyMemoryAssembly: OpAssembly = {
  parse(parser) {
    const targetStorage = parseEnumString(parser, storageClass);
    const target = parser.parseOperand();
    parser.parsePunctuation(',');
    const sourceStorage = parseEnumString(parser, storageClass);
    const source = parser.parseOperand();
    parseMemoryAccess(parser);
    if (parser.parseOptionalPunctuation(',')) parseMemoryAccess(parser, 'source_');
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    parser.result.operands = [
      parser.resolveOperand(target, pointerType(parser, type, targetStorage)), parser.resolveOperand(source, pointerType(parser, type, sourceStorage)),
    ];
  },
  print(op, printer) {
    for (const [index, operand] of op.operands.entries()) {
      printer.print(`${index > 0 ? ',' : ''} "${storageOf(operand)}" `);
      printer.printOperand(operand);
    }
    printMemoryAccess(op, printer);
    if (op.attribute('source_memory_access') !== undefined) printer.print(',');
    printMemoryAccess(op, printer, 'source_');
    printer.printOptionalAttrDict(op, ['memory_access', 'alignment', 'source_memory_access', 'source_alignment']);
    printer.print(` : ${spirvPointer(op.operand(0).type)?.pointee ?? ''}`);
  },
};

/** `%base[%i, %j] : type, types`; the first `skipped` indices step over elements and not into one. */
function accessChainAssembly(skipped: number): OpAssembly {
  return {
    parse(parser) {
      const { result } = parser;
      const range = parser.nextRange();
      const base = parser.parseOperand();
      const indices = parser.parseOperandList('square');
      parser.parsePunctuation(':');
      const types = parser.parseTypeList();
      // Also `-> type`, as later versions print it.
      const written = parser.parseOptionalPunctuation('->') ? parser.parseType() : undefined;
      result.operands = parser.resolveOperands([base, ...indices], types, range);
      const pointer = spirvPointer(types[0]);
      let pointee = pointer === undefined ? undefined : parser.typeFromText(pointer.pointee);
      for (const index of result.operands.slice(1 + skipped))
        pointee = pointee === undefined ? undefined : spirvMember(parser, pointee, constantIndex(index));
      if (written === undefined && (pointer === undefined || pointee === undefined)) return parser.error('cannot tell the type of the element', range);
      result.resultTypes = [written ?? pointerType(parser, pointee ?? types[0], pointer?.storageClass ?? '')];
    },
    print(op, printer) {
      const [base, ...indices] = op.operands;
      printer.print(' ');
      printer.printOperand(base);
      printer.print('[');
      printer.printOperands(indices);
      printer.print('] : ');
      printer.printTypes(op.operands.map((value) => value.type));
    },
  };
}

export const spirvAccessChainAssembly: OpAssembly = accessChainAssembly(0);
export const spirvPtrAccessChainAssembly: OpAssembly = accessChainAssembly(1);

/** `init(%value) bind(0, 1) built_in("…") {attributes} : type` */
export const spirvVariableAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const hasInitializer = parser.parseOptionalKeyword('init');
    if (hasInitializer) parser.parsePunctuation('(');
    const initializer = hasInitializer ? parser.parseOperand() : undefined;
    if (hasInitializer) parser.parsePunctuation(')');
    parseVariableDecorations(parser);
    const range = parser.nextRange();
    const type = parser.parseColonType();
    const pointer = spirvPointer(type);
    const pointee = pointer === undefined ? undefined : parser.typeFromText(pointer.pointee);
    if (pointer === undefined || pointee === undefined) return parser.error('expected spirv.ptr type', range);
    if (initializer !== undefined) result.operands = [parser.resolveOperand(initializer, pointee)];
    setEnum(parser, 'storage_class', storageClass, pointer.storageClass);
    result.resultTypes = [type];
  },
  print(op, printer) {
    if (op.numOperands > 0) {
      printer.print(' init(');
      printer.printOperand(op.operand(0));
      printer.print(')');
    }
    printVariableDecorations(op, printer, ['storage_class']);
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};

/** `bind(set, binding)` or `built_in("name")`, then attributes. */
export function parseVariableDecorations(parser: OpAsmParser): void {
  const { context, result } = parser;
  if (parser.parseOptionalKeyword('bind')) {
    parser.parsePunctuation('(');
    const set = parser.parseInteger();
    parser.parsePunctuation(',');
    const binding = parser.parseInteger();
    parser.parsePunctuation(')');
    result.attributes.set('descriptor_set', context.integerAttr(context.integerType(32), set));
    result.attributes.set('binding', context.integerAttr(context.integerType(32), binding));
  } else if (parser.parseOptionalKeyword('built_in')) {
    parser.parsePunctuation('(');
    result.attributes.set('built_in', context.stringAttr(parser.parseOptionalString() ?? parser.error('expected string')));
    parser.parsePunctuation(')');
  }
  parser.parseOptionalAttrDict();
}

export function printVariableDecorations(op: Operation, printer: OpAsmPrinter, elided: readonly string[]): void {
  const set = op.attribute('descriptor_set');
  const binding = op.attribute('binding');
  const builtIn = op.attribute('built_in');
  const isBound = set?.kind === 'integer' && binding?.kind === 'integer';
  if (isBound) printer.print(` bind(${set.value}, ${binding.value})`);
  if (builtIn?.kind === 'string') printer.print(` built_in("${builtIn.value}")`);
  printer.printOptionalAttrDict(op, [...elided, 'built_in', ...(isBound ? ['descriptor_set', 'binding'] : [])]);
}

/** `"StorageBuffer" %pointer : type` and `"StorageBuffer" %pointer, %value : type` */
export const spirvSubgroupBlockReadAssembly: OpAssembly = {
  parse(parser) {
    const storage = parseEnumString(parser, storageClass);
    const pointer = parser.parseOperand();
    const type = parser.parseColonType();
    const pointee = type.kind === 'vector' ? type.elementType : type;
    parser.result.operands = [parser.resolveOperand(pointer, pointerType(parser, pointee, storage))];
    parser.result.resultTypes = [type];
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperand(op.operand(0));
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};

export const spirvSubgroupBlockWriteAssembly: OpAssembly = {
  parse(parser) {
    const storage = parseEnumString(parser, storageClass);
    const pointer = parser.parseOperand();
    parser.parsePunctuation(',');
    const value = parser.parseOperand();
    const type = parser.parseColonType();
    const pointee = type.kind === 'vector' ? type.elementType : type;
    parser.result.operands = [parser.resolveOperand(pointer, pointerType(parser, pointee, storage)), parser.resolveOperand(value, type)];
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperands(op.operands);
    printer.print(' : ');
    printer.printType(op.operand(1).type);
  },
};
