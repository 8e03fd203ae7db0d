/**
 * What a command sees of the world outside files. The process passes its own streams; tests and the golden runner pass
 * buffers, so that a command runs inside the test process.
 */
export interface Io {
  /** The whole of standard input. */
  readStdin(): Uint8Array;
  stdout(chunk: string | Uint8Array): void;
  stderr(text: string): void;
  /** Whether standard error is a terminal that wants progress and colours. */
  readonly interactive: boolean;
  /** False if `NO_COLOR` is set or standard error is no terminal. */
  readonly color: boolean;
  /** Directory that relative file names on the command line refer to. */
  readonly cwd: string;
}

/** Exit codes of every command. */
export const exitCode = {
  ok: 0,
  /** The input is wrong: a diagnostic tells what. */
  inputError: 1,
  /** The command line is wrong. */
  usage: 2,
} as const;
