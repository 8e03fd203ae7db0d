import fc from 'fast-check';
import { assign } from '../src/index.js';
import type { Assignment } from '../src/index.js';
import { circuit, F, P } from './circuit-text.js';

const mod = (x: bigint): bigint => ((x % P) + P) % P;
const element = fc.oneof(fc.bigInt(0n, P - 1n), fc.bigInt(-9n, 9n).map(mod));

describe('bits', () => {
  const decompose = (bits: number, msb: number): string =>
    circuit(
      F,
      `${F} %x`,
      `  %b = alloca [${bits} x ${F}]
  call void @llvm.assigner.bit.decomposition.field.${F}(ptr %b, i32 ${bits}, ${F} %x, i1 ${msb})
  %last = getelementptr [${bits} x ${F}], ptr %b, i64 0, i64 ${bits - 1}
  %l = load ${F}, ptr %last
  call void @llvm.assigner.print.native.pallas.field.${F}(${F} %l)
  %z = call ${F} @llvm.assigner.bit.composition.${F}(ptr %b, i32 ${bits}, i1 ${msb})
  ret ${F} %z`,
    );

  test('composition is the inverse of decomposition, in either order', () => {
    const scenario = fc
      .integer({ min: 1, max: 254 })
      .chain((bits) => fc.tuple(fc.constant(bits), fc.bigInt(0n, 2n ** BigInt(bits) - 1n), fc.integer({ min: 0, max: 1 })));
    fc.assert(
      fc.property(scenario, ([bits, x, msb]) => {
        const { returned, satisfied, printed } = assign(decompose(bits, msb), { publicInputs: [[x]] });
        expect(returned).toEqual([x]);
        expect(satisfied).toBe(true);
        expect(printed).toEqual([msb === 1 ? x & 1n : x >> BigInt(bits - 1)]);
      }),
      { numRuns: 60 },
    );
  });

  test('a value that does not fit violates the constraint', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 250 }), fc.bigInt(1n, 8n), (bits, excess) => {
        const x = excess * 2n ** BigInt(bits) + 1n;
        const { satisfied, violations, returned } = assign(decompose(bits, 0), { publicInputs: [[x]] });
        expect(satisfied).toBe(false);
        expect(violations[0]).toMatchObject({ component: 'bit_decomposition', instruction: 1 });
        expect(returned).toEqual([1n]);
      }),
      { numRuns: 40 },
    );
    expect(assign(decompose(100, 0), { publicInputs: [[-1]] }).satisfied).toBe(false);
  });

  test('composition constrains its cells to be bits', () => {
    const text = circuit(
      F,
      `ptr byval([3 x ${F}]) %b`,
      `  %z = call ${F} @llvm.assigner.bit.composition.${F}(ptr %b, i32 3, i1 false)\n  ret ${F} %z`,
    );
    expect(assign(text, { publicInputs: [[1, 0, 1]] })).toMatchObject({ returned: [5n], satisfied: true });
    expect(assign(text, { publicInputs: [[1, 5, 1]] })).toMatchObject({ returned: [7n], satisfied: false });
  });
});

describe('checks', () => {
  const claimed = circuit(
    'void',
    `${F} %x, ${F} %y`,
    `  %z = mul ${F} %x, %x\n  call void @llvm.assigner.exit.check.eq.${F}(${F} %y, ${F} %z)\n  ret void`,
  );

  test('exit.check.eq compares, without a row', () => {
    expect(assign(claimed, { publicInputs: [[5], [25]] })).toMatchObject({ satisfied: true, table: { usableRows: 3 } });
    const { violations } = assign(claimed, { publicInputs: [[5], [26]], fileName: 'c.ll' });
    expect(violations).toMatchObject([{ component: 'copy', place: 'c.ll:4:3', functionName: 'main', instruction: 1 }]);
    expect(violations[0].reason).toContain('26 is not 25');
  });

  test('exit.check.eq defines an output that is to be computed, and a second run confirms it', () => {
    const { outputs, satisfied } = assign(claimed, { publicInputs: [[7]], computedArguments: ['y'] });
    expect([...outputs]).toEqual([[1, [49n]]]);
    expect(satisfied).toBe(true);
    expect(assign(claimed, { publicInputs: [[7], outputs.get(1) ?? []] }).satisfied).toBe(true);
  });

  test('an output may be tied twice, but then to the same value', () => {
    const text = claimed.replace('  ret void', `  call void @llvm.assigner.exit.check.eq.${F}(${F} %y, ${F} %x)\n  ret void`);
    expect(assign(text, { publicInputs: [[1]], computedArguments: [1] }).satisfied).toBe(true);
    expect(assign(text, { publicInputs: [[2]], computedArguments: [1] }).satisfied).toBe(false);
  });

  test('an output that nothing defines, or that is used before, is an error', () => {
    const unused = circuit('void', `${F} %y`, '  ret void');
    expect(() => assign(unused, { computedArguments: [0] })).toThrow('element 0 of output argument 0 is not defined');
    const early = circuit('void', `${F} %y`, `  %z = add ${F} %y, f0x1\n  ret void`);
    expect(() => assign(early, { computedArguments: [0] })).toThrow('is used before');
    expect(() => assign(early, { computedArguments: ['nobody'] })).toThrow('no public argument nobody');
  });

  test('on private inputs exit.check.eq has no effect, and that is said', () => {
    const text = claimed.replace(`${F} %x, ${F} %y`, `${F} private_input %x, ${F} %y`).replace('%y, ' + F + ' %z', '%y, ' + F + ' %x');
    const { satisfied, warnings } = assign(text, { privateInputs: [[1]], publicInputs: [[2]] });
    expect(satisfied).toBe(true);
    expect(warnings[0]).toContain('copy constraints to private inputs are dropped');
  });

  test('exit.check asserts a condition', () => {
    const text = circuit('void', 'i1 %c', '  call void @llvm.assigner.exit.check(i1 %c)\n  ret void');
    expect(assign(text, { publicInputs: [[1]] })).toMatchObject({ satisfied: true, table: { usableRows: 4, constantCells: 3 } });
    expect(assign(text, { publicInputs: [[0]] }).satisfied).toBe(false);
  });
});

describe('components of the recursive verifier', () => {
  test('gate.arg.verifier is the sum of theta^start * selector * polynomial', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });
    const scenario = sizes.chain((list) => {
      const total = list.reduce((a, b) => a + b, 0);
      const cells = (n: number): fc.Arbitrary<bigint[]> => fc.array(element, { minLength: n, maxLength: n });
      return fc.tuple(fc.constant(list), cells(list.length), cells(total), fc.oneof(element, fc.constant(1n)));
    });
    fc.assert(
      fc.property(scenario, ([list, selectors, constraints, theta]) => {
        const text = circuit(
          F,
          `ptr byval([${list.length} x ${F}]) %s, ptr byval([${constraints.length} x ${F}]) %c, ${F} %t`,
          `  %z = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %s, ptr @sizes, i32 ${list.length}, ptr %c, i32 ${constraints.length}, ${F} %t)
  ret ${F} %z`,
          `@sizes = constant { [${list.length} x i32] } { [${list.length} x i32] [${list.map((n) => `i32 ${n}`).join(', ')}] }`,
        );
        let expected = 0n;
        let power = 1n;
        let at = 0;
        list.forEach((size, gate) => {
          for (let i = 0; i < size; i++, at++, power = (power * theta) % P) {
            expected += selectors[gate] * constraints[at] * power;
          }
        });
        const { returned, satisfied } = assign(text, { publicInputs: [selectors, constraints, [theta]] });
        expect(returned).toEqual([mod(expected)]);
        expect(satisfied).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  const swap = circuit(
    'void',
    `ptr byval([4 x ${F}]) %o, ptr byval([4 x ${F}]) %i, i1 %t`,
    '  call void @llvm.assigner.fri.array.swap(ptr %o, i32 4, ptr %i, i1 %t)\n  ret void',
  );
  const swapped = (t: number): Assignment => assign(swap, { publicInputs: [[0, 0, 0, 0], [1, 2, 3, 4], [t]] });

  test('fri.array.swap swaps pairs for 1, keeps them for 0, and is violated otherwise', () => {
    expect(swapped(0)).toMatchObject({ satisfied: true, argumentMemory: [[1n, 2n, 3n, 4n], expect.anything(), undefined] });
    expect(swapped(1)).toMatchObject({ satisfied: true, argumentMemory: [[2n, 1n, 4n, 3n], expect.anything(), undefined] });
    expect(swapped(2).satisfied).toBe(false);
  });

  test('fri.lin.inter satisfies its equation', () => {
    const text = circuit(
      F,
      `${F} %s, ${F} %y0, ${F} %y1, ${F} %a`,
      `  %z = call ${F} @llvm.assigner.fri.lin.inter.${F}(${F} %s, ${F} %y0, ${F} %y1, ${F} %a)\n  ret ${F} %z`,
    );
    fc.assert(
      fc.property(element, element, element, element, (s, y0, y1, a) => {
        const { returned, satisfied } = assign(text, { publicInputs: [[s], [y0], [y1], [a]] });
        const [y] = returned;
        expect(mod(2n * s * (y - y0) - (y1 - y0) * (s - a)) === 0n).toBe(satisfied);
        if (s !== 0n) expect(satisfied).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('permutation.arg.verifier gives its three terms', () => {
    const text = circuit(
      `<3 x ${F}>`,
      `ptr byval([2 x ${F}]) %f, ptr byval([2 x ${F}]) %se, ptr byval([2 x ${F}]) %si, <2 x ${F}> %th`,
      `  %z = call <3 x ${F}> @llvm.assigner.permutation.arg.verifier(ptr %f, ptr %se, ptr %si, i32 2, ${F} f0x2, ${F} f0x3, ${F} f0x5, ${F} f0x7, ${F} f0xB, <2 x ${F}> %th)
  ret <3 x ${F}> %z`,
    );
    const { returned, table } = assign(text, { publicInputs: [[1, 2], [3, 4], [5, 6], [10, 20]] });
    const withSe = (1n + 30n + 20n) * (2n + 40n + 20n);
    const withSigma = (1n + 50n + 20n) * (2n + 60n + 20n);
    expect(returned).toEqual([2n * -2n, -17n * (5n * withSigma - 3n * withSe), 7n * 6n].map(mod));
    expect(table.rowsByComponent).toEqual({ permutation_arg_verifier: { count: 1, rows: 4 } });
  });
});

describe('rows', () => {
  test('the worked example of the cost model', () => {
    const text = circuit(
      F,
      `${F} %x, ${F} %y`,
      `  %a = mul ${F} %x, %y
  %b = add ${F} %a, f0x5
  %c = icmp eq ${F} %b, f0x0
  call void @llvm.assigner.exit.check(i1 %c)
  ret ${F} %b`,
    );
    const { table } = assign(text, { publicInputs: [[1], [-5]] });
    expect(table).toEqual({
      usableRows: 6,
      paddedRows: 8,
      constantCells: 5,
      publicCells: 2,
      gates: 3,
      rowsByComponent: {
        addition: { count: 1, rows: 1 },
        multiplication: { count: 1, rows: 1 },
        equality_flag: { count: 2, rows: 2 },
      },
    });
  });

  test('literals of plain intrinsics take a cell at every call, those of parametric ones where they are values', () => {
    const cells = (body: string): number =>
      assign(circuit('void', `ptr byval([2 x ${F}]) %p, ${F} %x`, `${body}\n  ret void`), {
        publicInputs: [[0, 1], [1]],
      }).table.constantCells;
    const check = `  call void @llvm.assigner.exit.check.eq.${F}(${F} %x, ${F} f0x1)\n`;
    expect(cells(check)).toBe(2 + 2);
    expect(cells(check + check)).toBe(2 + 4);
    const bits = `  call void @llvm.assigner.bit.decomposition.field.${F}(ptr %p, i32 2, ${F} %x, i1 false)\n`;
    expect(cells(bits + bits)).toBe(2);
    expect(cells(bits.replace('%x', 'f0x1') + bits.replace('%x', 'f0x1'))).toBe(2 + 2);
    expect(cells(`  %a = alloca i8\n  %b = alloca i8\n  %c = add i32 1, 1\n`)).toBe(2 + 1);
  });

  test('a first wide comparison changes the rows of later ones', () => {
    const narrow = '  %n = icmp ult i8 %x, %y\n';
    const wide = '  %w = icmp ult i254 %x2, %y2\n';
    const rows = (body: string): number | undefined =>
      assign(circuit('void', 'i8 %x, i8 %y, i254 %x2, i254 %y2', `${body}  ret void`), {
        publicInputs: [[1], [2], [3], [4]],
      }).table.rowsByComponent.comparison_flag?.rows;
    expect(rows(narrow)).toBe(10);
    expect(rows(wide)).toBe(87);
    expect(rows(wide + narrow)).toBe(90);
    expect(rows(narrow + wide)).toBe(266);
  });

  test('too many gates are warned of', () => {
    const body = Array.from({ length: 110 }, (_, i) => `  %v${i} = lshr i${i + 100} %x${i}, 1`).join('\n');
    const parameters = Array.from({ length: 110 }, (_, i) => `i${i + 100} %x${i}`).join(', ');
    const compares = [200, 113, 100].map((n, i) => `  %c${i} = icmp ult i${n} %x${n - 100}, 5`).join('\n');
    const sizes = [5, 14, 16, 18, 20, 24, 32, 48, 64, 80, 98];
    const gates = sizes.map(
      (n) => `  %g${n} = call ${F} @llvm.assigner.gate.arg.verifier.${F}(ptr %p, ptr @s${n}, i32 1, ptr %p, i32 ${n}, ${F} %t)`,
    );
    const globals = sizes.map((n) => `@s${n} = constant { [1 x i32] } { [1 x i32] [i32 ${n}] }`).join('\n');
    const text = circuit(
      'void',
      `${parameters}, ptr byval([98 x ${F}]) %p, ${F} %t`,
      `${compares}\n${body}\n${gates.join('\n')}\n  ret void`,
      globals,
    );
    const { warnings, table } = assign(text, {
      publicInputs: [...Array.from({ length: 110 }, () => [7]), new Array<number>(98).fill(1), [1]],
    });
    expect(table.gates).toBeGreaterThan(56);
    expect(warnings).toEqual([`the circuit needs ${table.gates} gates, but the table has 56 selector columns`]);
  });
});
