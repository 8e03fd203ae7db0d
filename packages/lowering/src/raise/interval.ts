import type { Dimension, IndexVariable, LinearForm } from '@mlir2zk/zk-intrinsics';

/** The integers from `least` to `most`. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

/** Bounds of the values of `form` over all values of its dimensions. Not always the tightest. */
export function intervalOf(form: LinearForm): Interval {
  let least = form.constant;
  let most = form.constant;
  for (const { variable, coefficient } of form.terms) {
    const inner = intervalOfVariable(variable);
    least += coefficient * (coefficient > 0 ? inner.least : inner.most);
    most += coefficient * (coefficient > 0 ? inner.most : inner.least);
  }
  return { least, most };
}

/** Bounds of the values of `dimension`. */
export function intervalOfDimension(dimension: Dimension): Interval {
  const least = Math.max(...dimension.lower.map((form) => intervalOf(form).least));
  const most = Math.min(...dimension.upper.map((form) => intervalOf(form).most)) - 1;
  return { least, most };
}

function intervalOfVariable(variable: IndexVariable): Interval {
  switch (variable.kind) {
    case 'dimension':
      return intervalOfDimension(variable);
    case 'max':
    case 'min': {
      const pick = variable.kind === 'max' ? Math.max : Math.min;
      const inner = variable.forms.map(intervalOf);
      return { least: pick(...inner.map(({ least }) => least)), most: pick(...inner.map(({ most }) => most)) };
    }
    case 'floordiv': {
      const inner = intervalOf(variable.numerator);
      return { least: Math.floor(inner.least / variable.divisor), most: Math.floor(inner.most / variable.divisor) };
    }
    case 'mod': {
      const inner = intervalOf(variable.numerator);
      const whole = Math.floor(inner.least / variable.divisor) === Math.floor(inner.most / variable.divisor);
      const base = variable.divisor * Math.floor(inner.least / variable.divisor);
      return whole ? { least: inner.least - base, most: inner.most - base } : { least: 0, most: variable.divisor - 1 };
    }
  }
}

/** The values of a dimension whose bounds are constants; undefined for another one. */
export function constantBounds({ lower, upper }: Dimension): Interval | undefined {
  const lows = lower.map((form) => form.constantValue);
  const highs = upper.map((form) => form.constantValue);
  if (!lows.every((value) => value !== undefined) || !highs.every((value) => value !== undefined)) return undefined;
  return { least: Math.max(...lows), most: Math.min(...highs) - 1 };
}
