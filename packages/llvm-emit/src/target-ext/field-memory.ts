import type { GaloisFieldName } from '../ir/galois-field.js';
import { ellipticCurves, galoisFields } from '../ir/galois-field.js';
import type { TypeTable } from '../ir/type-table.js';
import type { CurveType, FieldType, IntegerType, StructType, TargetType, Type } from '../ir/type.js';
import { memoryLayout } from '../zkllvm/memory-layout.js';

/** Names of the target extension types; the parameter is zkLLVM's number of the field or curve. */
const FIELD_TYPE = 'zkllvm.field';
const CURVE_TYPE = 'zkllvm.curve';

/** A type that stock LLVM does not have: elements of a field, points of a curve. */
export type FieldOrCurve = FieldType | CurveType;

export function isFieldOrCurve(type: Type): type is FieldOrCurve {
  return type.kind === 'field' || type.kind === 'curve';
}

/** How a field or curve is called in the names of functions and structs: `pallas_base`, `curve.pallas`. */
export function shortName(type: FieldOrCurve): string {
  return type.kind === 'field' ? type.field.name : `curve.${type.curve.name}`;
}

/** The type of a field element or curve point in a register: `target("zkllvm.field", 0)`. */
export function registerType(types: TypeTable, type: FieldOrCurve): TargetType {
  return type.kind === 'field'
    ? types.target(FIELD_TYPE, [], [type.field.kind])
    : types.target(CURVE_TYPE, [], [type.curve.kind]);
}

/** The integer that holds it in memory: as many bytes as zkLLVM stores. */
export function memoryInteger(types: TypeTable, type: FieldOrCurve): IntegerType {
  return types.int(8 * memoryLayout(type).bytes);
}

/** The type of its memory, a named struct of that integer, so that memory of different fields differs in type. */
export function memoryStruct(types: TypeTable, type: FieldOrCurve): StructType {
  const name = `${STRUCT_PREFIX}${shortName(type)}`;
  types.defineStruct(name, [memoryInteger(types, type)], true);
  return types.namedStruct(name);
}

const STRUCT_PREFIX = 'zkllvm.memory.';

/** The field or curve that a target extension type stands for, or undefined. */
export function typeOfRegister(types: TypeTable, type: Type): FieldOrCurve | undefined {
  if (type.kind !== 'target' || type.integerParameters.length !== 1) return undefined;
  const [kind] = type.integerParameters;
  if (type.name === FIELD_TYPE) {
    const field = galoisFields.find((each) => each.kind === kind);
    return field === undefined ? undefined : types.field(field.name);
  }
  const curve = type.name === CURVE_TYPE ? ellipticCurves.find((each) => each.kind === kind) : undefined;
  return curve === undefined ? undefined : types.curve(curve.name);
}

/** The field or curve whose memory a struct is, or undefined. */
export function typeOfMemory(types: TypeTable, type: Type): FieldOrCurve | undefined {
  return type.kind === 'struct' && type.name?.startsWith(STRUCT_PREFIX) === true
    ? typeNamed(types, type.name.slice(STRUCT_PREFIX.length))
    : undefined;
}

/** The field or curve that {@link shortName} gives that name, or undefined. */
export function typeNamed(types: TypeTable, name: string): FieldOrCurve | undefined {
  const field = galoisFields.find((each) => each.name === name);
  if (field !== undefined) return types.field(field.name satisfies GaloisFieldName);
  const curve = ellipticCurves.find((each) => `curve.${each.name}` === name);
  return curve === undefined ? undefined : types.curve(curve.name);
}
