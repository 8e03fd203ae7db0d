import type { Operation, Value } from '@mlir2zk/mlir-parser';

/** Operations whose result is a view of operand 0. */
const views = new Set([
  'memref.cast', 'memref.reinterpret_cast', 'memref.subview', 'memref.view', 'memref.reshape', 'memref.expand_shape',
  'memref.collapse_shape', 'memref.transpose', 'memref.memory_space_cast', 'memref.assume_alignment',
  'builtin.unrealized_conversion_cast',
]);

/** What is known of the memory behind a memref. */
type Root =
  | { readonly kind: 'allocation'; readonly value: Value }
  /** A constant; the name tells which. */
  | { readonly kind: 'global'; readonly name: string }
  | { readonly kind: 'argument'; readonly value: Value; readonly function: Operation }
  | { readonly kind: 'unknown'; readonly value: Value };

function rootOf(memref: Value): Root {
  if (memref.kind === 'block-argument') {
    const parent = memref.owner.parentOp;
    return parent?.name === 'func.func' && parent.region(0).entry === memref.owner
      ? { kind: 'argument', value: memref, function: parent }
      : { kind: 'unknown', value: memref };
  }
  const op = memref.owner;
  if (op.name === 'memref.alloc' || op.name === 'memref.alloca') return { kind: 'allocation', value: memref };
  if (views.has(op.name) && op.numOperands > 0) return rootOf(op.operand(0));
  const name = op.name === 'krnl.global' ? op.attribute('name') : op.name === 'memref.get_global' ? op.attribute('name') : undefined;
  if (name?.kind === 'string') return { kind: 'global', name: name.value };
  if (name?.kind === 'symbol-ref') return { kind: 'global', name: name.root };
  return { kind: 'unknown', value: memref };
}

export interface AliasOptions {
  /**
   * Different arguments of a function are different arrays, as MLIR's affine passes assume. Not
   * assumed of a function that something in the module calls.
   */
  readonly assumeNoAlias: boolean;
}

/** Whether two memrefs may share memory. */
export function mayAlias(a: Value, b: Value, { assumeNoAlias }: AliasOptions): boolean {
  const [rootA, rootB] = [rootOf(a), rootOf(b)];
  if (rootA.kind === 'unknown' || rootB.kind === 'unknown') return true;
  if (rootA.kind === 'global' || rootB.kind === 'global') {
    if (rootA.kind === 'global' && rootB.kind === 'global') return rootA.name === rootB.name;
    return (rootA.kind === 'argument' || rootB.kind === 'argument') && !assumeNoAlias;
  }
  if (rootA.value === rootB.value) return true;
  if (rootA.kind === 'argument' && rootB.kind === 'argument') return !assumeNoAlias || isCalled(rootA.function);
  return false;
}

/** Whether an operation of the module refers to `func` other than as the model's entry point. */
function isCalled(func: Operation): boolean {
  const name = func.attribute('sym_name');
  let top = func;
  while (top.parentOp !== undefined) top = top.parentOp;
  let called = false;
  top.walk((op) => {
    if (op.name === 'krnl.entry_point') return;
    for (const attribute of [...op.attributes.values(), ...op.properties.values()])
      called ||= attribute.kind === 'symbol-ref' && name?.kind === 'string' && attribute.root === name.value;
  });
  return called;
}

/**
 * Whether nothing outside `nest` sees what `memref` holds: it is an allocation that only loads and
 * stores inside the nest use (and deallocations).
 */
export function isPrivateTo(nest: Operation, memref: Value): boolean {
  if (rootOf(memref).kind !== 'allocation' || memref.kind !== 'op-result' || views.has(memref.owner.name)) return false;
  for (const { owner } of memref.uses()) {
    if (owner.name === 'memref.dealloc') continue;
    if (!accesses.has(owner.name) || !nest.isAncestorOf(owner)) return false;
  }
  return true;
}

const accesses = new Set(['affine.load', 'affine.store', 'memref.load', 'memref.store']);

/** Whether `op`, or an operation inside it, uses memory that `memref` may share. */
export function touches(op: Operation, memref: Value, options: AliasOptions): boolean {
  let found = false;
  op.walk((inner) => {
    found ||= inner.operands.some((operand) => operand.type.kind === 'memref' && mayAlias(operand, memref, options));
  });
  return found;
}
