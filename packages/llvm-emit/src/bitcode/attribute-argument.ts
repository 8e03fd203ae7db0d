/** Bits of `nofpclass`; the plain words stand for both signs. */
const FLOAT_CLASSES: Readonly<Record<string, number>> = {
  all: 1023,
  nan: 3,
  snan: 1,
  qnan: 2,
  inf: 516,
  ninf: 4,
  pinf: 512,
  norm: 264,
  nnorm: 8,
  pnorm: 256,
  sub: 144,
  nsub: 16,
  psub: 128,
  zero: 96,
  nzero: 32,
  pzero: 64,
};

/** Bits of `allockind`. */
const ALLOCATION_KINDS: Readonly<Record<string, number>> = {
  alloc: 1,
  realloc: 2,
  free: 4,
  uninitialized: 8,
  zeroed: 16,
  aligned: 32,
};

/** Two bits per kind of memory in `memory`, and where they begin. */
const MEMORY_ACCESS: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2, readwrite: 3 };
const MEMORY_LOCATIONS: Readonly<Record<string, number>> = { argmem: 0, inaccessiblemem: 2 };
const OTHER_MEMORY = 4;

/** How the second of two numbers says that it is not there. */
const ABSENT = 0xffff_ffffn;

/**
 * Attributes whose argument has a syntax of its own: the number that bitcode writes for the argument as text, undefined
 * where it is not understood.
 */
const parsers: Readonly<Record<string, (argument: string) => bigint | undefined>> = {
  memory: parseMemory,
  nofpclass: (argument) => union(argument.split(/\s+/), FLOAT_CLASSES),
  allockind: (argument) => union(argument.replaceAll('"', '').split(/\s*,\s*/), ALLOCATION_KINDS),
  allocsize: (argument) => pair(argument, () => ABSENT),
  vscale_range: (argument) => pair(argument, (first) => first),
  uwtable: (argument) => ({ sync: 1n, async: 2n })[argument],
};

/** The number that stands for the argument of an attribute, or undefined if bitcode has none for it. */
export function attributeArgument(name: string, argument: string): bigint | undefined {
  return parsers[name]?.(argument.trim());
}

/** What stands in the parentheses for a number that {@link attributeArgument} makes; undefined without parentheses. */
export function attributeArgumentText(name: string, value: bigint): string | undefined {
  switch (name) {
    case 'memory':
      return memoryText(value);
    case 'nofpclass':
      return wordsFor(Number(value), FLOAT_CLASSES, ' ');
    case 'allockind':
      return `"${wordsFor(Number(value), ALLOCATION_KINDS, ',')}"`;
    case 'allocsize':
    case 'vscale_range': {
      const low = value & 0xffff_ffffn;
      return low === ABSENT ? `${value >> 32n}` : `${value >> 32n},${low}`;
    }
    case 'captures':
      return capturesText(Number(value));
    case 'uwtable':
      return value === 1n ? 'sync' : undefined;
    default:
      return `${value}`;
  }
}

/** Bits of what `captures` says may be captured, twice: by the function, and above them by its result. */
const CAPTURES: Readonly<Record<string, number>> = { provenance: 12, read_provenance: 4, address: 3, address_is_null: 1 };
const CAPTURE_BITS = 4;

function capturesText(bits: number): string {
  const words = (part: number): string => {
    let left = part;
    const found: string[] = [];
    for (const [word, mask] of Object.entries(CAPTURES)) {
      if ((left & mask) !== mask) continue;
      left &= ~mask;
      found.unshift(word);
    }
    return found.join(', ') || 'none';
  };
  const result = bits & ((1 << CAPTURE_BITS) - 1);
  const other = bits >> CAPTURE_BITS;
  if (result === other) return words(other);
  return other === 0 ? `ret: ${words(result)}` : `${words(other)}, ret: ${words(result)}`;
}

/**
 * Where LLVM 21 and later have more kinds of memory, in numbers that say so in their highest byte: where each begins. In
 * older numbers they are part of all other memory.
 */
const NEW_MEMORY_LOCATIONS: Readonly<Record<string, number>> = {
  argmem: 0,
  inaccessiblemem: 2,
  errnomem: 4,
  target_mem0: 8,
  target_mem1: 10,
};
const NEW_OTHER_MEMORY = 6;

function memoryText(value: bigint): string {
  const isNew = value >> 56n === 1n;
  const bits = Number(value & 0xfffn);
  const accessAt = (shift: number): string =>
    Object.keys(MEMORY_ACCESS).find((word) => MEMORY_ACCESS[word] === ((bits >> shift) & 3)) ?? '';
  const other = accessAt(isNew ? NEW_OTHER_MEMORY : OTHER_MEMORY);
  const named = Object.entries(isNew ? NEW_MEMORY_LOCATIONS : MEMORY_LOCATIONS)
    .filter(([location, shift]) => accessAt(shift) !== other && !(location.startsWith('target') && accessAt(shift) === 'none'))
    .map(([location, shift]) => `${location}: ${accessAt(shift)}`);
  return [...(other === 'none' && named.length > 0 ? [] : [other]), ...named].join(', ');
}

/** The words of a table for a set of bits, those that stand for most bits first. */
function wordsFor(bits: number, table: Readonly<Record<string, number>>, separator: string): string {
  const words: string[] = [];
  let rest = bits;
  const count = (value: number): number => value.toString(2).replaceAll('0', '').length;
  for (const [word, value] of Object.entries(table).sort(([, a], [, b]) => count(b) - count(a))) {
    if (value !== 0 && (rest & value) === value) {
      words.push(word);
      rest &= ~value;
    }
  }
  return words.join(separator);
}

/** `none`, `read, argmem: write`: an access without a location is that of all locations not named. */
function parseMemory(argument: string): bigint | undefined {
  let all = 0;
  const named: Array<readonly [shift: number, access: number]> = [];
  for (const item of argument.split(/\s*,\s*/)) {
    const [, location, word] = /^(?:(\w+)\s*:\s*)?(\w+)$/.exec(item) ?? [];
    const access = MEMORY_ACCESS[word];
    if (access === undefined) return undefined;
    if (location === undefined) {
      all = access;
      continue;
    }
    const shift = MEMORY_LOCATIONS[location];
    if (shift === undefined) return undefined;
    named.push([shift, access]);
  }
  let bits = 0;
  for (const shift of [...Object.values(MEMORY_LOCATIONS), OTHER_MEMORY]) bits |= all << shift;
  for (const [shift, access] of named) bits = (bits & ~(3 << shift)) | (access << shift);
  return BigInt(bits);
}

function union(words: readonly string[], table: Readonly<Record<string, number>>): bigint | undefined {
  let bits = 0;
  for (const word of words) {
    const bit = table[word];
    if (bit === undefined) return undefined;
    bits |= bit;
  }
  return BigInt(bits);
}

/** One or two numbers, the first in the upper half. */
function pair(argument: string, second: (first: bigint) => bigint): bigint | undefined {
  const [, high, low] = /^(\d{1,9})(?:\s*,\s*(\d{1,9}))?$/.exec(argument) ?? [];
  if (high === undefined) return undefined;
  const first = BigInt(high);
  return (first << 32n) | (low === undefined ? second(first) : BigInt(low));
}
