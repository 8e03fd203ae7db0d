import type { ValueId } from './constant-pool.js';
import { ConstantPool } from './constant-pool.js';
import { isUnnamed, unnamed } from './identifier.js';
import { LlvmFunction } from './function.js';
import type { MetadataAttachment } from './metadata.js';
import { MetadataTable, noAttachments } from './metadata.js';
import { TypeTable } from './type-table.js';
import type { FunctionType, PointerType, Type } from './type.js';

/** A global variable or constant. */
export interface GlobalVariable {
  readonly kind: 'variable';
  /** Changed only by {@link LlvmModule.renumber}. */
  name: string;
  readonly valueType: Type;
  /** A constant of the module's pool; undefined for a declaration. */
  initializer: ValueId | undefined;
  /** `constant` rather than `global`. */
  readonly constant: boolean;
  /** Empty, or a keyword such as `private`. */
  linkage: string;
  /** Further keywords before `constant` or `global`, such as `unnamed_addr`, as written. */
  keywords: readonly string[];
  /** In bytes; 0 if not stated. */
  align: number;
  /** Where its memory is; addresses of it have the pointer type of that space. */
  readonly addressSpace: number;
  /** Of the object file; undefined for the usual one. */
  section: string | undefined;
  /** The name of its group of {@link LlvmModule.comdats}. */
  comdat: string | undefined;
  metadata: readonly MetadataAttachment[];
}

/** What `@name` can stand for. */
export type GlobalValue = GlobalVariable | LlvmFunction;

/**
 * An LLVM module: types, constants, globals and functions. Everything is in compact form, see {@link LlvmFunction}.
 */
export class LlvmModule {
  readonly types = new TypeTable();
  readonly constants = new ConstantPool(this.types);
  readonly metadata = new MetadataTable();
  /** Groups of which a linker keeps one whole, and how it chooses: `any`, `largest` and so on. */
  readonly comdats = new Map<string, string>();
  sourceFileName: string | undefined;
  dataLayout: string | undefined;
  targetTriple: string | undefined;
  readonly globals: GlobalVariable[] = [];
  readonly functions: LlvmFunction[] = [];
  private readonly symbols = new Map<string, GlobalValue>();

  /** What `@name` is, or undefined. */
  symbol(name: string): GlobalValue | undefined {
    return this.symbols.get(name);
  }

  /**
   * The constant that is the address of `@name`, which may be defined later.
   *
   * @param offset where the text uses the name, for the message if nothing ever defines it
   */
  addressOf(name: string, offset = 0, type: PointerType = this.types.ptr): ValueId {
    const symbol = this.symbols.get(name);
    return symbol === undefined ? this.constants.symbol(name, offset, type) : this.constants.global(symbol);
  }

  /** The function `@name`, or undefined. */
  function(name: string): LlvmFunction | undefined {
    const symbol = this.symbols.get(name);
    return symbol?.kind === 'function' ? symbol : undefined;
  }

  /**
   * Adds a function without a body.
   *
   * @throws RangeError if the name is taken
   */
  addFunction(name: string, returnType: Type, parameters: readonly Type[], varargs = false): LlvmFunction {
    return this.addFunctionOfType(name, this.types.function(returnType, parameters, varargs));
  }

  addFunctionOfType(name: string, type: FunctionType): LlvmFunction {
    const added = new LlvmFunction(this, name, type);
    this.addSymbol(name, added);
    this.functions.push(added);
    return added;
  }

  /**
   * Adds a constant global with an initializer. Other kinds of global set the fields that they need.
   *
   * @throws RangeError if the name is taken
   */
  addGlobal(
    name: string,
    valueType: Type,
    initializer: ValueId | undefined,
    constant = true,
    addressSpace = 0,
  ): GlobalVariable {
    const added: GlobalVariable = {
      kind: 'variable',
      name,
      valueType,
      initializer,
      constant,
      linkage: '',
      keywords: [],
      align: 0,
      addressSpace,
      section: undefined,
      comdat: undefined,
      metadata: noAttachments,
    };
    this.addSymbol(name, added);
    this.globals.push(added);
    return added;
  }

  /** A name for a global or function that shall have none, but the number of its place among the unnamed. */
  unnamedSymbol(): string {
    let number = this.globals.length + this.functions.length;
    while (this.symbols.has(unnamed(number))) number++;
    return unnamed(number);
  }

  /** Numbers unnamed globals and functions anew in the order in which they are written, which LLVM demands. */
  renumber(): void {
    const values = [...this.globals, ...this.functions].filter(({ name }) => isUnnamed(name));
    const names = new Map(values.map((value, number) => [value.name, unnamed(number)]));
    this.constants.renameSymbols(names);
    for (const value of values) this.symbols.delete(value.name);
    for (const value of values) {
      value.name = names.get(value.name) ?? value.name;
      this.symbols.set(value.name, value);
    }
  }

  private addSymbol(name: string, value: GlobalValue): void {
    if (this.symbols.has(name)) throw new RangeError(`redefinition of global '@${name}'`);
    this.symbols.set(name, value);
    this.constants.bind(value);
  }
}
