import type { Context } from '../../ir/context.js';
import type { Type } from '../../ir/type.js';
import { typeText } from '../../printer/describe.js';
import { splitTopLevel } from '../top-level-commas.js';

/** What LLVM's own types start with. */
const llvmMnemonic = /^(!llvm\.)?(ptr|struct|array|void|token|x86_fp80|ppc_fp128|x86_mmx|metadata|label|func|vec|target)\b/;

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
  if (llvmMnemonic.test(text))
    return context.dialectType('llvm', text.replace(/^!llvm\./, ''));
  return undefined;
}

/** The text of `type` inside an LLVM type: without `!llvm.`. */
export function nestedTypeText(type: Type): string {
  return type.kind === 'dialect' && type.dialect === 'llvm' ? type.body : typeText(type);
}

/** The text of a type that stands as `text` inside an LLVM type. */
export function fullTypeText(text: string): string {
  return llvmMnemonic.test(text) ? `!llvm.${text.replace(/^!llvm\./, '')}` : text;
}

/** `!llvm.func<result (inputs, ...)>` */
export function llvmFunctionType(context: Context, result: Type, inputs: readonly Type[], variadic: boolean): Type {
  const parameters = [...inputs.map(nestedTypeText), ...(variadic ? ['...'] : [])];
  return context.dialectType('llvm', `func<${nestedTypeText(result)} (${parameters.join(', ')})>`);
}

/** The texts of the types in `!llvm.func<…>`; undefined if `type` is none. */
export function llvmFunctionParts(type: Type): { readonly result: string; readonly inputs: readonly string[]; readonly variadic: boolean } | undefined {
  const body = type.kind === 'dialect' && type.dialect === 'llvm' ? /^func<([^]*)>$/.exec(type.body)?.[1] : undefined;
  if (body === undefined) return undefined;
  // The parameters are the last bracketed group.
  let depth = 0;
  let open = body.length;
  while (open > 0) {
    const character = body.charAt(--open);
    if (character === ')') depth++;
    else if (character === '(' && --depth === 0) break;
  }
  const inputs = splitTopLevel(body.slice(open + 1, body.lastIndexOf(')')));
  const variadic = inputs[inputs.length - 1] === '...';
  return { result: body.slice(0, open).trim(), inputs: variadic ? inputs.slice(0, -1) : inputs, variadic };
}
