import { normalisedSpacing } from '../../ods/dialect-symbol-text.js';

/** The text of an LLVM type as MLIR prints it: types inside have no `!llvm.`, sizes stand apart from the `x`. */
export function canonicalLlvmType(body: string): string {
  const spaced = normalisedSpacing(body).replaceAll(/("(?:[^"\\]|\\.)*")|!llvm\./g, (_, text?: string) => text ?? '');
  return spaced.replaceAll(/\b(array|vec)<(\? x )?\s*(\d+)\s*x\s*/g, (_, kind: string, scalable = '', size: string) => `${kind}<${scalable}${size} x `);
}
