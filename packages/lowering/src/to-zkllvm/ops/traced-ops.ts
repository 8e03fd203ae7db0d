import type { Intrinsic } from '@mlir2zk/zk-intrinsics';
import type { TracedOp } from '../trace/traced-op.js';
import { affineOps } from './affine.js';
import { arithCastOps } from './arith-cast.js';
import { arithIntegerOps } from './arith-integer.js';
import { arithRealOps } from './arith-real.js';
import { arithValueOps } from './arith-value.js';
import { builtinOps } from './builtin.js';
import { funcOps } from './func.js';
import { krnlOps } from './krnl.js';
import { mathOps } from './math.js';
import { memrefViewOps } from './memref-view.js';
import { memrefOps } from './memref.js';
import { scfOps } from './scf.js';
import { zkmlOp } from './zkml.js';

/** All operations that can be traced, by name; `zkml` operations come from the records of `intrinsics`. */
export function tracedOps(intrinsics: readonly Intrinsic[]): ReadonlyMap<string, TracedOp> {
  const list = [
    ...affineOps,
    ...arithCastOps,
    ...arithIntegerOps,
    ...arithRealOps,
    ...arithValueOps,
    ...builtinOps,
    ...funcOps,
    ...krnlOps,
    ...mathOps,
    ...memrefOps,
  ...memrefViewOps,
    ...scfOps,
    ...intrinsics.map(zkmlOp),
  ];
  return new Map(list.map((record) => [record.name, record]));
}
