import type { AffineMap } from '../affine/affine-expr.js';
import { affineExprText } from '../affine/affine-text.js';
import type { Attribute } from '../ir/attribute.js';
import type { Block } from '../ir/block.js';
import type { Location } from '../ir/location.js';
import type { OpAsmPrinter } from '../ir/op-asm-printer.js';
import type { Operation } from '../ir/operation.js';
import type { Region } from '../ir/region.js';
import type { Type } from '../ir/type.js';
import type { Value } from '../ir/value.js';
import { AttributePrinter, type Aliases } from './attribute-printer.js';
import type { Output } from './output.js';
import type { PrintingOptions } from './printing-options.js';
import { printedAttributes, sortedEntries } from './sorted-attributes.js';
import type { SsaNames } from './ssa-names.js';
import { quoted, spellSymbolName } from './string-text.js';

const INDENT = '  ';

/** Prints operations as mlir-opt does, in custom or generic form. */
export class OperationPrinter implements OpAsmPrinter {
  private readonly out: Output;
  private readonly attributes: AttributePrinter;
  private readonly names: SsaNames;
  private readonly options: PrintingOptions;
  private indent = '';
  /** The dialect whose prefix is left out; changes with each region. */
  private defaultDialect = 'builtin';

  constructor(out: Output, options: PrintingOptions, aliases: Aliases, names: SsaNames) {
    this.out = out;
    this.options = options;
    this.names = names;
    this.attributes = new AttributePrinter(out, options, aliases);
  }

  /** `op` without the line break behind it. */
  printOperation(op: Operation): void {
    const { out } = this;
    if (op.results.length > 0) out.write(`${this.names.resultList(op)} = `);
    this.printCustomOrGenericOp(op);
    this.printLocation(op.location);
  }

  printCustomOrGenericOp(op: Operation): void {
    const { out } = this;
    const assembly = op.definition?.assembly;
    if (this.options.generic === true || assembly === undefined) this.printGenericOp(op);
    else {
      out.write(this.shortName(op.name));
      assembly.print(op, this);
    }
  }

  printGenericOp(op: Operation): void {
    const { out, attributes } = this;
    out.write(`${quoted(op.name)}(`);
    this.printOperands(op.operands);
    out.write(')');
    if (op.successors.length > 0) out.write(`[${op.successors.map((block) => this.names.block(block)).join(', ')}]`);
    if (op.hasProperties) {
      out.write(' <');
      attributes.printDictionary(sortedEntries(op.properties));
      out.write('>');
    }
    if (op.regions.length > 0) {
      out.write(' (');
      attributes.separated(op.regions, (region) => this.printRegion(region, { printEmptyBlock: true }));
      out.write(')');
    }
    if (op.hasAttributes) this.printDictionary(sortedEntries(op.attributes));
    out.write(' : ');
    this.printFunctionalType(op.opOperands.map((operand) => operand.value.type), op.results.map((result) => result.type));
  }

  print(text: string): void {
    this.out.write(text);
  }

  printNewline(): void {
    this.out.write(`\n${this.indent}`);
  }

  increaseIndent(): void {
    this.indent += INDENT;
  }

  decreaseIndent(): void {
    this.indent = this.indent.slice(INDENT.length);
  }

  printOperand(value: Value): void {
    this.out.write(this.names.value(value));
  }

  printOperands(values: readonly Value[]): void {
    for (const [index, value] of values.entries()) {
      if (index > 0) this.out.write(', ');
      this.out.write(this.names.value(value));
    }
  }

  printType(type: Type): void {
    this.out.write(this.attributes.type(type));
  }

  printTypes(types: readonly Type[]): void {
    for (const [index, type] of types.entries()) {
      if (index > 0) this.out.write(', ');
      this.printType(type);
    }
  }

  printOptionalArrowTypeList(types: readonly Type[]): void {
    if (types.length > 0) this.out.write(` -> ${this.attributes.results(types)}`);
  }

  printFunctionalType(inputs: readonly Type[], results: readonly Type[]): void {
    this.out.write('(');
    this.printTypes(inputs);
    this.out.write(`) -> ${this.attributes.results(results)}`);
  }

  printAttribute(attribute: Attribute): void {
    this.attributes.printAttribute(attribute);
  }

  printAttributeWithoutType(attribute: Attribute): void {
    this.attributes.printAttribute(attribute, 'must');
  }

  printSymbolName(name: string): void {
    this.out.write(spellSymbolName(name));
  }

  printString(text: string): void {
    this.out.write(quoted(text));
  }

  printOptionalAttrDict(op: Operation, elided: readonly string[]): void {
    this.printDictionary(printedAttributes(op, elided));
  }

  printOptionalAttrDictWithKeyword(op: Operation, elided: readonly string[]): void {
    const entries = printedAttributes(op, elided);
    if (entries.length === 0) return;
    this.out.write(' attributes');
    this.printDictionary(entries);
  }

  printAffineMapOfSsaIds(map: AffineMap, operands: readonly Value[]): void {
    const name = (position: number, isSymbol: boolean): string => {
      const text = this.names.value(operands[isSymbol ? map.numDims + position : position]);
      return isSymbol ? `symbol(${text})` : text;
    };
    for (const [index, result] of map.results.entries()) {
      if (index > 0) this.out.write(', ');
      // Mostly an operand as it is.
      this.out.write(result.kind === 'dim' ? this.names.value(operands[result.position]) : affineExprText(result, name));
    }
  }

  printRegion(
    region: Region,
    options: { readonly printEntryArguments?: boolean; readonly printTerminator?: boolean; readonly printEmptyBlock?: boolean } = {},
  ): void {
    const { out } = this;
    const { printEntryArguments = true, printTerminator = true, printEmptyBlock = false } = options;
    out.write('{\n');
    const { defaultDialect } = this;
    this.defaultDialect = region.parent?.definition?.defaultDialect ?? '';
    const predecessors = region.blocks.length > 1 ? predecessorsIn(region) : undefined;
    for (const [index, block] of region.blocks.entries()) {
      const isEntry = index === 0;
      const header = !isEntry || (printEmptyBlock && block.isEmpty) || (printEntryArguments && block.arguments.length > 0);
      if (header) this.printBlockHeader(block, isEntry, predecessors?.get(block) ?? []);
      this.printBlockBody(block, !isEntry || printTerminator);
    }
    this.defaultDialect = defaultDialect;
    out.write(`${this.indent}}`);
  }

  printSuccessor(block: Block): void {
    this.out.write(this.names.block(block));
  }

  printRegionArgument(value: Value, attributes?: ReadonlyMap<string, Attribute>, omitType = false): void {
    this.printOperand(value);
    if (!omitType) this.out.write(`: ${this.attributes.type(value.type)}`);
    if (attributes !== undefined) this.printDictionary(sortedEntries(attributes));
    // MLIR never puts an alias there.
    if (value.kind === 'block-argument') this.printLocation(value.location, true);
  }

  printOptionalLocation(op: Operation): void {
    this.printLocation(op.location);
  }

  private printBlockHeader(block: Block, isEntry: boolean, predecessors: readonly Block[]): void {
    const { out } = this;
    out.write(this.indent + this.names.block(block));
    if (block.arguments.length > 0) {
      out.write('(');
      this.attributes.separated(block.arguments, (argument) => this.printRegionArgument(argument));
      out.write(')');
    }
    out.write(':');
    if (predecessors.length === 0) out.write(isEntry ? '' : '  // no predecessors');
    else {
      const names = predecessors.map((predecessor) => this.names.block(predecessor)).join(', ');
      out.write(predecessors.length === 1 ? `  // pred: ${names}` : `  // ${predecessors.length} preds: ${names}`);
    }
    out.write('\n');
  }

  private printBlockBody(block: Block, printTerminator: boolean): void {
    const { out, indent } = this;
    this.indent += INDENT;
    for (let op = block.firstOperation; op !== undefined; op = op.next) {
      if (!printTerminator && op.next === undefined && op.definition?.traits.has('Terminator') === true) break;
      out.write(this.indent);
      this.printOperation(op);
      out.write('\n');
    }
    this.indent = indent;
  }

  private printDictionary(entries: readonly (readonly [string, Attribute])[]): void {
    if (entries.length === 0) return;
    this.out.write(' ');
    this.attributes.printDictionary(entries);
  }

  private printLocation(location: Location, inPlace = false): void {
    if (this.options.debugInfo === true) this.out.write(` loc(${this.attributes.location(location, inPlace)})`);
  }

  private shortName(name: string): string {
    const prefix = this.defaultDialect.length;
    const isDefault = prefix > 0 && name[prefix] === '.' && name.startsWith(this.defaultDialect) && !name.includes('.', prefix + 1);
    return isDefault ? name.slice(prefix + 1) : name;
  }
}

/** For each block of `region` its predecessors, in the order of the region, one for each edge. */
function predecessorsIn(region: Region): Map<Block, Block[]> {
  const predecessors = new Map<Block, Block[]>();
  for (const block of region.blocks)
    for (const successor of block.lastOperation?.successors ?? []) {
      const list = predecessors.get(successor);
      if (list === undefined) predecessors.set(successor, [block]);
      else list.push(block);
    }
  return predecessors;
}
