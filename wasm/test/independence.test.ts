import { loadMlir } from 'mlir-js-bindings';

describe('modules do not influence each other', () => {
  it('through identified types', async () => {
    const mlir = await loadMlir();
    const withBody = (body: string) => `llvm.func @f(%p: !llvm.ptr) {\n  %0 = llvm.load %p : !llvm.ptr -> !llvm.struct<"pair", (${body})>\n  llvm.return\n}`;
    using first = mlir.parse(withBody('i32, i32'));
    using second = mlir.parse(withBody('f64'));
    expect(first.print()).toContain('!llvm.struct<"pair", (i32, i32)>');
    expect(second.print()).toContain('!llvm.struct<"pair", (f64)>');
  });

  it('through the names of resources', async () => {
    const mlir = await loadMlir();
    const source = `module attributes {test.data = dense_resource<blob> : tensor<1xi8>} {}
{-# dialect_resources: { builtin: { blob: "0x0100000007" } } #-}`;
    using first = mlir.parse(source);
    using second = mlir.parse(source);
    expect(second.print()).toBe(first.print());
  });
});
