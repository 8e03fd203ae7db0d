/**
 * Names of operations in other versions of MLIR, with the name that LLVM 19 has for the same operation. Those without a dialect
 * are of the dialect `std`, which could be left out.
 */
export const formerOperationNames: Readonly<Record<string, string>> = {
  'arith.maxf': 'arith.maximumf',
  'arith.minf': 'arith.minimumf',
  'linalg.init_tensor': 'tensor.empty',
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

/** Names of version 22 for operations of 19. */
export const namesIn19: Readonly<Record<string, string>> = {
  'bufferization.to_buffer': 'bufferization.to_memref',
};

/** Names of version 19 for operations of 22. */
export const namesIn22: Readonly<Record<string, string>> = {
  'bufferization.to_memref': 'bufferization.to_buffer',
  'std.splat': 'vector.broadcast',
  'tosa.int_div': 'tosa.intdiv',
  'tosa.reduce_prod': 'tosa.reduce_product',
  'vector.splat': 'vector.broadcast',
};
