import type { Context, Diagnostic, Operation } from '@mlir2zk/mlir-parser';
import type { PassOption, PassOptions, OptionValue, ValuesOf } from './pass-option.js';

/** What a running pass knows of its surroundings. */
export interface PassContext<O = Readonly<Record<string, OptionValue>>> {
  readonly context: Context;
  readonly options: O;
  /** Reports a warning or remark. An error is thrown, as a `DiagnosticError`. */
  report(diagnostic: Diagnostic): void;
}

/**
 * A pass: a named transformation or analysis of an operation and what is in it. It must not touch
 * anything outside of that operation.
 */
export interface Pass<O = Readonly<Record<string, OptionValue>>> {
  /** In kebab-case, as in pipelines and as the flag of `mlir2zk opt`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** The operation it runs on, such as `func.func`; undefined: on any. */
  readonly anchor: string | undefined;
  readonly options: PassOptions;
  /** Throws a `DiagnosticError` if the pass cannot do its work. */
  run(op: Operation, pass: PassContext<O>): void;
}

export interface PassDefinition<O extends PassOptions> {
  readonly name: string;
  readonly summary: string;
  readonly anchor?: string;
  readonly options?: O;
  run(op: Operation, pass: PassContext<ValuesOf<O>>): void;
}

/** Declares a pass. `registerPass` makes it known to pipelines. */
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
