import { attributeListText } from '../ir/attribute.js';
import type { AttributeList } from '../ir/attribute.js';
import type { AtomicAccess, CallSite, LlvmFunction } from '../ir/function.js';
import { plainCall } from '../ir/function.js';
import type { ValueId } from '../ir/constant-pool.js';
import { flagKeywords, floatPredicates, InstructionFlag, integerPredicates, Opcode, opcodes } from '../ir/opcode.js';
import type { OpcodeInfo } from '../ir/opcode.js';
import { alignmentOf } from '../ir/alignment.js';
import type { ByteWriter } from './byte-writer.js';
import type { MetadataWriter } from './metadata-writer.js';
import { knownCalleeType } from '../ir/callee-type.js';
import { OperandTexts } from './operand-texts.js';
import { ValueNumbering } from './value-numbering.js';

/** Per opcode: its keyword with a space behind. */
const keyword = opcodes.map(({ name }) => `${name} `);

const PERCENT = 0x25;
const SPACE = 0x20;

/** Per opcode: whether its flags hold an alignment and whether it is volatile. */
const aligned = opcodes.map(({ form }) => ['alloca', 'load', 'store', 'atomicrmw', 'cmpxchg'].includes(form));

/** Writes the instructions of one function. */
export class InstructionWriter {
  readonly numbering: ValueNumbering;
  private readonly writer: ByteWriter;
  private readonly fn: LlvmFunction;
  private readonly metadata: MetadataWriter;
  private readonly texts: OperandTexts;
  private readonly groupOf: (attributes: AttributeList) => string;

  /**
   * @param metadata writes what hangs on instructions and metadata arguments
   * @param groupOf the name, such as `#0`, of a group of function attributes; only calls with attributes need it
   * @param texts shared by the functions of a module
   */
  constructor(
    writer: ByteWriter,
    fn: LlvmFunction,
    metadata: MetadataWriter,
    groupOf: (attributes: AttributeList) => string,
    texts: OperandTexts = new OperandTexts(writer, fn.module),
  ) {
    this.texts = texts;
    this.writer = writer;
    this.fn = fn;
    this.metadata = metadata;
    this.groupOf = groupOf;
    this.numbering = new ValueNumbering(fn);
  }

  /** Writes instruction `index` without indentation or line break. */
  write(index: number): void {
    this.instruction(index);
    if (this.fn.attachments.size === 0) return;
    const attachments = this.fn.attachments.get(index);
    if (attachments !== undefined) this.metadata.attachments(attachments, ',');
  }

  private instruction(index: number): void {
    const { writer, fn } = this;
    const code = fn.opcodes[index];
    const info = opcodes[code];
    const start = fn.operandStart(index);
    const resultType = fn.types[index];
    if (resultType !== fn.module.types.void.id) {
      this.value(fn.parameters.length + index);
      writer.ascii(' = ');
    }
    if (info.form === 'call' || info.form === 'invoke') {
      this.call(index, start);
      return;
    }
    if (info.form !== 'unreachable' && info.form !== 'ret') writer.ascii(keyword[code]);
    const flags = fn.flags[index];
    if ((info.form === 'load' || info.form === 'store') && fn.extra[index] !== 0) writer.ascii('atomic ');
    if (flags !== 0) this.flags(info, flags);
    this.operands(info, index, start);
    if (flags !== 0 && aligned[code]) {
      const align = alignmentOf(flags);
      if (align !== 0) writer.ascii(`, align ${align}`);
    }
    if (info.form === 'alloca') this.allocaAddressSpace(resultType);
  }

  private allocaAddressSpace(typeId: number): void {
    const type = this.fn.module.types.at(typeId);
    if (type.kind === 'pointer' && type.addressSpace !== 0) this.writer.ascii(`, addrspace(${type.addressSpace})`);
  }

  private operands(info: OpcodeInfo, index: number, start: number): void {
    const { writer, fn } = this;
    const { operands } = fn;
    const end = fn.operandEnds[index];
    switch (info.form) {
      case 'binary':
        this.typed(operands[start]);
        writer.ascii(', ');
        this.value(operands[start + 1]);
        return;
      case 'compare': {
        const predicates: readonly string[] = info.name === 'icmp' ? integerPredicates : floatPredicates;
        writer.ascii(predicates[fn.extra[index]]);
        writer.character(SPACE);
        this.typed(operands[start]);
        writer.ascii(', ');
        this.value(operands[start + 1]);
        return;
      }
      case 'curveBinary':
      case 'select':
      case 'store':
        this.typedList(start, end);
        this.atomicSuffix(index);
        return;
      case 'extractelement':
      case 'insertelement':
      case 'shufflevector':
      case 'unary':
      case 'freeze':
        this.typedList(start, end);
        return;
      case 'cast':
        this.typed(operands[start]);
        writer.ascii(' to ');
        this.type(fn.types[index]);
        return;
      case 'alloca':
        this.type(fn.extra[index]);
        if (end > start) {
          writer.ascii(', ');
          this.typed(operands[start]);
        }
        return;
      case 'load':
        this.type(fn.types[index]);
        writer.ascii(', ');
        this.typed(operands[start]);
        this.atomicSuffix(index);
        return;
      case 'atomicrmw':
      case 'cmpxchg':
      case 'fence':
        this.atomic(fn.atomics[fn.extra[index]], (fn.flags[index] & InstructionFlag.volatile) !== 0, start, end);
        return;
      case 'getelementptr':
        this.type(fn.extra[index]);
        writer.ascii(', ');
        this.typedList(start, end);
        return;
      case 'extractvalue':
      case 'insertvalue': {
        const values = info.form === 'insertvalue' ? 2 : 1;
        this.typedList(start, start + values);
        for (let at = start + values; at < end; at++) {
          writer.ascii(', ');
          writer.natural(operands[at]);
        }
        return;
      }
      case 'phi':
        this.phi(index);
        return;
      case 'ret':
        writer.ascii('ret ');
        if (end > start) this.typed(operands[start]);
        else writer.ascii('void');
        return;
      case 'br':
        this.branch(index, start, end);
        return;
      case 'switch':
        this.typed(operands[start]);
        writer.ascii(`, label ${this.numbering.blockText(operands[start + 1])} [`);
        for (let at = start + 2; at < end; at += 2) {
          writer.ascii('\n    ');
          this.typed(operands[at]);
          writer.ascii(`, label ${this.numbering.blockText(operands[at + 1])}`);
        }
        writer.ascii('\n  ]');
        return;
      case 'unreachable':
        writer.ascii('unreachable');
        return;
      case 'landingpad':
        this.type(fn.types[index]);
        if ((fn.flags[index] & InstructionFlag.cleanup) !== 0) writer.ascii('\n          cleanup');
        for (let at = start; at < end; at += 2) {
          writer.ascii(operands[at] === 0 ? '\n          catch ' : '\n          filter ');
          this.typed(operands[at + 1]);
        }
        return;
      case 'resume':
        this.typed(operands[start]);
        return;
      case 'call':
      case 'invoke':
        return;
    }
  }

  /** Scope and ordering of a load or store that is atomic. */
  private atomicSuffix(index: number): void {
    const { writer, fn } = this;
    if (fn.extra[index] === 0) return;
    const { syncScope, ordering } = fn.atomics[fn.extra[index] - 1];
    writer.ascii(syncScope === '' ? ` ${ordering}` : ` syncscope("${syncScope}") ${ordering}`);
  }

  private atomic(access: AtomicAccess, volatile: boolean, start: number, end: number): void {
    const { writer } = this;
    if (access.weak) writer.ascii('weak ');
    if (volatile) writer.ascii('volatile ');
    if (access.operation !== undefined) writer.ascii(`${access.operation} `);
    this.typedList(start, end);
    if (end > start) writer.ascii(' ');
    if (access.syncScope !== '') writer.ascii(`syncscope("${access.syncScope}") `);
    writer.ascii(access.ordering);
    if (access.failureOrdering !== undefined) writer.ascii(` ${access.failureOrdering}`);
  }

  private branch(index: number, start: number, end: number): void {
    const { writer, fn } = this;
    const { operands } = fn;
    let at = start;
    if (end - start > 1) {
      this.typed(operands[at++]);
      writer.ascii(', ');
    }
    writer.ascii('label ');
    this.block(operands[at++]);
    if (at === end) return;
    writer.ascii(', label ');
    this.block(operands[at]);
  }

  private phi(index: number): void {
    const { writer, fn } = this;
    const node = fn.phis[fn.extra[index]];
    this.type(fn.types[index]);
    node.values.forEach((value, i) => {
      writer.ascii(i === 0 ? ' [ ' : ', [ ');
      this.value(value);
      writer.ascii(', ');
      this.block(node.blocks[i]);
      writer.ascii(' ]');
    });
  }

  private call(index: number, start: number): void {
    const { writer, fn } = this;
    const { operands } = fn;
    const site: CallSite = fn.callSites[fn.extra[index]] ?? plainCall;
    if (site.tail !== '') writer.ascii(`${site.tail} `);
    const invoked = fn.opcodes[index] === Opcode.invoke;
    writer.ascii(invoked ? 'invoke ' : 'call ');
    const flags = fn.flags[index];
    if (flags !== 0) this.flags(opcodes[Opcode.call], flags);
    if (site.callingConvention !== '') writer.ascii(`${site.callingConvention} `);
    if (site.returnAttributes.length > 0) writer.ascii(`${attributeListText(site.returnAttributes)} `);
    this.texts.type(site.functionType?.varargs === true ? site.functionType.id : fn.types[index]);
    this.value(operands[start]);
    writer.ascii('(');
    const end = fn.operandEnds[index] - (invoked ? 2 : 0);
    const type = knownCalleeType(fn, index);
    const metadataType = fn.module.types.metadata.id;
    for (let at = start + 1; at < end; at++) {
      if (at > start + 1) writer.ascii(', ');
      const value = operands[at];
      if (type?.parameters[at - start - 1]?.kind === 'metadata' || fn.typeIdOf(value) === metadataType) {
        this.metadataArgument(value);
        continue;
      }
      this.texts.type(fn.typeIdOf(value));
      const attributes = site.argumentAttributes[at - start - 1];
      if (attributes !== undefined && attributes.length > 0) writer.ascii(`${attributeListText(attributes)} `);
      this.value(value);
    }
    writer.ascii(')');
    if (site.functionAttributes.length > 0) writer.ascii(` ${this.groupOf(site.functionAttributes)}`);
    if (!invoked) return;
    const [normal, unwind] = [operands[end], operands[end + 1]].map((block) => this.numbering.blockText(block));
    writer.ascii(`\n          to label ${normal} unwind label ${unwind}`);
  }

  /** A node, or a value of the function. */
  private metadataArgument(value: ValueId): void {
    const { writer, fn } = this;
    writer.ascii('metadata ');
    if (fn.typeIdOf(value) === fn.module.types.metadata.id) this.metadata.use(fn.module.constants.numberOf(value));
    else this.typed(value);
  }

  private flags(info: OpcodeInfo, flags: number): void {
    const { writer } = this;
    switch (info.form) {
      case 'load':
      case 'store':
        if ((flags & InstructionFlag.volatile) !== 0) writer.ascii('volatile ');
        return;
      case 'alloca':
      case 'atomicrmw':
      case 'cmpxchg':
      case 'br':
      case 'landingpad':
        return;
      default:
        break;
    }
    const set = info.flags ?? 'none';
    if (set === 'fastMath' && (flags & InstructionFlag.fast) === InstructionFlag.fast) {
      writer.ascii('fast ');
      return;
    }
    for (const [word, bits] of flagKeywords[set]) {
      if ((flags & bits) !== 0) writer.ascii(`${word} `);
    }
  }

  private typedList(start: number, end: number): void {
    for (let at = start; at < end; at++) {
      if (at > start) this.writer.ascii(', ');
      this.typed(this.fn.operands[at]);
    }
  }

  private typed(value: ValueId): void {
    this.texts.type(this.fn.typeIdOf(value));
    this.value(value);
  }

  private type(id: number): void {
    this.writer.ascii(this.fn.module.types.list[id].text);
  }

  private value(value: ValueId): void {
    if (value < 0) {
      this.texts.constant(value);
      return;
    }
    const number = this.numbering.numberOf(value);
    if (number < 0) {
      this.writer.ascii(this.numbering.valueText(value));
      return;
    }
    this.writer.character(PERCENT);
    this.writer.natural(number);
  }

  /** `%name` or `%number` of a block. */
  private block(block: number): void {
    const number = this.numbering.blockNumberOf(block);
    if (number < 0) {
      this.writer.ascii(this.numbering.blockText(block));
      return;
    }
    this.writer.character(PERCENT);
    this.writer.natural(number);
  }
}
