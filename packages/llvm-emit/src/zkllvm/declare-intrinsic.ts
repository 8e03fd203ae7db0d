import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { laneType } from '../ir/type.js';
import type { Type } from '../ir/type.js';
import { llvmIntrinsics } from '../intrinsics/llvm-intrinsics.js';
import { intrinsicIn } from '../intrinsics/signature.js';
import type { IntrinsicSignature, SignatureType } from '../intrinsics/signature.js';
import { enumAttribute } from '../ir/attribute.js';
import { intrinsics } from './intrinsics.js';

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
    case 'target':
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
export function mangledName(definition: IntrinsicSignature, chosen: readonly Type[]): string {
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
    case 'metadata':
      return types.metadata;
    case 'i1':
    case 'i8':
    case 'i32':
    case 'i64':
      return types.int(Number(place.slice(1)));
    default: {
      const [number, part] = place.slice(1).split('.');
      const type = chosen[Number(number)]; // the tables number their places from 0 without gaps
      const flag = type.kind === 'vector' ? types.vector(type.length, types.i1) : types.i1;
      switch (part) {
        case 'element':
          return laneType(type);
        case 'flag':
          return flag;
        case 'overflow':
          return types.struct([type, flag]);
        default:
          return type;
      }
    }
  }
}

/**
 * The declaration of an intrinsic for the given chosen types, made on first use.
 *
 * @param name base name, for instance `llvm.assigner.bit.composition` or `llvm.fma`
 * @param chosen the types that the overload chooses, in the order of the name's suffix
 */
export function declareIntrinsic(module: LlvmModule, name: string, chosen: readonly Type[]): LlvmFunction {
  const definition = intrinsics.get(name) ?? llvmIntrinsics.get(name);
  if (definition === undefined) throw new TypeError(`'${name}' is not a known intrinsic`);
  const mangled = mangledName(definition, chosen);
  const known = module.function(mangled);
  if (known !== undefined) return known;
  const declared = module.addFunction(
    mangled,
    signatureType(module, definition.result, chosen),
    definition.parameters.map((place) => signatureType(module, place, chosen)),
  );
  // What LLVM's own are allowed to do is known to LLVM, whatever a declaration says.
  if (intrinsics.has(name)) declared.attributes = [enumAttribute('nounwind')];
  return declared;
}

/**
 * What is wrong with the declaration of an intrinsic: its type, or the types that its name lists; undefined if nothing
 * is, or if the name is of no known intrinsic.
 */
export function intrinsicProblem(fn: LlvmFunction): string | undefined {
  const own = intrinsicIn(intrinsics, fn.name);
  const definition = own ?? intrinsicIn(llvmIntrinsics, fn.name);
  if (definition === undefined) return undefined;
  const { type, module } = fn;
  const places = [definition.result, ...definition.parameters];
  const given = [type.returnType, ...type.parameters];
  if (given.length !== places.length || type.varargs) {
    return `intrinsic ${definition.name} takes ${definition.parameters.length} arguments`;
  }
  const chosen = definition.overloads.map((_, index) => given[places.indexOf(`$${index}`)]);
  const wrong = places.findIndex((place, index) => signatureType(module, place, chosen) !== given[index]);
  if (wrong >= 0) {
    const expected = signatureType(module, places[wrong], chosen).text;
    const what = wrong === 0 ? 'its result' : `argument ${wrong - 1}`;
    return `intrinsic ${definition.name} has another signature: ${what} must have type '${expected}'`;
  }
  // zkLLVM's own names differ between its versions, and before LLVM 17 some of LLVM's had no suffix.
  if (own !== undefined || fn.name === definition.name) return undefined;
  const expected = mangledName(definition, chosen);
  return expected === fn.name ? undefined : `intrinsic name not mangled correctly for type arguments: should be ${expected}`;
}
