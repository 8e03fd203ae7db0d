import { Operation, type Context, type OperationState, type Value } from '@mlir2zk/mlir-parser';

/** Hears of what a rewriter does. */
export interface RewriteListener {
  inserted(op: Operation): void;
  modified(op: Operation): void;
  /** An operation that made `value` lost a use of it. */
  released(value: Value): void;
  /** Before the operation goes. */
  erasing(op: Operation): void;
}

/**
 * How a pattern changes the IR: whatever goes through here, the driver knows to look at again. Other changes (`op.setOperands`,
 * `op.setAttribute`) belong into the callback of `modify`.
 */
export class PatternRewriter {
  readonly context: Context;
  private readonly listener: RewriteListener;

  constructor(context: Context, listener: RewriteListener) {
    this.context = context;
    this.listener = listener;
  }

  /**
   * Creates an operation before `anchor`, with the location of `anchor` unless `state` has one. Its definition is looked up by
   * its name; inherent attributes with default values are filled in. Throws an Error if `anchor` is in no block.
   */
  insertBefore(anchor: Operation, state: OperationState): Operation {
    const block = anchor.block;
    if (block === undefined) throw new Error(`'${anchor.name}' is in no block`);
    const op = Operation.create({ location: anchor.location, definition: this.context.operation(state.name), ...state });
    for (const [name, value] of op.definition?.defaultProperties?.(this.context) ?? [])
      if (!op.properties.has(name)) op.properties.set(name, value);
    block.insertBefore(op, anchor);
    this.listener.inserted(op);
    return op;
  }

  /** Replaces the results of `op` by `values`, of the same types, and erases it. Throws an Error if there are too few values. */
  replaceOp(op: Operation, values: readonly Value[]): void {
    for (const [index, result] of op.results.entries()) {
      const value = values[index];
      if (value === undefined) throw new Error(`'${op.name}' has more results than replacements`);
      this.replaceAllUsesWith(result, value);
    }
    this.eraseOp(op);
  }

  /** Replaces `op` by a new operation with results of the same types, in the same place, and returns that. Throws an Error if it has fewer. */
  replaceOpWithNew(op: Operation, state: OperationState): Operation {
    const replacement = this.insertBefore(op, state);
    this.replaceOp(op, replacement.results);
    return replacement;
  }

  /** Makes every operation that uses `value` use `replacement`, of the same type. */
  replaceAllUsesWith(value: Value, replacement: Value): void {
    const users = [...value.users()];
    value.replaceAllUsesWith(replacement);
    for (const user of users) this.listener.modified(user);
  }

  /**
   * Erases `op` and what is in it. Operations that made its operands are looked at again. Throws an Error if a result still
   * has uses.
   */
  eraseOp(op: Operation): void {
    op.walk((inner) => this.listener.erasing(inner));
    op.erase();
  }

  /** To be called for values that `modify` took uses from: what made them may be dead now. */
  released(values: readonly Value[]): void {
    for (const value of values) this.listener.released(value);
  }

  /** Runs `change`, which changes operands or attributes of `op` in place. */
  modify(op: Operation, change: () => void): void {
    change();
    this.listener.modified(op);
  }
}
