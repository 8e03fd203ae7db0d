/** The native field in circuit texts. */
export const F = '__zkllvm_field_pallas_base';
/** Its characteristic. */
export const P = 0x40000000000000000000000000000000224698fc094cf91b992d30ed00000001n;

const DECLARATIONS = `
declare void @llvm.assigner.exit.check(i1)
declare void @llvm.assigner.exit.check.eq.${F}(${F}, ${F})
declare void @llvm.assigner.bit.decomposition.field.${F}(ptr, i32, ${F}, i1)
declare ${F} @llvm.assigner.bit.composition.${F}(ptr, i32, i1)
declare ${F} @llvm.assigner.fri.lin.inter.${F}(${F}, ${F}, ${F}, ${F})
declare void @llvm.assigner.fri.array.swap(ptr, i32, ptr, i1)
declare ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr, ptr, i32, ptr, i32, ${F})
declare <3 x ${F}> @llvm.assigner.permutation.arg.verifier(ptr, ptr, ptr, i32, ${F}, ${F}, ${F}, ${F}, ${F}, <2 x ${F}>)
declare <3 x ${F}> @llvm.assigner.poseidon.v3${F}(<3 x ${F}>)
declare void @llvm.assigner.print.native.pallas.field.${F}(${F})
declare ptr @llvm.assigner.malloc(i64)
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
attributes #0 = { circuit }
`;

/** A circuit function with this signature and body, all intrinsics declared; `others` are further definitions. */
export function circuit(result: string, parameters: string, body: string, others = ''): string {
  return `${others}\ndefine ${result} @main(${parameters}) #0 {\n${body}\n}\n${DECLARATIONS}`;
}
