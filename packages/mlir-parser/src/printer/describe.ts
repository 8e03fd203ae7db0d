import type { Attribute } from '../ir/attribute.js';
import type { Type } from '../ir/type.js';
import { AttributePrinter, noAliases } from './attribute-printer.js';
import { Output, StringSink } from './output.js';
import { spellType, type TypeSpelling } from './type-text.js';

const plain: TypeSpelling = { type: (type) => spellType(type, plain), attribute: (attribute) => attributeText(attribute) };

/** `type` as MLIR spells it, without aliases. */
export function typeText(type: Type): string {
  return spellType(type, plain);
}

/** `attribute` as MLIR spells it, without aliases; large constants are cut to `dense_resource<__elided__>`. */
export function attributeText(attribute: Attribute): string {
  const sink = new StringSink();
  const out = new Output(sink);
  new AttributePrinter(out, { elideElementsIfLarger: 64 }, noAliases()).printAttribute(attribute);
  out.flush();
  return sink.text;
}
