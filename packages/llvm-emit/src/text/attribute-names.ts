/** Attributes whose argument is a type. */
export const typeAttributeNames: ReadonlySet<string> = new Set([
  'byval',
  'byref',
  'sret',
  'inalloca',
  'preallocated',
  'elementtype',
]);

/** All attributes by name, LLVM 17's and zkLLVM's `circuit` and `private_input`. */
export const attributeNames: ReadonlySet<string> = new Set([
  ...typeAttributeNames,
  ...`circuit private_input align alignstack allocalign allocptr allockind allocsize alwaysinline argmemonly
  builtin cold convergent dead_on_return dead_on_unwind dereferenceable dereferenceable_or_null disable_sanitizer_instrumentation
  fn_ret_thunk_extern hot hybrid_patchable immarg inaccessiblemem_or_argmemonly inaccessiblememonly initializes inlinehint inreg
  captures jumptable memory minsize mustprogress naked nest noalias nobuiltin nocallback nocapture nocf_check nocreateundeforpoison
  noduplicate nofpclass nofree noimplicitfloat noinline nomerge nonlazybind nonnull noprofile norecurse noredzone noreturn
  nosanitize_bounds nosanitize_coverage nosync noundef nounwind null_pointer_is_valid optdebug optforfuzzing optnone optsize
  presplitcoroutine range readnone readonly returned returns_twice safestack sanitize_address sanitize_hwaddress sanitize_memory
  sanitize_memtag sanitize_thread sanitize_numerical_stability sanitize_realtime sanitize_realtime_blocking sanitize_type
  sanitize_alloc_token noext nodivergencesource coro_elide_safe coro_only_destroy_when_complete shadowcallstack signext skipprofile speculatable speculative_load_hardening ssp sspreq
  sspstrong strictfp swiftasync swifterror swiftself uwtable vscale_range willreturn writable writeonly zeroext`.split(/\s+/),
]);

/** Linkage keywords of globals and functions. */
export const linkageNames: ReadonlySet<string> = new Set(
  `private internal available_externally linkonce weak common appending extern_weak linkonce_odr weak_odr external`.split(' '),
);

/** Keywords that stand between linkage and type of a global or function and that are kept as they are. */
export const precedingKeywords: ReadonlySet<string> = new Set(
  `dso_local dso_preemptable default hidden protected dllimport dllexport thread_local unnamed_addr local_unnamed_addr
  externally_initialized ccc fastcc coldcc tailcc swiftcc swifttailcc cfguard_checkcc preserve_mostcc preserve_allcc
  webkit_jscc anyregcc ghccc x86_stdcallcc x86_fastcallcc arm_apcscc arm_aapcscc arm_aapcs_vfpcc ptx_kernel ptx_device
  spir_func spir_kernel x86_64_sysvcc win64cc x86_vectorcallcc amdgpu_kernel`.split(/\s+/),
);
