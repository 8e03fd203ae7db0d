import type { Block } from '../ir/block.js';
import type { OpAsmParser, UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { SourceRange } from '../source/source-file.js';
import type { FormatVariable } from './format-variable.js';
import type { OdsGroup, OdsOperation } from './ods-operation.js';

/** What has been read of one operation, by the groups of its definition. */
export class ParsedForm {
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
  /** What the form is being read from, and where it starts. */
  parser!: OpAsmParser; // set by `begin`, which precedes all use
  start!: SourceRange; // likewise

  constructor(readonly ods: OdsOperation) {
    const lists = <T>(groups: readonly OdsGroup[]): T[][] => groups.map(() => []);
    this.operands = lists(ods.operands);
    this.operandGroups = lists(ods.operands);
    this.operandRanges = ods.operands.map(() => undefined);
    this.operandTypes = lists(ods.operands);
    this.resultTypes = lists(ods.results);
    this.regions = lists(ods.regions);
    this.successors = lists(ods.successors);
  }

  /** Empties the form for the next operation, which `parser` reads. */
  begin(parser: OpAsmParser): void {
    this.parser = parser;
    this.start = parser.nextRange();
    for (const lists of [this.operands, this.operandGroups, this.operandTypes, this.resultTypes, this.regions, this.successors])
      for (let index = 0; index < lists.length; index++) while (lists[index].length > 0) lists[index].pop(); // short: cheaper than setting the length
    this.operandRanges.fill(undefined);
    this.allOperands = undefined;
    this.allOperandTypes = undefined;
    this.allResultTypes = undefined;
    this.allRegions = undefined;
    this.allSuccessors = undefined;
  }
}

/** The list that holds the parsed types of an operand or result. */
export function typesOf(form: ParsedForm, variable: FormatVariable): Type[] {
  const types =
    variable.kind === 'operand' ? form.operandTypes[variable.index] : variable.kind === 'result' ? form.resultTypes[variable.index] : undefined;
  if (types === undefined) throw new Error(`'${form.ods.name}': only operands and results have types`);
  return types;
}
