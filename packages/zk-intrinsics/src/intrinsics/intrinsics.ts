import type { Intrinsic } from '../definition/intrinsic.js';
import { averagePool } from './average-pool.js';
import { conv } from './conv.js';
import { gemm } from './gemm.js';
import { matmul } from './matmul.js';
import { maxPool } from './max-pool.js';
import { reduceMax } from './reduce-max.js';
import { reduceMean } from './reduce-mean.js';
import { reduceMin } from './reduce-min.js';
import { reduceProd } from './reduce-prod.js';
import { reduceSum } from './reduce-sum.js';
import { relu } from './relu.js';
import { softmax } from './softmax.js';

/** All intrinsics. Where two match the same statement, the earlier one is taken: the special before the general. */
export const intrinsics: readonly Intrinsic[] = [
  maxPool,
  averagePool,
  conv,
  matmul,
  gemm,
  reduceSum,
  reduceMean,
  reduceMax,
  reduceMin,
  reduceProd,
  relu,
  softmax,
];
