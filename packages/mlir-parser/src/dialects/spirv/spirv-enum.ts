import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Operation } from '../../ir/operation.js';
import { enumKeyword, enumValue } from '../../ods/enum-keyword.js';
import { dialectEnum } from '../dialect-table.js';

/** An enum attribute of SPIR-V that stands as a string or keyword: `"Function"` for `#spirv.storage_class<Function>`. */
export interface SpirvEnum {
  readonly enum: string;
  readonly mnemonic: string;
}

/** The case in `text`, as MLIR prints it; cases of bit enums are joined by `|`. */
function canonicalCase(parser: OpAsmParser, { enum: name }: SpirvEnum, text: string | undefined, range: ReturnType<OpAsmParser['nextRange']>): string {
  const record = dialectEnum('spirv', name);
  let value: number | undefined = text === undefined ? undefined : 0;
  for (const keyword of text?.split('|') ?? []) {
    const bits = enumValue(record, keyword.trim());
    value = bits === undefined || value === undefined ? undefined : value | bits;
  }
  const canonical = value === undefined ? undefined : enumKeyword(record, value);
  return canonical ?? parser.error(text === undefined ? `expected a ${name} in quotes` : `invalid ${name} attribute specification: "${text}"`, range);
}

/** Reads `"case"`. */
export function parseEnumString(parser: OpAsmParser, kind: SpirvEnum): string {
  const range = parser.nextRange();
  return canonicalCase(parser, kind, parser.parseOptionalString(), range);
}

/** Reads `case`. */
export function parseEnumKeyword(parser: OpAsmParser, kind: SpirvEnum): string {
  const range = parser.nextRange();
  return canonicalCase(parser, kind, parser.parseOptionalAnyKeyword(), range);
}

export function setEnum({ context, result }: OpAsmParser, attribute: string, { mnemonic }: SpirvEnum, keyword: string): void {
  result.attributes.set(attribute, context.dialectAttr('spirv', `${mnemonic}<${keyword}>`));
}

/** The case of attribute `name`; empty if there is none. */
export function enumCase(op: Operation, name: string): string {
  const attribute = op.attribute(name);
  return attribute?.kind === 'dialect' ? (/<(.*)>$/.exec(attribute.body)?.[1] ?? '') : '';
}

export function printEnumString(op: Operation, printer: OpAsmPrinter, name: string): void {
  printer.print(` "${enumCase(op, name)}"`);
}

export const storageClass: SpirvEnum = { enum: 'StorageClass', mnemonic: 'storage_class' };
export const memoryAccess: SpirvEnum = { enum: 'MemoryAccess', mnemonic: 'memory_access' };
