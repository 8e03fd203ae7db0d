import { assign, AssignerError, countGates, SELECTOR_COLUMNS, type Assignment, type ComponentObserver, type Violation } from '@mlir2zk/assigner';
import { writeModule } from '@mlir2zk/llvm-emit';
import {
  assignerInputs, decodeElements, encodeArray, locatedDiagnostic, matchArrays, operationAt, type AssignerInputs, type TestVector, type Translation,
} from '@mlir2zk/lowering';
import { DiagnosticError, type Diagnostic } from '@mlir2zk/mlir-parser';
import { elementOfSigned, signedOfElement } from '@mlir2zk/zk-intrinsics';

/** A circuit's run on one input. */
export interface CircuitRun {
  readonly assignment: Assignment;
  /** The outputs as numbers of the model, in the order of the layout. */
  readonly outputs: readonly (readonly (number | bigint)[])[];
  /** What the assigner takes to check this run: the inputs and the outputs as claims. */
  readonly assignerInputs: AssignerInputs;
}

/** What is to be known before the assigner is given the circuit; empty if nothing is. */
export function circuitWarnings({ llvmModule }: Translation): Diagnostic[] {
  const gates = countGates(llvmModule);
  if (gates <= SELECTOR_COLUMNS) return [];
  const message =
    `the circuit has ${gates} gates, and the assigner's table has ${SELECTOR_COLUMNS} selector columns, ` +
    `of which it does not notice that they are too few: run it with '--column-sizes 15 1 5 30 ${gates - LOOKUP_SELECTORS} ${LOOKUP_SELECTORS}'`;
  return [{ severity: 'warning', message }];
}

/** Those of the selector columns that are meant for lookups. */
const LOOKUP_SELECTORS = 6;

/** The text of a circuit in bytes, as `lower` writes it. */
export function circuitText({ llvmModule }: Translation): Uint8Array {
  const chunks: Uint8Array[] = [];
  writeModule(llvmModule, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks);
}

/**
 * Runs the circuit in `text` on the inputs of `vector` and computes its outputs. Throws a VectorError if the inputs do not
 * fit, a DiagnosticError where the assigner would abort. Violated constraints are left to the caller. `observer` is told of
 * every component.
 */
export function runCircuit(
  translation: Translation,
  text: Uint8Array,
  vector: TestVector,
  observer?: ComponentObserver,
): CircuitRun {
  const { layout, field } = translation;
  const inputs = matchArrays(layout.inputs, vector.inputs, 'input').map((array, i) => encodeArray(layout.inputs[i], array));
  const valuesOf = (visibility: 'public' | 'private'): bigint[][] =>
    layout.inputs.flatMap((array, i) =>
      array.visibility === visibility && array.argument !== undefined
        ? [inputs[i].map((value) => elementOfSigned(field.field, value))]
        : [],
    );
  const assignment = abortsAsDiagnostics(() =>
    assign(text, {
      fileName: 'circuit.ll',
      publicInputs: valuesOf('public'),
      privateInputs: valuesOf('private'),
      ...(observer === undefined ? {} : { observer }),
      computedArguments: layout.outputs.flatMap(({ argument }) => argument ?? []),
    }),
  );
  const elements = layout.outputs.map(({ argument }) => assignment.outputs.get(argument ?? -1) ?? []);
  const claims = elements.map((values) => values.map((value) => signedOfElement(field.field, value)));
  return {
    assignment,
    outputs: layout.outputs.map((array, i) => decodeElements(array, elements[i], field.field)),
    assignerInputs: assignerInputs(layout, inputs, claims, field.field),
  };
}

function abortsAsDiagnostics<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AssignerError)) throw error;
    throw new DiagnosticError({ severity: 'error', message: error.message });
  }
}

/** At most this many violations are told one by one. */
const TOLD = 5;

/** What the violated constraints of a run mean, at the MLIR operations that they come from. Empty if there is none. */
export function violationDiagnostics(run: CircuitRun, translation: Translation): Diagnostic[] {
  const { violations, violationCount } = run.assignment;
  if (violationCount === 0) return [];
  const told = violations.slice(0, TOLD).map((violation) => violationDiagnostic(violation, translation));
  const rest = violationCount - told.length;
  if (rest > 0) told.push({ severity: 'note', message: `${rest} more constraints are violated` });
  return told;
}

function violationDiagnostic(violation: Violation, translation: Translation): Diagnostic {
  const { component, reason, site, place, text } = violation;
  const notes: Diagnostic[] = [{ severity: 'note', message: `${place}: ${text.trim()}` }];
  const message = `this input cannot be proven: ${component}: ${reason}`;
  const op = operationAt(translation, site);
  return op === undefined ? { severity: 'error', message, notes } : { ...locatedDiagnostic('error', op.location, message), notes };
}
