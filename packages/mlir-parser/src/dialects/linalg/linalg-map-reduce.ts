import { Block } from '../../ir/block.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import { OpBuilder } from '../../ir/op-builder.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import { Region } from '../../ir/region.js';
import type { Value } from '../../ir/value.js';
import { bodyArgumentType } from './structured-body.js';
import { parseStructuredOpParts, printStructuredOpParts, type StructuredOperands } from './structured-op-parts.js';

/** `name = [0, 1]`, of an attribute of that name. */
function parseDimensions(parser: OpAsmParser, name: string): void {
  parser.parseKeyword(name);
  parser.parsePunctuation('=');
  parser.parsePunctuation('[');
  const values: bigint[] = [];
  if (!parser.parseOptionalPunctuation(']')) {
    do values.push(parser.parseInteger());
    while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(']');
  }
  parser.result.attributes.set(name, denseIntegerArray(parser.context, 64, values));
}

function printDimensions(op: Operation, printer: OpAsmPrinter, name: string): void {
  printer.print(` ${name} = [${denseArrayIntegers(op.attribute(name)).join(', ')}]`);
}

/** `ins(…) outs(…) dimensions = […] {attributes}`; the results are the outputs that are tensors. */
function parseDestinationStyle(parser: OpAsmParser, dimensions: string | undefined): StructuredOperands {
  const operands = parseStructuredOpParts(parser);
  parser.result.resultTypes = operands.outputs.map((value) => value.type).filter((type) => type.kind === 'tensor');
  if (dimensions !== undefined) parseDimensions(parser, dimensions);
  parser.parseOptionalAttrDict();
  return operands;
}

/** The one operation of a body, written in front of the operands. */
interface Payload {
  readonly name: string;
  readonly attributes: Operation['attributes'];
}

function parseOptionalPayload(parser: OpAsmParser): Payload | undefined {
  if (!parser.parseOptionalPunctuation('{')) return undefined;
  const name = parser.parseCustomOperationName();
  parser.parseOptionalAttrDict();
  const attributes = new Map(parser.result.attributes);
  parser.result.attributes.clear();
  parser.parsePunctuation('}');
  return { name, attributes };
}

/** `linalg.map` applies the payload to the inputs, `linalg.reduce` to the accumulator (the last operand) and then the inputs. */
function payloadRegion(parser: OpAsmParser, payload: Payload, values: readonly Value[], accumulates: boolean): Region {
  const region = new Region();
  const block = region.addBlock(new Block());
  for (const value of values) block.addArgument(bodyArgumentType(value.type));
  const args = block.arguments;
  const operands = accumulates ? [args[args.length - 1], ...args.slice(0, -1)] : args;
  const builder = OpBuilder.atEnd(parser.context, block);
  const last = parser.result.operands.at(-1);
  if (last === undefined) return parser.error('needs operands for its payload to work on');
  const op = builder.create(payload.name, { operands, resultTypes: [bodyArgumentType(last.type)], attributes: payload.attributes });
  builder.create('linalg.yield', { operands: op.results });
  return region;
}

function parseBody(parser: OpAsmParser): Region {
  return parser.parseRegion(parser.parseRegionArgumentList('paren', true, true));
}

/** The operation to write in front of the operands; undefined if the body is more than that. */
function payloadOf(body: Block, accumulates: boolean): Operation | undefined {
  const payload = body.firstOperation;
  if (payload === undefined || payload.next === undefined || payload.next.next !== undefined) return undefined;
  const args = body.arguments;
  if (payload.numOperands === 0 || payload.numOperands !== args.length) return undefined;
  if (!accumulates) return payload.operands.every((operand, index) => operand === args[index]) ? payload : undefined;
  if (payload.operand(payload.numOperands - 1) !== args[0]) return undefined;
  return args.slice(1).every((argument, index) => payload.operand(index) === argument) ? payload : undefined;
}

function printPayload(printer: OpAsmPrinter, payload: Operation): void {
  printer.print(` { ${payload.name}`);
  const plainFastmath = [...payload.properties].find(([, value]) => value.kind === 'dialect' && value.body === 'fastmath<none>');
  printer.printOptionalAttrDict(payload, plainFastmath === undefined ? [] : [plainFastmath[0]]);
  printer.print(' }');
}

function printBody(printer: OpAsmPrinter, region: Region): void {
  printer.increaseIndent();
  printer.printNewline();
  printer.print('(');
  for (const [index, argument] of (region.entry?.arguments ?? []).entries()) {
    if (index > 0) printer.print(', ');
    printer.printRegionArgument(argument);
  }
  printer.print(') ');
  printer.printRegion(region, { printEntryArguments: false });
  printer.decreaseIndent();
}

/** `{ arith.addf } ins(…) outs(…)`, or with the body at the end. */
export const linalgMapAssembly: OpAssembly = {
  parse(parser) {
    const payload = parseOptionalPayload(parser);
    const { inputs } = parseDestinationStyle(parser, undefined);
    parser.result.regions.push(payload === undefined ? parseBody(parser) : payloadRegion(parser, payload, inputs, false));
  },
  print(op, printer) {
    const body = op.region(0);
    const payload = body.entry === undefined ? undefined : payloadOf(body.entry, false);
    if (payload !== undefined) printPayload(printer, payload);
    printStructuredOpParts(printer, op.operands.slice(0, -1), op.operands.slice(-1));
    printer.printOptionalAttrDict(op, []);
    if (payload === undefined) printBody(printer, body);
  },
};

/** `{ arith.addf } ins(…) outs(…) dimensions = [1]`, or with the body at the end. */
export const linalgReduceAssembly: OpAssembly = {
  parse(parser) {
    const payload = parseOptionalPayload(parser);
    parseDestinationStyle(parser, 'dimensions');
    parser.result.regions.push(payload === undefined ? parseBody(parser) : payloadRegion(parser, payload, parser.result.operands, true));
  },
  print(op, printer) {
    const body = op.region(0);
    const payload = body.entry === undefined ? undefined : payloadOf(body.entry, true);
    if (payload !== undefined) printPayload(printer, payload);
    const numInputs = op.numOperands / 2;
    printStructuredOpParts(printer, op.operands.slice(0, numInputs), op.operands.slice(numInputs));
    printDimensions(op, printer, 'dimensions');
    printer.printOptionalAttrDict(op, ['dimensions']);
    if (payload === undefined) printBody(printer, body);
  },
};

/** `ins(…) outs(…) name = [1, 0]`, of an operation that moves elements. */
function movingAssembly(dimensions: string): OpAssembly {
  return {
    parse(parser) {
      const { context, result } = parser;
      parseDestinationStyle(parser, dimensions);
      const region = new Region();
      const block = region.addBlock(new Block());
      for (const { type } of result.operands) block.addArgument(bodyArgumentType(type));
      if (block.arguments.length > 0) OpBuilder.atEnd(context, block).create('linalg.yield', { operands: [block.arguments[0]] });
      result.regions.push(region);
    },
    print(op, printer) {
      printStructuredOpParts(printer, op.operands.slice(0, 1), op.operands.slice(1));
      printDimensions(op, printer, dimensions);
      printer.printOptionalAttrDict(op, [dimensions]);
    },
  };
}

export const linalgTransposeAssembly: OpAssembly = movingAssembly('permutation');
export const linalgBroadcastAssembly: OpAssembly = movingAssembly('dimensions');
