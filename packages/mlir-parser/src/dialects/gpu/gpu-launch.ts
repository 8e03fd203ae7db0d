import type { OpAsmParser, RegionArgument, UnresolvedOperand } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Operation } from '../../ir/operation.js';
import type { Value } from '../../ir/value.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import { operandSegments } from '../operand-segments.js';
import { parseAttributions, printAttributions, workgroupAttributions } from './gpu-func.js';

/** `(%x, %y, %z) in (%sx = %a, %sy = %b, %sz = %c)`: ids, sizes, and what the sizes are. */
interface SizeAssignment {
  readonly ids: readonly UnresolvedOperand[];
  readonly sizes: readonly UnresolvedOperand[];
  readonly operands: readonly UnresolvedOperand[];
}

function parseSizeAssignment(parser: OpAsmParser): SizeAssignment {
  const three = <T>(item: () => T): T[] => {
    const items = [item()];
    for (let index = 1; index < 3; index++) {
      parser.parsePunctuation(',');
      items.push(item());
    }
    parser.parsePunctuation(')');
    return items;
  };
  parser.parsePunctuation('(');
  const ids = three(() => parser.parseOperand(false));
  parser.parseKeyword('in');
  parser.parsePunctuation('(');
  const pairs = three(() => {
    const size = parser.parseOperand(false);
    parser.parsePunctuation('=');
    return { size, operand: parser.parseOperand() };
  });
  return { ids, sizes: pairs.map(({ size }) => size), operands: pairs.map(({ operand }) => operand) };
}

function printSizeAssignment(printer: OpAsmPrinter, ids: readonly Value[], sizes: readonly Value[], operands: readonly Value[]): void {
  printer.print('(');
  printer.printOperands(ids);
  printer.print(') in (');
  for (const [index, size] of sizes.entries()) {
    if (index > 0) printer.print(', ');
    printer.printOperand(size);
    printer.print(' = ');
    printer.printOperand(operands[index]);
  }
  printer.print(')');
}

/** `async [%dependencies]` into the result types; returns the dependencies. */
export function parseAsyncDependencies(parser: OpAsmParser): { readonly isAsync: boolean; readonly operands: UnresolvedOperand[] } {
  const isAsync = parser.parseOptionalKeyword('async');
  if (isAsync && parser.numNamedResults === 0) parser.error("needs to be named when marked 'async'");
  return { isAsync, operands: parser.parseOperandList('optional-square') };
}

/**
 * `async [%t] clusters(…) in (…) blocks(%bx, …) in (%gx = %a, …) threads(…) in (…) dynamic_shared_memory_size %s workgroup(…)
 * private(…) {body} {attributes}`. The body has the arguments block ids, thread ids, grid size, block size, cluster ids and size.
 */
export const gpuLaunchAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const index = context.indexType;
    const token = context.dialectType('gpu', 'async.token');
    const dependencies = parseAsyncDependencies(parser);
    if (dependencies.isAsync) result.resultTypes = [token];
    const clusters = parser.parseOptionalKeyword('clusters') ? parseSizeAssignment(parser) : undefined;
    parser.parseKeyword('blocks');
    const blocks = parseSizeAssignment(parser);
    parser.parseKeyword('threads');
    const threads = parseSizeAssignment(parser);
    const sharedMemory = parser.parseOptionalKeyword('dynamic_shared_memory_size') ? [parser.parseOperand()] : [];
    const sizes = [...blocks.operands, ...threads.operands, ...(clusters?.operands ?? [])];
    result.operands = [
      ...dependencies.operands.map((operand) => parser.resolveOperand(operand, token)),
      ...sizes.map((operand) => parser.resolveOperand(operand, index)),
      ...sharedMemory.map((operand) => parser.resolveOperand(operand, context.integerType(32))),
    ];
    const isClustered = clusters === undefined ? 0 : 1;
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, [
      dependencies.operands.length, 1, 1, 1, 1, 1, 1, isClustered, isClustered, isClustered, sharedMemory.length,
    ]));
    const argument = (operand: UnresolvedOperand): RegionArgument => ({ operand, type: index, attributes: new Map(), location: undefined });
    const ids = [...blocks.ids, ...threads.ids, ...blocks.sizes, ...threads.sizes, ...(clusters === undefined ? [] : [...clusters.ids, ...clusters.sizes])];
    result.regions.push(parser.parseRegion([...ids.map(argument), ...parseAttributions(parser)]));
    parser.parseOptionalAttrDict();
  },
  print(op, printer) {
    const groups = operandSegments(op);
    const [dependencies = []] = groups;
    const sizes = groups.slice(1, 10).flat();
    const [sharedMemory] = groups[10] ?? [];
    const args = op.region(0).entry?.arguments ?? [];
    const isClustered = sizes.length > 6;
    printAsync(op, printer, dependencies);
    if (isClustered) {
      printer.print(' clusters');
      printSizeAssignment(printer, args.slice(12, 15), args.slice(15, 18), sizes.slice(6));
    }
    printer.print(' blocks');
    printSizeAssignment(printer, args.slice(0, 3), args.slice(6, 9), sizes);
    printer.print(' threads');
    printSizeAssignment(printer, args.slice(3, 6), args.slice(9, 12), sizes.slice(3));
    if (sharedMemory !== undefined) {
      printer.print(' dynamic_shared_memory_size ');
      printer.printOperand(sharedMemory);
    }
    printAttributions(op, printer, args.slice(isClustered ? 18 : 12));
    printer.print(' ');
    printer.printRegion(op.region(0), { printEntryArguments: false });
    printer.printOptionalAttrDict(op, ['operandSegmentSizes', workgroupAttributions]);
  },
};

function printAsync(op: Operation, printer: OpAsmPrinter, dependencies: readonly Value[]): void {
  if (op.results.length === 0) return;
  printer.print(' async');
  if (dependencies.length === 0) return;
  printer.print(' [');
  printer.printOperands(dependencies);
  printer.print(']');
}
