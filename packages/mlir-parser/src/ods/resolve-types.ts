import type { FormatElement, OpRecord, TraitRecord, TypeConstraintRecord, TypeResolutionRecord, ValueRecord } from './dialect-table.js';

interface Spelled {
  readonly operands: Set<number>;
  readonly results: Set<number>;
  allOperands: boolean;
  allResults: boolean;
  readonly attributes: Set<string>;
}

/**
 * How the types of operands and results are known when a declarative format is parsed. The order in which constraints are
 * tried, and that later ones override earlier ones, is that of mlir-tblgen. `onUnknown` is told the operand or result of which
 * the format does not tell the type; it is then taken to be inferred.
 */
export function resolveTypes(
  op: OpRecord, format: readonly FormatElement[], constraints: readonly TypeConstraintRecord[], onUnknown: (name: string) => void,
): TypeResolutionRecord[] {
  const operands = op.operands ?? [];
  const results = op.results ?? [];
  const spelled = spelledTypes(op, format);
  const isSpelled = (name: string): boolean => {
    const operand = operands.findIndex(([other]) => other === name);
    if (operand >= 0) return spelled.operands.has(operand);
    const result = results.findIndex(([other]) => other === name);
    if (result >= 0) return spelled.results.has(result);
    return spelled.attributes.has(name);
  };

  const resolvers = new Map<string, string>();
  let infers = false;
  for (const trait of op.traits ?? []) {
    const [name, ...args] = traitParts(trait);
    if (name === 'AllTypesMatch') {
      for (const [index, value] of args.entries())
        if (isSpelled(value)) for (const [other, target] of args.entries()) if (other !== index) resolvers.set(target, `$${value}`);
    } else if (name === 'SameTypeOperands' || name === 'SameOperandsAndResultType') {
      const withResults = name === 'SameOperandsAndResultType';
      const source = operands.find((_, index) => spelled.operands.has(index)) ?? (withResults ? results.find((_, index) => spelled.results.has(index)) : undefined);
      if (source === undefined) continue;
      for (const [index, [target]] of operands.entries()) if (!spelled.operands.has(index)) resolvers.set(target, `$${source[0]}`);
      if (withResults) for (const [index, [target]] of results.entries()) if (!spelled.results.has(index)) resolvers.set(target, `$${source[0]}`);
    } else if (name === 'TypesMatchWith') {
      const [, lhs, rhs, transformer] = args as [string, string, string, string];
      if (isSpelled(lhs)) resolvers.set(rhs, transformer === 'Same' ? `$${lhs}` : `$${lhs} ${transformer}`);
    } else if (name === 'InferTypeOpInterface') {
      infers = true;
    }
  }

  // A builder makes one type, so it says nothing about how many results there are.
  const builtResult = ([, constraint, arity]: ValueRecord): string | undefined =>
    arity === undefined ? constraints[constraint]?.build : undefined;
  const resolution = (name: string, build: string | undefined, explicit: boolean): TypeResolutionRecord => {
    if (explicit) return null;
    const known = resolvers.get(name) ?? build;
    if (known !== undefined) return known;
    onUnknown(name);
    return 'infer';
  };
  const ofOperands = operands.map(([name, constraint], index) =>
    resolution(name, constraints[constraint]?.build, spelled.allOperands || spelled.operands.has(index)));
  const knownWithoutInference = results.every((result) => resolvers.has(result[0]) || builtResult(result) !== undefined);
  const infersResults = !spelled.allResults && results.length > 0 && spelled.results.size === 0 && infers && !knownWithoutInference;
  const ofResults = results.map((result, index) =>
    infersResults ? 'infer' : resolution(result[0], builtResult(result), spelled.allResults || spelled.results.has(index)));
  return [...ofOperands, ...ofResults];
}

/** The name of a trait and its arguments; those that are no text are empty. */
export function traitParts(trait: TraitRecord): [string, ...string[]] {
  return typeof trait === 'string' ? [trait] : (trait.map((part) => (typeof part === 'string' ? part : '')) as [string, ...string[]]);
}

function spelledTypes(op: OpRecord, format: readonly FormatElement[]): Spelled {
  const spelled: Spelled = { operands: new Set(), results: new Set(), allOperands: false, allResults: false, attributes: new Set() };
  const mark = (argument: FormatElement): void => {
    if (argument === 'operands') spelled.allOperands = true;
    else if (argument === 'results') spelled.allResults = true;
    else if (typeof argument === 'string' && argument.startsWith('$')) {
      const name = argument.slice(1);
      const operand = (op.operands ?? []).findIndex(([other]) => other === name);
      const result = (op.results ?? []).findIndex(([other]) => other === name);
      if (operand >= 0) spelled.operands.add(operand);
      else if (result >= 0) spelled.results.add(result);
    }
  };
  const visit = (element: FormatElement): void => {
    if (typeof element === 'string') {
      const name = element.slice(1);
      if (element.startsWith('$') && (op.attributes ?? []).some(([other]) => other === name)) spelled.attributes.add(name);
    } else if ('type' in element) {
      mark(element.type);
    } else if ('functional-type' in element) {
      element['functional-type'].forEach(mark);
    } else if ('qualified' in element) {
      visit(element.qualified);
    } else if ('custom' in element) {
      element.args.forEach(visit);
    } else if ('optional' in element) {
      element.optional.forEach(visit);
      element.else?.forEach(visit);
    } else if ('oilist' in element) {
      element.oilist.flat().forEach(visit);
    }
  };
  format.forEach(visit);
  return spelled;
}
