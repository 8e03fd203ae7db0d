import type { Attribute } from '../ir/attribute.js';
import type { Context } from '../ir/context.js';
import type { OpAsmParser } from '../ir/op-asm-parser.js';
import type { OpAssembly, OpDefinition } from '../ir/op-definition.js';
import type { Operation } from '../ir/operation.js';
import type { Type } from '../ir/type.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { declarativeAssembly } from './assembly-format.js';
import type { CustomDirective, ReturnTypeInference } from './custom-directive.js';
import { defaultAttribute } from './default-value.js';
import type { DialectTable, FormatElement, OpRecord } from './dialect-table.js';
import { OdsConstraints, OdsOperation } from './ods-operation.js';
import { typeTransformers } from './type-transformer.js';
import { compileVerifier } from './verify-operation.js';

/** Whether a cast may turn one type into the other. */
export type CastCompatibility = (from: Type, to: Type) => boolean;

/** A spelling of an operation in another version of MLIR. */
export interface OtherForm extends Pick<OpRecord, 'format' | 'types'> {
  readonly inferReturnTypes?: ReturnTypeInference;
  /** Tried before the declarative format, which fits the beginning of this one. */
  readonly comesFirst?: true;
  /** Sets what the current spelling says and this one does not. */
  complete?(parser: OpAsmParser): void;
}

/** What a dialect adds by hand to one operation of its table. */
export interface HandWrittenOperation extends Partial<Pick<OpDefinition, 'asmResultNames' | 'asmBlockArgumentNames' | 'defaultDialect' | 'verifySymbolUses'>> {
  /** For operations whose format is hand-written upstream (or that read older spellings). */
  readonly assembly?: OpAssembly;
  /** Other spellings that the declarative format does not cover; tried in order if the text does not fit it. Never printed. */
  readonly otherForms?: readonly OtherForm[];
  /** Runs after the checks of the table found nothing. */
  verify?(op: Operation): Diagnostic[];
  /** For formats that leave out result types that traits do not tell. */
  readonly inferReturnTypes?: ReturnTypeInference;
}

/** Rules for the operations with `CastOpInterface`, by name. */
export type CastCompatibilities = Readonly<Record<string, CastCompatibility>>;

/** What a dialect adds by hand to its table, by the names of operations (with the dialect) and directives. */
export interface HandWrittenDialect {
  readonly operations?: Readonly<Record<string, HandWrittenOperation>>;
  readonly directives?: Readonly<Record<string, CustomDirective>>;
  /** Operations that no ODS record describes. */
  readonly additionalTable?: DialectTable;
  /** Of operations with a hand-written format that `operations` says nothing about. */
  readonly otherCustomAssembly?: OpAssembly;
}

/** The definitions of the operations of `table` for `context`. */
export function definitionsFromTable(
  table: DialectTable,
  handWritten: HandWrittenDialect,
  context: Context,
  casts: CastCompatibilities = {},
  changes?: OtherVersion,
): OpDefinition[] {
  const constraints = new OdsConstraints(table);
  const changed = new Map((changes?.table.ops ?? []).map((record) => [record.name, record]));
  const changedConstraints = changes === undefined ? constraints : new OdsConstraints(changes.table);
  const here = (record: OpRecord): OdsOperation => new OdsOperation(record, table, constraints);
  const there = (record: OpRecord): OdsOperation => new OdsOperation(record, changes?.table ?? table, changedConstraints);
  const names = new Set(table.ops.map(({ name }) => name));
  const operations = table.ops.map((record): [OdsOperation, OdsOperation | undefined] => {
    const other = changed.get(record.name);
    if (other === undefined) return [here(record), undefined];
    return changes?.areCurrent === true && canPrint(`${table.dialect}.${record.name}`, other, handWritten) ? [there(other), here(record)] : [here(record), there(other)];
  });
  const added = [...changed.values()].filter(({ name }) => !names.has(name)).map((record): [OdsOperation, undefined] => [there(record), undefined]);
  return [...operations, ...added].map(([ods, other]) => {
    const { otherForms = [], ...operation } = handWritten.operations?.[ods.name] ?? {};
    const forms = otherForms.map((form): CompiledForm => {
      const { inferReturnTypes, complete, comesFirst = false, ...spelling } = form;
      const record = table.ops.find(({ name }) => name === ods.record.name);
      const spelled = record === undefined ? there({ ...ods.record, ...spelling }) : here({ ...record, ...spelling });
      const { parse } = declarativeAssembly(spelled, handWritten.directives ?? {}, inferReturnTypes);
      const read = (parser: OpAsmParser): void => {
        parse(parser);
        complete?.(parser);
      };
      return { read, comesFirst };
    });
    const isCustom = operation.assembly !== undefined || ods.record.format === 'custom';
    if (other !== undefined && !isCustom && isInterpretable(other.record, handWritten.directives ?? {})) {
      const { parse } = declarativeAssembly(other, handWritten.directives ?? {}, operation.inferReturnTypes);
      forms.push({ read: parse, comesFirst: false });
    }
    return definition(ods, withOtherForms(operation, forms, ods, handWritten), handWritten, context, casts[ods.name]);
  });
}

/** The same dialect in another version of MLIR. */
export interface OtherVersion {
  readonly table: DialectTable;
  /** Whether that is the version to print in; else its spellings are only read. */
  readonly areCurrent: boolean;
}

/** What is hand-written is written for the operation as the table has it. */
function canPrint(name: string, record: OpRecord, { directives = {}, operations = {} }: HandWrittenDialect): boolean {
  return operations[name]?.assembly === undefined && isInterpretable(record, directives);
}

interface CompiledForm {
  readonly comesFirst: boolean;
  read(parser: OpAsmParser): void;
}

/** `operation` with an assembly that also reads `forms`. */
function withOtherForms(
  operation: HandWrittenOperation, forms: readonly CompiledForm[], ods: OdsOperation, { directives = {} }: HandWrittenDialect,
): HandWrittenOperation {
  if (forms.length === 0 || (operation.assembly === undefined && !isInterpretable(ods.record, directives))) return operation;
  const assembly = operation.assembly ?? declarativeAssembly(ods, directives, operation.inferReturnTypes);
  const readersOf = (first: boolean): CompiledForm['read'][] => forms.filter((form) => form.comesFirst === first).map((form) => form.read);
  const readers = [...readersOf(true), assembly.parse, ...readersOf(false)];
  return {
    ...operation,
    assembly: {
      parse: (parser) => parser.parseFirstOf(readers.map((read) => () => read(parser))),
      print: (op, printer) => assembly.print(op, printer),
    },
  };
}

function definition(
  ods: OdsOperation,
  handWritten: HandWrittenOperation,
  { directives = {}, otherCustomAssembly }: HandWrittenDialect,
  context: Context,
  areCastCompatible: CastCompatibility | undefined,
): OpDefinition {
  const { record } = ods;
  const defaultDialect = handWritten.defaultDialect ?? record.defaultDialect;
  let verify: ReturnType<typeof compileVerifier> | undefined;
  const defaults = ods.attributes.filter(({ constraint }) => constraint.record.default !== undefined && constraint.record.optional !== true);
  let defaultProperties: (readonly [string, Attribute])[] | undefined;
  const asmResultNames = handWritten.asmResultNames ?? resultNamesOfTable(ods);
  return {
    name: ods.name,
    summary: record.summary,
    traits: ods.traits,
    inherentAttributes: new Set([
      ...ods.attributes.map(({ name }) => name),
      ...(ods.traits.has('AttrSizedOperandSegments') ? ['operandSegmentSizes'] : []),
      ...(ods.traits.has('AttrSizedResultSegments') ? ['resultSegmentSizes'] : []),
    ]),
    assembly:
      handWritten.assembly ??
      (record.format === 'custom' ? otherCustomAssembly : isInterpretable(record, directives) ? declarativeAssembly(ods, directives, handWritten.inferReturnTypes) : undefined),
    defaultProperties: () =>
      (defaultProperties ??= defaults.flatMap(({ name, constraint }) =>
        constraint.record.default === undefined ? [] : [[name, defaultAttribute(constraint.record.default, context)] as const])),
    ...(asmResultNames === undefined ? {} : { asmResultNames }),
    ...(handWritten.asmBlockArgumentNames === undefined ? {} : { asmBlockArgumentNames: handWritten.asmBlockArgumentNames }),
    ...(defaultDialect === undefined ? {} : { defaultDialect }),
    ...(handWritten.verifySymbolUses === undefined ? {} : { verifySymbolUses: handWritten.verifySymbolUses }),
    verify(op) {
      const complaint = (verify ??= compileVerifier(ods, context, areCastCompatible))(op);
      if (complaint !== undefined) return [diagnosticOf(op, complaint)];
      return handWritten.verify?.(op) ?? nothing;
    },
  };
}

/** Whether everything that the declarative format refers to is known here; else the operation has only its generic form. */
function isInterpretable({ format, types = [], operands = [] }: OpRecord, directives: Readonly<Record<string, CustomDirective>>): boolean {
  const known = (element: FormatElement): boolean => {
    if (typeof element === 'string') return element !== 'prop-dict';
    if ('custom' in element) return element.custom in directives && element.args.every(known);
    if ('optional' in element) return element.optional.every(known) && (element.else ?? []).every(known);
    if ('oilist' in element) return element.oilist.flat().every(known);
    return true;
  };
  const transformersOf = (rule: string | null): string[] => (rule?.includes(' ') === true ? [rule.slice(rule.indexOf(' ') + 1)] : []);
  // Only types of results are inferred.
  if (types.slice(0, operands.length).includes('infer')) return false;
  return Array.isArray(format) && format.every(known) && types.flatMap(transformersOf).every((name) => name in typeTransformers);
}

/** What most operations are told. */
const nothing: Diagnostic[] = [];

/** Operations with several results name them as the table does, unless they say otherwise. */
function resultNamesOfTable(ods: OdsOperation): OpDefinition['asmResultNames'] | undefined {
  if (ods.results.length < 2 || ods.traits.has('OpAsmOpInterface') || ods.results.every(({ name }) => name === '')) return undefined;
  return (op) => ods.resultGroups(op).flatMap((group, index) => group.map((_, at) => (at === 0 ? ods.results[index]?.name : undefined)));
}

/** `'op' op message` at the place of the operation. */
export function diagnosticOf(op: Operation, message: string): Diagnostic {
  const { location } = op;
  return {
    severity: 'error',
    message: `'${op.name}' op ${message}`,
    ...(location.kind === 'source' ? { range: { file: location.file, start: location.start, end: location.end } } : {}),
  };
}
