import { countGates } from '@mlir2zk/assigner';
import { lowerToZkllvm, readModel } from '@mlir2zk/lowering';
import { SourceFile } from '@mlir2zk/mlir-parser';
import { file, run } from './command-directory.js';

interface Report {
  readonly usableRows: number;
  readonly paddedRows: number;
  readonly rowsByComponent: Readonly<Record<string, number>>;
  readonly rowsByOperation: Readonly<Record<string, number>>;
  readonly rowsByLine: readonly { readonly line: number; readonly operation: string; readonly rows: number }[];
  readonly gates: number;
}

/** A dense layer of 4 inputs and 16 outputs, and a ReLU. */
const weights = Array.from({ length: 4 }, (_, k) =>
  Array.from({ length: 16 }, (_unused, j) => (((k * 16 + j) % 7) / 8 - 0.375).toFixed(3)),
);
const layer = `memref.global "private" constant @w : memref<4x16xf32> = dense<[${weights.map((row) => `[${row.join(', ')}]`).join(', ')}]>
func.func @f(%x: memref<1x4xf32>) -> memref<1x16xf32> {
  %m = memref.get_global @w : memref<4x16xf32>
  %zero = arith.constant 0.0 : f32
  %y = memref.alloc() : memref<1x16xf32>
  affine.for %j = 0 to 16 {
    affine.store %zero, %y[0, %j] : memref<1x16xf32>
    affine.for %k = 0 to 4 {
      %a = affine.load %x[0, %k] : memref<1x4xf32>
      %b = affine.load %m[%k, %j] : memref<4x16xf32>
      %p = arith.mulf %a, %b : f32
      %s = affine.load %y[0, %j] : memref<1x16xf32>
      %t = arith.addf %s, %p : f32
      affine.store %t, %y[0, %j] : memref<1x16xf32>
    }
  }
  affine.for %j = 0 to 16 {
    %a = affine.load %y[0, %j] : memref<1x16xf32>
    %r = arith.maximumf %a, %zero : f32
    affine.store %r, %y[0, %j] : memref<1x16xf32>
  }
  return %y : memref<1x16xf32>
}
`;

const names = (report: Report): string[] => report.rowsByLine.map(({ operation }) => operation);
const sum = (rows: Iterable<number>): number => [...rows].reduce((total, count) => total + count, 0);

async function costOf(...args: string[]): Promise<Report> {
  const { code, out, err } = await run('cost', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Report;
}

test('rows by component, by operation and by line add up to the same', async () => {
  const report = await costOf(file('m.mlir', layer));
  const rows = sum(Object.values(report.rowsByComponent));
  expect(rows).toBeGreaterThan(0);
  expect(sum(Object.values(report.rowsByOperation))).toBe(rows);
  expect(sum(report.rowsByLine.map((line) => line.rows))).toBe(rows);
  expect(report.usableRows).toBeGreaterThanOrEqual(rows);
  expect(report.paddedRows).toBeGreaterThan(report.usableRows);
  expect(names(report)).toContain('zkml.relu');
  expect(report.gates).toBeLessThanOrEqual(56);
  const { llvmModule } = lowerToZkllvm(readModel(new SourceFile('m.mlir', Buffer.from(layer))));
  expect(countGates(llvmModule)).toBe(report.gates);
});

test('the text names lines of the file', async () => {
  const { out } = await run('cost', file('m.mlir', layer));
  expect(out).toMatch(/^usable rows: \d+$/m);
  expect(out).toMatch(/^ +\d+ {2}m\.mlir:\d+: zkml\.relu$/m);
});

test('ranges from samples make the circuit smaller, and inputs outside of them are refused', async () => {
  const model = file('m.mlir', layer);
  const sample = (data: number[]): object => ({ inputs: [{ shape: [1, 4], type: 'f32', data }] });
  file('a.json', sample([0, 0.25, 0.5, 1]));
  const calibrated = await run('calibrate', model, '--inputs', '.', '--margin', '0.5', '-o', 'ranges.json');
  expect([calibrated.code, calibrated.err]).toEqual([0, '']);
  const wide = await costOf(model);
  const narrow = await costOf(model, '--ranges', 'ranges.json');
  expect(narrow.usableRows).toBeLessThan(wide.usableRows);
  expect((await run('run', model, '--ranges', 'ranges.json', '--inputs', file('b.json', sample([0, 0, 0, 1.5])))).code).toBe(0);
  const outside = await run('run', model, '--ranges', 'ranges.json', '--inputs', file('c.json', sample([0, 0, 0, 1.75])));
  expect(outside.code).toBe(1);
  expect(outside.err).toContain("element 3 is 1.75, outside of its declared range from 0 to 1.5");
});

test.each([
  ['{"inputs": {"nosuch": {"min": 0, "max": 1}}}', "no input 'nosuch'"],
  ['{"inputs": {"x": {"min": 2, "max": 1}}}', "the range of 'x' is empty"],
  ['{"inputs": {"x": {"min": "0"}}}', "the range of 'x' is no object with numbers min and max"],
  ['[]', 'ranges are a JSON object'],
  ['{', 'this is no JSON'],
])('ranges %s are refused', async (ranges, message) => {
  const { code, err } = await run('cost', file('m.mlir', layer), '--ranges', file('r.json', ranges));
  expect([code, err]).toEqual([1, expect.stringContaining(message)]);
});

test('an empty directory of samples is an error', async () => {
  const { code, err } = await run('calibrate', file('m.mlir', layer), '--inputs', '.');
  expect([code, err]).toEqual([1, expect.stringContaining("there is no .json file in '.'")]);
});
