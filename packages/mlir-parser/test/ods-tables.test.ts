import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOracle } from '../../../scripts/oracles.js';
import { describeWithOracles } from '../../../test/oracle.js';
import { changesOf, dialectTable, tableDialects } from '../src/dialects/dialect-table.js';
import type { PredicateTree } from '../src/ods/dialect-table.js';
import { attributePredicates } from '../src/ods/attribute-predicate.js';
import { typePredicates } from '../src/ods/type-predicate.js';
import { typeTransformers } from '../src/ods/type-transformer.js';
import { changesModule, dialectModules, installedAt, tablesModule } from '../tools/dialect-modules.js';
import { linalgStructuresModule } from '../tools/linalg-structures.js';

const prefix = '/usr/lib/llvm-19';
/** The dialects whose operations are verified in all that their tables say; of the others, what is known to hold is. */
const verifiedDialects = [
  'affine', 'arith', 'bufferization', 'builtin', 'cf', 'complex', 'func', 'index', 'linalg', 'llvm', 'math', 'memref', 'scf', 'tensor', 'tosa', 'ub', 'vector',
];
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

  test('every dialect of upstream has one', () => {
    expect(tableDialects).toHaveLength(45);
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
    for (const dialect of verifiedDialects) {
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
    const modules = dialectModules(prefix);
    for (const [dialect, text] of modules)
      expect(readFileSync(join(generated, `${dialect}-table.ts`), 'utf8') === text ? dialect : `${dialect} differs`).toBe(dialect);
    expect(readFileSync(join(generated, 'dialect-tables.ts'), 'utf8')).toBe(tablesModule([...modules.keys()]));
    expect(readFileSync(join(generated, 'linalg-structures.ts'), 'utf8')).toBe(linalgStructuresModule(prefix));
  });
});

describeWithOracles('what version 22 changes', ['llvm-tblgen-19', 'mlir-ods-19', 'llvm-tblgen-22', 'mlir-ods-22'], () => {
  test('is what the generator makes of the records of both', () => {
    const include = dirname(dirname(dirname(findOracle('mlir-ods-22') ?? '')));
    const llvm22 = { tblgen: findOracle('llvm-tblgen-22') ?? '', include };
    expect(readFileSync(join(generated, 'changes-in-22.ts'), 'utf8')).toBe(changesModule(installedAt(prefix), llvm22));
  });
});

describe('what version 22 changes', () => {
  /** Operations that are new or spelled otherwise there, and those that are gone. */
  test.each([
    ['arith', ['divsi', 'divui', 'scaling_extf', 'scaling_truncf', 'shrsi', 'shrui', 'trunci'], []],
    ['bufferization', ['to_buffer', 'to_tensor'], ['to_memref']],
    ['cf', ['cond_br'], []],
    ['math', ['clampf', 'erfc', 'isfinite', 'isinf', 'isnan', 'isnormal', 'sincos'], []],
    ['tensor', [], ['pack', 'unpack']],
  ])('in %s', (dialect, changed, removed) => {
    const changes = changesOf(dialect);
    expect(changes?.table.ops.map(({ name }) => name)).toEqual(changed);
    expect(changes?.removed).toEqual(removed);
  });
});
