import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialectTable } from '../src/dialects/dialect-table.js';
import {
  AffineForOp, AffineIfOp, AffineLoadOp, AffineYieldOp, ArithAddfOp, ArithCmpiOp, ArithConstantOp, createContext, FuncFuncOp, MemrefAllocOp, OpView, parseModule,
  printModule, SourceFile, type Operation, type OpViewClass,
} from '../src/index.js';
import * as exported from '../src/index.js';
import { classDialects, opClassesModule } from '../tools/op-classes.js';

const source = `func.func private @f(%n: index) -> f32 {
  %zero = arith.constant 0.0 : f32
  %m = memref.alloc(%n) {alignment = 16 : i64} : memref<?x4xf32>
  %sum = affine.for %i = 0 to %n step 2 iter_args(%acc = %zero) -> (f32) {
    %x = affine.load %m[%i, 3] : memref<?x4xf32>
    %next = arith.addf %acc, %x : f32
    affine.yield %next : f32
  }
  return %sum : f32
}`;

const context = createContext();

function first<T extends OpView>(module: Operation, view: OpViewClass<T>): T {
  let found: T | undefined;
  module.walk((op) => {
    if (op.name === view.operationName) found ??= new view(op);
  });
  if (found === undefined) throw new Error(`no ${view.operationName}`);
  return found;
}

describe('classes of operations', () => {
  test.each(classDialects)('%s: are what the generator makes of the table', (dialect) => {
    const path = join(import.meta.dirname, `../src/ops/generated/${dialect}-ops.ts`);
    expect(readFileSync(path, 'utf8') === opClassesModule(dialectTable(dialect)) ? 'same' : `${dialect}: run npm run generate-op-classes`).toBe('same');
  });

  test('every operation of these dialects has one, which the package exports', () => {
    const names = Object.values(exported).flatMap((value) =>
      typeof value === 'function' && value.prototype instanceof OpView ? [(value as unknown as OpViewClass<OpView>).operationName] : []);
    const wanted = classDialects.flatMap((dialect) => dialectTable(dialect).ops.map(({ name }) => `${dialect}.${name}`));
    expect(names.sort()).toEqual(wanted.sort());
  });

  test('name operands, results, attributes and regions', () => {
    const module = parseModule(new SourceFile('views.mlir', source), context);
    const loop = first(module, AffineForOp);
    expect(loop.lowerBoundOperands).toEqual([]);
    expect(loop.upperBoundOperands).toEqual([first(module, FuncFuncOp).body.entry?.arguments[0]]);
    expect(loop.inits).toEqual([first(module, ArithConstantOp).result]);
    expect(loop.step.value).toBe(2n);
    expect(loop.upperBoundMap.map.numSymbols).toBe(1);
    expect(loop.results[0].uses().next().value?.owner.name).toBe('func.return');
    const load = first(module, AffineLoadOp);
    expect(load.memref).toBe(first(module, MemrefAllocOp).memref);
    expect(load.indices).toEqual([loop.region.entry?.arguments[0]]);
    expect(first(module, MemrefAllocOp).dynamicSizes).toHaveLength(1);
    expect(first(module, FuncFuncOp).symVisibility?.value).toBe('private');
    expect(first(module, AffineYieldOp).operands).toEqual([first(module, ArithAddfOp).result]);
  });

  test('set operands and attributes', () => {
    const module = parseModule(new SourceFile('views.mlir', source), context);
    const loop = first(module, AffineForOp);
    loop.step = context.indexAttr(3);
    const sum = first(module, ArithAddfOp);
    sum.rhs = sum.lhs;
    first(module, FuncFuncOp).symVisibility = undefined;
    first(module, MemrefAllocOp).alignment = undefined;
    const text = printModule(module);
    expect(text).toContain('step 3');
    expect(text).toContain('arith.addf %arg2, %arg2 : f32');
    expect(text).toContain('func.func @f');
    expect(text).toContain('memref.alloc(%arg0) : memref<?x4xf32>');
  });

  test('are for their operation only, and complain of what it lacks', () => {
    const module = parseModule(new SourceFile('views.mlir', source), context);
    expect(AffineForOp.from(module)).toBeUndefined();
    expect(AffineForOp.from(undefined)).toBeUndefined();
    expect(() => new AffineIfOp(module)).toThrow("'builtin.module' is no 'affine.if'");
    const broken = exported.buildOperation(context, 'arith.cmpi', {});
    expect(() => new ArithCmpiOp(broken).predicate).toThrow("'arith.cmpi' lacks its attribute 'predicate'");
    expect(() => new ArithCmpiOp(broken).result).toThrow("'arith.cmpi' lacks its 'result'");
    broken.setAttribute('predicate', context.unitAttr);
    expect(() => new ArithCmpiOp(broken).predicate).toThrow("attribute 'predicate' of 'arith.cmpi' is a unit, not a integer");
  });
});
