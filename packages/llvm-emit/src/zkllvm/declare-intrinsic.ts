import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import type { Type } from '../ir/type.js';
import { enumAttribute } from '../ir/attribute.js';
import { intrinsics } from './intrinsics.js';
import type { IntrinsicDefinition, SignatureType } from './intrinsics.js';

/**
 * How a chosen type appears in an intrinsic's name. Fields stand with their full type name.
 *
 * @throws TypeError for types that no intrinsic here can choose
 */
export function mangledType(type: Type): string {
  switch (type.kind) {
    case 'integer':
      return `i${type.width}`;
    case 'pointer':
      return `p${type.addressSpace}`;
    case 'vector':
      return `v${type.length}${mangledType(type.element)}`;
    case 'field':
    case 'curve':
      return type.text;
    case 'float':
      return FLOAT_MANGLING[type.name];
    case 'void':
    case 'label':
    case 'metadata':
    case 'array':
    case 'struct':
    case 'function':
      throw new TypeError(`no intrinsic is overloaded on type '${type.text}'`);
  }
}

const FLOAT_MANGLING = {
  half: 'f16',
  bfloat: 'bf16',
  float: 'f32',
  double: 'f64',
  x86_fp80: 'f80',
  fp128: 'f128',
  ppc_fp128: 'ppcf128',
} as const;

/** The name of an intrinsic for the given chosen types. */
export function mangledName(definition: IntrinsicDefinition, chosen: readonly Type[]): string {
  if (chosen.length !== definition.overloads.length) {
    throw new TypeError(
      `intrinsic '${definition.name}' chooses ${definition.overloads.length} types, but ${chosen.length} were given`,
    );
  }
  return [definition.name, ...chosen.map(mangledType)].join('.');
}

/** The type that stands at a place of an intrinsic's signature. */
export function signatureType(module: LlvmModule, place: SignatureType, chosen: readonly Type[]): Type {
  const { types } = module;
  switch (place) {
    case 'void':
      return types.void;
    case 'ptr':
      return types.ptr;
    case 'float':
      return types.float('float');
    case 'i1':
    case 'i8':
    case 'i32':
    case 'i64':
      return types.int(Number(place.slice(1)));
    default:
      return chosen[Number(place.slice(1))]; // the table numbers its places from 0 without gaps
  }
}

/**
 * The declaration of an intrinsic for the given chosen types, made on first use.
 *
 * @param name base name, for instance `llvm.assigner.bit.composition`
 * @param chosen the types that the overload chooses, in the order of the name's suffix
 */
export function declareIntrinsic(module: LlvmModule, name: string, chosen: readonly Type[]): LlvmFunction {
  const definition = intrinsics.get(name);
  if (definition === undefined) throw new TypeError(`'${name}' is not a known intrinsic`);
  const mangled = mangledName(definition, chosen);
  const known = module.function(mangled);
  if (known !== undefined) return known;
  const declared = module.addFunction(
    mangled,
    signatureType(module, definition.result, chosen),
    definition.parameters.map((place) => signatureType(module, place, chosen)),
  );
  declared.attributes = [enumAttribute('nounwind')];
  return declared;
}
