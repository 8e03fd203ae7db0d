import type { Argv } from 'yargs';
import type { Io } from './io.js';

/** The work of one command line, run after the whole line has been understood. Returns the exit code. */
export type Action = (io: Io) => number | Promise<number>;

/** One subcommand: declares its arguments, and hands `run` the action that the arguments ask for. */
export interface Command {
  register(yargs: Argv, run: (action: Action) => void): Argv | Promise<Argv>;
}
