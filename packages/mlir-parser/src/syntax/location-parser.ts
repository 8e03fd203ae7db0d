import type { Attribute } from '../ir/attribute.js';
import { unknownLocation, type Location } from '../ir/location.js';
import type { TokenParser } from './token-parser.js';

/** How a location parser reads what locations contain: further locations (or aliases of them) and metadata. */
export interface LocationParts {
  nested(): Location;
  attribute(): Attribute;
}

/** `unknown`, `"file":line:column`, `"name"(child)`, `callsite(a at b)` or `fused<metadata>[…]`. */
export function parseLocationInstance(parser: TokenParser, parts: LocationParts): Location {
  return parser.nested(() => {
    if (parser.kind === 'string') return parseNameOrFile(parser, parts);
    if (parser.consumeKeyword('unknown')) return unknownLocation;
    if (parser.consumeKeyword('callsite')) {
      parser.expect('(');
      const callee = parts.nested();
      parser.expectKeyword('at');
      const caller = parts.nested();
      parser.expect(')');
      return { kind: 'call-site', callee, caller };
    }
    if (parser.consumeKeyword('fused')) {
      let metadata: Attribute | undefined;
      if (parser.consumeIf('<')) {
        metadata = parts.attribute();
        parser.expect('>');
      }
      const locations: Location[] = [];
      parser.expect('[');
      parser.commaSeparatedUntil(']', () => locations.push(parts.nested()));
      return fuse(locations, metadata);
    }
    return parser.wrongToken('expected location instance');
  });
}

/** As MLIR does: unknown parts and duplicates vanish, and a single part without metadata stands for itself. */
function fuse(parts: readonly Location[], metadata: Attribute | undefined): Location {
  const locations = [...new Set(parts.flatMap((part) =>
    part.kind === 'fused' && part.metadata === metadata ? part.locations : part.kind === 'unknown' ? [] : [part]))];
  if (metadata !== undefined) return { kind: 'fused', locations: locations.length === 0 ? [unknownLocation] : locations, metadata };
  if (locations.length === 0) return unknownLocation;
  return locations.length === 1 ? locations[0] : { kind: 'fused', locations, metadata: undefined };
}

function parseNameOrFile(parser: TokenParser, parts: LocationParts): Location {
  const name = parser.takeString();
  if (parser.consumeIf(':')) {
    const line = unsigned(parser, 'expected integer line number in FileLineColLoc');
    parser.expect(':');
    const column = unsigned(parser, 'expected integer column number in FileLineColLoc');
    // MLIR 22 writes ranges: `"f":1:2 to 3:4`, `"f":1:2 to :4`. Only their start is kept.
    if (parser.consumeKeyword('to')) {
      if (parser.kind === 'integer') unsigned(parser, '');
      parser.expect(':');
      unsigned(parser, 'expected integer column number in FileLineColRange');
    }
    return { kind: 'file', file: name, line, column };
  }
  if (!parser.consumeIf('(')) return { kind: 'name', name, child: undefined };
  const child = parts.nested();
  parser.expect(')');
  return { kind: 'name', name, child: child.kind === 'unknown' ? undefined : child };
}

function unsigned(parser: TokenParser, message: string): number {
  if (parser.kind !== 'integer') return parser.wrongToken(message);
  return Number(parser.integerToken());
}
