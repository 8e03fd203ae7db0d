import type { Operation } from '@mlir2zk/mlir-parser';
import type { PassInstance } from './operation-pass-manager.js';

/** Watches a pass manager. Each hook may be missing. */
export interface PassInstrumentation {
  /** `op` is what the pass is about to run on. */
  beforePass?(instance: PassInstance, op: Operation): void;
  /** After the verifier has accepted what the pass left. */
  afterPass?(instance: PassInstance, op: Operation): void;
  /** Instead of `afterPass` when the pass or the verifier behind it failed. */
  afterPassFailed?(instance: PassInstance, op: Operation): void;
  /** Around the passes of a nested list, once for each operation that has operations for it; `anchor` is the list's. */
  beforePipeline?(anchor: string): void;
  afterPipeline?(anchor: string): void;
}

/** Which IR to print: all passes, or those of these names. */
export type PassSelection = 'all' | ReadonlySet<string>;

/** What `irPrinting` prints, and where to. */
export interface IrPrinting {
  readonly before?: PassSelection;
  readonly after?: PassSelection;
  /** Also after a pass that fails. */
  readonly afterFailure?: boolean;
  /** The text of an operation. */
  print(op: Operation): string;
  /** Takes the text, with a line on top that names the pass. */
  write(text: string): void;
}

/** `--mlir-print-ir-before` and its kin, in the form of mlir-opt. */
export function irPrinting({ before, after, afterFailure, print, write }: IrPrinting): PassInstrumentation {
  const dump = (when: string, name: string, op: Operation): void =>
    write(`// -----// IR Dump ${when} ${name} //----- //\n${print(op)}\n\n`);
  return {
    beforePass({ pass }, op) {
      if (selects(before, pass.name)) dump('Before', pass.name, op);
    },
    afterPass({ pass }, op) {
      if (selects(after, pass.name)) dump('After', pass.name, op);
    },
    afterPassFailed({ pass }, op) {
      if (afterFailure === true || selects(after, pass.name)) dump('After', `${pass.name} Failed`, op);
    },
  };
}

function selects(selection: PassSelection | undefined, name: string): boolean {
  return selection === 'all' || (selection !== undefined && selection.has(name));
}
