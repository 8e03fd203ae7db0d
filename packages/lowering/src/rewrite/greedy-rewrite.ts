import { definingOp, type Context, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { isTriviallyDead } from './dead-operations.js';
import { PatternRewriter } from './pattern-rewriter.js';
import type { RewritePattern } from './pattern.js';

/** Rewrites per operation, on average, after which patterns are taken to undo each other. */
const REWRITES_PER_OPERATION = 100;

/**
 * Applies `patterns` to the operations inside `root`, not to `root` itself, until none applies, and erases pure operations whose
 * results nobody uses. Of several patterns that match one operation, that of the greatest benefit is taken, then the first.
 * Returns whether anything changed. Throws an Error that names the last pattern if there seems to be no end: after some hundred
 * rewrites for each operation.
 */
export function applyPatternsGreedily(root: Operation, context: Context, patterns: readonly RewritePattern[]): boolean {
  return new GreedyDriver(root, context, patterns).run();
}

class GreedyDriver {
  private readonly root: Operation;
  private readonly patternsOf: (name: string) => readonly RewritePattern[];
  private readonly rewriter: PatternRewriter;
  private worklist: Operation[] = [];
  private readonly waiting = new Set<Operation>();
  private readonly erased = new WeakSet<Operation>();

  constructor(root: Operation, context: Context, patterns: readonly RewritePattern[]) {
    this.root = root;
    this.patternsOf = patternsByName(patterns);
    this.rewriter = new PatternRewriter(context, {
      inserted: (op) => this.enqueue(op),
      modified: (op) => this.enqueue(op),
      erasing: (op) => {
        this.erased.add(op);
        this.waiting.delete(op);
        for (const operand of op.operands) this.enqueueProducer(operand);
      },
      released: (value) => this.enqueueProducer(value),
    });
  }

  run(): boolean {
    let operations = 0;
    this.root.walk((op) => {
      if (op === this.root) return;
      operations++;
      this.enqueue(op);
    });
    this.worklist.reverse(); // taken from the end: producers first
    let budget = REWRITES_PER_OPERATION * (operations + 10);
    let changed = false;
    for (let op = this.next(); op !== undefined; op = this.next()) {
      const applied = this.visit(op);
      if (applied === undefined) continue;
      changed = true;
      if (--budget < 0) throw new Error(`rewriting does not come to an end; the last pattern was '${applied}'`);
    }
    return changed;
  }

  private enqueue(op: Operation): void {
    if (op === this.root || this.erased.has(op) || this.waiting.has(op)) return;
    this.waiting.add(op);
    this.worklist.push(op);
  }

  private enqueueProducer(value: Value): void {
    const producer = definingOp(value);
    if (producer !== undefined) this.enqueue(producer);
  }

  private next(): Operation | undefined {
    for (;;) {
      const op = this.worklist.pop();
      if (op === undefined || this.waiting.delete(op)) return op;
    }
  }

  /** The name of what was applied to `op`; undefined if nothing was. */
  private visit(op: Operation): string | undefined {
    if (isTriviallyDead(op)) {
      this.rewriter.eraseOp(op);
      return 'erase dead operation';
    }
    for (const pattern of this.patternsOf(op.name)) {
      const match = pattern.match(op);
      if (match === undefined) continue;
      const users = op.results.flatMap((result) => [...result.users()]);
      pattern.rewrite(op, match, this.rewriter);
      for (const user of users) this.enqueue(user);
      return pattern.name;
    }
    return undefined;
  }
}

function patternsByName(patterns: readonly RewritePattern[]): (name: string) => readonly RewritePattern[] {
  const sorted = [...patterns].sort((a, b) => b.benefit - a.benefit); // stable
  const cache = new Map<string, readonly RewritePattern[]>();
  return (name) => {
    let found = cache.get(name);
    if (found === undefined) {
      found = sorted.filter(({ operations }) => operations === undefined || operations.includes(name));
      cache.set(name, found);
    }
    return found;
  };
}
