import { join } from 'node:path';
import { exitCode, mlir2zk } from '../mlir2zk.js';

const examples = join(import.meta.dirname, '../../examples');

/** A run of an example's model on the samples beside it. */
const run = (model: string, samples: string, ...flags: readonly string[]): ReturnType<typeof mlir2zk> =>
  mlir2zk(['run', join(examples, model), '--inputs', join(examples, samples), '--json', ...flags]);

test('digits: the probabilities of all 20 samples are within 0.01', async () => {
  const { status, stdout, stderr } = await run('digits/digits_cnn.mlir', 'digits/digits_cnn.samples.json');
  expect({ status, stderr }).toEqual({ status: exitCode.ok, stderr: '' });
  const reports = JSON.parse(stdout) as { passed: boolean; largestError: number }[];
  expect(reports.length).toBe(20);
  for (const { passed, largestError } of reports) {
    expect(passed).toBe(true);
    expect(largestError).toBeLessThan(1e-3);
  }
}, 300_000);

test.each(['define', 'inline'])('maxpool: the outputs are exact, with --zk-intrinsics %s', async (mode) => {
  const { status, stdout } = await run('maxpool/maxpool.mlir', 'maxpool/maxpool.json', '--zk-intrinsics', mode);
  expect(status).toBe(exitCode.ok);
  expect((JSON.parse(stdout) as { largestError: number }).largestError).toBe(0);
}, 120_000);
