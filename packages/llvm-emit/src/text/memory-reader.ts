import { alignmentFlags } from '../ir/alignment.js';
import type { ValueId } from '../ir/constant-pool.js';
import { indexedType } from '../ir/element-type.js';
import { atomicOperations, atomicOrderings, InstructionFlag } from '../ir/opcode.js';
import type { AtomicOrdering, OpcodeInfo } from '../ir/opcode.js';
import { laneType } from '../ir/type.js';
import type { Type } from '../ir/type.js';
import { TokenKind } from './lexer.js';
import type { OperandReader } from './operand-reader.js';
import { Punctuation } from './punctuation.js';

/** Reads the instructions of one function that allocate, address, read and write memory. */
export class MemoryReader {
  private readonly operands: OperandReader;
  private readonly voidId: number;

  constructor(operands: OperandReader) {
    this.operands = operands;
    this.voidId = operands.fn.module.types.void.id;
  }

  readAlloca(opcode: number): number {
    const { lexer, fn, typeReader } = this.operands;
    if (lexer.kind === TokenKind.word && (lexer.text() === 'inalloca' || lexer.text() === 'swifterror')) {
      lexer.fail(`alloca '${lexer.text()}' is not supported`);
    }
    const type = typeReader.readType();
    const counts: ValueId[] = [];
    let flags = 0;
    let addressSpace = 0;
    while (this.operands.continues()) {
      if (lexer.kind === TokenKind.word && lexer.text() === 'align') {
        lexer.next();
        flags = this.readAlignmentValue();
      } else if (lexer.kind === TokenKind.word && lexer.text() === 'addrspace') {
        addressSpace = typeReader.readAddressSpace();
      } else {
        const { start } = lexer;
        const [count, countType] = this.operands.readTyped();
        if (countType.kind !== 'integer') lexer.fail('element count must have integer type', start);
        if (counts.length > 0) lexer.fail('expected metadata or align', start);
        counts.push(count);
      }
    }
    return this.operands.appended(opcode, fn.module.types.pointer(addressSpace).id, type.id, flags, counts);
  }

  readLoad(opcode: number): number {
    const { typeReader } = this.operands;
    const atomic = this.readAtomic();
    const flags = this.readVolatile();
    const type = typeReader.readType();
    this.operands.comma("expected comma after load's type");
    const pointer = this.operands.readPointer('load operand must be a pointer');
    const access = atomic ? this.readAccess() : 0;
    return this.operands.appended(opcode, type.id, access, flags | this.readAlignment(), [pointer]);
  }

  readStore(opcode: number): number {
    const atomic = this.readAtomic();
    const flags = this.readVolatile();
    const [value] = this.operands.readTyped();
    this.operands.comma("expected ',' after store operand");
    const pointer = this.operands.readPointer('store operand must be a pointer');
    const access = atomic ? this.readAccess() : 0;
    return this.operands.appended(opcode, this.voidId, access, flags | this.readAlignment(), [value, pointer]);
  }

  readAtomicrmw(opcode: number): number {
    const { lexer, fn } = this.operands;
    const volatile = this.readWord('volatile') ? InstructionFlag.volatile : 0;
    const operation = lexer.kind === TokenKind.word ? atomicOperations.find((name) => name === lexer.text()) : undefined;
    if (operation === undefined) lexer.fail('expected binary operation in atomicrmw');
    lexer.next();
    const pointer = this.operands.readPointer('atomicrmw operand must be a pointer');
    this.operands.comma("expected ',' after atomicrmw address");
    const [value, type] = this.operands.readTyped();
    const syncScope = this.readSyncScope();
    const access = { operation, ordering: this.readOrdering(), failureOrdering: undefined, weak: false, syncScope };
    const flags = volatile | this.readAlignment();
    return this.operands.appended(opcode, type.id, fn.atomics.push(access) - 1, flags, [pointer, value]);
  }

  readCmpxchg(opcode: number): number {
    const { fn } = this.operands;
    const { types } = fn.module;
    const weak = this.readWord('weak');
    const volatile = this.readWord('volatile') ? InstructionFlag.volatile : 0;
    const pointer = this.operands.readPointer('cmpxchg operand must be a pointer');
    this.operands.comma("expected ',' after cmpxchg address");
    const [expected, type] = this.operands.readTyped();
    this.operands.comma("expected ',' after cmpxchg cmp operand");
    const { start } = this.operands.lexer;
    const [replacement, replacementType] = this.operands.readTyped();
    if (replacementType !== type) this.operands.lexer.fail('compare value and new value type do not match', start);
    const syncScope = this.readSyncScope();
    const ordering = this.readOrdering();
    const access = { operation: undefined, ordering, failureOrdering: this.readOrdering(), weak, syncScope };
    const flags = volatile | this.readAlignment();
    const result = types.struct([type, types.i1]);
    return this.operands.appended(opcode, result.id, fn.atomics.push(access) - 1, flags, [pointer, expected, replacement]);
  }

  readFence(opcode: number): number {
    const syncScope = this.readSyncScope();
    const access = { operation: undefined, ordering: this.readOrdering(), failureOrdering: undefined, weak: false, syncScope };
    return this.operands.appended(opcode, this.voidId, this.operands.fn.atomics.push(access) - 1, 0, []);
  }

  readGetelementptr(info: OpcodeInfo): number {
    const { lexer, fn, typeReader } = this.operands;
    const flags = this.operands.readFlags(info);
    const sourceType = typeReader.readType();
    this.operands.comma("expected comma after getelementptr's type");
    const { start } = lexer;
    const [pointer, pointerType] = this.operands.readTyped();
    if (laneType(pointerType).kind !== 'pointer') lexer.fail('base of getelementptr must be a pointer', start);
    const path: ValueId[] = [];
    let result: Type = pointerType;
    while (this.operands.continues()) {
      const { start: indexStart } = lexer;
      const [value, type] = this.operands.readTyped();
      if (laneType(type).kind !== 'integer') lexer.fail('getelementptr index must be an integer', indexStart);
      if (type.kind === 'vector' && result.kind !== 'vector') result = fn.module.types.vector(type.length, result);
      path.push(value);
    }
    const inbounds = (flags & InstructionFlag.inbounds) !== 0 ? flags & ~InstructionFlag.gepNusw : flags;
    const index = this.operands.appended(info.code, result.id, sourceType.id, inbounds, [pointer, ...path]);
    if (path.length > 1 && indexedType(fn, sourceType, path) === undefined) {
      lexer.fail('invalid getelementptr indices', start);
    }
    return index;
  }

  private readAtomic(): boolean {
    return !this.operands.typeReader.atType() && this.readWord('atomic');
  }

  /** Scope and ordering of an atomic load or store: its index plus one. */
  private readAccess(): number {
    const syncScope = this.readSyncScope();
    const ordering = this.readOrdering();
    const access = { operation: undefined, ordering, failureOrdering: undefined, weak: false, syncScope };
    return this.operands.fn.atomics.push(access);
  }

  private readVolatile(): number {
    const { lexer, typeReader } = this.operands;
    if (lexer.kind !== TokenKind.word || typeReader.atType()) return 0;
    return this.readWord('volatile') ? InstructionFlag.volatile : 0;
  }

  /** Consumes the keyword if it is there. */
  private readWord(word: string): boolean {
    const { lexer } = this.operands;
    if (lexer.kind !== TokenKind.word || lexer.text() !== word) return false;
    lexer.next();
    return true;
  }

  private readSyncScope(): string {
    const { lexer, typeReader } = this.operands;
    if (!this.readWord('syncscope')) return '';
    typeReader.expect(Punctuation.openParenthesis, "expected '(' in syncscope");
    if (lexer.kind !== TokenKind.string) lexer.fail('expected synchronization scope name');
    const name = lexer.text().slice(1, -1);
    if (!/^[-.\w]*$/.test(name)) lexer.fail('synchronization scopes are named with letters, digits, - and . only');
    lexer.next();
    typeReader.expect(Punctuation.closeParenthesis, "expected ')' in syncscope");
    return name;
  }

  private readOrdering(): AtomicOrdering {
    const { lexer } = this.operands;
    const found = lexer.kind === TokenKind.word ? atomicOrderings.find((name) => name === lexer.text()) : undefined;
    if (found === undefined || found === 'notatomic') return lexer.fail('expected ordering on atomic instruction');
    lexer.next();
    return found;
  }

  /** `, align n` if it is there. */
  private readAlignment(): number {
    if (!this.operands.continues()) return 0;
    this.operands.expectWord('align', "expected 'align'");
    return this.readAlignmentValue();
  }

  private readAlignmentValue(): number {
    const { lexer, typeReader } = this.operands;
    const { start } = lexer;
    const align = typeReader.readNatural('expected integer');
    if (align === 0 || align > 2 ** 32 || !Number.isInteger(Math.log2(align))) {
      lexer.fail('alignment is not a power of two', start);
    }
    return alignmentFlags(align);
  }
}
