import { castProblem } from '../ir/cast-rule.js';
import type { ValueId } from '../ir/constant-pool.js';
import { bitsOfFloat, doubleOfBits } from '../ir/float-bits.js';
import type { LlvmModule } from '../ir/module.js';
import { expressionOpcodes, flagKeywords, InstructionFlag, opcodeInfo, opcodes } from '../ir/opcode.js';
import type { FieldType, FloatType, IntegerType, PointerType, StructType, Type, VectorType, ArrayType } from '../ir/type.js';
import { narrowedNan } from './float-text.js';
import type { Lexer } from './lexer.js';
import { TokenKind } from './lexer.js';
import { Punctuation } from './punctuation.js';
import { MAX_NESTING } from './type-reader.js';
import type { TypeReader } from './type-reader.js';


const pointerFlags: ReadonlyMap<string, number> = new Map(flagKeywords.pointer);

/** The letter behind `0x` in constants of each format. */
const HEXADECIMAL_FORMATS = {
  half: 'H',
  bfloat: 'R',
  float: '',
  double: '',
  x86_fp80: 'K',
  fp128: 'L',
  ppc_fp128: 'M',
} as const;

/** Reads constants of a known type; the lexer stands on the first token, and afterwards behind the constant. */
export class ConstantReader {
  private readonly lexer: Lexer;
  private readonly module: LlvmModule;
  private readonly typeReader: TypeReader;
  private depth = 0;

  constructor(typeReader: TypeReader, module: LlvmModule) {
    this.lexer = typeReader.lexer;
    this.typeReader = typeReader;
    this.module = module;
  }

  /** Reads `T constant`. */
  readTyped(): ValueId {
    return this.read(this.typeReader.readType());
  }

  read(type: Type): ValueId {
    const { lexer, module } = this;
    const { constants } = module;
    switch (lexer.kind) {
      case TokenKind.integer: {
        if (type.kind !== 'integer') lexer.fail('integer constant must have integer type');
        const id = constants.int(type as IntegerType, lexer.integer());
        lexer.next();
        return id;
      }
      case TokenKind.field:
        return this.readField(type);
      case TokenKind.float:
        return this.readFloat(type);
      case TokenKind.global: {
        if (type.kind !== 'pointer') lexer.fail('global variable reference must have pointer type');
        const id = module.addressOf(lexer.names.text(lexer.word), lexer.start, type as PointerType);
        if (constants.typeOf(id) !== type) {
          lexer.fail(`'${lexer.text()}' defined with type '${constants.typeOf(id).text}' but expected '${type.text}'`);
        }
        lexer.next();
        return id;
      }
      case TokenKind.byteString: {
        const bytes = lexer.stringBytes().slice();
        if (type.kind !== 'array' || type.element !== module.types.int(8) || type.length !== bytes.length) {
          lexer.fail(`constant expression type mismatch: got type '[${bytes.length} x i8]' but expected '${type.text}'`);
        }
        lexer.next();
        return constants.bytes(bytes);
      }
      case TokenKind.word:
        return this.readWord(type);
      case TokenKind.punctuation:
        return this.readAggregate(type);
      default:
        return lexer.fail('expected value token');
    }
  }

  private readField(type: Type): ValueId {
    const { lexer } = this;
    if (type.kind !== 'field') lexer.fail('field constant must have field type');
    const { modulus } = (type as FieldType).field;
    const value = lexer.fieldValue();
    // The parser of zkLLVM keeps one bit more than the modulus has, and asserts on values beyond.
    if (value > modulus && BigInt(value).toString(2).length > modulus.toString(2).length + 1) {
      lexer.fail(`field constant has more than ${modulus.toString(2).length + 1} bits`);
    }
    lexer.next();
    return this.module.constants.field(type as FieldType, value);
  }

  private readFloat(type: Type): ValueId {
    const { lexer } = this;
    if (type.kind !== 'float') return lexer.fail('floating point constant invalid for type');
    const id = this.module.constants.floatOfBits(type, this.floatBits(type));
    lexer.next();
    return id;
  }

  /** The bits of the number on which the lexer stands. */
  private floatBits(type: FloatType): bigint {
    const { lexer } = this;
    const text = lexer.text();
    if (text.startsWith('0x')) return this.hexadecimalBits(type, text);
    const bits = bitsOfFloat(type.name, Number(text));
    return bits ?? lexer.fail('floating point constant invalid for type');
  }

  /** The bits in `0x…`, of which `float` is written as a double. */
  private hexadecimalBits(type: FloatType, text: string): bigint {
    const { lexer } = this;
    const [, format, digits] = /^0x([KLMHR]?)([0-9A-Fa-f]+)$/.exec(text) ?? [];
    if (digits === undefined) return lexer.fail('expected hexadecimal digits in floating point constant');
    const letter = HEXADECIMAL_FORMATS[type.name];
    if (format !== letter) lexer.fail('floating point constant invalid for type');
    if (digits.length > (type.bits === 32 ? 16 : type.bits / 4)) lexer.fail('floating point constant has too many digits');
    const bits = BigInt(`0x${digits}`);
    switch (type.name) {
      case 'float': {
        const value = doubleOfBits(bits);
        return Number.isNaN(value) ? narrowedNan(bits) : (bitsOfFloat('float', value) ?? 0n); // float has bits
      }
      case 'fp128':
      case 'ppc_fp128':
        return BigInt(`0x${digits.slice(16) || '0'}${digits.slice(0, 16).padStart(16, '0')}`);
      default:
        return bits;
    }
  }

  private readWord(type: Type): ValueId {
    const { lexer, module } = this;
    const { constants } = module;
    const { start } = lexer;
    if (lexer.word < opcodes.length) return this.readExpression(type);
    const word = lexer.text();
    lexer.next();
    switch (word) {
      case 'true':
      case 'false':
        if (type !== module.types.i1) {
          lexer.fail(`constant expression type mismatch: got type 'i1' but expected '${type.text}'`, start);
        }
        return constants.int(module.types.i1, word === 'true' ? 1 : 0);
      case 'null':
        return type.kind === 'pointer' ? constants.null(type) : lexer.fail('null must be a pointer type', start);
      case 'undef':
      case 'poison':
        if (type.kind === 'label' || type.kind === 'metadata' || type.kind === 'function') {
          lexer.fail(`invalid type for ${word} constant`, start);
        }
        return word === 'undef' ? constants.undef(type) : constants.poison(type);
      case 'zeroinitializer':
        if (type.kind === 'curve' || type.kind === 'label' || type.kind === 'metadata' || type.kind === 'function') {
          lexer.fail('invalid type for null constant', start);
        }
        return constants.zero(type);
      case 'splat':
        return this.readSplat(type, start);
      default:
        return lexer.fail('expected value token', start);
    }
  }

  /** `splat (T value)`, a vector of equal lanes as LLVM 20 and later write it; the lexer stands behind the word. */
  private readSplat(type: Type, start: number): ValueId {
    const { typeReader } = this;
    if (type.kind !== 'vector') return this.mismatch(type, start);
    typeReader.expect(Punctuation.openParenthesis, "expected '(' at start of vector splat");
    const lane = this.readTyped();
    typeReader.expect(Punctuation.closeParenthesis, "expected ')' at end of vector splat");
    if (this.module.constants.typeOf(lane) !== type.element) this.mismatch(type, start);
    return this.module.constants.aggregate(type, new Array<ValueId>(type.length).fill(lane));
  }

  private readAggregate(type: Type): ValueId {
    const { lexer, typeReader } = this;
    const { start } = lexer;
    if (++this.depth > MAX_NESTING) lexer.fail('constant is nested too deeply');
    let elements: ValueId[];
    if (lexer.is(Punctuation.openSquare)) {
      if (type.kind === 'array' && type.element.kind === 'float' && type.element.bits <= 64) {
        this.depth--;
        return this.readFloats(type, type.element, start);
      }
      elements = this.readElements(Punctuation.closeSquare, 'expected end of array constant');
      const element = (type as ArrayType).element;
      if (type.kind !== 'array' || !this.allOfType(elements, () => element)) this.mismatch(type, start);
    } else if (lexer.is(Punctuation.openBrace)) {
      elements = this.readStruct(type, false, start);
    } else if (lexer.is(Punctuation.less)) {
      lexer.next();
      if (lexer.is(Punctuation.openBrace)) {
        elements = this.readStruct(type, true, start);
        typeReader.expect(Punctuation.greater, "expected '>' at end of packed struct");
      } else {
        elements = this.readList(Punctuation.greater, 'expected end of constant');
        const element = (type as VectorType).element;
        if (type.kind !== 'vector' || !this.allOfType(elements, () => element)) this.mismatch(type, start);
      }
    } else {
      return lexer.fail('expected value token');
    }
    if (type.kind !== 'struct' && elements.length !== (type as ArrayType | VectorType).length) {
      lexer.fail(`constant has ${elements.length} elements but type '${type.text}' has another number`, start);
    }
    this.depth--;
    return this.module.constants.aggregate(type, elements);
  }

  /** An array of floats, as their bits unless an element is no number. */
  private readFloats(type: ArrayType, element: FloatType, start: number): ValueId {
    const { lexer, typeReader, module } = this;
    const { constants } = module;
    const bits: bigint[] = [];
    let others: ValueId[] | undefined;
    lexer.next();
    while (!lexer.is(Punctuation.closeSquare)) {
      if (bits.length > 0 || others !== undefined) typeReader.expect(Punctuation.comma, 'expected end of array constant');
      if (typeReader.readType() !== element) this.mismatch(type, start);
      if (others === undefined && lexer.kind === TokenKind.float) {
        bits.push(this.floatBits(element));
        lexer.next();
        continue;
      }
      others ??= bits.map((value) => constants.floatOfBits(element, value));
      others.push(this.read(element));
    }
    lexer.next();
    const length = others?.length ?? bits.length;
    if (length !== type.length) {
      lexer.fail(`constant has ${length} elements but type '${type.text}' has another number`, start);
    }
    if (others !== undefined) return constants.aggregate(type, others);
    if (element.bits === 64) return constants.data(type, BigUint64Array.from(bits));
    const numbers = bits.map(Number);
    return constants.data(type, element.bits === 32 ? Uint32Array.from(numbers) : Uint16Array.from(numbers));
  }

  private readStruct(type: Type, packed: boolean, start: number): ValueId[] {
    const elements = this.readElements(Punctuation.closeBrace, 'expected end of struct constant');
    const fields = (type as StructType).fields;
    if (type.kind !== 'struct' || type.packed !== packed || fields?.length !== elements.length) this.mismatch(type, start);
    if (!this.allOfType(elements, (index) => (fields)[index])) this.mismatch(type, start);
    return elements;
  }

  private mismatch(type: Type, start: number): never {
    return this.lexer.fail(`constant does not have type '${type.text}'`, start);
  }

  private allOfType(elements: readonly ValueId[], typeAt: (index: number) => Type): boolean {
    const { constants } = this.module;
    return elements.every((element, index) => constants.typeIdOf(element) === typeAt(index).id);
  }

  /** The elements between the bracket on which the lexer stands and `close`. */
  private readElements(close: number, message: string): ValueId[] {
    this.lexer.next();
    return this.readList(close, message);
  }

  private readList(close: number, message: string): ValueId[] {
    const { lexer, typeReader } = this;
    const elements: ValueId[] = [];
    if (!lexer.is(close)) {
      for (;;) {
        elements.push(this.readTyped());
        if (!lexer.is(Punctuation.comma)) break;
        lexer.next();
      }
    }
    typeReader.expect(close, message);
    return elements;
  }

  /** `inbounds nusw nuw inrange(-16, 16)`; what is known about the range is not kept. */
  private readPointerFlags(): number {
    const { lexer, typeReader } = this;
    let flags = 0;
    for (;;) {
      const word = lexer.kind === TokenKind.word ? lexer.text() : '';
      const bits = pointerFlags.get(word);
      if (bits === undefined && word !== 'inrange') {
        return (flags & InstructionFlag.inbounds) !== 0 ? flags & ~InstructionFlag.gepNusw : flags;
      }
      lexer.next();
      if (word !== 'inrange') {
        flags |= bits ?? 0;
        continue;
      }
      typeReader.expect(Punctuation.openParenthesis, 'expected integer after inrange');
      lexer.next();
      typeReader.expect(Punctuation.comma, "expected ','");
      lexer.next();
      typeReader.expect(Punctuation.closeParenthesis, "expected ')'");
    }
  }

  private readExpression(type: Type): ValueId {
    const { lexer, typeReader, module } = this;
    const { start } = lexer;
    const opcode = lexer.word;
    const { name, form } = opcodeInfo(opcode);
    if (!expressionOpcodes.has(opcode)) lexer.fail(`${name} constexprs are no longer supported`);
    if (++this.depth > MAX_NESTING) lexer.fail('constant is nested too deeply');
    lexer.next();
    let flags = 0;
    if (form === 'getelementptr') flags = this.readPointerFlags();
    typeReader.expect(Punctuation.openParenthesis, "expected '(' in constantexpr");
    let sourceType: Type | undefined;
    if (form === 'getelementptr') {
      sourceType = typeReader.readType();
      typeReader.expect(Punctuation.comma, "expected comma after getelementptr's type");
    }
    const operands = [this.readTyped()];
    let resultType = module.constants.typeOf(operands[0]);
    if (form === 'cast') {
      if (lexer.kind !== TokenKind.word || lexer.text() !== 'to') lexer.fail("expected 'to' in constantexpr cast");
      lexer.next();
      resultType = typeReader.readType();
    }
    while (lexer.is(Punctuation.comma)) {
      lexer.next();
      operands.push(this.readTyped());
    }
    typeReader.expect(Punctuation.closeParenthesis, "expected ')' in constantexpr");
    if (form === 'extractelement') resultType = resultType.kind === 'vector' ? resultType.element : type;
    const count = form === 'cast' ? 1 : form === 'binary' || form === 'extractelement' ? 2 : 3;
    if (form !== 'getelementptr' && operands.length !== count) lexer.fail(`${name} takes ${count} operands`, start);
    if (form === 'getelementptr' && resultType.kind !== 'pointer') {
      lexer.fail('base of getelementptr must be a pointer', start);
    }
    const cast = form === 'cast' ? castProblem(name, module.constants.typeOf(operands[0]), resultType) : undefined;
    if (cast !== undefined) lexer.fail(cast, start);
    if (resultType !== type) {
      lexer.fail(
        `constant expression type mismatch: got type '${resultType.text}' but expected '${type.text}'`,
        start,
      );
    }
    this.depth--;
    return module.constants.expression(type, { opcode, operands, flags, sourceType });
  }
}
