/**
 * Where the output differs from mlir-opt-19's on the committed sample, by file: the pieces, as the
 * test names them, and the cause.
 */
export const knownDifferences: Readonly<Record<string, { readonly cause: string; readonly pieces: readonly string[] }>> = {
  'Dialect/Tensor/fold-reassociative-reshapes.mlir': {
    cause: 'mlir-opt-19 crashes while it bufferizes a reshape',
    pieces: ['#0 no answer: builtin.module(fold-tensor-subset-ops,one-shot-bufferize{bufferize-function-boundaries})'],
  },
  'Transforms/sccp-callgraph.mlir': {
    cause: 'mlir-opt-19 crashes in remove-dead-values, on a call whose results are used',
    pieces: ['#0 no answer: builtin.module(mem2reg,sroa,remove-dead-values)'],
  },
};
