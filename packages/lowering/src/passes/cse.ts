/*
 * Common subexpression elimination: of two pure operations with the same operands and attributes, one
 * of which dominates the other, the later takes the results of the earlier.
 *
 *   %0 = arith.addi %a, %b : index                %0 = arith.addi %a, %b : index
 *   %1 = arith.addi %a, %b : index       →        "use"(%0, %0)
 *   "use"(%0, %1)
 */
import type { Block, Operation, Value } from '@mlir2zk/mlir-parser';
import { definePass } from '../pass/pass.js';
import { isPure, isTriviallyDead } from '../rewrite/dead-operations.js';

export const cse = definePass({
  name: 'cse',
  summary: 'Removes pure operations that compute what another one has computed before.',
  run(op) {
    new SubexpressionTable().visitRegions(op, undefined);
  },
});

/** The operations that are available at some place, by what they compute; inner scopes see outer ones. */
interface Scope {
  readonly known: Map<string, Operation>;
  readonly outer: Scope | undefined;
}

class SubexpressionTable {
  private readonly valueIds = new Map<Value, number>();

  visitRegions(op: Operation, scope: Scope | undefined): void {
    // What is isolated from above must not use values from outside.
    const outer = op.definition?.traits.has('IsolatedFromAbove') === true ? undefined : scope;
    for (const region of op.regions) {
      // Only in a single block does every operation dominate those after it.
      const shared = region.blocks.length === 1;
      for (const block of region.blocks) this.visitBlock(block, { known: new Map(), outer: shared ? outer : undefined });
    }
  }

  private visitBlock(block: Block, scope: Scope): void {
    for (const op of block.operations()) {
      if (isTriviallyDead(op)) {
        op.erase();
        continue;
      }
      this.visitRegions(op, scope);
      if (!isPure(op) || op.results.length === 0) continue;
      const key = this.key(op);
      const earlier = lookUp(scope, key);
      if (earlier === undefined) {
        scope.known.set(key, op);
        continue;
      }
      for (const [index, result] of op.results.entries()) result.replaceAllUsesWith(earlier.result(index));
      op.erase();
    }
  }

  /** Equal for operations that compute the same. Types and attributes are uniqued, so their ids tell them apart. */
  private key(op: Operation): string {
    const attributes = [...op.properties, ...op.attributes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, attribute]) => `${name}=${attribute.id}`);
    const operands = op.operands.map((value) => this.idOf(value));
    const types = op.results.map(({ type }) => type.id);
    return `${op.name}(${operands.join()}){${attributes.join()}}:${types.join()}`;
  }

  private idOf(value: Value): number {
    let id = this.valueIds.get(value);
    if (id === undefined) {
      id = this.valueIds.size;
      this.valueIds.set(value, id);
    }
    return id;
  }
}

function lookUp(scope: Scope | undefined, key: string): Operation | undefined {
  for (let at = scope; at !== undefined; at = at.outer) {
    const found = at.known.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}
