import type { Intrinsic } from '../definition/intrinsic.js';
import { conv } from './conv.js';
import { gemm } from './gemm.js';
import { matmul } from './matmul.js';
import { maxPool } from './max-pool.js';
import { relu } from './relu.js';

/** All intrinsics. Where two match the same statement, the earlier one is taken: the special before the general. */
export const intrinsics: readonly Intrinsic[] = [maxPool, conv, matmul, gemm, relu];
