import type { ValueId } from '../ir/constant-pool.js';
import { elementAt } from '../ir/element-type.js';
import type { LlvmFunction } from '../ir/function.js';
import { floatPredicates, InstructionFlag, integerPredicates, Opcode, opcodes } from '../ir/opcode.js';
import type { OpcodeInfo } from '../ir/opcode.js';
import { laneType } from '../ir/type.js';
import type { Type } from '../ir/type.js';
import { CallReader } from './call-reader.js';
import { readDebugRecord } from './debug-record-reader.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import type { LocalScope } from './local-scope.js';
import { MemoryReader } from './memory-reader.js';
import { OperandReader } from './operand-reader.js';
import type { ReadingContext } from './operand-reader.js';
import { Punctuation } from './punctuation.js';
import type { TypeReader } from './type-reader.js';

/** Instructions of LLVM that this model does not have. */
const UNSUPPORTED = new Set(
  `callbr catchpad catchret cleanuppad cleanupret catchswitch va_arg indirectbr`.split(/\s+/),
);

/** Reads the instructions of one function into its columns. */
export class InstructionReader {
  private readonly operands: OperandReader;
  private readonly calls: CallReader;
  private readonly memory: MemoryReader;
  private readonly lexer: Lexer;
  private readonly typeReader: TypeReader;
  private readonly fn: LlvmFunction;
  private readonly scope: LocalScope;
  private readonly voidId: number;

  constructor(context: ReadingContext, fn: LlvmFunction, scope: LocalScope) {
    this.operands = new OperandReader(context, fn, scope);
    this.calls = new CallReader(this.operands);
    this.memory = new MemoryReader(this.operands);
    this.lexer = context.lexer;
    this.typeReader = context.typeReader;
    this.fn = fn;
    this.scope = scope;
    this.voidId = fn.module.types.void.id;
  }

  /**
   * Reads one instruction with its result name.
   *
   * @returns whether it ends its block
   */
  read(): boolean {
    const { lexer, fn } = this;
    if (lexer.kind === TokenKind.debugRecord) {
      readDebugRecord(this.operands);
      return false;
    }
    const nameKind = lexer.kind;
    const nameStart = lexer.start;
    const nameWord = lexer.word;
    const named = nameKind === TokenKind.localName || nameKind === TokenKind.localNumber;
    if (named) {
      if (nameKind === TokenKind.localNumber && lexer.value !== this.scope.nextNumber) {
        lexer.fail(`instruction expected to be numbered '%${this.scope.nextNumber}'`);
      }
      lexer.next();
      if (!lexer.is(Punctuation.equals)) lexer.fail("expected '=' after instruction id");
      lexer.next();
    }
    const { start } = lexer;
    const info = this.readOpcode();
    const index = this.readBody(info, start);
    this.operands.readAttachments(index);
    if (index < 0) return false;
    fn.setLocation(index, start + 1);
    const hasResult = fn.types[index] !== this.voidId;
    if (!hasResult) {
      if (named) lexer.fail('instructions returning void cannot have a name', nameStart);
    } else if (nameKind === TokenKind.localName) {
      this.scope.defineNamed(nameWord, fn.valueOf(index), nameStart);
      fn.valueNames.set(fn.valueOf(index), lexer.names.text(nameWord));
    } else {
      this.scope.defineNumbered(fn.valueOf(index));
    }
    return info.terminator === true;
  }

  /** The opcode; the lexer then stands behind it. `tail` and its like are read with the call. */
  private readOpcode(): OpcodeInfo {
    const { lexer } = this;
    if (lexer.kind !== TokenKind.word) lexer.fail('expected instruction opcode');
    if (lexer.word < opcodes.length) {
      const info = opcodes[lexer.word];
      if (info.form !== 'call' && info.form !== 'invoke') lexer.next();
      return info;
    }
    const word = lexer.text();
    if (word === 'tail' || word === 'musttail' || word === 'notail') return opcodes[Opcode.call];
    if (UNSUPPORTED.has(word)) lexer.fail(`instruction '${word}' is not supported`);
    return lexer.fail('expected instruction opcode');
  }

  /** Appends the instruction and returns its index, or -1 if it left nothing (a call about debug information). */
  private readBody(info: OpcodeInfo, start: number): number {
    const { lexer, fn, typeReader } = this;
    const opcode = info.code;
    switch (info.form) {
      case 'binary': {
        const flags = this.operands.readFlags(info);
        const type = this.readOperandType(info);
        const left = this.operands.readValue(type);
        this.operands.comma('expected \',\' in arithmetic operation');
        const right = this.operands.readValue(type);
        const index = fn.append(opcode, type.id, 0, flags);
        fn.push(left);
        fn.push(right);
        return index;
      }
      case 'unary': {
        const flags = this.operands.readFlags(info);
        const type = this.readOperandType(info);
        return this.operands.appended(opcode, type.id, 0, flags, [this.operands.readValue(type)]);
      }
      case 'compare': {
        const flags = this.operands.readFlags(info);
        const predicate = this.readPredicate(info);
        const { start: typeStart } = lexer;
        const type = typeReader.readType();
        this.checkCompared(info, type, typeStart);
        const left = this.operands.readValue(type);
        this.operands.comma("expected ',' after compare value");
        const right = this.operands.readValue(type);
        return this.operands.appended(opcode, this.truthTypeId(type), predicate, flags, [left, right]);
      }
      case 'curveBinary': {
        const [point, type] = this.operands.readTyped();
        this.operands.comma("expected ',' in curve operation");
        const [scalar] = this.operands.readTyped();
        return this.operands.appended(opcode, type.id, 0, 0, [point, scalar]);
      }
      case 'cast': {
        const flags = this.operands.readFlags(info);
        const [value] = this.operands.readTyped();
        this.operands.expectWord('to', "expected 'to' after cast value");
        return this.operands.appended(opcode, typeReader.readType().id, 0, flags, [value]);
      }
      case 'select': {
        const flags = this.operands.readFlags(info);
        const [condition, conditionType] = this.operands.readTyped();
        if (laneType(conditionType) !== fn.module.types.i1) {
          lexer.fail('select condition must be i1 or <n x i1>', start);
        }
        this.operands.comma("expected ',' after select condition");
        const [whenTrue, type] = this.operands.readTyped();
        this.operands.comma("expected ',' after select value");
        const [whenFalse, otherType] = this.operands.readTyped();
        if (otherType !== type) lexer.fail('select values must have same type', start);
        return this.operands.appended(opcode, type.id, 0, flags, [condition, whenTrue, whenFalse]);
      }
      case 'freeze': {
        const [value, type] = this.operands.readTyped();
        return this.operands.appended(opcode, type.id, 0, 0, [value]);
      }
      case 'alloca':
        return this.memory.readAlloca(opcode);
      case 'load':
        return this.memory.readLoad(opcode);
      case 'store':
        return this.memory.readStore(opcode);
      case 'atomicrmw':
        return this.memory.readAtomicrmw(opcode);
      case 'cmpxchg':
        return this.memory.readCmpxchg(opcode);
      case 'fence':
        return this.memory.readFence(opcode);
      case 'getelementptr':
        return this.memory.readGetelementptr(info);
      case 'extractelement': {
        const [vector, type] = this.operands.readTyped();
        if (type.kind !== 'vector') return lexer.fail('invalid extractelement operands', start);
        this.operands.comma("expected ',' after extract value");
        const [at] = this.operands.readTyped();
        return this.operands.appended(opcode, type.element.id, 0, 0, [vector, at]);
      }
      case 'insertelement': {
        const [vector, type] = this.operands.readTyped();
        this.operands.comma("expected ',' after insertelement value");
        const [element, elementType] = this.operands.readTyped();
        if (type.kind !== 'vector' || type.element !== elementType) lexer.fail('invalid insertelement operands', start);
        this.operands.comma("expected ',' after insertelement value");
        const [at] = this.operands.readTyped();
        return this.operands.appended(opcode, type.id, 0, 0, [vector, element, at]);
      }
      case 'shufflevector': {
        const [left, type] = this.operands.readTyped();
        this.operands.comma("expected ',' after shuffle value");
        const [right] = this.operands.readTyped();
        this.operands.comma("expected ',' after shuffle value");
        const [mask, maskType] = this.operands.readTyped();
        if (type.kind !== 'vector' || maskType.kind !== 'vector') {
          return lexer.fail('invalid shufflevector operands', start);
        }
        const result = fn.module.types.vector(maskType.length, type.element);
        return this.operands.appended(opcode, result.id, 0, 0, [left, right, mask]);
      }
      case 'extractvalue': {
        const [aggregate, type] = this.operands.readTyped();
        const path = this.readPath();
        const index = this.operands.appended(opcode, this.elementOf(type, path, info, start).id, 0, 0, [aggregate]);
        for (const step of path) fn.push(step);
        return index;
      }
      case 'insertvalue': {
        const [aggregate, type] = this.operands.readTyped();
        this.operands.comma("expected comma after insertvalue operand");
        const [element, elementType] = this.operands.readTyped();
        const path = this.readPath();
        if (this.elementOf(type, path, info, start) !== elementType) {
          lexer.fail(`insertvalue operand and field disagree in type: '${elementType.text}'`, start);
        }
        const index = this.operands.appended(opcode, type.id, 0, 0, [aggregate, element]);
        for (const step of path) fn.push(step);
        return index;
      }
      case 'phi':
        return this.readPhi(info);
      case 'call':
        return this.calls.readCall(start);
      case 'invoke':
        return this.calls.readInvoke(start, () => this.readLabel());
      case 'landingpad':
        return this.readLandingpad(opcode);
      case 'resume': {
        const [value] = this.operands.readTyped();
        return this.operands.appended(opcode, this.voidId, 0, 0, [value]);
      }
      case 'ret':
        return this.readReturn(opcode, start);
      case 'br':
        return this.readBranch(opcode);
      case 'switch':
        return this.readSwitch(opcode);
      case 'unreachable':
        return fn.append(opcode, this.voidId, 0, 0);
    }
  }

  private readPhi(info: OpcodeInfo): number {
    const { fn, typeReader } = this;
    const flags = this.operands.readFlags(info);
    const type = typeReader.readType();
    const node: { values: ValueId[]; blocks: number[] } = { values: [], blocks: [] };
    for (;;) {
      typeReader.expect(Punctuation.openSquare, "expected '[' in phi value list");
      node.values.push(this.operands.readValue(type));
      this.operands.comma("expected ',' after phi value");
      node.blocks.push(this.scope.readBlock());
      typeReader.expect(Punctuation.closeSquare, "expected ']' in phi value list");
      if (!this.operands.continues()) break;
    }
    return fn.append(info.code, type.id, fn.phis.push(node) - 1, flags);
  }

  private readLandingpad(opcode: number): number {
    const { lexer, typeReader } = this;
    const type = typeReader.readType();
    let flags = 0;
    const operands: number[] = [];
    while (lexer.kind === TokenKind.word) {
      const word = lexer.text();
      if (word === 'cleanup') {
        flags = InstructionFlag.cleanup;
        lexer.next();
        continue;
      }
      if (word !== 'catch' && word !== 'filter') break;
      lexer.next();
      const [value] = this.operands.readTyped();
      operands.push(word === 'catch' ? 0 : 1, value);
    }
    return this.operands.appended(opcode, type.id, 0, flags, operands);
  }

  private readReturn(opcode: number, start: number): number {
    const { fn, lexer, typeReader } = this;
    const type = typeReader.readAnyType();
    const expected = fn.type.returnType;
    if (type !== expected) {
      lexer.fail(`value doesn't match function result type '${expected.text}'`, start);
    }
    return this.operands.appended(opcode, this.voidId, 0, 0, type.kind === 'void' ? [] : [this.operands.readValue(type)]);
  }

  private readBranch(opcode: number): number {
    const { fn, lexer, typeReader } = this;
    const { start } = lexer;
    const type = typeReader.readType();
    if (type.kind === 'label') return this.operands.appended(opcode, this.voidId, 0, 0, [this.scope.readBlock()]);
    if (type !== fn.module.types.i1) lexer.fail('branch condition must have i1 type', start);
    const condition = this.operands.readValue(type);
    this.operands.comma("expected ',' after branch condition");
    const whenTrue = this.readLabel();
    this.operands.comma("expected ',' after true destination");
    return this.operands.appended(opcode, this.voidId, 0, 0, [condition, whenTrue, this.readLabel()]);
  }

  private readSwitch(opcode: number): number {
    const { lexer, typeReader } = this;
    const { start } = lexer;
    const [value, type] = this.operands.readTyped();
    if (type.kind !== 'integer') lexer.fail('switch condition must have integer type', start);
    this.operands.comma("expected ',' after switch condition");
    const operands = [value, this.readLabel()];
    typeReader.expect(Punctuation.openSquare, "expected '[' with switch table");
    while (!lexer.is(Punctuation.closeSquare)) {
      if (typeReader.readType() !== type) lexer.fail('case value is of another type than the condition');
      operands.push(this.operands.context.constantReader.read(type));
      this.operands.comma("expected ',' after case value");
      operands.push(this.readLabel());
    }
    lexer.next();
    return this.operands.appended(opcode, this.voidId, 0, 0, operands);
  }

  private readLabel(): number {
    if (this.lexer.kind !== TokenKind.word || this.lexer.text() !== 'label') this.lexer.fail('expected a basic block');
    this.lexer.next();
    return this.scope.readBlock();
  }

  private readOperandType(info: OpcodeInfo): Type {
    const { lexer } = this;
    const { start } = lexer;
    const type = this.typeReader.readType();
    const lane = laneType(type);
    const allowed =
      info.operands === 'float'
        ? lane.kind === 'float'
        : lane.kind === 'integer' || (info.operands === 'integerOrField' && (lane.kind === 'field' || lane.kind === 'curve'));
    if (!allowed) lexer.fail('invalid operand type for instruction', start);
    return type;
  }

  private checkCompared(info: OpcodeInfo, type: Type, start: number): void {
    const { kind } = laneType(type);
    const float = kind === 'float';
    if (info.name === 'fcmp' && !float) this.lexer.fail('fcmp requires floating point operands', start);
    if (info.name === 'icmp' && (float || kind === 'array' || kind === 'struct' || kind === 'label' || kind === 'metadata')) {
      this.lexer.fail('icmp requires integer operands', start);
    }
  }

  private readPredicate(info: OpcodeInfo): number {
    const { lexer } = this;
    const predicates: readonly string[] = info.name === 'icmp' ? integerPredicates : floatPredicates;
    const predicate = lexer.kind === TokenKind.word ? predicates.indexOf(lexer.text()) : -1;
    if (predicate < 0) lexer.fail(`expected ${info.name} predicate (e.g. '${predicates[1]}')`);
    lexer.next();
    return predicate;
  }

  private truthTypeId(type: Type): number {
    const { types } = this.fn.module;
    return (type.kind === 'vector' ? types.vector(type.length, types.i1) : types.i1).id;
  }

  private elementOf(type: Type, path: readonly number[], info: OpcodeInfo, start: number): Type {
    try {
      return elementAt(type, path);
    } catch {
      return this.lexer.fail(`invalid indices for ${info.name}`, start);
    }
  }

  /** The constant steps behind extractvalue and insertvalue. */
  private readPath(): number[] {
    const { lexer } = this;
    const path: number[] = [];
    while (this.operands.continues()) path.push(this.typeReader.readNatural('expected index'));
    if (path.length === 0) lexer.fail("expected ',' as start of index list");
    return path;
  }
}
