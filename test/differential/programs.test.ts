import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createModelContext } from '@mlir2zk/lowering';
import { elementByteSize, parseModule, SourceFile } from '@mlir2zk/mlir-parser';
import { lowerToAffine } from '@mlir2zk/upstream';
import { describeWithOracles } from '../oracle.js';
import { lowerToLlvm } from './differential-sweep.js';
import { modelFunction, runOnBytes, type ModelFunction } from './model-run.js';
import { scalarOperations, scalarProgram } from './scalar-program.js';
import { requireAcceptance } from './stock-llvm.js';
import { lowerWithUpstream } from './upstream-pipeline.js';

const programs = join(import.meta.dirname, 'programs');
const tools = ['mlir-opt-19', 'mlir-translate-19', 'lli-19', 'mlir-c-runner-utils-19', 'llvm-as-16', 'llvm-as-19', 'opt-19'];

/** A generator of numbers between 0 and 2^32: the same ones in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
}

/** Inputs of the types of `fn`: floats of all signs up to 4, some of them whole; integers of all bits. Unknown sizes are 5. */
function inputsOf(fn: ModelFunction): { shape: number[]; bytes: Uint8Array }[] {
  const next = numbers(12_345);
  return fn.inputs.map(({ shape: declared, elementType }) => {
    const shape = declared.map((size) => (size < 0 ? 5 : size));
    const count = shape.reduce((product, size) => product * size, 1);
    const size = elementByteSize(elementType) ?? 0;
    const view = new DataView(new ArrayBuffer(count * size));
    for (let i = 0; i < count; i++) {
      const float = i % 5 === 0 ? (next() % 9) - 4 : next() / 2 ** 29 - 4;
      if (elementType.kind !== 'float') for (let byte = 0; byte < size; byte++) view.setUint8(i * size + byte, next() >>> 24);
      else if (size === 8) view.setFloat64(i * size, float, true);
      else view.setFloat32(i * size, float, true);
    }
    return { shape, bytes: new Uint8Array(view.buffer) };
  });
}

/**
 * Checks that the program computes the bits that upstream computes.
 *
 * @param affine the same program in memrefs and loops, where `text` has tensors
 */
async function expectSameResults(text: string, affine = text): Promise<void> {
  const path = join(tmpdir(), `program-${process.pid}.mlir`);
  try {
    writeFileSync(path, text);
    const fn = modelFunction(parseModule(new SourceFile(path, Buffer.from(affine)), createModelContext()));
    const lowered = await lowerToLlvm(path);
    if ('message' in lowered) throw new Error(lowered.message);
    requireAcceptance(lowered.text);
    const inputs = inputsOf(fn);
    expect(runOnBytes(lowered.text, fn, inputs)).toEqual(runOnBytes(lowerWithUpstream(affine), fn, inputs));
  } finally {
    rmSync(path, { force: true });
  }
}

describeWithOracles('programs compute what upstream computes', tools, () => {
  test.each(readdirSync(programs))('%s', async (name) => {
    await expectSameResults(readFileSync(join(programs, name), 'utf8'));
  });
});

describeWithOracles('models of tensors compute what upstream computes', tools, () => {
  test('linalg', async () => {
    const model = `func.func @main_graph(%a: tensor<4x8xf32>, %b: tensor<8x3xf32>) -> tensor<4x3xf32> attributes {llvm.emit_c_interface} {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<4x3xf32>
  %filled = linalg.fill ins(%zero : f32) outs(%empty : tensor<4x3xf32>) -> tensor<4x3xf32>
  %product = linalg.matmul ins(%a, %b : tensor<4x8xf32>, tensor<8x3xf32>) outs(%filled : tensor<4x3xf32>) -> tensor<4x3xf32>
  return %product : tensor<4x3xf32>
}
`;
    await expectSameResults(model, await lowerToAffine(new SourceFile('linalg.mlir', model)));
  });

  test('tosa', async () => {
    const model = `func.func @main_graph(%a: tensor<2x6xf32>, %b: tensor<1x6xf32>) -> tensor<2x6xf32> attributes {llvm.emit_c_interface} {
  %sum = tosa.add %a, %b : (tensor<2x6xf32>, tensor<1x6xf32>) -> tensor<2x6xf32>
  %clamped = tosa.clamp %sum {min_int = 0 : i64, max_int = 6 : i64, min_fp = 0.0 : f32, max_fp = 6.0 : f32} : (tensor<2x6xf32>) -> tensor<2x6xf32>
  %tanh = tosa.tanh %clamped : (tensor<2x6xf32>) -> tensor<2x6xf32>
  return %tanh : tensor<2x6xf32>
}
`;
    await expectSameResults(model, await lowerToAffine(new SourceFile('tosa.mlir', model)));
  });
});

describeWithOracles('each operation on scalars computes what upstream computes', tools, () => {
  test.each(Object.keys(scalarOperations))('%s', async (type) => {
    await expectSameResults(scalarProgram(type, scalarOperations[type]));
  });
});
