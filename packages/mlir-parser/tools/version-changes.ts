import type { AttributeConstraintRecord, AttributeRecord, DialectTable, OpRecord, ValueRecord, VersionChanges } from '../src/ods/dialect-table.js';

/** What version 22 writes otherwise than 19: the operations that are new, or whose form or parts have changed, and those it has no more. */
export function versionChanges(before: DialectTable, after: DialectTable): VersionChanges {
  const old = new Map(before.ops.map((op) => [op.name, op]));
  const names = new Set(after.ops.map(({ name }) => name));
  const ops = after.ops.filter((op) => {
    const former = old.get(op.name);
    if (former !== undefined && attributesIn(op).some((index) => isOpaque(after.attributeConstraints[index]))) return false;
    return former === undefined || shapeOf(former) !== shapeOf(op);
  });
  return { table: withoutUnusedConstraints({ ...after, ops }), removed: before.ops.map(({ name }) => name).filter((name) => !names.has(name)) };
}

/** The constraints of the attributes that stand in the format. */
function attributesIn({ attributes = [], format }: OpRecord): number[] {
  const text = JSON.stringify(format ?? []);
  return attributes.flatMap(([name, constraint]) => (text.includes(`"$${name}"`) ? [constraint] : []));
}

/** A property of a kind that is no attribute: how it is spelled is C++. */
function isOpaque({ storage, predicate }: AttributeConstraintRecord): boolean {
  return storage === 'Attribute' && predicate === 'true';
}

/** All that decides how an operation is read and printed. */
function shapeOf({ operands = [], results = [], attributes = [], regions = [], successors = [], format, types }: OpRecord): string {
  const values = (list: readonly ValueRecord[]): unknown => list.map(([name, , arity]) => [name, arity]);
  return JSON.stringify([values(operands), values(results), attributes.map(([name]) => name), regions, successors, format, types]);
}

/** `table` with the constraints that its operations refer to, numbered anew, and without unused enums and attributes. */
function withoutUnusedConstraints(table: DialectTable): DialectTable {
  const types = new Map<number, number>();
  const attributes = new Map<number, number>();
  const renumbered = (indices: Map<number, number>, index: number): number => {
    if (!indices.has(index)) indices.set(index, indices.size);
    return indices.get(index) ?? 0;
  };
  const value = ([name, constraint, ...rest]: ValueRecord): ValueRecord => [name, renumbered(types, constraint), ...rest] as unknown as ValueRecord;
  const attribute = ([name, constraint]: AttributeRecord): AttributeRecord => [name, renumbered(attributes, constraint)];
  const ops = table.ops.map((op) => ({
    ...op,
    ...(op.operands === undefined ? {} : { operands: op.operands.map(value) }),
    ...(op.results === undefined ? {} : { results: op.results.map(value) }),
    ...(op.attributes === undefined ? {} : { attributes: op.attributes.map(attribute) }),
  }));
  const attributeConstraints = [...attributes.keys()].map((index) => table.attributeConstraints[index]);
  const definitions = table.attributes.filter(({ name }) => attributeConstraints.some(({ attribute: used }) => used === name));
  const enumNames = new Set([...attributeConstraints.map((record) => record.enum), ...definitions.map((record) => record.enum)]);
  return {
    dialect: table.dialect,
    typeConstraints: [...types.keys()].map((index) => table.typeConstraints[index]),
    attributeConstraints,
    enums: table.enums.filter(({ name }) => enumNames.has(name)),
    attributes: definitions,
    ops,
  };
}
