import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../../ir/op-asm-printer.js';
import type { Operation } from '../../ir/operation.js';
import { dialectEnum } from '../dialect-table.js';

/** An attribute whose case stands as a bare keyword in front of a name; the first case of value 0 (or `fallback`) is left out. */
interface KeywordAttribute {
  readonly attribute: string;
  readonly enum: string;
  /** The mnemonic of `#llvm.mnemonic<keyword>`; undefined: it is an `i64`. */
  readonly mnemonic: string | undefined;
  readonly fallback: string;
}

export const linkage: KeywordAttribute = { attribute: 'linkage', enum: 'Linkage', mnemonic: 'linkage', fallback: 'external' };
export const visibility: KeywordAttribute = { attribute: 'visibility_', enum: 'Visibility', mnemonic: undefined, fallback: '' };
export const unnamedAddr: KeywordAttribute = { attribute: 'unnamed_addr', enum: 'UnnamedAddr', mnemonic: undefined, fallback: '' };
export const callingConvention: KeywordAttribute = { attribute: 'CConv', enum: 'CConv', mnemonic: 'cconv', fallback: 'ccc' };
export const tailCallKind: KeywordAttribute = { attribute: 'TailCallKind', enum: 'TailCallKind', mnemonic: 'tailcallkind', fallback: 'none' };

/** Sets the attribute, to its default if no keyword stands there. */
export function parseKeywordAttribute(parser: OpAsmParser, { attribute, enum: name, mnemonic, fallback }: KeywordAttribute): void {
  const { context, result } = parser;
  const { cases } = dialectEnum('llvm', name);
  const keyword = parser.parseOptionalAnyKeyword(cases.map(([word]) => word).filter((word) => word !== '')) ?? fallback;
  const value = cases.find(([word]) => word === keyword)?.[1] ?? 0;
  result.attributes.set(attribute,
    mnemonic === undefined ? context.integerAttr(context.integerType(64), value) : context.dialectAttr('llvm', `${mnemonic}<${keyword}>`));
}

/** `keyword ` unless that says nothing; `always` prints the default too. */
export function printKeywordAttribute(op: Operation, printer: OpAsmPrinter, { attribute, enum: name, fallback }: KeywordAttribute, always = false): void {
  const value = op.attribute(attribute);
  const keyword =
    value?.kind === 'dialect' ? /<(\w+)>/.exec(value.body)?.[1]
    : value?.kind === 'integer' ? dialectEnum('llvm', name).cases.find(([, number]) => BigInt(number) === value.value)?.[0]
    : undefined;
  if (keyword !== undefined && keyword !== '' && (always || keyword !== fallback)) printer.print(`${keyword} `);
}

/** ` comdat(@group::@member)` into `comdat`. */
export function parseOptionalComdat(parser: OpAsmParser): void {
  if (!parser.parseOptionalKeyword('comdat')) return;
  parser.parsePunctuation('(');
  parser.result.attributes.set('comdat', parser.parseAttribute());
  parser.parsePunctuation(')');
}

export function printComdat(op: Operation, printer: OpAsmPrinter): void {
  const comdat = op.attribute('comdat');
  if (comdat === undefined) return;
  printer.print(' comdat(');
  printer.printAttribute(comdat);
  printer.print(')');
}
