import type { Attribute } from '../../ir/attribute.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { Operation } from '../../ir/operation.js';
import type { Type } from '../../ir/type.js';
import { typeText } from '../../printer/describe.js';
import { enumCase, parseEnumString, setEnum, type SpirvEnum } from './spirv-enum.js';
import { spirvMember } from './spirv-types.js';

/** `42 : i32`; the type of arrays stands behind. */
export const spirvConstantAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const value = parser.parseAttribute();
    result.attributes.set('value', value);
    const type = 'type' in value && value.kind !== 'type' ? value.type : undefined;
    result.resultTypes = [type === undefined || type.kind === 'none' || type.kind === 'tensor' ? parser.parseColonType() : type];
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const value = op.attribute('value');
    printer.print(' ');
    if (value !== undefined) printer.printAttribute(value);
    const { type } = op.result(0);
    if (type.kind !== 'dialect') return;
    printer.print(' : ');
    printer.printType(type);
  },
};

/** `cst4_i32`, `true`, `cst_vec_2xf32`, `cst` */
export function spirvConstantName(op: Operation): string {
  const value = op.attribute('value');
  const { type } = op.result(0);
  if (value?.kind === 'integer' && type.kind === 'integer')
    return type.width === 1 ? (value.value === 0n ? 'false' : 'true') : `cst${value.value}_${typeText(type)}`;
  if (type.kind === 'float') return `cst_${typeText(type)}`;
  return type.kind === 'vector' ? `cst_vec_${type.shape.join('x')}x${typeText(type.elementType)}` : 'cst';
}

/** The indices `[1 : i32, 0 : i32]`. */
function parseIndices(parser: OpAsmParser): { attribute: Attribute; path: number[] } {
  const range = parser.nextRange();
  const attribute = parser.parseAttribute();
  if (attribute.kind !== 'array') return parser.error('expected an 32-bit integer array attribute for \'indices\'', range);
  const path = attribute.elements.map((element) => (element.kind === 'integer' ? Number(element.value) : parser.error('expected an integer', range)));
  return { attribute, path };
}

/** `%composite[1 : i32] : type` */
export const spirvCompositeExtractAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const composite = parser.parseOperand();
    const { attribute, path } = parseIndices(parser);
    result.attributes.set('indices', attribute);
    parser.parseOptionalAttrDict();
    const range = parser.nextRange();
    const type = parser.parseColonType();
    let member: Type | undefined = type;
    for (const index of path) member = member === undefined ? undefined : spirvMember(parser, member, index);
    result.operands = [parser.resolveOperand(composite, type)];
    result.resultTypes = [member ?? parser.error(`cannot extract from '${typeText(type)}' there`, range)];
  },
  print(op, printer) {
    const indices = op.attribute('indices');
    printer.print(' ');
    printer.printOperand(op.operand(0));
    if (indices !== undefined) printer.printAttribute(indices);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
  },
};

/** `%object, %composite[1 : i32] : type into type` */
export const spirvCompositeInsertAssembly: OpAssembly = {
  parse(parser) {
    const { result } = parser;
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    result.attributes.set('indices', parseIndices(parser).attribute);
    parser.parsePunctuation(':');
    const object = parser.parseType();
    parser.parseKeyword('into');
    const composite = parser.parseType();
    result.operands = parser.resolveOperands(operands, [object, composite], range);
    result.resultTypes = [composite];
  },
  print(op, printer) {
    const indices = op.attribute('indices');
    printer.print(' ');
    printer.printOperands(op.operands);
    if (indices !== undefined) printer.printAttribute(indices);
    printer.print(' : ');
    printer.printType(op.operand(0).type);
    printer.print(' into ');
    printer.printType(op.operand(1).type);
  },
};

/** `%a, %b, %c : type` of all operands and the result. */
export const spirvSameTypeAssembly: OpAssembly = {
  parse(parser) {
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    parser.result.operands = parser.resolveOperands(operands, operands.map(() => type), range);
    parser.result.resultTypes = [type];
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperands(op.operands);
    printer.printOptionalAttrDict(op, []);
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};

/** `%a, %b : !spirv.struct<(type, type)>`, the type of the result. */
export const spirvExtendedArithmeticAssembly: OpAssembly = {
  parse(parser) {
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    parser.parseOptionalAttrDict();
    const type = parser.parseColonType();
    const member = spirvMember(parser, type, 0) ?? parser.error('expected spirv.struct type with two members', range);
    parser.result.operands = parser.resolveOperands(operands, [member, member], range);
    parser.result.resultTypes = [type];
  },
  print: (op, printer) => spirvSameTypeAssembly.print(op, printer),
};

const scope: SpirvEnum = { enum: 'Scope', mnemonic: 'scope' };
const groupOperation: SpirvEnum = { enum: 'GroupOperation', mnemonic: 'group_operation' };

/** `"Workgroup" "ClusteredReduce" %value cluster_size(%size) : type` */
export const spirvGroupNonUniformAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    setEnum(parser, 'execution_scope', scope, parseEnumString(parser, scope));
    setEnum(parser, 'group_operation', groupOperation, parseEnumString(parser, groupOperation));
    const value = parser.parseOperand();
    let size;
    if (parser.parseOptionalKeyword('cluster_size')) {
      parser.parsePunctuation('(');
      size = parser.parseOperand();
      parser.parsePunctuation(')');
    }
    const type = parser.parseColonType();
    result.operands = [parser.resolveOperand(value, type)];
    if (size !== undefined) result.operands.push(parser.resolveOperand(size, context.integerType(32)));
    result.resultTypes = [type];
  },
  print(op, printer) {
    const [value, size] = op.operands;
    printer.print(` "${enumCase(op, 'execution_scope')}" "${enumCase(op, 'group_operation')}" `);
    printer.printOperand(value);
    if (size !== undefined) {
      printer.print(' cluster_size(');
      printer.printOperand(size);
      printer.print(')');
    }
    printer.print(' : ');
    printer.printType(op.result(0).type);
  },
};
