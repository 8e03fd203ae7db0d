import type { Operation } from '../ir/operation.js';
import { collectAliases, type AliasDefinition, type ModuleAliases } from './alias-collector.js';
import { AttributePrinter, noAliases } from './attribute-printer.js';
import type { ResourceEntry } from '../ir/attribute.js';
import { OperationPrinter } from './operation-printer.js';
import { Output, StringSink, type TextSink } from './output.js';
import type { PrintingOptions } from './printing-options.js';
import { printResourceSection } from './resource-section.js';
import { SsaNames } from './ssa-names.js';

/**
 * Prints `op`, usually a module, into `sink` as mlir-opt prints it: alias definitions, the operation, a line break. Text comes
 * in chunks; large constants are never turned into strings.
 */
export function printTo(sink: TextSink, op: Operation, options: PrintingOptions = {}): void {
  const out = new Output(sink);
  const resources = new Set<ResourceEntry>();
  const aliases: ModuleAliases = {
    ...(options.localScope === true ? { ...noAliases(), definitions: [] } : collectAliases(op, options)),
    noteResource: (entry) => resources.add(entry),
  };
  const attributes = new AttributePrinter(out, options, aliases);
  for (const definition of aliases.definitions) if (!definition.deferred) printDefinition(out, attributes, definition);
  new OperationPrinter(out, options, aliases, new SsaNames(op, options.generic === true)).printOperation(op);
  out.write('\n');
  for (const definition of aliases.definitions) if (definition.deferred) printDefinition(out, attributes, definition);
  if (options.localScope !== true) printResourceSection(out, [...resources].filter(({ blob }) => blob !== undefined));
  out.flush();
}

/** `printTo` into one string; fails with a RangeError if the text exceeds V8's limit on strings (about 512 MB). */
export function printModule(op: Operation, options: PrintingOptions = {}): string {
  const sink = new StringSink();
  printTo(sink, op, options);
  return sink.text;
}

/** `op` alone, without alias definitions: everything is spelled in place. */
export function printOperation(op: Operation, options: PrintingOptions = {}): string {
  return printModule(op, { ...options, localScope: true }).trimEnd();
}

function printDefinition(out: Output, attributes: AttributePrinter, { subject, alias }: AliasDefinition): void {
  out.write(`${alias} = `);
  if (subject.kind === 'type') out.write(attributes.typeWithoutAlias(subject.type));
  else if (subject.kind === 'attribute') attributes.printAttributeWithoutAlias(subject.attribute, 'never');
  else out.write(`loc(${attributes.location(subject.location, true)})`);
  out.write('\n');
}
