/** The JSON that `llvm-tblgen --dump-json` prints: records by name, references between them as `{kind: 'def', def}`. */

interface DefReference {
  readonly kind: 'def';
  readonly def: string;
}
interface Dag {
  readonly kind: 'dag';
  readonly operator: DefReference;
  readonly args: readonly (readonly [DefReference | string, string | null])[];
}
type Field = null | string | number | DefReference | Dag | readonly (string | DefReference)[];

/** One TableGen record; the accessors check the kind of what they read. */
export class OdsRecord {
  constructor(
    readonly dump: OdsDump,
    private readonly fields: Readonly<Record<string, Field>>,
  ) {}

  get name(): string {
    return this.string('!name');
  }

  get isAnonymous(): boolean {
    return Boolean(this.fields['!anonymous']);
  }

  /** Classes it derives from, most basic first. */
  get classes(): readonly string[] {
    return this.fields['!superclasses'] as readonly string[];
  }

  /** The most derived class. */
  get lastClass(): string {
    return this.classes[this.classes.length - 1] ?? '';
  }

  is(className: string): boolean {
    return this.classes.includes(className);
  }

  has(field: string): boolean {
    const value = this.fields[field];
    return value !== undefined && value !== null && value !== '';
  }

  /** Empty if unset. */
  string(field: string): string {
    const value = this.fields[field] ?? '';
    if (typeof value !== 'string') throw new Error(`${String(this.fields['!name'])}.${field} is no string`);
    return value;
  }

  number(field: string): number {
    const value = this.fields[field];
    if (typeof value !== 'number') throw new Error(`${this.name}.${field} is no number`);
    return value;
  }

  /** False if unset. */
  bit(field: string): boolean {
    return this.fields[field] === 1;
  }

  record(field: string): OdsRecord | undefined {
    const value = this.fields[field];
    if (value === null || value === undefined || value === '') return undefined;
    if (typeof value !== 'object' || !('def' in value)) throw new Error(`${this.name}.${field} is no record`);
    return this.dump.record(value.def);
  }

  records(field: string): OdsRecord[] {
    const value = this.fields[field];
    if (!Array.isArray(value)) throw new Error(`${this.name}.${field} is no list`);
    return (value as readonly DefReference[]).map((reference) => this.dump.record(reference.def));
  }

  strings(field: string): string[] {
    const value = this.fields[field];
    if (!Array.isArray(value)) throw new Error(`${this.name}.${field} is no list`);
    return [...(value as readonly string[])];
  }

  /** The arguments of a dag: name and record (or C++ text). */
  dag(field: string): { name: string; value: OdsRecord | string }[] {
    const dag = this.fields[field];
    if (dag === null || dag === undefined) return [];
    if (typeof dag !== 'object' || !('args' in dag)) throw new Error(`${this.name}.${field} is no dag`);
    return dag.args.map(([value, name]) => ({
      name: name ?? '',
      value: typeof value === 'string' ? value : this.dump.record(value.def),
    }));
  }
}

export class OdsDump {
  private readonly cache = new Map<string, OdsRecord>();

  constructor(private readonly json: Readonly<Record<string, unknown>>) {}

  record(name: string): OdsRecord {
    let record = this.cache.get(name);
    if (record === undefined) {
      const fields = this.json[name];
      if (fields === undefined) throw new Error(`no record ${name}`);
      record = new OdsRecord(this, fields as Readonly<Record<string, Field>>);
      this.cache.set(name, record);
    }
    return record;
  }

  /** The text of the type of C++ class `name`, if it has no parameters. */
  plainType(name: string): string | undefined {
    const definition = this.instancesOf('TypeDef').find((record) => record.string('cppClassName') === unqualified(name) && record.has('mnemonic'));
    return definition === undefined ? undefined : `!${definition.record('dialect')?.string('name') ?? ''}.${definition.string('mnemonic')}`;
  }

  instancesOf(className: string): OdsRecord[] {
    const instances = this.json['!instanceof'] as Readonly<Record<string, readonly string[]>>;
    return (instances[className] ?? []).map((name) => this.record(name));
  }
}

/** `::mlir::arith::FastMathFlagsAttr ` without namespaces. */
export function unqualified(cppName: string): string {
  return cppName.trim().replace(/^.*::/, '');
}
