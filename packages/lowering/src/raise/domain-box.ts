import {
  dimensionsOf, evaluateForm, extent, LinearForm, loadTerm, reduceTerm, substituteTerm, walkTerm, withSubstitutedBounds,
  type Dimension, type ExtremumVariable, type Guard, type IndexSpace, type ReduceTerm,
  type StructuredStatement, type Term,
} from '@mlir2zk/zk-intrinsics';
import { Decline } from './decline.js';
import { constantBounds, intervalOf, type Interval } from './interval.js';
import type { Write } from './write.js';

/** Points at which bounds that vary are looked at, at most. */
const POINT_BUDGET = 1_000_000;

/**
 * The statement that `write` is, over boxes: parallel dimensions start at 0, and a reduction over a
 * window that a border cuts off becomes one over the whole window with a guard. Declines if the
 * domain is of another shape.
 */
export function boxedStatement(space: IndexSpace, write: Write): StructuredStatement {
  const { memref, op } = write;
  if (write.value === undefined) throw new Decline('its result depends on the last of a varying number of iterations', op);
  const boxes: Dimension[] = [];
  const replaced = new Map<number, LinearForm>();
  for (const dimension of write.dimensions) {
    const bounds = constantBounds(dimension);
    if (bounds === undefined) throw new Decline('the bounds of a loop over elements of the output vary', op);
    const box = space.box(bounds.most - bounds.least + 1);
    const falls = write.subscripts.some((form) => form.coefficient(dimension) < 0);
    boxes.push(box);
    replaced.set(dimension.id, falls ? LinearForm.of(box, -1).plus(bounds.most) : LinearForm.of(box).plus(bounds.least));
  }
  const boxed = write.subscripts.map((form) => space.substitute(form, replaced));
  const { dimensions, digits } = withJoinedDigits(space, boxes, boxed);
  const subscripts = boxed.map((form) => space.substitute(form, digits));
  const value = substituteTerm(space, substituteTerm(space, write.value, { dimensions: replaced }), { dimensions: digits });
  return { output: loadTerm(memref, subscripts), dimensions, guards: [], value: boxTerm(space, value), location: op.location };
}

/**
 * A subscript such as 8·g + c, with c in [0, 8), takes each value once: g and c are the digits of one
 * dimension q. The old dimensions as forms over the new ones: g = q floordiv 8, c = q − 8·g.
 */
function withJoinedDigits(
  space: IndexSpace,
  boxes: readonly Dimension[],
  subscripts: readonly LinearForm[],
): { readonly dimensions: readonly Dimension[]; readonly digits: ReadonlyMap<number, LinearForm> } {
  const digits = new Map<number, LinearForm>();
  const dimensions = new Set(boxes);
  for (const form of subscripts) {
    if (form.terms.length < 2) continue;
    const own: { readonly box: Dimension; readonly weight: number }[] = [];
    for (const { variable, coefficient } of form.terms)
      if (variable.kind === 'dimension' && subscripts.filter((other) => dimensionsOf(other).has(variable)).length === 1)
        own.push({ box: variable, weight: coefficient });
    own.sort((a, b) => a.weight - b.weight);
    let count = 1; // of the values of all digits so far
    const complete = own.length === form.terms.length && own.every(({ box, weight }) => {
      const next = weight === count;
      count *= extent(box);
      return next;
    });
    if (!complete) continue;
    const joined = space.box(count);
    dimensions.add(joined);
    let [higher, higherWeight] = [LinearForm.constant(0), count]; // the number that the digits of higher weight form
    for (const { box, weight } of own.toReversed()) {
      const upToHere = space.floorDivide(LinearForm.of(joined), weight);
      digits.set(box.id, upToHere.subtract(higher.scale(higherWeight / weight)));
      [higher, higherWeight] = [upToHere, weight];
      dimensions.delete(box);
    }
  }
  return { dimensions: [...dimensions], digits };
}

function boxTerm(space: IndexSpace, term: Term): Term {
  switch (term.kind) {
    case 'chain':
    case 'apply': {
      const operands = term.operands.map((operand) => boxTerm(space, operand));
      return { ...term, operands };
    }
    case 'reduce':
      return boxReduction(space, term);
    case 'constant':
    case 'load':
    case 'value':
    case 'index':
      return term;
  }
}

function boxReduction(space: IndexSpace, term: ReduceTerm): Term {
  let current = term;
  const boxes: Dimension[] = [];
  const guards: Guard[] = [...term.guards];
  while (current.dimensions.length > 0) {
    const boxed = boxFirstDimension(space, withoutExtrema(space, current));
    guards.push(...boxed.guards);
    boxes.push(boxed.box);
    current = boxed.rest;
  }
  const body = boxTerm(space, current.body);
  const ones = new Map(boxes.filter((box) => extent(box) === 1).map((box) => [box.id, LinearForm.constant(0)]));
  const falling = boxes.filter((box) => extent(box) !== 1 && alwaysFalls(body, box));
  const replaced = new Map([
    ...ones,
    ...falling.map((box) => [box.id, LinearForm.of(box, -1).plus(extent(box) - 1)] as const),
  ]);
  return reduceTerm(
    term.operator,
    boxes.filter((box) => !ones.has(box.id)),
    guards.map(({ form, extent: size }) => ({ form: space.substitute(form, replaced), extent: size })),
    substituteTerm(space, body, { dimensions: replaced }),
  );
}

/** Whether all subscripts that depend on `box` fall when it grows: the loop then runs backwards. */
function alwaysFalls(body: Term, box: Dimension): boolean {
  const slopes: number[] = [];
  walkTerm(body, (leaf) => {
    if (leaf.kind === 'load') slopes.push(...leaf.subscripts.map((form) => form.coefficient(box)).filter((slope) => slope !== 0));
  });
  return slopes.length > 0 && slopes.every((slope) => slope < 0);
}

interface BoxedDimension {
  readonly box: Dimension;
  readonly guards: readonly Guard[];
  /** The reduction over the other dimensions. */
  readonly rest: ReduceTerm;
}

/**
 * Takes the first dimension off a reduction and replaces it by a box. Where its bounds vary, it is
 * counted from 0 or, if borders do not explain the bounds then, from one of its lower bounds.
 */
function boxFirstDimension(space: IndexSpace, term: ReduceTerm): BoxedDimension {
  const [dimension, ...others] = term.dimensions as readonly [Dimension, ...Dimension[]]; // not empty
  const starts = [LinearForm.constant(0), ...dimension.lower.filter((form) => form.constantValue === undefined)];
  const candidates = starts.map((start) => {
    const counted = space.dimension(
      dimension.lower.map((form) => form.subtract(start)),
      dimension.upper.map((form) => form.subtract(start)),
    );
    const hull = hullOf(counted);
    const box = space.box(hull.most - hull.least + 1);
    const replaced = new Map([[dimension.id, LinearForm.of(box).plus(hull.least).add(start)]]);
    return { counted, hull, box, rest: substituteInRest(space, term, others, replaced) };
  });
  for (const { counted, hull, box, rest } of candidates) {
    const guards = borderGuardsOf(counted, box, hull, rest.body);
    if (guards !== undefined) return { box, guards, rest };
  }
  const [{ counted, hull, box, rest }] = candidates as [(typeof candidates)[number]]; // at least the start at 0
  return { box, guards: linearGuards(counted, box, hull), rest };
}

/** `term` with one dimension taken off its front and replaced everywhere. */
function substituteInRest(space: IndexSpace, term: ReduceTerm, rest: readonly Dimension[], replaced: Map<number, LinearForm>): ReduceTerm {
  const map = new Map(replaced);
  const dimensions = rest.map((dimension) => {
    const renamed = withSubstitutedBounds(space, dimension, map);
    if (renamed !== dimension) map.set(dimension.id, LinearForm.of(renamed));
    return renamed;
  });
  return { ...term, dimensions, body: substituteTerm(space, term.body, { dimensions: map }) };
}

// Windows ----------------------------------------------------------------------------------------------------------
//
// A pooling window that starts at max(0, s·o − p) and counts k from there reads x[k + max(0, s·o − p)]. Counted
// from s·o − p instead, which is one of the two forms of the maximum, w = k + max(0, s·o − p) − (s·o − p), the access
// is linear: x[w + s·o − p]. The bounds of w then vary with o; they are what the border leaves of the window.

/** Replaces dimensions of `term` so that no maximum or minimum is left in subscripts, where that is possible. */
function withoutExtrema(space: IndexSpace, term: ReduceTerm): ReduceTerm {
  let current = term;
  for (;;) {
    const place = findExtremum(current);
    if (place === undefined) return current;
    // The start of a window moves with the output; the other form is the border, mostly a constant.
    const bases = [...place.variable.forms].sort((a, b) => b.terms.length - a.terms.length);
    const shifted = firstDefined(bases, (base) => shiftedWindow(space, current, place, base));
    if (shifted === undefined) throw new Decline('a subscript holds a maximum or minimum that is no start of a window');
    current = shifted;
  }
}

function firstDefined<T, R>(items: readonly T[], compute: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = compute(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

interface ExtremumPlace {
  readonly variable: ExtremumVariable;
  readonly factor: number;
  readonly dimension: Dimension;
  readonly coefficient: number;
}

/** The first subscript factor·max(…) + coefficient·dimension + … in `term`, for a dimension that it binds. */
function findExtremum(term: ReduceTerm): ExtremumPlace | undefined {
  let place: ExtremumPlace | undefined;
  walkTerm(term.body, (leaf) => {
    if (leaf.kind !== 'load' || place !== undefined) return;
    for (const form of leaf.subscripts)
      for (const { variable, coefficient: factor } of form.terms) {
        if (variable.kind !== 'max' && variable.kind !== 'min') continue;
        const inside = dimensionsOf(LinearForm.of(variable));
        const own = form.terms.find(
          (other) => other.variable.kind === 'dimension' && term.dimensions.includes(other.variable) && !inside.has(other.variable),
        );
        if (own === undefined || own.variable.kind !== 'dimension') continue;
        place = { variable, factor, dimension: own.variable, coefficient: own.coefficient };
        return;
      }
  });
  return place;
}

/**
 * `term` with w = d + factor·(extremum − base)/coefficient in place of d; undefined if the quotient is no integer
 * everywhere, or if the extremum does not vanish from the body.
 */
function shiftedWindow(space: IndexSpace, term: ReduceTerm, place: ExtremumPlace, base: LinearForm): ReduceTerm | undefined {
  const { variable, factor, dimension, coefficient } = place;
  if (Math.abs(factor) !== 1) return undefined;
  const distance = LinearForm.of(variable).subtract(base).scale(factor);
  if (!everywhere(distance, (value) => value % coefficient === 0)) return undefined;
  // As a variable of its own the shift cancels against the extremum: extremum = base + coefficient·shift/factor.
  const shift = space.floorDivide(distance, coefficient);
  const opaque = LinearForm.of(space.box(1));
  const window = space.dimension(
    dimension.lower.map((form) => form.add(shift)),
    dimension.upper.map((form) => form.add(shift)),
  );
  const replaced = new Map([
    [dimension.id, LinearForm.of(window).subtract(opaque)],
    [variable.id, base.add(opaque.scale(coefficient * factor))],
  ]);
  const hidden = opaque.bareVariable as Dimension; // made of a dimension
  const body = substituteTerm(space, term.body, { dimensions: replaced });
  if (mentions(body, hidden)) return undefined;
  const dimensions = term.dimensions.map((other) => (other === dimension ? window : other));
  if (dimensions.some((other) => other !== window && boundsDependOn(other, dimension))) return undefined;
  return { ...term, dimensions, body };
}

function boundsDependOn(dimension: Dimension, other: Dimension): boolean {
  return [...dimension.lower, ...dimension.upper].some((form) => dimensionsOf(form).has(other));
}

function mentions(term: Term, dimension: Dimension): boolean {
  let found = false;
  const look = (form: LinearForm): void => {
    found ||= dimensionsOf(form).has(dimension);
  };
  walkTerm(term, (leaf) => {
    if (leaf.kind === 'load') leaf.subscripts.forEach(look);
    else if (leaf.kind === 'index') look(leaf.form);
    else if (leaf.kind === 'reduce') for (const { lower, upper } of leaf.dimensions) [...lower, ...upper].forEach(look);
  });
  return found;
}

/** Whether `holds` for the value of `form` at every point of the box of its dimensions. */
function everywhere(form: LinearForm, holds: (value: number) => boolean): boolean {
  return !somewhere([...dimensionsOf(form)], (point) => !holds(evaluateForm(form, point)));
}

/**
 * Visits the points of the box of `dimensions` until `visit` says true, and says whether it did.
 * Declines if a dimension is no box, or if there are too many points.
 */
function somewhere(dimensions: readonly Dimension[], visit: (point: ReadonlyMap<number, number>) => boolean): boolean {
  let points = 1;
  const ranges = dimensions.map((dimension): readonly [number, Interval] => {
    const bounds = constantBounds(dimension);
    if (bounds === undefined) throw new Decline('the bounds of a loop vary with a loop whose bounds vary');
    points *= bounds.most - bounds.least + 1;
    return [dimension.id, bounds];
  });
  if (points > POINT_BUDGET) throw new Decline(`the bounds of a loop vary over more than ${POINT_BUDGET} points`);
  const point = new Map<number, number>();
  const walk = (depth: number): boolean => {
    const range = ranges[depth];
    if (range === undefined) return visit(point);
    const [id, { least, most }] = range;
    for (let value = least; value <= most; value++) {
      point.set(id, value);
      if (walk(depth + 1)) return true;
    }
    return false;
  };
  return walk(0);
}

function boundsAt({ lower, upper }: Dimension, point: ReadonlyMap<number, number>): Interval {
  const least = Math.max(...lower.map((form) => evaluateForm(form, point)));
  const most = Math.min(...upper.map((form) => evaluateForm(form, point))) - 1;
  return { least, most };
}

function boundDimensions({ lower, upper }: Dimension): Dimension[] {
  const found = new Set<Dimension>();
  for (const form of [...lower, ...upper]) dimensionsOf(form, found);
  return [...found];
}

/** The smallest interval that holds all values of `dimension`. */
function hullOf(dimension: Dimension): Interval {
  let least = Infinity;
  let most = -Infinity;
  somewhere(boundDimensions(dimension), (point) => {
    const range = boundsAt(dimension, point);
    if (range.least <= range.most) {
      least = Math.min(least, range.least);
      most = Math.max(most, range.most);
    }
    return false;
  });
  if (least > most) throw new Decline('a loop of a reduction has no iterations');
  return { least, most };
}

/**
 * The borders of arrays that keep `dimension` inside its bounds when it runs over `box`, its hull,
 * instead; undefined if there are none that explain the bounds.
 */
function borderGuardsOf(dimension: Dimension, box: Dimension, hull: Interval, body: Term): Guard[] | undefined {
  const outer = boundDimensions(dimension);
  const varies = somewhere(outer, (point) => {
    const range = boundsAt(dimension, point);
    return range.least !== hull.least || range.most !== hull.most;
  });
  if (!varies) return [];
  const border = borderGuards(body, box, new Set([...outer, box]));
  const unexplained = somewhere(outer, (point) => {
    const range = boundsAt(dimension, point);
    const left = border.map((guard) => allowedBy(guard, box, point));
    const least = Math.max(0, ...left.map((interval) => interval.least)) + hull.least;
    const most = Math.min(hull.most - hull.least, ...left.map((interval) => interval.most)) + hull.least;
    const bothEmpty = least > most && range.least > range.most;
    return !bothEmpty && (least !== range.least || most !== range.most);
  });
  return unexplained ? undefined : border.filter(({ form, extent: size }) => !isAlwaysInside(form, size));
}

/** The bounds of `dimension` as guards of `box`. Declines if they are not linear. */
function linearGuards(dimension: Dimension, box: Dimension, hull: Interval): Guard[] {
  const position = LinearForm.of(box).plus(hull.least);
  const forms = [
    ...dimension.lower.map((form) => position.subtract(form)),
    ...dimension.upper.map((form) => form.subtract(position).plus(-1)),
  ];
  if (forms.some((form) => form.terms.some(({ variable }) => variable.kind !== 'dimension')))
    throw new Decline('the bounds of a loop of a reduction vary in a way that no border explains');
  return forms.map((form) => ({ form, extent: Infinity }));
}

/** The values of `box` for which a guard that is linear in it holds at `point`. */
function allowedBy({ form, extent: size }: Guard, box: Dimension, point: ReadonlyMap<number, number>): Interval {
  const slope = form.coefficient(box);
  const rest = evaluateForm(form.without(box), point);
  return slope > 0
    ? { least: Math.ceil(-rest / slope), most: Math.ceil((size - rest) / slope) - 1 }
    : { least: Math.floor((rest - size) / -slope) + 1, most: Math.floor(rest / -slope) };
}

/** Whether 0 ≤ form < size at all points: the interval of a form over boxes is exact. */
function isAlwaysInside(form: LinearForm, size: number): boolean {
  const { least, most } = intervalOf(form);
  return least >= 0 && most < size;
}

/** That the subscripts in `body` that follow `box` and depend on `dimensions` only stay inside their arrays. */
function borderGuards(body: Term, box: Dimension, dimensions: ReadonlySet<Dimension>): Guard[] {
  const found = new Map<string, Guard>();
  walkTerm(body, (leaf) => {
    if (leaf.kind !== 'load' || leaf.memref.type.kind !== 'memref') return;
    for (const [axis, form] of leaf.subscripts.entries()) {
      const size = leaf.memref.type.shape[axis];
      if (size === undefined || size < 0 || form.coefficient(box) === 0) continue;
      if (form.terms.every(({ variable }) => variable.kind === 'dimension' && dimensions.has(variable)))
        found.set(`${form.key} < ${size}`, { form, extent: size });
    }
  });
  return [...found.values()];
}

