import { dynamicDimension, type Type } from '../ir/type.js';
import type { Attribute } from '../ir/attribute.js';

/** Spells what is inside a type; lets a printer put aliases there. */
export interface TypeSpelling {
  type(type: Type): string;
  attribute(attribute: Attribute): string;
}

/** `type` as MLIR spells it; what is inside it comes from `spelling`. */
export function spellType(type: Type, spelling: TypeSpelling): string {
  switch (type.kind) {
    case 'integer':
      return `${type.signedness === 'signed' ? 'si' : type.signedness === 'unsigned' ? 'ui' : 'i'}${type.width}`;
    case 'index':
    case 'none':
      return type.kind;
    case 'float':
      return type.name;
    case 'complex':
      return `complex<${spelling.type(type.elementType)}>`;
    case 'tuple':
      return `tuple<${type.types.map((inner) => spelling.type(inner)).join(', ')}>`;
    case 'vector': {
      const sizes = type.shape.map((size, i) => (type.scalable[i] ? `[${size}]x` : `${size}x`));
      return `vector<${sizes.join('')}${spelling.type(type.elementType)}>`;
    }
    case 'tensor': {
      const encoding = type.encoding === undefined ? '' : `, ${spelling.attribute(type.encoding)}`;
      return `tensor<${spellShape(type.shape)}${spelling.type(type.elementType)}${encoding}>`;
    }
    case 'unranked-tensor':
      return `tensor<*x${spelling.type(type.elementType)}>`;
    case 'memref': {
      const layout = type.layout === undefined ? '' : `, ${spelling.attribute(type.layout)}`;
      const space = type.memorySpace === undefined ? '' : `, ${spelling.attribute(type.memorySpace)}`;
      return `memref<${spellShape(type.shape)}${spelling.type(type.elementType)}${layout}${space}>`;
    }
    case 'unranked-memref': {
      const space = type.memorySpace === undefined ? '' : `, ${spelling.attribute(type.memorySpace)}`;
      return `memref<*x${spelling.type(type.elementType)}${space}>`;
    }
    case 'function': {
      const inputs = type.inputs.map((input) => spelling.type(input)).join(', ');
      return `(${inputs}) -> ${spellResults(type.results, spelling)}`;
    }
    case 'dialect':
      return `!${spellDialectSymbol(type.dialect, type.body)}`;
  }
}

/** A lone result type, or a list in parentheses; a lone function type needs them too. */
export function spellResults(results: readonly Type[], spelling: TypeSpelling): string {
  const text = results.map((result) => spelling.type(result)).join(', ');
  return results.length === 1 && results[0].kind !== 'function' ? text : `(${text})`;
}

/** `d.name<…>` for a body that starts with a name, `d<…>` for a bracketed one. */
export function spellDialectSymbol(dialect: string, body: string): string {
  return body.startsWith('<') ? dialect + body : `${dialect}.${body}`;
}

function spellShape(shape: readonly number[]): string {
  let text = '';
  for (const size of shape) text += size === dynamicDimension ? '?x' : `${size}x`;
  return text;
}
