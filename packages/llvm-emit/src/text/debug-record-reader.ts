import type { ValueId } from '../ir/constant-pool.js';
import { DEBUG_ATTACHMENT } from '../ir/debug-info.js';
import { Opcode } from '../ir/opcode.js';
import { TokenKind } from './lexer.js';
import type { OperandReader } from './operand-reader.js';
import { Punctuation } from './punctuation.js';

/** The records of LLVM 19 about debugging, and how many operands each has before its place in the source. */
const RECORDS: ReadonlyMap<string, number> = new Map([
  ['dbg_value', 3],
  ['dbg_declare', 3],
  ['dbg_assign', 6],
  ['dbg_label', 1],
]);

/**
 * Reads `#dbg_value(i32 %x, !4, !DIExpression(), !7)` as the call of `llvm.dbg.value` that older versions write for it;
 * nothing is left of it where debug information is not kept. The lexer stands on the record's name.
 */
export function readDebugRecord(operands: OperandReader): void {
  const { lexer, fn, typeReader, context } = operands;
  const name = lexer.text().slice(1);
  const count = RECORDS.get(name);
  if (count === undefined) return lexer.fail(`unknown debug record '#${name}'`);
  lexer.next();
  typeReader.expect(Punctuation.openParenthesis, "expected '(' here");
  const values: ValueId[] = [];
  for (let i = 0; i < count; i++) {
    values.push(operands.readMetadataArgument());
    operands.comma("expected ',' here");
  }
  if (lexer.kind !== TokenKind.metadata) lexer.fail('expected metadata node');
  const location = context.metadataReader.readNode();
  typeReader.expect(Punctuation.closeParenthesis, "expected ')' here");
  if (context.metadataReader.mode === 'strip') return;
  const callee = fn.module.addressOf(`llvm.${name.replace('_', '.')}`, lexer.start);
  const index = operands.appended(Opcode.call, fn.module.types.void.id, 0, 0, [callee, ...values]);
  fn.attach(index, DEBUG_ATTACHMENT, location);
}
