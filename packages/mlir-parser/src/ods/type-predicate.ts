import type { ShapedType, Type } from '../ir/type.js';
import type { PredicateSubject, PredicateTree } from './dialect-table.js';
import { compilePredicate, type Predicate, type PredicateLanguage } from './predicate.js';

/** C++ expressions over `$_self` of type Type, as the tables spell them. */
const typeLeaves: readonly (readonly [RegExp, (...groups: string[]) => Predicate<Type>])[] = [
  [/^isa<(\w+)>\(\$_self\)$/, (name) => typeClasses[name ?? ''] ?? (() => undefined)],
  [/^isa<LLVM::LLVMPointerType>\(\$_self\)$/, () => (type) => isLlvmType(type, 'ptr')],
  [/^isa<LLVM::LLVMTokenType>\(\$_self\)$/, () => (type) => isLlvmType(type, 'token')],
  [/^isa<VectorType>\(\$_self\) && (!?)cast<VectorType>\(\$_self\)\.isScalable\(\)$/,
    (not) => (type) => type.kind === 'vector' && type.scalable.some(Boolean) === (not === '')],
  [/^\$_self\.isSignlessInteger\((\d*)\)$/, (width) => (type) => isInteger(type, 'signless', width)],
  [/^\$_self\.isSignedInteger\((\d*)\)$/, (width) => (type) => isInteger(type, 'signed', width)],
  [/^\$_self\.isUnsignedInteger\((\d*)\)$/, (width) => (type) => isInteger(type, 'unsigned', width)],
  [/^\$_self\.isSignlessIntOrIndex\(\)$/, () => (type) => type.kind === 'index' || isInteger(type, 'signless')],
  [/^\$_self\.isF(\d+)\(\)$/, (width) => (type) => type.kind === 'float' && type.name === `f${width ?? ''}`],
  [/^\$_self\.hasTrait<ValueSemantics>\(\)$/, () => (type) => type.kind === 'vector' || type.kind === 'tensor' || type.kind === 'unranked-tensor'],
  [/^cast<ShapedType>\(\$_self\)\.hasRank\(\)$/, () => (type) => isShaped(type) && 'shape' in type],
  [/^cast<ShapedType>\(\$_self\)\.hasStaticShape\(\)$/,
    () => (type) => isShaped(type) && 'shape' in type && type.shape.every((size) => size >= 0)],
  [/^cast<(?:ShapedType|VectorType)>\(\$_self\)\.getRank\(\) (==|>=|<=|>|<) (\d+)$/,
    (relation, bound) => (type) => isShaped(type) && 'shape' in type && compare(type.shape.length, relation ?? '', Number(bound))],
  // A memref with an affine map as layout may or may not be strided.
  [/^isStrided\(cast<MemRefType>\(\$_self\)\)$/,
    () => (type) => (type.kind === 'memref' && type.layout?.kind !== 'affine-map-attr' ? true : undefined)],
];

const typeClasses: Readonly<Record<string, Predicate<Type>>> = {
  BaseMemRefType: (type) => type.kind === 'memref' || type.kind === 'unranked-memref',
  ComplexType: (type) => type.kind === 'complex',
  FloatType: (type) => type.kind === 'float',
  FunctionType: (type) => type.kind === 'function',
  IndexType: (type) => type.kind === 'index',
  IntegerType: (type) => type.kind === 'integer',
  MemRefType: (type) => type.kind === 'memref',
  NoneType: (type) => type.kind === 'none',
  RankedTensorType: (type) => type.kind === 'tensor',
  ShapedType: (type) => isShaped(type),
  TensorType: (type) => type.kind === 'tensor' || type.kind === 'unranked-tensor',
  TupleType: (type) => type.kind === 'tuple',
  UnrankedMemRefType: (type) => type.kind === 'unranked-memref',
  UnrankedTensorType: (type) => type.kind === 'unranked-tensor',
  VectorType: (type) => type.kind === 'vector',
};

/** The C++ class test `isa<name>` for types; undefined for classes that nothing here knows. */
export function typeClass(name: string): Predicate<Type> | undefined {
  return typeClasses[name];
}

export const typePredicates: PredicateLanguage<Type> = {
  leaf(expression) {
    for (const [pattern, meaning] of typeLeaves) {
      const match = pattern.exec(expression);
      if (match !== null) return meaning(...match.slice(1));
    }
    return undefined;
  },
  on(subject: PredicateSubject, tree: PredicateTree) {
    const inner = compilePredicate(tree, typePredicates);
    switch (subject) {
      case 'element-type':
        return (type) => (isShaped(type) ? inner(type.elementType) : false);
      case 'complex-element-type':
        return (type) => (type.kind === 'complex' ? inner(type.elementType) : false);
      case 'llvm-vector-element-type':
        return (type) => (type.kind === 'vector' ? inner(type.elementType) : undefined);
      case 'array-element':
      case 'type-attr-value':
        return undefined;
    }
  },
};

export function isShaped(type: Type): type is ShapedType {
  return 'elementType' in type && type.kind !== 'complex';
}

/** The element type of a shaped type, else the type itself. */
export function elementTypeOrSelf(type: Type): Type {
  return isShaped(type) ? type.elementType : type;
}

function isInteger(type: Type, signedness: string, width = ''): boolean {
  return type.kind === 'integer' && type.signedness === signedness && (width === '' || type.width === Number(width));
}

function isLlvmType(type: Type, mnemonic: string): boolean {
  return type.kind === 'dialect' && type.dialect === 'llvm' && (type.body === mnemonic || type.body.startsWith(`${mnemonic}<`));
}

function compare(left: number, relation: string, right: number): boolean {
  switch (relation) {
    case '==':
      return left === right;
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left < right;
  }
}
