/** `arith::AtomicRMWKind` by number, as LLVM 19 numbers them. */
export const atomicRmwKinds: readonly string[] = [
  'addf', 'addi', 'assign', 'maximumf', 'maxs', 'maxu', 'minimumf', 'mins', 'minu', 'mulf', 'muli', 'ori', 'andi', 'maxnumf',
  'minnumf',
];

/** Names that were in use until LLVM 17. */
const formerNames: Readonly<Record<string, string>> = { maxf: 'maximumf', minf: 'minimumf' };

/** The number of the kind `name`, also by its former name; undefined if there is none. */
export function atomicRmwKind(name: string): number | undefined {
  const index = atomicRmwKinds.indexOf(formerNames[name] ?? name);
  return index < 0 ? undefined : index;
}
