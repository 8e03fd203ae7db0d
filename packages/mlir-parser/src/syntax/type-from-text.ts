import type { Attribute } from '../ir/attribute.js';
import type { Context } from '../ir/context.js';
import type { Type } from '../ir/type.js';
import { SourceFile } from '../source/source-file.js';
import { AttributeParser } from './attribute-parser.js';
import { Lexer } from './lexer.js';
import { SyntaxFailure } from './token-parser.js';

/** Types by themselves; nothing defines aliases there. */
class LoneTypeParser extends AttributeParser {
  protected override resolveAttributeAlias(name: string): Attribute {
    return this.error(`undefined symbol alias id '${name}'`);
  }

  protected override resolveTypeAlias(name: string): Type {
    return this.error(`undefined symbol alias id '${name}'`);
  }
}

const known = new WeakMap<Context, Map<string, Type | undefined>>();

/** The type that `text` spells; undefined if it spells none. */
export function typeFromText(context: Context, text: string): Type | undefined {
  let types = known.get(context);
  if (types === undefined) known.set(context, (types = new Map()));
  if (!types.has(text)) types.set(text, parseText(context, text));
  return types.get(text);
}

function parseText(context: Context, text: string): Type | undefined {
  try {
    const parser = new LoneTypeParser(new Lexer(new SourceFile('type', text)), context);
    const type = parser.parseType();
    return parser.is('end-of-file') ? type : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return undefined;
    throw failure;
  }
}
