import { floatToBits, type Attribute, type Context } from '@mlir2zk/mlir-parser';
import type { AttributeSpec, AttributeValue } from '../definition/attribute-kind.js';

/** The MLIR form of an attribute value: an array of i64, an f64, or a unit. Undefined for a flag that is not set. */
export function toAttribute(context: Context, spec: AttributeSpec, value: AttributeValue): Attribute | undefined {
  switch (spec.kind) {
    case 'integers': {
      const i64 = context.integerType(64);
      return context.arrayAttr((value as readonly number[]).map((element) => context.integerAttr(i64, element)));
    }
    case 'real':
      return context.floatAttr(context.floatType('f64'), value as number, floatToBits('f64', value as number));
    case 'flag':
      return value === true ? context.unitAttr : undefined;
  }
}

/** The value of an attribute of a `zkml` operation, or of one left out; undefined if it has the wrong form or is missing. */
export function fromAttribute(spec: AttributeSpec, attribute: Attribute | undefined): AttributeValue | undefined {
  if (attribute === undefined) return spec.default;
  switch (spec.kind) {
    case 'integers': {
      if (attribute.kind !== 'array') return undefined;
      const values = attribute.elements.map((element) => (element.kind === 'integer' ? Number(element.value) : NaN));
      return values.every(Number.isSafeInteger) ? values : undefined;
    }
    case 'real':
      return attribute.kind === 'float' && Number.isFinite(attribute.value) ? attribute.value : undefined;
    case 'flag':
      return attribute.kind === 'unit' ? true : undefined;
  }
}

/** Whether the text leaves out an attribute of this value. */
export function isElided(spec: AttributeSpec, value: AttributeValue | undefined): boolean {
  return spec.default !== undefined && value === spec.default;
}

/** How an attribute of this kind is written, for messages and documentation. */
export const attributeForms: Readonly<Record<AttributeSpec['kind'], string>> = {
  integers: 'an array of i64',
  real: 'a finite f64',
  flag: 'a unit attribute',
};
