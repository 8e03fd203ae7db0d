import { zkllvmCodes } from './zkllvm.js';

/** The keywords of attributes in the order of their kind numbers, which begin at 1. Up to 86 LLVM 16 knows them too. */
const KEYWORDS = `align alwaysinline byval inlinehint inreg minsize naked nest noalias nobuiltin nocapture noduplicate
  noimplicitfloat noinline nonlazybind noredzone noreturn nounwind optsize readnone readonly returned returns_twice signext
  alignstack ssp sspreq sspstrong sret sanitize_address sanitize_thread sanitize_memory uwtable zeroext builtin cold optnone
  inalloca nonnull jumptable dereferenceable dereferenceable_or_null convergent safestack argmemonly swiftself swifterror
  norecurse inaccessiblememonly inaccessiblemem_or_argmemonly allocsize writeonly speculatable strictfp sanitize_hwaddress
  nocf_check optforfuzzing shadowcallstack speculative_load_hardening immarg willreturn nofree nosync sanitize_memtag
  preallocated nomerge null_pointer_is_valid noundef byref mustprogress nocallback hot noprofile vscale_range swiftasync
  nosanitize_coverage elementtype disable_sanitizer_instrumentation nosanitize_bounds allocalign allocptr allockind
  presplitcoroutine fn_ret_thunk_extern skipprofile memory nofpclass optdebug writable coro_only_destroy_when_complete
  dead_on_unwind range sanitize_numerical_stability initializes hybrid_patchable sanitize_realtime
  sanitize_realtime_blocking coro_elide_safe noext nodivergencesource sanitize_type captures dead_on_return
  sanitize_alloc_token nocreateundeforpoison`.split(/\s+/);

/** Kind numbers of attributes by keyword, as in LLVM 22; up to 95 LLVM 19 knows them too. */
export const attributeKinds: ReadonlyMap<string, number> = new Map(KEYWORDS.map((name, index) => [name, index + 1]));

/** Kind numbers of attributes by keyword in zkLLVM's fork of LLVM 16: its own two follow the 87 that it began with. */
export const zkllvmAttributeKinds: ReadonlyMap<string, number> = new Map([
  ...[...attributeKinds].filter(([, kind]) => kind < zkllvmCodes.attribute.circuit),
  ...Object.entries(zkllvmCodes.attribute),
]);
