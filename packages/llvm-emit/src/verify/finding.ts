import { attributeListText } from '../ir/attribute.js';
import type { LlvmFunction } from '../ir/function.js';
import { ByteWriter } from '../text/byte-writer.js';
import { InstructionWriter } from '../text/instruction-writer.js';
import { MetadataWriter } from '../text/metadata-writer.js';

/** One thing that is wrong with a module. */
export interface Finding {
  /** What is wrong and, where it helps, what to do instead. */
  readonly reason: string;
  /** Name of the function it is in; absent for globals and the module itself. */
  readonly functionName: string | undefined;
  /** Index of the instruction; absent when the function as a whole is meant. */
  readonly instruction: number | undefined;
  /** The instruction, argument, global or attribute as LLVM IR text. */
  readonly text: string;
  /** Location of the instruction as its function keeps it, 0 if unknown. */
  readonly location: number;
}

/** `@main: %3 = and i32 %1, %2: reason`. */
export function renderFinding({ functionName, text, reason }: Finding): string {
  return [functionName === undefined ? '' : `in function @${functionName}`, text, reason]
    .filter((part) => part !== '')
    .join(': ');
}

/** Collects findings, and prints each function's instructions with one numbering however many are quoted. */
export class FindingList {
  readonly findings: Finding[] = [];
  private printed: LlvmFunction | undefined;
  private writer: InstructionWriter | undefined;
  private out: ByteWriter | undefined;
  private text = '';

  /** Adds a finding about instruction `index` of `fn`. */
  instruction(fn: LlvmFunction, index: number, reason: string): void {
    this.findings.push({
      reason,
      functionName: fn.name,
      instruction: index,
      text: this.print(fn, index),
      location: fn.locationOf(index),
    });
  }

  /** Adds a finding about something else, quoted as `text`. */
  other(reason: string, text: string, functionName?: string): void {
    this.findings.push({ reason, functionName, instruction: undefined, text, location: 0 });
  }

  private print(fn: LlvmFunction, index: number): string {
    if (this.printed !== fn || this.writer === undefined || this.out === undefined) {
      const decoder = new TextDecoder('latin1');
      this.out = new ByteWriter((chunk) => {
        this.text += decoder.decode(chunk);
      });
      this.writer = new InstructionWriter(this.out, fn, new MetadataWriter(this.out, fn.module), (attributes) => attributeListText(attributes));
      this.printed = fn;
    }
    this.text = '';
    this.writer.write(index);
    this.out.flush();
    return this.text;
  }
}
