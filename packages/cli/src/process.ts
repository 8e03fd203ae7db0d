import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import type { Io } from './io.js';
import { main } from './main.js';
import { pluginsNamedIn } from './plugins.js';

/** Runs the command of this process: its arguments, its streams. Sets the exit code and never cuts pending output off. */
export async function runProcess(): Promise<void> {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const noColor = (process.env['NO_COLOR'] ?? '') !== '';
  const io: Io = {
    readStdin: () => readFileSync(0),
    stdout: (chunk) => void process.stdout.write(chunk),
    stderr: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY === true,
    color: process.stderr.isTTY === true && !noColor,
    cwd: process.cwd(),
  };
  const args = process.argv.slice(2);
  if (pluginsNamedIn(args).length > 0) register('./plugin-resolution.js', import.meta.url);
  process.exitCode = await main(args, io);
}
