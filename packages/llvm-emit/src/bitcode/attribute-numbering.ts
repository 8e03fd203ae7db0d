import {
  AttributeCode,
  AttributeForm,
  AttributeIndex,
  attributeKinds,
  BlockId,
  OperandList,
  zkllvmAttributeKinds,
  zkllvmCodes,
} from 'llvm-bitcode-js';
import type { BitstreamWriter } from 'llvm-bitcode-js';
import { attributeListText } from '../ir/attribute.js';
import type { Attribute, AttributeList } from '../ir/attribute.js';
import { attributeArgument } from './attribute-argument.js';
import { BitcodeError } from './bitcode-error.js';
import { FIELD_BITCODE_ADVICE } from './bitcode-options.js';
import type { BitcodeOptions } from './bitcode-options.js';
import type { TypeNumbering } from './type-numbering.js';

/** The attributes of a function or a call. */
export interface AttributeSets {
  readonly returnValue: AttributeList;
  /** One list per parameter; those that are missing are empty. */
  readonly parameters: readonly AttributeList[];
  readonly function: AttributeList;
}

interface Group {
  readonly index: number;
  readonly attributes: AttributeList;
  /** What has them first, for messages. */
  readonly where: string;
}

/** Attributes whose argument is one number in parentheses but that bitcode writes as two. */
const TEXTUAL_NUMBERS: ReadonlySet<string> = new Set(['allocsize', 'vscale_range']);

/** The attribute lists of a module and the groups that they consist of, both numbered from 1; 0 is no list. */
export class AttributeNumbering {
  private readonly types: TypeNumbering;
  private readonly kinds: ReadonlyMap<string, number>;
  private readonly groups: Group[] = [];
  private readonly groupIds = new Map<string, number>();
  private readonly lists: number[][] = [];
  private readonly listIds = new Map<string, number>();

  constructor(types: TypeNumbering, options: BitcodeOptions) {
    this.types = types;
    this.kinds = options.experimentalFieldBitcode === true ? zkllvmAttributeKinds : attributeKinds;
  }

  /** The number of a list, and of a new one its types and groups are noted. @param where what has the attributes */
  note(sets: AttributeSets, where: string): number {
    const groups: number[] = [];
    const add = (index: number, attributes: AttributeList): void => {
      if (attributes.length > 0) groups.push(this.noteGroup(index, attributes, where));
    };
    add(AttributeIndex.returnValue, sets.returnValue);
    sets.parameters.forEach((attributes, position) => {
      add(AttributeIndex.firstParameter + position, attributes);
    });
    add(AttributeIndex.function, sets.function);
    if (groups.length === 0) return 0;
    const key = groups.join();
    let id = this.listIds.get(key);
    if (id === undefined) this.listIds.set(key, (id = this.lists.push(groups)));
    return id;
  }

  /** Writes the PARAMATTR_GROUP and PARAMATTR blocks. */
  write(stream: BitstreamWriter): void {
    if (this.lists.length === 0) return;
    const operands = new OperandList();
    stream.enterBlock(BlockId.PARAMATTR_GROUP, 3);
    this.groups.forEach(({ index, attributes, where }, position) => {
      operands.clear();
      operands.push(position + 1);
      operands.push(index);
      for (const attribute of attributes) this.pushAttribute(operands, attribute, where);
      stream.record(AttributeCode.GRP_CODE_ENTRY, operands);
    });
    stream.exitBlock();
    stream.enterBlock(BlockId.PARAMATTR, 3);
    for (const groups of this.lists) stream.record(AttributeCode.CODE_ENTRY, groups);
    stream.exitBlock();
  }

  private noteGroup(index: number, attributes: AttributeList, where: string): number {
    const key = `${index} ${attributeListText(attributes)}`;
    let id = this.groupIds.get(key);
    if (id !== undefined) return id;
    for (const attribute of attributes) if (attribute.kind === 'type') this.types.note(attribute.type.id, where);
    this.groupIds.set(key, (id = this.groups.push({ index, attributes, where })));
    return id;
  }

  private pushAttribute(operands: OperandList, attribute: Attribute, where: string): void {
    switch (attribute.kind) {
      case 'enum':
        operands.push(AttributeForm.enum);
        operands.push(this.kindOf(attribute.name, where));
        return;
      case 'integer':
        if (TEXTUAL_NUMBERS.has(attribute.name)) {
          this.pushArgument(operands, attribute.name, String(attribute.value), where);
          return;
        }
        operands.push(AttributeForm.integer);
        operands.push(this.kindOf(attribute.name, where));
        operands.push(attribute.value);
        return;
      case 'type':
        operands.push(AttributeForm.type);
        operands.push(this.kindOf(attribute.name, where));
        operands.push(this.types.numberOf(attribute.type.id));
        return;
      case 'string':
        pushString(operands, attribute.key, attribute.value ?? '');
        return;
      case 'verbatim':
        if (attribute.name === 'captures' && attribute.argument === 'none') {
          // LLVM 21's spelling of it; all versions read this one.
          this.pushAttribute(operands, { kind: 'enum', name: 'nocapture' }, where);
        } else if (attribute.name === 'range') this.pushRange(operands, attribute.argument, where);
        else this.pushArgument(operands, attribute.name, attribute.argument, where);
        return;
    }
  }

  private pushArgument(operands: OperandList, name: string, argument: string, where: string): void {
    const value = attributeArgument(name, argument);
    if (value === undefined) throw new BitcodeError(where, `attribute ${name}(${argument}) cannot be written as bitcode`);
    operands.push(AttributeForm.integer);
    operands.push(this.kindOf(name, where));
    operands.pushBigint(value);
  }

  /** `range(i32 0, 10)`. */
  private pushRange(operands: OperandList, argument: string, where: string): void {
    const [, width, from, to] = /^i(\d+)\s+(-?\d+)\s*,\s*(-?\d+)$/.exec(argument) ?? [];
    if (width === undefined || Number(width) > 64) {
      throw new BitcodeError(where, `attribute range(${argument}) cannot be written as bitcode`);
    }
    operands.push(AttributeForm.range);
    operands.push(this.kindOf('range', where));
    operands.push(Number(width));
    operands.pushSigned(BigInt.asIntN(Number(width), BigInt(from)));
    operands.pushSigned(BigInt.asIntN(Number(width), BigInt(to)));
  }

  private kindOf(name: string, where: string): number {
    const kind = this.kinds.get(name);
    if (kind !== undefined) return kind;
    const advice = name in zkllvmCodes.attribute ? `; ${FIELD_BITCODE_ADVICE}` : '';
    throw new BitcodeError(where, `bitcode has no attribute '${name}'${advice}`);
  }
}

const encoder = new TextEncoder();

/** The key and, unless it is empty, the value, each with a NUL behind. */
function pushString(operands: OperandList, key: string, value: string): void {
  operands.push(value === '' ? AttributeForm.key : AttributeForm.keyAndValue);
  operands.pushBytes(encoder.encode(key));
  operands.push(0);
  if (value === '') return;
  operands.pushBytes(encoder.encode(value));
  operands.push(0);
}
