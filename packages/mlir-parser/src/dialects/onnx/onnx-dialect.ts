import type { HandWrittenDialect } from '../../ods/definitions-from-table.js';
import type { DialectTable, OpRecord } from '../../ods/dialect-table.js';
import { readOnlyAssembly } from '../read-only-assembly.js';

/** `%a, %b : T, U` */
const terminator = (name: string): OpRecord => ({
  name, summary: 'ends a region', operands: [['operands', 0, '*']], traits: ['Terminator'],
  format: ['attr-dict', { optional: ['$operands', "':", { type: '$operands' }], anchor: 0 }], types: [null],
});

/** The operations of onnx-mlir's `onnx` that have a custom form; for reading only, as those of `krnl`. */
export const onnxTable: DialectTable = {
  dialect: 'onnx',
  typeConstraints: [{ summary: 'any type', predicate: 'true' }],
  attributeConstraints: [],
  enums: [],
  attributes: [],
  ops: [
    { name: 'Constant', summary: 'a constant tensor', results: [['output', 0]], format: 'custom' },
    terminator('Return'),
    terminator('Yield'),
  ],
};

/** `{…} dense<…> : T`, the result being of that type, or `{…} : T` with the value among the attributes. */
const constantAssembly = readOnlyAssembly((parser) => {
  const { result } = parser;
  parser.parseOptionalAttrDict();
  if (parser.parseOptionalPunctuation(':')) {
    result.resultTypes = [parser.parseType()];
    return;
  }
  const range = parser.nextRange();
  const value = parser.parseAttribute();
  if (value.kind !== 'dense-elements' && value.kind !== 'dense-resource' && value.kind !== 'sparse-elements')
    return parser.error('expects elements, as in dense<1.0> : tensor<2xf32>, or {attributes} : type', range);
  const name = value.kind === 'sparse-elements' ? 'sparse_value' : 'value';
  if (result.attributes.has(name)) parser.error(`attribute '${name}' occurs twice`, range);
  result.attributes.set(name, value);
  result.resultTypes = [value.type];
});

export const onnxDialect: HandWrittenDialect = { operations: { 'onnx.Constant': { assembly: constantAssembly } } };
