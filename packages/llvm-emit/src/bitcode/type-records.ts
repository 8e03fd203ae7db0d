import { BlockId, fieldWidth, isChar6, localAbbreviation, TypeCode, zkllvmCodes } from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import { isUnnamed } from '../ir/identifier.js';
import type { FloatTypeName, StructType, Type } from '../ir/type.js';
import type { TypeNumbering } from './type-numbering.js';

const FLOAT_CODES: Readonly<Record<FloatTypeName, number>> = {
  half: TypeCode.HALF,
  bfloat: TypeCode.BFLOAT,
  float: TypeCode.FLOAT,
  double: TypeCode.DOUBLE,
  x86_fp80: TypeCode.X86_FP80,
  fp128: TypeCode.FP128,
  ppc_fp128: TypeCode.PPC_FP128,
};

const encoder = new TextEncoder();

/** Writes the TYPE block. */
export function writeTypes(stream: BitstreamWriter, types: TypeNumbering): void {
  stream.enterBlock(BlockId.TYPE, 4);
  const width = fieldWidth(types.list.length);
  const abbreviations = {
    opaquePointer: stream.defineAbbreviation(localAbbreviation.type.opaquePointer),
    function: stream.defineAbbreviation(localAbbreviation.type.function(width)),
    structAnon: stream.defineAbbreviation(localAbbreviation.type.structAnon(width)),
    structName: stream.defineAbbreviation(localAbbreviation.type.structName),
    structNamed: stream.defineAbbreviation(localAbbreviation.type.structNamed(width)),
    array: stream.defineAbbreviation(localAbbreviation.type.array(width)),
  };
  const number = (type: Type): number => types.numberOf(type.id);
  const writeStruct = (type: StructType): void => {
    if (type.name !== undefined && !isUnnamed(type.name)) {
      const name = encoder.encode(type.name);
      stream.record(TypeCode.STRUCT_NAME, [], isChar6(name) ? abbreviations.structName : undefined, name);
    }
    if (type.fields === undefined) {
      stream.record(TypeCode.OPAQUE, [0]);
      return;
    }
    const [code, abbreviation] =
      type.name === undefined
        ? [TypeCode.STRUCT_ANON, abbreviations.structAnon]
        : [TypeCode.STRUCT_NAMED, abbreviations.structNamed];
    stream.record(code, [type.packed ? 1 : 0, ...type.fields.map(number)], abbreviation);
  };
  const write = (type: Type): void => {
    switch (type.kind) {
      case 'void':
        stream.record(TypeCode.VOID, []);
        return;
      case 'label':
        stream.record(TypeCode.LABEL, []);
        return;
      case 'metadata':
        stream.record(TypeCode.METADATA, []);
        return;
      case 'integer':
        stream.record(TypeCode.INTEGER, [type.width]);
        return;
      case 'float':
        stream.record(FLOAT_CODES[type.name], []);
        return;
      case 'field':
        stream.record(zkllvmCodes.type.GALOIS_FIELD, [type.field.kind]);
        return;
      case 'curve':
        stream.record(zkllvmCodes.type.ELLIPTIC_CURVE, [type.curve.kind]);
        return;
      case 'target':
        stream.record(TypeCode.STRUCT_NAME, [], undefined, encoder.encode(type.name));
        stream.record(TypeCode.TARGET_TYPE, [
          type.typeParameters.length,
          ...type.typeParameters.map(number),
          ...type.integerParameters,
        ]);
        return;
      case 'pointer':
        stream.record(
          TypeCode.OPAQUE_POINTER,
          [type.addressSpace],
          type.addressSpace === 0 ? abbreviations.opaquePointer : undefined,
        );
        return;
      case 'array':
        stream.record(TypeCode.ARRAY, [type.length, number(type.element)], abbreviations.array);
        return;
      case 'vector':
        stream.record(TypeCode.VECTOR, [type.length, number(type.element)]);
        return;
      case 'struct':
        writeStruct(type);
        return;
      case 'function':
        stream.record(
          TypeCode.FUNCTION,
          [type.varargs ? 1 : 0, number(type.returnType), ...type.parameters.map(number)],
          abbreviations.function,
        );
        return;
    }
  };
  stream.record(TypeCode.NUMENTRY, [types.list.length]);
  for (const type of types.list) write(type);
  stream.exitBlock();
}
