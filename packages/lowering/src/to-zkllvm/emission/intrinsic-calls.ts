import {
  declareIntrinsic,
  FunctionBuilder,
  intrinsicOf as llvmIntrinsicOf,
  type LlvmFunction,
  type LlvmModule,
} from '@mlir2zk/llvm-emit';
import type { CircuitBuilder, Instance, Intrinsic, LlvmValueId, ValueRange } from '@mlir2zk/zk-intrinsics';
import { commonRange } from './array-range.js';

/**
 * How zk intrinsics appear in the LLVM IR.
 * - `define`: a call, and a function whose body is the expansion for today's assigner.
 * - `declare`: a call and a declaration, for an assigner that has the intrinsic as a component of its own.
 * - `builtin`: a call of zkLLVM's own `llvm.assigner.zkml.*` where one fits, otherwise as `define`.
 * - `inline`: no call; the expansion stands in the circuit function.
 */
export type IntrinsicMode = 'define' | 'declare' | 'builtin' | 'inline';

export const intrinsicModes: readonly IntrinsicMode[] = ['define', 'declare', 'builtin', 'inline'];

/** Makes the builder of circuits for the body of a function. */
export type BuilderFactory = (fn: FunctionBuilder) => CircuitBuilder;

/** An array argument of a call: constants (weights) that the body may contain, or a range that the body relies on. */
type ArgumentShape =
  | { readonly kind: 'constant'; readonly reals: Float64Array }
  /** With `signs`, a second pointer tells for each element whether it is ≥ 0. */
  | { readonly kind: 'variable'; readonly range: ValueRange; readonly signs: boolean };

/** A function that computes one instance for arguments of one shape. */
interface CallTarget {
  readonly callee: LlvmFunction;
  readonly instance: Instance;
  readonly arguments: readonly ArgumentShape[];
  readonly outputs: readonly OutputArray[];
}

/** What the body of a call stores to one output. */
interface OutputArray {
  readonly range: ValueRange;
  /** Whether a second pointer follows, to which elements are ≥ 0. */
  readonly signPointer: boolean;
  /** Whether the body knew and stored them. */
  readonly signs: boolean;
}

/** An array that lies in memory already: an input, or the result of a call. */
interface StoredArray {
  readonly values: Int32Array;
  readonly pointer: LlvmValueId;
  readonly scale: number;
}

/** Emits uses of zk intrinsics into the circuit function. */
export class IntrinsicCalls {
  private readonly targets = new Map<string, CallTarget[]>();
  /** By the first value of the array. */
  private readonly stored = new Map<number, StoredArray>();

  /**
   * @param emitter appends to the circuit function, as `builder` does
   * @param makeBuilder for the bodies of functions of their own
   */
  constructor(
    private readonly module: LlvmModule,
    private readonly emitter: FunctionBuilder,
    private readonly builder: CircuitBuilder,
    private readonly makeBuilder: BuilderFactory,
    private readonly mode: IntrinsicMode,
    private readonly createScratchModule: () => LlvmModule,
  ) {}

  /**
   * The outputs of `intrinsic` for `inputs`, arrays of values of the circuit function, row-major.
   * May throw a NumericError that belongs to the operation being translated.
   */
  call(intrinsic: Intrinsic, instance: Instance, inputs: readonly Int32Array[]): Int32Array[] {
    // A body would take the constants of a partly constant array (inserted zeros) for variables, and multiply by them.
    const expandHere = this.mode === 'inline' || (this.mode === 'define' && inputs.some((input) => this.isPartlyConstant(input)));
    if (expandHere) return intrinsic.expand(this.builder, inputs, instance);
    const builtin = this.mode === 'builtin' ? this.builtinFunction(intrinsic, instance) : undefined;
    const separate = this.mode === 'declare' || builtin !== undefined;
    // A declared function gets all arrays by pointer; a body holds the constants itself.
    const shapes = inputs.map((input): ArgumentShape => {
      const reals = separate ? undefined : this.constants(input);
      return reals === undefined
        ? { kind: 'variable', range: commonRange(this.builder, input), signs: !separate && this.hasUsefulSigns(intrinsic, input) }
        : { kind: 'constant', reals };
    });
    const target = this.target(intrinsic, instance, shapes, builtin);
    const pointers = shapes.flatMap((shape, i) => {
      if (shape.kind === 'constant') return [];
      const pointer = this.pointerTo(inputs[i], shape.range.scale);
      return shape.signs ? [pointer, this.pointerTo(inputs[i].map((value) => signOf(this.builder, value) ?? UNKNOWN), 0)] : [pointer];
    });
    return builtin === undefined ? this.callByPointers(target, pointers) : this.callBuiltin(target, pointers, inputs);
  }

  private callByPointers(target: CallTarget, pointers: readonly LlvmValueId[]): Int32Array[] {
    const { builder } = this;
    const results = target.instance.outputs.map(({ shape }, i) => {
      const count = elementCount(shape);
      const { range, signPointer, signs } = target.outputs[i];
      const pointer = builder.allocateArray(count);
      return { count, range, signs, pointer, signPointer: signPointer ? builder.allocateArray(count) : undefined };
    });
    const outputs = results.flatMap(({ pointer, signPointer }) => (signPointer === undefined ? [pointer] : [pointer, signPointer]));
    this.emitter.call(target.callee, [...outputs, ...pointers]);
    return results.map(({ pointer, signPointer, count, range, signs: areKnown }) => {
      const values = this.load(pointer, count, range);
      if (signPointer === undefined || !areKnown) return values;
      const signs = this.load(signPointer, count, booleanRange);
      for (const [i, value] of values.entries()) builder.signs.set(value, signs[i]);
      return values;
    });
  }

  /** Whether the expansion would ask for the signs of `values`, and all of them are known. */
  private hasUsefulSigns(intrinsic: Intrinsic, values: Int32Array): boolean {
    return intrinsic.usesSigns === true && values.every((value) => signOf(this.builder, value) !== undefined);
  }

  /** zkLLVM's own functions return a pointer to the result and may take the number of elements of the first array. */
  private callBuiltin(
    target: CallTarget,
    pointers: readonly LlvmValueId[],
    inputs: readonly Int32Array[],
  ): Int32Array[] {
    const { types, constants } = this.module;
    const takesSize = target.callee.parameters.length > pointers.length;
    const size = takesSize ? [constants.int(types.i64, inputs[0].length)] : [];
    const pointer = this.emitter.call(target.callee, [...pointers, ...size]);
    const count = elementCount(target.instance.outputs[0].shape);
    return [this.load(pointer, count, target.outputs[0].range)];
  }

  private load(pointer: LlvmValueId, count: number, range: ValueRange): Int32Array {
    const values = this.builder.loadArray(pointer, count, range);
    this.remember(values, pointer, range.scale);
    return values;
  }

  /** Says that `values` lie at `pointer`, at `scale`, and stay there: a call that takes them needs no copy. */
  remember(values: Int32Array, pointer: LlvmValueId, scale: number): void {
    if (values.length > 0) this.stored.set(values[0], { values, pointer, scale });
  }

  /** Where `values` lie in memory at `scale`: where a call left them, or in a new array. */
  private pointerTo(values: Int32Array, scale: number): LlvmValueId {
    const stored = values.length === 0 ? undefined : this.stored.get(values[0]);
    if (stored?.scale === scale && equalArrays(stored.values, values)) return stored.pointer;
    const pointer = this.builder.allocateArray(values.length);
    this.builder.storeArray(pointer, values, scale);
    return pointer;
  }

  private isPartlyConstant(values: Int32Array): boolean {
    const isConstant = (value: number): boolean => this.builder.isConstant(value);
    return values.some(isConstant) && !values.every(isConstant);
  }

  /** The reals that `values` are, if all are constants. */
  private constants(values: Int32Array): Float64Array | undefined {
    const reals = new Float64Array(values.length);
    for (const [i, value] of values.entries()) {
      const real = this.builder.constantReal(value);
      if (real === undefined) return undefined;
      reals[i] = real;
    }
    return reals;
  }

  /** zkLLVM's own function for the instance, if it takes and returns pointers as this instance needs. */
  private builtinFunction(intrinsic: Intrinsic, instance: Instance): LlvmFunction | undefined {
    const name = intrinsic.builtin?.(instance)?.name;
    const definition = name === undefined ? undefined : llvmIntrinsicOf(name);
    if (definition === undefined || definition.result !== 'ptr' || instance.outputs.length !== 1) return undefined;
    const pointers = definition.parameters.filter((place) => place === 'ptr').length;
    if (pointers !== instance.inputs.length) return undefined;
    return declareIntrinsic(this.module, definition.name, []);
  }

  private target(
    intrinsic: Intrinsic,
    instance: Instance,
    shapes: readonly ArgumentShape[],
    builtin: LlvmFunction | undefined,
  ): CallTarget {
    const name = `zkml.${intrinsic.name}.${intrinsic.suffix(instance)}`;
    const known = this.targets.get(name) ?? [];
    this.targets.set(name, known);
    const found = known.find((target) => equalShapes(target.arguments, shapes));
    if (found !== undefined) return found;
    const unique = known.length === 0 ? name : `${name}.${known.length}`;
    const target =
      builtin === undefined && this.mode !== 'declare'
        ? this.define(unique, intrinsic, instance, shapes)
        : this.declare(unique, intrinsic, instance, shapes, builtin);
    known.push(target);
    return target;
  }

  /** `void @name(ptr outputs…, ptr variable inputs…)` with the expansion as its body. */
  private define(
    name: string,
    intrinsic: Intrinsic,
    instance: Instance,
    shapes: readonly ArgumentShape[],
  ): CallTarget {
    const { callee, outputs } = this.body(this.module, name, intrinsic, instance, shapes, false);
    return { callee, instance, arguments: shapes, outputs };
  }

  /** A declaration; what its results are like is found out by an expansion into a module that is thrown away. */
  private declare(
    name: string,
    intrinsic: Intrinsic,
    instance: Instance,
    shapes: readonly ArgumentShape[],
    builtin: LlvmFunction | undefined,
  ): CallTarget {
    const { outputs } = this.body(this.createScratchModule(), name, intrinsic, instance, shapes, true);
    const callee = builtin ?? declareByPointers(this.module, name, instance.outputs.length + shapes.length);
    return { callee, instance, arguments: shapes, outputs };
  }

  private body(
    module: LlvmModule,
    name: string,
    intrinsic: Intrinsic,
    instance: Instance,
    shapes: readonly ArgumentShape[],
    separate: boolean,
  ): { readonly callee: LlvmFunction; readonly outputs: OutputArray[] } {
    const hasSigns = !separate && intrinsic.yieldsSigns === true && shapes.some(({ kind }) => kind === 'constant');
    const outputPointers = instance.outputs.length * (hasSigns ? 2 : 1);
    const inputPointers = shapes.reduce((count, shape) => count + (shape.kind === 'constant' ? 0 : shape.signs ? 2 : 1), 0);
    const callee = declareByPointers(module, name, outputPointers + inputPointers);
    callee.linkage = 'internal';
    const emitter = new FunctionBuilder(callee);
    const builder = this.makeBuilder(emitter);
    let next = outputPointers;
    const inputs = shapes.map((shape, i) => {
      if (shape.kind === 'constant') return Int32Array.from(shape.reals, (real) => builder.real(real));
      const count = elementCount(instance.inputs[i].shape);
      const values = builder.loadArray(emitter.argument(next++), count, shape.range);
      if (!shape.signs) return values;
      const signs = builder.loadArray(emitter.argument(next++), count, booleanRange);
      for (const [at, value] of values.entries()) builder.signs.set(value, signs[at]);
      return values;
    });
    next = 0;
    const outputs = intrinsic.expand(builder, inputs, instance).map((values): OutputArray => {
      const range = commonRange(builder, values);
      const signs = hasSigns ? values.map((value) => signOf(builder, value) ?? UNKNOWN) : undefined;
      builder.storeArray(emitter.argument(next++), values, range.scale);
      if (signs === undefined) return { range, signPointer: false, signs: false };
      const pointer = emitter.argument(next++);
      if (signs.includes(UNKNOWN)) return { range, signPointer: true, signs: false };
      builder.storeArray(pointer, signs, 0);
      return { range, signPointer: true, signs: true };
    });
    emitter.ret();
    return { callee, outputs };
  }
}

const booleanRange: ValueRange = { scale: 0, lower: 0, upper: 1 };
const UNKNOWN = -1;

/** The boolean `value` ≥ 0, if its bounds or a decomposition in this function tell. */
function signOf(builder: CircuitBuilder, value: number): number | undefined {
  if (builder.lowerOf(value) >= 0) return builder.real(1);
  if (builder.upperOf(value) < 0) return builder.real(0);
  return builder.signs.get(value);
}

function declareByPointers(module: LlvmModule, name: string, count: number): LlvmFunction {
  const { types } = module;
  return module.addFunction(name, types.void, new Array(count).fill(types.ptr));
}

function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function equalArrays<T extends Int32Array | Float64Array>(a: T, b: T): boolean {
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]));
}

function equalShapes(a: readonly ArgumentShape[], b: readonly ArgumentShape[]): boolean {
  return a.length === b.length && a.every((shape, i) => equalShape(shape, b[i]));
}

function equalShape(a: ArgumentShape, b: ArgumentShape): boolean {
  if (a.kind === 'constant') return b.kind === 'constant' && equalArrays(a.reals, b.reals);
  if (b.kind === 'constant') return false;
  return a.signs === b.signs && a.range.scale === b.range.scale && a.range.lower === b.range.lower && a.range.upper === b.range.upper;
}
