/** A prime field that zkLLVM has as a scalar type `__zkllvm_field_<name>`. */
export interface GaloisField {
  readonly name: GaloisFieldName;
  /** Position in zkLLVM's table of fields; bitcode names a field by it. */
  readonly kind: number;
  readonly modulus: bigint;
  /** Size in memory in bytes; alignment is always one byte. */
  readonly storeBytes: number;
}

/** An elliptic curve group that zkLLVM has as a scalar type `__zkllvm_curve_<name>`. */
export interface EllipticCurve {
  readonly name: EllipticCurveName;
  readonly kind: number;
  readonly baseField: GaloisFieldName;
  readonly scalarField: GaloisFieldName;
}

const PALLAS_BASE = 0x40000000000000000000000000000000224698fc094cf91b992d30ed00000001n;
const PALLAS_SCALAR = 0x40000000000000000000000000000000224698fc0994a8dd8c46eb2100000001n;
const BLS12381_BASE =
  0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;
const BLS12381_SCALAR = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;
const CURVE25519_BASE = 2n ** 255n - 19n;
const CURVE25519_SCALAR = 2n ** 252n + 27742317777372353535851937790883648493n;

const FIELD_ROWS = [
  ['pallas_base', PALLAS_BASE, 32],
  ['pallas_scalar', PALLAS_SCALAR, 32],
  ['vesta_base', PALLAS_SCALAR, 32],
  ['vesta_scalar', PALLAS_BASE, 32],
  ['bls12381_base', BLS12381_BASE, 48],
  ['bls12381_scalar', BLS12381_SCALAR, 32],
  ['curve25519_base', CURVE25519_BASE, 32],
  ['curve25519_scalar', CURVE25519_SCALAR, 32],
] as const;

const CURVE_ROWS = [
  ['pallas', 0, 'pallas_base', 'pallas_scalar'],
  ['vesta', 1, 'vesta_base', 'vesta_scalar'],
  ['bls12381', 2, 'bls12381_base', 'bls12381_scalar'],
  ['curve25519', 5, 'curve25519_base', 'curve25519_scalar'],
] as const;

export type GaloisFieldName = (typeof FIELD_ROWS)[number][0];
export type EllipticCurveName = (typeof CURVE_ROWS)[number][0];

/** All fields in the order of their kind numbers. */
export const galoisFields: readonly GaloisField[] = FIELD_ROWS.map(([name, modulus, storeBytes], kind) => ({
  name,
  kind,
  modulus,
  storeBytes,
}));

export const ellipticCurves: readonly EllipticCurve[] = CURVE_ROWS.map(([name, kind, baseField, scalarField]) => ({
  name,
  kind,
  baseField,
  scalarField,
}));

const fieldsByName = new Map<string, GaloisField>(galoisFields.map((field) => [field.name, field]));
const curvesByName = new Map<string, EllipticCurve>(ellipticCurves.map((curve) => [curve.name, curve]));

/** The field of that name. */
export function galoisField(name: GaloisFieldName): GaloisField {
  return fieldsByName.get(name) as GaloisField; // the name's type lists exactly the table's names
}

/** The curve of that name. */
export function ellipticCurve(name: EllipticCurveName): EllipticCurve {
  return curvesByName.get(name) as EllipticCurve; // as above
}
