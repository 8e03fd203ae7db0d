import type { Attribute, Operation } from '@mlir2zk/mlir-parser';

/** Attributes are uniqued, and most operations have one of few. */
const known = new WeakMap<Attribute, readonly string[]>();

/** The words of an attribute of a dialect: `nsw`, `nuw` of `#arith.overflow<nsw, nuw>`. Empty if there is none. */
export function attributeWords(op: Operation, name: string): readonly string[] {
  const attribute = op.attribute(name);
  if (attribute?.kind !== 'dialect') return [];
  let words = known.get(attribute);
  if (words === undefined) {
    words = attribute.body.replace(/^[^<]*</, '').replace(/>$/, '').split(',').map((word) => word.trim());
    known.set(attribute, words);
  }
  return words;
}
