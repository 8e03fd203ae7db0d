import {
  FunctionBuilder, Opcode, type BlockId, type ConstantPool, type LlvmFunction, type Type as LlvmType, type TypeTable, type ValueId,
} from '@mlir2zk/llvm-emit';
import {
  DiagnosticError, typeText, type Block, type Diagnostic, type Operation, type Type, type Value,
} from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { ConvertedMemRef } from '../types/type-conversion.js';
import type { BlockGraph } from './block-graph.js';
import { NameConflictError } from './declarations.js';
import type { Descriptor } from './descriptor.js';
import { descriptorFields, descriptorFromFields, packDescriptor } from './descriptor-value.js';
import { IndexArithmetic } from './index-arithmetic.js';
import type { ModuleCode } from './module-code.js';

/** Errors that are reported together. */
const maximalErrors = 20;

/**
 * The code of one function while it is made: which LLVM value each MLIR value is, and the block that instructions are
 * appended to. A memref is not one value but the fields of its descriptor.
 */
export class FunctionCode {
  readonly module: ModuleCode;
  readonly builder: FunctionBuilder;
  readonly types: TypeTable;
  readonly constants: ConstantPool;
  readonly index: IndexArithmetic;
  private readonly values = new Map<Value, ValueId>();
  private readonly descriptors = new Map<Value, Descriptor>();
  /** The region of blocks that branches go to now. */
  graph: BlockGraph | undefined;
  /** What the entry block allocates on the stack for an operation further down. */
  readonly stackSlots = new Map<Operation, ValueId>();
  private readonly errors: Diagnostic[];
  private current: BlockId;

  constructor(module: ModuleCode, fn: LlvmFunction, errors: Diagnostic[]) {
    this.module = module;
    this.builder = new FunctionBuilder(fn);
    this.current = fn.blockOrder[0];
    this.types = fn.module.types;
    this.constants = fn.module.constants;
    this.index = new IndexArithmetic(this.builder);
    this.errors = errors;
  }

  /** The LLVM value of `value`, which is no memref. */
  value(value: Value): ValueId {
    const id = this.values.get(value);
    if (id === undefined) throw new Error(`no code has made a value of type ${typeText(value.type)}`);
    return id;
  }

  valuesOf(values: readonly Value[]): ValueId[] {
    return values.map((value) => this.value(value));
  }

  setValue(value: Value, id: ValueId): void {
    this.values.set(value, id);
  }

  memref(value: Value): Descriptor {
    const descriptor = this.descriptors.get(value);
    if (descriptor === undefined) throw new Error(`no code has made a memref of type ${typeText(value.type)}`);
    return descriptor;
  }

  setMemRef(value: Value, descriptor: Descriptor): void {
    this.descriptors.set(value, descriptor);
  }

  /** `value` as one LLVM value, as memory holds it: a memref as the struct of its descriptor. */
  packed(value: Value): ValueId {
    return value.type.kind === 'memref' ? packDescriptor(this.builder, this.memref(value)) : this.value(value);
  }

  /** Makes `value` what the one LLVM value `packed` stands for. */
  setPacked(value: Value, packed: ValueId): void {
    const memref = value.type.kind === 'memref' ? this.module.conversion.memref(value.type) : undefined;
    if (memref === undefined) this.setValue(value, packed);
    else this.setMemRef(value, descriptorFromFields(this.index, memref, descriptorFields(this.builder, memref, packed)));
  }

  /** Gives `to` the value of `from`, which may be a memref. */
  copyValue(to: Value, from: Value): void {
    if (from.type.kind === 'memref') this.setMemRef(to, this.memref(from));
    else this.setValue(to, this.value(from));
  }

  /** The LLVM type of values of `type`; throws a DiagnosticError at `op` if there is none. */
  convertType(op: Operation, type: Type): LlvmType {
    const converted = this.module.conversion.convert(type);
    if (converted === undefined) throw errorAt(op, `type ${typeText(type)} has no counterpart in LLVM IR`);
    return converted;
  }

  /** The memref type of `value`; throws a DiagnosticError at `op` if it is none that has a strided layout. */
  memrefType(op: Operation, type: Type): ConvertedMemRef {
    if (type.kind !== 'memref') throw errorAt(op, `${typeText(type)} is no ranked memref`);
    const converted = this.module.conversion.memref(type);
    if (converted === undefined)
      throw errorAt(op, `${typeText(type)} has no strided layout, or elements without a counterpart in LLVM IR`);
    return converted;
  }

  /** The block that instructions are appended to. */
  get block(): BlockId {
    return this.current;
  }

  beginBlock(block: BlockId): void {
    this.builder.beginBlock(block);
    this.current = block;
  }

  /** A value per part of `value` that only the run knows, see {@link partTypes}. */
  parts(value: Value): ValueId[] {
    if (value.type.kind !== 'memref') return [this.value(value)];
    const { memref, allocated, aligned, offset, sizes, strides } = this.memref(value);
    const parts = [allocated, aligned];
    if (memref.layout.offset === undefined) parts.push(offset);
    memref.layout.sizes.forEach((size, i) => size === undefined && parts.push(sizes[i]));
    memref.layout.strides.forEach((stride, i) => stride === undefined && parts.push(strides[i]));
    return parts;
  }

  /** The types of what {@link parts} gives for values of `type`. */
  partTypes(op: Operation, type: Type): LlvmType[] {
    if (type.kind !== 'memref') return [this.convertType(op, type)];
    const { layout, pointer } = this.memrefType(op, type);
    const unknown = [layout.offset, ...layout.sizes, ...layout.strides].filter((part) => part === undefined).length;
    return [pointer, pointer, ...new Array<LlvmType>(unknown).fill(this.types.i64)];
  }

  /** Makes `value` what {@link parts} took apart; returns the parts that are left. */
  setParts(op: Operation, value: Value, parts: readonly ValueId[]): ValueId[] {
    if (value.type.kind !== 'memref') {
      this.setValue(value, parts[0]);
      return parts.slice(1);
    }
    const memref = this.memrefType(op, value.type);
    const { layout } = memref;
    const [allocated, aligned, ...rest] = parts;
    const next = (known: number | undefined): ValueId => (known === undefined ? (rest.shift() ?? this.index.zero) : this.index.constant(known));
    const offset = next(layout.offset);
    const sizes = layout.sizes.map(next);
    const strides = layout.strides.map(next);
    this.setMemRef(value, { memref, allocated, aligned, offset, sizes, strides });
    return rest;
  }

  /** Goes on at the block whose case `selector` is, or at `otherwise`. */
  switchTo(selector: ValueId, otherwise: BlockId, cases: readonly ValueId[], targets: readonly BlockId[]): void {
    const fn = this.builder.function;
    fn.append(Opcode.switch, this.types.void.id, 0, 0);
    fn.push(selector);
    fn.push(otherwise);
    cases.forEach((value, i) => {
      fn.push(value);
      fn.push(targets[i]);
    });
  }

  /** The parts of all `values` in a row. */
  allParts(values: readonly Value[]): ValueId[] {
    return values.flatMap((value) => this.parts(value));
  }

  /** Appends the code of all operations of `block` but its terminator, which it returns. */
  emitBody(block: Block): Operation | undefined {
    const last = block.lastOperation;
    const end = last?.definition?.traits.has('Terminator') === true ? last : undefined;
    for (let op = block.firstOperation; op !== end && op !== undefined; op = op.next) this.emit(op);
    return end;
  }

  /** Appends the code of `op`. What cannot be lowered is remembered, so that more than one error is reported. */
  emit(op: Operation): void {
    const record = this.module.ops.get(op.name);
    try {
      if (record === undefined) throw unsupported(op);
      record.lower(op, this);
    } catch (thrown) {
      const error = thrown instanceof NameConflictError ? errorAt(op, thrown.message) : thrown;
      if (!(error instanceof DiagnosticError)) throw error;
      this.errors.push(...error.diagnostics);
      if (this.errors.length >= maximalErrors) throw new DiagnosticError(this.errors);
      this.undefineResults(op);
    }
  }

  /** Gives the results of an operation with an error some value, so that operations behind it can be checked too. */
  private undefineResults(op: Operation): void {
    for (const result of op.results) {
      try {
        this.setParts(op, result, this.partTypes(op, result.type).map((type) => this.constants.poison(type)));
      } catch (error) {
        if (error instanceof DiagnosticError) throw new DiagnosticError(this.errors); // nothing can use such a value
        throw error;
      }
    }
  }
}

const advice: readonly (readonly [RegExp, string])[] = [
  [/^onnx\./, 'onnx-mlir left this operation on tensors, without loops; another opset version or a decomposition in the exporter may avoid it'],
  [/^krnl\.call$/, 'it calls a function of the onnx-mlir runtime library, which is not part of the module'],
  [/^krnl\./, 'it needs the runtime library of onnx-mlir'],
  [/^(tensor|linalg|tosa|bufferization)\./, 'lower to loops on memrefs first (mlir-opt: one-shot-bufferize, then convert-linalg-to-affine-loops)'],
  [/^zkml\./, 'layers of the zkml dialect only have code for --target zkllvm'],
];

function unsupported(op: Operation): DiagnosticError {
  const notes = advice.filter(([pattern]) => pattern.test(op.name)).map(([, note]) => note).slice(0, 1);
  return errorAt(op, 'this operation cannot be lowered to LLVM IR', ...notes);
}
