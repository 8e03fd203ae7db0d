/** The kinds of values that a pass option may have. */
export interface OptionKinds {
  boolean: boolean;
  integer: number;
  string: string;
  /** `a,b,c` */
  list: readonly string[];
}

export type OptionValue = OptionKinds[keyof OptionKinds];

/** One option of a pass: `{name=value}` in a pipeline. */
export type PassOption = {
  [K in keyof OptionKinds]: { readonly kind: K; readonly summary: string; readonly default: OptionKinds[K] };
}[keyof OptionKinds];

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
