import { DiagnosticError, type SourceFile } from '@mlir2zk/mlir-parser';

/** The value in a JSON file. Throws a DiagnosticError at the place where the text stops being JSON. */
export function parseJson(source: SourceFile): unknown {
  const text = source.text(0, source.bytes.length);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const start = position === undefined ? source.bytes.length : Buffer.byteLength(text.slice(0, Number(position)));
    throw new DiagnosticError({
      severity: 'error',
      message: `this is no JSON: ${message.replace(/ in JSON at position.*$| at position.*$/s, '').toLowerCase()}`,
      range: { file: source, start, end: start },
    });
  }
}
