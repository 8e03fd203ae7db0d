import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext, parseModule, printModule, SourceFile, verifyModule } from '../src/index.js';

/** What changed, a body of a function in another version's spelling, and the same in that of LLVM 19. */
const rows: readonly (readonly [change: string, args: string, other: string, current: string])[] = [
  ['std.br', '', 'br ^a\n^a:', 'cf.br ^a\n^a:'],
  ['std.cond_br', '%c: i1', 'cond_br %c, ^a, ^a\n^a:', 'cf.cond_br %c, ^a, ^a\n^a:'],
  ['std.select', '%c: i1', '%0 = select %c, %c, %c : i1', '%0 = arith.select %c, %c, %c : i1'],
  ['std.assert', '%c: i1', 'assert %c, "no"', 'cf.assert %c, "no"'],
  ['std.splat', '%a: f32', '%0 = splat %a : vector<4xf32>', '%0 = vector.splat %a : vector<4xf32>'],
  ['std.constant', '', '%0 = "std.constant"() {value = 1 : i32} : () -> i32', '%0 = arith.constant 1 : i32'],
  ['branch weights', '%c: i1', 'cf.cond_br %c weights([1, 2]), ^a, ^a\n^a:', 'cf.cond_br %c, ^a, ^a {branch_weights = array<i32: 1, 2>}\n^a:'],
  ['arith.maxf', '%a: f32', '%0 = arith.maxf %a, %a : f32', '%0 = arith.maximumf %a, %a : f32'],
  ['arith.minf', '%a: f32', '%0 = arith.minf %a, %a fastmath<fast> : f32', '%0 = arith.minimumf %a, %a fastmath<fast> : f32'],
  ['vector kind maxf', '%v: vector<4xf32>', '%0 = vector.reduction <maxf>, %v : vector<4xf32> into f32', '%0 = vector.reduction <maximumf>, %v : vector<4xf32> into f32'],
  ['vector kind in quotes', '%v: vector<4xf32>', '%0 = vector.reduction "add", %v : vector<4xf32> into f32', '%0 = vector.reduction <add>, %v : vector<4xf32> into f32'],
  ['atomic kind maxf', '%m: memref<f32>, %a: f32', '%0 = memref.atomic_rmw maxf %a, %m[] : (f32, memref<f32>) -> f32', '%0 = memref.atomic_rmw maximumf %a, %m[] : (f32, memref<f32>) -> f32'],
  ['exact', '%a: i32', '%0 = arith.divsi %a, %a exact : i32', '%0 = arith.divsi %a, %a {isExact} : i32'],
  ['math.abs', '%a: f32', '%0 = math.abs %a : f32', '%0 = math.absf %a : f32'],
  ['memref strides', '%m: memref<4x4xf32, offset: ?, strides: [4, 1], 1>', '', ''],
  ['expand_shape', '%m: memref<8x4xf32>', '%0 = memref.expand_shape %m [[0, 1], [2]] : memref<8x4xf32> into memref<4x2x4xf32>', '%0 = memref.expand_shape %m [[0, 1], [2]] output_shape [4, 2, 4] : memref<8x4xf32> into memref<4x2x4xf32>'],
  ['expand_shape of tensors', '%m: tensor<8xf32>', '%0 = tensor.expand_shape %m [[0, 1]] : tensor<8xf32> into tensor<4x2xf32>', '%0 = tensor.expand_shape %m [[0, 1]] output_shape [4, 2] : tensor<8xf32> into tensor<4x2xf32>'],
  ['foreach_thread', '%n: index', 'scf.foreach_thread (%i) in (%n) {\n}', 'scf.forall (%i) in (%n) {\n}'],
  ['no_inline', '', 'scf.execute_region no_inline {\nscf.yield\n}', 'scf.execute_region {\nscf.yield\n} {no_inline}'],
  ['vector.extract', '%v: vector<4x3xf32>', '%0 = vector.extract %v[0] : vector<4x3xf32>\n%1 = vector.extract %v[0, 1] : vector<4x3xf32>', '%0 = vector.extract %v[0] : vector<3xf32> from vector<4x3xf32>\n%1 = vector.extract %v[0, 1] : f32 from vector<4x3xf32>'],
  ['llvm.mlir.null', '', '%0 = llvm.mlir.null : !llvm.ptr', '%0 = llvm.mlir.zero : !llvm.ptr'],
  ['positions with types', '%s: !llvm.struct<(i32, f32)>', '%0 = llvm.extractvalue %s[0 : i32] : !llvm.struct<(i32, f32)>', '%0 = llvm.extractvalue %s[0] : !llvm.struct<(i32, f32)>'],
  ['GEP flags', '%p: !llvm.ptr', '%0 = llvm.getelementptr inbounds|nuw %p[1] : (!llvm.ptr) -> !llvm.ptr, f32', '%0 = llvm.getelementptr inbounds %p[1] {nuw} : (!llvm.ptr) -> !llvm.ptr, f32'],
  ['to_buffer', '%t: tensor<4xf32>', '%0 = bufferization.to_buffer %t : tensor<4xf32> to memref<4xf32>', '%0 = bufferization.to_memref %t : memref<4xf32>'],
  ['to_tensor', '%m: memref<4xf32>', '%0 = bufferization.to_tensor %m restrict : memref<4xf32> to tensor<4xf32>', '%0 = bufferization.to_tensor %m restrict : memref<4xf32>'],
  ['func without its dialect', '', 'func.call @f() : () -> ()', 'call @f() : () -> ()'],
  ['affine.parallel reduce', '%m: memref<8xf32>', '%0 = affine.parallel (%i) = (0) to (8) reduce ("maxf") -> (f32) {\n%1 = affine.load %m[%i] : memref<8xf32>\naffine.yield %1 : f32\n}', '%0 = affine.parallel (%i) = (0) to (8) reduce ("maximumf") -> (f32) {\n%1 = affine.load %m[%i] : memref<8xf32>\naffine.yield %1 : f32\n}'],
  ['fastmath', '%a: f32', '%0 = arith.cmpf oeq, %a, %a : f32', '%0 = arith.cmpf oeq, %a, %a fastmath<none> : f32'],
  ['overflow of trunci', '%a: i32', '%0 = arith.trunci %a overflow<nsw> : i32 to i16', '%0 = arith.trunci %a {overflowFlags = #arith.overflow<nsw>} : i32 to i16'],
  ['linalg.init_tensor', '%n: index', '%0 = linalg.init_tensor [4, %n] : tensor<4x?xf32>', '%0 = tensor.empty(%n) : tensor<4x?xf32>'],
  ['scf.reduce', '%n: index, %z: f32', 'scf.parallel (%i) = (%n) to (%n) step (%n) init (%z) -> f32 {\nscf.reduce(%z) : f32 {\n^bb0(%l: f32, %r: f32):\nscf.reduce.return %l : f32\n}\nscf.yield\n}', 'scf.parallel (%i) = (%n) to (%n) step (%n) init (%z) -> f32 {\nscf.reduce(%z : f32) {\n^bb0(%l: f32, %r: f32):\nscf.reduce.return %l : f32\n}\n}'],
  ['unsigned loops', '%n: i32', 'scf.for unsigned %i = %n to %n step %n : i32 {\n}', 'scf.for %i = %n to %n step %n : i32 {\n} {unsignedCmp}'],
  ['composed layouts', '%m: memref<4x4xf32, affine_map<(d0, d1) -> (d1, d0)>, affine_map<(d0, d1) -> (d0 + 1, d1)>, "x">', '', ''],
];

function print(text: string, options = {}): string {
  const context = createContext();
  const module = parseModule(new SourceFile('-', text), context);
  verifyModule(module, context);
  return printModule(module, options);
}

const inFunction = (args: string, body: string): string => `func.func @f(${args}) {\n${body}\nreturn\n}`;

/** The arguments of a row with their types in the spelling of LLVM 19. */
const currentTypes = (args: string): string =>
  args.replace('offset: ?, strides: [4, 1]', 'strided<[4, 1], offset: ?>').replace('affine_map<(d0, d1) -> (d1, d0)>, ', '');

/** What every version has that has it at all, and what only version 22 has. */
const unchanged: readonly (readonly [what: string, args: string, body: string])[] = [
  ['bare call and return', '', 'call @f() : () -> ()'],
  ['branches and select', '%c: i1', '%0 = arith.select %c, %c, %c : i1\ncf.cond_br %c, ^a, ^a\n^a:'],
  ['cf.switch', '%a: i32', 'cf.switch %a : i32, [\ndefault: ^a\n]\n^a:'],
  ['overflow', '%a: i32', '%0 = arith.addi %a, %a overflow<nsw> : i32'],
  ['rounding', '%a: f32', '%0 = arith.truncf %a to_nearest_even : f32 to f16'],
  ['extended arithmetic', '%a: i32', '%0 = arith.index_castui %a : i32 to index\n%1, %2 = arith.addui_extended %a, %a : i32, i1\n%3, %4 = arith.mulsi_extended %a, %a : i32'],
  ['math', '%a: f32, %i: i32', '%0 = math.ipowi %i, %i : i32\n%1 = math.fpowi %a, %i : f32, i32\n%2 = math.roundeven %a : f32\n%3 = math.acos %a : f32'],
  ['math of 22', '%a: f32', '%0 = math.isnan %a : f32\n%1, %2 = math.sincos %a : f32\n%3 = math.clampf %a to [%a, %a] : f32'],
  ['delinearize_index', '%n: index', '%0:2 = affine.delinearize_index %n into (%n, %n) : index, index'],
  ['linearize_index of 22', '%n: index', '%0 = affine.linearize_index [%n, %n] by (4, 4) : index'],
  ['affine_set', '%n: index', 'affine.if affine_set<(d0) : (d0 >= 1)>(%n) {\n}'],
  ['layouts and spaces', '%m: memref<4x4xf32, strided<[?, 1], offset: ?>, 1>, %x: memref<4xf32, "x">', ''],
  ['assume_alignment', '%m: memref<4xf32>', 'memref.assume_alignment %m, 16 : memref<4xf32>'],
  ['strided metadata', '%m: memref<?xf32>', '%0, %1, %2, %3 = memref.extract_strided_metadata %m : memref<?xf32> -> memref<f32>, index, index, index'],
  ['loops over integers', '%n: i32', 'scf.for %i = %n to %n step %n : i32 {\n}'],
  ['splat, extractelement, insertelement', '%v: vector<2xf32>, %a: f32, %i: i32', '%0 = vector.splat %a : vector<2xf32>\n%1 = vector.extractelement %v[%i : i32] : vector<2xf32>\n%2 = vector.insertelement %a, %v[%i : i32] : vector<2xf32>'],
  ['to_elements and from_elements', '%v: vector<2xf32>, %a: f32', '%0:2 = vector.to_elements %v : vector<2xf32>\n%1 = vector.from_elements %a, %a : vector<2xf32>'],
  ['properties', '', '%0 = "arith.constant"() <{value = 1 : i32}> : () -> i32'],
  ['distinct, arrays and resources', '', '"a.b"() {x = distinct[0]<42 : i32>, y = array<i64: 1, 2>, z = dense_resource<r> : tensor<2xi32>} : () -> ()'],
  ['opaque pointers', '%p: !llvm.ptr', '%0 = llvm.load %p : !llvm.ptr -> f32\n%1 = llvm.getelementptr %p[1] : (!llvm.ptr) -> !llvm.ptr, f32'],
  ['overflow in llvm', '%a: i32', '%0 = llvm.add %a, %a overflow<nsw> : i32'],
];

describe.each(unchanged)('%s', (_, args, body) => {
  test.each([19, 22] as const)('is read and printed for version %i', (mlirVersion) => {
    const context = createContext({ mlirVersion });
    const text = printModule(parseModule(new SourceFile('-', inFunction(args, body)), context));
    expect(printModule(parseModule(new SourceFile('-', text), createContext({ mlirVersion })))).toBe(text);
  });
});

test.each([
  ['type aliases', '!t = type i32\nfunc.func @f(%a: !t) { return }'],
  ['ranges as locations', 'func.func @f() { return } loc("f":1:2 to :3)'],
  ['opaque elements', 'func.func @f() { %0 = arith.constant opaque<"elided_large_const", "0xDEADBEEF"> : tensor<4xf32> return }'],
  ['resource sections', 'module {}\n{-# dialect_resources: { builtin: { r: "0x040000000100000002000000" } } #-}'],
])('%s are read', (_, text) => {
  const printed = print(text);
  expect(print(printed)).toBe(printed);
});

/** The same in both spellings, printed for either version. */
const spelled22: readonly (readonly [args: string, body19: string, body22: string])[] = [
  ['%t: tensor<4xf32>', '%0 = bufferization.to_memref %t : memref<4xf32>', '%0 = bufferization.to_buffer %t : tensor<4xf32> to memref<4xf32>'],
  ['%m: memref<4xf32>', '%0 = bufferization.to_tensor %m : memref<4xf32>', '%0 = bufferization.to_tensor %m : memref<4xf32> to tensor<4xf32>'],
  ['%a: f32', '%0 = vector.splat %a : vector<2xf32>', '%0 = vector.broadcast %a : f32 to vector<2xf32>'],
];

describe.each(spelled22)('version 22: %s %s', (args, body19, body22) => {
  const printed = (body: string, mlirVersion: 19 | 22): string =>
    printModule(parseModule(new SourceFile('-', inFunction(args, body)), createContext({ mlirVersion })));
  test('prints its own spelling', () => expect(printed(body19, 22)).toBe(printed(body22, 22)));
  test('which says what is written', () => expect(printed(body22, 22)).toContain(body22.replace(/^%0 = (\S+) .*$/, '$1 ')));
});

describeWithOracles('what is printed for version 22', ['mlir-opt-22', 'mlir-library-22'], () => {
  test('mlir-opt-22 reads', () => {
    const bodies = [...unchanged.filter(([what]) => !/extractelement/.test(what)).map(([, args, body]) => [args, body] as const), ...spelled22.map(([args, , body]) => [args, body] as const)];
    const text = bodies.map(([args, body]) => printModule(parseModule(new SourceFile('-', inFunction(args, body)), createContext({ mlirVersion: 22 })), { localScope: true })).join('\n');
    expect(askOracle('mlir-opt-22', ['--allow-unregistered-dialect'], text).stderr).toBe('');
  });
});

describe.each(rows)('%s', (_, args, other, current) => {
  test('is printed as LLVM 19 spells it', () => {
    const expected = print(inFunction(currentTypes(args), current));
    expect(print(inFunction(args, other))).toBe(expected);
  });
  test('the spelling of LLVM 19 is read as well', () => {
    const text = print(inFunction(args, other));
    expect(print(text)).toBe(text);
  });
});

describeWithOracles('what is printed', ['mlir-opt-19'], () => {
  test('mlir-opt-19 reads as the same', () => {
    const text = rows.map(([, args, other]) => print(inFunction(args, other), { localScope: true })).join('\n');
    const { stderr, stdout } = askOracle('mlir-opt-19', ['--mlir-print-local-scope'], text);
    expect(stderr).toBe('');
    expect(stdout.match(/func\.func/g)).toHaveLength(rows.length);
  });
});

test.each([
  ['func.func @f(%m: memref<?x4xf32>) { %0 = memref.expand_shape %m [[0, 1], [2]] : memref<?x4xf32> into memref<?x2x4xf32> return }', "expected 'output_shape'"],
  ['func.func @f(%v: vector<4xf32>) { %0 = vector.extract %v[0, 1] : vector<4xf32> return }', "expected 'from'"],
  ['func.func @f(%a: i32) { %0 = arith.divsi %a, %a exactly : i32 return }', "expected ':'"],
])('%s is an error', (text, message) => expect(() => print(text)).toThrow(message));
