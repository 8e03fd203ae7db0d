import { VectorError, type TestVector } from './test-vector.js';
import { realOf } from './element-encoding.js';
import type { ArrayLayout } from './circuit-layout.js';

/** Bounds, as real numbers, within which all elements of an array lie. */
export interface RealRange {
  readonly min: number;
  readonly max: number;
}

/** Ranges of a model's real inputs, by name. An input that is not named may be anything that the format holds. */
export type InputRanges = ReadonlyMap<string, RealRange>;

/** Reads `{"inputs": {"name": {"min": 0, "max": 1}}}`. Throws a VectorError that says what is wrong. */
export function parseInputRanges(value: unknown): InputRanges {
  if (!isRecord(value) || !isRecord(value['inputs'])) throw new VectorError('ranges are a JSON object with "inputs", an object of {min, max} by name');
  const ranges = new Map<string, RealRange>();
  for (const [name, range] of Object.entries(value['inputs'])) {
    const { min, max } = isRecord(range) ? range : {};
    if (typeof min !== 'number' || typeof max !== 'number' || !Number.isFinite(max - min))
      throw new VectorError(`the range of '${name}' is no object with numbers min and max`);
    if (min > max) throw new VectorError(`the range of '${name}' is empty: min ${min} is above max ${max}`);
    ranges.set(name, { min, max });
  }
  return ranges;
}

/**
 * The least ranges that hold the real inputs of all `vectors`, each widened on both sides by `margin` times its width, and by
 * no more than reaches 0 where all elements have one sign. `arraysOf` gives the inputs of a vector in the order of `layouts`.
 */
export function rangesOfVectors(
  layouts: readonly ArrayLayout[],
  vectors: readonly TestVector[],
  arraysOf: (vector: TestVector) => TestVector['inputs'],
  margin: number,
): InputRanges {
  const ranges = new Map<string, RealRange>();
  for (const vector of vectors)
    for (const [i, { data, type }] of arraysOf(vector).entries()) {
      const layout = layouts[i];
      if (layout.encoding.kind !== 'fixed') continue;
      let { min, max } = ranges.get(layout.name) ?? { min: Infinity, max: -Infinity };
      for (const element of data) {
        const real = realOf(element, layout.type, type);
        if (!Number.isFinite(real)) throw new VectorError(`'${layout.name}' has the element ${element}: a circuit has no infinities and no NaN`);
        min = Math.min(min, real);
        max = Math.max(max, real);
      }
      if (min <= max) ranges.set(layout.name, { min, max });
    }
  return new Map([...ranges].map(([name, range]) => [name, widened(range, margin)]));
}

function widened({ min, max }: RealRange, margin: number): RealRange {
  const added = (max - min) * margin;
  return {
    min: min >= 0 ? Math.max(0, min - added) : min - added,
    max: max <= 0 ? Math.min(0, max + added) : max + added,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
