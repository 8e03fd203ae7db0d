import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext } from '../src/dialects/dialect-registry.js';
import { dialectTable, tableDialects } from '../src/dialects/dialect-table.js';
import type { OpAsmParser } from '../src/ir/op-asm-parser.js';
import type { OpAsmPrinter } from '../src/ir/op-asm-printer.js';
import type { Operation } from '../src/ir/operation.js';
import { printModule } from '../src/printer/print-module.js';
import { SourceFile } from '../src/source/source-file.js';
import { parseModule } from '../src/syntax/module-parser.js';

const directory = join(import.meta.dirname, 'formats');
const files = readdirSync(directory).sort();

/** `make` once for each argument. */
function remembered<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const value = known.get(name) ?? make(name);
    known.set(name, value);
    return value;
  };
}

const parse = remembered((name) => parseModule(new SourceFile(name, readFileSync(join(directory, name))), createContext()));
const genericByMlirOpt = remembered((name) => askOracle('mlir-opt-19', ['--mlir-print-op-generic', join(directory, name)]).stdout);

function operationsIn(module: Operation): Operation[] {
  const operations: Operation[] = [];
  module.walk((op) => void operations.push(op));
  return operations;
}

describe('declarative formats', () => {
  test.each(files)('%s prints as text that parses to the same', (name) => {
    const text = printModule(parse(name));
    const again = parseModule(new SourceFile(name, text), createContext());
    expect(printModule(again)).toBe(text);
    expect(printModule(again, { generic: true })).toBe(printModule(parse(name), { generic: true }));
  });

  test.each(files)('%s verifies', (name) => {
    const complaints = operationsIn(parse(name)).flatMap((op) => op.definition?.verify?.(op) ?? []);
    expect(complaints.map(({ message }) => message)).toEqual([]);
  });

  /** The full names of the operations with a declarative format. */
  const declarative = (dialect: string): string[] =>
    dialectTable(dialect).ops.filter(({ format }) => Array.isArray(format)).map(({ name }) => `${dialect}.${name}`);

  test('the files have every declarative operation of these dialects', () => {
    const seen = new Set(files.flatMap((name) => operationsIn(parse(name)).map((op) => op.name)));
    const dialects = ['affine', 'arith', 'bufferization', 'builtin', 'cf', 'complex', 'func', 'index', 'math', 'memref', 'scf', 'tensor', 'ub', 'vector'];
    // vector.yield ends regions of operations with hand-written formats only.
    expect(dialects.flatMap(declarative).filter((name) => !seen.has(name))).toEqual(['vector.yield']);
  });

  test.each(tableDialects)('every declarative format of %s compiles', (dialect) => {
    // A format is compiled when first used, which finds unknown directives, variables and anchors. What uses it stops at once.
    class Reached extends Error {}
    const stop = new Proxy({}, { get: () => { throw new Reached(); } });
    const context = createContext();
    for (const name of declarative(dialect)) {
      const assembly = context.operation(name)?.assembly;
      if (assembly === undefined) continue; // the next test counts these
      expect(() => assembly?.parse(stop as OpAsmParser)).toThrow(Reached);
      expect(() => assembly?.print(stop as Operation, stop as OpAsmPrinter)).toThrow(Reached);
    }
  });
});

test('operations that only have their generic form here, for want of directives that C++ defines', () => {
  const context = createContext();
  const missing = tableDialects.flatMap((dialect) => {
    const without = dialectTable(dialect).ops.filter(({ name, format }) => format !== undefined && context.operation(`${dialect}.${name}`)?.assembly === undefined);
    return without.length === 0 ? [] : [[dialect, without.length]];
  });
  expect(Object.fromEntries(missing)).toMatchSnapshot();
});

describeWithOracles('declarative formats beside mlir-opt', ['mlir-opt-19'], () => {
  test.each(files)('%s prints the same', (name) => {
    const { status, stdout, stderr } = askOracle('mlir-opt-19', [join(directory, name)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(printModule(parse(name)).trimEnd()).toBe(stdout.trimEnd());
  });

  test.each(files)('%s prints the same in generic form', (name) => {
    expect(printModule(parse(name), { generic: true }).trimEnd()).toBe(genericByMlirOpt(name).trimEnd());
  });

  test.each(files)('%s parses from the generic form', (name) => {
    const module = parseModule(new SourceFile(name, genericByMlirOpt(name)), createContext());
    expect(printModule(module)).toBe(printModule(parse(name)));
  });
});
