import type { Attribute } from '@mlir2zk/mlir-parser';

/** What `krnl.entry_point` says of one input or output. */
export interface SignatureEntry {
  readonly name: string | undefined;
}

export interface Signature {
  readonly inputs: readonly SignatureEntry[];
  readonly outputs: readonly SignatureEntry[];
}

/**
 * The signature of `krnl.entry_point`: two JSON arrays, each ended by a NUL, the second after an `@`. onnx-mlir leaves types
 * like `bf16` without quotes. Shapes and types are taken from the function, so a signature that cannot be read is no error:
 * it only names the arrays.
 */
export function parseSignature(attribute: Attribute | undefined): Signature | undefined {
  if (attribute?.kind !== 'string') return undefined;
  const [inputs, outputs] = attribute.value.split('\0@').map(entries);
  return inputs === undefined || outputs === undefined ? undefined : { inputs, outputs };
}

function entries(text: string): SignatureEntry[] | undefined {
  const json = text.replaceAll('\0', '').replaceAll(/("type"\s*:\s*)([A-Za-z_]\w*)/g, '$1"$2"');
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed)) return undefined;
  return parsed.map((entry: unknown) => {
    const name = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
    return { name: typeof name === 'string' && name !== '' ? name : undefined };
  });
}
