import type { OpDefinition, Context } from '@mlir2zk/mlir-parser';

/** An intrinsic as an operation of the llvm dialect. */
export interface IntrinsicCounterpart {
  readonly definition: OpDefinition;
  readonly name: string;
  /** Names of the attributes that stand for the last arguments, which must be constants. */
  readonly immediates: readonly string[];
}

/** Intrinsics of which the operation takes its last arguments as attributes. */
const immediates: Readonly<Record<string, readonly string[]>> = {
  'llvm.intr.abs': ['is_int_min_poison'],
  'llvm.intr.ctlz': ['is_zero_poison'],
  'llvm.intr.cttz': ['is_zero_poison'],
  'llvm.intr.memcpy': ['isVolatile'],
  'llvm.intr.prefetch': ['rw', 'hint', 'cache'],
};

/** The operation for the intrinsic `llvm.NAME.TYPES`; undefined for names that are none. */
export function intrinsicCounterpart(context: Context, symbol: string): IntrinsicCounterpart | undefined {
  if (!symbol.startsWith('llvm.')) return undefined;
  const words = symbol.slice('llvm.'.length).split('.');
  for (let length = words.length; length > 0; length--) {
    const name = `llvm.intr.${words.slice(0, length).join('.')}`;
    const definition = context.operation(name);
    if (definition !== undefined) return { definition, name, immediates: immediates[name] ?? [] };
  }
  throw new TypeError(`the intrinsic '${symbol}' has no counterpart in the llvm dialect`);
}
