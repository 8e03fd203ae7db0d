import { type Block, type Operation, type Value } from '@mlir2zk/mlir-parser';
import {
  chainTerm, dimensionsOf, equalForms, indexTerm, LinearForm, loadTerm, reduceTerm, substituteTerm, walkTerm,
  type Dimension, type IndexSpace, type LoadTerm, type Term,
} from '@mlir2zk/zk-intrinsics';
import { elementAccess, forLoop, type ElementAccess, type ForLoop } from '../affine/affine-operations.js';
import { isPure } from '../rewrite/dead-operations.js';
import { Decline } from './decline.js';
import { IndexExpressions } from './index-expressions.js';
import { constantBounds } from './interval.js';
import { classifyUpdate, reads } from './recurrence.js';
import { RegionState } from './region-state.js';
import { constantOf, scalarTerm } from './scalar-operations.js';
import { iterationPattern, type Write } from './write.js';

/*
 * A loop nest is summarised from the inside out. The body of a loop is straight code: its effect on
 * each array is one `Write`, found by forwarding stores to loads. A loop turns the write of its body
 * into that of all iterations:
 *
 *   iterations write elements of their own        →  one more parallel dimension
 *   all write the same element, x := x ⊕ term     →  x := x ⊕ reduce⊕ over the loop of term
 *   all write the same element, x := term         →  the last one counts
 *
 * So the order of loops, accumulators in registers or in memory, and buffers between statements leave
 * no trace in the result.
 */

/** What a piece of code does: its writes, by array. Throws a Decline where that cannot be said. */
export function summariseOperation(space: IndexSpace, op: Operation): Map<Value, Write> {
  const state = new RegionState(space);
  new NestSummariser(space).run(op, state);
  for (const memref of state.local) state.writes.delete(memref);
  return state.writes;
}

class NestSummariser {
  private readonly space: IndexSpace;
  private readonly indices: IndexExpressions;

  constructor(space: IndexSpace) {
    this.space = space;
    this.indices = new IndexExpressions(space);
  }

  run(op: Operation, state: RegionState): void {
    const access = elementAccess(op);
    if (access !== undefined) this.runAccess(access, state);
    else if (op.name === 'affine.for') this.runLoop(forLoop(op), state);
    else if (op.name === 'memref.alloc' || op.name === 'memref.alloca') state.allocate(op);
    else if (op.name === 'memref.dealloc' && state.local.has(op.operand(0))) return;
    else this.runScalar(op, state);
  }

  private runBlock(block: Block, state: RegionState): Term[] {
    for (const op of block.operations()) {
      if (op.name === 'affine.yield') return op.operands.map((value) => this.termOf(value, state));
      this.run(op, state);
    }
    return [];
  }

  private runAccess(access: ElementAccess, state: RegionState): void {
    const { op, memref, stored } = access;
    const subscripts = this.subscriptsOf(access);
    if (stored === undefined) {
      state.setScalar(op.result(0), state.load(loadTerm(memref, subscripts)));
    } else {
      state.write({ memref, dimensions: [], subscripts, value: this.termOf(stored, state), op });
    }
  }

  private subscriptsOf({ op, indices, map }: ElementAccess): LinearForm[] {
    if (map !== undefined) return this.indices.formsOf({ map, operands: indices });
    return indices.map((value) => {
      const form = this.indices.formOf(value);
      if (form === undefined) throw new Decline('a subscript depends on data, or is no linear expression of loop variables', op);
      return form;
    });
  }

  private runScalar(op: Operation, state: RegionState): void {
    if (op.name === 'arith.constant') return; // read where it is used
    const [result] = op.results;
    if (result === undefined || op.results.length > 1)
      throw new Decline(`'${op.name}' has effects that are not analysed`, op);
    if (this.indices.formOf(result) !== undefined) return; // likewise
    const term = scalarTerm(op, op.operands.map((operand) => this.termOf(operand, state)));
    if (term === undefined)
      throw new Decline(
        isPure(op) ? `the result of '${op.name}' is no known function of array elements` : `'${op.name}' has effects that are not analysed`,
        op,
      );
    state.setScalar(result, term);
  }

  private termOf(value: Value, state: RegionState): Term {
    const constant = value.kind === 'op-result' ? constantOf(value.owner) : undefined;
    if (constant !== undefined) return constant;
    const index = this.indices.formOf(value);
    return index === undefined ? state.scalar(value) : indexTerm(index);
  }

  private runLoop(loop: ForLoop, state: RegionState): void {
    const lower = this.indices.formsOf(loop.lower);
    const upper = this.indices.formsOf(loop.upper);
    const initials = loop.initials.map((value) => this.termOf(value, state));
    const { form, dimension, trips } = this.iterationSpace(lower, upper, loop.step);
    this.indices.bind(loop.inductionVariable, form);

    if (trips === 0) {
      for (const [i, initial] of initials.entries()) state.setScalar(loop.op.result(i), initial);
    } else if (dimension === undefined) {
      // One trip: the body is part of the code around it.
      for (const [i, initial] of initials.entries()) state.setScalar(loop.carried[i], initial);
      const yields = this.runBlock(loop.body, state);
      for (const [i, term] of yields.entries()) state.setScalar(loop.op.result(i), term);
    } else {
      const body = new RegionState(this.space);
      const yields = this.runBlock(loop.body, body);
      this.mergeLoop(loop, dimension, trips, initials, body, yields, state);
    }
  }

  /**
   * The induction variable as a form. `trips` is undefined if the number of iterations varies;
   * `dimension` is undefined if there is at most one.
   */
  private iterationSpace(lower: LinearForm[], upper: LinearForm[], step: number): {
    form: LinearForm;
    dimension: Dimension | undefined;
    trips: number | undefined;
  } {
    const start = this.space.extremum('max', lower);
    const distances = upper.map((form) => this.space.ceilDivide(form.subtract(start), step));
    const trips = this.space.extremum('min', distances).constantValue;
    if (trips !== undefined && trips <= 1) return { form: start, dimension: undefined, trips: Math.max(0, trips) };
    if (step === 1) {
      const dimension = this.space.dimension(lower, upper);
      return { form: LinearForm.of(dimension), dimension, trips };
    }
    const dimension = this.space.dimension([LinearForm.constant(0)], distances);
    return { form: start.add(LinearForm.of(dimension, step)), dimension, trips };
  }

  /** Adds the effect of all iterations, `body` and `yields` being that of one, to `state`. */
  private mergeLoop(
    loop: ForLoop,
    dimension: Dimension,
    trips: number | undefined,
    initials: readonly Term[],
    body: RegionState,
    yields: readonly Term[],
    state: RegionState,
  ): void {
    const writes = [...body.writes.values()].filter(({ memref }) => !body.local.has(memref));
    const patterns = new Map(writes.map((write) => [write.memref, iterationPattern(write, dimension)]));
    for (const write of writes)
      if (patterns.get(write.memref)?.kind === 'unclear')
        throw new Decline('it is unclear whether two iterations write the same element', write.op);

    const isCarried = (leaf: Term): boolean =>
      (leaf.kind === 'load' && patterns.get(leaf.memref)?.kind === 'same') ||
      (leaf.kind === 'value' && leaf.value.kind === 'block-argument' && loop.carried.includes(leaf.value));

    for (const term of [...writes.map(({ value }) => value), ...yields])
      if (term !== undefined) rejectReadsOfOtherIterations(term, writes, patterns);

    // First all effects in terms of the memory and the scalars at the loop, then all at once into the state.
    const merged: Write[] = [];
    for (const write of writes) {
      const { value } = write;
      if (patterns.get(write.memref)?.kind === 'apart') {
        if (value !== undefined && reads(value, isCarried))
          throw new Decline('a partial result of a reduction is stored', write.op);
        merged.push({ ...write, dimensions: [...write.dimensions, dimension], value: this.leaving(value, state) });
        continue;
      }
      const isSelf = (leaf: Term): boolean =>
        leaf.kind === 'load' && leaf.memref === write.memref && equalForms(leaf.subscripts, write.subscripts);
      const self = loadTerm(write.memref, write.subscripts);
      const total = value === undefined ? undefined : this.accumulated(value, self, isSelf, isCarried, dimension, trips, write.op);
      if (total?.kind === 'unchanged') continue;
      merged.push({ ...write, value: this.leaving(total?.value, state) });
    }
    const results = yields.map((term, i) => {
      const carried = loop.carried[i];
      const initial = initials[i];
      if (carried === undefined || initial === undefined) throw new Error('a loop yields more than it carries');
      const isSelf = (leaf: Term): boolean => leaf.kind === 'value' && leaf.value === carried;
      const self = state.scalar(carried);
      const total = this.accumulated(term, self, isSelf, isCarried, dimension, trips, loop.op);
      if (total.kind === 'unchanged') return initial;
      if (total.value === undefined) throw new Decline('a result depends on the last of a varying number of iterations', loop.op);
      return this.leaving(total.value, state, (leaf) => (isSelf(leaf) ? initial : undefined));
    });
    for (const write of merged) state.write(write);
    for (const [i, result] of results.entries()) state.setScalar(loop.op.result(i), result as Term); // never undefined
  }

  /** The value after all iterations of carried := `term`, over the value `self` before them. */
  private accumulated(
    term: Term,
    self: Term,
    isSelf: (leaf: Term) => boolean,
    isCarried: (leaf: Term) => boolean,
    dimension: Dimension,
    trips: number | undefined,
    op: Operation,
  ): { readonly kind: 'unchanged' } | { readonly kind: 'changed'; readonly value: Term | undefined } {
    const update = classifyUpdate(term, isSelf, isCarried);
    switch (update.kind) {
      case 'none':
        return { kind: 'unchanged' };
      case 'accumulate': {
        const sum = reduceTerm(update.operator, [dimension], [], update.term);
        return { kind: 'changed', value: chainTerm(update.operator, [self, sum]) };
      }
      case 'overwrite': {
        const bounds = constantBounds(dimension);
        if (trips === undefined || bounds === undefined) return { kind: 'changed', value: undefined };
        const last = new Map([[dimension.id, LinearForm.constant(bounds.most)]]);
        return { kind: 'changed', value: substituteTerm(this.space, update.term, { dimensions: last }) };
      }
      case 'recurrence':
        throw new Decline('an iteration uses the result of the one before other than by a sum, product, minimum or maximum', op);
    }
  }

  /** A term of a loop body, seen from the code around the loop. */
  private leaving(
    term: Term | undefined,
    state: RegionState,
    carried?: (leaf: Term) => Term | undefined,
  ): Term | undefined {
    if (term === undefined) return undefined;
    return substituteTerm(this.space, term, {
      load: (load) => state.load(load),
      value: (leaf) => carried?.(leaf) ?? state.scalar(leaf.value),
    });
  }
}

/** Declines if `term` reads an element that another iteration of the loop writes. */
function rejectReadsOfOtherIterations(
  term: Term,
  writes: readonly Write[],
  patterns: ReadonlyMap<Value, ReturnType<typeof iterationPattern>>,
): void {
  walkTerm(term, (leaf) => {
    if (leaf.kind !== 'load') return;
    const pattern = patterns.get(leaf.memref);
    const write = writes.find(({ memref }) => memref === leaf.memref);
    if (pattern?.kind !== 'apart' || write === undefined) return;
    if (!sameIteration(leaf, write, pattern.axis))
      throw new Decline('an iteration reads elements that another one writes', write.op);
  });
}

/** Whether the element that `load` reads can only be written by the same iteration of the loop. */
function sameIteration(load: LoadTerm, write: Write, axis: number): boolean {
  const form = write.subscripts[axis];
  const read = load.subscripts[axis];
  if (form === undefined || read === undefined || !form.equals(read)) return false;
  const own = new Set(write.dimensions);
  // Equal subscripts that hold inner dimensions of the write only mean the same element if all are equal.
  return ![...dimensionsOf(form)].some((dimension) => own.has(dimension)) || equalForms(load.subscripts, write.subscripts);
}
