import type { OpAsmParser, RegionArgument } from '../../ir/op-asm-parser.js';
import type { Attribute } from '../../ir/attribute.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { parseBound } from '../affine/affine-for.js';
import { parseAssignmentList } from '../loop-carried.js';
import { readOnlyAssembly } from '../read-only-assembly.js';

/** More loops than this in one operation are a slip of the pen. */
const MAX_LOOPS = 1 << 10;

/** `3`: as many results of type `!krnl.loop`. */
const defineLoopsAssembly: OpAssembly = readOnlyAssembly((parser) => {
  const { context, result } = parser;
  const range = parser.nextRange();
  const count = parser.parseInteger();
  if (count < 0n || count > MAX_LOOPS) parser.error(`expects at most ${MAX_LOOPS} loops, not ${count}`, range);
  result.attributes.set('num_loops', context.integerAttr(context.integerType(64), count));
  for (let loop = 0; loop < Number(count); loop++) result.resultTypes.push(context.dialectType('krnl', 'loop'));
});

/**
 * `(%scheduled, …) with (%loop -> %i = 0 to 10, …) iter_args(%acc = %init) -> (f32) {…}`. The operands are the scheduled loops,
 * then for each loop itself and the operands of its bounds, then the initial values; `bounds` has two maps for each loop.
 */
const iterateAssembly: OpAssembly = readOnlyAssembly((parser) => {
  const { context, result } = parser;
  const loopType = context.dialectType('krnl', 'loop');
  const scheduled = parser.parseOperandList('paren');
  for (const loop of scheduled) result.operands.push(parser.resolveOperand(loop, loopType));
  result.attributes.set('num_optimized_loops', context.integerAttr(context.integerType(64), BigInt(scheduled.length)));
  parser.parseKeyword('with');
  const bounds: Attribute[] = [];
  const variables: RegionArgument[] = [];
  parser.parsePunctuation('(');
  while (!parser.parseOptionalPunctuation(')')) {
    if (variables.length > 0) parser.parsePunctuation(',');
    result.operands.push(parser.resolveOperand(parser.parseOperand(), loopType));
    parser.parsePunctuation('->');
    variables.push({ ...parser.parseRegionArgument(false, false), type: context.indexType });
    parser.parsePunctuation('=');
    addBound(parser, bounds, 'lower');
    parser.parseKeyword('to', ' between bounds');
    addBound(parser, bounds, 'upper');
  }
  result.attributes.set('bounds', context.arrayAttr(bounds));
  if (parser.parseOptionalKeyword('iter_args')) {
    const range = parser.nextRange();
    const { args, inits } = parseAssignmentList(parser);
    result.resultTypes = parser.parseOptionalArrowTypeList();
    result.operands.push(...parser.resolveOperands(inits, result.resultTypes, range));
    for (const [index, argument] of args.entries()) variables.push({ ...argument, type: result.resultTypes[index] });
  }
  const body = parser.parseRegion(variables);
  parser.ensureTerminator(body, 'krnl.yield');
  result.regions.push(body);
  parser.parseOptionalAttrDict();
});

function addBound(parser: OpAsmParser, bounds: Attribute[], side: 'lower' | 'upper'): void {
  const { map, operands } = parseBound(parser, side);
  bounds.push(parser.context.affineMapAttr(map));
  parser.result.operands.push(...operands);
}

export const krnlDialect: HandWrittenDialect = {
  operations: {
    'krnl.define_loops': { assembly: defineLoopsAssembly },
    'krnl.iterate': { assembly: iterateAssembly },
  },
};
