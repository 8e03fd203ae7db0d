import { createContext, parseModule, printModule, type PrintingOptions, type SourceFile } from '@mlir2zk/mlir-parser';
import { runUpstreamPipeline } from './run-upstream-pipeline.js';

/** How mlir2zk and upstream read one module. */
export interface ParserComparison {
  /** The module as mlir2zk prints it. */
  readonly ours: string;
  /** The module as upstream prints it. */
  readonly upstream: string;
  /** The first line that differs, counted from 1; undefined if none does. */
  readonly firstDifference: number | undefined;
}

/**
 * Parses and prints a module twice: by mlir-parser and by upstream.
 *
 * @throws {DiagnosticError} if one of the two does not accept the module
 */
export async function compareParsers(source: SourceFile, printing: PrintingOptions = {}): Promise<ParserComparison> {
  const ours = printModule(parseModule(source, createContext()), printing);
  const { generic = false, debugInfo = false, localScope = false, elideElementsIfLarger } = printing;
  const upstream = await runUpstreamPipeline(source, 'builtin.module()', {
    generic,
    debugInfo,
    localScope,
    ...(elideElementsIfLarger === undefined ? {} : { elideElementsAbove: elideElementsIfLarger }),
  });
  return { ours, upstream, firstDifference: firstDifferentLine(ours.trimEnd(), upstream.trimEnd()) };
}

function firstDifferentLine(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  let line = 1;
  for (let index = 0; a[index] === b[index]; index += 1) {
    if (a[index] === '\n') line += 1;
  }
  return line;
}
