import { unknownLocation, type Location } from './location.js';
import type { Operation } from './operation.js';
import type { Region } from './region.js';
import type { Type } from './type.js';
import { BlockArgument } from './value.js';

/** A list of operations with arguments. Operations form a doubly linked list: insertion and removal are O(1). */
export class Block {
  readonly arguments: BlockArgument[] = [];
  parent: Region | undefined;
  private first: Operation | undefined;
  private last: Operation | undefined;

  /** Adds an argument behind the others. */
  addArgument(type: Type, location: Location = unknownLocation): BlockArgument {
    const argument = new BlockArgument(this, this.arguments.length, type, location);
    this.arguments.push(argument);
    return argument;
  }

  /** Removes argument `index`, which must have no uses. */
  eraseArgument(index: number): void {
    if (this.arguments[index]?.hasUses === true) throw new Error('erased a block argument that is still used');
    this.arguments.splice(index, 1);
    for (let i = index; i < this.arguments.length; i++) (this.arguments[i]).index = i;
  }

  get firstOperation(): Operation | undefined {
    return this.first;
  }

  get lastOperation(): Operation | undefined {
    return this.last;
  }

  get isEmpty(): boolean {
    return this.first === undefined;
  }

  get parentOp(): Operation | undefined {
    return this.parent?.parent;
  }

  /** The operations in order. Safe against removal or replacement of the current operation while iterating. */
  *operations(): IterableIterator<Operation> {
    let op = this.first;
    while (op !== undefined) {
      const next: Operation | undefined = op.next;
      yield op;
      op = next;
    }
  }

  /** Puts the detached `op` at the end. */
  append(op: Operation): void {
    this.insertBefore(op, undefined);
  }

  /** Inserts the detached `op` before `anchor`, or at the end if `anchor` is undefined. */
  insertBefore(op: Operation, anchor: Operation | undefined): void {
    if (op.block !== undefined) throw new Error(`inserted '${op.name}', which already is in a block`);
    const previous = anchor === undefined ? this.last : anchor.previous;
    op.block = this;
    op.previous = previous;
    op.next = anchor;
    if (previous === undefined) this.first = op;
    else previous.next = op;
    if (anchor === undefined) this.last = op;
    else anchor.previous = op;
    op.order = undefined; // forces renumbering on the next query
  }

  /** Detaches `op` from this block without dropping its operands. */
  remove(op: Operation): void {
    if (op.block !== this) throw new Error(`removed '${op.name}' from a block that does not hold it`);
    if (op.previous === undefined) this.first = op.next;
    else op.previous.next = op.next;
    if (op.next === undefined) this.last = op.previous;
    else op.next.previous = op.previous;
    op.block = undefined;
    op.previous = undefined;
    op.next = undefined;
  }

  /** Numbers the operations so that `isBeforeInBlock` costs O(1) until the next insertion. */
  renumber(): void {
    let order = 0;
    for (let op = this.first; op !== undefined; op = op.next) op.order = order++;
  }
}
