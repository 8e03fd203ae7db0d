import {
  CIRCUIT_ATTRIBUTE,
  createZkLlvmModule,
  enumAttribute,
  FunctionBuilder,
  PRIVATE_INPUT_ATTRIBUTE,
  typeAttribute,
  type FieldType,
  type LlvmModule,
} from '@mlir2zk/llvm-emit';
import { DiagnosticError, type Operation } from '@mlir2zk/mlir-parser';
import {
  createCircuitBuilder,
  defaultFixedPointFormat,
  intrinsics as knownIntrinsics,
  NumericError,
  type CircuitBuilder,
  type CircuitValue,
  type FixedPointFormat,
  type Intrinsic,
  type ValueRange,
} from '@mlir2zk/zk-intrinsics';
import { IntrinsicCalls, type IntrinsicMode } from './emission/intrinsic-calls.js';
import { circuitLayout, type ArrayLayout, type CircuitLayout } from './interface/circuit-layout.js';
import { errorAt } from './interface/located-error.js';
import { findEntryPoint, type EntryPoint, type ModelArray, type ModelInterface } from './interface/model-interface.js';
import { tracedOps } from './ops/traced-ops.js';
import { readOfUninitialised } from './trace/access.js';
import { Budget, defaultInstructionLimit } from './trace/budget.js';
import { addressesOf, contiguousView, Storage, uninitialised } from './trace/memory.js';
import { Program } from './trace/program.js';

/** Cells that a computed index may choose from, by default: at some 3 rows a cell, 12,000 rows an access. */
const defaultDynamicIndexLimit = 4096;

export interface TranslateOptions {
  /** Fixed-point format of reals; 16.16 by default. */
  readonly format?: FixedPointFormat;
  /** Names of the inputs that stay with the prover; none by default. */
  readonly privateInputs?: readonly string[] | 'all';
  /** How zk intrinsics appear in the IR; `define` by default. */
  readonly intrinsicMode?: IntrinsicMode;
  /** Records of the `zkml` operations that may occur; those of zk-intrinsics by default. */
  readonly intrinsics?: readonly Intrinsic[];
  /** Instructions that the circuit may have at most. */
  readonly instructionLimit?: number;
  /** Array elements that a load or store with a computed index may choose from at most. */
  readonly dynamicIndexLimit?: number;
}

/** A model as zkLLVM IR, with what is needed to feed it and to read its results. */
export interface Translation {
  readonly llvmModule: LlvmModule;
  readonly interface: ModelInterface;
  readonly layout: CircuitLayout;
  /** The field of the circuit. */
  readonly field: FieldType;
}

/**
 * Translates a module of affine-level MLIR to zkLLVM IR: loops run now, and what they compute on the inputs becomes
 * straight-line code of one `circuit` function. The outputs are arguments too, claimed by the prover and tied to what the
 * circuit computes.
 *
 * Throws a DiagnosticError, located in the source of the module, for whatever cannot become a circuit.
 */
export function translateToZkllvm(module: Operation, options: TranslateOptions = {}): Translation {
  const entry = findEntryPoint(module);
  const format = options.format ?? defaultFixedPointFormat;
  const layout = circuitLayout(entry.interface, format, privacy(entry, options.privateInputs ?? []));

  const llvmModule = createZkLlvmModule();
  const field = llvmModule.types.field('pallas_base');
  const emitter = new FunctionBuilder(addCircuitFunction(llvmModule, field, entry.interface.entry, layout));
  const makeBuilder = (fn: FunctionBuilder): CircuitBuilder => createCircuitBuilder(fn, { format });
  const builder = makeBuilder(emitter);
  const program = new Program(module, {
    builder,
    ops: tracedOps(options.intrinsics ?? knownIntrinsics),
    budget: new Budget(options.instructionLimit ?? defaultInstructionLimit, () => emitter.function.instructionCount),
    intrinsicCalls: new IntrinsicCalls(
      llvmModule, emitter, builder, makeBuilder, options.intrinsicMode ?? 'define', createZkLlvmModule,
    ),
    dynamicIndexLimit: options.dynamicIndexLimit ?? defaultDynamicIndexLimit,
  });
  new CircuitTrace(entry, layout, builder, emitter, program).run();
  emitter.ret();
  return { llvmModule, interface: entry.interface, layout, field };
}

/** Whether an input is private, by its name. Throws if `names` names no input. */
function privacy(entry: EntryPoint, names: readonly string[] | 'all'): (name: string) => boolean {
  if (names === 'all') return () => true;
  const inputs = entry.interface.inputs.map(({ name }) => name);
  const unknown = names.filter((name) => !inputs.includes(name));
  if (unknown.length > 0)
    throw new DiagnosticError({
      severity: 'error',
      message: `the model has no input '${unknown.join("', '")}' that could be private; its inputs are '${inputs.join("', '")}'`,
    });
  return (name) => names.includes(name);
}

/** `define void @name(ptr byval([N x field]) …)`, an argument for each array of `layout` that is not empty. */
function addCircuitFunction(
  module: LlvmModule,
  field: FieldType,
  name: string,
  layout: CircuitLayout,
): FunctionBuilder['function'] {
  const { types } = module;
  const arrays = [...layout.inputs, ...layout.outputs].filter(({ argument }) => argument !== undefined);
  const circuit = module.addFunction(name, types.void, arrays.map(() => types.ptr));
  circuit.attributes = [enumAttribute(CIRCUIT_ATTRIBUTE)];
  for (const [i, { count, visibility }] of arrays.entries()) {
    const byval = typeAttribute('byval', types.array(count, field));
    circuit.parameters[i].attributes =
      visibility === 'private' ? [byval, enumAttribute(PRIVATE_INPUT_ATTRIBUTE)] : [byval];
  }
  return circuit;
}

/** Runs the entry function on the inputs of the circuit and ties its results to the claimed outputs. */
class CircuitTrace {
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
    return array.visibility === 'private'
      ? this.builder.privateInputs(pointer, array.count, rangeOf(array))
      : this.builder.publicInputs(pointer, array.count, rangeOf(array));
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
      builder.checkOutput(this.canonical(value, model), builder.toLlvm(claimed[i], scale), scale);
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
