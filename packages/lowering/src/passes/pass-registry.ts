import { PassRegistry } from '../pass/pass-registry.js';
import { affineRaiseIndex } from './affine-raise-index.js';
import { canonicalize } from './canonicalize.js';
import { cse } from './cse.js';
import { promoteSingleIterations } from './promote-single-iterations.js';
import { raiseToZkml } from './raise-to-zkml.js';

/** A new registry of all passes of this package, to which others can be added. */
export function createPassRegistry(): PassRegistry {
  return new PassRegistry([affineRaiseIndex, canonicalize, cse, promoteSingleIterations, raiseToZkml]);
}

/** The passes of this package. */
export const passRegistry: PassRegistry = createPassRegistry();
