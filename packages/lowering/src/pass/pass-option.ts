/** The kinds of values that a pass option may have. */
export interface OptionKinds {
  /** `true`, `false`, `1`, `0`, or nothing for true. */
  boolean: boolean;
  /** Decimal, within 53 bits. */
  integer: number;
  /** In quotes if it has spaces. */
  string: string;
  /** `a,b,c` */
  list: readonly string[];
}

/** A value of any kind of option. */
export type OptionValue = OptionKinds[keyof OptionKinds];

/** One option of a pass, `{name=value}` in a pipeline: its kind, a sentence on it, and its value where none is given. */
export type PassOption = {
  [K in keyof OptionKinds]: { readonly kind: K; readonly summary: string; readonly default: OptionKinds[K] };
}[keyof OptionKinds];

/** The options of a pass, by name. */
export type PassOptions = Readonly<Record<string, PassOption>>;

/** The values that belong to a record of options. */
export type ValuesOf<O extends PassOptions> = { readonly [N in keyof O]: OptionKinds[O[N]['kind']] };

/** Reads the text of a value; undefined if it is none of that kind. A boolean without text is true. */
export function parseOptionValue(kind: PassOption['kind'], text: string | undefined): OptionValue | undefined {
  switch (kind) {
    case 'boolean':
      if (text === undefined || text === 'true' || text === '1') return true;
      return text === 'false' || text === '0' ? false : undefined;
    case 'integer':
      return text !== undefined && /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case 'string':
      return text;
    case 'list':
      return text === undefined ? undefined : text === '' ? [] : text.split(',');
  }
}

/** How a value is written in a pipeline. */
export function optionText(value: OptionValue): string {
  const text = typeof value === 'object' ? value.join(',') : String(value);
  return /[\s{}]/.test(text) ? `'${text}'` : text;
}
