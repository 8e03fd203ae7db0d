import { inputAt, atLowerScale } from '../definition/fixed-point-array.js';
import { withoutFloatLimit } from '../definition/float-limits.js';
import { defineIntrinsic, miss } from '../definition/intrinsic.js';
import { elementCount, equalShapes, shapeText } from '../definition/shape.js';
import { followsOutput, missUnlessPlainFloats, missUnlessWholeOutput } from '../definition/statement-match.js';
import { rectifyRows } from '../definition/row-model.js';

export const relu = defineIntrinsic({
  name: 'relu',
  summary: 'Rectified linear unit: every element, or zero where it is negative.',
  formal: String.raw`y_i = \max(x_i, 0)`,
  operands: [{ name: 'x', summary: 'any shape' }],
  attributes: {},
  results: [{ name: 'y', summary: 'the shape of x' }],

  verify({ inputs, outputs }) {
    const x = inputAt(inputs, 0).shape;
    const y = inputAt(outputs, 0).shape;
    return equalShapes(x, y) ? [] : [`x is ${shapeText(x)} but y is ${shapeText(y)}`];
  },

  recognise(statement) {
    const { value, output } = statement;
    if (value.kind !== 'chain' || value.operator !== 'max') return miss(0, 'its value is no maximum');
    const [zero, bounded] = value.operands;
    if (zero?.kind !== 'constant' || Number(zero.value) !== 0) return miss(1, 'its maximum is not one with 0');
    if (bounded === undefined || value.operands.length !== 2) return miss(1, 'its maximum has more than two operands');
    const x = withoutFloatLimit(bounded, output);
    const notWhole = missUnlessWholeOutput(statement) ?? missUnlessPlainFloats(statement, x.kind === 'load' ? [x] : []);
    if (notWhole !== undefined) return notWhole;
    if (x.kind !== 'load') return { kind: 'match', attributes: {}, inputs: [x] };
    if (x.subscripts.length !== output.subscripts.length) return miss(2, 'x and y differ in rank');
    for (const axis of x.subscripts.keys())
      if (!followsOutput(x, axis, output, axis)) return miss(2, `axis ${axis} of x does not run along that of y`);
    return { kind: 'match', attributes: {}, inputs: [x.memref] };
  },

  evaluate(inputs, _instance, { fractionBits: scale }) {
    const x = inputAt(inputs, 0);
    const values = x.values.map((value) => (value > 0n ? atLowerScale(value, x.scale - scale) : 0n));
    return [{ values, scale }];
  },

  expand(builder, inputs) {
    const zero = builder.integer(0);
    return [inputAt(inputs, 0).map((value) => builder.maximum(value, zero))];
  },

  usesSigns: true,

  rows: {
    stock: ({ outputs }) => elementCount(inputAt(outputs, 0).shape) * rectifyRows,
    // Input, output and chunks of the input's bits.
    native: ({ outputs }) => elementCount(inputAt(outputs, 0).shape),
  },

  suffix: ({ outputs }) => shapeText(inputAt(outputs, 0).shape),
  builtin: () => ({ name: 'llvm.assigner.zkml.ReLU' }),
});
