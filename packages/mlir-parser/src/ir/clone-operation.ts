import { Block } from './block.js';
import { Operation } from './operation.js';
import { Region } from './region.js';
import type { Value } from './value.js';

/**
 * A deep copy of `op`, in no block. Operands that `valueMapping` maps are replaced, others stay; the mapping is extended by the
 * results and block arguments of what was copied. Uses that come before their definition inside a region are mapped too.
 */
export function cloneOperation(op: Operation, valueMapping: Map<Value, Value> = new Map()): Operation {
  const blocks = new Map<Block, Block>();
  const copies: (readonly [Operation, Operation])[] = [];
  const copy = copyOperation(op, valueMapping, blocks, copies);
  // All values and blocks are known only now.
  for (const [original, clone] of copies) {
    for (const [index, { value }] of original.opOperands.entries()) {
      const mapped = valueMapping.get(value);
      if (mapped !== undefined) clone.setOperand(index, mapped);
    }
    clone.successors = original.successors.map((block) => blocks.get(block) ?? block);
  }
  return copy;
}

/** Copies the blocks of `source` behind those of `target`, as `cloneOperation` copies operations. */
export function cloneRegionInto(source: Region, target: Region, valueMapping: Map<Value, Value> = new Map()): void {
  const holder = Operation.create({ name: 'builtin.unrealized_conversion_cast', regions: [source] });
  const owner = source.parent;
  try {
    const copy = cloneOperation(holder, valueMapping);
    for (const block of copy.region(0).blocks) target.addBlock(block);
  } finally {
    source.parent = owner;
  }
}

function copyOperation(
  op: Operation, values: Map<Value, Value>, blocks: Map<Block, Block>, copies: (readonly [Operation, Operation])[],
): Operation {
  const clone = Operation.create({
    name: op.name,
    definition: op.definition,
    operands: op.operands,
    resultTypes: op.results.map((result) => result.type),
    attributes: op.attributes,
    properties: op.properties,
    regions: op.regions.map((region) => copyRegion(region, values, blocks, copies)),
    location: op.location,
  });
  copies.push([op, clone]);
  for (const [index, result] of op.results.entries()) values.set(result, clone.result(index));
  return clone;
}

function copyRegion(
  region: Region, values: Map<Value, Value>, blocks: Map<Block, Block>, copies: (readonly [Operation, Operation])[],
): Region {
  const copy = new Region();
  for (const block of region.blocks) {
    const target = copy.addBlock(new Block());
    blocks.set(block, target);
    for (const argument of block.arguments) values.set(argument, target.addArgument(argument.type, argument.location));
    for (const op of block.operations()) target.append(copyOperation(op, values, blocks, copies));
  }
  return copy;
}
