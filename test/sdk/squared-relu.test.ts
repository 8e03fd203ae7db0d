import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext } from '@mlir2zk/mlir-parser';
import { extensionOf } from '@mlir2zk/lowering';
import type { Intrinsic } from '@mlir2zk/zk-intrinsics';
import fc from 'fast-check';
import { circuitOf } from '../../packages/zk-intrinsics/test/circuit-run.js';
import { executeTutorial } from './tutorial.js';

const format = { integerBits: 16, fractionBits: 16 };
let squaredRelu: Intrinsic;

beforeAll(async () => {
  const { folder } = await executeTutorial(readFileSync(join(import.meta.dirname, '../../docs/sdk/new-intrinsic.md'), 'utf8'));
  const exported = (await import(pathToFileURL(join(folder, 'squared-relu.js')).href)) as Readonly<Record<string, unknown>>;
  const extension = extensionOf(exported['squaredRelu']);
  if (extension?.kind !== 'intrinsic') throw new Error('the tutorial exports no intrinsic');
  squaredRelu = extension.intrinsic;
  rmSync(folder, { recursive: true, force: true });
});

test('the intrinsic of the tutorial: expand computes what evaluate says, bit for bit, in as many rows as stated', () => {
  const elementType = createContext().floatType('f32');
  const use = { inputs: [{ shape: [2, 3], elementType }], outputs: [{ shape: [2, 3], elementType }], attributes: {} };
  expect(squaredRelu.verify(use)).toEqual([]);
  const range = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };
  const circuit = circuitOf(format, new Array(6).fill(range), (builder, x) =>
    [...squaredRelu.expand(builder, [x], use)[0]].map((value) => builder.rescale(value)));
  fc.assert(
    // 181² is the largest square of an integer in the format.
    fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 181 * 2 ** 16 }), { minLength: 6, maxLength: 6 }), (values) => {
      const [expected] = squaredRelu.evaluate([{ values: BigInt64Array.from(values, BigInt), scale: 16 }], use, format);
      expect(circuit.run(values.map(BigInt))).toEqual([...expected.values]);
    }),
  );
  expect(squaredRelu.rows.stock(use)).toBe(circuit.rows());
  expect(squaredRelu.rows.native(use)).toBeLessThan(circuit.rows());
});
