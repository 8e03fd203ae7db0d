import type {
  Arity, AttributeConstraintRecord, AttributeRecord, DialectTable, OpRecord, RegionRecord, SuccessorRecord, TraitRecord,
  TypeConstraintRecord, ValueRecord,
} from '../src/ods/dialect-table.js';
import { AttributeDefinitions, normalisedExpression, predicateTree, typeConstraint } from './convert-constraints.js';
import { transformerName } from './convert-types.js';
import { type OdsDump, type OdsRecord, unqualified } from './ods-records.js';
import { parseAssemblyFormat } from '../src/ods/parse-assembly-format.js';
import { resolveTypes } from '../src/ods/resolve-types.js';

/** Operation names by C++ class, with the namespace of the dialect: `scf::YieldOp` is `scf.yield`. */
export type OpClassNames = ReadonlyMap<string, string>;

export function opName(record: OdsRecord): string {
  return `${record.record('opDialect')?.string('name') ?? ''}.${record.string('opName')}`;
}

/** `::mlir::scf` and `YieldOp` as `scf::YieldOp`. */
export function opClass(record: OdsRecord): string {
  const namespace = unqualified(record.string('cppNamespace') || (record.record('opDialect')?.string('cppNamespace') ?? ''));
  return `${namespace}::${record.name.replace(/^.*_/, '')}`;
}

/** Distinct records, each under the index of its first appearance. */
class Interned<T> {
  readonly items: T[] = [];
  private readonly indices = new Map<string, number>();

  index(item: T): number {
    const key = JSON.stringify(item);
    let index = this.indices.get(key);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.indices.set(key, index);
    }
    return index;
  }
}

/** The table of `dialect` from the dumps that define its operations. Operations are sorted by name, so are enums. */
export function dialectTable(dialect: string, dumps: readonly OdsDump[], classNames: OpClassNames): DialectTable {
  const types = new Interned<TypeConstraintRecord>();
  const attributes = new Interned<AttributeConstraintRecord>();
  const ops: OpRecord[] = [];
  const enums = new Map<string, DialectTable['enums'][number]>();
  const dialectAttributes = new Map<string, DialectTable['attributes'][number]>();

  const sources = dumps
    .flatMap((dump) => {
      const definitions = new AttributeDefinitions(dump);
      // Attributes of the dialect that no operation takes still occur in text.
      for (const record of dump.instancesOf('AttrDef'))
        if (record.record('dialect')?.string('name') === dialect && record.has('mnemonic')) definitions.attributeOf(record);
      return dump.instancesOf('Op').map((record) => ({ record, definitions }));
    })
    .filter(({ record }) => record.record('opDialect')?.string('name') === dialect)
    .sort((a, b) => compare(a.record.string('opName'), b.record.string('opName')));
  for (const { record, definitions } of sources) {
    ops.push(convertOp(record, definitions, types, attributes, classNames));
    for (const [name, value] of definitions.enums) enums.set(name, value);
    for (const [name, value] of definitions.attributes) dialectAttributes.set(name, value);
  }
  return {
    dialect,
    typeConstraints: types.items,
    attributeConstraints: attributes.items,
    enums: [...enums.values()].sort((a, b) => compare(a.name, b.name)),
    attributes: [...dialectAttributes.values()].sort((a, b) => compare(a.name, b.name)),
    ops,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function convertOp(
  record: OdsRecord,
  definitions: AttributeDefinitions,
  types: Interned<TypeConstraintRecord>,
  attributes: Interned<AttributeConstraintRecord>,
  classNames: OpClassNames,
): OpRecord {
  const operands: ValueRecord[] = [];
  const attributeRecords: AttributeRecord[] = [];
  const effects: Record<string, string[]> = {};

  const value = (name: string, wrapped: OdsRecord): ValueRecord => {
    const constraint = wrapped.is('OpVariable') ? (wrapped.record('constraint') as OdsRecord) : wrapped;
    if (wrapped.is('OpVariable') && wrapped.records('decorators').length > 0)
      effects[name] = wrapped.records('decorators').map(traitName);
    const base = constraint.record('baseType') ?? constraint;
    const index = types.index(typeConstraint(base));
    if (constraint.is('VariadicOfVariadic')) return [name, index, '**', constraint.string('segmentAttrName')];
    const arity: Arity = constraint.is('Variadic') ? '*' : constraint.is('Optional') ? '?' : '';
    return arity === '' ? [name, index] : [name, index, arity];
  };

  for (const { name, value: argument } of record.dag('arguments')) {
    if (typeof argument === 'string') throw new Error(`argument ${name} of ${opName(record)} is C++`);
    const inner = argument.is('OpVariable') ? (argument.record('constraint') as OdsRecord) : argument;
    if (inner.is('AttrConstraint')) attributeRecords.push([name, attributes.index(definitions.constraint(inner))]);
    else if (inner.is('Property')) attributeRecords.push([name, attributes.index(propertyConstraint(inner, definitions))]);
    else operands.push(value(name, argument));
  }
  const results = record.dag('results').map(({ name, value: result }) => value(name, result as OdsRecord));
  const regions = record.dag('regions').map(({ name, value: region }) => regionRecord(name, region as OdsRecord));
  const successors = record.dag('successors').map(({ name, value: successor }): SuccessorRecord =>
    (successor as OdsRecord).is('VariadicSuccessor') ? [name, '*'] : [name]);
  const traits = convertTraits(record, classNames);

  // The method says nothing about operations without the interface.
  const isAsmInterface = traits.includes('OpAsmOpInterface');
  const defaultDialect = !isAsmInterface ? undefined : /getDefaultDialect\(\)\s*\{\s*return "(\w+)"/.exec(record.string('extraClassDeclaration'))?.[1];
  const op: OpRecord = {
    name: record.string('opName'),
    summary: record.string('summary').replaceAll(/\s+/g, ' ').trim(),
    ...(operands.length > 0 ? { operands } : {}),
    ...(results.length > 0 ? { results } : {}),
    ...(attributeRecords.length > 0 ? { attributes: attributeRecords } : {}),
    ...(regions.length > 0 ? { regions } : {}),
    ...(successors.length > 0 ? { successors } : {}),
    ...(traits.length > 0 ? { traits } : {}),
    ...(Object.keys(effects).length > 0 ? { effects } : {}),
    ...(defaultDialect === undefined ? {} : { defaultDialect }),
    ...(record.bit('hasVerifier') || record.bit('hasRegionVerifier') ? { verifier: true as const } : {}),
  };
  if (record.has('assemblyFormat')) {
    const format = parseAssemblyFormat(record.string('assemblyFormat'));
    return { ...op, format, types: resolveTypes(op, format, types.items, (name) =>
      void process.stderr.write(`the format of ${op.name} does not tell the type of ${name}\n`)) };
  }
  return record.bit('hasCustomAssemblyFormat') ? { ...op, format: 'custom' } : op;
}

/** Properties that are no attributes show as attributes in the text. The one kind in use holds an enum of its dialect. */
function propertyConstraint(property: OdsRecord, definitions: AttributeDefinitions): AttributeConstraintRecord {
  if (!property.is('EnumProperty')) {
    const kind = property.string('interfaceType').replaceAll(/\s|::/g, '');
    const storage = kind === 'bool' && property.classes.some((name) => name.includes('UnitProp')) ? 'UnitAttr' : kind.includes('ArrayRef<int64_t>') ? 'DenseI64ArrayAttr' : 'Attribute';
    return { summary: property.string('summary'), predicate: 'true', storage, ...(property.has('defaultValue') ? { optional: true as const } : {}) };
  }
  const enumClass = property.string('interfaceType');
  const attribute = [...definitions.attributes.values()].find((candidate) => candidate.enum === enumClass);
  const zero = attribute === undefined ? undefined : definitions.enums.get(enumClass)?.cases.find(([, value]) => value === 0)?.[0];
  if (attribute === undefined || zero === undefined) throw new Error(`no attribute for the property of ${enumClass}`);
  const [dialect, mnemonic] = attribute.name.split('.') as [string, string];
  return {
    summary: `${enumClass} property`,
    predicate: `isa<${enumClass}Attr>($_self)`,
    storage: `${enumClass}Attr`,
    default: { kind: 'dialect', dialect, body: `${mnemonic}<${zero}>` },
    attribute: attribute.name,
  };
}

function regionRecord(name: string, region: OdsRecord): RegionRecord {
  const blocks = /with (at most )?1 blocks/.exec(region.string('summary'));
  const count = blocks === null ? 'any' : blocks[1] === undefined ? '1' : '<=1';
  return region.is('VariadicRegion') ? [name, count, '*'] : [name, count];
}

function convertTraits(record: OdsRecord, classNames: OpClassNames): TraitRecord[] {
  const traits: TraitRecord[] = [];
  const seen = new Set<string>();
  const add = (trait: TraitRecord): void => {
    const key = JSON.stringify(trait);
    if (!seen.has(key)) traits.push(trait);
    seen.add(key);
  };
  const visit = (trait: OdsRecord): void => {
    if (trait.is('TraitList')) {
      if (!trait.isAnonymous) add(trait.name);
      trait.records('traits').forEach(visit);
      return;
    }
    const argument = /<(.*)>::Impl$/.exec(trait.has('trait') ? trait.string('trait') : '')?.[1];
    const parents = (): string[] => (argument ?? '').split(',').map((name) => operationOf(name, record, classNames));
    if (trait.is('AllTypesMatch') || trait.is('AllElementTypesMatch') || trait.is('AllShapesMatch') || trait.is('AllRanksMatch'))
      add([trait.lastClass, ...trait.strings('values')]);
    else if (trait.is('TypesMatchWith'))
      add(['TypesMatchWith', oneLine(trait.string('summary')), trait.string('lhs'), trait.string('rhs'),
        transformerName(normalisedExpression(trait.string('transformer'))),
        ...(trait.is('OptionalTypesMatchWith') ? ['optional'] : [])]);
    else if (trait.is('PredOpTrait'))
      add(['PredOpTrait', oneLine(trait.string('summary')), predicateTree(trait.record('predicate') as OdsRecord)]);
    else if (trait.is('HasParent') || trait.is('ParentOneOf')) add(['HasParent', ...parents()]);
    else if (trait.is('SingleBlockImplicitTerminatorImpl')) add(['SingleBlockImplicitTerminator', ...parents()]);
    else if (trait.is('MemoryEffects') && trait.isAnonymous) add(['MemoryEffects', ...trait.records('effects').map(traitName)]);
    else add(traitName(trait));
  };
  record.records('traits').forEach(visit);
  return traits;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function traitName(trait: OdsRecord): string {
  if (!trait.isAnonymous) return trait.name;
  if (trait.has('cppInterfaceName')) return trait.string('cppInterfaceName');
  if (trait.has('trait')) return unqualified(trait.string('trait'));
  if (trait.has('effect')) return unqualified(trait.string('effect'));
  return trait.lastClass;
}

/** The operation of a C++ class as named inside the dialect of `user`. */
function operationOf(cppName: string, user: OdsRecord, classNames: OpClassNames): string {
  const parts = cppName.trim().replace(/^::/, '').replace(/^mlir::/, '').split('::');
  const name = parts.length > 1 ? parts.slice(-2).join('::') : `${opClass(user).split('::')[0] ?? ''}::${parts[0] ?? ''}`;
  const operation = classNames.get(name) ?? (parts[0] === 'ModuleOp' ? 'builtin.module' : undefined);
  if (operation === undefined) throw new Error(`no operation of class ${cppName}, needed by ${opName(user)}`);
  return operation;
}
