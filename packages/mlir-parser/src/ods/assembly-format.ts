import type { OpAssembly } from '../ir/op-definition.js';
import type { CustomDirective, ReturnTypeInference } from './custom-directive.js';
import { compileFormatParser } from './format-parser.js';
import { compileFormatPrinter } from './format-printer.js';
import type { OdsOperation } from './ods-operation.js';

/**
 * Syntax of an operation with a declarative format. It means what mlir-tblgen makes of the same format: the same text is
 * accepted, and what is printed is equal byte for byte. The format is compiled when first used.
 */
export function declarativeAssembly(
  ods: OdsOperation,
  directives: Readonly<Record<string, CustomDirective>>,
  inferReturnTypes: ReturnTypeInference | undefined,
): OpAssembly {
  const { format } = ods.record;
  if (format === undefined || format === 'custom') throw new Error(`'${ods.name}' has no declarative format`);
  let parse: ReturnType<typeof compileFormatParser> | undefined;
  let print: ReturnType<typeof compileFormatPrinter> | undefined;
  return {
    parse: (parser) => (parse ??= compileFormatParser(ods, format, directives, inferReturnTypes))(parser),
    print: (op, printer) => (print ??= compileFormatPrinter(ods, format, directives))(op, printer),
  };
}
