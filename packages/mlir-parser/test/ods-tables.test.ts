import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOracles } from '../../../test/oracle.js';
import { dialectTable, tableDialects } from '../src/dialects/dialect-table.js';
import type { PredicateTree } from '../src/ods/dialect-table.js';
import { attributePredicates } from '../src/ods/attribute-predicate.js';
import { typePredicates } from '../src/ods/type-predicate.js';
import { typeTransformers } from '../src/ods/type-transformer.js';
import { dialectModules } from '../tools/dialect-modules.js';

const prefix = '/usr/lib/llvm-19';
const generated = join(import.meta.dirname, '../src/dialects/generated');

describe('operation tables', () => {
  /** Operations, and how many of them have a declarative format and a hand-written one upstream. */
  test.each([
    ['affine', 13, 2, 11],
    ['arith', 49, 48, 1],
    ['bufferization', 7, 6, 1],
    ['builtin', 2, 2, 0],
    ['cf', 4, 4, 0],
    ['complex', 28, 28, 0],
    ['func', 5, 4, 1],
    ['index', 26, 26, 0],
    ['linalg', 98, 5, 93],
    ['llvm', 251, 152, 8],
    ['math', 39, 39, 0],
    ['memref', 31, 26, 5],
    ['scf', 12, 5, 7],
    ['tensor', 23, 23, 0],
    ['tosa', 77, 74, 2],
    ['ub', 1, 1, 0],
    ['vector', 45, 39, 6],
  ])('%s has %i operations, %i declarative, %i hand-written', (dialect, all, declarative, handWritten) => {
    const { ops } = dialectTable(dialect);
    expect(ops).toHaveLength(all);
    expect(ops.filter(({ format }) => Array.isArray(format))).toHaveLength(declarative);
    expect(ops.filter(({ format }) => format === 'custom')).toHaveLength(handWritten);
  });

  test('every dialect has one', () => {
    expect(tableDialects).toHaveLength(17);
  });

  test('operations are sorted by name and occur once', () => {
    for (const dialect of tableDialects) {
      const names = dialectTable(dialect).ops.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)].sort());
    }
  });

  test('every type that a format leaves out comes from somewhere that the interpreter knows', () => {
    for (const dialect of tableDialects)
      for (const op of dialectTable(dialect).ops)
        for (const rule of op.types ?? []) {
          const transformer = rule?.split(' ')[1];
          if (transformer !== undefined) expect(typeTransformers).toHaveProperty(transformer);
        }
  });

  test('the C++ that no predicate interprets stays the same: such constraints are not verified', () => {
    const unknown = new Set<string>();
    const visit = (tree: PredicateTree, knows: (leaf: string) => boolean, knowsElement = knows): void => {
      if (typeof tree === 'string') {
        if (tree !== 'true' && !knows(tree)) unknown.add(tree);
      } else if (tree[0] === 'on') visit(tree[2], knowsElement, knowsElement);
      else for (const child of tree.slice(1)) visit(child, knows, knowsElement);
    };
    const knowsType = (leaf: string): boolean => {
      const predicate = typePredicates.leaf(leaf);
      const className = /^isa<(\w+)>\(\$_self\)$/.exec(leaf);
      return predicate !== undefined && (className === null || predicate({ kind: 'none', id: 0 }) !== undefined);
    };
    for (const dialect of tableDialects) {
      const current = dialectTable(dialect);
      for (const { predicate } of current.typeConstraints) visit(predicate, knowsType);
      for (const record of current.attributeConstraints)
        visit(record.predicate, (leaf) => attributePredicates(record, current).leaf(leaf) !== undefined || knowsType(leaf));
    }
    expect([...unknown].sort()).toMatchSnapshot();
  });
});

describeWithOracles('generated files', ['llvm-tblgen-19', 'mlir-ods-19'], () => {
  test('are what the generator makes of the ODS records', () => {
    for (const [dialect, text] of dialectModules(prefix))
      expect(readFileSync(join(generated, `${dialect}-table.ts`), 'utf8') === text ? dialect : `${dialect} differs`).toBe(dialect);
  });
});
