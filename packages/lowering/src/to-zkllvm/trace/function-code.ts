import {
  DiagnosticError,
  type AffineMap,
  type Block,
  type Diagnostic,
  type Operation,
  type Region,
  type Type,
  type Value,
} from '@mlir2zk/mlir-parser';
import { NumericError, type CircuitBuilder, type CircuitValue } from '@mlir2zk/zk-intrinsics';
import { AffineDivisionError, compileAffineExpr, indexHandle, type IndexCode } from './affine-code.js';
import type { Budget } from './budget.js';
import type { Environment } from './environment.js';
import type { IntrinsicCalls } from '../emission/intrinsic-calls.js';
import { errorAt } from '../../operation/located-error.js';
import type { Step, TracedOp } from './traced-op.js';

/** Errors of one translation that are reported together. */
const maximalErrors = 20;

/** What all functions of one translation share. */
export interface TraceContext {
  readonly environment: Environment;
  readonly builder: CircuitBuilder;
  readonly ops: ReadonlyMap<string, TracedOp>;
  readonly budget: Budget;
  readonly intrinsicCalls: IntrinsicCalls;
  /** The number by which instructions refer to `op`, from 1. */
  operationNumber(op: Operation): number;
  /** Says from which operation the next instructions come, by its number. */
  setOperation(number: number): void;
  /** Cells that a load or store with a computed index may choose from. */
  readonly dynamicIndexLimit: number;
  /** Finds and compiles function `symbol` for the call `op`; throws a DiagnosticError if there is none with a body. */
  callee(symbol: string, op: Operation): CompiledFunction;
  /** The operation that defines `symbol` in the module. */
  symbol(symbol: string): Operation | undefined;
}

/** A function ready to run: fill the argument slots, run, read the result slots. */
export interface CompiledFunction {
  readonly argumentSlots: readonly number[];
  readonly resultSlots: readonly number[];
  readonly run: Step;
}

/**
 * Compiles the operations of a function into steps. It gives slots to SSA values, remembers which of them are indices that
 * never depend on the inputs, and turns what goes wrong in a step into a diagnostic at the operation of that step.
 */
export class FunctionCode {
  readonly environment: Environment;
  readonly builder: CircuitBuilder;
  readonly context: TraceContext;
  private readonly slots: Map<Value, number>;
  private readonly constantIndices = new Set<number>();
  private readonly errors: Diagnostic[];
  private trueValue: CircuitValue | undefined;
  private falseValue: CircuitValue | undefined;

  /** `slots` maps every value of the module to its slot; `errors` collects what cannot be compiled. */
  constructor(context: TraceContext, slots: Map<Value, number>, errors: Diagnostic[]) {
    this.context = context;
    this.environment = context.environment;
    this.builder = context.builder;
    this.slots = slots;
    this.errors = errors;
  }

  slot(value: Value): number {
    const slot = this.slots.get(value);
    if (slot === undefined) throw new Error('a value is used that belongs to no function of the module');
    return slot;
  }

  slotsOf(values: readonly Value[]): number[] {
    return values.map((value) => this.slot(value));
  }

  /** Says that the index in `slot` never depends on the inputs: its users need not ask at run time. */
  markConstantIndex(slot: number): void {
    this.constantIndices.add(slot);
  }

  /** Those of `slots` that may hold an index that depends on the inputs. */
  variableIndices(slots: readonly number[]): number[] {
    return slots.filter((slot) => !this.constantIndices.has(slot));
  }

  /** The results of `map` as code over the slots of `operands` (dimensions, then symbols). */
  affineMap(op: Operation, map: AffineMap, operands: readonly Value[]): readonly IndexCode[] {
    if (operands.length !== map.numDims + map.numSymbols)
      throw errorAt(op, `the affine map takes ${map.numDims + map.numSymbols} operands, not ${operands.length}`);
    const slots = this.slotsOf(operands);
    return map.results.map((expr) => compileAffineExpr(expr, map.numDims, slots, this.environment, this.builder));
  }

  /** The index in `slot` as a circuit value. */
  indexHandle(slot: number): CircuitValue {
    return indexHandle(this.environment, this.builder, slot);
  }

  /** Puts an index into `slot`: as a number if the circuit value is a constant. */
  setIndex(slot: number, value: CircuitValue): void {
    const constant = this.builder.constantInteger(value);
    if (constant === undefined) this.environment.handles[slot] = value;
    else this.environment.setKnown(slot, Number(constant));
  }

  /** The value in `slot` of type `type` as a circuit value, whatever it is kept as. */
  scalar(slot: number, type: Type): CircuitValue {
    return type.kind === 'index' ? this.indexHandle(slot) : this.environment.handle(slot);
  }

  setScalar(slot: number, type: Type, value: CircuitValue): void {
    if (type.kind === 'index') this.setIndex(slot, value);
    else this.environment.handles[slot] = value;
  }

  /** A boolean constant. */
  boolean(value: boolean): CircuitValue {
    const { builder } = this;
    return value ? (this.trueValue ??= builder.integer(1)) : (this.falseValue ??= builder.integer(0));
  }

  /** The single block of `region` of `op`, with its terminator's operands as slots. */
  body(op: Operation, region: Region): { readonly run: Step; readonly arguments: number[]; readonly yields: number[] } {
    const [block, second] = region.blocks;
    if (block === undefined) throw errorAt(op, 'the region has no body');
    if (second !== undefined)
      throw errorAt(
        second.firstOperation ?? op,
        'branches between blocks are not supported: a circuit is straight-line code',
        'lower from the affine level (onnx-mlir --EmitMLIR -O0), before loops become branches',
      );
    const terminator = block.lastOperation;
    return {
      run: this.block(block),
      arguments: this.slotsOf(block.arguments),
      yields: terminator === undefined ? [] : this.slotsOf(terminator.operands),
    };
  }

  /** A step that runs the operations of `block` in order. */
  private block(block: Block): Step {
    const steps: Step[] = [];
    const ops: Operation[] = [];
    const numbers: number[] = [];
    const { context } = this;
    for (const op of block.operations()) {
      const step = this.operation(op);
      if (step === undefined) continue;
      steps.push(step);
      ops.push(op);
      numbers.push(context.operationNumber(op));
    }
    return () => {
      let at = 0;
      try {
        for (; at < steps.length; at++) {
          context.setOperation(numbers[at]);
          steps[at]();
        }
      } catch (error) {
        throw located(error, ops[at]);
      }
    };
  }

  private operation(op: Operation): Step | undefined {
    const record = this.context.ops.get(op.name);
    try {
      if (record === undefined) throw unsupported(op);
      return record.compile(op, this);
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      this.errors.push(...error.diagnostics);
      if (this.errors.length >= maximalErrors) throw new DiagnosticError(this.errors);
      return undefined;
    }
  }
}

/** What goes wrong with numbers while `op` runs becomes a diagnostic at `op`. */
function located(error: unknown, op: Operation): unknown {
  if (error instanceof NumericError || error instanceof AffineDivisionError) return errorAt(op, error.message);
  return error;
}

const advice: readonly (readonly [RegExp, string])[] = [
  [/^onnx\./, 'onnx-mlir left this operation on tensors, without loops; another opset version or a decomposition in the exporter may avoid it'],
  [/^krnl\.call$/, 'it calls a function of the onnx-mlir runtime library, which has no circuit'],
  [/^krnl\.(seq|str|find_index|random)/, 'sequences, strings and random numbers have no circuit'],
  [/^vector\./, 'emit the model with onnx-mlir -O0 --EmitMLIR, without --march, so that no vector code comes up'],
  [/^(cf|llvm)\./, 'lower from the affine level (onnx-mlir --EmitMLIR -O0), before loops become branches'],
  [/^(tensor|linalg|tosa|bufferization)\./, 'lower to affine loops on memrefs first (mlir-opt: bufferize, then convert-linalg-to-affine-loops)'],
];

function unsupported(op: Operation): DiagnosticError {
  const notes = advice.filter(([pattern]) => pattern.test(op.name)).map(([, note]) => note);
  return errorAt(op, 'this operation cannot be lowered to a circuit', ...notes);
}
