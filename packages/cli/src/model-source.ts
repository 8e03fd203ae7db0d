import { parsePassPipeline, PassManager, readModel, type Model, type Toolkit } from '@mlir2zk/lowering';
import { renderDiagnostic, SourceFile, verifyOperation } from '@mlir2zk/mlir-parser';
import { readInput } from './input-file.js';
import type { Io } from './io.js';

/**
 * The model in `source`, after the passes of the textual pipeline `passes`, if one is given. Throws a DiagnosticError if the
 * text is no valid model, the pipeline is none, or a pass fails.
 */
export function prepareModel(io: Io, source: SourceFile, toolkit: Toolkit, passes: string | undefined): Model {
  const pipeline = passes === undefined ? undefined : parsePassPipeline(passes, toolkit.passes);
  const model = readModel(source, toolkit.createContext());
  if (pipeline !== undefined)
    new PassManager(model.context, pipeline, {
      verify: (op) => verifyOperation(op, model.context),
      report: (diagnostic) => io.stderr(`${renderDiagnostic(diagnostic)}\n`),
    }).run(model.module);
  return model;
}

/** Dialects above affine loops, which upstream's passes bring down to these. */
const tensorDialects = ['linalg', 'tosa', 'tensor', 'bufferization'];

/**
 * The MLIR text of the model in file `name`. A model of linalg, tosa or tensor operations is brought to affine loops first,
 * by upstream's passes in WebAssembly, which are loaded only then. Throws a DiagnosticError if that fails.
 */
export async function readModelSource(io: Io, name: string): Promise<SourceFile> {
  const source = readInput(io, name);
  if (!tensorDialects.some((dialect) => hasOperationOf(source.bytes, dialect))) return source;
  const { lowerToAffine } = await import('@mlir2zk/upstream');
  return new SourceFile(`${name} (after upstream's passes to affine)`, await lowerToAffine(source));
}

/**
 * Whether an operation of `dialect` stands in the text: `%0 = linalg.…`, `"linalg.…"(…)`. A look at the bytes, because
 * not every operation of these dialects can be parsed here.
 */
function hasOperationOf(bytes: Uint8Array, dialect: string): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = text.indexOf(`${dialect}.`); at >= 0; at = text.indexOf(`${dialect}.`, at + 1)) {
    const before = at === 0 ? ' ' : String.fromCharCode(text[at - 1]);
    const after = text.toString('latin1', at + dialect.length + 1, at + dialect.length + 64);
    if (/\s/.test(before) && /^[a-z_]/.test(after)) return true;
    if (before === '"' && /^[a-z_][\w.]*"\s*[(<]/.test(after)) return true;
  }
  return false;
}
