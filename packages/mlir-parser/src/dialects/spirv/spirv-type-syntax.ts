import { normalisedSpacing } from '../../ods/dialect-symbol-text.js';

/** The text of a SPIR-V type as MLIR prints it: sizes of arrays and matrices stand apart from the `x`. */
export function canonicalSpirvType(body: string): string {
  return normalisedSpacing(body).replaceAll(/\b(array|matrix)<(\d+)\s*x\s*/g, (_, kind: string, size: string) => `${kind}<${size} x `);
}
