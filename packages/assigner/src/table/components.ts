import { ceilDivide, ComponentError, choosePlan, fixedPlan, MODULUS_BITS, widthRange } from './component-plan.js';
import type { ComponentPlan } from './component-plan.js';

/** The kinds of component, in the order in which reports list them. */
export const componentNames = [
  'addition',
  'subtraction',
  'multiplication',
  'division',
  'division_or_zero',
  'equality_flag',
  'comparison_flag',
  'division_remainder',
  'bit_decomposition',
  'bit_composition',
  'bit_shift',
  'bitwise',
  'fri_lin_inter',
  'fri_array_swap',
  'gate_arg_verifier',
  'permutation_arg_verifier',
] as const;

export type ComponentName = (typeof componentNames)[number];

const one = (name: string, width: number): ComponentPlan => fixedPlan(width, 1, 1, [name]);

/** Components with one row and one layout. */
export const addition = one('addition', 3);
export const subtraction = one('subtraction', 3);
export const multiplication = one('multiplication', 3);
export const division = one('division', 4);
export const divisionOrZero = one('division_or_zero', 5);
export const equalityFlag = one('equality_flag eq', 4);
export const inequalityFlag = one('equality_flag ne', 4);
export const linInter = one('fri_lin_inter', 5);
export const bitwise = fixedPlan(3, 1, 1, []);

/** Orders of the comparison component; signed predicates use the same. */
export type ComparisonMode = 'lt' | 'le' | 'gt' | 'ge';

/**
 * The components whose layout depends on parameters. Three of them keep the range of widths that their first use in the
 * run allowed, so that plans depend on the order of uses: one object serves one run.
 */
export class Components {
  private comparisonFinish: number | undefined;
  private rangeCheckFinish: number | undefined;
  private swapFinish: number | undefined;
  private readonly plans = new Map<string, ComponentPlan>();

  /** x ⋚ y for values of `bits` bits, 1 to 254. */
  comparison(bits: number, mode: ComparisonMode): ComponentPlan {
    checkBits(bits);
    this.comparisonFinish ??= Math.max(4, ceilDivide(bits, 28) + 1);
    const finish = this.comparisonFinish;
    return this.plan(`comparison ${bits} ${mode}`, () =>
      choosePlan({
        widths: widthRange(3, finish),
        rows: (w) => comparisonRows(w, bits),
        gates: () => 2 + (bits % 2),
        selectors: (w) => [
          `comparison_flag range ${w}`,
          `comparison_flag ${mode} ${w === 3 ? 'narrow' : 'wide'}`,
          ...(bits % 2 === 1 ? [`comparison_flag odd ${w} ${comparisonPadding(w, bits)}`] : []),
        ],
      }),
    );
  }

  /** Quotient and remainder of values of `bits` bits, with range checks of dividend and divisor. */
  divisionRemainder(bits: number): ComponentPlan {
    checkBits(bits);
    this.rangeCheckFinish ??= Math.max(3, Math.floor(bits / 2) + 2);
    // Merging the component's own range [3, 6) with the range check's takes the larger of both finishes.
    const finish = Math.max(6, this.rangeCheckFinish);
    return this.plan(`division_remainder ${bits}`, () =>
      choosePlan({
        widths: widthRange(3, finish),
        rows: (w) => 4 * (1 + ceilDivide(bits, 2 * (w - 1))) + 1 + (w < 5 ? 1 : 0),
        gates: () => 2 + (bits % 2),
        selectors: (w) => [
          `division_remainder ${Math.min(w, 5)}`,
          `range_check ${w}`,
          ...(bits % 2 === 1 ? [`range_check odd ${w}`] : []),
        ],
      }),
    );
  }

  bitDecomposition(bits: number): ComponentPlan {
    return this.bitBuilder(bits);
  }

  /** Composition that also checks that its inputs are bits. */
  bitComposition(bits: number): ComponentPlan {
    return this.bitBuilder(bits);
  }

  /** Shift of `bits` bits by `amount`. */
  bitShift(bits: number, amount: number, direction: 'left' | 'right'): ComponentPlan {
    checkBits(bits);
    const composed = direction === 'right' ? bits - amount : bits;
    if (composed <= 0) throw new ComponentError('a right shift must leave a bit');
    return this.plan(`bit_shift ${bits} ${composed}`, () =>
      choosePlan({
        widths: widthRange(3, Math.max(bitBuilderFinish(bits), bitBuilderFinish(composed))),
        rows: (w) => checkedBitRows(w, bits) + 3 * Math.max(1, ceilDivide(composed - 1, 3 * w - 2)),
        gates: () => 2,
        selectors: (w) => [`bit_builder checked ${w}`, `bit_builder unchecked ${w}`],
      }),
    );
  }

  /** Conditional swap of `pairs` pairs. */
  arraySwap(pairs: number): ComponentPlan {
    this.swapFinish ??= 5 + 4 * (pairs - 1) + 1;
    const finish = this.swapFinish;
    return this.plan(`fri_array_swap ${pairs}`, () =>
      choosePlan({
        widths: widthRange(5, finish, 4),
        rows: (w) => ceilDivide(2 * pairs, (w - 1) / 4),
        gates: () => 1,
        selectors: (w) => [`fri_array_swap ${w}`],
      }),
    );
  }

  /** @param sizes how many constraints each gate has, at least 1 */
  gateArgVerifier(sizes: readonly number[]): ComponentPlan {
    return this.plan(`gate_arg_verifier ${sizes.join()}`, () => {
      const smallest = Math.min(...sizes);
      const horner = Math.max(...sizes) > 1 || sizes.length > 1;
      const total = sizes.reduce((sum, size) => sum + size, 0);
      const last = sizes.at(-1) ?? 0;
      return choosePlan({
        widths: widthRange(3, 15),
        rows: (w) =>
          sizes.reduce((rows, size) => rows + (size === 1 ? 1 : hornerRows(w, size - 1)), 0) +
          (sizes.length > 1 ? hornerRows(w, total - last) : 0),
        gates: (w) => (smallest === 1 ? 1 : 0) + (horner ? 2 * w : 0),
        selectors: (w) => [...(smallest === 1 ? ['multiplication'] : []), ...(horner ? hornerSelectors(w) : [])],
      });
    });
  }

  permutationArgVerifier(size: number): ComponentPlan {
    return fixedPlan(
      6,
      size + 2,
      4,
      [0, 1, 2, 3].map((gate) => `permutation_arg_verifier ${gate}`),
    );
  }

  private bitBuilder(bits: number): ComponentPlan {
    checkBits(bits);
    return this.plan(`bit_builder ${bits}`, () =>
      choosePlan({
        widths: widthRange(3, bitBuilderFinish(bits)),
        rows: (w) => checkedBitRows(w, bits),
        gates: () => 1,
        selectors: (w) => [`bit_builder checked ${w}`],
      }),
    );
  }

  private plan(key: string, make: () => ComponentPlan): ComponentPlan {
    let plan = this.plans.get(key);
    if (plan === undefined) {
      plan = make();
      this.plans.set(key, plan);
    }
    return plan;
  }
}

/** @throws ComponentError as the components do for sizes that the field cannot hold */
function checkBits(bits: number): void {
  if (!(bits > 0 && bits < MODULUS_BITS)) throw new ComponentError(`bits amount ${bits} is not between 1 and 254`);
}

function comparisonRows(width: number, bits: number): number {
  const bitsPerTwoRows = 2 * (1 + Math.floor((width - 3) / 2));
  return 2 * ceilDivide(bits, bitsPerTwoRows) + 1 + (width <= 3 ? 1 : 0);
}

/** Unused 2-bit chunks before the first. */
function comparisonPadding(width: number, bits: number): number {
  const chunks = 1 + Math.floor((width - 3) / 2);
  return Math.floor((ceilDivide(bits, 2 * chunks) * chunks * 2 - bits) / 2);
}

function bitBuilderFinish(bits: number): number {
  return Math.max(4, Math.floor(bits / 3) + 2);
}

/** A gate spans three rows, of which two cells carry the running sum. */
function checkedBitRows(width: number, bits: number): number {
  return 3 * ceilDivide(bits, 3 * width - 2);
}

/** Rows of one Horner evaluation of degree `degree`. */
function hornerRows(width: number, degree: number): number {
  const needsExtraRow = ((2 * degree - 1) % (width - 1)) + 1 >= width - 3;
  return ceilDivide(2 * degree, width - 1) + (needsExtraRow ? 1 : 0);
}

/** All gates of a Horner evaluation are registered, used or not; some are the same for all widths. */
function hornerSelectors(width: number): string[] {
  const selectors = ['horner first'];
  for (const gate of [2, 3, 5, 6, 7]) selectors.push(`horner ${gate} ${width}`);
  for (let column = 3; column < width; column++) selectors.push(`horner step ${column}`);
  for (let column = 2; column < width - 1; column++) selectors.push(`horner last ${width} ${column}`);
  return selectors;
}
