import type { Block } from './block.js';
import type { Location } from './location.js';
import type { Operation } from './operation.js';
import type { Type } from './type.js';

/** One use of a value: operand `index` of `owner`. Uses of a value form a doubly linked list, so moving one is O(1). */
export class OpOperand {
  readonly owner: Operation;
  index: number;
  private current: Value;
  /** @internal */ nextUse: OpOperand | undefined;
  /** @internal */ previousUse: OpOperand | undefined;

  constructor(owner: Operation, index: number, value: Value) {
    this.owner = owner;
    this.index = index;
    this.current = value;
    value.addUse(this);
  }

  get value(): Value {
    return this.current;
  }

  set value(value: Value) {
    if (value === this.current) return;
    this.current.removeUse(this);
    this.current = value;
    value.addUse(this);
  }

  /** Takes this use out of its value's use list; the operand must not be read afterwards. */
  drop(): void {
    this.current.removeUse(this);
  }
}

abstract class ValueBase {
  type: Type;
  private firstUse: OpOperand | undefined;
  /** @internal A number that a printer gave the value; it holds as long as that printer finds this value at it. */ printedAs: number;

  constructor(type: Type) {
    this.type = type;
    this.firstUse = undefined;
    this.printedAs = 0;
  }

  /** The uses, most recently added first, as MLIR keeps them. Safe against changes of the current use while iterating. */
  *uses(): IterableIterator<OpOperand> {
    let use = this.firstUse;
    while (use !== undefined) {
      const next: OpOperand | undefined = use.nextUse;
      yield use;
      use = next;
    }
  }

  /** The operations that use this value, one for each use. */
  *users(): IterableIterator<Operation> {
    for (const use of this.uses()) yield use.owner;
  }

  get hasUses(): boolean {
    return this.firstUse !== undefined;
  }

  get hasOneUse(): boolean {
    return this.firstUse !== undefined && this.firstUse.nextUse === undefined;
  }

  /** Makes all operands that are this value `replacement`. */
  replaceAllUsesWith(replacement: Value): void {
    if ((this as unknown) === replacement) return;
    for (const use of this.uses()) use.value = replacement;
  }

  /** @internal */
  addUse(use: OpOperand): void {
    use.previousUse = undefined;
    use.nextUse = this.firstUse;
    if (this.firstUse !== undefined) this.firstUse.previousUse = use;
    this.firstUse = use;
  }

  /** @internal */
  removeUse(use: OpOperand): void {
    if (use.previousUse === undefined) this.firstUse = use.nextUse;
    else use.previousUse.nextUse = use.nextUse;
    if (use.nextUse !== undefined) use.nextUse.previousUse = use.previousUse;
    use.nextUse = undefined;
    use.previousUse = undefined;
  }
}

/** Result `index` of an operation. */
export class OpResult extends ValueBase {
  readonly kind = 'op-result';
  readonly owner: Operation;
  readonly index: number;

  constructor(owner: Operation, index: number, type: Type) {
    super(type);
    this.owner = owner;
    this.index = index;
  }
}

/** Argument `index` of a block. */
export class BlockArgument extends ValueBase {
  readonly kind = 'block-argument';
  readonly owner: Block;
  index: number;
  location: Location;

  constructor(owner: Block, index: number, type: Type, location: Location) {
    super(type);
    this.owner = owner;
    this.index = index;
    this.location = location;
  }
}

/** What operations take and make. */
export type Value = OpResult | BlockArgument;

/** The operation whose result `value` is; undefined for block arguments. */
export function definingOp(value: Value): Operation | undefined {
  return value.kind === 'op-result' ? value.owner : undefined;
}
