import { spawnSync } from 'node:child_process';
import { debianPackageOf, findOracle } from '../scripts/oracles.js';

/** What a native tool answered. */
export interface OracleAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * A `describe` whose tests need native tools. Where one is missing, all of them are reported as
 * skipped, and the title says why. The body runs in either case, to collect the tests: it must
 * call {@link askOracle} only inside them.
 *
 * @param commands names from `scripts/oracles.js`, such as `mlir-opt-19`
 */
export function describeWithOracles(title: string, commands: readonly string[], body: () => void): void {
  const missing = commands.filter((command) => findOracle(command) === undefined);
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const reasons = missing.map((command) => `${command} of Debian package ${debianPackageOf[command]}`);
  describe.skip(`${title} [skipped: not installed: ${reasons.join(', ')}]`, body);
}

/**
 * Runs a native tool to its end.
 *
 * @throws if the tool is not installed, could not be started, or was killed; a failing tool is an answer
 */
export function askOracle(command: string, args: readonly string[], input = ''): OracleAnswer {
  const path = findOracle(command);
  if (path === undefined) throw new Error(`${command} is not installed: use describeWithOracles`);
  const { status, stdout, stderr, error } = spawnSync(path, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // A tool that ends before it has read its input (EPIPE) has answered too.
  if (status === null) throw error ?? new Error(`${command} was killed`);
  return { status, stdout, stderr };
}
