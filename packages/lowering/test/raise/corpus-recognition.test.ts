import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raise } from './raise-text.js';

const root = join(import.meta.dirname, '../../../..');

const pool = (kernel: string, strides: string, pads: string, dilations: string): string =>
  `{dilations = [${dilations}], kernel = [${kernel}], pads = [${pads}], strides = [${strides}]}`;

const steps = (strides: string, pads: string, dilations: string): string =>
  `{dilations = [${dilations}], pads = [${pads}], strides = [${strides}]}`;

/** What onnx-mlir was given, as ONNX operators: file, intrinsic, its attributes in the text. */
const layers: readonly (readonly [string, string, string])[] = [
  ['node/test_maxpool_1d_default', 'max_pool', pool('2', '1', '0, 0', '1')],
  ['node/test_maxpool_2d_default', 'max_pool', pool('2, 2', '1, 1', '0, 0, 0, 0', '1, 1')],
  ['node/test_maxpool_2d_pads', 'max_pool', pool('3, 3', '1, 1', '2, 2, 2, 2', '1, 1')],
  ['node/test_maxpool_2d_precomputed_pads', 'max_pool', pool('5, 5', '1, 1', '2, 2, 2, 2', '1, 1')],
  ['node/test_maxpool_2d_precomputed_strides', 'max_pool', pool('2, 2', '2, 2', '0, 0, 0, 0', '1, 1')],
  ['node/test_maxpool_2d_same_upper', 'max_pool', pool('2, 2', '1, 1', '0, 0, 1, 1', '1, 1')],
  ['node/test_globalmaxpool', 'max_pool', pool('5, 5', '1, 1', '0, 0, 0, 0', '1, 1')],
  ['pytorch-converted/test_MaxPool3d_stride', 'max_pool', pool('2, 2, 2', '2, 2, 2', '0, 0, 0, 0, 0, 0', '1, 1, 1')],
  ['pytorch-converted/test_MaxPool3d_stride_padding', 'max_pool', ''],
  ['pytorch-operator/test_operator_maxpool', 'max_pool', ''],
  ['node/test_gemm_all_attributes', 'gemm', '{alpha = 2.500000e-01 : f64, beta = 0.34999999403953552 : f64, transpose_a, transpose_b}'],
  ['node/test_gemm_alpha', 'gemm', '{alpha = 5.000000e-01 : f64}'],
  ['node/test_gemm_default_matrix_bias', 'gemm', ''],
  ['node/test_gemm_default_zero_bias', 'gemm', ''],
  ['node/test_gemm_default_no_bias', 'matmul', ''],
  ['node/test_gemm_transposeA', 'gemm', '{transpose_a}'],
  ['node/test_matmul_3d', 'matmul', ''],
  ['node/test_einsum_batch_matmul', 'matmul', ''],
  ['node/test_einsum_inner_prod', 'matmul', ''],
  ['node/test_relu', 'relu', ''],
  ['node/test_basic_conv_with_padding', 'conv', steps('1, 1', '1, 1, 1, 1', '1, 1')],
  ['node/test_conv_with_autopad_same', 'conv', steps('2, 2', '1, 1, 1, 1', '1, 1')],
  ['node/test_conv_with_strides_and_asymmetric_padding', 'conv', steps('2, 2', '1, 0, 1, 0', '1, 1')],
  ['pytorch-converted/test_Conv1d_dilated', 'conv', steps('1', '0, 0', '2')],
  ['pytorch-converted/test_Conv1d_groups', 'conv', steps('1', '0, 0', '1')],
  ['pytorch-converted/test_Conv1d_pad2size1', 'conv', steps('1', '2, 2', '1')],
  ['pytorch-converted/test_Conv2d_depthwise_padded', 'conv', steps('1, 1', '1, 1, 1, 1', '1, 1')],
  ['pytorch-converted/test_Conv2d_depthwise_strided', 'conv', steps('2, 2', '0, 0, 0, 0', '1, 1')],
  ['pytorch-converted/test_Conv2d_groups_thnn', 'conv', steps('1, 1', '0, 0, 0, 0', '1, 1')],
  ['pytorch-converted/test_Conv2d_no_bias', 'conv', steps('1, 1', '0, 0, 0, 0', '1, 1')],
  ['pytorch-converted/test_Conv3d_dilated_strided', 'conv', steps('2, 2, 2', '0, 0, 0, 0, 0, 0', '2, 2, 2')],
  ['pytorch-converted/test_Conv3d_groups', 'conv', steps('1, 1, 1', '0, 0, 0, 0, 0, 0', '1, 1, 1')],
  ['pytorch-converted/test_Linear', 'gemm', '{transpose_b}'],
  ['pytorch-converted/test_Linear_no_bias', 'matmul', ''],
  ['pytorch-operator/test_operator_mm', 'gemm', ''],
  ['node/test_averagepool_2d_default', 'average_pool', pool('2, 2', '1, 1', '0, 0, 0, 0', '1, 1')],
  ['node/test_averagepool_2d_pads', 'average_pool', pool('3, 3', '1, 1', '2, 2, 2, 2', '1, 1')],
  ['node/test_averagepool_2d_pads_count_include_pad', 'average_pool', pool('3, 3', '1, 1', '2, 2, 2, 2', '1, 1').replace('{', '{count_include_pad, ')],
  ['node/test_averagepool_2d_same_upper', 'average_pool', pool('2, 2', '1, 1', '0, 0, 1, 1', '1, 1')],
  ['pytorch-converted/test_AvgPool3d_stride', 'average_pool', pool('2, 2, 2', '2, 2, 2', '0, 0, 0, 0, 0, 0', '1, 1, 1')],
  ['node/test_reduce_max_default_axes_keepdim_example', 'reduce_max', '{axes = [0, 1, 2]}'],
  ['node/test_reduce_max_do_not_keepdims_example', 'reduce_max', '{axes = [1]}'],
  ['node/test_reduce_min_keepdims_random', 'reduce_min', '{axes = [1]}'],
  ['node/test_reduce_mean_default_axes_keepdims_random', 'reduce_mean', '{axes = [0, 1, 2]}'],
  ['node/test_reduce_mean_negative_axes_keepdims_example', 'reduce_mean', '{axes = [1]}'],
  ['node/test_reduce_prod_negative_axes_keepdims_random', 'reduce_prod', '{axes = [1]}'],
  ['node/test_softmax_axis_1', 'softmax', '{axes = [1]}'],
  ['node/test_softmax_axis_2', 'softmax', '{axes = [2]}'],
  ['pytorch-converted/test_Softmax', 'softmax', '{axes = [1]}'],
  ['pytorch-operator/test_operator_reduced_mean', 'reduce_mean', '{axes = [2]}'],
  ['pytorch-operator/test_operator_reduced_sum', 'reduce_sum', '{axes = [2]}'],
];

test.each(layers)('%s is one zkml.%s', (file, name, attributes) => {
  const { operations, loops } = raise(readFileSync(join(root, 'test/corpus', `${file}.O0.mlir`), 'utf8'));
  expect(operations).toEqual([expect.stringMatching(new RegExp(`^zkml\\.${name} `))]);
  expect(operations[0]).toContain(attributes);
  expect(loops).toBe(0);
});

// Its ONNX kernel is 60x80: the bounds that onnx-mlir 0.4.2 prints for dilated windows leave the last row and column
// out (its one-dimensional sibling is a mismatch in index.tsv for that reason). What counts is what the loops compute.
test('a pooling too large to be executed for verification', () => {
  const file = join(root, 'test/corpus/pytorch-converted/test_MaxPool2d_stride_padding_dilation.O0.mlir');
  expect(raise(readFileSync(file, 'utf8'), { verify: false }).operations).toEqual([
    expect.stringContaining(pool('59, 79', '10, 10', '10, 20, 0, 1', '10, 10')),
  ]);
});

test('the max pooling of examples/maxpool is one zkml.max_pool', () => {
  const { operations, loops } = raise(readFileSync(join(root, 'examples/maxpool/maxpool.mlir'), 'utf8'));
  expect(operations).toEqual([
    `zkml.max_pool ins(%arg0) outs(%alloc) ${pool('2, 2', '2, 2', '0, 0, 0, 0', '1, 1')}`,
  ]);
  expect(loops).toBe(0);
});

test('the layers of examples/digits', () => {
  const { operations } = raise(readFileSync(join(root, 'examples/digits/digits_cnn.mlir'), 'utf8'));
  expect(operations.map((line) => line.split(' ')[0])).toEqual([
    'zkml.conv', 'zkml.relu', 'zkml.max_pool', 'zkml.conv', 'zkml.relu', 'zkml.max_pool', 'zkml.gemm', 'zkml.softmax',
  ]);
});

test.each([
  'node/test_leakyrelu_default', 'node/test_prelu_example', 
  'node/test_argmax_keepdims_random', 'node/test_clip', 'node/test_max_float32',
])('%s holds none of them', (file) => {
  expect(raise(readFileSync(join(root, 'test/corpus', `${file}.O0.mlir`), 'utf8')).operations).toEqual([]);
});
