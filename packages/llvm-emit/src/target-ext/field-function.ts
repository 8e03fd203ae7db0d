import { enumAttribute } from '../ir/attribute.js';
import type { Attribute } from '../ir/attribute.js';
import type { LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { integerPredicates } from '../ir/opcode.js';
import type { Type } from '../ir/type.js';
import { shortName, typeNamed } from './field-memory.js';
import type { FieldOrCurve } from './field-memory.js';

/** Begins the names of functions that stand for what stock LLVM has no instruction for. */
const PREFIX = 'zkllvm.';

/** zkLLVM's intrinsics, whose prefix stock LLVM reserves for its own. */
const INTRINSICS = 'llvm.assigner.';
const INTRINSICS_RENAMED = 'zkllvm.assigner.';

/** zkLLVM's triple where `opt` has to accept it, which refuses architectures that it does not know by name. */
export const STOCK_TRIPLE = 'unknown-zkllvm-assigner';

const binary = ['add', 'sub', 'mul', 'udiv', 'sdiv', 'urem', 'srem'] as const;
const curveBinary = ['cmul', 'cdiv'] as const;

/** What a function stands for. */
export type FieldOperation =
  | { readonly kind: 'binary'; readonly opcode: (typeof binary)[number] | (typeof curveBinary)[number]; readonly type: FieldOrCurve }
  | { readonly kind: 'compare'; readonly predicate: number; readonly type: FieldOrCurve }
  /** An integer of the field; the name ends in the integer's type. */
  | { readonly kind: 'itogf'; readonly from: Type; readonly type: FieldOrCurve }
  /** From the integer that lies in memory to the element, and back. */
  | { readonly kind: 'from.memory' | 'to.memory'; readonly type: FieldOrCurve };

/** `zkllvm.add.pallas_base` and so on: the name says which field, because the types of results do not count in names. */
export function functionName(operation: FieldOperation): string {
  const { kind, type } = operation;
  switch (kind) {
    case 'binary':
      return `${PREFIX}${operation.opcode}.${shortName(type)}`;
    case 'compare':
      return `${PREFIX}icmp.${integerPredicates[operation.predicate]}.${shortName(type)}`;
    case 'itogf':
      return `${PREFIX}itogf.${shortName(type)}.${operation.from.text}`;
    case 'from.memory':
    case 'to.memory':
      return `${PREFIX}${kind}.${shortName(type)}`;
  }
}

/** What a function of that name stands for, or undefined. */
export function operationNamed(module: LlvmModule, name: string): FieldOperation | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const rest = name.slice(PREFIX.length);
  const after = (word: string): FieldOrCurve | undefined =>
    rest.startsWith(`${word}.`) ? typeNamed(module.types, rest.slice(word.length + 1)) : undefined;
  for (const opcode of [...binary, ...curveBinary]) {
    const type = after(opcode);
    if (type !== undefined) return { kind: 'binary', opcode, type };
  }
  for (const kind of ['from.memory', 'to.memory'] as const) {
    const type = after(kind);
    if (type !== undefined) return { kind, type };
  }
  for (const [predicate, word] of integerPredicates.entries()) {
    const type = after(`icmp.${word}`);
    if (type !== undefined) return { kind: 'compare', predicate, type };
  }
  const [, short, width] = /^itogf\.(.+)\.i(\d{1,7})$/.exec(rest) ?? [];
  const type = short === undefined ? undefined : typeNamed(module.types, short);
  return type === undefined ? undefined : { kind: 'itogf', from: module.types.int(Number(width)), type };
}

/** The name of an intrinsic where stock LLVM has to accept it, and its own name again. */
export function renamedIntrinsic(name: string): string {
  return name.startsWith(INTRINSICS) ? `${INTRINSICS_RENAMED}${name.slice(INTRINSICS.length)}` : name;
}
export function restoredIntrinsic(name: string): string {
  return name.startsWith(INTRINSICS_RENAMED) ? `${INTRINSICS}${name.slice(INTRINSICS_RENAMED.length)}` : name;
}

/** What a pass may rely on: the result depends on the arguments alone, and nothing else happens. */
const PURE: readonly Attribute[] = [
  ...['nocallback', 'nofree', 'nosync', 'nounwind', 'willreturn'].map(enumAttribute),
  { kind: 'verbatim', name: 'memory', argument: 'none' },
];

/** Operations that have no result for some arguments: a pass must not move them to where they would not have run. */
const PARTIAL: ReadonlySet<string> = new Set(['udiv', 'sdiv', 'urem', 'srem', 'cdiv']);

/** The function of an operation, declared on first use. */
export function declareFieldFunction(module: LlvmModule, operation: FieldOperation, result: Type, parameters: readonly Type[]): LlvmFunction {
  const name = functionName(operation);
  const known = module.function(name);
  if (known !== undefined) return known;
  const declared = module.addFunction(name, result, parameters);
  const total = operation.kind !== 'binary' || !PARTIAL.has(operation.opcode);
  declared.attributes = total ? [...PURE, enumAttribute('speculatable')] : PURE;
  return declared;
}
