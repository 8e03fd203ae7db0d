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
];

function print(text: string, options = {}): string {
  const context = createContext();
  const module = parseModule(new SourceFile('-', text), context);
  verifyModule(module, context);
  return printModule(module, options);
}

const inFunction = (args: string, body: string): string => `func.func @f(${args}) {\n${body}\nreturn\n}`;

describe.each(rows)('%s', (_, args, other, current) => {
  test('is printed as LLVM 19 spells it', () => {
    const expected = print(inFunction(args.replace('offset: ?, strides: [4, 1]', 'strided<[4, 1], offset: ?>'), current));
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
