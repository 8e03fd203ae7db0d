import type { ValueId } from '@mlir2zk/llvm-emit';
import type { Block, Operation } from '@mlir2zk/mlir-parser';
import { integerListAttribute, operandSegments } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { BlockGraph } from '../emission/block-graph.js';
import { conditional, joinRegions } from '../emission/conditional.js';
import { countedLoop, loopOperation } from '../emission/counted-loop.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { LoweredOp } from '../emission/lowered-op.js';

function bodyOf(op: Operation, region = 0): Block {
  const { entry } = op.region(region);
  if (entry === undefined) throw errorAt(op, 'has no body');
  return entry;
}

const forOp: LoweredOp = {
  name: 'scf.for',
  lower(op, code) {
    const [lower, upper, step] = code.valuesOf(op.operands.slice(0, 3));
    const body = bodyOf(op);
    const [counterArgument, ...carried] = body.arguments;
    const unsigned = op.attribute('unsignedCmp') !== undefined;
    loopOperation(op, code, { lower, upper, step, unsigned }, op.operands.slice(3), carried, (counter) => {
      code.setValue(counterArgument, counter);
      return code.emitBody(body)?.operands ?? [];
    });
  },
};

const ifOp: LoweredOp = {
  name: 'scf.if',
  lower(op, code) {
    conditional(op, code, code.value(op.operand(0)));
  },
};

/** The first region decides and hands on, the second one is an iteration. */
const whileOp: LoweredOp = {
  name: 'scf.while',
  lower(op, code) {
    const { builder } = code;
    const [before, body] = [bodyOf(op, 0), bodyOf(op, 1)];
    const [header, iteration, after] = [builder.createBlock(), builder.createBlock(), builder.createBlock()];
    const initial = code.allParts(op.operands);
    const entry = code.block;
    builder.br(header);
    code.beginBlock(header);
    const phis = initial.map((value) => {
      const phi = builder.phi(builder.function.typeOf(value));
      builder.addIncoming(phi, value, entry);
      return phi;
    });
    let rest: readonly ValueId[] = phis;
    for (const argument of before.arguments) rest = code.setParts(op, argument, rest);
    const condition = code.emitBody(before);
    if (condition?.name !== 'scf.condition') throw errorAt(op, "its first region does not end in 'scf.condition'");
    const [goOn, ...handedOn] = condition.operands;
    builder.condBr(code.value(goOn), iteration, after);
    body.arguments.forEach((argument, i) => code.copyValue(argument, handedOn[i]));
    op.results.forEach((result, i) => code.copyValue(result, handedOn[i]));
    code.beginBlock(iteration);
    const yielded = code.allParts(code.emitBody(body)?.operands ?? []);
    phis.forEach((phi, i) => builder.addIncoming(phi, yielded[i], code.block));
    builder.br(header);
    code.beginBlock(after);
  },
};

/** One loop in another: the iterations of `scf.parallel` run one after the other. */
const parallelOp: LoweredOp = {
  name: 'scf.parallel',
  lower(op, code) {
    const [rank, , , initials] = operandSegments(op);
    const operands = op.operands;
    const group = (i: number): ValueId[] => code.valuesOf(operands.slice(i * rank, (i + 1) * rank));
    const [lower, upper, step] = [group(0), group(1), group(2)];
    const body = bodyOf(op);
    const nest = (depth: number, carried: readonly ValueId[]): readonly ValueId[] => {
      if (depth === rank) return reduceAll(code, code.emitBody(body), carried);
      return countedLoop(code, { lower: lower[depth], upper: upper[depth], step: step[depth] }, carried, (counter, inner) => {
        code.setValue(body.arguments[depth], counter);
        return nest(depth + 1, inner);
      });
    };
    const results = nest(0, code.valuesOf(operands.slice(3 * rank, 3 * rank + initials)));
    op.results.forEach((result, i) => code.setValue(result, results[i]));
  },
};

/** Combines what `scf.reduce` takes with what was carried, by its regions. */
function reduceAll(code: FunctionCode, reduce: Operation | undefined, carried: readonly ValueId[]): readonly ValueId[] {
  if (reduce === undefined || reduce.numOperands === 0) return carried;
  return reduce.operands.map((operand, i) => {
    const combiner = bodyOf(reduce, i);
    code.setValue(combiner.arguments[0], carried[i]);
    code.setValue(combiner.arguments[1], code.value(operand));
    const combined = code.emitBody(combiner);
    if (combined === undefined) throw errorAt(reduce, 'its regions must return a value');
    return code.value(combined.operand(0));
  });
}

const indexSwitchOp: LoweredOp = {
  name: 'scf.index_switch',
  lower(op, code) {
    const { builder } = code;
    const starts = op.regions.map(() => builder.createBlock());
    const after = builder.createBlock();
    const cases = integerListAttribute(op, 'cases').map((value) => code.index.constant(value));
    code.switchTo(code.value(op.operand(0)), starts[0], cases, starts.slice(1));
    joinRegions(op, code, op.regions, starts, after);
  },
};

/** A region of blocks in the middle of a block; yields of its blocks go on behind it. */
const executeRegionOp: LoweredOp = {
  name: 'scf.execute_region',
  lower(op, code) {
    const { builder } = code;
    const after = builder.createBlock();
    const arrivals: { readonly from: number; readonly parts: readonly ValueId[] }[] = [];
    new BlockGraph(op, op.region(0), code, (yieldOp) => {
      arrivals.push({ from: code.block, parts: code.allParts(yieldOp.operands) });
      builder.br(after);
    }).emit();
    code.beginBlock(after);
    const phis = op.results.flatMap((result) => code.partTypes(op, result.type)).map((type, i) => {
      const phi = builder.phi(type);
      for (const { from, parts } of arrivals) builder.addIncoming(phi, parts[i], from);
      return phi;
    });
    let rest: readonly ValueId[] = phis;
    for (const result of op.results) rest = code.setParts(op, result, rest);
  },
};

const yieldOp: LoweredOp = {
  name: 'scf.yield',
  lower(op, code) {
    if (code.graph?.leave === undefined) throw errorAt(op, 'has no code where it stands');
    code.graph.leave(op);
  },
};

export const scfOps: readonly LoweredOp[] = [
  forOp, ifOp, whileOp, parallelOp, indexSwitchOp, executeRegionOp, yieldOp,
];
