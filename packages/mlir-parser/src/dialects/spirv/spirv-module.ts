import { Block } from '../../ir/block.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import {
  functionTypeOf, parseFunctionBody, parseFunctionSignature, printFunctionBody, printFunctionSignature, setSignatureAttributes, symbolNameOf,
} from '../function-op.js';
import { enumCase, parseEnumKeyword, parseEnumString, printEnumString, setEnum, type SpirvEnum } from './spirv-enum.js';
import { parseVariableDecorations, printVariableDecorations } from './spirv-memory.js';

const addressingModel: SpirvEnum = { enum: 'AddressingModel', mnemonic: 'addressing_model' };
const memoryModel: SpirvEnum = { enum: 'MemoryModel', mnemonic: 'memory_model' };
const functionControl: SpirvEnum = { enum: 'FunctionControl', mnemonic: 'function_control' };
const executionModel: SpirvEnum = { enum: 'ExecutionModel', mnemonic: 'execution_model' };
const executionMode: SpirvEnum = { enum: 'ExecutionMode', mnemonic: 'execution_mode' };

/** `@name Logical GLSL450 requires #spirv.vce<…> attributes {…} {body}` */
export const spirvModuleAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const name = parser.parseOptionalSymbolName();
    if (name !== undefined) result.attributes.set('sym_name', context.stringAttr(name));
    setEnum(parser, 'addressing_model', addressingModel, parseEnumKeyword(parser, addressingModel));
    setEnum(parser, 'memory_model', memoryModel, parseEnumKeyword(parser, memoryModel));
    if (parser.parseOptionalKeyword('requires')) result.attributes.set('vce_triple', parser.parseAttribute());
    parser.parseOptionalAttrDictWithKeyword();
    const body = parser.parseRegion([]);
    if (body.isEmpty) body.addBlock(new Block());
    result.regions.push(body);
  },
  print(op, printer) {
    if (op.attribute('sym_name') !== undefined) {
      printer.print(' ');
      printer.printSymbolName(symbolNameOf(op));
    }
    printer.print(` ${enumCase(op, 'addressing_model')} ${enumCase(op, 'memory_model')}`);
    const triple = op.attribute('vce_triple');
    if (triple !== undefined) {
      printer.print(' requires ');
      printer.printAttribute(triple);
    }
    printer.printOptionalAttrDictWithKeyword(op, ['addressing_model', 'memory_model', 'vce_triple', 'sym_name']);
    printer.print(' ');
    printer.printRegion(op.region(0));
  },
};

/** `@name(%arg: type) -> type "None" attributes {…} {body}` */
export const spirvFuncAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    const signature = parseFunctionSignature(parser);
    result.attributes.set('function_type', context.typeAttr(context.functionType(signature.types, signature.resultTypes)));
    setEnum(parser, 'function_control', functionControl, parseEnumString(parser, functionControl));
    parser.parseOptionalAttrDictWithKeyword();
    setSignatureAttributes(parser, signature);
    parseFunctionBody(parser, signature);
  },
  print(op, printer) {
    const { inputs, results } = functionTypeOf(op);
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    printFunctionSignature(op, printer, inputs, results);
    printEnumString(op, printer, 'function_control');
    printer.printOptionalAttrDictWithKeyword(op, ['sym_name', 'function_type', 'arg_attrs', 'res_attrs', 'function_control']);
    printFunctionBody(op, printer);
  },
};

/** `"GLCompute" @fn, @variable, …` */
export const spirvEntryPointAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    setEnum(parser, 'execution_model', executionModel, parseEnumString(parser, executionModel));
    result.attributes.set('fn', context.symbolRefAttr(parser.parseSymbolName()));
    const variables: string[] = [];
    while (parser.parseOptionalPunctuation(',')) variables.push(parser.parseSymbolName());
    result.attributes.set('interface', context.arrayAttr(variables.map((name) => context.symbolRefAttr(name))));
  },
  print(op, printer) {
    const fn = op.attribute('fn');
    const variables = op.attribute('interface');
    printEnumString(op, printer, 'execution_model');
    for (const [index, symbol] of [fn, ...(variables?.kind === 'array' ? variables.elements : [])].entries()) {
      printer.print(index > 0 ? ', ' : ' ');
      if (symbol !== undefined) printer.printAttribute(symbol);
    }
  },
};

/** `@fn "LocalSize", 1, 1, 1` */
export const spirvExecutionModeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('fn', context.symbolRefAttr(parser.parseSymbolName()));
    setEnum(parser, 'execution_mode', executionMode, parseEnumString(parser, executionMode));
    const values: bigint[] = [];
    while (parser.parseOptionalPunctuation(',')) values.push(parser.parseInteger());
    result.attributes.set('values', context.arrayAttr(values.map((value) => context.integerAttr(context.integerType(32), value))));
  },
  print(op, printer) {
    const fn = op.attribute('fn');
    const values = op.attribute('values');
    printer.print(' ');
    if (fn !== undefined) printer.printAttribute(fn);
    printEnumString(op, printer, 'execution_mode');
    for (const value of values?.kind === 'array' ? values.elements : [])
      if (value.kind === 'integer') printer.print(`, ${value.value}`);
  },
};

/** `@name initializer(@constant) bind(0, 1) built_in("…") {attributes} : type` */
export const spirvGlobalVariableAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    if (parser.parseOptionalKeyword('initializer')) {
      parser.parsePunctuation('(');
      result.attributes.set('initializer', context.symbolRefAttr(parser.parseSymbolName()));
      parser.parsePunctuation(')');
    }
    parseVariableDecorations(parser);
    result.attributes.set('type', context.typeAttr(parser.parseColonType()));
  },
  print(op, printer) {
    const initializer = op.attribute('initializer');
    const type = op.attribute('type');
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    if (initializer !== undefined) {
      printer.print(' initializer(');
      printer.printAttribute(initializer);
      printer.print(')');
    }
    printVariableDecorations(op, printer, ['sym_name', 'initializer', 'type']);
    printer.print(' : ');
    if (type?.kind === 'type') printer.printType(type.type);
  },
};

/** `@name spec_id(5) = 42 : i32` */
export const spirvSpecConstantAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    if (parser.parseOptionalKeyword('spec_id')) {
      parser.parsePunctuation('(');
      result.attributes.set('spec_id', context.integerAttr(context.integerType(64), parser.parseInteger()));
      parser.parsePunctuation(')');
    }
    parser.parsePunctuation('=');
    result.attributes.set('default_value', parser.parseAttribute());
  },
  print(op, printer) {
    const id = op.attribute('spec_id');
    const value = op.attribute('default_value');
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    if (id?.kind === 'integer') printer.print(` spec_id(${id.value})`);
    printer.print(' = ');
    if (value !== undefined) printer.printAttribute(value);
  },
};

/** `@name (@a, @b) : type` */
export const spirvSpecConstantCompositeAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    result.attributes.set('sym_name', context.stringAttr(parser.parseSymbolName()));
    parser.parsePunctuation('(');
    const names: string[] = [];
    do names.push(parser.parseSymbolName());
    while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(')');
    result.attributes.set('constituents', context.arrayAttr(names.map((name) => context.symbolRefAttr(name))));
    result.attributes.set('type', context.typeAttr(parser.parseColonType()));
  },
  print(op, printer) {
    const constituents = op.attribute('constituents');
    const type = op.attribute('type');
    printer.print(' ');
    printer.printSymbolName(symbolNameOf(op));
    printer.print(' (');
    for (const [index, symbol] of (constituents?.kind === 'array' ? constituents.elements : []).entries()) {
      if (index > 0) printer.print(', ');
      printer.printAttribute(symbol);
    }
    printer.print(') : ');
    if (type?.kind === 'type') printer.printType(type.type);
  },
};
