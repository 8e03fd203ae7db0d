import { readFileSync } from 'node:fs';
import type { Io } from './io.js';
import { main } from './main.js';

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
  process.exitCode = await main(process.argv.slice(2), io);
}
