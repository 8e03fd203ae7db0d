import type { ValueId } from '@mlir2zk/llvm-emit';
import type { Operation, Region, Value } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';

/** Appends region 0 of `op` for where `condition` holds and region 1, if there is one, for where it does not. */
export function conditional(op: Operation, code: FunctionCode, condition: ValueId): void {
  const { builder } = code;
  const [whenTrue, whenFalse] = op.regions;
  const [first, after] = [builder.createBlock(), builder.createBlock()];
  const second = whenFalse.isEmpty ? after : builder.createBlock();
  builder.condBr(condition, first, second);
  const regions = second === after ? [whenTrue] : [whenTrue, whenFalse];
  joinRegions(op, code, regions, [first, second], after);
}

/** Appends each region at its block; control then goes on at `after`, where the results of `op` are what the region yielded. */
export function joinRegions(op: Operation, code: FunctionCode, regions: readonly Region[], starts: readonly number[], after: number): void {
  const { builder } = code;
  const arrivals = regions.map((region, i) => {
    code.beginBlock(starts[i]);
    const yielded: readonly Value[] = region.entry === undefined ? [] : (code.emitBody(region.entry)?.operands ?? []);
    const arrival = { from: code.block, parts: code.allParts(yielded) };
    builder.br(after);
    return arrival;
  });
  code.beginBlock(after);
  const types = op.results.flatMap((result) => code.partTypes(op, result.type));
  const phis = types.map((type, i) => {
    const phi = builder.phi(type);
    for (const { from, parts } of arrivals) builder.addIncoming(phi, parts[i], from);
    return phi;
  });
  let rest: readonly ValueId[] = phis;
  for (const result of op.results) rest = code.setParts(op, result, rest);
}
