import { loadMlir, MlirError } from 'mlir-js-bindings';
import type { Diagnostic, Mlir } from 'mlir-js-bindings';

const remarks: Diagnostic[] = [];
let mlir: Mlir;
beforeAll(async () => void (mlir = await loadMlir({ onDiagnostic: (diagnostic) => remarks.push(diagnostic) })));

/** A matrix product, and what the transform dialect is to do with it. */
const product = (script: string): string => `module attributes {transform.with_named_sequence} {
  func.func @f(%a: tensor<8x8xf32>, %b: tensor<8x8xf32>, %c: tensor<8x8xf32>) -> tensor<8x8xf32> {
    %0 = linalg.matmul ins(%a, %b : tensor<8x8xf32>, tensor<8x8xf32>) outs(%c : tensor<8x8xf32>) -> tensor<8x8xf32>
    return %0 : tensor<8x8xf32>
  }
  transform.named_sequence @__transform_main(%root: !transform.any_op {transform.readonly}) {
    %0 = transform.structured.match ops{["linalg.matmul"]} in %root : (!transform.any_op) -> !transform.any_op
    ${script}
    transform.yield
  }
}
`;

const interpret = 'builtin.module(transform-interpreter)';

describe('the transform, pdl and quant dialects', () => {
  it('transform tiles a matrix product', () => {
    using module = mlir.parse(
      product('%1, %loop = transform.structured.tile_using_for %0 tile_sizes [4, 0, 0] : (!transform.any_op) -> (!transform.any_op, !transform.any_op)'),
    );
    const text = module.runPipeline(interpret).print();
    expect(text).toContain('scf.for');
    expect(text).toContain('outs(%extracted_slice_1 : tensor<4x8xf32>)');
  });

  it('transform reports remarks', () => {
    using module = mlir.parse(product('transform.debug.emit_remark_at %0, "found" : !transform.any_op'));
    module.runPipeline(interpret);
    expect(remarks).toMatchObject([{ severity: 'remark', message: 'found', line: 3, column: 10 }]);
  });

  it('transform says what needs the gpu dialect', () => {
    using module = mlir.parse(
      product('%1 = transform.structured.gpu.map_copy_to_threads %0 total_num_threads = 32 desired_bit_alignment = 128 : (!transform.any_op) -> (!transform.op<"scf.forall">, !transform.op<"linalg.copy">)'.replace('%1 =', '%1, %2 =')),
    );
    expect(() => module.runPipeline(interpret)).toThrow(/the gpu dialect is not part of this build/);
    expect(() => module.runPipeline(interpret)).toThrow(MlirError);
  });

  it('pdl is lowered to its interpreter', () => {
    using module = mlir.parse('pdl.pattern @p : benefit(1) {\n  %0 = pdl.operation "a.b"\n  pdl.rewrite %0 with "r"\n}\n');
    expect(module.runPipeline('builtin.module(convert-pdl-to-pdl-interp)').print()).toContain('pdl_interp.check_operation_name of %arg0 is "a.b"');
  });

  it('types of quant are known without an operation of tosa', () => {
    using module = mlir.parse('func.func private @f(!quant.uniform<i8:f32, 0.02>)\n');
    expect(module.print()).toContain('!quant.uniform<i8:f32, 2.000000e-02>');
  });
});
