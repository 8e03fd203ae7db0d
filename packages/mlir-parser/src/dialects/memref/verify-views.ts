import type { Attribute } from '../../ir/attribute.js';
import { denseArrayIntegers } from '../../ir/dense-array.js';
import { opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import { dynamicDimension, type MemRefType } from '../../ir/type.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { dynamicIndex } from '../dynamic-index.js';
import { product, stridesAndOffset, type StridesAndOffset, sum } from '../memref-strides.js';
import { operandSegments } from '../operand-segments.js';

/** `offsets`, `sizes` or `strides`: constants, undefined where an operand stands. */
function statics(op: Operation, name: string): (bigint | undefined)[] {
  return denseArrayIntegers(op.attribute(`static_${name}`)).map((value) => (value === dynamicIndex ? undefined : value));
}

interface ViewShape {
  readonly offsets: readonly (bigint | undefined)[];
  readonly sizes: readonly (bigint | undefined)[];
  readonly strides: readonly (bigint | undefined)[];
}

/** What the three lists of a view must be like, `rank` dimensions each but for the offsets; MLIR's `OffsetSizeAndStrideOpInterface`. */
function verifyLists(op: Operation, { offsets, sizes, strides }: ViewShape, numOffsets: number, rank: number): string | undefined {
  if (!(offsets.length === 1 && numOffsets === 1) && offsets.length !== sizes.length)
    return `expected mixed offsets rank to match mixed sizes rank (${offsets.length} vs ${sizes.length}) so the rank of the result type is well-formed.`;
  if (sizes.length !== strides.length)
    return `expected mixed sizes rank to match mixed strides rank (${sizes.length} vs ${strides.length}) so the rank of the result type is well-formed.`;
  const groups = operandSegments(op);
  for (const [index, [name, list, count]] of ([['offset', offsets, numOffsets], ['size', sizes, rank], ['stride', strides, rank]] as const).entries()) {
    if (list.length !== count) return `expected ${count} ${name} values, got ${list.length}`;
    const dynamic = list.filter((value) => value === undefined).length;
    if (dynamic !== (groups[index + 1]?.length ?? 0)) return `expected ${dynamic} dynamic ${name} values`;
  }
  const negative = (list: readonly (bigint | undefined)[]): bigint | undefined => list.find((value) => value !== undefined && value < 0n);
  if (negative(offsets) !== undefined) return `expected offsets to be non-negative, but got ${negative(offsets)}`;
  if (negative(sizes) !== undefined) return `expected sizes to be non-negative, but got ${negative(sizes)}`;
  return undefined;
}

const shapeOf = (op: Operation): ViewShape => ({ offsets: statics(op, 'offsets'), sizes: statics(op, 'sizes'), strides: statics(op, 'strides') });
const sizeOf = (size: bigint | undefined): number => (size === undefined ? dynamicDimension : Number(size));

export function verifyMemrefSubview(op: Operation): Diagnostic[] {
  const source = op.operand(0).type;
  const result = op.result(0).type;
  if (source.kind !== 'memref' || result.kind !== 'memref') return [];
  const shape = shapeOf(op);
  const complaint = verifyLists(op, shape, source.shape.length, source.shape.length) ?? complaintAboutSubview(source, result, shape);
  return complaint === undefined ? [] : [opError(op, complaint)];
}

function complaintAboutSubview(source: MemRefType, result: MemRefType, { offsets, sizes, strides }: ViewShape): string | undefined {
  if (source.memorySpace !== result.memorySpace)
    return `different memory spaces specified for base memref type '${typeText(source)}' and subview memref type '${typeText(result)}'`;
  const base = stridesAndOffset(source);
  if (base === undefined) return `base type '${typeText(source)}' is not strided`;
  const inferred: StridesAndOffset = {
    strides: base.strides.map((stride, index) => product(stride, strides[index])),
    offset: offsets.reduce((total, offset, index) => sum(total, product(offset, base.strides[index])), base.offset),
  };
  const expected = `expected result type to be '${expectedText(source, sizes, inferred)}' or a rank-reduced version.`;
  if (result.shape.length > sizes.length) return 'expected result rank to be smaller or equal to the source rank. ';
  if (!isRankReducedShape(sizes.map(sizeOf), result.shape)) return `${expected} (mismatch of result sizes) `;
  if (result.elementType !== source.elementType) return `expected result element type to be '${typeText(source.elementType)}'`;
  const actual = stridesAndOffset(result);
  const dropped = actual === undefined || actual.offset !== inferred.offset ? undefined : droppedDimensions(sizes, inferred.strides, actual.strides);
  if (actual === undefined || dropped === undefined) return `${expected} (mismatch of result layout) `;
  const kept = inferred.strides.filter((_, index) => !dropped.has(index));
  return kept.every((stride, index) => stride === actual.strides[index]) ? undefined : `${expected} (mismatch of result layout) `;
}

function expectedText(source: MemRefType, sizes: readonly (bigint | undefined)[], { strides, offset }: StridesAndOffset): string {
  const shape = sizes.map((size) => `${size ?? '?'}x`).join('');
  const place = offset === 0n ? '' : `, offset: ${offset ?? '?'}`;
  return `memref<${shape}${typeText(source.elementType)}, strided<[${strides.map((stride) => stride ?? '?').join(', ')}]${place}>>`;
}

/** Whether `reduced` is `original` without some of its ones. */
function isRankReducedShape(original: readonly number[], reduced: readonly number[]): boolean {
  let next = 0;
  for (const size of original) {
    if (next < reduced.length && size === reduced[next]) next++;
    else if (size !== 1) return false;
  }
  return next === reduced.length;
}

/** The dimensions of size 1 that a rank-reduced result leaves out, told by the strides; undefined if these do not fit. */
function droppedDimensions(
  sizes: readonly (bigint | undefined)[], original: readonly (bigint | undefined)[], reduced: readonly (bigint | undefined)[],
): ReadonlySet<number> | undefined {
  if (original.length === reduced.length) return new Set();
  const dropped = new Set(sizes.flatMap((size, index) => (size === 1n ? [index] : [])));
  if (dropped.size + reduced.length === original.length) return dropped;
  const count = (strides: readonly (bigint | undefined)[], stride: bigint | undefined): number => strides.filter((other) => other === stride).length;
  const remaining = [...original];
  for (const dimension of [...dropped]) {
    const stride = original[dimension];
    if (count(remaining, stride) > count(reduced, stride)) remaining.splice(remaining.indexOf(stride), 1);
    else if (count(remaining, stride) === count(reduced, stride)) dropped.delete(dimension);
    else return undefined;
  }
  return dropped.size + reduced.length === original.length ? dropped : undefined;
}

export function verifyMemrefReinterpretCast(op: Operation): Diagnostic[] {
  const source = op.operand(0).type;
  const result = op.result(0).type;
  if ((source.kind !== 'memref' && source.kind !== 'unranked-memref') || result.kind !== 'memref') return [];
  const shape = shapeOf(op);
  const complain = (message: string): Diagnostic[] => [opError(op, message)];
  const lists = verifyLists(op, shape, 1, result.shape.length);
  if (lists !== undefined) return complain(lists);
  const both = `source type '${typeText(source)}' and result memref type '${typeText(result)}'`;
  if (source.memorySpace !== result.memorySpace) return complain(`different memory spaces specified for ${both}`);
  if (source.elementType !== result.elementType) return complain(`different element types specified for ${both}`);
  const differs = (expected: bigint | undefined, actual: bigint | undefined): boolean =>
    expected !== undefined && actual !== undefined && expected !== actual;
  for (const [index, size] of result.shape.entries()) {
    const expected = shape.sizes[index];
    if (differs(expected, size === dynamicDimension ? undefined : BigInt(size)))
      return complain(`expected result type with size = ${expected} instead of ${size} in dim = ${index}`);
  }
  const actual = stridesAndOffset(result);
  if (actual === undefined) return complain(`expected result type to have strided layout but found '${typeText(result)}'`);
  const [offset] = shape.offsets;
  if (differs(offset, actual.offset)) return complain(`expected result type with offset = ${offset} instead of ${actual.offset}`);
  for (const [index, stride] of actual.strides.entries())
    if (differs(shape.strides[index], stride))
      return complain(`expected result type with stride = ${shape.strides[index]} instead of ${stride} in dim = ${index}`);
  return [];
}

export function verifyMemrefView(op: Operation): Diagnostic[] {
  const base = op.operand(0).type;
  const view = op.result(0).type;
  if (base.kind !== 'memref' || view.kind !== 'memref') return [];
  const complain = (message: string): Diagnostic[] => [opError(op, message)];
  if (base.layout !== undefined) return complain(`unsupported map for base memref type '${typeText(base)}'`);
  if (view.layout !== undefined) return complain(`unsupported map for result memref type '${typeText(view)}'`);
  if (base.memorySpace !== view.memorySpace)
    return complain(`different memory spaces specified for base memref type '${typeText(base)}' and view memref type '${typeText(view)}'`);
  const dynamic = view.shape.filter((size) => size === dynamicDimension).length;
  return dynamic === op.numOperands - 2 ? [] : complain(`incorrect number of size operands for type '${typeText(view)}'`);
}

/** The groups of dimensions; undefined if the attribute is no list of lists of integers. */
function groupsOf(attribute: Attribute | undefined): number[][] | undefined {
  if (attribute?.kind !== 'array') return undefined;
  const groups: number[][] = [];
  for (const group of attribute.elements) {
    if (group.kind !== 'array') return undefined;
    const dimensions = group.elements.map((dimension) => (dimension.kind === 'integer' ? Number(dimension.value) : -1));
    groups.push(dimensions);
  }
  return groups;
}

function complaintAboutGroups(collapsed: readonly number[], expanded: readonly number[], groups: readonly (readonly number[])[], allowSeveralDynamic: boolean): string | undefined {
  if (collapsed.length !== groups.length) return `invalid number of reassociation groups: found ${groups.length}, expected ${collapsed.length}`;
  let next = 0;
  for (const [index, group] of groups.entries()) {
    if (group.some((dimension) => dimension !== next++)) return 'reassociation indices must be contiguous';
    if (next > expanded.length) return `expanded rank (${expanded.length}) inconsistent with number of reassociation indices (${next})`;
    const sizes = group.map((dimension) => expanded[dimension]);
    const dynamic = sizes.filter((size) => size === dynamicDimension).length;
    if (dynamic > 1 && !allowSeveralDynamic) return 'at most one dimension in a reassociation group may be dynamic';
    if ((collapsed[index] === dynamicDimension) !== dynamic > 0) return `collapsed dim (${index}) must be dynamic if and only if reassociation group is dynamic`;
    const size = sizes.reduce((total, factor) => total * factor, 1);
    if (dynamic === 0 && size !== collapsed[index]) return `collapsed dim size (${collapsed[index]}) must equal reassociation group size (${size})`;
  }
  if (collapsed.length === 0) return expanded.some((size) => size !== 1) ? 'rank 0 memrefs can only be extended/collapsed with/from ones' : undefined;
  return next === expanded.length ? undefined : `expanded rank (${expanded.length}) inconsistent with number of reassociation indices (${next})`;
}

export function verifyMemrefExpandShape(op: Operation): Diagnostic[] {
  const source = op.operand(0).type;
  const result = op.result(0).type;
  const groups = groupsOf(op.attribute('reassociation'));
  if (source.kind !== 'memref' || result.kind !== 'memref' || groups === undefined) return [];
  const complain = (message: string): Diagnostic[] => [opError(op, message)];
  const complaint = complaintAboutGroups(source.shape, result.shape, groups, true);
  if (complaint !== undefined) return complain(complaint);
  const output = statics(op, 'output_shape');
  if (output.length !== result.shape.length)
    return complain(`expected number of static shape bounds to be equal to the output rank (${result.shape.length}) but found ${output.length} inputs instead`);
  const dynamic = output.filter((size) => size === undefined).length;
  if (dynamic !== op.numOperands - 1)
    return complain(`mismatch in dynamic dims in output_shape and static_output_shape: static_output_shape has ${dynamic} dynamic dims while output_shape has ${op.numOperands - 1} values`);
  const wrong = output.findIndex((size, index) => size !== undefined && sizeOf(size) !== result.shape[index]);
  return wrong < 0 ? [] : complain(`invalid output shape provided at pos ${wrong}`);
}

export function verifyMemrefCollapseShape(op: Operation): Diagnostic[] {
  const source = op.operand(0).type;
  const result = op.result(0).type;
  const groups = groupsOf(op.attribute('reassociation'));
  if (source.kind !== 'memref' || result.kind !== 'memref' || groups === undefined) return [];
  const complaint = complaintAboutGroups(result.shape, source.shape, groups, true);
  if (complaint !== undefined) return [opError(op, complaint)];
  return source.layout !== undefined && !isCollapsible(source, groups) ? [opError(op, 'invalid source layout map or collapsing non-contiguous dims')] : [];
}

/** Whether the dimensions of each group may lie behind one another without gaps, as far as that is known. */
function isCollapsible(source: MemRefType, groups: readonly (readonly number[])[]): boolean {
  const layout = stridesAndOffset(source);
  if (layout === undefined) return false;
  return groups.every((group) => {
    const last = [...group].reverse().find((dimension, index) => index === group.length - 1 || source.shape[dimension] !== 1) ?? group[group.length - 1];
    let stride = last === undefined ? undefined : layout.strides[last];
    for (const dimension of [...group].reverse().slice(0, -1)) {
      const size = source.shape[dimension];
      stride = product(stride, size === dynamicDimension ? undefined : BigInt(size));
      const outer = layout.strides[dimension - 1];
      if (stride !== undefined && outer !== undefined && stride !== outer) return false;
    }
    return true;
  });
}

export function verifyMemrefRealloc(op: Operation): Diagnostic[] {
  const source = op.operand(0).type;
  const result = op.result(0).type;
  if (source.kind !== 'memref' || result.kind !== 'memref') return [];
  const complain = (message: string): Diagnostic[] => [opError(op, message)];
  const both = `source memref type '${typeText(source)}' and result memref type '${typeText(result)}'`;
  if (source.layout !== undefined) return complain(`unsupported layout for source memref type '${typeText(source)}'`);
  if (result.layout !== undefined) return complain(`unsupported layout for result memref type '${typeText(result)}'`);
  if (source.memorySpace !== result.memorySpace) return complain(`different memory spaces specified for ${both}`);
  if (source.elementType !== result.elementType) return complain(`different element types specified for ${both}`);
  const isDynamic = result.shape.includes(dynamicDimension);
  if (isDynamic && op.numOperands < 2) return complain(`missing dimension operand for result type '${typeText(result)}'`);
  return !isDynamic && op.numOperands > 1 ? complain(`unnecessary dimension operand for result type '${typeText(result)}'`) : [];
}
