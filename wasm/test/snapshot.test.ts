import { loadMlir, walkOperations } from 'mlir-js-bindings';
import type { Mlir, MlirOperation } from 'mlir-js-bindings';

let mlir: Mlir;

beforeAll(async () => {
  mlir = await loadMlir();
});

function operationsOf(source: string, allowUnregisteredDialects = false): MlirOperation[] {
  using module = mlir.parse(source, { fileName: 'source.mlir', allowUnregisteredDialects });
  const operations: MlirOperation[] = [];
  walkOperations(module.toOperation(), (operation) => operations.push(operation));
  return operations;
}

function operationNamed(operations: readonly MlirOperation[], name: string): MlirOperation {
  const found = operations.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const loop = `func.func @sum(%m: memref<4xf32>) -> f32 {
  %zero = arith.constant 0.0 : f32
  %s = affine.for %i = 0 to 4 iter_args(%acc = %zero) -> (f32) {
    %v = affine.load %m[%i] : memref<4xf32>
    %n = arith.addf %acc, %v : f32
    affine.yield %n : f32
  }
  return %s : f32
}
`;

describe('operations as data', () => {
  it('has the operations in the order of the text', () => {
    expect(operationsOf(loop).map(({ name }) => name)).toEqual([
      'builtin.module', 'func.func', 'arith.constant', 'affine.for', 'affine.load', 'arith.addf', 'affine.yield', 'func.return',
    ]);
  });

  it('links uses with definitions', () => {
    const operations = operationsOf(loop);
    const addition = operationNamed(operations, 'arith.addf');
    const load = operationNamed(operations, 'affine.load');
    const loopOperation = operationNamed(operations, 'affine.for');
    expect(addition.operands[1]).toBe(load.results[0]);
    const body = loopOperation.regions[0]?.blocks[0];
    expect(body?.arguments.map(({ type }) => type)).toEqual(['index', 'f32']);
    expect(load.operands[1]).toBe(body?.arguments[0]);
    expect(addition.operands[0]).toBe(body?.arguments[1]);
    expect(addition.parent).toBe(body);
    expect(loopOperation.results[0]).toMatchObject({ kind: 'result', type: 'f32', index: 0 });
    expect(operationNamed(operations, 'func.return').operands[0]).toBe(loopOperation.results[0]);
  });

  it('has locations', () => {
    expect(operationNamed(operationsOf(loop), 'arith.addf').location).toEqual({
      kind: 'file', file: 'source.mlir', line: 5, column: 10,
    });
    const [, , fused] = operationsOf(
      '"x.a"() : () -> () loc(unknown)\n"x.b"() : () -> () loc(fused["a", "f.mlir":2:3, callsite("b"("g.mlir":1:1) at unknown)])',
      true,
    );
    expect(fused?.location).toEqual({
      kind: 'fused',
      locations: [
        { kind: 'name', name: 'a', child: { kind: 'unknown' } },
        { kind: 'file', file: 'f.mlir', line: 2, column: 3 },
        {
          kind: 'callsite',
          callee: { kind: 'name', name: 'b', child: { kind: 'file', file: 'g.mlir', line: 1, column: 1 } },
          caller: { kind: 'unknown' },
        },
      ],
    });
  });

  it('decodes each kind of attribute', () => {
    const [, operation] = operationsOf(
      `"x.y"() {
        a_unit, b_int = -7 : i32, c_index = 9 : index, d_true = true, e_unsigned = 255 : ui8,
        f_float = 1.5 : f32, g_text = "A\\0A", h_array = [1 : i8, "b"], i_dict = {k = 2 : i64},
        j_type = memref<2x?xf32>, k_symbol = @a::@b, l_dense = dense<[1, -2, 3]> : tensor<3xi16>,
        m_splat = dense<2.0> : tensor<4xf32>, n_list = array<i32: 1, -1>, o_map = affine_map<(d0) -> (d0 + 1)>
      } : () -> ()`,
      true,
    );
    const attributes = Object.fromEntries(operation?.attributes ?? []);
    const { l_dense, m_splat, n_list, ...plain } = attributes;
    expect(plain).toEqual({
      a_unit: { kind: 'unit' },
      b_int: { kind: 'integer', value: -7n, type: 'i32' },
      c_index: { kind: 'integer', value: 9n, type: 'index' },
      d_true: { kind: 'integer', value: 1n, type: 'i1' },
      e_unsigned: { kind: 'integer', value: 255n, type: 'ui8' },
      f_float: { kind: 'float', value: 1.5, type: 'f32', text: '1.500000e+00 : f32' },
      g_text: { kind: 'string', value: 'A\n' },
      h_array: {
        kind: 'array',
        elements: [
          { kind: 'integer', value: 1n, type: 'i8' },
          { kind: 'string', value: 'b' },
        ],
      },
      i_dict: { kind: 'dictionary', entries: new Map([['k', { kind: 'integer', value: 2n, type: 'i64' }]]) },
      j_type: { kind: 'type', type: 'memref<2x?xf32>' },
      k_symbol: { kind: 'symbol', path: ['a', 'b'] },
      o_map: { kind: 'other', text: 'affine_map<(d0) -> (d0 + 1)>' },
    });
    expect(l_dense).toMatchObject({ kind: 'dense', type: 'tensor<3xi16>', isSplat: false });
    expect(elements(l_dense, Int16Array)).toEqual([1, -2, 3]);
    expect(m_splat).toMatchObject({ kind: 'dense', isSplat: true });
    expect(elements(m_splat, Float32Array)).toEqual([2]);
    expect(n_list).toMatchObject({ kind: 'dense-array', elementType: 'i32' });
    expect(elements(n_list, Int32Array)).toEqual([1, -1]);
  });

  it('has successors', () => {
    const operations = operationsOf('func.func @f() {\n  cf.br ^end\n^end:\n  return\n}');
    const [, end] = operationNamed(operations, 'func.func').regions[0]?.blocks ?? [];
    expect(operationNamed(operations, 'cf.br').successors).toEqual([end]);
  });

  it('is a copy that outlives the module', () => {
    const module = mlir.parse(loop);
    const copy = module.toOperation();
    module.runPipeline('builtin.module(lower-affine)').dispose();
    expect(JSON.stringify(copy.regions[0]?.blocks[0]?.operations.map(({ name }) => name))).toBe('["func.func"]');
  });
});

/** The elements of a dense attribute, through a typed array over its bytes. */
function elements(
  attribute: MlirOperation['attributes'] extends ReadonlyMap<string, infer A> ? A | undefined : never,
  View: { new (buffer: ArrayBufferLike, offset: number, length: number): ArrayLike<number>; readonly BYTES_PER_ELEMENT: number },
): number[] {
  if (attribute === undefined || !('bytes' in attribute)) throw new Error('not a dense attribute');
  const { buffer, byteOffset, byteLength } = attribute.bytes;
  return Array.from(new View(buffer, byteOffset, byteLength / View.BYTES_PER_ELEMENT));
}
