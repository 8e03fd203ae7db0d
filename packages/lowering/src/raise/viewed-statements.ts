import { dynamicDimension, type Context, type Value } from '@mlir2zk/mlir-parser';
import {
  arrayType, dimensionsOf, elementCount, joinDigits, LinearForm, loadTerm, rowMajorStrides, substituteTerm, walkTerm,
  type Dimension, type IndexSpace, type LoadTerm, type ReduceTerm, type StructuredStatement, type Term,
} from '@mlir2zk/zk-intrinsics';
import { reshapedView, transposedView, type ArrayView } from './array-view.js';

/*
 * Intrinsics expect their arrays in one layout: batch, channels, then the axes that a window slides over. Front
 * ends differ: channels stand last in tosa, an array may be flattened by quotients in its subscripts. What the
 * accesses of a statement say of the axes decides which views of its arrays are worth a try. A view changes
 * nothing of what the statement computes, so a wrong guess only costs time.
 */

/** A statement over views of the arrays of another, with the same meaning. */
export interface ViewedStatement {
  readonly statement: StructuredStatement;
  /** The views, by the value that stands for them. */
  readonly views: ReadonlyMap<Value, ArrayView>;
}

/** Combinations of views that are tried for one statement, at most. */
const COMBINATION_BUDGET = 2000;

/** One way to access an array: directly, or through a view. */
interface Access {
  readonly load: LoadTerm;
  readonly view: ArrayView | undefined;
}

/**
 * Ways to read `statement` with its arrays viewed so that parallel axes come first, then those that are summed, then
 * those with a window. Those that need few views come early. None if it has no reduction.
 */
export function* viewedStatements(context: Context, space: IndexSpace, statement: StructuredStatement): Iterable<ViewedStatement> {
  const { output, value } = statement;
  const reduction = onlyReduction(value);
  if (reduction === undefined || !isPlain(output.memref)) return;
  const loads: LoadTerm[] = [];
  walkTerm(value, (leaf) => {
    if (leaf.kind === 'load') loads.push(leaf);
  });
  const seen = new Set<string>();
  for (const windows of windowGuesses(statement, reduction, loads)) {
    const roles = { summed: new Set(reduction.dimensions), windows, places: placesOf(output, loads) };
    const options = [output, ...loads].map((load, i): Access[] => {
      const reordered = reorderedAccesses(context, statement, load, roles);
      return i === 0 ? reordered : [...reordered, ...flattenedAccesses(context, space, statement, load)];
    });
    let left = COMBINATION_BUDGET;
    for (const [target, ...sources] of combinations(options)) {
      if (left-- === 0) break;
      if (target === undefined || [target, ...sources].every(({ view }) => view === undefined)) continue;
      const key = [target, ...sources].map(({ load }) => `${load.subscripts.map((form) => form.key).join()}:${arrayType(load.memref).shape.join()}`).join(';');
      if (seen.has(key)) continue;
      seen.add(key);
      const replacements = new Map(loads.map((load, i) => [load, sources[i]?.load]));
      const viewed = substituteTerm(space, value, { load: (load) => replacements.get(load) });
      const views = [target, ...sources].flatMap(({ view }) => (view === undefined ? [] : [[view.placeholder, view] as const]));
      yield { statement: { ...statement, output: target.load, value: viewed }, views: new Map(views) };
    }
  }
}

function onlyReduction(value: Term): ReduceTerm | undefined {
  const reductions: ReduceTerm[] = [];
  walkTerm(value, (term) => {
    if (term.kind === 'reduce') reductions.push(term);
  });
  return reductions.length === 1 ? reductions[0] : undefined;
}

function isPlain(memref: Value): boolean {
  const { layout, shape } = arrayType(memref);
  return layout === undefined && !shape.includes(dynamicDimension);
}

/**
 * Which dimensions a window may slide along: those that share a subscript with a dimension of the reduction, or that
 * a subscript takes in steps. A window of one element leaves no such trace: then the axes of the larger operand of a
 * product that the other has not are looked at, with the first of them as batch or without.
 */
function windowGuesses(
  { dimensions }: StructuredStatement,
  { dimensions: summed }: ReduceTerm,
  loads: readonly LoadTerm[],
): ReadonlySet<Dimension>[] {
  const windows = new Set<Dimension>();
  for (const form of loads.flatMap(({ subscripts }) => subscripts)) {
    const inside = [...dimensionsOf(form)];
    const sliding = inside.some((dimension) => summed.includes(dimension)) && inside.length > 1;
    if (sliding || (inside.length === 1 && form.bareVariable === undefined)) for (const dimension of inside) windows.add(dimension);
  }
  if (windows.size > 0) return [windows];
  const own = loads.map((load) => {
    const others = new Set(loads.filter((other) => other !== load && other.subscripts.length > 1).flatMap(dimensionsOfLoad));
    return dimensionsOfLoad(load).filter((dimension) => dimensions.includes(dimension) && !others.has(dimension));
  });
  const most = own.reduce((a, b) => (b.length > a.length ? b : a), []);
  return [new Set(most.slice(1)), new Set(most)];
}

function dimensionsOfLoad({ subscripts }: LoadTerm): Dimension[] {
  return [...new Set(subscripts.flatMap((form) => [...dimensionsOf(form)]))];
}

/**
 * The axis of the output along which a dimension runs; for one of the reduction, that of the dimension with which it
 * shares a subscript. The axes of a window then stand in the same order everywhere.
 */
function placesOf(output: LoadTerm, loads: readonly LoadTerm[]): ReadonlyMap<Dimension, number> {
  const places = new Map<Dimension, number>();
  for (const [axis, form] of output.subscripts.entries()) for (const dimension of dimensionsOf(form)) places.set(dimension, axis);
  for (const form of loads.flatMap(({ subscripts }) => subscripts)) {
    const inside = [...dimensionsOf(form)];
    const place = inside.map((dimension) => places.get(dimension)).find((axis) => axis !== undefined);
    if (place !== undefined) for (const dimension of inside) if (!places.has(dimension)) places.set(dimension, place);
  }
  return places;
}

interface Roles {
  readonly summed: ReadonlySet<Dimension>;
  readonly windows: ReadonlySet<Dimension>;
  /** Of the dimensions that have one. */
  readonly places: ReadonlyMap<Dimension, number>;
}

/** 0 for an axis that runs along the output, 1 for one that is summed, 2 for one with a window. */
function roleOf(form: LinearForm, { summed, windows }: Roles): number {
  const inside = [...dimensionsOf(form)];
  if (inside.some((dimension) => windows.has(dimension))) return 2;
  return inside.some((dimension) => summed.has(dimension)) ? 1 : 0;
}

/** Where an axis stands among those of its role. */
function placeOf(form: LinearForm, { places }: Roles): number {
  return Math.min(...[...dimensionsOf(form)].map((dimension) => places.get(dimension) ?? Infinity), Infinity);
}

/**
 * `load` as it is, then with its axes sorted by role and place. An axis of size 1 shows no role, so it is tried
 * everywhere.
 */
function reorderedAccesses(context: Context, { location }: StructuredStatement, load: LoadTerm, roles: Roles): Access[] {
  const { memref, subscripts } = load;
  const direct = { load, view: undefined };
  if (!isPlain(memref) || subscripts.length < 2) return [direct];
  const { shape } = arrayType(memref);
  const axes = subscripts.map((form, axis) => ({ axis, form, role: roleOf(form, roles), place: placeOf(form, roles) }));
  const single = axes.filter(({ axis, form }) => shape[axis] === 1 && form.constantValue === 0);
  const others = axes.filter((axis) => !single.includes(axis));
  others.sort((a, b) => a.role - b.role || (a.place === b.place ? 0 : a.place - b.place) || a.axis - b.axis);
  const accesses: Access[] = [direct];
  for (const order of mergings(single, others)) {
    if (order.every(({ axis }, i) => axis === i)) continue;
    const view = transposedView(context, memref, order.map(({ axis }) => axis), location);
    accesses.push({ load: loadTerm(view.placeholder, order.map(({ form }) => form)), view });
  }
  return accesses;
}

/** All lists of the elements of `a` and `b` in which each keeps its order; those with `a` early come first. */
function mergings<T>(a: readonly T[], b: readonly T[]): T[][] {
  const [firstA, firstB] = [a[0], b[0]];
  if (firstA === undefined || firstB === undefined) return [[...a, ...b]];
  return [
    ...mergings(a.slice(1), b).map((rest) => [firstA, ...rest]),
    ...mergings(a, b.slice(1)).map((rest) => [firstB, ...rest]),
  ];
}

/**
 * `load` as one of an array with as many axes as its address has digits, and with further axes of size 1 before
 * them up to the rank of the output. Only where quotients in its subscripts make digits that the address does not have.
 */
function flattenedAccesses(context: Context, space: IndexSpace, { output, location }: StructuredStatement, load: LoadTerm): Access[] {
  const { memref, subscripts } = load;
  const isQuotient = (form: LinearForm): boolean => form.terms.some(({ variable }) => variable.kind === 'floordiv' || variable.kind === 'mod');
  if (!isPlain(memref) || !subscripts.some(isQuotient)) return [];
  const { shape } = arrayType(memref);
  const strides = rowMajorStrides(shape);
  const sum = subscripts.reduce((total, form, axis) => total.add(form.scale(strides[axis])), LinearForm.constant(0));
  const address = joinDigits(space, sum);
  const digits = [...address.terms].sort((x, y) => y.coefficient - x.coefficient);
  if (address.constant !== 0 || digits.at(-1)?.coefficient !== 1) return [];
  const sizes: number[] = [];
  let above = elementCount(shape);
  for (const { variable, coefficient } of digits) {
    if (variable.kind !== 'dimension' || above % coefficient !== 0) return [];
    sizes.push(above / coefficient);
    above = coefficient;
  }
  const accesses: Access[] = [];
  for (let ones = 0; ones === 0 || ones + sizes.length <= output.subscripts.length; ones++) {
    const view = reshapedView(context, memref, [...new Array<number>(ones).fill(1), ...sizes], location);
    const zeros = new Array<LinearForm>(ones).fill(LinearForm.constant(0));
    accesses.push({ load: loadTerm(view.placeholder, [...zeros, ...digits.map(({ variable }) => LinearForm.of(variable))]), view });
  }
  return accesses;
}

/** One entry of each list, in all ways; the last list runs fastest. */
function* combinations(options: readonly (readonly Access[])[]): Iterable<Access[]> {
  const [first, ...rest] = options;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const access of first) for (const others of combinations(rest)) yield [access, ...others];
}
