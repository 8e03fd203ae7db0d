import type { Attribute } from '../ir/attribute.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import { boundArgument, literalArgument, type CustomDirective, type DirectivePrintArguments } from './custom-directive.js';
import { denseArrayIntegers } from '../ir/dense-array.js';
import type { FormatElement } from './dialect-table.js';
import { enumKeyword } from './enum-keyword.js';
import {
  attributesIn, attributeSyntax, definitionOf, elidedAnchor, type FormatVariable, formatVariable, isUnit,
} from './format-variable.js';
import { equalsDefault } from './default-value.js';
import type { OdsAttribute, OdsOperation } from './ods-operation.js';

/** The groups of one operation, split up once each time it is printed. */
class PrintedForm {
  private operandGroups: Value[][] | undefined;
  private resultGroups: Value[][] | undefined;

  constructor(
    readonly ods: OdsOperation,
    readonly op: Operation,
    readonly printer: OpAsmPrinter,
  ) {}

  operands(index: number): Value[] {
    return (this.operandGroups ??= this.ods.operandGroups(this.op))[index] ?? [];
  }

  results(index: number): Value[] {
    return (this.resultGroups ??= this.ods.resultGroups(this.op))[index] ?? [];
  }

  /** The inner groups of the variadic of variadics `index`. */
  nestedOperands(index: number): Value[][] {
    const values = this.operands(index);
    let at = 0;
    return denseArrayIntegers(this.op.attribute(this.ods.operands[index]?.segments ?? '')).map((size) => {
      at += Number(size);
      return values.slice(at - Number(size), at);
    });
  }
}

type Step = (form: PrintedForm) => void;

/**
 * Compiles a declarative format into the function that prints it. Where spaces go is decided here once: mlir-tblgen decides
 * it when it generates the C++ printer, so an optional group moves the spaces behind it even when it is not printed.
 */
export function compileFormatPrinter(
  ods: OdsOperation,
  format: readonly FormatElement[],
  directives: Readonly<Record<string, CustomDirective>>,
): (op: Operation, printer: OpAsmPrinter) => void {
  const steps = new FormatPrinterCompiler(ods, format, directives).compile(format);
  return (op, printer) => {
    const form = new PrintedForm(ods, op, printer);
    for (const step of steps) step(form);
  };
}

class FormatPrinterCompiler {
  private emitSpace = true;
  private lastWasPunctuation = false;
  private readonly elided: readonly string[];

  constructor(
    private readonly ods: OdsOperation,
    format: readonly FormatElement[],
    private readonly directives: Readonly<Record<string, CustomDirective>>,
  ) {
    this.elided = [
      ...(ods.traits.has('AttrSizedOperandSegments') && !format.includes('operands') ? ['operandSegmentSizes'] : []),
      ...(ods.traits.has('AttrSizedResultSegments') && !spellsAllResults(format) ? ['resultSegmentSizes'] : []),
      ...ods.operands.flatMap(({ segments }) => (segments === undefined ? [] : [segments])),
      ...attributesIn(ods, format),
    ];
  }

  compile(elements: readonly FormatElement[]): Step[] {
    return elements.map((element) => this.element(element));
  }

  private element(element: FormatElement): Step {
    if (typeof element === 'string') {
      if (element.startsWith("'")) return this.literalOrSpace(element.slice(1));
      if (element === 'attr-dict' || element === 'attr-dict-with-keyword') {
        this.lastWasPunctuation = false;
        return this.attrDict(element === 'attr-dict-with-keyword');
      }
    } else if ('optional' in element) {
      return this.optionalGroup(element);
    } else if ('oilist' in element) {
      return this.oilist(element.oilist);
    }
    const space = this.emitSpace || !this.lastWasPunctuation;
    this.lastWasPunctuation = false;
    this.emitSpace = true;
    const step = this.printed(element, false);
    return space
      ? (form) => {
          form.printer.print(' ');
          step(form);
        }
      : step;
  }

  private literalOrSpace(text: string): Step {
    if (text === '\n') return ({ printer }) => printer.printNewline();
    if (text === '' || text === ' ') {
      this.lastWasPunctuation = text === '';
      this.emitSpace = false;
      return text === '' ? () => {} : ({ printer }) => printer.print(' ');
    }
    const printed = this.emitSpace && spaceBefore(text, this.lastWasPunctuation) ? ` ${text}` : text;
    this.emitSpace = text.length !== 1 || !'<({['.includes(text);
    this.lastWasPunctuation = !/^[A-Za-z_]/.test(text);
    return ({ printer }) => printer.print(printed);
  }

  private attrDict(withKeyword: boolean): Step {
    const defaults = this.ods.attributes.filter((attribute) => attribute.constraint.record.default !== undefined && !this.elided.includes(attribute.name));
    return ({ op, printer }) => {
      const elided = [...this.elided, ...defaults.filter((attribute) => isDefault(op, attribute)).map(({ name }) => name)];
      if (withKeyword) printer.printOptionalAttrDictWithKeyword(op, elided);
      else printer.printOptionalAttrDict(op, elided);
    };
  }

  private optionalGroup(group: Extract<FormatElement, { optional: unknown }>): Step {
    const elided = elidedAnchor(this.ods, group);
    const steps = (list: readonly FormatElement[]): Step[] => this.compile(list.filter((element) => elided === undefined || element !== `$${elided}`));
    const anchor = (group.inElse === true ? group.else : group.optional)?.[group.anchor];
    const present = this.presence(anchor);
    const then = steps(group.optional);
    const otherwise = steps(group.else ?? []);
    const inverted = group.inElse === true;
    return (form) => {
      for (const step of present(form) !== inverted ? then : otherwise) step(form);
    };
  }

  private oilist(clauses: readonly (readonly FormatElement[])[]): Step {
    const compiled = clauses.map(([literal, ...rest]) => {
      const present = rest.filter((element) => typeof element !== 'string' || element.startsWith('$')).map((element) => this.presence(element));
      const keyword = this.element(literal);
      const unit = rest.length === 1 && this.isUnitVariable(rest[0]);
      return { present, steps: [keyword, ...(unit ? [] : this.compile(rest))] };
    });
    return (form) => {
      for (const { present, steps } of compiled)
        if (present.some((test) => test(form))) for (const step of steps) step(form);
    };
  }

  private isUnitVariable(element: FormatElement): boolean {
    if (typeof element !== 'string' || !element.startsWith('$')) return false;
    const variable = formatVariable(this.ods, element);
    return variable.kind === 'attribute' && isUnit(variable.attribute);
  }

  /** Whether what `anchor` stands for is there: an optional or variadic thing, or an attribute that is not its default. */
  private presence(anchor: FormatElement | undefined): (form: PrintedForm) => boolean {
    if (anchor === undefined) throw new Error(`'${this.ods.name}': optional group without an anchor`);
    if (anchor === 'operands') return ({ op }) => op.numOperands > 0;
    if (anchor === 'results') return ({ op }) => op.results.length > 0;
    if (typeof anchor !== 'string') {
      if ('type' in anchor) return this.presence(anchor.type);
      if ('qualified' in anchor) return this.presence(anchor.qualified);
      if ('ref' in anchor) return this.presence(anchor.ref);
      if ('functional-type' in anchor) return this.presence(anchor['functional-type'][0]);
      if ('optional' in anchor) return this.presence(anchor.optional[anchor.anchor]);
      if ('custom' in anchor) {
        const tests = anchor.args.map((argument) => this.presence(argument));
        return (form) => tests.some((test) => test(form));
      }
      throw new Error(`'${this.ods.name}': no anchor: ${JSON.stringify(anchor)}`);
    }
    const variable = formatVariable(this.ods, anchor);
    switch (variable.kind) {
      case 'operand':
        return (form) => form.operands(variable.index).length > 0;
      case 'result':
        return (form) => form.results(variable.index).length > 0;
      case 'region':
        return ({ ods, op }) => (ods.regionGroups(op)[variable.index] ?? []).some((region) => !region.isEmpty);
      case 'successor':
        return ({ ods, op }) => (ods.successorGroups(op)[variable.index] ?? []).length > 0;
      case 'attribute': {
        const { attribute } = variable;
        const { record } = attribute.constraint;
        if (record.optional === true || record.default === undefined) return ({ op }) => op.attribute(attribute.name) !== undefined;
        return ({ op }) => op.attribute(attribute.name) !== undefined && !isDefault(op, attribute);
      }
    }
  }

  private printed(element: FormatElement, qualified: boolean): Step {
    if (typeof element === 'string') {
      switch (element) {
        case 'operands':
          return ({ op, printer }) => printer.printOperands(op.operands);
        case 'regions':
          return ({ op, printer }) => this.regions(op.regions, printer);
        case 'successors':
          return ({ op, printer }) => interleaved(op.successors, printer, (block) => printer.printSuccessor(block));
        default:
          return this.variable(formatVariable(this.ods, element), qualified);
      }
    }
    if ('qualified' in element) return this.printed(element.qualified, true);
    if ('type' in element) return this.types(element.type, qualified);
    if ('functional-type' in element) {
      const [inputs, results] = element['functional-type'].map((argument) => this.typesOf(argument));
      return (form) => form.printer.printFunctionalType(inputs?.(form) ?? [], results?.(form) ?? []);
    }
    if ('custom' in element) return this.custom(element.custom, element.args);
    throw new Error(`'${this.ods.name}': cannot print ${JSON.stringify(element)}`);
  }

  private variable(variable: FormatVariable, qualified: boolean): Step {
    switch (variable.kind) {
      case 'operand': {
        const { index } = variable;
        if (this.ods.operands[index]?.arity === '**')
          return (form) => interleaved(form.nestedOperands(index), form.printer, (group) => {
            form.printer.print('(');
            form.printer.printOperands(group);
            form.printer.print(')');
          });
        return (form) => form.printer.printOperands(form.operands(index));
      }
      case 'region':
        return ({ ods, op, printer }) => this.regions(ods.regionGroups(op)[variable.index] ?? [], printer);
      case 'successor':
        return ({ ods, op, printer }) => interleaved(ods.successorGroups(op)[variable.index] ?? [], printer, (block) => printer.printSuccessor(block));
      case 'attribute':
        return this.attribute(variable.attribute, qualified);
      case 'result':
        throw new Error(`'${this.ods.name}': a result stands in its format outside type(…)`);
    }
  }

  private attribute(attribute: OdsAttribute, qualified: boolean): Step {
    const syntax = attributeSyntax(this.ods, attribute, qualified);
    const print = (printer: OpAsmPrinter, value: Attribute): void => {
      switch (syntax.kind) {
        case 'enum': {
          const keyword = value.kind === 'integer' ? enumKeyword(syntax.record, Number(value.value)) : undefined;
          if (keyword === undefined) printer.printAttribute(value);
          else if (isKeyword(keyword)) printer.print(keyword);
          else printer.printString(keyword);
          break;
        }
        case 'dialect-enum':
          if (value.kind === 'dialect') printer.print(withoutMnemonic(value.body));
          else printer.printAttribute(value);
          break;
        case 'symbol-name':
          if (value.kind === 'string') printer.printSymbolName(value.value);
          else printer.printAttribute(value);
          break;
        case 'dense-array':
          printer.print(`[${denseArrayIntegers(value).join(', ')}]`);
          break;
        case 'typed':
          printer.printAttributeWithoutType(value);
          break;
        case 'parameters':
          if (value.kind === 'dialect' && value.body.startsWith(`${syntax.name.slice(syntax.name.indexOf('.') + 1)}<`)) printer.print(withoutMnemonic(value.body));
          else printer.printAttribute(value);
          break;
        case 'full':
          printer.printAttribute(value);
          break;
      }
    };
    return ({ op, printer }) => {
      const value = op.attribute(attribute.name);
      if (value !== undefined) print(printer, value);
    };
  }

  private regions(regions: readonly Region[], printer: OpAsmPrinter): void {
    const implicit = this.ods.implicitTerminator !== undefined;
    interleaved(regions, printer, (region) => {
      const terminator = region.entry?.lastOperation;
      const shown =
        !implicit || terminator === undefined || terminator.numOperands > 0 || terminator.results.length > 0 ||
        terminator.attributes.size > 0 || terminator.properties.size > 0;
      printer.printRegion(region, { printTerminator: shown });
    });
  }

  private types(argument: FormatElement, isQualified = false): Step {
    if (typeof argument === 'string' && argument.startsWith('$')) {
      const variable = formatVariable(this.ods, argument);
      if (variable.kind === 'operand' && this.ods.operands[variable.index]?.arity === '**')
        return (form) => interleaved(form.nestedOperands(variable.index), form.printer, (group) => {
          form.printer.print('(');
          form.printer.printTypes(group.map((value) => value.type));
          form.printer.print(')');
        });
    }
    const types = this.typesOf(argument);
    const definition = !isQualified && typeof argument === 'string' && argument.startsWith('$') ? definitionOf(this.ods, formatVariable(this.ods, argument)) : undefined;
    if (definition === undefined) return (form) => form.printer.printTypes(types(form));
    const [dialect, ...mnemonic] = definition.split('.');
    const prefix = `${mnemonic.join('.')}<`;
    return (form) => {
      const [type] = types(form);
      if (type?.kind === 'dialect' && type.dialect === dialect && type.body.startsWith(prefix)) form.printer.print(type.body.slice(prefix.length - 1));
      else form.printer.printTypes(types(form));
    };
  }

  private typesOf(argument: FormatElement): (form: PrintedForm) => Type[] {
    if (argument === 'operands') return ({ op }) => op.operands.map((value) => value.type);
    if (argument === 'results') return ({ op }) => op.results.map((value) => value.type);
    const variable = formatVariable(this.ods, argument);
    if (variable.kind === 'operand') return (form) => form.operands(variable.index).map((value) => value.type);
    if (variable.kind === 'result') return (form) => form.results(variable.index).map((value) => value.type);
    throw new Error(`'${this.ods.name}': ${JSON.stringify(argument)} has no type`);
  }

  private custom(name: string, args: readonly FormatElement[]): Step {
    const directive = this.directives[name];
    if (directive === undefined) throw new Error(`'${this.ods.name}' needs the directive custom<${name}>, which nobody registered`);
    const parameters = args.map((argument) => this.parameter(argument));
    return (form) => {
      const at = <K extends keyof BoundParameter>(index: number, kind: K): BoundParameter[K] => boundArgument<BoundParameter, K>(parameters, index, kind, name);
      const bound: DirectivePrintArguments = {
        count: args.length,
        literal: (index) => literalArgument(args[index]),
        operands: (index) => at(index, 'operands')(form),
        operandGroups: (index) => at(index, 'operandGroups')(form),
        types: (index) => at(index, 'types')(form),
        attribute: (index) => form.op.attribute(at(index, 'attribute')),
        regions: (index) => at(index, 'regions')(form),
        successors: (index) => at(index, 'successors')(form),
      };
      directive.print(form.printer, form.op, bound);
    };
  }

  private parameter(argument: FormatElement): Partial<BoundParameter> {
    if (typeof argument !== 'string') {
      if ('ref' in argument) return this.parameter(argument.ref);
      if ('type' in argument) return { types: this.typesOf(argument.type) };
      throw new Error(`'${this.ods.name}': unknown argument of a directive: ${JSON.stringify(argument)}`);
    }
    if (!argument.startsWith('$')) return {};
    const variable = formatVariable(this.ods, argument);
    switch (variable.kind) {
      case 'operand':
        return { operands: (form) => form.operands(variable.index), operandGroups: (form) => form.nestedOperands(variable.index) };
      case 'region':
        return { regions: ({ ods, op }) => ods.regionGroups(op)[variable.index] ?? [] };
      case 'successor':
        return { successors: ({ ods, op }) => ods.successorGroups(op)[variable.index] ?? [] };
      case 'attribute':
        return { attribute: variable.attribute.name };
      case 'result':
        throw new Error(`'${this.ods.name}': a result is an argument of a directive outside type(…)`);
    }
  }
}

interface BoundParameter {
  operands(form: PrintedForm): Value[];
  operandGroups(form: PrintedForm): Value[][];
  types(form: PrintedForm): Type[];
  attribute: string;
  regions(form: PrintedForm): Region[];
  successors(form: PrintedForm): Operation['successors'];
}

/** Whether mlir-tblgen puts a space between what came before and the literal `text`. */
function spaceBefore(text: string, lastWasPunctuation: boolean): boolean {
  if (text.length !== 1 && text !== '->') return true;
  return !(lastWasPunctuation ? '>)}],' : '<>(){}[],').includes(text.charAt(0));
}

function spellsAllResults(format: readonly FormatElement[]): boolean {
  return format.some((element) => typeof element !== 'string' &&
    (('type' in element && element.type === 'results') || ('functional-type' in element && element['functional-type'][1] === 'results')));
}

/** Whether the attribute has the value that it would have had anyway. */
function isDefault(op: Operation, attribute: OdsAttribute): boolean {
  const value = op.attribute(attribute.name);
  const { default: record } = attribute.constraint.record;
  return value !== undefined && record !== undefined && equalsDefault(value, record);
}

function isKeyword(text: string): boolean {
  return /^[A-Za-z_][\w$.]*$/.test(text);
}

/** `<add>` of `kind<add>`; ` slt` of `<cmp_predicate slt>`: the space belongs to the format of the attribute. */
function withoutMnemonic(body: string): string {
  return (body.startsWith('<') ? body.slice(1, -1) : body).replace(/^\w+/, '');
}

function interleaved<T>(items: readonly T[], printer: OpAsmPrinter, print: (item: T) => void): void {
  for (const [index, item] of items.entries()) {
    if (index > 0) printer.print(', ');
    print(item);
  }
}
