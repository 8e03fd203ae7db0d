import type { AttributeConstraintRecord, DialectTable, OpRecord } from '../src/ods/dialect-table.js';

/** The dialects whose operations get classes. */
export const classDialects: readonly string[] = ['affine', 'arith', 'func', 'memref'];

/** By C++ storage class: the interface here, and the kind that tells it. Others are `Attribute`, or `DialectAttr` if they have syntax of their own. */
const storageTypes: Readonly<Record<string, readonly [type: string, kind: string]>> = {
  AffineMapAttr: ['AffineMapAttr', 'affine-map-attr'],
  ArrayAttr: ['ArrayAttr', 'array'],
  BoolAttr: ['IntegerAttr', 'integer'],
  DenseI32ArrayAttr: ['DenseArrayAttr', 'dense-array'],
  DenseI64ArrayAttr: ['DenseArrayAttr', 'dense-array'],
  DenseIntElementsAttr: ['DenseElementsAttr', 'dense-elements'],
  DictionaryAttr: ['DictionaryAttr', 'dictionary'],
  FlatSymbolRefAttr: ['SymbolRefAttr', 'symbol-ref'],
  FloatAttr: ['FloatAttr', 'float'],
  IntegerAttr: ['IntegerAttr', 'integer'],
  IntegerSetAttr: ['IntegerSetAttr', 'integer-set-attr'],
  StringAttr: ['StringAttr', 'string'],
  SymbolRefAttr: ['SymbolRefAttr', 'symbol-ref'],
  TypeAttr: ['TypeAttr', 'type'],
};

/** The module of `src/ops/generated` for `table`: one class an operation, in the order of the table. */
export function opClassesModule(table: DialectTable): string {
  const classes = table.ops.map((record) => opClass(table, record));
  const body = classes.join('\n');
  const attributeTypes = [...new Set(Object.values(storageTypes).map(([type]) => type)), 'Attribute', 'DialectAttr'].filter((type) => new RegExp(`\\b${type}\\b`).test(body));
  return [
    '// Generated from the operation table of the dialect by `npm run generate-op-classes -w packages/mlir-parser`. Do not edit.',
    '/* eslint-disable max-lines -- one class for each operation */',
    ...(attributeTypes.length === 0 ? [] : [`import type { ${attributeTypes.sort().join(', ')} } from '../../ir/attribute.js';`]),
    ...(/\bRegion\b/.test(body) ? ["import type { Region } from '../../ir/region.js';"] : []),
    `import type { ${['OpResult', 'Value'].filter((type) => new RegExp(`\\b${type}\\b`).test(body)).join(', ')} } from '../../ir/value.js';`,
    "import { OpView } from '../op-view.js';",
    '',
    body,
  ].join('\n');
}

function opClass(table: DialectTable, record: OpRecord): string {
  const name = `${table.dialect}.${record.name}`;
  const members = [...operandMembers(record), ...resultMembers(record), ...attributeMembers(table, record), ...regionMembers(record)];
  return [
    `/** \`${name}\`: ${record.summary === '' ? 'no summary upstream' : record.summary}. */`,
    `export class ${className(table.dialect, record.name)} extends OpView {`,
    `  static readonly operationName = '${name}';`,
    ...members.flatMap((member) => ['', ...member.map((line) => `  ${line}`)]),
    '}',
    '',
  ].join('\n');
}

/** `AffineForOp` for `for` of affine. */
function className(dialect: string, operation: string): string {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return `${capital(dialect)}${operation.split(/[._]/).map(capital).join('')}Op`;
}

/** Names that a class has already get a word behind them. */
function memberName(name: string, what: string): string {
  const camel = name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return camel === 'op' || camel === 'constructor' ? `${camel}${what}` : camel;
}

type Members = readonly (readonly string[])[];

const arityList = (groups: readonly { readonly arity: string }[]): string => `[${groups.map(({ arity }) => `'${arity}'`).join(', ')}]`;

function operandMembers({ operands = [], traits = [] }: OpRecord): Members {
  const groups = operands.map(([name, , arity = '']) => ({ name, arity }));
  const isSegmented = traits.includes('AttrSizedOperandSegments');
  const allSingle = groups.every(({ arity }) => arity === '');
  return groups.map(({ name, arity }, index) => {
    const member = name === '' ? (operands.length === 1 ? (arity === '' ? 'operand' : 'operands') : `operand${index}`) : memberName(name, 'Operand');
    if (arity === '' && allSingle)
      return [
        `/** ${groupText('operand', '', member)}. */`,
        `get ${member}(): Value { return this.op.operand(${index}); }`,
        `set ${member}(value: Value) { this.setOperand(${index}, value); }`,
      ];
    const group = `this.operandGroup(${index}, ${arityList(groups)}, ${isSegmented})`;
    return [`/** ${groupText('operand', arity, member)}. */`, groupGetter(member, 'Value', arity, group)];
  });
}

function resultMembers({ results = [] }: OpRecord): Members {
  const groups = results.map(([name, , arity = '']) => ({ name, arity }));
  return groups.map(({ name, arity }, index) => {
    const member = name === '' ? (results.length === 1 ? (arity === '' ? 'result' : 'results') : `result${index}`) : memberName(name, 'Result');
    const group = `this.resultGroup(${index}, ${arityList(groups)})`;
    return [`/** ${groupText('result', arity, member)}. */`, groupGetter(member, 'OpResult', arity, group)];
  });
}

function regionMembers({ regions = [] }: OpRecord): Members {
  const groups = regions.map(([name, , arity = '']) => ({ name, arity }));
  return groups.map(({ name, arity }, index) => {
    const group = `this.regionGroup(${index}, ${arityList(groups)})`;
    const member = memberName(name, 'Region');
    return [`/** ${groupText('region', arity, member)}. */`, groupGetter(member, 'Region', arity, group)];
  });
}

function groupText(noun: string, arity: string, member: string): string {
  const capital = noun.charAt(0).toUpperCase() + noun.slice(1);
  if (arity === '*') return `${capital}s \`${member}\`, any number`;
  return arity === '?' ? `${capital} \`${member}\`, if it is there` : `${capital} \`${member}\``;
}

function groupGetter(member: string, type: string, arity: string, group: string): string {
  if (arity === '') return `get ${member}(): ${type} { return this.single(${group}, '${member}'); }`;
  if (arity === '?') return `get ${member}(): ${type} | undefined { return ${group}[0]; }`;
  return `get ${member}(): readonly ${type}[] { return ${group}; }`;
}

function attributeMembers(table: DialectTable, { attributes = [] }: OpRecord): Members {
  return attributes.map(([name, constraint]) => {
    const record = table.attributeConstraints[constraint];
    if (record === undefined) throw new RangeError(`no attribute constraint ${constraint} in the table of ${table.dialect}`);
    const member = memberName(name, 'Attribute');
    const about = `/** Attribute \`${name}\`: ${record.summary}. */`;
    if (record.storage === 'UnitAttr') return [about, `get ${member}(): boolean { return this.op.attribute('${name}') !== undefined; }`];
    const mayLack = record.optional === true || record.default !== undefined;
    const [type, kind] = typeOf(record);
    const read = kind === undefined
      ? mayLack ? `this.op.attribute('${name}')` : `this.requiredAny('${name}')`
      : `this.${mayLack ? 'optional' : 'required'}('${name}', '${kind}')`;
    const valueType = mayLack ? `${type} | undefined` : type;
    return [about, `get ${member}(): ${valueType} { return ${read}; }`, `set ${member}(value: ${valueType}) { this.assign('${name}', value); }`];
  });
}

function typeOf(record: AttributeConstraintRecord): readonly [type: string, kind: string | undefined] {
  if (record.attribute !== undefined) return ['DialectAttr', 'dialect'];
  if (record.enum !== undefined) return ['IntegerAttr', 'integer'];
  return storageTypes[record.storage] ?? ['Attribute', undefined];
}
