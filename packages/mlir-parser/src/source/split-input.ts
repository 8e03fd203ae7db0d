import { SourceFile } from './source-file.js';

/** What stands between the parts of a file, in input and output. */
export const splitMarker = '// -----';

/**
 * The parts of `source` between markers, as `--split-input-file` reads them. Each counts its lines from its marker, and its name
 * says where that stands: `within split at a.mlir:3 offset `. The bytes are shared, not copied.
 */
export function splitInput(source: SourceFile): SourceFile[] {
  const { bytes, name } = source;
  const marker = new TextEncoder().encode(splitMarker);
  const parts: SourceFile[] = [];
  const add = (start: number, end: number): void => {
    const { line } = source.positionAt(start);
    parts.push(new SourceFile(`within split at ${name}:${line} offset `, bytes.subarray(start, end)));
  };
  let start = 0;
  // Markers are looked for at slashes, which weights in hex do not contain.
  for (let at = bytes.indexOf(marker[0]); at >= 0; at = bytes.indexOf(marker[0], at)) {
    if (!marker.every((byte, index) => bytes[at + index] === byte)) {
      at++;
      continue;
    }
    add(start, at);
    start = at += marker.length;
  }
  add(start, bytes.length);
  return parts;
}
