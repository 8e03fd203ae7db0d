import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext } from '../src/dialects/dialect-registry.js';
import { printModule } from '../src/printer/print-module.js';
import { SourceFile } from '../src/source/source-file.js';
import { parseModule } from '../src/syntax/module-parser.js';

/** Function bodies with one mistake each, and what is said of it. `%f`, `%i`, `%b`, `%x`, `%m`, `%v`, `%s` are arguments. */
const mistakes: readonly (readonly [string, string])[] = [
  ['"arith.addf"(%i, %i) : (i32, i32) -> i32', "'arith.addf' op operand #0 must be floating-point-like, but got 'i32'"],
  ['"arith.addf"(%f, %f) : (f32, f32) -> i32', "'arith.addf' op result #0 must be floating-point-like, but got 'i32'"],
  ['"arith.addi"(%i, %x) : (i32, index) -> i32', "'arith.addi' op requires the same type for all operands and results"],
  ['"arith.addi"(%i) : (i32) -> i32', "'arith.addi' op expected 2 operands, but found 1"],
  ['"arith.negf"() : () -> f32', "'arith.negf' op requires a single operand"],
  ['"arith.addi"(%i, %i) : (i32, i32) -> ()', "'arith.addi' op requires one result"],
  ['"arith.addui_extended"(%i, %i) : (i32, i32) -> (i32)', "'arith.addui_extended' op expected 2 results"],
  ['"memref.store"(%f) : (f32) -> ()', "'memref.store' op expected 2 or more operands, but found 1"],
  ['"memref.load"(%m, %i) : (memref<?xf32>, i32) -> f32', "'memref.load' op operand #1 must be variadic of index, but got 'i32'"],
  ['"memref.load"(%m, %x) : (memref<?xf32>, index) -> i32', "'memref.load' op failed to verify that result type matches element type of 'memref'"],
  ['"arith.cmpi"(%i, %i) : (i32, i32) -> i1', "'arith.cmpi' op requires attribute 'predicate'"],
  ['"arith.cmpi"(%i, %i) {predicate = 77 : i64} : (i32, i32) -> i1',
    "'arith.cmpi' op attribute 'predicate' failed to satisfy constraint: allowed 64-bit signless integer cases: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"],
  ['"arith.cmpi"(%i, %i) {predicate = 0 : i64} : (i32, i32) -> i32', "'arith.cmpi' op result #0 must be bool-like, but got 'i32'"],
  ['"arith.cmpi"(%v, %v) {predicate = 0 : i64} : (vector<4xi32>, vector<4xi32>) -> i1',
    "'arith.cmpi' op failed to verify that result type has i1 element type and same shape as operands"],
  ['"arith.constant"() {value = 1 : i32} : () -> i64', "'arith.constant' op failed to verify that all of {value, result} have same type"],
  ['"arith.mulsi_extended"(%i, %i) : (i32, i32) -> (i32, i64)',
    "'arith.mulsi_extended' op failed to verify that all of {lhs, rhs, low, high} have same type"],
  ['"arith.extsi"(%v) : (vector<4xi32>) -> i64', "'arith.extsi' op requires the same shape for all operands and results"],
  ['"arith.extf"(%f) : (f32) -> f16', "'arith.extf' op operand type 'f32' and result type 'f16' are cast incompatible"],
  ['"arith.index_cast"(%i) : (i32) -> i64', "'arith.index_cast' op operand type 'i32' and result type 'i64' are cast incompatible"],
  ['"memref.alloc"(%x) {operandSegmentSizes = array<i32: 2, 0>} : (index) -> memref<?xf32>',
    "'memref.alloc' op operand count (1) does not match with the total size (2) specified in attribute 'operandSegmentSizes'"],
  ['"memref.alloc"(%x) {alignment = -4 : i64, operandSegmentSizes = array<i32: 1, 0>} : (index) -> memref<?xf32>',
    "'memref.alloc' op attribute 'alignment' failed to satisfy constraint: 64-bit signless integer attribute whose minimum value is 0"],
  ['"scf.yield"() : () -> ()', "'scf.yield' op expects parent op to be one of 'scf.execute_region, scf.for, scf.if, scf.index_switch, scf.while'"],
  ['"memref.alloca_scope"() ({}, {}) : () -> ()', "'memref.alloca_scope' op requires one region"],
  ['"memref.alloca_scope"() ({}) : () -> ()',
    "'memref.alloca_scope' op region #0 ('bodyRegion') failed to verify constraint: region with 1 blocks"],
  ['"cf.br"() : () -> ()', "'cf.br' op requires 1 successor but found 0"],
  ['"vector.fma"(%v, %v, %v) : (vector<4xi32>, vector<4xi32>, vector<4xi32>) -> vector<4xi32>',
    "'vector.fma' op operand #0 must be vector of floating-point values, but got 'vector<4xi32>'"],
  ['"tensor.rank"(%m) : (memref<?xf32>) -> index', "'tensor.rank' op operand #0 must be tensor of any type values, but got 'memref<?xf32>'"],
  ['"memref.dim"(%s, %x) : (memref<f32>, index) -> index',
    "'memref.dim' op operand #0 must be unranked.memref of any type values or non-0-ranked.memref of any type values, but got 'memref<f32>'"],
  ['"llvm.add"(%x, %x) : (index, index) -> index',
    "'llvm.add' op operand #0 must be signless integer or LLVM dialect-compatible vector of signless integer, but got 'index'"],
];

function source(body: string): string {
  return `func.func @f(%f: f32, %i: i32, %b: i1, %x: index, %m: memref<?xf32>, %v: vector<4xi32>, %s: memref<f32>) {\n  ${body}\n  return\n}\n`;
}

/** The complaints of the definitions, operations in order. */
function complaints(text: string): string[] {
  const found: string[] = [];
  parseModule(new SourceFile('mistake.mlir', text), createContext()).walk((op) => {
    found.push(...(op.definition?.verify?.(op) ?? []).map(({ message }) => message));
  });
  return found;
}

describe('verification from the tables', () => {
  test.each(mistakes)('%s', (body, message) => {
    expect(complaints(source(body))).toEqual([message]);
  });

  test('complaints are about the line of the operation', () => {
    let line = 0;
    parseModule(new SourceFile('mistake.mlir', source('"arith.negf"() : () -> f32')), createContext()).walk((op) => {
      const range = op.definition?.verify?.(op)[0]?.range;
      if (range !== undefined) line = range.file.positionAt(range.start).line;
    });
    expect(line).toBe(2);
  });

  test('attributes with a default appear when nobody writes them', () => {
    const module = parseModule(new SourceFile('d.mlir', source('%0 = arith.addf %f, %f : f32')), createContext());
    expect(printModule(module, { generic: true })).toContain('"arith.addf"(%arg0, %arg0) <{fastmath = #arith.fastmath<none>}>');
  });

  test('equal enum attributes are one object however they are written', () => {
    const context = createContext();
    expect(context.dialectAttr('arith', 'fastmath<ninf, nnan>')).toBe(context.dialectAttr('arith', 'fastmath<nnan,ninf>'));
    expect(context.dialectAttr('arith', 'overflow<nuw,nsw>').body).toBe('overflow<nsw, nuw>');
    expect(context.dialectAttr('llvm', 'fastmath<reassoc, nnan, ninf, nsz, arcp, contract, afn>').body).toBe('fastmath<fast>');
    expect(context.dialectAttr('index', '<cmp_predicate  eq>').body).toBe('<cmp_predicate eq>');
    expect(context.dialectAttr('arith', 'fastmath<sloppy>').body).toBe('fastmath<sloppy>');
  });
});

describeWithOracles('verification beside mlir-opt', ['mlir-opt-19'], () => {
  test.each(mistakes)('%s', (body, message) => {
    const { status, stderr } = askOracle('mlir-opt-19', ['-'], source(body));
    expect(status).not.toBe(0);
    expect(stderr.split('\n')[0]?.replace(/^.*?: error: /, '')).toBe(message);
  });
});
