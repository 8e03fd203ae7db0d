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

/** How a pattern changes the IR: whatever goes through here, the driver knows to look at again. */
export class PatternRewriter {
  readonly context: Context;
  private readonly listener: RewriteListener;

  constructor(context: Context, listener: RewriteListener) {
    this.context = context;
    this.listener = listener;
  }

  /** Creates an operation before `anchor`; its definition is looked up by its name. */
  insertBefore(anchor: Operation, state: OperationState): Operation {
    const block = anchor.block;
    if (block === undefined) throw new Error(`'${anchor.name}' is in no block`);
    const op = Operation.create({ location: anchor.location, definition: this.context.operation(state.name), ...state });
    block.insertBefore(op, anchor);
    this.listener.inserted(op);
    return op;
  }

  /** Replaces the results of `op` by `values` and erases it. */
  replaceOp(op: Operation, values: readonly Value[]): void {
    for (const [index, result] of op.results.entries()) {
      const value = values[index];
      if (value === undefined) throw new Error(`'${op.name}' has more results than replacements`);
      this.replaceAllUsesWith(result, value);
    }
    this.eraseOp(op);
  }

  /** Replaces `op` by a new operation with as many results. */
  replaceOpWithNew(op: Operation, state: OperationState): Operation {
    const replacement = this.insertBefore(op, state);
    this.replaceOp(op, replacement.results);
    return replacement;
  }

  replaceAllUsesWith(value: Value, replacement: Value): void {
    const users = [...value.users()];
    value.replaceAllUsesWith(replacement);
    for (const user of users) this.listener.modified(user);
  }

  /** Erases `op`, whose results must have no uses. Operations that made its operands are looked at again. */
  eraseOp(op: Operation): void {
    op.walk((inner) => this.listener.erasing(inner));
    op.erase();
  }

  /** To be called for values that `modify` took uses from: what made them may be dead now. */
  released(values: readonly Value[]): void {
    for (const value of values) this.listener.released(value);
  }

  /** Runs `change` on `op` in place. */
  modify(op: Operation, change: () => void): void {
    change();
    this.listener.modified(op);
  }
}
