import { exitCode, main } from 'mlir2zk';

/** What a run of the `mlir2zk` command wrote, and its exit code. */
export interface Mlir2zkResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `mlir2zk` command inside this process, without a terminal. */
export async function mlir2zk(
  args: readonly string[],
  { stdin = '', cwd = process.cwd() }: { readonly stdin?: string; readonly cwd?: string } = {},
): Promise<Mlir2zkResult> {
  const chunks: Uint8Array[] = [];
  let stderr = '';
  const status = await main(args, {
    readStdin: () => Buffer.from(stdin),
    stdout: (chunk) => void chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk),
    stderr: (text) => void (stderr += text),
    interactive: false,
    color: false,
    cwd,
  });
  return { status, stdout: Buffer.concat(chunks).toString(), stderr };
}

export { exitCode };
