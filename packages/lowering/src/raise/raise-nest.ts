import type { Context, Operation } from '@mlir2zk/mlir-parser';
import { IndexSpace, substituteTerm, type Intrinsic, type StructuredStatement } from '@mlir2zk/zk-intrinsics';
import { Decline } from './decline.js';
import { boxedStatement } from './domain-box.js';
import { isPrivateTo, mayAlias, touches, type AliasOptions } from './memory-roots.js';
import { summariseOperation } from './nest-summary.js';
import { classify, loadsOf, type RaisingPlan } from './raising-plan.js';
import { forwardLoad, type Write } from './write.js';

export interface RaisingOptions extends AliasOptions {
  readonly intrinsics: readonly Intrinsic[];
}

/** A nest that can be replaced by operations of intrinsics. */
export interface RaisableNest {
  readonly kind: 'raisable';
  /** The nest, and before it the nests that only set its outputs up: all of them go. */
  readonly replaced: readonly Operation[];
  readonly statements: readonly StructuredStatement[];
  /** One for each statement, in an order in which they may run. */
  readonly plans: readonly RaisingPlan[];
}

/** A nest that stays. */
export interface MissedNest {
  readonly kind: 'missed';
  /** The closest intrinsic; undefined if none is near, or if the nest could not even be summarised. */
  readonly intrinsic: string | undefined;
  readonly reason: string;
  /** Where the reason lies, if it is a single operation. */
  readonly op: Operation | undefined;
}

/**
 * Finds out what the loop nest `nest` computes and whether intrinsics can take its place. Changes nothing.
 *
 * Checked before a nest counts as raisable:
 * - each output element is written once, or by a reduction that nobody observes half done;
 * - the reduction starts from a known value for each element (in the nest, or in one right before it);
 * - what the nest reads, it does not write, under any alias;
 * - it has no other effects: buffers besides the outputs are seen by nobody else, no results are used;
 * - its domain is exactly the box of the intrinsic, up to borders that the intrinsic knows.
 */
export function analyseNest(context: Context, nest: Operation, options: RaisingOptions): RaisableNest | MissedNest {
  try {
    return analyse(context, nest, options);
  } catch (error) {
    if (!(error instanceof Decline)) throw error;
    return { kind: 'missed', intrinsic: undefined, reason: error.reason, op: error.op };
  }
}

function analyse(context: Context, nest: Operation, options: RaisingOptions): RaisableNest | MissedNest {
  if (nest.results.some((result) => result.hasUses)) throw new Decline('its results are used outside', nest);
  const space = new IndexSpace();
  const outputs = liveWrites(space, nest);
  if (outputs.length === 0) throw new Decline('nothing that it writes is used', nest);
  const replaced: Operation[] = [];
  const statements: StructuredStatement[] = [];
  const plans: RaisingPlan[] = [];
  for (const output of outputs) {
    const { write, setup } = withSetup(space, nest, output, options);
    const statement = boxedStatement(space, write);
    rejectAliases(statement, outputs, options);
    const classification = classify({ context, space, intrinsics: options.intrinsics }, statement);
    if (classification.kind === 'miss')
      return { kind: 'missed', intrinsic: classification.intrinsic, reason: classification.reason, op: undefined };
    replaced.push(...setup);
    statements.push(statement);
    plans.push(classification.plan);
  }
  return { kind: 'raisable', replaced: [...replaced, nest], statements, plans };
}

/** The writes of `op` that something else can see. */
function liveWrites(space: IndexSpace, op: Operation): Write[] {
  return [...summariseOperation(space, op).values()].filter(({ memref }) => !isPrivateTo(op, memref));
}

function rejectAliases({ value }: StructuredStatement, outputs: readonly Write[], options: AliasOptions): void {
  for (const load of loadsOf(value))
    for (const output of outputs)
      if (mayAlias(load.memref, output.memref, options))
        throw new Decline('it reads an array that it writes, or that may share memory with one', output.op);
}

/**
 * `write` with the starting values of its elements, if it needs some, taken from the operation that set
 * them up: the last one before `op`, in the same block, that touches the array. That one may itself
 * change what an earlier one set up: zero, then add, then divide.
 */
function withSetup(
  space: IndexSpace,
  op: Operation,
  write: Write,
  options: AliasOptions,
): { readonly write: Write; readonly setup: readonly Operation[] } {
  const { memref, value } = write;
  if (value === undefined || !loadsOf(value).some((load) => load.memref === memref)) return { write, setup: [] };
  const previous = setupBefore(space, op, write, options);
  if (previous === undefined)
    throw new Decline('it adds to what its output holds, and where that comes from is not known', write.op);
  const complete = substituteTerm(space, value, {
    load: (load) => (load.memref === memref ? forwardLoad(space, previous.write, load) : undefined),
  });
  return { write: { ...write, value: complete }, setup: previous.setup };
}

/** What set up the array that `op` changes by `write`: its complete effect, and the operations, in their order. */
function setupBefore(
  space: IndexSpace,
  op: Operation,
  { memref }: Write,
  options: AliasOptions,
): { readonly setup: readonly Operation[]; readonly write: Write } | undefined {
  const between: Operation[] = [];
  for (let earlier = op.previous; earlier !== undefined; earlier = earlier.previous) {
    if (!touches(earlier, memref, options)) {
      if (earlier.regions.length > 0 || earlier.definition?.traits.has('Pure') !== true) between.push(earlier);
      continue;
    }
    if (earlier.name !== 'affine.for' && earlier.name !== 'affine.store') return undefined;
    const [own, ...others] = liveWrites(space, earlier);
    if (own?.memref !== memref || own.value === undefined || others.length > 0) return undefined;
    const { write, setup } = withSetup(space, earlier, own, options);
    // `op` must see what the setup saw.
    const sources = write.value === undefined ? [] : loadsOf(write.value).map((load) => load.memref);
    const disturbed = sources.some((source) => mayAlias(source, memref, options) || between.some((other) => touches(other, source, options)));
    return disturbed ? undefined : { setup: [...setup, earlier], write };
  }
  return undefined;
}
