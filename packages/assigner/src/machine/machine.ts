import { ConstantKind, instructionText } from '@mlir2zk/llvm-emit';
import type { GaloisField, LlvmFunction, LlvmModule, SourceText, Type, ValueId } from '@mlir2zk/llvm-emit';
import { locatedMessage } from '@mlir2zk/llvm-emit';
import { AssignerError } from '../result/assigner-error.js';
import type { Violation } from '../result/assignment.js';
import { VariableKind, VariableTable } from '../field/variable-table.js';
import type { Variable } from '../field/variable-table.js';
import { CellMemory } from '../memory/cell-memory.js';
import type { ComponentPlan } from '../table/component-plan.js';
import { Components } from '../table/components.js';
import type { ComponentName } from '../table/components.js';
import { RowAllocator } from '../table/row-allocator.js';
import type { Branch } from './branch.js';
import { ConstantOperands } from './constant-operands.js';
import { ABSENT, Frame } from './frame.js';

/** Violations that are kept with their text. */
const KEPT_VIOLATIONS = 100;
/** Calls within calls; beyond, recursion is taken not to end. */
const MAX_DEPTH = 10_000;
const MAX_WARNINGS = 20;

/**
 * Told of every component that is placed: what it is, its rows, and the instruction that asked for it. `site` is the
 * instruction of the circuit function that runs: the same one, or the call that led to it.
 */
export type ComponentObserver = (
  component: ComponentName,
  rows: number,
  fn: LlvmFunction,
  index: number,
  site: number,
) => void;

/** What a type is to the interpreter. */
export const TypeClass = { unknown: 0, integer: 1, nativeField: 2, pointer: 3, vector: 4, aggregate: 5, other: 6 } as const;
export type TypeClass = (typeof TypeClass)[keyof typeof TypeClass];

/** What a {@link Machine} is made of. */
export interface MachineOptions {
  readonly module: LlvmModule;
  readonly field: GaloisField;
  readonly source: SourceText | undefined;
  readonly stackCells: number | undefined;
  readonly observer: ComponentObserver | undefined;
}

/** The state of a run, and the steps that instructions are made of. */
export class Machine {
  readonly module: LlvmModule;
  readonly field: GaloisField;
  readonly variables: VariableTable;
  readonly rows = new RowAllocator();
  readonly components = new Components();
  readonly memory: CellMemory;
  readonly constants: ConstantOperands;
  /** The constants that the table begins with. */
  readonly zero: Variable;
  readonly one: Variable;

  readonly violations: Violation[] = [];
  violationCount = 0;
  readonly warnings: string[] = [];
  readonly printed: bigint[] = [];
  /** What the circuit function returned: one variable per scalar. */
  returned: readonly Variable[] = [];

  frame: Frame;
  fn: LlvmFunction;
  /** The instruction that runs, the one that runs next, and where the operands of the first begin. */
  index = 0;
  next = 0;
  start = 0;
  done = false;
  /** The branches whose sides are being run, the innermost last. */
  readonly branches: Branch[] = [];
  /** Branches that were begun. */
  branchCount = 0;

  private frames = 0;
  private readonly source: SourceText | undefined;
  private readonly observer: ComponentObserver | undefined;
  private readonly typeClasses: TypeClass[] = [];

  constructor(options: MachineOptions, circuit: LlvmFunction) {
    this.module = options.module;
    this.field = options.field;
    this.source = options.source;
    this.observer = options.observer;
    this.variables = new VariableTable(options.field.modulus);
    this.memory = new CellMemory(options.stackCells);
    this.zero = this.variables.addNumber(VariableKind.constant, 0);
    this.one = this.variables.addNumber(VariableKind.constant, 1);
    this.constants = new ConstantOperands(this);
    this.frame = new Frame(circuit, undefined, ++this.frames, -1, this.memory.stackTop);
    this.fn = circuit;
  }

  /** Operand `position` of the current instruction, as its function keeps it. */
  operand(position: number): number {
    return this.fn.operands[this.start + position];
  }

  get operandCount(): number {
    return this.fn.operandEnds[this.index] - this.start;
  }

  /** The type of the current instruction's result. */
  get resultType(): Type {
    return this.module.types.at(this.fn.types[this.index]);
  }

  /** The variable of a scalar operand; a constant gets a cell if it has none in this frame. */
  scalar(value: ValueId): Variable {
    if (value < 0) return this.constants.scalar(value);
    const variable = this.frame.scalars[value];
    if (variable === ABSENT) this.abort('the operand has no scalar value');
    return variable;
  }

  /** A scalar operand that a component may use. */
  input(value: ValueId): Variable {
    return this.checkedInput(this.scalar(value));
  }

  /** Makes sure that a component may use the variable. */
  checkedInput(variable: Variable): Variable {
    this.assigned(variable);
    if (this.variables.kindOf(variable) === VariableKind.internal) this.abort('an address is used as a number (!is_internal)');
    return variable;
  }

  /** Makes sure that the variable has a value. */
  assigned(variable: Variable): Variable {
    const { variables } = this;
    if (Number.isNaN(variables.numbers[variable]) && !variables.isAssigned(variable)) {
      this.abort('the value of an output is used before llvm.assigner.exit.check.eq defines it');
    }
    return variable;
  }

  /** The lanes of a vector operand. */
  vector(value: ValueId): Int32Array {
    if (value < 0) return this.constants.vector(value);
    const lanes = this.frame.vectors.get(value);
    return lanes ?? this.abort('the operand has no vector value');
  }

  /** Whether the variable is a cell of the constant column, or an address: what may be part of the circuit. */
  isConstant(variable: Variable): boolean {
    const kind = this.variables.kindOf(variable);
    return kind === VariableKind.constant || kind === VariableKind.internal;
  }

  /** Makes `variable` the result of the current instruction. */
  setResult(variable: Variable): void {
    this.frame.scalars[this.fn.parameters.length + this.index] = variable;
  }

  setVectorResult(lanes: Int32Array): void {
    this.frame.vectors.set(this.fn.parameters.length + this.index, lanes);
  }

  /** Adds lanes to the current instruction's result: those of an earlier execution in the same frame stay in front. */
  appendVectorResult(lanes: Int32Array): void {
    const earlier = this.frame.vectors.get(this.fn.parameters.length + this.index) ?? [];
    this.setVectorResult(Int32Array.from([...earlier, ...lanes]));
  }

  /** The value of a pointer: a cell number. */
  address(value: ValueId): number {
    const number = this.variables.numbers[this.scalar(value)];
    if (!(number >= 0)) this.abort('the pointer is not a cell number');
    return number;
  }

  /** A new address, or number computed from addresses, which has no cell in the table. */
  internal(value: number): Variable {
    return this.variables.addNumber(VariableKind.internal, value);
  }

  witness(value: number): Variable {
    return this.variables.addNumber(VariableKind.witness, value);
  }

  witnessOf(value: bigint): Variable {
    return this.variables.addBigint(VariableKind.witness, value);
  }

  /** Places a component in the table. */
  place(component: ComponentName, plan: ComponentPlan): void {
    this.rows.component(component, plan);
    this.observer?.(component, plan.rows, this.fn, this.index, this.site());
  }

  /** The instruction of the circuit function that runs. */
  private site(): number {
    let site = this.index;
    for (let { frame } = this as Machine; frame.caller !== undefined; frame = frame.caller) site = frame.callIndex;
    return site;
  }

  /** Notes that a constraint does not hold. The run goes on, as the assigner's does. */
  violate(component: Violation['component'], reason: string): void {
    this.violationCount++;
    if (this.violations.length === KEPT_VIOLATIONS) return;
    this.violations.push({
      component,
      reason,
      functionName: this.fn.name,
      instruction: this.index,
      site: this.site(),
      place: this.placeOfInstruction(),
      text: instructionText(this.fn, this.index),
    });
  }

  warn(reason: string): void {
    const place = this.placeOfInstruction();
    const warning = `${place === '' ? `@${this.fn.name}` : place}: ${reason}`;
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push(warning);
  }

  /** Ends the run at the current instruction. */
  abort(reason: string): never {
    const offset = this.fn.locationOf(this.index) - 1;
    if (this.source !== undefined && offset >= 0) {
      throw new AssignerError(reason, locatedMessage(this.source, offset, reason));
    }
    const text = this.fn.isDeclaration ? '' : `${instructionText(this.fn, this.index)}: `;
    throw new AssignerError(reason, `in function @${this.fn.name}: ${text}${reason}`);
  }

  classOf(type: Type): TypeClass {
    return (this.typeClasses[type.id] ??= this.classify(type));
  }

  /** The class of the current instruction's result type. */
  resultClass(): TypeClass {
    const id = this.fn.types[this.index];
    return this.typeClasses[id] ?? this.classOf(this.module.types.at(id));
  }

  /** Enters a function; its arguments are set by the caller of this method. */
  enter(fn: LlvmFunction): Frame {
    if (this.frame.depth >= MAX_DEPTH) this.abort('recursion does not end');
    const callee = new Frame(fn, this.frame, ++this.frames, this.index, this.memory.stackTop);
    this.frame = callee;
    this.fn = fn;
    this.next = 0;
    return callee;
  }

  /** Leaves the current function; the caller's call becomes the current instruction again. */
  leave(caller: Frame): void {
    this.memory.releaseTo(this.frame.stackTop);
    this.index = this.frame.callIndex;
    this.frame = caller;
    this.fn = caller.fn;
    this.next = this.index + 1;
  }

  /** The global or function that a constant names. */
  globalOf(value: ValueId): ReturnType<LlvmModule['constants']['globalOf']> | undefined {
    const { constants } = this.module;
    if (value >= 0 || constants.kindOf(value) !== ConstantKind.global) return undefined;
    return constants.globalOf(value);
  }

  private placeOfInstruction(): string {
    const offset = this.fn.locationOf(this.index) - 1;
    if (this.source === undefined || offset < 0) return '';
    const { line, column } = this.source.positionAt(offset);
    return `${this.source.name}:${line}:${column}`;
  }

  private classify(type: Type): TypeClass {
    switch (type.kind) {
      case 'integer':
        return TypeClass.integer;
      case 'field':
        return type.field === this.field ? TypeClass.nativeField : TypeClass.other;
      case 'pointer':
        return TypeClass.pointer;
      case 'vector':
        return this.classify(type.element) === TypeClass.nativeField ? TypeClass.vector : TypeClass.other;
      case 'array':
      case 'struct':
        return TypeClass.aggregate;
      default:
        return TypeClass.other;
    }
  }
}
