/**
 * What the differential run does with the files of each directory of LLVM's tests, besides parsing,
 * verifying and printing them: pipelines of the passes that the directory is about. Directories not
 * listed get `everywhere` only.
 */

/** Printing what was parsed, and the two passes that everything goes through. */
export const everywhere = ['', 'builtin.module(canonicalize,cse)'];

/** @param {string[]} passes */
const onFunctions = (...passes) => `builtin.module(func.func(${passes.join(',')}))`;
/** @param {string[]} passes */
const onModules = (...passes) => `builtin.module(${passes.join(',')})`;

/** What the test itself asks the transform dialect to do. */
const transformed = onModules('transform-interpreter');

/** @type {Readonly<Record<string, readonly string[]>>} */
export const pipelinesOfDirectory = {
  'Conversion/AffineToStandard': [onModules('lower-affine')],
  'Conversion/ArithToLLVM': [onModules('convert-arith-to-llvm')],
  'Conversion/BufferizationToMemRef': [onModules('convert-bufferization-to-memref')],
  'Conversion/ComplexToLLVM': [onModules('convert-complex-to-llvm')],
  'Conversion/ComplexToLibm': [onModules('convert-complex-to-libm')],
  'Conversion/ComplexToStandard': [onModules('convert-complex-to-standard')],
  'Conversion/ControlFlowToLLVM': [onModules('convert-cf-to-llvm')],
  'Conversion/ControlFlowToSCF': [onModules('lift-cf-to-scf')],
  'Conversion/FuncToLLVM': [onModules('convert-arith-to-llvm', 'convert-func-to-llvm', 'reconcile-unrealized-casts')],
  'Conversion/IndexToLLVM': [onModules('convert-index-to-llvm')],
  'Conversion/MathToFuncs': [onModules('convert-math-to-funcs')],
  'Conversion/MathToLLVM': [onModules('convert-math-to-llvm')],
  'Conversion/MathToLibm': [onModules('convert-math-to-libm')],
  'Conversion/MemRefToLLVM': [onModules('finalize-memref-to-llvm')],
  'Conversion/PDLToPDLInterp': [onModules('convert-pdl-to-pdl-interp')],
  'Conversion/ReconcileUnrealizedCasts': [onModules('reconcile-unrealized-casts')],
  'Conversion/SCFToControlFlow': [onModules('convert-scf-to-cf')],
  'Conversion/TensorToLinalg': [onModules('convert-tensor-to-linalg')],
  'Conversion/TosaToArith': [onFunctions('tosa-to-arith{include-apply-rescale=true use-32-bit=true}')],
  'Conversion/TosaToLinalg': [onFunctions('tosa-to-linalg-named', 'tosa-to-linalg')],
  'Conversion/TosaToSCF': [onModules('tosa-to-scf')],
  'Conversion/TosaToTensor': [onFunctions('tosa-to-tensor')],
  'Conversion/UBToLLVM': [onModules('convert-ub-to-llvm')],
  'Conversion/VectorToLLVM': [onModules('convert-vector-to-llvm')],
  'Conversion/VectorToSCF': [onModules('convert-vector-to-scf')],
  'Dialect/Affine': [
    onFunctions('affine-scalrep', 'affine-loop-unroll{unroll-factor=2}', 'affine-simplify-structures'),
    onFunctions('affine-loop-fusion', 'affine-loop-tile{tile-size=8}', 'affine-loop-normalize'),
    onModules('lower-affine', 'convert-scf-to-cf'),
  ],
  'Dialect/Arith': [onModules('arith-expand', 'int-range-optimizations', 'convert-arith-to-llvm')],
  'Dialect/Bufferization': [onModules('one-shot-bufferize{bufferize-function-boundaries}', 'buffer-deallocation-pipeline')],
  'Dialect/Complex': [onModules('convert-complex-to-standard')],
  'Dialect/ControlFlow': [onModules('convert-cf-to-llvm')],
  'Dialect/Func': [onModules('duplicate-function-elimination', 'convert-func-to-llvm')],
  'Dialect/Index': [onModules('int-range-optimizations', 'convert-index-to-llvm')],
  'Dialect/LLVMIR': [onModules('inline', 'llvm-legalize-for-export')],
  'Dialect/Linalg': [
    onModules('linalg-generalize-named-ops', 'linalg-fuse-elementwise-ops', 'linalg-fold-unit-extent-dims'),
    onModules('one-shot-bufferize{bufferize-function-boundaries}', 'convert-linalg-to-affine-loops'),
    onModules('convert-linalg-to-loops'),
    transformed,
  ],
  'Dialect/Math': [onModules('math-uplift-to-fma', 'convert-math-to-llvm', 'convert-math-to-libm')],
  'Dialect/MemRef': [onModules('fold-memref-alias-ops', 'expand-strided-metadata', 'normalize-memrefs')],
  'Dialect/SCF': [
    onModules('scf-for-loop-canonicalization', 'scf-forall-to-for', 'convert-scf-to-cf'),
    onFunctions('scf-for-loop-peeling', 'scf-for-loop-range-folding', 'scf-for-to-while'),
  ],
  'Dialect/Tensor': [onModules('fold-tensor-subset-ops', 'one-shot-bufferize{bufferize-function-boundaries}')],
  'Dialect/Tosa': [
    onFunctions('tosa-infer-shapes', 'tosa-layerwise-constant-fold', 'tosa-optional-decompositions'),
    onFunctions('tosa-to-linalg-named', 'tosa-to-linalg', 'tosa-to-arith', 'tosa-to-tensor'),
  ],
  'Dialect/PDL': [onModules('convert-pdl-to-pdl-interp')],
  'Dialect/Transform': [transformed],
  'Dialect/Vector': [
    transformed,
    onModules('convert-vector-to-scf{full-unroll=true}', 'convert-vector-to-llvm'),
    onModules('lower-vector-mask', 'lower-vector-multi-reduction'),
  ],
  Transforms: [
    onModules('inline', 'sccp', 'loop-invariant-code-motion', 'control-flow-sink', 'symbol-dce'),
    onModules('mem2reg', 'sroa', 'remove-dead-values'),
  ],
};

/**
 * @param {string} path of a test file, from LLVM's mlir/test
 * @returns {readonly string[]}
 */
export function pipelinesFor(path) {
  const directory = Object.keys(pipelinesOfDirectory).find((name) => path.startsWith(`${name}/`));
  return [...everywhere, ...(directory === undefined ? [] : (pipelinesOfDirectory[directory] ?? []))];
}
