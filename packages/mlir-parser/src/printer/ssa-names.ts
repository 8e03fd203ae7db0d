import type { Block } from '../ir/block.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Value } from '../ir/value.js';

interface PendingRegion {
  readonly region: Region;
  readonly nextValue: number;
  readonly nextArgument: number;
  readonly nextConflict: number;
  /** How many names are taken around the region. */
  readonly taken: number;
}

/**
 * The names that values and blocks print as. Numbering is MLIR's: all values of a region before those of the regions nested
 * in it, each nested region counting on from where its parent ended; in the generic form counters never go back, so that
 * names are unique in the whole text, and nested regions are numbered last first.
 */
export class SsaNames {
  /** The named values, each at its `printedAs`, and their names. */
  private readonly values: Value[] = [];
  private readonly texts: string[] = [];
  /** By value; needed only if another printer has numbered the values in the meantime, and for values that have no name here. */
  private numbers: Map<Value, number> | undefined;
  private readonly definitions = new Map<Operation, string>();
  /** The blocks of regions with several; others are `^bb0`. */
  private readonly blocks = new Map<Block, string>();
  private readonly root: Operation;
  private readonly generic: boolean;
  private nextValue = 0;
  private nextArgument = 0;
  private nextConflict = 0;
  private readonly taken = new Set<string>();
  /** The same in the order in which they were taken. */
  private readonly takenInOrder: string[] = [];

  constructor(root: Operation, generic: boolean) {
    this.root = root;
    this.generic = generic;
    const pending: PendingRegion[] = [];
    let taken = 0;
    const push = (region: Region): void => {
      const { nextValue, nextArgument, nextConflict } = this;
      pending.push({ region, nextValue, nextArgument, nextConflict, taken });
    };
    for (const region of root.regions) push(region);
    this.nameResults(root);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (!generic) ({ nextValue: this.nextValue, nextArgument: this.nextArgument, nextConflict: this.nextConflict } = next);
      this.releaseNames(next.taken);
      this.nameRegion(next.region);
      taken = this.takenInOrder.length;
      for (const block of next.region.blocks)
        for (let op = block.firstOperation; op !== undefined; op = op.next) for (const region of op.regions) push(region);
    }
  }

  /** `%name`, or `%name#2` for one of several results. */
  value(value: Value): string {
    return this.textOf(value) ?? '<<UNKNOWN SSA VALUE>>';
  }

  /** `%a, %b:2`: the results of `op` as they stand before `=`; empty if it has none. */
  resultList(op: Operation): string {
    const single = op.results.length === 1 ? this.textOf(op.results[0]) : undefined;
    return single ?? this.definitions.get(op) ?? '';
  }

  /** `^bb1` */
  block(block: Block): string {
    const name = this.blocks.get(block);
    if (name !== undefined) return name;
    const owner = block.parent?.blocks.length === 1 ? block.parentOp : undefined;
    return owner !== undefined && this.root.isAncestorOf(owner) ? '^bb0' : 'INVALIDBLOCK';
  }

  private textOf(value: Value): string | undefined {
    if (this.values[value.printedAs] === value) return this.texts[value.printedAs];
    this.numbers ??= new Map(this.values.map((named, number) => [named, number]));
    const number = this.numbers.get(value);
    return number === undefined ? undefined : this.texts[number];
  }

  private setText(value: Value, text: string): void {
    value.printedAs = this.values.length;
    this.values.push(value);
    this.texts.push(text);
  }

  private nameRegion(region: Region): void {
    const given = this.generic || region.parent === undefined ? undefined : region.parent.definition?.asmBlockArgumentNames?.(region.parent, region);
    const named = given === undefined ? 0 : this.nameEntryArguments(region, given);
    const { blocks } = region;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (blocks.length > 1) this.blocks.set(block, `^bb${index}`);
      for (let at = 0; at < block.arguments.length; at++) {
        if (index === 0 && at < named && given?.[at] !== undefined) continue;
        this.setText(block.arguments[at], index === 0 ? this.takeName(`arg${this.nextArgument++}`) : `%${this.nextValue++}`);
      }
      for (let op = block.firstOperation; op !== undefined; op = op.next) if (op.results.length > 0) this.nameResults(op);
    }
  }

  /** Names the arguments of the entry block that have a name of their own; how many were looked at. */
  private nameEntryArguments(region: Region, names: readonly (string | undefined)[]): number {
    const args = region.entry?.arguments ?? [];
    for (const [index, argument] of args.entries()) {
      const name = names[index];
      if (name !== undefined) this.setText(argument, this.uniqueName(name));
    }
    return args.length;
  }

  private nameResults(op: Operation): void {
    const { results, definition } = op;
    const names = this.generic ? undefined : definition?.asmResultNames?.(op);
    if (results.length === 0) return;
    if (results.length === 1) {
      const name = names?.[0];
      this.setText(results[0], name === undefined || name === '' ? `%${this.nextValue++}` : this.uniqueName(name));
      return;
    }
    // A name on a later result starts a group of its own.
    const starts = [0];
    const bases: string[] = [];
    for (let index = 0; index < results.length; index++) {
      const name = names?.[index];
      if (index > 0 && name === undefined) continue;
      if (index > 0) starts.push(index);
      bases.push(name === undefined || name === '' ? '' : this.uniqueName(name));
    }
    const groups = bases.map((base, group) => {
      const start = starts[group];
      const end = starts[group + 1] ?? results.length;
      const text = base === '' ? `%${this.nextValue++}` : base;
      for (let index = start; index < end; index++)
        this.setText(results[index], end - start === 1 ? text : `${text}#${index - start}`);
      return end - start === 1 ? text : `${text}:${end - start}`;
    });
    this.definitions.set(op, groups.join(', '));
  }

  /** `%name` for a suggestion, which may hold characters that names cannot. */
  private uniqueName(suggested: string): string {
    return this.takeName(suggested.replace(/[^a-zA-Z0-9_$.-]/g, (character) =>
      (character === ' ' ? '_' : character.charCodeAt(0).toString(16).toUpperCase())));
  }

  /** `%name`, with a number behind it if the name is taken. */
  private takeName(name: string): string {
    let unique = name;
    while (this.taken.has(unique)) unique = `${name}_${this.nextConflict++}`;
    this.taken.add(unique);
    this.takenInOrder.push(unique);
    return `%${unique}`;
  }

  /** Frees all names but the first `count`: those of regions that are done. */
  private releaseNames(count: number): void {
    while (this.takenInOrder.length > count) this.taken.delete(this.takenInOrder.pop() ?? '');
  }
}
