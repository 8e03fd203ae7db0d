import type { Operation } from '@mlir2zk/mlir-parser';
import type { PatternRewriter } from './pattern-rewriter.js';

/** A rewrite: where it applies, and what it then does. Made by `definePattern`, run by `applyPatternsGreedily`. */
export interface RewritePattern<M = unknown> {
  /** Tells patterns apart in messages. */
  readonly name: string;
  /** The operations it looks at; undefined: all. */
  readonly operations: readonly string[] | undefined;
  /** Of several patterns that match, the one of the greatest benefit is taken, then the first. */
  readonly benefit: number;
  /** What the rewrite needs to know; undefined if it does not apply. Must not change the IR. */
  match(op: Operation): M | undefined;
  /** Changes the IR, through `rewriter` alone; `match` is what `match` returned for `op` just before. */
  rewrite(op: Operation, match: M, rewriter: PatternRewriter): void;
}

/** What `definePattern` is given: see `RewritePattern`. */
export interface PatternDefinition<M> {
  /** For messages: `double negation`. */
  readonly name: string;
  /** Names of operations, such as `arith.addf`; any, if left out, which makes `match` run on every operation. */
  readonly operations?: readonly string[];
  /** 1, if left out. */
  readonly benefit?: number;
  /**
   * What the rewrite needs to know; undefined where the pattern does not apply. Must not change the IR. `op` is verified, so
   * that operands, results and attributes are what its definition says.
   */
  match(op: Operation): M | undefined;
  /** Changes the IR, through `rewriter` alone, around `op`, which it may erase. Must make `match` fail here in the end. */
  rewrite(op: Operation, match: M, rewriter: PatternRewriter): void;
}

/**
 * Declares a pattern. The type of what `match` returns is what `rewrite` gets.
 *
 * A rewrite must make progress: patterns that undo each other, or that match what they made, make `applyPatternsGreedily` throw.
 */
export function definePattern<M>(definition: PatternDefinition<M>): RewritePattern {
  const { name, operations, benefit = 1 } = definition;
  return {
    name,
    operations,
    benefit,
    match: (op) => definition.match(op),
    // The driver hands back what `match` of the same pattern returned.
    rewrite: (op, match, rewriter) => definition.rewrite(op, match as M, rewriter),
  };
}
