import { moduleText, verifyModule } from '@mlir2zk/llvm-emit';
import { DiagnosticError, printModule, SourceFile } from '@mlir2zk/mlir-parser';
import { readModel, toLlvmDialect, translateToLlvm, type LlvmTranslateOptions } from '@mlir2zk/lowering';

/** The LLVM IR of MLIR text; fails unless the verifier of LLVM modules finds nothing in it. */
export function llvmOf(text: string, options: LlvmTranslateOptions = {}): string {
  const module = translateToLlvm(readModel(new SourceFile('test.mlir', text)).module, options);
  expect(verifyModule(module)).toEqual([]);
  return moduleText(module);
}

/** The llvm dialect of MLIR text, as it prints. */
export function dialectOf(text: string): string {
  const model = readModel(new SourceFile('test.mlir', text));
  return printModule(toLlvmDialect(translateToLlvm(model.module), model.context));
}

/** The function `name` in LLVM IR, from its first to its last line. */
export function functionText(llvm: string, name: string): string {
  const start = llvm.search(new RegExp(`^(define|declare) [^\\n]*@${name}\\(`, 'm'));
  if (start < 0) throw new Error(`there is no function @${name}`);
  const rest = llvm.slice(start);
  return rest.startsWith('declare') ? rest.slice(0, rest.indexOf('\n')) : rest.slice(0, rest.indexOf('\n}') + 2);
}

/** What translating MLIR text says is wrong, one line for each error: `LINE:COLUMN: message`. */
export function errorsOf(text: string, options: LlvmTranslateOptions = {}): string[] {
  try {
    llvmOf(text, options);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ message, range }) => {
      const position = range?.file.positionAt(range.start);
      return `${position?.line}:${position?.column}: ${message}`;
    });
  }
  throw new Error('nothing is wrong');
}
