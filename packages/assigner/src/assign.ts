import { CIRCUIT_ATTRIBUTE, galoisField, hasAttribute, LlvmModule, opcodes, readModule, SourceText } from '@mlir2zk/llvm-emit';
import type { GaloisFieldName, LlvmFunction } from '@mlir2zk/llvm-emit';
import { AssignerError } from './result/assigner-error.js';
import type { Assignment } from './result/assignment.js';
import type { Variable } from './field/variable-table.js';
import { bindArguments } from './input/bind-arguments.js';
import type { BoundArgument, CircuitInputs } from './input/bind-arguments.js';
import { arithmeticHandlers } from './instructions/arithmetic.js';
import { comparisonHandlers } from './instructions/comparison.js';
import { controlHandlers } from './instructions/control.js';
import { elementHandlers } from './instructions/elements.js';
import type { InstructionHandler } from './instructions/handler.js';
import { memoryHandlers } from './instructions/memory-access.js';
import { Machine } from './machine/machine.js';
import type { ComponentObserver } from './machine/machine.js';
import { MemoryError, UNINITIALIZED } from './memory/cell-memory.js';
import { ComponentError, SELECTOR_COLUMNS } from './table/component-plan.js';

/** What a run takes besides the module. */
export interface AssignOptions extends CircuitInputs {
  /** The field of the table's cells (`-e`). */
  readonly field?: GaloisFieldName;
  /** Cells of the stack (`-s`). */
  readonly stackCells?: number;
  /** Name of the text in messages, where it is given as a string or bytes. */
  readonly fileName?: string;
  /** Told of every component that is placed. */
  readonly observer?: ComponentObserver;
}

const handlerTable: InstructionHandler[] = opcodes.map(({ name }) => {
  const handlers = { ...arithmeticHandlers, ...comparisonHandlers, ...memoryHandlers, ...elementHandlers, ...controlHandlers };
  return (
    handlers[name] ??
    ((machine): void => {
      machine.abort(`Unsupported opcode type: ${name}`);
    })
  );
});

/**
 * Runs a circuit as the zkLLVM assigner does: interprets its one function with the attribute `circuit`, fills the table's
 * variables, counts rows, and notes every constraint that does not hold.
 *
 * @param circuit LLVM IR text, or a module that was read or built
 * @throws LlvmTextError if the text cannot be read
 * @throws InputError if the inputs do not fit the circuit's parameters
 * @throws AssignerError where the assigner would abort; a violated constraint is no error
 */
export function assign(circuit: LlvmModule | SourceText | string | Uint8Array, options: AssignOptions = {}): Assignment {
  const source = circuit instanceof LlvmModule ? undefined : sourceOf(circuit, options.fileName);
  const module = circuit instanceof LlvmModule ? circuit : readModule(source as SourceText, { debugInfo: 'strip' }); // set in the other case
  const fn = entryPoint(module);
  const machine = new Machine(
    {
      module,
      field: galoisField(options.field ?? 'pallas_base'),
      source,
      stackCells: options.stackCells,
      observer: options.observer,
    },
    fn,
  );
  const bound = guarded(machine, () => bindArguments(machine, options));
  guarded(machine, () => {
    run(machine);
  });
  return result(machine, bound);
}

function sourceOf(circuit: SourceText | string | Uint8Array, fileName = '<circuit>'): SourceText {
  return circuit instanceof SourceText ? circuit : new SourceText(fileName, circuit);
}

function entryPoint(module: LlvmModule): LlvmFunction {
  const found = module.functions.filter(({ attributes }) => hasAttribute(attributes, CIRCUIT_ATTRIBUTE));
  const [fn, second] = found;
  const fail = (reason: string): never => {
    throw new AssignerError(reason, `error: ${reason}`);
  };
  if (fn === undefined) return fail('Entry point is not found');
  if (second !== undefined) return fail('More then one functions with [[circuit]] attribute in the module');
  return fn.isDeclaration ? fail(`Function ${fn.name} has no implementation.`) : fn;
}

/** Gives errors of the layers below the place of the current instruction. */
function guarded<T>(machine: Machine, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof MemoryError || error instanceof ComponentError) return machine.abort(error.message);
    throw error;
  }
}

function run(machine: Machine): void {
  machine.next = machine.fn.blockStarts[machine.fn.blockOrder[0]];
  while (!machine.done) {
    const { fn, next } = machine;
    machine.index = next;
    machine.start = fn.operandStart(next);
    machine.next = next + 1;
    handlerTable[fn.opcodes[next]](machine);
  }
}

function result(machine: Machine, bound: readonly BoundArgument[]): Assignment {
  const { variables, memory, rows } = machine;
  const valueOf = (variable: Variable): bigint | undefined =>
    variable === UNINITIALIZED || !variables.isAssigned(variable) ? undefined : variables.valueOf(variable);
  const outputs = new Map<number, bigint[]>();
  bound.forEach(({ computed, inputs }, position) => {
    if (!computed) return;
    outputs.set(
      position,
      inputs.map((variable, i) => {
        const value = valueOf(variable);
        if (value !== undefined) return value;
        const reason = `element ${i} of output argument ${position} is not defined by llvm.assigner.exit.check.eq`;
        throw new AssignerError(reason, `in function @${machine.fn.name}: ${reason}`);
      }),
    );
  });
  if (rows.gates > SELECTOR_COLUMNS) {
    machine.warnings.push(`the circuit needs ${rows.gates} gates, but the table has ${SELECTOR_COLUMNS} selector columns`);
  }
  return {
    satisfied: machine.violationCount === 0,
    violations: machine.violations,
    violationCount: machine.violationCount,
    warnings: machine.warnings,
    returned: machine.returned.map((variable) => valueOf(variable) ?? 0n),
    printed: machine.printed,
    outputs,
    argumentMemory: bound.map(({ firstCell, cells }) =>
      firstCell === undefined ? undefined : Array.from({ length: cells }, (_, i) => valueOf(memory.load(firstCell + i))),
    ),
    table: {
      usableRows: rows.usableRows,
      paddedRows: rows.paddedRows,
      constantCells: rows.constantCells,
      publicCells: rows.publicCells,
      gates: rows.gates,
      rowsByComponent: rows.byComponent(),
    },
  };
}
