/** What an attribute of an intrinsic may hold. */
export interface AttributeKinds {
  /** `[1, 2]` */
  integers: readonly number[];
  /** `5.000000e-01 : f32` */
  real: number;
  /** Present or not. */
  flag: boolean;
}

export type AttributeValue = AttributeKinds[keyof AttributeKinds];

/** One attribute of an intrinsic. One that equals its default is left out in the text. */
export type AttributeSpec = {
  [K in keyof AttributeKinds]: {
    readonly kind: K;
    readonly summary: string;
    readonly default: AttributeKinds[K] | undefined;
  };
}[keyof AttributeKinds];

export type AttributeSpecs = Readonly<Record<string, AttributeSpec>>;

/** The record of attribute values that belongs to a record of specifications. */
export type AttributesOf<S extends AttributeSpecs> = { readonly [N in keyof S]: AttributeKinds[S[N]['kind']] };

type Integers = Extract<AttributeSpec, { kind: 'integers' }>;
type Real = Extract<AttributeSpec, { kind: 'real' }>;
type Flag = Extract<AttributeSpec, { kind: 'flag' }>;

/** A list of integers; it has no default and is always printed. */
export function integers(summary: string): Integers {
  return { kind: 'integers', summary, default: undefined };
}

/** A real number. */
export function real(summary: string, defaultValue: number): Real {
  return { kind: 'real', summary, default: defaultValue };
}

/** A flag, absent by default. */
export function flag(summary: string): Flag {
  return { kind: 'flag', summary, default: false };
}
