import type { Argv } from 'yargs';
import type { Io } from './io.js';

/** The work of one command line, run after the whole line has been understood. Returns the exit code. */
export type Action = (io: Io) => number | Promise<number>;

/** One subcommand. */
export interface Command {
  /**
   * Declares the arguments to `yargs` and hands `run` the action that they ask for. `args` is the command line as given:
   * the order of options counts where they name passes.
   */
  register(yargs: Argv, run: (action: Action) => void, args: readonly string[]): Argv;
}
