import { writeSync } from 'node:fs';
import { runCommand } from './run-command.js';

/** Runs the command on this process's arguments and streams. */
export function runProcess(): void {
  try {
    process.exitCode = runCommand(process.argv.slice(2), {
      out: (bytes) => {
        writeAll(1, bytes);
      },
      error: (text) => {
        writeAll(2, Buffer.from(text));
      },
    });
  } catch (error) {
    // The reader of a pipe may stop reading, as `head` does.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** Writes synchronously, so that output of any size is never held in memory. */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      // A pipe that is full and non-blocking: its reader needs a moment.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
