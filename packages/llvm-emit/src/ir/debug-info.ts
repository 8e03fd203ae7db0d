import type { MetadataId, MetadataTable } from './metadata.js';

/** Whether a reader keeps what was compiled with `-g`, or passes over it as `opt -strip-debug` does. */
export type DebugInfoMode = 'keep' | 'strip';

/** The attachment that says which line of the source an instruction comes from. */
export const DEBUG_ATTACHMENT = 'dbg';

/** Whether a function is one of LLVM's for debugging, such as `llvm.dbg.declare`. */
export function isDebugIntrinsic(name: string): boolean {
  return name.startsWith('llvm.dbg.');
}

/**
 * Takes debug information out of a table: named nodes for it, the flag of its version, and places in the source among the
 * properties of loops. What nothing refers to any more is not written.
 */
export function stripDebugMetadata(metadata: MetadataTable): void {
  for (const [name, nodes] of [...metadata.named]) {
    if (name.startsWith('llvm.dbg.')) metadata.named.delete(name);
    else metadata.named.set(name, nodes.filter((node) => !isVersionFlag(metadata, node)));
    if (metadata.named.get(name)?.length === 0 && nodes.length > 0) metadata.named.delete(name);
  }
  for (let id = 0; id < metadata.size; id++) {
    const node = metadata.at(id);
    if (node.kind !== 'tuple') continue;
    const operands = node.operands.filter((operand) => operand === undefined || !isDebugNode(metadata, operand));
    if (operands.length < node.operands.length) metadata.define(id, { ...node, operands });
  }
}

function isDebugNode(metadata: MetadataTable, id: MetadataId): boolean {
  const node = metadata.at(id);
  return node.kind === 'specialized';
}

function isVersionFlag(metadata: MetadataTable, id: MetadataId): boolean {
  return metadata.operandsOf(id).some((operand) => {
    const node = operand === undefined ? undefined : metadata.at(operand);
    return node?.kind === 'string' && (node.text === 'Debug Info Version' || node.text === 'Dwarf Version');
  });
}
