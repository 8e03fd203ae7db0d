import type { ValueId } from '../ir/constant-pool.js';

/** Ids of values by their numbers: those of the module, which all functions share, and behind them those of one function. */
export class ValueList {
  private readonly outer: ValueList | undefined;
  private readonly first: number;
  private readonly own: ValueId[] = [];

  /** @param outer the module's values, to which none may be added from then on */
  constructor(outer?: ValueList) {
    this.outer = outer;
    this.first = outer?.length ?? 0;
  }

  get length(): number {
    return this.first + this.own.length;
  }

  /** The id of a value, undefined if there is no value with that number yet. */
  at(number: number): ValueId | undefined {
    return number < this.first ? this.outer?.at(number) : this.own[number - this.first];
  }

  push(id: ValueId): void {
    this.own.push(id);
  }

  /** Replaces one of its own values. */
  set(number: number, id: ValueId): void {
    this.own[number - this.first] = id;
  }
}
