import type { Operation } from '@mlir2zk/mlir-parser';
import type { PatternRewriter } from './pattern-rewriter.js';

/** A rewrite: where it applies, and what it then does. */
export interface RewritePattern<M = unknown> {
  /** Tells patterns apart in messages. */
  readonly name: string;
  /** The operations it looks at; undefined: all. */
  readonly operations: readonly string[] | undefined;
  /** Of several patterns that match, the one of the greatest benefit is taken, then the first. */
  readonly benefit: number;
  /** What the rewrite needs to know; undefined if it does not apply. Must not change the IR. */
  match(op: Operation): M | undefined;
  rewrite(op: Operation, match: M, rewriter: PatternRewriter): void;
}

export interface PatternDefinition<M> {
  readonly name: string;
  readonly operations?: readonly string[];
  readonly benefit?: number;
  match(op: Operation): M | undefined;
  rewrite(op: Operation, match: M, rewriter: PatternRewriter): void;
}

/** Declares a pattern. A rewrite must make progress: rewriting must come to an end. */
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
