import { ConstantKind } from '../ir/constant-pool.js';
import type { ConstantPool, ValueId } from '../ir/constant-pool.js';
import type { Type } from '../ir/type.js';

/** Widths of elements that a DATA record may have. */
const DATA_WIDTHS: ReadonlySet<number> = new Set([8, 16, 32, 64]);

/** The constants that the record of this one refers to; undefined if it refers to none. */
export function constantParts(constants: ConstantPool, id: ValueId): readonly ValueId[] | undefined {
  const kind = constants.kindOf(id);
  if (kind === ConstantKind.expression) return constants.expressionOf(id).operands;
  if (kind === ConstantKind.aggregate && !isPlainData(constants, id)) return constants.elementsOf(id);
  return undefined;
}

/** True for an array or vector of plain numbers, which one DATA record holds. */
export function isPlainData(constants: ConstantPool, id: ValueId): boolean {
  const type = constants.typeOf(id);
  if (type.kind !== 'array' && type.kind !== 'vector') return false;
  const kind = dataKind(type.element);
  const elements = constants.elementsOf(id);
  return kind !== undefined && elements.length > 0 && elements.every((element) => constants.kindOf(element) === kind);
}

/** The kind of constants that are plain numbers of that type, if a DATA record can hold them. */
function dataKind(element: Type): ConstantKind | undefined {
  if (element.kind === 'integer') return DATA_WIDTHS.has(element.width) ? ConstantKind.integer : undefined;
  if (element.kind === 'float') return DATA_WIDTHS.has(element.bits) ? ConstantKind.float : undefined;
  return undefined;
}
