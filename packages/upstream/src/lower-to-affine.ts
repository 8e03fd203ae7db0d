import type { SourceFile } from '@mlir2zk/mlir-parser';
import { runUpstreamPipeline } from './run-upstream-pipeline.js';

const tosaToLinalg = [
  'tosa-optional-decompositions',
  'canonicalize',
  'tosa-infer-shapes',
  'tosa-make-broadcastable',
  'tosa-to-linalg-named{prefer-conv2d-kernel-layout-hwcf=false}',
  'canonicalize',
  'tosa-layerwise-constant-fold',
  'tosa-to-linalg',
  'tosa-to-tensor',
  'tosa-to-arith{include-apply-rescale=true use-32-bit=false}',
];

const tensorsToBuffers = [
  'convert-tensor-to-linalg',
  'canonicalize',
  'cse',
  'empty-tensor-to-alloc-tensor',
  'one-shot-bufferize{bufferize-function-boundaries=true function-boundary-type-conversion=identity-layout-map}',
];

const linalgToAffine = [
  'func.func(convert-linalg-to-affine-loops)',
  'fold-memref-alias-ops',
  'func.func(affine-scalrep)',
  'canonicalize',
  'cse',
];

/** The passes of upstream that bring linalg, tosa and tensor operations into affine loops over memrefs. */
export const affinePipeline = `builtin.module(${[`func.func(${tosaToLinalg.join(',')})`, ...tensorsToBuffers, ...linalgToAffine].join(',')})`;

/**
 * Brings a module of linalg, tosa, tensor or scf into the form that mlir2zk reads: functions on
 * memrefs with affine loops, constants as `memref.global`.
 *
 * @throws {DiagnosticError} if the module is malformed or a pass cannot handle it
 */
export function lowerToAffine(source: SourceFile): Promise<string> {
  return runUpstreamPipeline(source, affinePipeline);
}
