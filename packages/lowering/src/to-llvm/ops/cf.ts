import { integerListAttribute, operandSegments } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import type { BlockGraph } from '../emission/block-graph.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import type { Operation } from '@mlir2zk/mlir-parser';

function graphAround(op: Operation, code: FunctionCode): BlockGraph {
  if (code.graph === undefined) throw errorAt(op, 'has no code where it stands');
  return code.graph;
}

/** The block that successor number `successor` became, which gets `operands` from here. */
function edge(op: Operation, code: FunctionCode, successor: number, operands: Operation['operands']) {
  const block = op.successors[successor];
  if (block.arguments.length !== operands.length)
    throw errorAt(op, `hands on ${operands.length} values to a block of ${block.arguments.length} arguments`);
  return graphAround(op, code).target(block, operands);
}

const branch: LoweredOp = {
  name: 'cf.br',
  lower(op, code) {
    code.builder.br(edge(op, code, 0, op.operands));
  },
};

const conditionalBranch: LoweredOp = {
  name: 'cf.cond_br',
  lower(op, code) {
    const [, whenTrue, whenFalse] = operandSegments(op);
    const [condition, ...values] = op.operands;
    const groups = [values.slice(0, whenTrue), values.slice(whenTrue, whenTrue + whenFalse)];
    branchTo(op, code, groups, ([first, second]) => code.builder.condBr(code.value(condition), first, second));
  },
};

/**
 * Ends the block with `terminate`, which gets a target for each successor. Where two of them are the same block, each comes
 * through a block of its own, so that the values that it hands on can differ.
 */
function branchTo(
  op: Operation, code: FunctionCode, groups: readonly (Operation['operands'])[], terminate: (targets: readonly number[]) => void,
): void {
  const distinct = new Set(op.successors).size === op.successors.length;
  if (distinct) {
    terminate(groups.map((values, i) => edge(op, code, i, values)));
    return;
  }
  const steps = groups.map(() => code.builder.createBlock());
  terminate(steps);
  groups.forEach((values, i) => {
    code.beginBlock(steps[i]);
    code.builder.br(edge(op, code, i, values));
  });
}

const switchOp: LoweredOp = {
  name: 'cf.switch',
  lower(op, code) {
    const [, defaults] = operandSegments(op);
    const [flag, ...values] = op.operands;
    const counts = op.attribute('case_operand_segments') === undefined ? [] : integerListAttribute(op, 'case_operand_segments');
    let at = defaults;
    const groups = [values.slice(0, defaults), ...counts.map((count) => values.slice(at, (at += Number(count))))];
    const type = code.convertType(op, flag.type);
    if (type.kind !== 'integer') throw errorAt(op, 'needs an integer to switch on');
    const cases = op.attribute('case_values') === undefined ? [] : integerListAttribute(op, 'case_values');
    branchTo(op, code, groups, ([otherwise, ...targets]) =>
      code.switchTo(code.value(flag), otherwise, cases.map((value) => code.constants.int(type, value)), targets));
  },
};

/** Ends the program where the condition does not hold. */
const assertOp: LoweredOp = {
  name: 'cf.assert',
  lower(op, code) {
    const { builder, types } = code;
    const [holds, fails] = [builder.createBlock(), builder.createBlock()];
    builder.condBr(code.value(op.operand(0)), holds, fails);
    code.beginBlock(fails);
    builder.call(code.module.declarations.function('abort', types.void, []), []);
    builder.unreachable();
    code.beginBlock(holds);
  },
};

export const cfOps: readonly LoweredOp[] = [branch, conditionalBranch, switchOp, assertOp];
