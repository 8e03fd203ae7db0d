import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import { expandShapeWithoutOutputShape } from '../expand-shape.js';
import { dynamicIndexListDirective } from '../dynamic-index-list.js';

/** What results are called, by operation. */
const resultNames: Readonly<Record<string, string>> = {
  cast: 'cast',
  collapse_shape: 'collapsed',
  concat: 'concat',
  dim: 'dim',
  extract: 'extracted',
  extract_slice: 'extracted_slice',
  from_elements: 'from_elements',
  gather: 'gather',
  generate: 'generated',
  insert: 'inserted',
  insert_slice: 'inserted_slice',
  pack: 'pack',
  pad: 'padded',
  rank: 'rank',
  reshape: 'reshape',
  scatter: 'scatter',
  splat: 'splat',
  unpack: 'unpack',
};

export const tensorDialect: HandWrittenDialect = {
  operations: {
    ...Object.fromEntries(
      Object.entries(resultNames).map(([name, result]) => [`tensor.${name}`, { asmResultNames: () => [result] }]),
    ),
    'tensor.expand_shape': { asmResultNames: () => ['expanded'], otherForms: [expandShapeWithoutOutputShape] },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective },
};
