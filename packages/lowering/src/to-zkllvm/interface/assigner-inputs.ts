import type { GaloisField } from '@mlir2zk/llvm-emit';
import { elementOfSigned } from '@mlir2zk/zk-intrinsics';
import type { ArrayLayout, CircuitLayout } from './circuit-layout.js';

/** The two input files of the assigner: JSON values to be written as they are. */
export interface AssignerInputs {
  readonly public: readonly AssignerArray[];
  readonly private: readonly AssignerArray[];
}

/** One argument: its elements as decimal strings of field elements. */
export type AssignerArray = { readonly 'array<field>': readonly string[] };

/**
 * The assigner's inputs for `inputs` (in the order of the layout, see `encodeArray`) and the claimed `outputs`.
 */
export function assignerInputs(
  layout: CircuitLayout,
  inputs: readonly (readonly bigint[])[],
  outputs: readonly (readonly bigint[])[],
  field: GaloisField,
): AssignerInputs {
  const values = [...inputs, ...outputs];
  const arrays = [...layout.inputs, ...layout.outputs];
  const select = (visibility: ArrayLayout['visibility']): AssignerArray[] =>
    arrays.flatMap((array, i) => {
      if (array.argument === undefined || array.visibility !== visibility) return [];
      return [{ 'array<field>': (values[i] ?? []).map((value) => elementOfSigned(field, value).toString()) }];
    });
  return { public: select('public'), private: select('private') };
}
