import type { ValueId } from '../ir/constant-pool.js';
import type { BlockId, LlvmFunction } from '../ir/function.js';
import { localName } from '../ir/identifier.js';
import type { Type } from '../ir/type.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';

/**
 * Stands in operand columns for values that are used before they are defined: `FORWARD + n` is the n-th of them. Far
 * below every constant, of which each takes more than a byte of text.
 */
const FORWARD = -(2 ** 31);

interface ForwardReference {
  /** What the text calls the value. */
  readonly text: string;
  readonly number: number;
  readonly word: number;
  readonly type: Type;
  readonly offset: number;
}

interface BlockReference {
  readonly block: BlockId;
  readonly text: string;
  readonly offset: number;
  begun: boolean;
}

/** Names of values over all functions: by the number of the name, the function that defined it last and the value. */
export class NameBindings {
  private functions = new Int32Array(256);
  private values = new Int32Array(256);

  lookup(word: number, owner: number): ValueId | undefined {
    return word < this.functions.length && this.functions[word] === owner ? this.values[word] : undefined;
  }

  bind(word: number, owner: number, value: ValueId): void {
    if (word >= this.functions.length) {
      const size = Math.max(word + 1, 2 * this.functions.length);
      const functions = new Int32Array(size);
      const values = new Int32Array(size);
      functions.set(this.functions);
      values.set(this.values);
      this.functions = functions;
      this.values = values;
    }
    this.functions[word] = owner;
    this.values[word] = value;
  }
}

/** The values and blocks of the function that is being read. */
export class LocalScope {
  private readonly lexer: Lexer;
  private readonly fn: LlvmFunction;
  private readonly bindings: NameBindings;
  /** Number of the function, from 1: names bound by others are not seen. */
  private readonly owner: number;
  /** Value ids by their number; -1 where the number is a block's. */
  private numbered = new Int32Array(64);
  private numberedCount = 0;
  private readonly forwards: ForwardReference[] = [];
  private readonly blocksByWord = new Map<number, BlockReference>();
  private readonly blocksByNumber = new Map<number, BlockReference>();

  constructor(lexer: Lexer, fn: LlvmFunction, bindings: NameBindings, owner: number) {
    this.lexer = lexer;
    this.fn = fn;
    this.bindings = bindings;
    this.owner = owner;
  }

  /** The number that the next unnamed value or block gets. */
  get nextNumber(): number {
    return this.numberedCount;
  }

  defineNumbered(value: ValueId): void {
    if (this.numberedCount === this.numbered.length) {
      const larger = new Int32Array(2 * this.numberedCount);
      larger.set(this.numbered);
      this.numbered = larger;
    }
    this.numbered[this.numberedCount++] = value;
  }

  defineNamed(word: number, value: ValueId, offset: number): void {
    if (this.bindings.lookup(word, this.owner) !== undefined) {
      this.lexer.fail(`multiple definition of local value named '${this.lexer.names.text(word)}'`, offset);
    }
    this.bindings.bind(word, this.owner, value);
  }

  /** Reads `%name` or `%number` as a value of the given type. */
  readLocal(type: Type): ValueId {
    const { lexer } = this;
    const { start } = lexer;
    const byNumber = lexer.kind === TokenKind.localNumber;
    let value: ValueId | undefined;
    if (!byNumber) value = this.bindings.lookup(lexer.word, this.owner);
    else if (lexer.value < this.numberedCount) value = this.numbered[lexer.value];
    if (value === undefined) {
      value = FORWARD + this.forwards.length;
      const text = byNumber ? `%${lexer.value}` : localName(lexer.names.text(lexer.word));
      this.forwards.push({
        text,
        number: byNumber ? lexer.value : -1,
        word: byNumber ? -1 : lexer.word,
        type,
        offset: start,
      });
    } else if (value === -1) {
      lexer.fail(`'%${lexer.value}' is a basic block, not a value`);
    } else if (this.fn.typeIdOf(value) !== type.id) {
      lexer.fail(`'${lexer.text()}' defined with type '${this.fn.typeOf(value).text}' but expected '${type.text}'`);
    }
    lexer.next();
    return value;
  }

  /** Reads `%name` or `%number` behind `label`. */
  readBlock(): BlockId {
    const { lexer } = this;
    let reference: BlockReference;
    if (lexer.kind === TokenKind.localName) reference = this.blockNamed(lexer.word);
    else if (lexer.kind === TokenKind.localNumber) reference = this.blockNumbered(lexer.value);
    else return lexer.fail('expected a basic block');
    lexer.next();
    return reference.block;
  }

  /** Begins the block at a label, or at an unlabelled beginning when `offset` is that of an instruction. */
  beginNamed(word: number, offset: number): void {
    const reference = this.blockNamed(word);
    if (reference.begun) this.lexer.fail(`redefinition of block '${this.lexer.names.text(word)}'`, offset);
    reference.begun = true;
    this.fn.beginBlock(reference.block);
  }

  beginNumbered(): void {
    const reference = this.blockNumbered(this.numberedCount);
    reference.begun = true;
    this.defineNumbered(-1);
    this.fn.beginBlock(reference.block);
  }

  /** Replaces the stand-ins of values that were used before their definition. */
  finish(): void {
    const { lexer, fn, forwards } = this;
    for (const reference of [...this.blocksByWord.values(), ...this.blocksByNumber.values()]) {
      if (!reference.begun) lexer.fail(`use of undefined value '${reference.text}'`, reference.offset);
    }
    if (forwards.length === 0) return;
    const resolved = forwards.map((forward) => this.resolve(forward));
    const replace = (operand: number): number => {
      const index = operand - FORWARD;
      return index >= 0 && index < resolved.length ? resolved[index] : operand;
    };
    const { operands } = fn;
    const end = fn.instructionCount === 0 ? 0 : fn.operandEnds[fn.instructionCount - 1];
    for (let at = 0; at < end; at++) operands[at] = replace(operands[at]);
    for (const { values } of fn.phis) values.forEach((value, i) => (values[i] = replace(value)));
  }

  private resolve({ text, number, word, type, offset }: ForwardReference): ValueId {
    const { lexer, fn } = this;
    const value = word >= 0 ? this.bindings.lookup(word, this.owner) : this.numbered[number];
    if (value === undefined || value < 0 || (word < 0 && number >= this.numberedCount)) {
      return lexer.fail(`use of undefined value '${text}'`, offset);
    }
    if (fn.typeIdOf(value) !== type.id) {
      lexer.fail(`'${text}' defined with type '${fn.typeOf(value).text}' but expected '${type.text}'`, offset);
    }
    return value;
  }

  private blockNamed(word: number): BlockReference {
    const known = this.blocksByWord.get(word);
    if (known !== undefined) return known;
    const name = this.lexer.names.text(word);
    const made = { block: this.fn.createBlock(name), text: localName(name), offset: this.lexer.start, begun: false };
    this.blocksByWord.set(word, made);
    return made;
  }

  private blockNumbered(number: number): BlockReference {
    const known = this.blocksByNumber.get(number);
    if (known !== undefined) return known;
    if (number < this.numberedCount) this.lexer.fail(`'%${number}' is not a basic block`);
    const made = { block: this.fn.createBlock(), text: `%${number}`, offset: this.lexer.start, begun: false };
    this.blocksByNumber.set(number, made);
    return made;
  }
}
