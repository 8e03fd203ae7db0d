import type { OpAsmParser } from '../../ir/op-asm-parser.js';
import type { Type } from '../../ir/type.js';
import { definingOp, type Value } from '../../ir/value.js';
import { splitTopLevel } from '../top-level-commas.js';

/** The inside of `!spirv.name<…>`; undefined for other types. */
function parametersOf(type: Type, name: string): string | undefined {
  if (type.kind !== 'dialect' || type.dialect !== 'spirv' || !type.body.startsWith(`${name}<`)) return undefined;
  return type.body.slice(name.length + 1, -1);
}

/** What `!spirv.ptr<type, class>` points to; undefined for other types. */
export function spirvPointer(type: Type): { readonly pointee: string; readonly storageClass: string } | undefined {
  const parameters = parametersOf(type, 'ptr');
  const comma = parameters?.lastIndexOf(',') ?? -1;
  if (parameters === undefined || comma < 0) return undefined;
  return { pointee: parameters.slice(0, comma).trim(), storageClass: parameters.slice(comma + 1).trim() };
}

/** The type of member `index` of a composite; undefined if it has none. An unknown index is undefined. */
export function spirvMember(parser: OpAsmParser, type: Type, index: number | undefined): Type | undefined {
  if (type.kind === 'vector') return type.elementType;
  for (const name of ['array', 'rtarray', 'matrix', 'coopmatrix', 'jointmatrix', 'NV.coopmatrix']) {
    const parameters = parametersOf(type, name);
    if (parameters === undefined) continue;
    const [element = ''] = splitTopLevel(parameters);
    return parser.typeFromText(element.replace(/^(\d+\s*x\s*)+/, ''));
  }
  const members = /^(?:[^(]*, )?\(([^]*)\)$/.exec(parametersOf(type, 'struct') ?? '')?.[1];
  if (members === undefined || index === undefined) return undefined;
  const member = splitTopLevel(members)[index];
  return member === undefined ? undefined : parser.typeFromText(member.replace(/\s*\[[^\][]*\]$/, ''));
}

/** The value of a `spirv.Constant` (or anything with an integer `value`); undefined for other values. */
export function constantIndex(value: Value): number | undefined {
  const attribute = definingOp(value)?.attribute('value');
  return attribute?.kind === 'integer' ? Number(attribute.value) : undefined;
}
