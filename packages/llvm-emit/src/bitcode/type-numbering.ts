import type { Type } from '../ir/type.js';
import type { TypeTable } from '../ir/type-table.js';
import { BitcodeError } from './bitcode-error.js';
import { FIELD_BITCODE_ADVICE } from './bitcode-options.js';
import type { BitcodeOptions } from './bitcode-options.js';

const UNKNOWN = -1;
const IN_PROGRESS = -2;

/** The types that a module uses, each behind those that it consists of, as the TYPE block lists them. */
export class TypeNumbering {
  /** The types in the order of their numbers. */
  readonly list: Type[] = [];
  private readonly types: TypeTable;
  private readonly options: BitcodeOptions;
  /** Numbers by the id that the module's table gave the type. */
  private readonly numbers: number[] = [];

  constructor(types: TypeTable, options: BitcodeOptions) {
    this.types = types;
    this.options = options;
  }

  /**
   * Takes note of the type with that id.
   *
   * @param where what uses it, for messages
   * @throws BitcodeError if bitcode has no code for it
   */
  note(id: number, where: string): void {
    const known = this.numbers[id] ?? UNKNOWN;
    if (known >= 0) return;
    const type = this.types.at(id);
    if (known === IN_PROGRESS) throw new BitcodeError(where, `type '${type.text}' contains itself`);
    this.numbers[id] = IN_PROGRESS;
    this.notePartsOf(type, where);
    this.numbers[id] = this.list.push(type) - 1;
  }

  /** The number of a type that was noted. */
  numberOf(id: number): number {
    return this.numbers[id];
  }

  private notePartsOf(type: Type, where: string): void {
    switch (type.kind) {
      case 'array':
      case 'vector':
        this.note(type.element.id, where);
        return;
      case 'struct':
        for (const field of type.fields ?? []) this.note(field.id, where);
        return;
      case 'target':
        for (const parameter of type.typeParameters) this.note(parameter.id, where);
        return;
      case 'function':
        this.note(type.returnType.id, where);
        for (const parameter of type.parameters) this.note(parameter.id, where);
        return;
      case 'field':
      case 'curve':
        if (this.options.experimentalFieldBitcode === true) return;
        throw new BitcodeError(where, `bitcode of stock LLVM has no type '${type.text}'; ${FIELD_BITCODE_ADVICE}`);
      case 'void':
      case 'label':
      case 'metadata':
      case 'integer':
      case 'float':
      case 'pointer':
        return;
    }
  }
}

