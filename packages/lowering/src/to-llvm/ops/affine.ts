import type { ValueId } from '@mlir2zk/llvm-emit';
import type { AffineExpr, Operation, Value } from '@mlir2zk/mlir-parser';
import { affineMapAttribute, integerAttribute, integerListAttribute, requiredAttribute } from '../../operation/attributes.js';
import { errorAt } from '../../operation/located-error.js';
import { affineBound, affineExpression, affineResults, extremum, membership, operandsFrom } from '../emission/affine-code.js';
import { conditional } from '../emission/conditional.js';
import { countedLoop, loopOperation } from '../emission/counted-loop.js';
import type { FunctionCode } from '../emission/function-code.js';
import type { LoweredOp } from '../emission/lowered-op.js';
import { elementAddress } from '../emission/memory.js';
import { prefetchElement } from './memref.js';
import { combine, neutralElement, reductionKinds } from './reduction.js';
import { loadVector, storeVector } from './vector-memory.js';

const forOp: LoweredOp = {
  name: 'affine.for',
  lower(op, code) {
    const [lowerMap, upperMap] = [affineMapAttribute(op, 'lowerBoundMap'), affineMapAttribute(op, 'upperBoundMap')];
    const lowerEnd = lowerMap.numDims + lowerMap.numSymbols;
    const upperEnd = lowerEnd + upperMap.numDims + upperMap.numSymbols;
    const body = op.region(0).entry;
    if (body === undefined) throw errorAt(op, 'has no body');
    const loop = {
      lower: affineBound(op, code, lowerMap, 0, 'smax'),
      upper: affineBound(op, code, upperMap, lowerEnd, 'smin'),
      step: code.index.constant(integerAttribute(op, 'step')),
    };
    const iteration = (counter: ValueId): readonly Value[] => {
      code.setValue(body.arguments[0], counter);
      return code.emitBody(body)?.operands ?? [];
    };
    if (op.results.length === 0) {
      countedLoop(code, loop, [], (counter) => {
        iteration(counter);
        return [];
      });
    } else loopOperation(op, code, loop, op.operands.slice(upperEnd), body.arguments.slice(1), iteration);
  },
};

const ifOp: LoweredOp = {
  name: 'affine.if',
  lower(op, code) {
    const { set } = requiredAttribute(op, 'condition', 'integer-set-attr');
    conditional(op, code, membership(op, code, set, code.valuesOf(op.operands)));
  },
};

const applyOp: LoweredOp = {
  name: 'affine.apply',
  lower(op, code) {
    code.setValue(op.result(0), affineResults(op, code, affineMapAttribute(op, 'map'), code.valuesOf(op.operands))[0]);
  },
};

function extremumOp(name: string, extreme: 'smax' | 'smin'): LoweredOp {
  return {
    name,
    lower(op, code) {
      const results = affineResults(op, code, affineMapAttribute(op, 'map'), code.valuesOf(op.operands));
      code.setValue(op.result(0), extremum(code, extreme, results));
    },
  };
}

/** The subscripts of an access: its map at the operands from `first` on. */
function subscripts(op: Operation, code: FunctionCode, first: number): ValueId[] {
  return affineResults(op, code, affineMapAttribute(op, 'map'), operandsFrom(op, code, first, op.numOperands - first));
}

const loadOp: LoweredOp = {
  name: 'affine.load',
  lower(op, code) {
    const source = code.memref(op.operand(0));
    const address = elementAddress(code, source, subscripts(op, code, 1));
    code.setPacked(op.result(0), code.builder.load(source.memref.element, address));
  },
};

const storeOp: LoweredOp = {
  name: 'affine.store',
  lower(op, code) {
    const target = code.memref(op.operand(1));
    code.builder.store(code.packed(op.operand(0)), elementAddress(code, target, subscripts(op, code, 2)));
  },
};

const vectorLoadOp: LoweredOp = {
  name: 'affine.vector_load',
  lower(op, code) {
    code.setValue(op.result(0), loadVector(op, code, op.operand(0), subscripts(op, code, 1), op.result(0).type));
  },
};

const vectorStoreOp: LoweredOp = {
  name: 'affine.vector_store',
  lower(op, code) {
    storeVector(op, code, op.operand(0), op.operand(1), subscripts(op, code, 2));
  },
};

const prefetchOp: LoweredOp = {
  name: 'affine.prefetch',
  lower(op, code) {
    prefetchElement(op, code, elementAddress(code, code.memref(op.operand(0)), subscripts(op, code, 1)));
  },
};

/** Splits the results of a map of all bounds into those of each loop. */
function groupedBounds(op: Operation, code: FunctionCode, which: 'lower' | 'upper', operands: readonly ValueId[]): ValueId[] {
  const map = affineMapAttribute(op, `${which}BoundsMap`);
  let at = 0;
  return integerListAttribute(op, `${which}BoundsGroups`).map((count) => {
    const results: readonly AffineExpr[] = map.results.slice(at, (at += Number(count)));
    const values = results.map((expr) => affineExpression(op, code, expr, map.numDims, operands));
    return extremum(code, which === 'lower' ? 'smax' : 'smin', values);
  });
}

/** One loop in another: the iterations of `affine.parallel` run one after the other. */
const parallelOp: LoweredOp = {
  name: 'affine.parallel',
  lower(op, code) {
    const operands = code.valuesOf(op.operands);
    const lowerMap = affineMapAttribute(op, 'lowerBoundsMap');
    const split = lowerMap.numDims + lowerMap.numSymbols;
    const lower = groupedBounds(op, code, 'lower', operands.slice(0, split));
    const upper = groupedBounds(op, code, 'upper', operands.slice(split));
    const steps = integerListAttribute(op, 'steps').map((step) => code.index.constant(step));
    const body = op.region(0).entry;
    if (body === undefined) throw errorAt(op, 'has no body');
    const kinds = integerListAttribute(op, 'reductions').map((kind) => reductionKinds[Number(kind)]);
    const types = op.results.map((result) => code.convertType(op, result.type));
    const nest = (depth: number, carried: readonly ValueId[]): readonly ValueId[] => {
      if (depth === lower.length) {
        const yielded = code.valuesOf(code.emitBody(body)?.operands ?? []);
        return yielded.map((value, i) => combine(op, code, kinds[i], types[i], carried[i], value));
      }
      const loop = { lower: lower[depth], upper: upper[depth], step: steps[depth] };
      return countedLoop(code, loop, carried, (counter, inner) => {
        code.setValue(body.arguments[depth], counter);
        return nest(depth + 1, inner);
      });
    };
    const results = nest(0, types.map((type, i) => neutralElement(op, code, kinds[i], type)));
    op.results.forEach((result, i) => code.setValue(result, results[i]));
  },
};

/** Digits of a linear index in a mixed basis, the last one fastest. */
const delinearizeOp: LoweredOp = {
  name: 'affine.delinearize_index',
  lower(op, code) {
    const basis = code.valuesOf(op.operands.slice(1));
    if (basis.length !== op.results.length) throw errorAt(op, 'needs one operand of the basis per result');
    let rest = code.value(op.operand(0));
    for (let i = op.results.length - 1; i > 0; i--) {
      code.setValue(op.result(i), code.index.modulo(rest, basis[i]));
      rest = code.index.floorDivide(rest, basis[i]);
    }
    code.setValue(op.result(0), rest);
  },
};

export const affineOps: readonly LoweredOp[] = [
  forOp, ifOp, applyOp, extremumOp('affine.max', 'smax'), extremumOp('affine.min', 'smin'),
  loadOp, storeOp, vectorLoadOp, vectorStoreOp, prefetchOp, parallelOp, delinearizeOp,
];
