import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOracle, describeWithOracles } from '../../../test/oracle.js';
import { createContext, parseModule, printModule, SourceFile, verifyModule, type Operation } from '../src/index.js';

const file = join(import.meta.dirname, 'foreign', 'onnx-mlir.mlir');

function parse(text: string | Uint8Array, allowUnregisteredDialects = true): Operation {
  const context = createContext();
  const module = parseModule(new SourceFile(file, text), context, { allowUnregisteredDialects });
  verifyModule(module, context);
  return module;
}

/** The generic form of the only operation in `text`, the operands being arguments. */
function generic(text: string): string {
  return printModule(parse(text)).split('\n').find((line) => line.includes('krnl.') || line.includes('onnx.'))?.trim() ?? '';
}

describe('custom forms of onnx-mlir', () => {
  test('are printed in the generic form, which reads back to the same', () => {
    const text = printModule(parse(readFileSync(file)));
    expect(text).not.toMatch(/(^|= )\s*(krnl|onnx)\./m);
    expect(printModule(parse(text))).toBe(text);
  });

  test('put operands, attributes and results where onnx-mlir has them', () => {
    const text = printModule(parse(readFileSync(file)));
    expect(text).toContain('%0:2 = "krnl.define_loops"() {num_loops = 2 : i64} : () -> (!krnl.loop, !krnl.loop)');
    expect(text).toContain('%1:2 = "krnl.block"(%0#0) {tile_size = 5 : i64} : (!krnl.loop) -> (!krnl.loop, !krnl.loop)');
    expect(text).toContain('"krnl.permute"(%1#0, %1#1, %0#1) {map = [0, 2, 1]} : (!krnl.loop, !krnl.loop, !krnl.loop) -> ()');
    expect(text).toContain('"krnl.iterate"(%1#0, %0#1, %0#0, %0#1, %arg0, %arg0, %arg0) ({\n    ^bb0(%arg4: index, %arg5: index):\n');
    expect(text).toContain('{bounds = [#map, #map1, #map2, #map3], num_optimized_loops = 2 : i64}');
    expect(text).toContain('"krnl.iterate"(%2, %2, %arg1) ({');
    expect(text).toContain('operandSegmentSizes = array<i32: 1, 2, 1, 2, 1, 2, 3, 1, 1, 1, 1, 1, 1>, unroll = false');
    expect(text).toContain('"krnl.parallel_clause"(%arg4, %arg3) {proc_bind = "spread"} : (index, i32) -> ()');
  });

  test('imply terminators only where none is written', () => {
    const text = printModule(parse(readFileSync(file)));
    expect(text.match(/"krnl\.terminate"/g)).toHaveLength(1);
    expect(text.match(/"krnl\.yield"/g)).toHaveLength(3);
  });

  test.each([
    ['%0 = onnx.Constant dense<1.0> : tensor<2xf32>', '%0 = "onnx.Constant"() {value = dense<1.000000e+00> : tensor<2xf32>} : () -> tensor<2xf32>'],
    ['%0 = onnx.Constant {value_int = 1 : si64} : tensor<i64>', '%0 = "onnx.Constant"() {value_int = 1 : si64} : () -> tensor<i64>'],
    ['onnx.Return', '"onnx.Return"() : () -> ()'],
    ['onnx.Yield', '"onnx.Yield"() : () -> ()'],
  ])('%s', (custom, expected) => expect(generic(custom)).toBe(expected));

  test.each([
    ['krnl.define_loops 1000000', 'expects at most 1024 loops'],
    ['krnl.undefined_loops 1', "Dialect `krnl' not found for custom op 'krnl.undefined_loops'"],
    ['%0 = onnx.Constant 1 : i32', 'expects elements'],
    ['%0 = krnl.define_loops 1 krnl.iterate(%0) with (%0 -> %i 0 to 3) {}', "expected '='"],
  ])('%s is an error', (text, message) => expect(() => parse(text)).toThrow(message));

  test('count as operations of an unregistered dialect', () => {
    expect(() => parse('onnx.Return', false)).toThrow('unregistered dialect');
    expect(createContext().operation('krnl.iterate')).toBeUndefined();
  });
});

describeWithOracles('custom forms of onnx-mlir beside mlir-opt', ['mlir-opt-19'], () => {
  test('mlir-opt-19 reads what is printed as the same module', () => {
    const text = printModule(parse(readFileSync(file)));
    const { stdout, stderr } = askOracle('mlir-opt-19', ['--allow-unregistered-dialect'], text);
    expect(stderr).toBe('');
    expect(stdout.trimEnd()).toBe(text.trimEnd());
  });
});
