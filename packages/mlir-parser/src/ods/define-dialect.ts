import type { Context } from '../ir/context.js';
import type { OpAssembly, OpDefinition } from '../ir/op-definition.js';
import { opError } from '../ir/op-diagnostic.js';
import type { Operation } from '../ir/operation.js';
import { definitionsFromTable, type HandWrittenOperation } from './definitions-from-table.js';
import type { AttributeConstraintRecord, DialectTable, OpRecord, TypeConstraintRecord, ValueRecord } from './dialect-table.js';
import { parseAssemblyFormat } from './parse-assembly-format.js';
import { resolveTypes } from './resolve-types.js';

/** The types that an operand or result of `defineDialect` may be restricted to. */
export type TypeKeyword =
  | 'any' | 'index' | 'integer' | 'i1' | 'i8' | 'i32' | 'i64' | 'float' | 'f32' | 'f64' | 'memref' | 'tensor' | 'vector';

/** The kinds of attributes that `defineDialect` knows. `i64` and `f64` are written as plain numbers, `symbol` as `@name`. */
export type AttributeKeyword = 'any' | 'bool' | 'i64' | 'f64' | 'string' | 'symbol' | 'array' | 'type' | 'unit';

const integerOfWidth = (width: number): TypeConstraintRecord => ({
  summary: `${width}-bit signless integer`, predicate: `$_self.isSignlessInteger(${width})`, build: `i${width}`,
});
const floatOfWidth = (width: number): TypeConstraintRecord => ({
  summary: `${width}-bit float`, predicate: `$_self.isF${width}()`, build: `f${width}`,
});

const typeConstraints: Readonly<Record<TypeKeyword, TypeConstraintRecord>> = {
  any: { summary: 'any type', predicate: 'true' },
  index: { summary: 'index', predicate: 'isa<IndexType>($_self)', build: 'index' },
  integer: { summary: 'integer', predicate: 'isa<IntegerType>($_self)' },
  i1: integerOfWidth(1),
  i8: integerOfWidth(8),
  i32: integerOfWidth(32),
  i64: integerOfWidth(64),
  float: { summary: 'floating-point', predicate: 'isa<FloatType>($_self)' },
  f32: floatOfWidth(32),
  f64: floatOfWidth(64),
  memref: { summary: 'memref', predicate: 'isa<MemRefType>($_self)' },
  tensor: { summary: 'tensor', predicate: 'isa<TensorType>($_self)' },
  vector: { summary: 'vector', predicate: 'isa<VectorType>($_self)' },
};

const attributeConstraints: Readonly<Record<AttributeKeyword, AttributeConstraintRecord>> = {
  any: { summary: 'any attribute', predicate: 'true', storage: 'Attribute' },
  bool: { summary: 'bool attribute', predicate: 'isa<BoolAttr>($_self)', storage: 'BoolAttr', valueType: 'i1' },
  i64: {
    summary: '64-bit signless integer attribute',
    predicate: ['and', 'isa<IntegerAttr>($_self)', 'cast<IntegerAttr>($_self).getType().isSignlessInteger(64)'],
    storage: 'IntegerAttr', valueType: 'i64',
  },
  f64: {
    summary: '64-bit float attribute',
    predicate: ['and', 'isa<FloatAttr>($_self)', 'cast<FloatAttr>($_self).getType().isF64()'],
    storage: 'FloatAttr', valueType: 'f64',
  },
  string: { summary: 'string attribute', predicate: 'isa<StringAttr>($_self)', storage: 'StringAttr', valueType: 'none' },
  symbol: { summary: 'flat symbol reference attribute', predicate: 'isa<FlatSymbolRefAttr>($_self)', storage: 'FlatSymbolRefAttr', valueType: 'none' },
  array: { summary: 'array attribute', predicate: 'isa<ArrayAttr>($_self)', storage: 'ArrayAttr', valueType: 'none' },
  type: { summary: 'any type attribute', predicate: 'isa<TypeAttr>($_self)', storage: 'TypeAttr', valueType: 'none' },
  unit: { summary: 'unit attribute', predicate: 'isa<UnitAttr>($_self)', storage: 'UnitAttr', optional: true, valueType: 'none' },
};

/** `f32`: one value of type f32; `f32?`: one or none; `f32*`: any number of them. */
export type ValueConstraint = `${TypeKeyword}${'' | '?' | '*'}`;

/** `i64`: an attribute of this kind; `i64?`: one that may be missing. A `unit` may always be missing. */
export type AttributeConstraint = `${AttributeKeyword}${'' | '?'}`;

/** One operation of a dialect. Operands and results are checked, and may be named in the format, in the order given here. */
export interface DialectOperation {
  /** One sentence. */
  readonly summary: string;
  /** By name. At most one may be optional or variadic unless `traits` has `AttrSizedOperandSegments`. */
  readonly operands?: Readonly<Record<string, ValueConstraint>>;
  /** By name. At most one may be optional or variadic unless `traits` has `AttrSizedResultSegments`. */
  readonly results?: Readonly<Record<string, ValueConstraint>>;
  /** The inherent attributes, by name. */
  readonly attributes?: Readonly<Record<string, AttributeConstraint>>;
  /** The regions, by name: how many blocks they have. */
  readonly regions?: Readonly<Record<string, '1' | '<=1' | 'any'>>;
  /**
   * MLIR's traits by their names: `Pure` (no effect but the results: dead ones go, equal ones merge), `Terminator`,
   * `IsolatedFromAbove`, `Commutative`, `SameOperandsAndResultType`, ….
   */
  readonly traits?: readonly string[];
  /**
   * The custom form behind the name of the operation, in the language of MLIR's `assemblyFormat`:
   * "$lhs `,` $rhs attr-dict `:` type($lhs)". Without it (and without `assembly`) there is only the generic form.
   */
  readonly format?: string;
  /** A hand-written custom form, for what a format cannot say. */
  readonly assembly?: OpAssembly;
  /** What else is wrong with an operation, one sentence each; runs when numbers, types, attributes and traits are right. */
  verify?(op: Operation): readonly string[];
}

/** What `defineDialect` is given. */
export interface DialectDefinition {
  /** The namespace: `poly` of `poly.square`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** By name without the namespace. */
  readonly operations: Readonly<Record<string, DialectOperation>>;
}

/** A dialect that contexts can be told of. */
export interface Dialect {
  readonly kind: 'dialect';
  readonly name: string;
  readonly summary: string;
  /** The names of its operations, with the namespace. */
  readonly operationNames: readonly string[];
  /** Makes the operations known to `context`. Throws an Error if it has a dialect of this name already. */
  register(context: Context): void;
}

/**
 * Declares a dialect: operations that are then parsed, printed and verified as those of upstream's dialects are.
 * Throws an Error if a name is none, a constraint or a directive is unknown, or a format does not tell the type of an operand or result.
 */
export function defineDialect(definition: DialectDefinition): Dialect {
  const { name, summary } = definition;
  if (!/^[a-z]\w*$/.test(name)) throw new Error(`'${name}' is no name for a dialect: use lower-case letters, digits and _`);
  const entries = Object.entries(definition.operations);
  const table: DialectTable = {
    dialect: name,
    typeConstraints: Object.values(typeConstraints),
    attributeConstraints: [...Object.values(attributeConstraints), ...Object.values(attributeConstraints).map((record) => ({ ...record, optional: true as const }))],
    enums: [],
    attributes: [],
    ops: entries.map(([operation, record]) => operationRecord(name, operation, record)),
  };
  const operations = Object.fromEntries(entries.map(([operation, record]) => [`${name}.${operation}`, handWritten(record)]));
  const load = (context: Context): readonly OpDefinition[] => definitionsFromTable(table, { operations }, context);
  return {
    kind: 'dialect',
    name,
    summary,
    operationNames: Object.keys(operations),
    register(context) {
      if (context.hasDialect(name)) throw new Error(`there are two dialects named '${name}'`);
      context.registerDialect(name, () => load(context));
    },
  };
}

function operationRecord(dialect: string, name: string, operation: DialectOperation): OpRecord {
  const fullName = `${dialect}.${name}`;
  if (!/^[a-z][\w.]*$/.test(name)) throw new Error(`'${fullName}' is no name for an operation`);
  const record: OpRecord = {
    name,
    summary: operation.summary,
    operands: valueRecords(fullName, operation.operands),
    results: valueRecords(fullName, operation.results),
    attributes: Object.entries(operation.attributes ?? {}).map(([attribute, constraint]) => {
      const keyword = constraint.replace('?', '');
      const index = constraintIndex(attributeConstraints, keyword, `attribute '${attribute}' of '${fullName}'`);
      return [attribute, constraint.endsWith('?') ? index + Object.keys(attributeConstraints).length : index];
    }),
    regions: Object.entries(operation.regions ?? {}),
    traits: operation.traits ?? [],
  };
  if (operation.assembly !== undefined) return { ...record, format: 'custom' };
  if (operation.format === undefined) return record;
  const format = parseAssemblyFormat(operation.format);
  const types = resolveTypes(record, format, Object.values(typeConstraints), (value) => {
    throw new Error(`the format of '${fullName}' does not tell the type of '${value}': write type($${value}), or give the trait SameOperandsAndResultType`);
  });
  return { ...record, format, types };
}

function valueRecords(operation: string, values: Readonly<Record<string, ValueConstraint>> = {}): ValueRecord[] {
  return Object.entries(values).map(([name, constraint]): ValueRecord => {
    const arity = /[?*]$/.exec(constraint)?.[0] ?? '';
    const keyword = constraint.slice(0, constraint.length - arity.length);
    const index = constraintIndex(typeConstraints, keyword, `'${name}' of '${operation}'`);
    return arity === '?' || arity === '*' ? [name, index, arity] : [name, index];
  });
}

/** The position of `keyword` among the constraints. Throws an Error, saying what there is, if it is none of them. */
function constraintIndex(constraints: Readonly<Record<string, unknown>>, keyword: string, where: string): number {
  const known = Object.keys(constraints);
  const index = known.indexOf(keyword);
  if (index < 0) throw new Error(`${where} has the constraint '${keyword}', but there are only ${known.join(', ')}`);
  return index;
}

function handWritten({ assembly, verify }: DialectOperation): HandWrittenOperation {
  return {
    ...(assembly === undefined ? {} : { assembly }),
    ...(verify === undefined ? {} : { verify: (op: Operation) => verify(op).map((message) => opError(op, message)) }),
  };
}
