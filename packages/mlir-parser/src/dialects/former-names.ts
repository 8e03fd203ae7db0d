/**
 * Names of operations in other versions of MLIR, with the name that LLVM 19 has for the same operation. Those without a dialect
 * are of the dialect `std`, which could be left out.
 */
export const formerOperationNames: Readonly<Record<string, string>> = {
  'arith.maxf': 'arith.maximumf',
  'arith.minf': 'arith.minimumf',
  'bufferization.to_buffer': 'bufferization.to_memref',
  'llvm.mlir.null': 'llvm.mlir.zero',
  'math.abs': 'math.absf',
  'scf.foreach_thread': 'scf.forall',
  'scf.foreach_thread.perform_concurrently': 'scf.forall.in_parallel',
  'std.assert': 'cf.assert',
  'std.br': 'cf.br',
  'std.call': 'func.call',
  'std.call_indirect': 'func.call_indirect',
  'std.cond_br': 'cf.cond_br',
  'std.constant': 'arith.constant',
  'std.return': 'func.return',
  'std.select': 'arith.select',
  'std.splat': 'vector.splat',
  'std.switch': 'cf.switch',
};
