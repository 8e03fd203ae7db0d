/**
 * @typedef {object} KnownDifference
 * @property {RegExp} path
 * @property {RegExp} [pipeline] any unless given
 * @property {readonly import('./differential.js').Verdict[]} verdicts
 * @property {string} cause a sentence without a full stop
 */

/**
 * Why an output differs from mlir-opt-19's, or there is none to compare with.
 *
 * @type {readonly KnownDifference[]}
 */
const knownDifferences = [
  {
    path: /^Dialect\/Affine\/loop-fusion/,
    pipeline: /affine-loop-fusion/,
    verdicts: ['different'],
    cause: 'affine-loop-fusion makes private buffers in the order of a set of pointers, which is that of addresses',
  },
  {
    path: /^Dialect\/Linalg\/convert-conv2d-to-img2col/,
    pipeline: /transform-interpreter/,
    verdicts: ['different'],
    cause: 'transform.print writes to standard output, which WebAssembly has not; the module is the same',
  },
  {
    path: /^Dialect\/Linalg\/transform-op-gpu-map-copy-to-threads/,
    pipeline: /transform-interpreter/,
    verdicts: ['only wasm fails'],
    cause: 'transform.structured.gpu.map_copy_to_threads makes attributes of the gpu dialect, which is not built in',
  },
  {
    path: /^Dialect\/SCF\//,
    pipeline: /scf-forall-to-for/,
    verdicts: ['no answer', 'lost'],
    cause: 'mlir-opt-19 crashes in scf-forall-to-for, on loops with results; so does this build',
  },
  {
    path: /^Dialect\/Tensor\/rewrite-as-constant/,
    pipeline: /one-shot-bufferize/,
    verdicts: ['different'],
    cause: 'one-shot-bufferize makes globals of constants in an order that is not that of the text; the globals are the same',
  },
  {
    path: /^Dialect\/Tensor\/(fold-reassociative-reshapes|canonicalize|ops)/,
    pipeline: /one-shot-bufferize/,
    verdicts: ['no answer'],
    cause: 'mlir-opt-19 crashes while it bufferizes an operation of tensor, such as a reshape',
  },
  {
    path: /^Dialect\/Tosa\//,
    pipeline: /tosa-to-linalg/,
    verdicts: ['no answer'],
    cause: 'mlir-opt-19 crashes in the conversion of tosa',
  },
  {
    path: /^Transforms\/sccp-callgraph/,
    pipeline: /remove-dead-values/,
    verdicts: ['no answer'],
    cause: 'mlir-opt-19 crashes in remove-dead-values, on a call whose results are used',
  },
];

/**
 * The cause of a difference; undefined if it is not known.
 *
 * @param {{ path: string, pipeline: string, verdict: import('./differential.js').Verdict }} difference
 */
export function causeOf({ path, pipeline, verdict }) {
  return knownDifferences.find(
    (known) => known.verdicts.includes(verdict) && known.path.test(path) && (known.pipeline?.test(pipeline) ?? true),
  )?.cause;
}
