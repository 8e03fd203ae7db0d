import type { Attribute } from '../ir/attribute.js';
import { Block } from '../ir/block.js';
import type { OpAsmParser, Punctuation, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import { typeText } from '../printer/describe.js';
import type { SourceRange } from '../source/source-file.js';
import { AttributeFormatParser } from './attribute-format-parser.js';
import { boundArgument, type CustomDirective, type DirectiveParseArguments, type ReturnTypeInference } from './custom-directive.js';
import { denseIntegerArray } from '../ir/dense-array.js';
import type { FormatElement } from './dialect-table.js';
import { elidedAnchor, type FormatVariable, formatVariable, isUnit, isWhitespace } from './format-variable.js';
import type { OdsGroup, OdsOperation } from './ods-operation.js';
import { builtType, listTransformers, typeTransformers } from './type-transformer.js';

/** What has been read of one operation, by the groups of its definition. */
class ParsedForm {
  readonly operands: UnresolvedOperand[][];
  /** Sizes of the inner groups of variadics of variadics. */
  readonly operandGroups: UnresolvedOperand[][][];
  readonly operandRanges: (SourceRange | undefined)[];
  readonly operandTypes: Type[][];
  readonly resultTypes: Type[][];
  readonly regions: Region[][];
  readonly successors: Block[][];
  /** Set by the directives `operands`, `type(operands)`, `type(results)`, `regions` and `successors`. */
  allOperands: UnresolvedOperand[] | undefined;
  allOperandTypes: readonly Type[] | undefined;
  allResultTypes: readonly Type[] | undefined;
  allRegions: Region[] | undefined;
  allSuccessors: Block[] | undefined;
  readonly start: SourceRange;

  constructor(
    readonly ods: OdsOperation,
    readonly parser: OpAsmParser,
  ) {
    const lists = <T>(groups: readonly OdsGroup[]): T[][] => groups.map(() => []);
    this.operands = lists(ods.operands);
    this.operandGroups = lists(ods.operands);
    this.operandRanges = ods.operands.map(() => undefined);
    this.operandTypes = lists(ods.operands);
    this.resultTypes = lists(ods.results);
    this.regions = lists(ods.regions);
    this.successors = lists(ods.successors);
    this.start = parser.nextRange();
  }
}

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
  return (parser) => {
    const form = new ParsedForm(ods, parser);
    for (const step of steps) step(form);
    finish(form, inferReturnTypes);
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
      if (typeof element.qualified !== 'string') return this.element(element.qualified);
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
    const step = this.variable(variable, qualified);
    const { index } = variable;
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
        return (form) => {
          form.operandRanges[index] = form.parser.nextRange();
          form.operands[index]?.push(form.parser.parseOperand());
        };
    }
  }

  private types(argument: FormatElement): Step {
    if (argument === 'operands')
      return (form) => {
        form.allOperandTypes = form.parser.parseTypeList();
      };
    if (argument === 'results')
      return (form) => {
        form.allResultTypes = form.parser.parseTypeList();
      };
    const variable = formatVariable(this.ods, argument);
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

/** The list that holds the parsed types of an operand or result. */
function typesOf(form: ParsedForm, variable: FormatVariable): Type[] {
  const types =
    variable.kind === 'operand' ? form.operandTypes[variable.index] : variable.kind === 'result' ? form.resultTypes[variable.index] : undefined;
  if (types === undefined) throw new Error(`'${form.ods.name}': only operands and results have types`);
  return types;
}

function parseSuccessors(parser: OpAsmParser): Block[] {
  const first = parser.parseOptionalSuccessor();
  if (first === undefined) return [];
  const successors = [first];
  while (parser.parseOptionalPunctuation(',')) successors.push(parser.parseSuccessor());
  return successors;
}

/** Hands what was read to the parser: types are computed, operands resolved, segment sizes noted. */
function finish(form: ParsedForm, inferReturnTypes: ReturnTypeInference | undefined): void {
  const { ods, parser } = form;
  const { result } = parser;
  for (const [index, groups] of form.operandGroups.entries()) if (groups.length > 0) form.operands[index]?.push(...groups.flat());

  const resolver = new TypeResolver(form);
  const operandTypes = ods.operands.map((_, index) => resolver.operandTypes(index));
  const typesOfGroup = (index: number): readonly Type[] => operandTypes[index] ?? (form.operands[index] ?? []).map(() => resolver.single(index));
  if (form.allOperandTypes !== undefined) {
    result.operands.push(...parser.resolveOperands(form.allOperands ?? form.operands.flat(), form.allOperandTypes, form.start));
  } else if (form.allOperands !== undefined) {
    const types = operandTypes.flatMap((types, index) => types ?? resolver.single(index));
    result.operands.push(...parser.resolveOperands(form.allOperands, types, form.start));
  } else {
    for (const [index, operands] of form.operands.entries())
      result.operands.push(...parser.resolveOperands(operands, typesOfGroup(index), form.operandRanges[index] ?? form.start));
  }
  if (form.allOperands === undefined) {
    if (ods.traits.has('AttrSizedOperandSegments'))
      result.attributes.set('operandSegmentSizes', denseIntegerArray(parser.context, 32, form.operands.map((group) => group.length)));
    for (const [index, { arity, segments }] of ods.operands.entries())
      if (arity === '**' && segments !== undefined)
        result.attributes.set(segments, denseIntegerArray(parser.context, 32, (form.operandGroups[index] ?? []).map((group) => group.length)));
  }

  result.regions.push(...(form.allRegions ?? form.regions.flat()));
  result.successors.push(...(form.allSuccessors ?? form.successors.flat()));

  if (form.allResultTypes !== undefined) {
    result.resultTypes.push(...form.allResultTypes);
  } else if (ods.record.types?.includes('infer') === true) {
    if (inferReturnTypes === undefined)
      return parser.error(`the types of the results of '${ods.name}' cannot be inferred here; use the generic form`, form.start);
    const types = ods.operands.map((_, index) => typesOfGroup(index));
    if (form.allOperandTypes !== undefined) types.splice(0, types.length, [...form.allOperandTypes]);
    result.resultTypes.push(...inferReturnTypes(parser, types, result.attributes));
  } else {
    const groups = ods.results.map((_, index) => resolver.resultTypes(index));
    result.resultTypes.push(...groups.flat());
    if (ods.traits.has('AttrSizedResultSegments'))
      result.attributes.set('resultSegmentSizes', denseIntegerArray(parser.context, 32, groups.map((group) => group.length)));
  }
}

/** Computes the types that the text leaves out, as the table says. */
class TypeResolver {
  constructor(private readonly form: ParsedForm) {}

  /** The types of the operands of a group where each has its own; undefined if all have the type `single`. */
  operandTypes(index: number): readonly Type[] | undefined {
    const rule = this.rule(index);
    if (rule === null) return this.form.operandTypes[index];
    return isPerValue(this.form.ods, rule) ? this.resolved(rule) : undefined;
  }

  /** The one type of all operands of a group. */
  single(index: number): Type {
    const { parser } = this.form;
    const rule = this.rule(index) ?? 'none';
    if (!rule.startsWith('$')) return builtType(rule, parser.context);
    return this.resolved(rule)[0] ?? parser.error(`the type of the operands of '${this.form.ods.name}' is not known`, this.form.start);
  }

  resultTypes(index: number): readonly Type[] {
    const rule = this.rule(this.form.ods.operands.length + index);
    if (rule === null) return this.form.resultTypes[index] ?? [];
    if (rule.startsWith('$')) return this.resolved(rule);
    return [builtType(rule, this.form.parser.context)];
  }

  private rule(index: number): string | null {
    return this.form.ods.record.types?.[index] ?? null;
  }

  private resolved(rule: string): readonly Type[] {
    const { parser, ods } = this.form;
    const [name, transformer] = splitRule(rule);
    const source = this.typesOf(formatVariable(ods, name));
    if (transformer === undefined) return source;
    const transform = typeTransformers[transformer];
    if (transform === undefined) throw new Error(`no type transformer ${transformer}`);
    const [type] = source;
    if (type === undefined) return [];
    return transform(type, parser.context) ?? parser.error(`invalid kind of type: '${typeText(type)}' does not tell the types of the other operands and results`, this.form.start);
  }

  private typesOf(variable: FormatVariable): readonly Type[] {
    const { parser } = this.form;
    if (variable.kind !== 'attribute') return typesOf(this.form, variable);
    const value = parser.result.attributes.get(variable.attribute.name);
    return value !== undefined && 'type' in value && value.type !== undefined ? [value.type] : [parser.context.noneType];
  }
}

/** `$x Transformer` in its two parts. */
function splitRule(rule: string): [string, string | undefined] {
  const space = rule.indexOf(' ');
  return space < 0 ? [rule, undefined] : [rule.slice(0, space), rule.slice(space + 1)];
}

/** Whether a rule gives one type for each value of a group, rather than one for all of them. */
function isPerValue(ods: OdsOperation, rule: string): boolean {
  if (!rule.startsWith('$')) return false;
  const [name, transformer] = splitRule(rule);
  if (transformer !== undefined) return listTransformers.has(transformer);
  const source = [...ods.operands, ...ods.results].find((value) => `$${value.name}` === name);
  return source !== undefined && source.arity !== '';
}

function isIdentifier(text: string): boolean {
  return /^[A-Za-z_]/.test(text);
}
