import type { CustomDirective } from '../../ods/custom-directive.js';
import type { HandWrittenDialect, OtherForm } from '../../ods/definitions-from-table.js';
import { expandShapeWithoutOutputShape } from '../expand-shape.js';
import { dynamicIndexListDirective, parseMixedIndexList } from '../dynamic-index-list.js';

/** `linalg.init_tensor [4, %i] : type` until MLIR 15: the constants say what the type says. */
const initTensor: OtherForm = {
  format: [{ custom: 'InitTensorSizes', args: ['$dynamicSizes'] }, 'attr-dict', "':", { type: '$result' }],
  types: ['index', null],
};

const initTensorSizes: CustomDirective = {
  parse: (parser, args) => void args.operands(0).push(...parseMixedIndexList(parser).operands),
  print() {},
};

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
    'tensor.empty': { otherForms: [initTensor] },
    'tensor.expand_shape': { asmResultNames: () => ['expanded'], otherForms: [expandShapeWithoutOutputShape] },
  },
  directives: { DynamicIndexList: dynamicIndexListDirective, InitTensorSizes: initTensorSizes },
};
