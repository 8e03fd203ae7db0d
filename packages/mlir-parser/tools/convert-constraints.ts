import type {
  AttributeConstraintRecord, DefaultValue, DialectAttributeRecord, EnumRecord, PredicateSubject, PredicateTree, TypeConstraintRecord,
} from '../src/ods/dialect-table.js';
import { type OdsDump, type OdsRecord, unqualified } from './ods-records.js';
import { parseAssemblyFormat } from '../src/ods/parse-assembly-format.js';

/** The shape of `$x` if that is a tensor, else no dimensions: long in C++, and in every cast of `arith`. */
const tensorShape = /\(isa<TensorType>\((\$\w+)\.getType\(\)\) \? cast<TensorType>\(\1\.getType\(\)\)\.getShape\(\) : ArrayRef<int64_t>\{\}\)/g;

/** C++ text as the tables keep it: without namespaces of MLIR and LLVM, outer parentheses and line breaks. */
export function normalisedExpression(text: string): string {
  let result = text.replaceAll(/\s+/g, ' ').replaceAll(/(::)?\b(mlir|llvm)::/g, '').trim();
  result = result.replaceAll(tensorShape, 'tensorShape($1)');
  while (result.startsWith('(') && matchingParenthesis(result) === result.length - 1) result = result.slice(1, -1).trim();
  return result;
}

function matchingParenthesis(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

/** What the C++ prefix of a `Concat` predicate, or the replacement of a `SubstLeaves`, makes of `$_self`. */
const subjects: readonly (readonly [RegExp, PredicateSubject])[] = [
  [/^\[\]\(::mlir::Type elementType\) \{ return $/, 'element-type'],
  [/^::llvm::all_of\(::llvm::cast<::mlir::ArrayAttr>\(\$_self\), /, 'array-element'],
  [/^::llvm::cast<::mlir::ComplexType>\(\$_self\)\.getElementType\(\)$/, 'complex-element-type'],
  [/^::llvm::cast<::mlir::TypeAttr>\(\$_self\)\.getValue\(\)$/, 'type-attr-value'],
  [/^::mlir::LLVM::getVectorElementType\(\$_self\)$/, 'llvm-vector-element-type'],
];

export function predicateTree(predicate: OdsRecord): PredicateTree {
  if (predicate.is('CPred')) return normalisedExpression(predicate.string('predExpr'));
  const children = predicate.records('children').map(predicateTree);
  switch (predicate.record('kind')?.name) {
    case 'PredCombinerAnd':
      return combined('and', children);
    case 'PredCombinerOr':
      return combined('or', children);
    case 'PredCombinerNot':
      return ['not', combined('and', children)];
    case 'PredCombinerConcat':
      return onSubject(predicate.string('prefix'), children);
    case 'PredCombinerSubstLeaves':
      // Names of lambda parameters that a surrounding Concat introduces stand for $_self there.
      if (['elementType', 'attr'].includes(predicate.string('replacement'))) return combined('and', children);
      if (predicate.string('replacement').includes('$_self')) return onSubject(predicate.string('replacement'), children);
      return substituted(combined('and', children), normalisedExpression(predicate.string('replacement')));
    default:
      throw new Error(`unknown predicate combiner in ${predicate.name}`);
  }
}

/** `tree` with `$_self` at its leaves replaced by another expression, such as the type of an operand. */
function substituted(tree: PredicateTree, replacement: string): PredicateTree {
  if (typeof tree === 'string') return tree.replaceAll('$_self', replacement);
  if (tree[0] === 'on') return ['on', tree[1], substituted(tree[2], replacement)];
  const [operator, ...children] = tree;
  return [operator, ...children.map((child) => substituted(child, replacement))] as PredicateTree;
}

function onSubject(text: string, children: readonly PredicateTree[]): PredicateTree {
  const subject = subjects.find(([pattern]) => pattern.test(text.replaceAll(/\s+/g, ' ')));
  // C++ that nothing interprets; the parts are kept to be read.
  if (subject === undefined) return `${normalisedExpression(text)} (…)`;
  return ['on', subject[1], combined('and', children)];
}

function combined(operator: 'and' | 'or', children: readonly PredicateTree[]): PredicateTree {
  const parts = operator === 'and' ? children.filter((child) => child !== 'true') : children;
  if (parts.length === 0) return 'true';
  return parts.length === 1 ? (parts[0]) : [operator, ...parts];
}

/** C++ builder calls of types that have no TypeDef, or parameters, without namespaces, as the type's text. */
const builders: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^\$_builder\.getIntegerType\((\d+)\)$/, (width) => `i${width}`],
  [/^\$_builder\.getIntegerType\((\d+),\/\*isSigned=\*\/(true|false)\)$/, (width, isSigned) => `${isSigned === 'true' ? 's' : 'u'}i${width}`],
  [/^\$_builder\.getB?F(\d+)Type\(\)$/, (width) => `f${width}`],
  [/^\$_builder\.get(?:IndexType\(\)|Type<IndexType>\(\))$/, () => 'index'],
  [/^\$_builder\.getType<NoneType>\(\)$/, () => 'none'],
  [/^\$_builder\.getType<LLVMPointerType>\((\d+)\)$/, (space) => (space === '0' ? '!llvm.ptr' : `!llvm.ptr<${space}>`)],
  [/^LLVMTokenType::get/, () => '!llvm.token'],
  [/^AsyncTokenType::get/, () => '!gpu.async.token'],
  [/^SparseDnTensorHandleType::get/, () => '!gpu.sparse.dntensor_handle'],
  [/^SparseSpGEMMOpHandleType::get/, () => '!gpu.sparse.spgemmop_handle'],
  [/^SparseSpMatHandleType::get/, () => '!gpu.sparse.spmat_handle'],
  [/^RangeType::get\(\$_builder\.getType<(\w+)Type>\(\)\)$/, (element) => `!pdl.range<${element.toLowerCase()}>`],
  [/^RankedTensorType::get\(\{ShapedType::kDynamic\},\$_builder\.getType<IndexType>\(\)\)$/, () => 'tensor<?xindex>'],
  [/^VectorType::get\(\{2\},\$_builder\.getI16Type\(\)\)$/, () => 'vector<2xi16>'],
];

/** The text of the type that C++ builds; undefined for types that no format of upstream leaves out. */
export function builtType(builderCall: string, dump: OdsDump): string | undefined {
  const call = builderCall.replaceAll(/\s+/g, '').replaceAll(/\b(?!ShapedType|\w+Type::get)\w+::/g, '').replaceAll(/(?<!\w)::/g, '');
  for (const [pattern, text] of builders) {
    const match = pattern.exec(call);
    if (match !== null) return call.includes('getBF') ? 'bf16' : text(...match.slice(1));
  }
  const plain = /^(?:\$_builder\.getType<(\w+)>\(\)|(\w+)::get\(\$_builder\.getContext\(\)\))$/.exec(call);
  return plain === null ? undefined : dump.plainType(plain[1] ?? plain[2] ?? '');
}

export function typeConstraint(record: OdsRecord): TypeConstraintRecord {
  const build = record.has('builderCall') ? builtType(record.string('builderCall'), record.dump) : undefined;
  return {
    summary: record.string('summary'),
    predicate: predicateTree(record.record('predicate') as OdsRecord),
    ...(build === undefined ? {} : { build }),
    ...(record.is('TypeDef') && record.has('mnemonic') ? { definition: `${record.record('dialect')?.string('name') ?? ''}.${record.string('mnemonic')}` } : {}),
  };
}

/** Collects the enums and attribute definitions that the constraints of a dialect refer to. */
export class AttributeDefinitions {
  readonly enums = new Map<string, EnumRecord>();
  readonly attributes = new Map<string, DialectAttributeRecord>();

  constructor(private readonly dump: OdsDump) {}

  constraint(record: OdsRecord): AttributeConstraintRecord {
    let base = record;
    while (base.record('baseAttr') !== undefined) base = base.record('baseAttr') as OdsRecord;
    // A constraint may name the storage class of an attribute definition without deriving from it.
    if (!base.is('AttrDef') && !base.is('EnumAttrInfo')) base = this.definitionOf(base.string('storageType')) ?? base;
    const valueType = record.record('valueType');
    const built = valueType?.has('builderCall') === true ? builtType(valueType.string('builderCall'), record.dump) : undefined;
    const defaultValue = record.has('defaultValue') ? this.defaultValue(record, base) : undefined;
    return {
      summary: record.string('summary'),
      predicate: predicateTree(record.record('predicate') as OdsRecord),
      storage: unqualified(record.string('storageType')),
      // Also where only builders know the default.
      ...(record.bit('isOptional') || (record.has('defaultValue') && defaultValue === undefined) ? { optional: true as const } : {}),
      ...(defaultValue === undefined ? {} : { default: defaultValue }),
      ...(built === undefined ? {} : { valueType: built }),
      ...(base.is('EnumAttrInfo') ? { enum: this.enumOf(base) } : {}),
      ...(base.is('AttrDef') ? { attribute: this.attributeOf(base) } : {}),
      ...(base.name === 'SymbolNameAttr' ? { symbolName: true as const } : {}),
    };
  }

  enumOf(record: OdsRecord): string {
    const name = record.string('className');
    if (!this.enums.has(name)) {
      const cases = record.records('enumerants');
      const storage = record.record('baseAttrClass');
      const width = /(\d+)/.exec(record.string('underlyingType'))?.[1] ?? '';
      this.enums.set(name, {
        name,
        type: storage === undefined ? '' : `i${width}`,
        ...(record.is('BitEnumAttr') ? { separator: separator(record) } : {}),
        cases: cases.map((enumCase) => [enumCase.string('str'), enumCase.number('value')] as const),
      });
    }
    return name;
  }

  attributeOf(record: OdsRecord): string {
    const name = `${record.record('dialect')?.string('name') ?? ''}.${record.string('mnemonic')}`;
    if (!this.attributes.has(name)) {
      const parameters = record.dag('parameters').map((parameter) => [parameter.name, cppParameterType(parameter.value)] as const);
      const enumName = record.is('EnumAttr') ? this.enumOf(record.record('enum') as OdsRecord) : this.enumOfParameter(parameters[0]?.[1]);
      this.attributes.set(name, {
        name,
        ...(record.has('assemblyFormat') ? { format: parseAssemblyFormat(record.string('assemblyFormat')) } : {}),
        ...(enumName === undefined ? {} : { enum: enumName }),
        ...(parameters.length === 0 || record.is('EnumAttr') ? {} : { parameters }),
      });
    }
    return name;
  }

  private definitionOf(storageType: string): OdsRecord | undefined {
    const storage = unqualified(storageType);
    return this.dump.instancesOf('AttrDef').find((record) => record.has('mnemonic') && record.string('cppClassName') === storage);
  }

  /** The enum whose C++ class is `cppType`. */
  private enumOfParameter(cppType: string | undefined): string | undefined {
    const record = this.dump
      .instancesOf('EnumAttrInfo')
      .find((candidate) => candidate.string('className') === unqualified((cppType ?? '').replace(/\?$/, '')));
    return record === undefined ? undefined : this.enumOf(record);
  }

  private defaultValue(record: OdsRecord, base: OdsRecord): DefaultValue | undefined {
    const text = record.string('defaultValue').trim();
    const storage = unqualified(record.string('storageType'));
    if (storage === 'UnitAttr') return undefined; // the default of a unit attribute is its absence
    if (storage === 'BoolAttr') return { kind: 'bool', value: text === 'true' };
    if (storage === 'IntegerAttr') {
      const type = builtType(record.record('valueType')?.string('builderCall') ?? '', this.dump);
      const unsigned = /^static_cast<uint64_t>\((-?\d+)\)$/.exec(text)?.[1];
      if (type !== undefined && unsigned !== undefined) return { kind: 'integer', value: Number(unsigned), type };
      if (type !== undefined && /^-?\d+$/.test(text)) return { kind: 'integer', value: Number(text), type };
    }
    if (storage === 'DenseI64ArrayAttr' && text === '{}') return { kind: 'dense-i64-array', values: [] };
    if (storage === 'ArrayAttr' && text === '{}') return { kind: 'array' };
    if (storage === 'StringAttr' && /^"[^"]*"$/.test(text)) return { kind: 'string', value: text.slice(1, -1) };
    if (storage === 'DenseIntElementsAttr')
      return { kind: 'dense-i64-elements', values: [...text.matchAll(/static_cast<int64_t>\((-?\d+)\)/g)].map((match) => Number(match[1])) };
    if (storage === 'PoisonAttrInterface') return { kind: 'dialect', dialect: 'ub', body: 'poison' };
    if (storage === 'DIExpressionAttr') return { kind: 'dialect', dialect: 'llvm', body: 'di_expression<>' };
    if (isNullDefault(record)) return undefined;
    if (base.is('EnumAttrInfo')) {
      const record = this.enums.get(this.enumOf(base)) as EnumRecord;
      return { kind: 'integer', value: Number(caseOf(base, text)[1]), type: record.type };
    }
    if (base.is('AttrDef')) {
      const [dialect, mnemonic] = this.attributeOf(base).split('.') as [string, string];
      const enumRecord = base.record('enum') ?? this.dump.instancesOf('EnumAttrInfo').find((candidate) => candidate.string('className') === this.attributes.get(`${dialect}.${mnemonic}`)?.enum);
      if (enumRecord !== undefined) return { kind: 'dialect', dialect, body: `${mnemonic}<${caseOf(enumRecord, text)[0]}>` };
    }
    return undefined; // C++ that only builders run
  }
}

/** Whether the default is a null attribute: none. */
function isNullDefault(record: OdsRecord): boolean {
  return record.string('defaultValue').trim() === '{}' && record.string('constBuilderCall') === '$0';
}

/** The case that the C++ expression `Enum::symbol` names (`{}`: the case of value 0). */
function caseOf(enumInfo: OdsRecord, text: string): readonly [string, number] {
  const symbol = unqualified(text);
  const found = enumInfo
    .records('enumerants')
    .find((enumCase) => (text === '{}' ? enumCase.number('value') === 0 : enumCase.string('symbol') === symbol));
  if (found === undefined) throw new Error(`no case ${text} in ${enumInfo.name}`);
  return [found.string('str'), found.number('value')];
}

function separator(record: OdsRecord): string {
  return record.has('separator') ? record.string('separator') : '|';
}

function cppParameterType(value: OdsRecord | string): string {
  if (typeof value === 'string') return value;
  const type = unqualified(value.has('cppType') ? value.string('cppType') : value.name);
  return value.is('OptionalParameter') || value.is('DefaultValuedParameter') ? `${type}?` : type;
}
