import type { ShapedType, Type } from '../ir/type.js';
import type { PredicateSubject, PredicateTree } from './dialect-table.js';
import { compilePredicate, type Predicate, type PredicateLanguage } from './predicate.js';

/** C++ expressions over `$_self` of type Type, as the tables spell them. */
const typeLeaves: readonly (readonly [RegExp, (...groups: string[]) => Predicate<Type>])[] = [
  [/^isa<(\w+)>\(\$_self\)$/, (name) => typeClasses[name ?? ''] ?? (() => undefined)],
  [/^(!?)isa<(LLVM::LLVM\w+Type(?:, LLVM::LLVM\w+Type)*)>\(\$_self\)$/, (not, classes) => {
    const mnemonics = (classes ?? '').split(', ').map((name) => llvmMnemonics[name] ?? name);
    return (type) => mnemonics.some((mnemonic) => isLlvmType(type, mnemonic)) === (not === '');
  }],
  [/^isa<quant::QuantizedType>\(\$_self\)$/, () => (type) => type.kind === 'dialect' && type.dialect === 'quant'],
  [/^LLVM::isCompatibleFloatingPointType\(\$_self\)$/, () => isLlvmFloat],
  [/^LLVM::isCompatibleVectorType\(\$_self\)$/, () => isLlvmVector],
  [/^LLVM::isCompatibleOuterType\(\$_self\)$/, () => (type) =>
    isLlvmFloat(type) || isLlvmVector(type) || isInteger(type, 'signless') || type.kind === 'dialect'],
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

const llvmMnemonics: Readonly<Record<string, string>> = {
  'LLVM::LLVMArrayType': 'array',
  'LLVM::LLVMFunctionType': 'func',
  'LLVM::LLVMPointerType': 'ptr',
  'LLVM::LLVMStructType': 'struct',
  'LLVM::LLVMTargetExtType': 'target',
  'LLVM::LLVMTokenType': 'token',
  'LLVM::LLVMVoidType': 'void',
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

function isLlvmFloat(type: Type): boolean {
  if (type.kind === 'float') return ['f16', 'bf16', 'f32', 'f64', 'f80', 'f128'].includes(type.name);
  return isLlvmType(type, 'ppc_fp128');
}

function isLlvmVector(type: Type): boolean {
  if (type.kind !== 'vector') return isLlvmType(type, 'vec');
  const { elementType } = type;
  return type.shape.length === 1 && (isLlvmFloat(elementType) || isInteger(elementType, 'signless') || isLlvmType(elementType, 'ptr'));
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
