import type { Command } from './command.js';
import { calibrate } from './commands/calibrate.js';
import { check } from './commands/check.js';
import { cost } from './commands/cost.js';
import { explain } from './commands/explain.js';
import { initPlugin } from './commands/init-plugin.js';
import { inputs } from './commands/inputs.js';
import { intrinsics } from './commands/intrinsics.js';
import { lower } from './commands/lower.js';
import { opt } from './commands/opt.js';
import { parse } from './commands/parse.js';
import { passes } from './commands/passes.js';
import { run } from './commands/run.js';
import { verify } from './commands/verify.js';

/** Every subcommand, in the order of the help text. */
export const commands: readonly Command[] = [lower, run, inputs, explain, cost, calibrate, check, opt, parse, passes, intrinsics, verify, initPlugin];
