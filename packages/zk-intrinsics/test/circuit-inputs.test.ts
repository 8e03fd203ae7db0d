import { createZkLlvmModule, FunctionBuilder, Opcode } from '@mlir2zk/llvm-emit';
import { CircuitBuilder } from '../src/index.js';
import { circuitOf, Unsatisfied } from './circuit-run.js';

const format = { integerBits: 16, fractionBits: 16 };

function emptyBuilder(): CircuitBuilder {
  const module = createZkLlvmModule();
  const { types } = module;
  return new CircuitBuilder(new FunctionBuilder(module.addFunction('f', types.void, [types.ptr])), format);
}

describe('private inputs', () => {
  test.each([
    ['signed', { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 }, [-(2n ** 31n), 2n ** 31n - 1n, 0n], 2n ** 33n],
    ['unsigned', { scale: 0, lower: 0, upper: 100 }, [0n, 100n], 128n],
    ['boolean', { scale: 0, lower: 0, upper: 1 }, [0n, 1n], 2n],
  ] as const)('%s: the range is proven', (_name, range, inside, outside) => {
    const circuit = circuitOf(format, [range], (b, [a]) => [b.add(a, a)], 'private');
    for (const v of inside) expect(circuit.run([v])).toEqual([2n * v]);
    for (const v of [outside, -outside]) expect(() => circuit.run([v])).toThrow(Unsatisfied);
  });

  test('the loaded cell is used once, whatever is done with the value', () => {
    const b = emptyBuilder();
    const fn = b.emitter.builder.function;
    const [a, c] = b.privateInputs(0, 2, { scale: 16, lower: -1000, upper: 1000 });
    b.toLlvm(b.mul(b.maximum(a, c), b.add(a, b.mul(a, c))));
    for (let load = 0; load < fn.instructionCount; load++) {
      if (fn.opcodes[load] !== Opcode.load || fn.operand(load, 0) !== 0) continue;
      const uses = Array.from({ length: fn.instructionCount }, (_, i) => i).filter((i) =>
        Array.from({ length: fn.operandCountOf(i) }, (_, k) => fn.operand(i, k)).includes(fn.valueOf(load)),
      );
      expect(uses).toHaveLength(1);
    }
  });
});

test('public inputs cost nothing', () => {
  const b = emptyBuilder();
  b.publicInputs(0, 100, { scale: 16, lower: -1, upper: 1 });
  const { opcodes, instructionCount } = b.emitter.builder.function;
  const allowed: number[] = [Opcode.load, Opcode.getelementptr];
  expect([...opcodes.subarray(0, instructionCount)].filter((code) => !allowed.includes(code))).toEqual([]);
});

describe('outputs and memory', () => {
  const range = { scale: 16, lower: -(2 ** 31), upper: 2 ** 31 - 1 };

  test('a claimed output is tied to the computed one', () => {
    const circuit = circuitOf(format, [range, range], (b, [a, claimed]) => {
      b.checkOutput(b.mul(a, b.real(0.75)), b.toLlvm(claimed), 16);
      return [a];
    });
    expect(circuit.run([4n, 3n])).toEqual([4n]);
    expect(() => circuit.run([4n, 4n])).toThrow(Unsatisfied);
  });

  test('arrays are stored at one scale and loaded back', () => {
    const circuit = circuitOf(format, [range], (b, [a]) => {
      const values = Int32Array.of(a, b.real(0.5), b.mul(a, a), b.integer(3));
      const pointer = b.allocateArray(values.length);
      b.storeArray(pointer, values, 16);
      return b.loadArray(pointer, values.length, range);
    });
    expect(circuit.run([3n << 15n])).toEqual([3n << 15n, 1n << 15n, 9n << 14n, 3n << 16n]);
  });
});
