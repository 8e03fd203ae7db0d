import { dynamicDimension, type Type } from '../ir/type.js';
import type { Context } from '../ir/context.js';
import { isShaped } from './type-predicate.js';

/**
 * Computes the types of a value from the type of another one; undefined if that type does not fit. Parts of dialects' types are
 * known as text only: they are read with `typeFromText`, and not known without it.
 */
export type TypeTransformer = (type: Type, context: Context, typeFromText?: (text: string) => Type | undefined) => readonly Type[] | undefined;

/** Those that read text: without a parser they know nothing. */
export const textTransformers: ReadonlySet<string> = new Set(['FirstParameter', 'MmaMatrixElementType']);

/** The transformers of `TypesMatchWith`, by the names that the tables give them. */
export const typeTransformers: Readonly<Record<string, TypeTransformer>> = {
  Same: (type) => [type],
  ElementType: (type) => ('elementType' in type ? [type.elementType] : undefined),
  FunctionInputs: (type) => (type.kind === 'function' ? type.inputs : undefined),
  FunctionResults: (type) => (type.kind === 'function' ? type.results : undefined),
  I1SameShape: (type, context) => [i1SameShape(type, context)],
  TensorOfMemRef: (type, context) => {
    if (type.kind === 'memref') return [context.tensorType(type.shape, type.elementType)];
    return type.kind === 'unranked-memref' ? [context.unrankedTensorType(type.elementType)] : undefined;
  },
  ElementTypePerElement: (type) => {
    if (!isShaped(type) || !('shape' in type) || type.shape.includes(dynamicDimension)) return undefined;
    return Array.from({ length: type.shape.reduce((product, size) => product * size, 1) }, () => type.elementType);
  },
  HalfTrailingDimension: (type, context) => withTrailingDimension(type, context, (size) => Math.floor(size / 2)),
  DoubleTrailingDimension: (type, context) =>
    type.kind === 'vector' && type.shape.length === 0
      ? [context.vectorType([2], type.elementType)]
      : withTrailingDimension(type, context, (size) => size * 2),
  IntegerOfVectorLength: (type, context) => (type.kind === 'vector' ? [context.integerType(type.shape[0] ?? 1)] : undefined),
  ScalableSquare: (type, context) => {
    if (type.kind !== 'vector' || type.shape.length !== 1) return undefined;
    return [context.vectorType([type.shape[0], type.shape[0]], type.elementType, [true, true])];
  },
  TrailingDimension16: (type, context) => withTrailingDimension(type, context, () => 16),
  FirstParameter: (type, _, typeFromText) => parsed(/^\w+<([^]*?)(?:, \w+)?>$/.exec(dialectBody(type))?.[1], typeFromText),
  MmaMatrixElementType: (type, _, typeFromText) => parsed(/^mma_matrix<(?:\d+x)+(\w+),/.exec(dialectBody(type))?.[1], typeFromText),
  PdlRange: (type, context) => [context.dialectType('pdl', `range<${dialectBody(type)}>`)],
  PdlValueOfType: (type, context) => [context.dialectType('pdl', dialectBody(type) === 'range<type>' ? 'range<value>' : 'value')],
  LLVMStructOfTypeAndBool: (type, context) => {
    const text = llvmTypeText(type);
    return text === undefined ? undefined : [context.dialectType('llvm', `struct<(${text}, i1)>`)];
  },
};

/** Transformers that give one type for each value of a group. */
export const listTransformers: ReadonlySet<string> = new Set(['ElementTypePerElement', 'FunctionInputs', 'FunctionResults']);

function dialectBody(type: Type): string {
  return type.kind === 'dialect' ? type.body : '';
}

function parsed(text: string | undefined, typeFromText: ((text: string) => Type | undefined) | undefined): Type[] | undefined {
  const type = text === undefined ? undefined : typeFromText?.(text);
  return type === undefined ? undefined : [type];
}

/** `i1`, in a vector or tensor if `type` is one. */
export function i1SameShape(type: Type, context: Context): Type {
  const i1 = context.integerType(1);
  switch (type.kind) {
    case 'vector':
      return context.vectorType(type.shape, i1, type.scalable);
    case 'tensor':
      return context.tensorType(type.shape, i1, type.encoding);
    case 'unranked-tensor':
      return context.unrankedTensorType(i1);
    default:
      return i1;
  }
}

function withTrailingDimension(type: Type, context: Context, change: (size: number) => number): Type[] | undefined {
  if (type.kind !== 'vector' || type.shape.length === 0) return undefined;
  const shape = type.shape.map((size, index) => (index === type.shape.length - 1 ? change(size) : size));
  return [context.vectorType(shape, type.elementType, type.scalable)];
}

/** A scalar type as it stands inside an LLVM struct. */
function llvmTypeText(type: Type): string | undefined {
  if (type.kind === 'integer') return `i${type.width}`;
  if (type.kind === 'float') return type.name;
  return type.kind === 'dialect' && type.dialect === 'llvm' ? type.body : undefined;
}

/** The type that a table names as buildable. */
export function builtType(name: string, context: Context): Type {
  if (name === 'index') return context.indexType;
  if (name === 'none') return context.noneType;
  if (name.startsWith('!')) {
    const dot = name.indexOf('.');
    return context.dialectType(name.slice(1, dot), name.slice(dot + 1));
  }
  if (name === 'tensor<?xindex>') return context.tensorType([dynamicDimension], context.indexType);
  if (name === 'vector<2xi16>') return context.vectorType([2], context.integerType(16));
  const integer = /^([su]?)i(\d+)$/.exec(name);
  if (integer !== null) return context.integerType(Number(integer[2]), integer[1] === 's' ? 'signed' : integer[1] === 'u' ? 'unsigned' : 'signless');
  if (name === 'f16' || name === 'bf16' || name === 'f32' || name === 'f64' || name === 'f80' || name === 'f128') return context.floatType(name);
  throw new Error(`no builder for type ${name}`);
}
