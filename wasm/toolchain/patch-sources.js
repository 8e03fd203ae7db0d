#!/usr/bin/env node
/**
 * Writes changed copies of those sources that need a change, below `patched/`. The source tree
 * itself stays as Debian ships it. An edit that finds nothing to change is an error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patchedDirectory, sourceDirectory, toolchainDirectory } from './directories.js';
import { writeIfChanged } from './write-if-changed.js';

/**
 * `size()` is 32 bits wide here. In `int64_t x = a.size() - b` the difference is computed in 32
 * unsigned bits, so that what is -1 on a 64-bit machine becomes 4294967295.
 */
const narrowDifference = /\b(int64_t \w+ = )([\w.]+(?:->\w+)?\.size\(\))( - )/g;

/**
 * @typedef {object} Edit
 * @property {string} from start of the text to replace; it occurs in the file
 * @property {string} [upTo] the replaced text ends before this one; without it, at the end of `from`
 * @property {string} [to] what takes its place: nothing unless given
 */

/**
 * Edits by file, each file with the reason.
 *
 * @type {Record<string, Edit[]>}
 */
const edits = {
  // The gpu and nvgpu dialects are not built in, so their operations cannot occur.
  'mlir/lib/Dialect/MemRef/Transforms/FoldMemRefAliasOps.cpp': [
    { from: '#include "mlir/Dialect/GPU/IR/GPUDialect.h"\n' },
    { from: '#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"\n' },
    { from: 'static Value getMemRefOperand(nvgpu::', upTo: 'static Value getMemRefOperand(vector::LoadOp' },
    { from: 'static Value getMemRefOperand(gpu::', upTo: '//===--' },
    { from: '/// Folds nvgpu.device_async_copy', upTo: '} // namespace' },
    { from: '      .Case([&](gpu::SubgroupMmaLoadMatrixOp', upTo: '      .Default' },
    { from: '      .Case([&](gpu::SubgroupMmaStoreMatrixOp', upTo: '      .Default' },
    { from: 'LogicalResult NVGPUAsyncCopyOpSubViewOpFolder::', upTo: 'void memref::populateFoldMemRefAliasOpPatterns' },
    { from: 'LoadOpOfSubViewOpFolder<nvgpu::LdMatrixOp>,' },
    { from: 'LoadOpOfSubViewOpFolder<gpu::SubgroupMmaLoadMatrixOp>,' },
    { from: 'StoreOpOfSubViewOpFolder<gpu::SubgroupMmaStoreMatrixOp>,' },
    { from: ', NVGPUAsyncCopyOpSubViewOpFolder>(', to: '>(' },
  ],
  'mlir/lib/Dialect/Linalg/TransformOps/DialectExtension.cpp': [
    { from: '#include "mlir/Dialect/GPU/IR/GPUDialect.h"\n' },
    { from: '    declareGeneratedDialect<gpu::GPUDialect>();\n' },
  ],
  'mlir/lib/Dialect/Linalg/TransformOps/LinalgTransformOps.cpp': [
    { from: '#include "mlir/Dialect/GPU/IR/GPUDialect.h"\n' },
    {
      from: '    auto addressSpace = cast<mlir::gpu::GPUMemorySpaceMappingAttr>(mapping[0]);\n',
      upTo: '  }\n\n  if (failed(promoteSubviewsPrecondition(',
      to: '    return mlir::emitDefiniteFailure(target, "the gpu dialect is not part of this build");\n',
    },
    {
      from: '  // Check if the op is supported.\n  if (!isa<linalg::CopyOp, tensor::PadOp>(target)) {',
      upTo: '}\n\n//===--',
      to: '  return mlir::emitDefiniteFailure(target, "the gpu dialect is not part of this build");\n',
    },
  ],
  'mlir/lib/Dialect/Linalg/Transforms/Promotion.cpp': [
    { from: '#include "mlir/Dialect/GPU/IR/GPUDialect.h"\n' },
    {
      from: '/// Allocate the given subview to a memory address space in GPU',
      upTo: '/// In case of GPU private memory there is no need to deallocate',
    },
  ],
  'mlir/lib/Dialect/MemRef/TransformOps/MemRefTransformOps.cpp': [
    { from: '#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"\n' },
    { from: '    declareGeneratedDialect<nvgpu::NVGPUDialect>();\n' },
  ],
  'mlir/lib/Dialect/MemRef/Transforms/ExtractAddressComputations.cpp': [
    { from: '#include "mlir/Dialect/NVGPU/IR/NVGPUDialect.h"\n' },
    { from: '// Matches getFailureOrSrcMemRef specs for LdMatrixOp.', upTo: '//===--' },
    { from: '      LoadStoreLikeOpRewriter<\n          nvgpu::LdMatrixOp,', upTo: '      LoadStoreLikeOpRewriter<\n          vector::TransferReadOp' },
  ],
  // The dialects of particular processors are not built in: the options for them are errors.
  'mlir/lib/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.cpp': [
    ...['AMX/AMXDialect', 'AMX/Transforms', 'ArmNeon/ArmNeonDialect', 'ArmSVE/IR/ArmSVEDialect']
      .concat(['ArmSVE/Transforms/Transforms', 'X86Vector/Transforms', 'X86Vector/X86VectorDialect'])
      .map((header) => ({ from: `#include "mlir/Dialect/${header}.h"\n` })),
    { from: '    if (armNeon)\n', upTo: '  }\n  void runOnOperation() override;' },
    {
      from: '  if (armNeon) {\n',
      upTo: '  if (failed(\n          applyPartialConversion',
      to: `  if (armNeon || armSVE || amx || x86Vector) {
    getOperation()->emitError("the options of convert-vector-to-llvm for "
                              "particular processors are not part of this build");
    return signalPassFailure();
  }
`,
    },
  ],
};

/**
 * @param {string} path
 * @param {string} text
 * @param {Edit} edit
 */
function edited(path, text, { from, upTo, to = '' }) {
  const start = text.indexOf(from);
  const end = upTo === undefined ? start + from.length : text.indexOf(upTo, start);
  if (start < 0 || end < 0) throw new Error(`${path} has no text from '${from}'${upTo ? ` up to '${upTo}'` : ''}`);
  return text.slice(0, start) + to + text.slice(end);
}

const paths = readFileSync(join(toolchainDirectory, 'sources.txt'), 'utf8').trim().split('\n');
for (const path of new Set([...Object.keys(edits), ...paths])) {
  const original = readFileSync(join(sourceDirectory, path), 'utf8');
  const text = (edits[path] ?? [])
    .reduce((before, edit) => edited(path, before, edit), original)
    .replaceAll(narrowDifference, '$1static_cast<int64_t>($2)$3');
  if (text === original) continue;
  console.log(`patched ${path}`);
  writeIfChanged(join(patchedDirectory, path), text);
}
