import type { Context } from '../../ir/context.js';
import type { Type } from '../../ir/type.js';

/** The type at `position` inside an LLVM struct or array; undefined if there is none. */
export function llvmElementType(context: Context, type: Type, position: readonly bigint[]): Type | undefined {
  let current: Type | undefined = type;
  for (const index of position) current = current === undefined ? undefined : member(context, current, Number(index));
  return current;
}

function member(context: Context, type: Type, index: number): Type | undefined {
  if (type.kind !== 'dialect' || type.dialect !== 'llvm') return undefined;
  const struct = /^struct<(?:"[^"]*", )?(?:packed )?\((.*)\)>$/.exec(type.body);
  if (struct !== null) {
    const text = splitTopLevel(struct[1] ?? '')[index];
    return text === undefined ? undefined : llvmType(context, text);
  }
  const array = /^array<\s*(\d+)\s*x\s*(.*)>$/.exec(type.body);
  return array !== null && index < Number(array[1]) ? llvmType(context, array[2] ?? '') : undefined;
}

/** A type as it is written inside an LLVM type, where `!llvm.` is left out. */
function llvmType(context: Context, text: string): Type | undefined {
  const integer = /^i(\d+)$/.exec(text);
  if (integer !== null) return context.integerType(Number(integer[1]));
  if (text === 'bf16' || text === 'f16' || text === 'f32' || text === 'f64' || text === 'f80' || text === 'f128') return context.floatType(text);
  const vector = /^vector<((?:\[?\d+\]?x)+)(.*)>$/.exec(text);
  if (vector !== null) {
    const sizes = (vector[1] ?? '').split('x').slice(0, -1);
    const element = llvmType(context, vector[2] ?? '');
    const shape = sizes.map((size) => Number(size.replaceAll(/[[\]]/g, '')));
    return element === undefined ? undefined : context.vectorType(shape, element, sizes.map((size) => size.startsWith('[')));
  }
  if (/^(!llvm\.)?(ptr|struct|array|void|token|x86_fp80|ppc_fp128|x86_mmx|metadata|label|func|vec|target)\b/.test(text))
    return context.dialectType('llvm', text.replace(/^!llvm\./, ''));
  return undefined;
}

/** `text` split at the commas outside brackets. */
function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('<([{'.includes(character)) depth++;
    else if (')]}'.includes(character) || (character === '>' && text[at - 1] !== '-')) depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  if (text.trim() !== '') parts.push(text.slice(start).trim());
  return parts;
}
