import type { LoweredOp } from '../emission/lowered-op.js';
import { affineOps } from './affine.js';
import { arithOps } from './arith.js';
import { builtinOps } from './builtin.js';
import { cfOps } from './cf.js';
import { funcOps } from './func.js';
import { indexOps } from './index-dialect.js';
import { krnlOps } from './krnl.js';
import { mathOps } from './math.js';
import { memrefViewOps } from './memref-view.js';
import { memrefOps } from './memref.js';
import { scfOps } from './scf.js';
import { vectorOps } from './vector.js';

/** All operations that have code, by name. */
export const loweredOps: ReadonlyMap<string, LoweredOp> = new Map(
  [
    ...affineOps, ...arithOps, ...builtinOps, ...cfOps, ...funcOps, ...indexOps, ...krnlOps, ...mathOps, ...memrefOps,
    ...memrefViewOps, ...scfOps, ...vectorOps,
  ].map((op) => [op.name, op]),
);
