import { stockLlvmText } from '@mlir2zk/llvm-emit';
import type { SourceFile } from '@mlir2zk/mlir-parser';
import { fromMlirError } from './from-mlir-error.js';
import { upstreamInstance } from './upstream-instance.js';

/**
 * Checks LLVM IR by LLVM's own parser and verifier. What only zkLLVM knows is replaced first
 * ({@link stockLlvmText}): types, dominance, terminators and signatures are checked, not what field
 * operations mean. A line keeps its number, a column may shift.
 *
 * @param source text of LLVM IR, zkLLVM's or stock
 * @throws {DiagnosticError} what LLVM objects to
 */
export async function verifyLlvmIr(source: SourceFile): Promise<void> {
  const mlir = await upstreamInstance();
  try {
    using module = mlir.llvm.parse(stockLlvmText(source.text(0, source.bytes.length)), source.name);
    module.verify();
  } catch (error) {
    throw fromMlirError(error, source);
  }
}
