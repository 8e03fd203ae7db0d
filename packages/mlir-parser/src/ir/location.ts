import type { SourceFile } from '../source/source-file.js';
import type { Attribute } from './attribute.js';

/** Where an operation comes from. `source` is a place in the text that was parsed; the others are MLIR's own `loc(…)` forms. */
export type Location =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'source'; readonly file: SourceFile; readonly start: number; readonly end: number }
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'name'; readonly name: string; readonly child: Location | undefined }
  | { readonly kind: 'call-site'; readonly callee: Location; readonly caller: Location }
  | { readonly kind: 'fused'; readonly locations: readonly Location[]; readonly metadata: Attribute | undefined };

/** `loc(unknown)` */
export const unknownLocation: Location = { kind: 'unknown' };
