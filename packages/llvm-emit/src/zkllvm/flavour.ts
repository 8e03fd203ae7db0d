import { LlvmModule } from '../ir/module.js';

/** The triple of zkLLVM's target; the assigner does not check it. */
export const TARGET_TRIPLE = 'assigner';

/**
 * zkLLVM's data layout: every scalar, aggregate and pointer is aligned to one byte, so no struct has padding. The
 * assigner sums store sizes and ignores padding, which only this layout makes right.
 */
export const DATA_LAYOUT = 'e-m:e-p:64:8-a:8-i16:8-i32:8-i64:8-v768:8-v1152:8-v1536:8';

/** The function attribute that marks the entry point. */
export const CIRCUIT_ATTRIBUTE = 'circuit';

/** The parameter attribute of inputs that only the prover knows. */
export const PRIVATE_INPUT_ATTRIBUTE = 'private_input';

/** An empty module with zkLLVM's triple and data layout. */
export function createZkLlvmModule(): LlvmModule {
  const module = new LlvmModule();
  module.targetTriple = TARGET_TRIPLE;
  module.dataLayout = DATA_LAYOUT;
  return module;
}
