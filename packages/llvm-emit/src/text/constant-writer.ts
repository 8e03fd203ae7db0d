import { ConstantKind } from '../ir/constant-pool.js';
import type { ConstantExpression, ValueId } from '../ir/constant-pool.js';
import { globalName } from '../ir/identifier.js';
import type { LlvmModule } from '../ir/module.js';
import { InstructionFlag, opcodeInfo } from '../ir/opcode.js';
import type { ArrayType, FloatType } from '../ir/type.js';
import type { ByteWriter } from './byte-writer.js';
import { writeData } from './data-writer.js';
import { floatText } from './float-text.js';

/** Writes a constant without its type. */
export function writeConstant(writer: ByteWriter, module: LlvmModule, id: ValueId): void {
  const { constants } = module;
  const kind = constants.kindOf(id);
  switch (kind) {
    case ConstantKind.integer:
      writeInteger(writer, module, id);
      return;
    case ConstantKind.field: {
      const value = constants.numberOf(id);
      const digits = Number.isNaN(value) ? constants.bigintOf(id).toString(16) : value.toString(16);
      writer.ascii('f0x');
      writer.ascii(digits.toUpperCase());
      return;
    }
    case ConstantKind.float:
      writer.ascii(floatText(constants.typeOf(id) as FloatType, constants.numberOf(id), () => constants.floatBitsOf(id)));
      return;
    case ConstantKind.null:
      writer.ascii('null');
      return;
    case ConstantKind.undef:
      writer.ascii('undef');
      return;
    case ConstantKind.poison:
      writer.ascii('poison');
      return;
    case ConstantKind.zero:
      writer.ascii('zeroinitializer');
      return;
    case ConstantKind.aggregate:
      writeAggregate(writer, module, id);
      return;
    case ConstantKind.bytes:
      writeBytes(writer, constants.bytesOf(id));
      return;
    case ConstantKind.data:
      writeData(writer, constants.typeOf(id) as ArrayType, constants.dataOf(id)); // only arrays are data
      return;
    case ConstantKind.metadata:
      throw new TypeError('metadata is written by the calls that it is an argument of');
    case ConstantKind.global:
      writer.ascii(globalName(constants.globalOf(id).name));
      return;
    case ConstantKind.expression:
      writeExpression(writer, module, id, constants.expressionOf(id));
      return;
  }
}

/** Writes `T value`. */
export function writeTypedConstant(writer: ByteWriter, module: LlvmModule, id: ValueId): void {
  writer.ascii(module.constants.typeOf(id).text);
  writer.ascii(' ');
  writeConstant(writer, module, id);
}

function writeInteger(writer: ByteWriter, module: LlvmModule, id: ValueId): void {
  const { constants } = module;
  if (constants.typeIdOf(id) === module.types.i1.id) {
    writer.ascii(constants.numberOf(id) === 0 ? 'false' : 'true');
    return;
  }
  const value = constants.numberOf(id);
  writer.ascii(Number.isNaN(value) ? constants.bigintOf(id).toString() : value.toString());
}

function writeAggregate(writer: ByteWriter, module: LlvmModule, id: ValueId): void {
  const type = module.constants.typeOf(id);
  const [open, close] =
    type.kind === 'struct' ? (type.packed ? ['<{ ', ' }>'] : ['{ ', ' }']) : type.kind === 'vector' ? ['<', '>'] : ['[', ']'];
  const elements = module.constants.elementsOf(id);
  if (elements.length === 0 && type.kind === 'struct') {
    writer.ascii(type.packed ? '<{}>' : '{}');
    return;
  }
  writer.ascii(open);
  for (let i = 0; i < elements.length; i++) {
    if (i > 0) writer.ascii(', ');
    writeTypedConstant(writer, module, elements[i]);
  }
  writer.ascii(close);
}

function writeBytes(writer: ByteWriter, bytes: Uint8Array): void {
  writer.ascii('c"');
  writer.escaped(bytes);
  writer.ascii('"');
}

/** `getelementptr inbounds (T, ptr @g, i64 1)`, `itogf (i32 5 to T)`, `add (i64 1, i64 2)`. */
function writeExpression(writer: ByteWriter, module: LlvmModule, id: ValueId, expression: ConstantExpression): void {
  const { name, form } = opcodeInfo(expression.opcode);
  writer.ascii(name);
  if (form === 'getelementptr' && (expression.flags & InstructionFlag.inbounds) !== 0) writer.ascii(' inbounds');
  writer.ascii(' (');
  if (expression.sourceType !== undefined) writer.ascii(`${expression.sourceType.text}, `);
  expression.operands.forEach((operand, position) => {
    if (position > 0) writer.ascii(', ');
    writeTypedConstant(writer, module, operand);
  });
  if (form === 'cast') writer.ascii(` to ${module.constants.typeOf(id).text}`);
  writer.ascii(')');
}
