import type { UnresolvedOperand } from '../ir/op-asm-parser.js';
import { Operation } from '../ir/operation.js';
import type { Type } from '../ir/type.js';
import type { OpResult, Value } from '../ir/value.js';

/** The values that one name stands for: `%r` for a single result, `%r#0`, `%r#1`, … for several. */
class NamedValues {
  /** Number 0, which most names have alone. */
  private first: Value | undefined = undefined;
  private firstStart = 0;
  /** By number, from 1. */
  private rest: { readonly value: Value; readonly start: number }[] | undefined = undefined;

  valueOf(number: number): Value | undefined {
    return number === 0 ? this.first : this.rest?.[number]?.value;
  }

  /** The byte offset of the definition, or of the first use if that comes first. */
  startOf(number: number): number {
    return number === 0 ? this.firstStart : (this.rest?.[number]?.start ?? 0);
  }

  set(number: number, value: Value, start: number): void {
    if (number === 0) {
      this.first = value;
      this.firstStart = start;
    } else (this.rest ??= [])[number] = { value, start };
  }
}

interface IsolatedScope {
  readonly names: Map<string, NamedValues>;
  /** For each nested region: the names that it defined, which end with it. */
  readonly defined: string[][];
}

/** What goes wrong with a definition or use; the parser words it. */
export type NameProblem =
  | { readonly problem: 'redefinition'; readonly earlier: number }
  | { readonly problem: 'type-clash' | 'definition-type-clash'; readonly earlier: number; readonly earlierType: Type }
  | { readonly problem: 'no-such-result' };

/**
 * SSA names in scope. A use before the definition gets a placeholder value, which the definition replaces. Regions of
 * operations that are isolated from above see no names from outside.
 */
export class ValueNames {
  private readonly scopes: IsolatedScope[] = [];
  private readonly placeholders = new Map<Value, number>();
  /** Names whose definition did not parse: uses of them are no further mistake. */
  private readonly lost = new Set<string>();

  enterRegion(isolated: boolean): void {
    if (isolated || this.scopes.length === 0) this.scopes.push({ names: new Map(), defined: [[]] });
    else this.scope().defined.push([]);
  }

  leaveRegion(): void {
    const scope = this.scope();
    for (const name of scope.defined.pop() ?? []) scope.names.delete(name);
    if (scope.defined.length === 0) this.scopes.pop();
  }

  /** Where `name#number` was defined or first used, if it was. */
  startOf(name: string, number: number): number | undefined {
    const entry = this.scope().names.get(name);
    return entry?.valueOf(number) === undefined ? undefined : entry.startOf(number);
  }

  define(name: string, number: number, start: number, value: Value): NameProblem | undefined {
    const scope = this.scope();
    let entry = scope.names.get(name);
    if (entry === undefined) {
      entry = new NamedValues();
      scope.names.set(name, entry);
    }
    const known = entry.valueOf(number);
    if (known !== undefined) {
      const earlier = entry.startOf(number);
      if (!this.placeholders.has(known)) return { problem: 'redefinition', earlier };
      if (known.type !== value.type) return { problem: 'definition-type-clash', earlier, earlierType: known.type };
      known.replaceAllUsesWith(value);
      this.placeholders.delete(known);
    }
    entry.set(number, value, start);
    if (number === 0) scope.defined[scope.defined.length - 1].push(name);
    return undefined;
  }

  /** Remembers that the definition of `name` was there but did not parse. */
  lose(name: string): void {
    this.lost.add(name);
  }

  /** The value of `operand`, or a placeholder of `type` for one that is yet to come. */
  use(operand: UnresolvedOperand, type: Type): Value | NameProblem {
    const { name, number } = operand;
    const { names } = this.scope();
    let entry = names.get(name);
    if (entry === undefined) {
      entry = new NamedValues();
      names.set(name, entry);
    }
    const known = entry.valueOf(number);
    if (known !== undefined) {
      if (known.type === type) return known;
      if (this.lost.has(name)) return placeholder(type);
      return { problem: 'type-clash', earlier: entry.startOf(number), earlierType: known.type };
    }
    const first = entry.valueOf(0);
    if (first !== undefined && !this.placeholders.has(first)) return { problem: 'no-such-result' };
    const value = placeholder(type);
    const { start } = operand.range;
    entry.set(number, value, start);
    if (!this.lost.has(name)) this.placeholders.set(value, start);
    return value;
  }

  /** Byte offsets of the uses of names that were never defined, in order. */
  undefinedUses(): number[] {
    return [...this.placeholders.values()].sort((a, b) => a - b);
  }

  private scope(): IsolatedScope {
    const scope = this.scopes[this.scopes.length - 1];
    if (scope === undefined) throw new Error('no region has been entered');
    return scope;
  }
}

function placeholder(type: Type): OpResult {
  return Operation.create({ name: 'builtin.unrealized_conversion_cast', resultTypes: [type] }).result(0);
}
