import type { Context } from '../ir/context.js';
import { HexResourceBlob } from '../ir/hex-constants.js';
import { HexDigits } from '../ir/hex-digits.js';
import type { TokenParser } from './token-parser.js';

/**
 * `{-# dialect_resources: { dialect: { key: "0x…", … } }, external_resources: { … } #-}`: blobs of dialects go into the
 * context, what external tools left there is skipped.
 */
export function parseResourceSection(parser: TokenParser, context: Context): void {
  parser.lexer.advance();
  parser.commaSeparatedUntil('#-}', () => {
    const at = parser.range();
    const section = key(parser);
    parser.expect(':');
    if (section === 'dialect_resources') entries(parser, (dialect) => entries(parser, (name) => blob(parser, context, dialect, name)));
    else if (section === 'external_resources') skipBraces(parser);
    else parser.error(`unknown key '${section}' in file metadata dictionary`, at);
  });
}

/** `{ key: …, … }`; `parseValue` reads what follows each colon. */
function entries(parser: TokenParser, parseValue: (name: string) => void): void {
  parser.expect('{');
  parser.commaSeparatedUntil('}', () => {
    const name = key(parser);
    parser.expect(':');
    parseValue(name);
  });
}

function key(parser: TokenParser): string {
  if (parser.is('string')) return parser.takeString();
  if (!parser.is('bare-identifier')) return parser.wrongToken('expected identifier key');
  const name = parser.lexer.text();
  parser.lexer.advance();
  return name;
}

/** `"0xAAAAAAAADATA…"`: four little-endian bytes of alignment, then the data. */
function blob(parser: TokenParser, context: Context, dialect: string, name: string): void {
  const { lexer } = parser;
  if (!parser.is('string')) parser.wrongToken('expected hex string blob');
  const { bytes, start, end } = lexer;
  if (bytes[start + 1] !== 0x30 || bytes[start + 2] !== 0x78) parser.error(`expected hex string blob for key '${name}'`);
  const digits = HexDigits.scan(bytes, start + 3, end - 1);
  if (typeof digits === 'number') return parser.error(`expected hex digits in blob for key '${name}'`, parser.range(digits, digits + 1));
  if (digits.length < 4) parser.error(`expected hex string blob for key '${name}' to encode alignment in first 4 bytes`);
  const alignment = (digits.byte(0) | (digits.byte(1) << 8) | (digits.byte(2) << 16) | (digits.byte(3) << 24)) >>> 0;
  if (alignment === 0 || (alignment & (alignment - 1)) !== 0)
    parser.error(`expected hex string blob for key '${name}' to encode alignment in first 4 bytes, but got non-power-of-2 value: ${alignment}`);
  context.resource(dialect, name).blob = new HexResourceBlob(alignment, digits.subarray(4));
  lexer.advance();
}

function skipBraces(parser: TokenParser): void {
  const outside = parser.lexer.braceDepth;
  parser.expect('{');
  while (parser.lexer.braceDepth >= outside) {
    if (parser.is('end-of-file')) parser.wrongToken("expected '}'");
    parser.lexer.advance();
  }
  parser.expect('}');
}
