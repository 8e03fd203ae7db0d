/*
 * Brings operations into one form each, and removes what has no use:
 *
 *   %c1 = arith.constant 1 : index
 *   %0 = affine.apply affine_map<(d0)[s0] -> (d0 * s0)>(%i)[%c1]      %1 = affine.load %m[%i]
 *   %1 = affine.load %m[%0]                                       →
 *   %dead = arith.addf %1, %1
 */
import { definePass } from '../pass/pass.js';
import { applyPatternsGreedily } from '../rewrite/greedy-rewrite.js';
import { foldAffineMaps, simplifyAffineMaps } from './canonicalize/affine-maps.js';
import { foldConstants, foldIdentities, foldIndexCasts } from './canonicalize/constant-folding.js';
import { selectToExtremum } from './canonicalize/integer-extrema.js';
import { foldLoops } from './canonicalize/loops.js';

export const canonicalize = definePass({
  name: 'canonicalize',
  summary: 'Folds constants, composes affine maps, removes loops without iterations and operations without use.',
  run(op, { context }) {
    applyPatternsGreedily(op, context, [
      foldConstants(context), foldIdentities, foldIndexCasts(context), selectToExtremum,
      foldAffineMaps(context), simplifyAffineMaps(context), foldLoops,
    ]);
  },
});
