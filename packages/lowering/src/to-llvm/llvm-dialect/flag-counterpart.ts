import { flagKeywords, InstructionFlag, type FlagSet } from '@mlir2zk/llvm-emit';
import type { Attribute, Context } from '@mlir2zk/mlir-parser';

/** The attributes in which operations of the llvm dialect keep the flags of instructions; nothing for no flags. */
export function flagAttributes(context: Context, set: FlagSet, flags: number): Readonly<Record<string, Attribute>> {
  if (flags === 0) return {};
  const words = flagKeywords[set].filter(([, bits]) => (flags & bits) !== 0).map(([word]) => word);
  switch (set) {
    case 'wrap':
      return { overflowFlags: context.dialectAttr('llvm', `overflow<${words.join(', ')}>`) };
    case 'fastMath': {
      const all = (flags & InstructionFlag.fast) === InstructionFlag.fast;
      return { fastmathFlags: context.dialectAttr('llvm', `fastmath<${all ? 'fast' : words.join(', ')}>`) };
    }
    default:
      return {}; // promises that other dialect versions do not know; leaving one out changes nothing that is defined
  }
}
