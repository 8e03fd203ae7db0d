import type { FunctionBuilder } from '@mlir2zk/llvm-emit';
import { NumericError, type CircuitBuilder, type CircuitValue, type ValueRange } from '@mlir2zk/zk-intrinsics';
import type { ArrayLayout, CircuitLayout } from './interface/circuit-layout.js';
import { errorAt } from '../operation/located-error.js';
import type { EntryPoint, ModelArray } from './interface/model-interface.js';
import { readOfUninitialised } from './trace/access.js';
import { addressesOf, contiguousView, Storage, uninitialised } from './trace/memory.js';
import type { Program } from './trace/program.js';

/** Runs the entry function on the inputs of the circuit and ties its results to the claimed outputs. */
export class CircuitTrace {
  constructor(
    private readonly entry: EntryPoint,
    private readonly layout: CircuitLayout,
    private readonly builder: CircuitBuilder,
    private readonly emitter: FunctionBuilder,
    private readonly program: Program,
  ) {}

  run(): void {
    const { entry, layout, program } = this;
    const { environment } = program;
    const code = program.compile(entry.function);
    try {
      for (const [i, argument] of entry.inputArguments.entries()) {
        const values = this.inputValues(layout.inputs[i]);
        this.bind(code.argumentSlots[argument], entry.interface.inputs[i], values, argument);
      }
      for (const [i, argument] of (entry.outputArguments ?? []).entries()) {
        const { count, shape } = layout.outputs[i];
        environment.memories[code.argumentSlots[argument]] = contiguousView(Storage.uninitialised(count), shape);
      }
      code.run();
      const outputSlots = entry.outputArguments?.map((argument) => code.argumentSlots[argument]) ?? code.resultSlots;
      for (const [i, slot] of outputSlots.entries()) this.checkOutput(slot, entry.interface.outputs[i], layout.outputs[i]);
    } catch (error) {
      throw error instanceof NumericError ? errorAt(entry.function, error.message) : error;
    }
  }

  private inputValues(array: ArrayLayout): Int32Array {
    if (array.argument === undefined) return new Int32Array(0);
    const pointer = this.emitter.argument(array.argument);
    const range = rangeOf(array);
    // The memory of a private input is not used again: only the laundered copies are.
    if (array.visibility === 'private') return this.builder.privateInputs(pointer, array.count, range);
    const values = this.builder.publicInputs(pointer, array.count, range);
    this.program.context.intrinsicCalls.remember(values, pointer, range.scale);
    return values;
  }

  /** Puts an input into the slot of its argument: as memory, or as a scalar. */
  private bind(slot: number, { shape }: ModelArray, values: Int32Array, argument: number): void {
    const { environment } = this.program;
    if (this.entry.function.region(0).entry?.arguments[argument].type.kind === 'memref')
      environment.memories[slot] = contiguousView(Storage.of(values), shape);
    else environment.handles[slot] = values[0];
  }

  private checkOutput(slot: number, model: ModelArray, array: ArrayLayout): void {
    if (array.argument === undefined) return;
    const { builder } = this;
    const scale = array.encoding.kind === 'fixed' ? array.encoding.scale : 0;
    const claimed = builder.publicInputs(this.emitter.argument(array.argument), array.count, rangeOf(array));
    for (const [i, value] of this.outputValues(slot, array).entries())
      try {
        builder.checkOutput(this.canonical(value, model), builder.toLlvm(claimed[i], scale), scale);
      } catch (error) {
        if (!(error instanceof NumericError)) throw error;
        throw new NumericError(`output '${array.name}', element ${i}: ${error.message}`);
      }
  }

  private outputValues(slot: number, array: ArrayLayout): Int32Array {
    const { environment } = this.program;
    const view = environment.memories[slot];
    if (view === undefined)
      return Int32Array.of(
        environment.isKnown(slot) ? this.builder.integer(environment.number(slot)) : environment.handle(slot),
      );
    const values = addressesOf(view).map((address) => view.storage.read(address));
    if (values.includes(uninitialised)) throw readOfUninitialised(this.entry.function, `output '${array.name}'`);
    return values;
  }

  /** The representative that the claimed output is given in: integers may be any of their residue class until now. */
  private canonical(value: CircuitValue, { scalar }: ModelArray): CircuitValue {
    if (scalar.kind !== 'integer') return value;
    return scalar.unsigned || scalar.width === 1
      ? this.builder.wrapUnsigned(value, scalar.width)
      : this.builder.wrapSigned(value, scalar.width);
  }
}

function rangeOf({ encoding }: ArrayLayout): ValueRange {
  const scale = encoding.kind === 'fixed' ? encoding.scale : 0;
  return { scale, lower: Number(encoding.lower), upper: Number(encoding.upper) };
}
