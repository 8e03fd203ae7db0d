import type { Attribute } from '../ir/attribute.js';
import { Block } from '../ir/block.js';
import type { OpAsmParser, Punctuation } from '../ir/op-asm-parser.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import { AttributeFormatParser } from './attribute-format-parser.js';
import { boundArgument, literalArgument, type CustomDirective, type DirectiveParseArguments, type ReturnTypeInference } from './custom-directive.js';
import type { FormatElement } from './dialect-table.js';
import { definitionOf, elidedAnchor, type FormatVariable, formatVariable, isUnit, isWhitespace } from './format-variable.js';
import { finishForm } from './finish-form.js';
import type { OdsOperation } from './ods-operation.js';
import { ParsedForm, typesOf } from './parsed-form.js';
import { TypeRules } from './type-rules.js';

type Step = (form: ParsedForm) => void;
/** Returns false, with nothing consumed, if the element is not there. */
type OptionalStep = (form: ParsedForm) => boolean;

/** Compiles a declarative format into the function that parses it. */
export function compileFormatParser(
  ods: OdsOperation,
  format: readonly FormatElement[],
  directives: Readonly<Record<string, CustomDirective>>,
  inferReturnTypes: ReturnTypeInference | undefined,
): (parser: OpAsmParser) => void {
  const steps = new FormatParserCompiler(ods, directives).compile(format);
  const types = new TypeRules(ods);
  // Forms are used again: one is made for each level of nesting, and instead of those that failed.
  const free: ParsedForm[] = [];
  return (parser) => {
    const form = free.pop() ?? new ParsedForm(ods);
    form.begin(parser);
    for (let index = 0; index < steps.length; index++) steps[index](form);
    finishForm(form, types, inferReturnTypes);
    free.push(form);
  };
}

class FormatParserCompiler {
  private readonly attributes: AttributeFormatParser;

  constructor(
    private readonly ods: OdsOperation,
    private readonly directives: Readonly<Record<string, CustomDirective>>,
  ) {
    this.attributes = new AttributeFormatParser(ods);
  }

  compile(elements: readonly FormatElement[]): Step[] {
    return elements.filter((element) => !isWhitespace(element)).map((element) => this.element(element));
  }

  private element(element: FormatElement): Step {
    if (typeof element === 'string') {
      if (element.startsWith("'")) return this.literal(element.slice(1));
      switch (element) {
        case 'attr-dict':
          return ({ parser }) => parser.parseOptionalAttrDict();
        case 'attr-dict-with-keyword':
          return ({ parser }) => parser.parseOptionalAttrDictWithKeyword();
        case 'operands':
          return (form) => {
            form.allOperands = form.parser.parseOperandList('none');
          };
        case 'regions':
          return (form) => {
            form.allRegions = this.parseRegions(form.parser);
          };
        case 'successors':
          return (form) => {
            form.allSuccessors = parseSuccessors(form.parser);
          };
        default:
          return this.variable(formatVariable(this.ods, element), false);
      }
    }
    if ('qualified' in element) {
      if (typeof element.qualified !== 'string') return 'type' in element.qualified ? this.types(element.qualified.type, true) : this.element(element.qualified);
      return this.variable(formatVariable(this.ods, element.qualified), true);
    }
    if ('type' in element) return this.types(element.type);
    if ('functional-type' in element) return this.functionalType(...element['functional-type']);
    if ('custom' in element) {
      const step = this.custom(element.custom, element.args);
      return (form) => void step(form);
    }
    if ('optional' in element) return this.optionalGroup(element);
    if ('oilist' in element) return this.oilist(element.oilist);
    throw new Error(`'${this.ods.name}': cannot parse ${JSON.stringify(element)}`);
  }

  /** The element at the start of an optional group. */
  private optionalElement(element: FormatElement): OptionalStep {
    if (typeof element === 'string' && element.startsWith("'")) {
      const text = element.slice(1);
      if (isIdentifier(text)) return ({ parser }) => parser.parseOptionalKeyword(text);
      return ({ parser }) => parser.parseOptionalPunctuation(text as Punctuation);
    }
    if (typeof element !== 'string' && 'qualified' in element && typeof element.qualified === 'string')
      return this.optionalVariable(formatVariable(this.ods, element.qualified), true);
    if (typeof element !== 'string' && 'custom' in element) return this.custom(element.custom, element.args);
    if (element === 'operands')
      return (form) => {
        form.allOperands = form.parser.parseOperandList('none');
        return form.allOperands.length > 0;
      };
    if (typeof element === 'string') return this.optionalVariable(formatVariable(this.ods, element), false);
    if ('type' in element && typeof element.type === 'string' && element.type.startsWith('$')) {
      const variable = formatVariable(this.ods, element.type);
      const step = this.types(element.type);
      return (form) => {
        step(form);
        return typesOf(form, variable).length > 0;
      };
    }
    throw new Error(`'${this.ods.name}': an optional group cannot start with ${JSON.stringify(element)}`);
  }

  private literal(text: string): Step {
    if (isIdentifier(text)) return ({ parser }) => parser.parseKeyword(text);
    return ({ parser }) => parser.parsePunctuation(text as Punctuation);
  }

  private optionalGroup(group: Extract<FormatElement, { optional: unknown }>): Step {
    const elided = elidedAnchor(this.ods, group);
    const [first, ...rest] = group.optional.filter((element) => !isWhitespace(element) && (elided === undefined || element !== `$${elided}`));
    if (first === undefined) throw new Error(`'${this.ods.name}': empty optional group`);
    const start = this.optionalElement(first);
    const then = this.compile(rest);
    const otherwise = this.compile((group.else ?? []).filter((element) => elided === undefined || element !== `$${elided}`));
    return (form) => {
      if (start(form)) {
        if (elided !== undefined) form.parser.result.attributes.set(elided, form.parser.context.unitAttr);
        for (const step of then) step(form);
      } else {
        for (const step of otherwise) step(form);
      }
    };
  }

  /** Clauses in any order, each at most once, each told by its keyword. */
  private oilist(clauses: readonly (readonly FormatElement[])[]): Step {
    const compiled = clauses.map(([literal, ...rest]) => {
      const only = rest.length === 1 ? rest[0] : undefined;
      const variable = typeof only === 'string' && only.startsWith('$') ? formatVariable(this.ods, only) : undefined;
      const unit = variable?.kind === 'attribute' && isUnit(variable.attribute) ? variable.attribute.name : undefined;
      const keyword = String(literal).slice(1);
      const steps = unit === undefined
        ? this.compile(rest)
        : [({ parser }: ParsedForm) => void parser.result.attributes.set(unit, parser.context.unitAttr)];
      return { keyword, steps };
    });
    return (form) => {
      const seen = new Set<string>();
      for (;;) {
        const range = form.parser.nextRange();
        const clause = compiled.find(({ keyword }) => form.parser.parseOptionalKeyword(keyword));
        if (clause === undefined) return;
        if (seen.has(clause.keyword))
          form.parser.error(`\`${clause.keyword}\` clause can appear at most once in the expansion of the oilist directive`, range);
        seen.add(clause.keyword);
        for (const step of clause.steps) step(form);
      }
    };
  }

  private variable(variable: FormatVariable, qualified: boolean): Step {
    switch (variable.kind) {
      case 'operand':
        return this.operand(variable.index);
      case 'region': {
        const { index } = variable;
        if (this.ods.regions[index]?.arity === '*')
          return (form) => void form.regions[index]?.push(...this.parseRegions(form.parser));
        return (form) => void form.regions[index]?.push(this.completed(form.parser, form.parser.parseRegion([])));
      }
      case 'successor': {
        const { index } = variable;
        if (this.ods.successors[index]?.arity === '*') return (form) => void form.successors[index]?.push(...parseSuccessors(form.parser));
        return (form) => void form.successors[index]?.push(form.parser.parseSuccessor());
      }
      case 'attribute': {
        const { name } = variable.attribute;
        const parse = this.attributes.required(variable.attribute, qualified);
        return ({ parser }) => void parser.result.attributes.set(name, parse(parser));
      }
      case 'result':
        throw new Error(`'${this.ods.name}': a result stands in its format outside type(…)`);
    }
  }

  private optionalVariable(variable: FormatVariable, qualified: boolean): OptionalStep {
    if (variable.kind === 'attribute') {
      const { name } = variable.attribute;
      const parse = this.attributes.optional(variable.attribute, qualified);
      return ({ parser }) => {
        const value = parse(parser);
        if (value !== undefined) parser.result.attributes.set(name, value);
        return value !== undefined;
      };
    }
    const { index } = variable;
    if (variable.kind === 'region' && this.ods.regions[index]?.arity !== '*')
      return (form) => {
        const region = form.parser.parseOptionalRegion([]);
        if (region !== undefined) form.regions[index]?.push(this.completed(form.parser, region));
        return region !== undefined;
      };
    const step = this.variable(variable, qualified);
    return (form) => {
      step(form);
      const groups = { operand: form.operands, result: form.resultTypes, region: form.regions, successor: form.successors }[variable.kind];
      return (groups[index]?.length ?? 0) > 0;
    };
  }

  private operand(index: number): Step {
    switch (this.ods.operands[index]?.arity) {
      case '*':
        return (form) => {
          form.operandRanges[index] = form.parser.nextRange();
          form.operands[index]?.push(...form.parser.parseOperandList('none'));
        };
      case '?':
        return (form) => {
          form.operandRanges[index] = form.parser.nextRange();
          const operand = form.parser.parseOptionalOperand();
          if (operand !== undefined) form.operands[index]?.push(operand);
        };
      case '**':
        return (form) => {
          form.operandRanges[index] = form.parser.nextRange();
          do {
            if (!form.parser.parseOptionalPunctuation('(')) break;
            const group = form.parser.parseOperandList('none');
            form.parser.parsePunctuation(')');
            form.operandGroups[index]?.push(group);
          } while (form.parser.parseOptionalPunctuation(','));
        };
      default:
        return (form) => void form.operands[index]?.push(form.parser.parseOperand());
    }
  }

  private types(argument: FormatElement, isQualified = false): Step {
    if (argument === 'operands')
      return (form) => {
        form.allOperandTypes = form.parser.parseTypeList();
      };
    if (argument === 'results')
      return (form) => {
        form.allResultTypes = form.parser.parseTypeList();
      };
    const variable = formatVariable(this.ods, argument);
    const definition = isQualified ? undefined : definitionOf(this.ods, variable);
    if (definition !== undefined) return (form) => typesOf(form, variable).push(definedType(form.parser, definition));
    const group = (variable.kind === 'operand' ? this.ods.operands : this.ods.results)[variable.kind === 'attribute' ? -1 : variable.index];
    switch (group?.arity) {
      case '*':
        return (form) => void typesOf(form, variable).push(...form.parser.parseTypeList());
      case '?':
        return (form) => {
          const type = form.parser.parseOptionalType();
          if (type !== undefined) typesOf(form, variable).push(type);
        };
      case '**':
        return (form) => {
          do {
            if (!form.parser.parseOptionalPunctuation('(')) break;
            if (form.parser.parseOptionalPunctuation(')')) continue;
            typesOf(form, variable).push(...form.parser.parseTypeList());
            form.parser.parsePunctuation(')');
          } while (form.parser.parseOptionalPunctuation(','));
        };
      default:
        return (form) => void typesOf(form, variable).push(form.parser.parseType());
    }
  }

  private functionalType(inputs: FormatElement, results: FormatElement): Step {
    const store = (argument: FormatElement): ((form: ParsedForm, types: readonly Type[]) => void) => {
      if (argument === 'operands') return (form, types) => void (form.allOperandTypes = types);
      if (argument === 'results') return (form, types) => void (form.allResultTypes = types);
      const variable = formatVariable(this.ods, argument);
      return (form, types) => void typesOf(form, variable).push(...types);
    };
    const storeInputs = store(inputs);
    const storeResults = store(results);
    return (form) => {
      const range = form.parser.nextRange();
      const type = form.parser.parseFunctionType();
      if (type.kind !== 'function') return form.parser.error('expected function type', range);
      storeInputs(form, type.inputs);
      storeResults(form, type.results);
    };
  }

  private parseRegions(parser: OpAsmParser): Region[] {
    const first = parser.parseOptionalRegion([]);
    if (first === undefined) return [];
    const regions = [this.completed(parser, first)];
    while (parser.parseOptionalPunctuation(',')) regions.push(this.completed(parser, parser.parseRegion([])));
    return regions;
  }

  /** Gives the region the block or the terminator that its text may leave out. */
  private completed(parser: OpAsmParser, region: Region): Region {
    if (this.ods.implicitTerminator !== undefined) parser.ensureTerminator(region, this.ods.implicitTerminator);
    else if (this.ods.traits.has('SingleBlock') && region.isEmpty) region.addBlock(new Block());
    return region;
  }

  private custom(name: string, args: readonly FormatElement[]): OptionalStep {
    const directive = this.directives[name];
    if (directive === undefined) throw new Error(`'${this.ods.name}' needs the directive custom<${name}>, which nobody registered`);
    const parameters = args.map((argument) => this.parameter(argument));
    return (form) => {
      const at = <K extends keyof BoundParameter>(index: number, kind: K): BoundParameter[K] => boundArgument<BoundParameter, K>(parameters, index, kind, name);
      const { attributes } = form.parser.result;
      const bound: DirectiveParseArguments = {
        count: args.length,
        literal: (index) => literalArgument(args[index]),
        operands: (index) => form.operands[at(index, 'operand')] ?? [],
        operandGroups: (index) => form.operandGroups[at(index, 'operand')] ?? [],
        types: (index) => typesOf(form, at(index, 'type')),
        attribute: (index) => attributes.get(at(index, 'attribute')),
        setAttribute: (index, value: Attribute) => void attributes.set(at(index, 'attribute'), value),
        regions: (index) => form.regions[at(index, 'region')] ?? [],
        successors: (index) => form.successors[at(index, 'successor')] ?? [],
      };
      for (const { operand } of parameters) if (operand !== undefined) form.operandRanges[operand] ??= form.parser.nextRange();
      return directive.parse(form.parser, bound) !== false;
    };
  }

  private parameter(argument: FormatElement): Partial<BoundParameter> {
    if (typeof argument !== 'string') {
      if ('ref' in argument) return this.parameter(argument.ref);
      if ('type' in argument) return { type: formatVariable(this.ods, argument.type) };
      throw new Error(`'${this.ods.name}': unknown argument of a directive: ${JSON.stringify(argument)}`);
    }
    if (!argument.startsWith('$')) return {};
    const variable = formatVariable(this.ods, argument);
    return variable.kind === 'attribute' ? { attribute: variable.attribute.name } : { [variable.kind]: variable.index };
  }
}

interface BoundParameter {
  operand: number;
  region: number;
  successor: number;
  attribute: string;
  type: FormatVariable;
}

function parseSuccessors(parser: OpAsmParser): Block[] {
  const first = parser.parseOptionalSuccessor();
  if (first === undefined) return [];
  const successors = [first];
  while (parser.parseOptionalPunctuation(',')) successors.push(parser.parseSuccessor());
  return successors;
}

/** A type of which the parameters alone may be written. */
function definedType(parser: OpAsmParser, name: string): Type {
  const parameters = parser.parseOptionalParameters();
  if (parameters === undefined) return parser.parseType();
  const dot = name.indexOf('.');
  return parser.context.dialectType(name.slice(0, dot), name.slice(dot + 1) + parameters);
}

function isIdentifier(text: string): boolean {
  return /^[A-Za-z_]/.test(text);
}
