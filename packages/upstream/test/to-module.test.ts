import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, DiagnosticError, parseModule, printModule, SourceFile, verifyModule } from '@mlir2zk/mlir-parser';
import { toModule } from '@mlir2zk/upstream';
import { loadMlir, type Mlir } from 'mlir-js-bindings';

const root = join(import.meta.dirname, '../../..');
const mlirFiles = (directory: string): string[] =>
  readdirSync(join(root, directory), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mlir')).map((path) => join(directory, path));
/** Of LLVM's tests, those that are one valid module. */
const isOneModule = (path: string): boolean => !/\n\/\/ -----|-verify-diagnostics/.test(readFileSync(join(root, path), 'utf8'));
const files = ['examples', 'packages/upstream/test/inputs', 'wasm/test/llvm-19-mlir-test'].flatMap(mlirFiles).filter(isOneModule).sort();

describe('a module of upstream becomes one of mlir2zk without printing', () => {
  let mlir: Mlir;
  beforeAll(async () => void (mlir = await loadMlir()));

  let compared = 0;
  it.each(files)('%s', (path) => {
    const source = new SourceFile(path, readFileSync(join(root, path)));
    let operation;
    try {
      using module = mlir.parse(source.bytes, { fileName: path, allowUnregisteredDialects: true });
      operation = module.toOperation();
    } catch {
      return; // a test of a pass that takes flags, or of what is no valid module
    }
    const expected = parseModule(source, createContext());
    if (source.text(0, source.bytes.length).includes('distinct[')) {
      expect(() => toModule(operation, createContext())).toThrow(/is distinct from others with the same text/);
      return;
    }
    const context = createContext();
    const made = toModule(operation, context);
    verifyModule(made, context);
    for (const printing of [{}, { generic: true, debugInfo: true }]) expect(printModule(made, printing)).toBe(printModule(expected, printing));
    compared += 1;
  });

  it('for most files', () => {
    expect(compared).toBeGreaterThan(40);
  });

  it('with every kind of attribute and location', () => {
    const text = `"x.y"() {
  a = unit, b = -7 : i32, c = true, d = 255 : ui8, e = 1.5 : f16, f = 0x7FC00001 : f32, g = "\\C3\\A4\\0A", h = "\\FF", i = "t" : i3,
  j = [1 : i8, {k = @a::@b}], k = memref<2x?xf32, strided<[?, 1]>>, l = dense<[1, -2, 3]> : tensor<3xi24>,
  m = dense<true> : tensor<9xi1>, n = dense<[true, false, true, true, false, false, false, true, true]> : tensor<9xi1>,
  o = array<i1: true, false>, p = array<f64: 1.0>, q = affine_map<(d0) -> (d0 + 1)>, r = affine_set<(d0) : (d0 >= 0)>,
  s = dense<(1.0, 2.0)> : tensor<2xcomplex<f32>>, t = dense<"ab"> : tensor<2x!x.string>, "ä" = sparse<[[0]], [1.0]> : tensor<4xf32>
} : () -> () loc(fused<"meta">["a.mlir":1:2, "n"("b.mlir":3:4), callsite("f" at unknown)])
`;
    const source = new SourceFile('all.mlir', text);
    using module = mlir.parse(text, { fileName: 'all.mlir', allowUnregisteredDialects: true });
    const made = toModule(module.toOperation(), createContext());
    const printing = { generic: true, debugInfo: true };
    expect(printModule(made, printing)).toBe(printModule(parseModule(source, createContext()), printing));
  });

  it('with values that are used before they are defined', () => {
    const text = `func.func @f(%c: i1) -> i32 {
  cf.br ^late
^early:
  return %x : i32
^late:
  %x = arith.constant 1 : i32
  cf.cond_br %c, ^early, ^late
}
`;
    using module = mlir.parse(text);
    const made = toModule(module.toOperation(), createContext());
    expect(printModule(made)).toBe(printModule(parseModule(new SourceFile('input.mlir', text), createContext())));
  });

  it('but not with resources, whose data it has not', () => {
    using module = mlir.parse('"x.y"() {a = dense_resource<blob> : tensor<1xi8>} : () -> ()', { allowUnregisteredDialects: true });
    const operation = module.toOperation();
    expect(() => toModule(operation, createContext())).toThrow(DiagnosticError);
  });
});
