import {
  CIRCUIT_ATTRIBUTE,
  createZkLlvmModule,
  enumAttribute,
  FunctionBuilder,
  PRIVATE_INPUT_ATTRIBUTE,
  renderFinding,
  typeAttribute,
  verifyAssignerSubset,
  type FieldType,
  type Finding,
  type LlvmModule,
} from '@mlir2zk/llvm-emit';
import { DiagnosticError, type Operation } from '@mlir2zk/mlir-parser';
import {
  createCircuitBuilder,
  defaultFixedPointFormat,
  intrinsics as knownIntrinsics,
  type CircuitBuilder,
  type FixedPointFormat,
  type Intrinsic,
} from '@mlir2zk/zk-intrinsics';
import { CircuitTrace } from './circuit-trace.js';
import { IntrinsicCalls, type IntrinsicMode } from './emission/intrinsic-calls.js';
import { circuitLayout, type ArrayLayout, type CircuitLayout } from './interface/circuit-layout.js';
import type { InputRanges } from './interface/input-ranges.js';
import { findEntryPoint, type EntryPoint, type ModelInterface } from './interface/model-interface.js';
import { tracedOps } from './ops/traced-ops.js';
import { Budget, defaultInstructionLimit } from './trace/budget.js';
import { Program } from './trace/program.js';

/** Cells that a computed index may choose from, by default: at some 3 rows a cell, 12,000 rows an access. */
const defaultDynamicIndexLimit = 4096;

export interface TranslateOptions {
  /** Fixed-point format of reals; 16.16 by default. */
  readonly format?: FixedPointFormat;
  /** Names of the inputs that stay with the prover; none by default. */
  readonly privateInputs?: readonly string[] | 'all';
  /** Bounds of real inputs. Public ones are a promise that the verifier must check; those of private inputs are proven. */
  readonly inputRanges?: InputRanges;
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
  readonly field: FieldType;
  /** The operations that were traced. Location k of an instruction of the circuit function means number k − 1; 0 means none. */
  readonly operations: readonly Operation[];
  /**
   * What the assigner as it is cannot run: calls that wait for an assigner with such components, in the modes `declare` and
   * `builtin`; empty in the others.
   */
  readonly findings: readonly Finding[];
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
  const layout = circuitLayout(entry.interface, format, privacy(entry, options.privateInputs ?? []), knownRanges(entry, options.inputRanges));

  const llvmModule = createZkLlvmModule();
  const field = llvmModule.types.field('pallas_base');
  const emitter = new FunctionBuilder(addCircuitFunction(llvmModule, field, entry.interface.entry, layout));
  const makeBuilder = (fn: FunctionBuilder): CircuitBuilder => createCircuitBuilder(fn, { format });
  const builder = makeBuilder(emitter);
  const operations: Operation[] = [];
  const program = new Program(module, {
    builder,
    ops: tracedOps(options.intrinsics ?? knownIntrinsics),
    budget: new Budget(options.instructionLimit ?? defaultInstructionLimit, () => emitter.function.instructionCount),
    intrinsicCalls: new IntrinsicCalls(
      llvmModule, emitter, builder, makeBuilder, options.intrinsicMode ?? 'define', createZkLlvmModule,
    ),
    operationNumber: (op) => operations.push(op),
    setOperation: (number) => emitter.setLocation(number),
    dynamicIndexLimit: options.dynamicIndexLimit ?? defaultDynamicIndexLimit,
  });
  new CircuitTrace(entry, layout, builder, emitter, program).run();
  emitter.ret();
  return { llvmModule, interface: entry.interface, layout, field, operations, findings: checkSubset(llvmModule, options.intrinsicMode) };
}

/** The operation from which instruction `site` of the circuit function comes; undefined for what ties outputs to claims. */
export function operationAt({ llvmModule, interface: { entry }, operations }: Translation, site: number): Operation | undefined {
  const circuit = llvmModule.function(entry);
  return circuit === undefined ? undefined : operations[circuit.locationOf(site) - 1];
}

/** Throws an Error for findings that no mode asks for: the input was checked before, so they are defects of the lowering. */
function checkSubset(module: LlvmModule, mode: IntrinsicMode = 'define'): Finding[] {
  const findings = verifyAssignerSubset(module);
  if (findings.length > 0 && (mode === 'define' || mode === 'inline'))
    throw new Error(`emitted ${findings.length} instructions outside the safe subset; first: ${renderFinding(findings[0])}`);
  return findings;
}

/** The layouts of the inputs that `module` would have as a circuit. Throws a DiagnosticError if it has no entry point. */
export function inputLayouts(module: Operation, options: TranslateOptions = {}): readonly ArrayLayout[] {
  return circuitLayout(findEntryPoint(module).interface, options.format ?? defaultFixedPointFormat, () => false).inputs;
}

/** Throws if `ranges` names what is no real input. */
function knownRanges(entry: EntryPoint, ranges: InputRanges = new Map()): InputRanges {
  const reals = entry.interface.inputs.filter(({ scalar }) => scalar.kind === 'real').map(({ name }) => name);
  const unknown = [...ranges.keys()].filter((name) => !reals.includes(name));
  if (unknown.length === 0) return ranges;
  throw new DiagnosticError({
    severity: 'error',
    message: `the model has no input '${unknown.join("', '")}' of real numbers that could have a range; it has '${reals.join("', '")}'`,
  });
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
