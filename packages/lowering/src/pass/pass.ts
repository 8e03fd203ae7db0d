import type { Context, Diagnostic, Operation } from '@mlir2zk/mlir-parser';
import type { PassOption, PassOptions, OptionValue, ValuesOf } from './pass-option.js';

/** What a running pass knows of its surroundings. */
export interface PassContext<O = Readonly<Record<string, OptionValue>>> {
  /** Owns the types and attributes of the IR; makes new ones. */
  readonly context: Context;
  /** A value for each option that the pass declares: the one given, or its default. */
  readonly options: O;
  /** Hands a warning, remark or note to the user, at once. An error is not reported but thrown, as a `DiagnosticError`. */
  report(diagnostic: Diagnostic): void;
}

/**
 * A pass: a named transformation or analysis of an operation and what is in it. It must not touch anything outside of that
 * operation, and must leave IR that the verifier accepts: it runs behind each pass. Made by `definePass`.
 */
export interface Pass<O = Readonly<Record<string, OptionValue>>> {
  /** In kebab-case, as in pipelines and as the flag of `mlir2zk opt`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** The operation it runs on, such as `func.func`; undefined: on any. */
  readonly anchor: string | undefined;
  /** By name, as in `my-pass{name=value}`. */
  readonly options: PassOptions;
  /**
   * Does the work on `op`, in place. Throws a `DiagnosticError`, located at the operation to blame, if it cannot be done; the run
   * then ends, and `op` stays as it is at that moment.
   */
  run(op: Operation, pass: PassContext<O>): void;
}

/** What `definePass` is given: see `Pass`. */
export interface PassDefinition<O extends PassOptions> {
  /** In kebab-case, other than the names of other passes. */
  readonly name: string;
  /** One sentence, for `mlir2zk passes` and the help of `mlir2zk opt`. */
  readonly summary: string;
  /** The operation to run on, such as `func.func`; any, if left out. */
  readonly anchor?: string;
  /** None, if left out. */
  readonly options?: O;
  /** See `Pass.run`. `pass.options` has the types that the kinds in `options` say. */
  run(op: Operation, pass: PassContext<ValuesOf<O>>): void;
}

/**
 * Declares a pass. A `PassRegistry` or a `Toolkit` makes it known to pipelines; the command adds those that the modules of
 * `--load` export.
 *
 *     export const dropNothing = definePass({
 *       name: 'drop-nothing',
 *       summary: 'Removes operations that do nothing.',
 *       options: { remarks: { kind: 'boolean', default: false, summary: 'say what was removed' } },
 *       run(op, { context, options, report }) { … },
 *     });
 *
 * Throws an Error if the name is not in kebab-case.
 */
export function definePass<const O extends Readonly<Record<string, PassOption>> = Record<never, never>>(
  definition: PassDefinition<O>,
): Pass {
  const { name, summary, anchor, options } = definition;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`'${name}' is no name for a pass: use kebab-case`);
  return {
    name,
    summary,
    anchor,
    options: options ?? {},
    // The values were parsed and checked by the options declared here.
    run: (op, pass) => definition.run(op, pass as PassContext<ValuesOf<O>>),
  };
}
