import type { Command } from './command.js';

/** Every subcommand, in the order of the help text. */
export const commands: readonly Command[] = [];
