import type { Attribute } from '../ir/attribute.js';
import type { Type } from '../ir/type.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type { AttributeConstraintRecord, DialectTable, PredicateSubject, PredicateTree } from './dialect-table.js';
import { compilePredicate, type Predicate, type PredicateLanguage } from './predicate.js';
import { typePredicates } from './type-predicate.js';

const attributeClasses: Readonly<Record<string, Predicate<Attribute>>> = {
  AffineMapAttr: (attribute) => attribute.kind === 'affine-map-attr',
  ArrayAttr: (attribute) => attribute.kind === 'array',
  Attribute: () => true,
  BoolAttr: (attribute) => attribute.kind === 'integer' && isSignless(attribute.type, 1),
  DenseI8ArrayAttr: (attribute) => isDenseArray(attribute, 8),
  DenseI32ArrayAttr: (attribute) => isDenseArray(attribute, 32),
  DenseI64ArrayAttr: (attribute) => isDenseArray(attribute, 64),
  DenseIntElementsAttr: (attribute) => attribute.kind === 'dense-elements' && isIntegral(elementType(attribute.type)),
  DictionaryAttr: (attribute) => attribute.kind === 'dictionary',
  ElementsAttr: isElements,
  FlatSymbolRefAttr: (attribute) => attribute.kind === 'symbol-ref' && attribute.nested.length === 0,
  FloatAttr: (attribute) => attribute.kind === 'float',
  IntegerAttr: (attribute) => attribute.kind === 'integer',
  IntegerSetAttr: (attribute) => attribute.kind === 'integer-set-attr',
  StringAttr: (attribute) => attribute.kind === 'string',
  SymbolRefAttr: (attribute) => attribute.kind === 'symbol-ref',
  TypeAttr: (attribute) => attribute.kind === 'type',
  TypedAttr: (attribute) => attribute.kind === 'integer' || attribute.kind === 'float' || attribute.kind === 'string' || isElements(attribute) || attribute.kind === 'dialect',
  UnitAttr: (attribute) => attribute.kind === 'unit',
};

/** The C++ class test `isa<name>` for builtin attributes; undefined for classes that nothing here knows. */
export function attributeClass(name: string): Predicate<Attribute> | undefined {
  return attributeClasses[name];
}

const attributeLeaves: readonly (readonly [RegExp, (...groups: string[]) => Predicate<Attribute>])[] = [
  [/^cast<(?:IntegerAttr|FloatAttr)>\(\$_self\)\.getType\(\)(\..*)$/, (test) => onType((attribute) =>
    attribute.kind === 'integer' || attribute.kind === 'float' ? attribute.type : undefined, `$_self${test ?? ''}`)],
  [/^isa<IndexType>\(cast<IntegerAttr>\(\$_self\)\.getType\(\)\)$/, () => (attribute) => attribute.kind === 'integer' && attribute.type.kind === 'index'],
  [/^cast<IntegerAttr>\(\$_self\)\.getInt\(\) (<=|>=) (-?\d+)$/, (relation, bound) => (attribute) =>
    attribute.kind === 'integer' && (relation === '<=' ? attribute.value <= BigInt(bound ?? 0) : attribute.value >= BigInt(bound ?? 0))],
  [/^cast<IntegerAttr>\(\$_self\)\.getValue\(\)\.isStrictlyPositive\(\)$/, () => (attribute) => attribute.kind === 'integer' && attribute.value > 0n],
  [/^!cast<IntegerAttr>\(\$_self\)\.getValue\(\)\.isNegative\(\)$/, () => (attribute) => attribute.kind === 'integer' && attribute.value >= 0n],
  [/^cast<DenseIntElementsAttr>\(\$_self\)\.getType\(\)\.getElementType\(\)(\..*)$/, (test) => onType((attribute) =>
    attribute.kind === 'dense-elements' ? elementType(attribute.type) : undefined, `$_self${test ?? ''}`)],
  [/^cast<DenseIntElementsAttr>\(\$_self\)\.getType\(\)\.getShape\(\) == ArrayRef<int64_t>\(\{([\d, ]*)\}\)$/, (sizes) => (attribute) =>
    attribute.kind === 'dense-elements' && 'shape' in attribute.type && attribute.type.shape.join() === (sizes ?? '').replaceAll(' ', '')],
  [/^cast<DenseArrayAttr>\(\$_self\)\.size\(\) (==|<=) (\d+)$/, (relation, size) => (attribute) =>
    attribute.kind === 'dense-array' && (relation === '==' ? attribute.size === Number(size) : attribute.size <= Number(size))],
  [/^isa<(\w+)>\(cast<TypeAttr>\(\$_self\)\.getValue\(\)\)$/, (name) => onType((attribute) =>
    attribute.kind === 'type' ? attribute.type : undefined, name === 'Type' ? 'true' : `isa<${name ?? ''}>($_self)`)],
  [/^is_sorted\(cast<DenseI64ArrayAttr>\(\$_self\)\.asArrayRef\(\)\)$/, () => (attribute) =>
    attribute.kind === 'dense-array' && denseArrayIntegers(attribute).every((value, index, all) => index === 0 || value >= (all[index - 1]))],
];

/** The language of predicates of one attribute constraint; enums and attributes of dialects are those of its table. */
export function attributePredicates(record: AttributeConstraintRecord, table: DialectTable): PredicateLanguage<Attribute> {
  const language: PredicateLanguage<Attribute> = {
    leaf(expression) {
      const className = /^isa<(?:\w+::)*(\w+)>\(\$_self\)$/.exec(expression)?.[1];
      if (className !== undefined) return attributeClasses[className] ?? dialectClass(className, record, table);
      for (const [pattern, meaning] of attributeLeaves) {
        const match = pattern.exec(expression);
        if (match !== null) return meaning(...match.slice(1));
      }
      return undefined;
    },
    on(subject: PredicateSubject, tree: PredicateTree) {
      if (subject === 'type-attr-value') {
        const inner = compilePredicate(tree, typePredicates);
        return (attribute) => attribute.kind === 'type' && inner(attribute.type);
      }
      if (subject !== 'array-element') return undefined;
      const inner = compilePredicate(tree, language);
      return (attribute) => {
        if (attribute.kind !== 'array') return false;
        let result: boolean | undefined = true;
        for (const element of attribute.elements) {
          const truth = inner(element);
          if (truth === false) return false;
          if (truth === undefined) result = undefined;
        }
        return result;
      };
    },
  };
  return language;
}

/** `isa` for enums, kept as integers, and for attributes of a dialect. */
function dialectClass(className: string, record: AttributeConstraintRecord, table: DialectTable): Predicate<Attribute> | undefined {
  const enumRecord = table.enums.find((candidate) => candidate.type !== '' && `${candidate.name}Attr` === className);
  if (enumRecord !== undefined && record.enum === enumRecord.name) {
    const width = Number(enumRecord.type.slice(1));
    const bits = enumRecord.cases.reduce((all, [, value]) => all | value, 0);
    const values = new Set(enumRecord.cases.map(([, value]) => BigInt(value)));
    const isCase = (value: bigint): boolean => (enumRecord.separator === undefined ? values.has(value) : (value & ~BigInt(bits)) === 0n);
    return (attribute) => attribute.kind === 'integer' && isSignless(attribute.type, width) && isCase(attribute.value);
  }
  if (record.attribute === undefined || className !== record.storage) return undefined;
  const [dialect, mnemonic] = record.attribute.split('.') as [string, string];
  const pattern = new RegExp(`^<?${mnemonic}\\b`);
  return (attribute) => attribute.kind === 'dialect' && attribute.dialect === dialect && pattern.test(attribute.body);
}

function onType(typeOf: (attribute: Attribute) => Type | undefined, expression: string): Predicate<Attribute> {
  const inner = compilePredicate(expression, typePredicates);
  return (attribute) => {
    const type = typeOf(attribute);
    return type === undefined ? false : inner(type);
  };
}

function isElements(attribute: Attribute): boolean {
  return attribute.kind === 'dense-elements' || attribute.kind === 'dense-resource' || attribute.kind === 'sparse-elements' || attribute.kind === 'dense-array';
}

function isDenseArray(attribute: Attribute, width: number): boolean {
  return attribute.kind === 'dense-array' && isSignless(attribute.elementType, width);
}

function isSignless(type: Type, width: number): boolean {
  return type.kind === 'integer' && type.signedness === 'signless' && type.width === width;
}

function isIntegral(type: Type): boolean {
  return type.kind === 'integer' || type.kind === 'index';
}

function elementType(type: Type): Type {
  return 'elementType' in type ? type.elementType : type;
}
