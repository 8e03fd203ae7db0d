import type { Toolkit } from '@mlir2zk/lowering';
import type { Argv } from 'yargs';
import type { Io } from './io.js';

/** The work of one command line, run after the whole line has been understood. Returns the exit code. */
export type Action = (io: Io) => number | Promise<number>;

/** What a command is told beside its parsed arguments. */
export interface CommandLine {
  /** The command line as given: the order of options counts where they name passes. */
  readonly args: readonly string[];
  /** The passes, intrinsics and dialects of this project and of the plugins that `--load` names. */
  readonly toolkit: Toolkit;
}

/** One subcommand. */
export interface Command {
  /** Declares the arguments to `yargs` and hands `run` the action that they ask for. */
  register(yargs: Argv, run: (action: Action) => void, line: CommandLine): Argv;
}
