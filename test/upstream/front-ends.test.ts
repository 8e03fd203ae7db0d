import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SourceFile } from '@mlir2zk/mlir-parser';
import { lowerToAffine } from '@mlir2zk/upstream';
import { exitCode, mlir2zk } from '../mlir2zk.js';

const inputs = join(import.meta.dirname, '../../packages/upstream/test/inputs');

/**
 * Models of other front ends, brought to affine by upstream's passes. The vectors beside the models
 * hold inputs that are multiples of 1/64 and the outputs of a calculation in doubles.
 */
describe('models in linalg and tosa', () => {
  let directory: string;
  beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'front-ends-'))));
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(['linalg-matmul', 'linalg-nhwc-network', 'scf-loop', 'tosa-network'])('run takes %s as it is', async (name) => {
    const { status, stderr } = await mlir2zk([
      'run', join(inputs, `${name}.mlir`), '--inputs', join(inputs, `${name}.json`), '--tolerance', '0.001',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(exitCode.ok);
  });

  it('lower --verify-with-llvm lets LLVM check the circuit', async () => {
    const { status, stderr } = await mlir2zk(['lower', join(inputs, 'linalg-matmul.mlir'), '--verify-with-llvm', '-o', '/dev/null']);
    expect(stderr).toBe('');
    expect(status).toBe(exitCode.ok);
  });

  it('a model that upstream refuses is a located error', async () => {
    const file = join(directory, 'bad.mlir');
    writeFileSync(file, 'func.func @f(%a: tensor<2xf32>) -> tensor<3xf32> {\n  %0 = tosa.abs %a : (tensor<2xf32>) -> tensor<2xf32>\n  return %0 : tensor<2xf32>\n}\n');
    const { status, stderr } = await mlir2zk(['lower', file]);
    expect(status).toBe(exitCode.inputError);
    expect(stderr).toMatch(/bad\.mlir:3:3: error: /);
  });

  it('parse --upstream finds the two parsers of one mind', async () => {
    const { status, stdout } = await mlir2zk(['parse', '--upstream', join(inputs, '../../../../examples/digits/digits_cnn.mlir')]);
    expect(stdout).toContain('print the same text');
    expect(status).toBe(exitCode.ok);
  });

  async function affineFile(name: string): Promise<string> {
    const file = join(directory, `${name}.mlir`);
    const source = new SourceFile(`${name}.mlir`, readFileSync(join(inputs, `${name}.mlir`)));
    writeFileSync(file, await lowerToAffine(source));
    return file;
  }

  it.each(['linalg-matmul', 'linalg-conv-relu', 'linalg-nhwc-network', 'tosa-network'])('%s runs right in the assigner', async (name) => {
    const { status, stdout, stderr } = await mlir2zk([
      'run', await affineFile(name), '--inputs', join(inputs, `${name}.json`), '--tolerance', '0.001',
    ]);
    expect(stderr).toBe('');
    expect(status).toBe(exitCode.ok);
    expect(stdout).toContain('largest error:');
  });

  it.each([
    ['linalg-matmul', ['zkml.matmul']],
    ['linalg-conv-relu', ['zkml.conv', 'zkml.relu']],
    ['linalg-nhwc-network', ['zkml.conv', 'zkml.relu', 'zkml.max_pool']],
    ['tosa-network', ['zkml.conv', 'zkml.relu', 'zkml.max_pool', 'zkml.gemm']],
  ])('the layers of %s are those of its twin in ONNX', async (name, layers) => {
    const { stdout } = await mlir2zk(['opt', await affineFile(name), '--pass-pipeline=builtin.module(raise-to-zkml{verify-raising})']);
    expect(stdout.match(/zkml\.\w+/g)).toEqual(layers);
  });
});
