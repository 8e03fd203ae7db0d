import {
  createZkLlvmModule,
  enumAttribute,
  FunctionBuilder,
  moduleText,
  readModule,
  SourceText,
  typeAttribute,
  verifyAssignerSubset,
  verifyModule,
} from '@mlir2zk/llvm-emit';
import { assign } from '@mlir2zk/assigner';
import type { CircuitValue, FixedPointFormat, ValueRange } from '../src/index.js';
import { CircuitBuilder, elementOfSigned, powerOfTwo, signedOfElement } from '../src/index.js';

/** Cells of the assigner's stack: enough for these small circuits, and quickly made. */
const stackCells = 20_000;

/** The assigner found constraints that do not hold. */
export class Unsatisfied extends Error {}

export interface Circuit {
  /** v of each result for the given v's of the arguments. @throws Unsatisfied */
  run(args: readonly bigint[]): bigint[];
  readonly scales: readonly number[];
  /** Instructions from the arguments to the results. */
  readonly instructions: number;
  /** Rows of the components, for arguments that satisfy the circuit or not. */
  rows(): number;
}

/**
 * Builds a circuit function of some arguments, writes it as text, reads that back, and runs it on the
 * reference assigner. Every result must lie between the bounds that the builder states.
 */
export function circuitOf(
  format: FixedPointFormat,
  ranges: readonly ValueRange[],
  body: (b: CircuitBuilder, args: Int32Array) => ArrayLike<CircuitValue>,
  visibility: 'public' | 'private' = 'public',
): Circuit {
  const module = createZkLlvmModule();
  const { types } = module;
  const { field } = types.field('pallas_base');
  const fn = module.addFunction('f', types.void, [types.ptr, types.ptr]);
  fn.attributes = [enumAttribute('circuit')];
  const emitter = new FunctionBuilder(fn);
  const b = new CircuitBuilder(emitter, format);
  const args = ranges.flatMap((range, i) => {
    const pointer = b.emitter.cellAt(1, i);
    const loaded =
      visibility === 'public' ? b.publicInputs(pointer, 1, range) : b.privateInputs(pointer, 1, range);
    return [...loaded];
  });
  const before = fn.instructionCount;
  const results = Array.from(body(b, Int32Array.from(args)));
  // A constant is rounded where it is stored, which its bounds do not know.
  const bounds = results.map((result) =>
    b.isConstant(result) ? [-Infinity, Infinity] : [b.lowerOf(result), b.upperOf(result)],
  );
  const scales = results.map((result) => b.scaleOf(result));
  const ids = results.map((result) => b.toLlvm(result));
  const instructions = fn.instructionCount - before;
  ids.forEach((id, i) => b.emitter.store(id, b.emitter.cellAt(0, i)));
  emitter.ret();
  const array = (count: number) => types.array(count, types.field('pallas_base'));
  fn.parameters[0].attributes = [typeAttribute('byval', array(results.length))];
  fn.parameters[1].attributes = [
    typeAttribute('byval', array(ranges.length)),
    ...(visibility === 'private' ? [enumAttribute('private_input')] : []),
  ];
  expect(verifyModule(module)).toEqual([]);
  expect(verifyAssignerSubset(module)).toEqual([]);
  const read = readModule(new SourceText('f.ll', moduleText(module)));
  const assigned = (values: readonly bigint[]) => {
    const out = new Array<number>(results.length).fill(0);
    const elements = values.map((v) => elementOfSigned(field, v));
    return visibility === 'public'
      ? assign(read, { publicInputs: [out, elements], stackCells })
      : assign(read, { publicInputs: [out], privateInputs: [elements], stackCells });
  };
  return {
    scales,
    instructions,
    rows() {
      const uses = Object.values(assigned(ranges.map(() => 1n)).table.rowsByComponent);
      return uses.reduce((sum, { rows }) => sum + rows, 0);
    },
    run(values) {
      const { satisfied, violations, argumentMemory } = assigned(values);
      if (!satisfied) throw new Unsatisfied(violations[0].reason);
      return (argumentMemory[0] ?? []).map((element, i) => {
        const v = signedOfElement(field, element ?? 0n);
        const real = Number(v) * powerOfTwo(-scales[i]);
        if (real >= bounds[i][0] && real <= bounds[i][1]) return v;
        throw new Error(`${real} is not between the bounds ${bounds[i][0]} and ${bounds[i][1]}`);
      });
    },
  };
}
