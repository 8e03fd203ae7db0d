import type { ResourceEntry } from '../ir/attribute.js';
import { encodeHex, writeHex } from './hex-text.js';
import type { Output } from './output.js';
import { isBareIdentifier, quoted } from './string-text.js';

/** `{-# dialect_resources: … #-}` with the blobs of `entries`, which are builtin's; nothing if there are none. */
export function printResourceSection(out: Output, entries: readonly ResourceEntry[]): void {
  if (entries.length === 0) return;
  out.write('\n{-#\n  dialect_resources: {\n    builtin: {\n');
  let separator = '';
  for (const { key, blob } of entries) {
    if (blob === undefined) continue;
    const alignment = new Uint8Array(4);
    new DataView(alignment.buffer).setUint32(0, blob.alignment, true);
    out.write(`${separator}      ${isBareIdentifier(key) ? key : quoted(key)}: "0x`);
    out.writeBytes(encodeHex(alignment));
    writeHex(out, blob);
    out.write('"');
    separator = ',\n';
  }
  out.write('\n    }\n  }\n#-}\n');
}
