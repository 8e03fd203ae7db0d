import { intrinsics, type Intrinsic } from '@mlir2zk/zk-intrinsics';
import { inFunction, raise } from './raise-text.js';

const relu = intrinsics.find(({ name }) => name === 'relu') as Intrinsic;

const nest = (maximum: string): string =>
  inFunction('%x: memref<4x4xf32>, %y: memref<4x4xf32>', `affine.for %i = 0 to 4 { affine.for %j = 0 to 4 {
    %v = affine.load %x[%i, %j] : memref<4x4xf32>
    ${maximum}
    affine.store %r, %y[%i, %j] : memref<4x4xf32>
  } }`);

/** Takes any maximum with a constant for a relu. */
const careless: Intrinsic = {
  ...relu,
  recognise: ({ value }) => {
    const x = value.kind === 'chain' ? value.operands.find(({ kind }) => kind === 'load') : undefined;
    return x?.kind === 'load' ? { kind: 'match', attributes: {}, inputs: [x.memref] } : relu.recognise({ value } as never);
  },
};

test('a recogniser that is wrong is found out, and where', () => {
  const text = nest('%r = arith.maximumf %v, %one : f32');
  expect(() => raise(text, { known: [careless] })).toThrow(
    /test\.mlir:\d+:\d+: error: these loops were recognised as zkml\.relu, but compute something else: element \d+ is 1 in the loops, but /,
  );
  expect(raise(nest('%r = arith.maximumf %v, %zero : f32'), { known: [careless] }).operations).toHaveLength(1);
});

test('an intrinsic that computes something else is found out', () => {
  const wrong: Intrinsic = {
    ...relu,
    evaluate: (inputs, instance, format) =>
      relu.evaluate(inputs, instance, format).map(({ values, scale }) => ({ values: values.map((value) => value + 4096n), scale })),
  };
  expect(() => raise(nest('%r = arith.maximumf %v, %zero : f32'), { known: [wrong] })).toThrow('compute something else');
});

test('a nest that cannot be executed is reported', () => {
  const large = inFunction('%x: memref<2000x2000xf32>, %y: memref<2000x2000xf32>', `affine.for %i = 0 to 2000 { affine.for %j = 0 to 2000 {
    %v = affine.load %x[%i, %j] : memref<2000x2000xf32>
    %r = arith.maximumf %v, %zero : f32
    affine.store %r, %y[%i, %j] : memref<2000x2000xf32>
  } }`);
  expect(() => raise(large)).toThrow('raised to zkml.relu without verification: too many array elements to interpret');
});
