import type { Attribute } from './attribute.js';

/** Names and attributes in turn, in the order in which they were set. Never changed: operations with equal attributes share one. */
export type AttributeEntries = readonly (string | Attribute)[];

/** Up to so many attributes are searched one by one; more are kept in a `Map`. */
const LIST_LENGTH = 8;

const none: AttributeEntries = [];

/**
 * The attributes of an operation by name: a `Map` in all but memory. Most operations have one or two attributes, for which a
 * hash table takes four times the room and the time.
 */
export class NamedAttributes implements Map<string, Attribute> {
  readonly [Symbol.toStringTag] = 'NamedAttributes';
  /** All attributes, unless `table` holds them. */
  private list: AttributeEntries;
  private table: Map<string, Attribute> | undefined;

  constructor(entries?: Iterable<readonly [string, Attribute]>) {
    this.list = none;
    this.table = undefined;
    if (entries === undefined) return;
    if (entries instanceof NamedAttributes) {
      this.list = entries.list;
      this.table = entries.table === undefined ? undefined : new Map(entries.table);
    } else for (const [name, value] of entries) this.set(name, value);
  }

  /** Attributes that share `list`, whose names are distinct. */
  static ofEntries(list: AttributeEntries): NamedAttributes {
    const attributes = new NamedAttributes();
    if (list.length <= 2 * LIST_LENGTH) attributes.list = list;
    else for (let at = 0; at < list.length; at += 2) attributes.set(list[at] as string, list[at + 1] as Attribute);
    return attributes;
  }

  /** The attributes as a list that may be shared; undefined if there are too many for one. */
  get entryList(): AttributeEntries | undefined {
    return this.table === undefined ? this.list : undefined;
  }

  get size(): number {
    return this.table === undefined ? this.list.length >> 1 : this.table.size;
  }

  get(name: string): Attribute | undefined {
    if (this.table !== undefined) return this.table.get(name);
    const { list } = this;
    for (let at = 0; at < list.length; at += 2) if (list[at] === name) return list[at + 1] as Attribute;
    return undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, value: Attribute): this {
    const { list } = this;
    if (this.table !== undefined) this.table.set(name, value);
    else if (list.length === 0) this.list = [name, value];
    else {
      let at = 0;
      while (at < list.length && list[at] !== name) at += 2;
      if (at === 2 * LIST_LENGTH) this.table = new Map([...this.entries(), [name, value]]);
      else if (at < list.length) {
        if (list[at + 1] !== value) this.list = list.with(at + 1, value);
      } else this.list = at === 2 ? [list[0], list[1], name, value] : [...list, name, value];
    }
    return this;
  }

  delete(name: string): boolean {
    if (this.table !== undefined) return this.table.delete(name);
    const at = this.list.findIndex((item, index) => index % 2 === 0 && item === name);
    if (at >= 0) this.list = this.list.toSpliced(at, 2);
    return at >= 0;
  }

  clear(): void {
    this.list = none;
    this.table = undefined;
  }

  forEach(visit: (value: Attribute, name: string, attributes: Map<string, Attribute>) => void): void {
    if (this.table !== undefined) return this.table.forEach((value, name) => visit(value, name, this));
    const { list } = this;
    for (let at = 0; at < list.length; at += 2) visit(list[at + 1] as Attribute, list[at] as string, this);
  }

  *entries(): MapIterator<[string, Attribute]> {
    if (this.table !== undefined) return yield* this.table;
    const { list } = this;
    for (let at = 0; at < list.length; at += 2) yield [list[at] as string, list[at + 1] as Attribute];
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<Attribute> {
    for (const [, value] of this.entries()) yield value;
  }

  /** Names with their attributes, in the order in which they were set. */
  [Symbol.iterator](): MapIterator<[string, Attribute]> {
    return this.entries();
  }
}
