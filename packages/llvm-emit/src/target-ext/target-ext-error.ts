import type { LlvmFunction } from '../ir/function.js';
import { globalName } from '../ir/identifier.js';
import { instructionText } from '../text/module-writer.js';

/** What is thrown for a module that has no form with target extension types, or that has no form without them. */
export class TargetExtError extends Error {
  readonly reason: string;

  constructor(where: string, reason: string) {
    super(`${where}: ${reason}`);
    this.name = 'TargetExtError';
    this.reason = reason;
  }
}

/** Throws an error about one instruction. */
export function failAt(fn: LlvmFunction, index: number, reason: string): never {
  throw new TargetExtError(`function ${globalName(fn.name)}: ${instructionText(fn, index)}`, reason);
}
