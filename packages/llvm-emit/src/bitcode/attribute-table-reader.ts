import {
  AttributeCode,
  AttributeForm,
  AttributeIndex,
  attributeKinds,
  zkllvmAttributeKinds,
} from 'llvm-bitcode-js';
import type { BitstreamReader } from 'llvm-bitcode-js';
import { noAttributes } from '../ir/attribute.js';
import type { Attribute, AttributeList } from '../ir/attribute.js';
import { attributeArgumentText } from './attribute-argument.js';
import type { AttributeSets } from './attribute-numbering.js';
import type { BitcodeOptions } from './bitcode-options.js';
import { isAlignment } from '../ir/alignment.js';
import { isAlignmentAttribute } from '../ir/attribute.js';
import { typeAttributeNames } from '../text/attribute-names.js';
import { forEachRecord } from './record-walk.js';
import type { TypeTableReader } from './type-table-reader.js';

interface Group {
  readonly index: number;
  readonly attributes: AttributeList;
}

const NONE: AttributeSets = { returnValue: noAttributes, parameters: [], function: noAttributes };

/** No function has as many parameters; it keeps a damaged file from asking for a huge list. */
const MOST_PARAMETERS = 1 << 16;

/** The kinds whose number is written as it is; all others with a number have a syntax of their own. */
const PLAIN_NUMBERS: ReadonlySet<string> = new Set(['align', 'alignstack', 'dereferenceable', 'dereferenceable_or_null']);

const utf8 = new TextDecoder();

/** The attribute lists of a file, by their numbers. */
export class AttributeTableReader {
  private readonly reader: BitstreamReader;
  private readonly types: TypeTableReader;
  private readonly names: ReadonlyMap<number, string>;
  private readonly groups = new Map<number, Group>();
  private readonly lists: AttributeSets[] = [NONE];

  constructor(reader: BitstreamReader, types: TypeTableReader, options: BitcodeOptions) {
    this.reader = reader;
    this.types = types;
    const kinds = options.experimentalFieldBitcode === true ? zkllvmAttributeKinds : attributeKinds;
    this.names = new Map([...kinds].map(([name, kind]) => [kind, name]));
  }

  /** The list with that number; 0 is the empty one. */
  at(number: number): AttributeSets {
    return this.lists[number] ?? this.reader.fail(`there is no attribute list ${number}`);
  }

  /** Reads a PARAMATTR_GROUP block, which has been entered. */
  readGroups(): void {
    const { reader } = this;
    forEachRecord(reader, () => {
      const { code, operands } = reader;
      if (code !== AttributeCode.GRP_CODE_ENTRY || operands.length < 2) reader.fail('not an attribute group');
      const id = operands.number(0);
      const index = operands.number(1);
      if (index !== AttributeIndex.function && index > MOST_PARAMETERS) reader.fail(`attributes of parameter ${index - 1}`);
      this.groups.set(id, { index, attributes: this.readAttributes() });
    });
  }

  /** Reads a PARAMATTR block, which has been entered. */
  readLists(): void {
    const { reader } = this;
    forEachRecord(reader, () => {
      const { code, operands } = reader;
      if (code !== AttributeCode.CODE_ENTRY) reader.fail('attribute lists of LLVM 3.2 and older are not supported');
      let returnValue = noAttributes;
      let ofFunction = noAttributes;
      const parameters: AttributeList[] = [];
      for (let i = 0; i < operands.length; i++) {
        const group = this.groups.get(operands.number(i)) ?? reader.fail(`there is no attribute group ${operands.number(i)}`);
        if (group.index === AttributeIndex.returnValue) returnValue = group.attributes;
        else if (group.index === AttributeIndex.function) ofFunction = group.attributes;
        else parameters[group.index - AttributeIndex.firstParameter] = group.attributes;
      }
      this.lists.push({
        returnValue,
        parameters: Array.from(parameters, (list: AttributeList | undefined) => list ?? noAttributes),
        function: ofFunction,
      });
    });
  }

  private readAttributes(): Attribute[] {
    const { reader } = this;
    const { operands } = reader;
    const attributes: Attribute[] = [];
    let at = 2;
    const take = (): number =>
      at < operands.length ? at++ : reader.fail('an attribute group ends inside an attribute');
    while (at < operands.length) {
      const form = operands.number(take());
      if (form === AttributeForm.key || form === AttributeForm.keyAndValue) {
        const text = (): string => {
          const from = at;
          while (operands.number(take()) !== 0);
          return utf8.decode(operands.bytes(from).subarray(0, at - 1 - from));
        };
        const key = text();
        attributes.push({ kind: 'string', key, value: form === AttributeForm.key ? undefined : text() });
        continue;
      }
      const kind = operands.number(take());
      const name = this.names.get(kind) ?? reader.fail(`attribute kind ${kind} is not supported`);
      if (typeAttributeNames.has(name) !== (form === AttributeForm.type) && form !== AttributeForm.untyped) {
        reader.fail(`attribute ${name} of form ${form}`);
      }
      if (form === AttributeForm.enum && PLAIN_NUMBERS.has(name)) reader.fail(`attribute ${name} without its number`);
      switch (form) {
        case AttributeForm.enum:
        case AttributeForm.untyped:
          attributes.push({ kind: 'enum', name });
          break;
        case AttributeForm.integer:
          attributes.push(this.withNumber(name, operands.bigint(take())));
          break;
        case AttributeForm.type:
          attributes.push({ kind: 'type', name, type: this.types.at(operands.number(take())) });
          break;
        case AttributeForm.range: {
          const width = operands.number(take());
          if (width > 64) reader.fail('ranges of more than 64 bits are not supported');
          const from = operands.signed(take());
          attributes.push({ kind: 'verbatim', name, argument: `i${width} ${from}, ${operands.signed(take())}` });
          break;
        }
        default:
          reader.fail(`attribute form ${form} is not supported`);
      }
    }
    return attributes;
  }

  private withNumber(name: string, value: bigint): Attribute {
    if (isAlignmentAttribute(name) && !isAlignment(Number(value))) this.reader.fail(`attribute ${name} of ${value} bytes`);
    return withNumber(name, value);
  }
}

function withNumber(name: string, value: bigint): Attribute {
  if (PLAIN_NUMBERS.has(name)) return { kind: 'integer', name, value: Number(value) };
  const argument = attributeArgumentText(name, value);
  return argument === undefined ? { kind: 'enum', name } : { kind: 'verbatim', name, argument };
}
