import fc from 'fast-check';
import { assign, AssignerError } from '../src/index.js';
import type { Assignment, AssignOptions } from '../src/index.js';
import { circuit, F, P } from './circuit-text.js';

const value = fc.oneof(fc.bigInt(0n, P - 1n), fc.bigInt(-20n, 20n), fc.bigInt(-(2n ** 54n), 2n ** 54n));
const mod = (x: bigint): bigint => ((x % P) + P) % P;
/** By Fermat's little theorem, where the code under test uses Euclid's algorithm. */
function inverse(x: bigint): bigint {
  let result = 1n;
  for (let e = P - 2n, base = mod(x); e > 0n; e >>= 1n, base = (base * base) % P) if (e & 1n) result = (result * base) % P;
  return result;
}

const binary = (instruction: string, type = F): string =>
  circuit(type, `${type} %x, ${type} %y`, `  %z = ${instruction} ${type} %x, %y\n  ret ${type} %z`);
const run = (text: string, inputs: readonly bigint[], options: AssignOptions = {}): Assignment =>
  assign(text, { publicInputs: inputs.map((input) => [input]), ...options });

describe('arithmetic', () => {
  test.each([
    ['add', (x: bigint, y: bigint) => x + y],
    ['sub', (x: bigint, y: bigint) => x - y],
    ['mul', (x: bigint, y: bigint) => x * y],
    ['sdiv', (x: bigint, y: bigint) => x * inverse(y)],
    ['udiv', (x: bigint, y: bigint) => x * inverse(y)],
  ])('%s is the operation of the field', (instruction, expected) => {
    const text = binary(instruction);
    fc.assert(
      fc.property(value, value, (x, y) => {
        fc.pre(!instruction.endsWith('div') || mod(y) !== 0n);
        const { returned, satisfied } = run(text, [x, y]);
        expect(returned).toEqual([mod(expected(x, y))]);
        expect(satisfied).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('integers do not wrap at their width', () => {
    expect(run(binary('mul', 'i8'), [200n, 200n]).returned).toEqual([40000n]);
    expect(run(binary('sub', 'i8'), [1n, 2n]).returned).toEqual([P - 1n]);
  });

  test('division by zero violates its constraint', () => {
    const { satisfied, violations } = run(binary('sdiv'), [1n, 0n]);
    expect(satisfied).toBe(false);
    expect(violations[0]).toMatchObject({ component: 'division', reason: 'division by zero', place: '<circuit>:3:8' });
  });

  test('integer division checks that its values fit', () => {
    expect(run(binary('udiv', 'i32'), [17n, 5n])).toMatchObject({ returned: [3n], satisfied: true });
    expect(run(binary('urem', 'i32'), [17n, 5n])).toMatchObject({ returned: [2n], satisfied: true });
    expect(run(binary('udiv', 'i32'), [2n ** 40n, 5n])).toMatchObject({ returned: [2n ** 40n / 5n], satisfied: false });
    expect(run(binary('udiv', 'i32'), [1n, 0n])).toMatchObject({ returned: [0n], satisfied: false });
    expect(run(binary('udiv', 'i32'), [0n, 0n]).satisfied).toBe(true);
  });

  test.each([
    ['shl', 5, 43, (x: bigint) => (x << 5n) % 2n ** 43n],
    ['lshr', 7, 43, (x: bigint) => x >> 7n],
    ['lshr', 100, 200, (x: bigint) => x >> 100n],
  ])('%s by %d of i%d', (instruction, amount, bits, expected) => {
    const text = circuit(`i${bits}`, `i${bits} %x`, `  %z = ${instruction} i${bits} %x, ${amount}\n  ret i${bits} %z`);
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** BigInt(bits) - 1n), (x) => {
        expect(run(text, [x])).toMatchObject({ returned: [expected(x)], satisfied: true });
      }),
    );
    expect(run(text, [2n ** BigInt(bits)]).satisfied).toBe(false);
  });

  test('literals of up to 64 bits are signed, longer ones are not', () => {
    const returned = (type: string, literal: string): readonly bigint[] =>
      assign(circuit(type, '', `  %z = freeze ${type} ${literal}\n  ret ${type} %z`)).returned;
    expect(returned('i1', 'true')).toEqual([P - 1n]);
    expect(returned('i8', '255')).toEqual([P - 1n]);
    expect(returned('i64', '-5')).toEqual([P - 5n]);
    expect(returned('i128', '-5')).toEqual([2n ** 128n - 5n]);
    expect(returned(F, 'f0xFF')).toEqual([255n]);
    expect(returned(F, 'undef')).toEqual([0n]);
  });
});

describe('comparison', () => {
  test.each([
    ['ult', (x: bigint, y: bigint) => x < y],
    ['sle', (x: bigint, y: bigint) => x <= y],
    ['ugt', (x: bigint, y: bigint) => x > y],
    ['sge', (x: bigint, y: bigint) => x >= y],
    ['eq', (x: bigint, y: bigint) => x === y],
    ['ne', (x: bigint, y: bigint) => x !== y],
  ])('icmp %s compares unsigned', (predicate, expected) => {
    const text = circuit('i1', 'i16 %x, i16 %y', `  %z = icmp ${predicate} i16 %x, %y\n  ret i1 %z`);
    const number = fc.oneof(fc.bigInt(0n, 2n ** 16n - 1n), fc.bigInt(0n, 3n));
    fc.assert(
      fc.property(number, number, (x, y) => {
        expect(run(text, [x, y])).toMatchObject({ returned: [expected(x, y) ? 1n : 0n], satisfied: true });
      }),
      { numRuns: 40 },
    );
  });

  test('operands that do not fit violate the constraint, and use their low bits', () => {
    const text = circuit('i1', 'i8 %x, i8 %y', '  %z = icmp ult i8 %x, %y\n  ret i1 %z');
    expect(run(text, [256n, 1n])).toMatchObject({ returned: [1n], satisfied: false });
  });

  test('field elements of 2^254 and more cannot be compared', () => {
    const text = circuit('i1', `${F} %x`, `  %z = icmp ult ${F} %x, f0x1\n  ret i1 %z`);
    expect(() => run(text, [-1n])).toThrow(AssignerError);
    expect(run(text, [2n ** 253n]).satisfied).toBe(true);
  });

  test('select takes any condition but zero for true, in five rows', () => {
    const text = circuit(F, `i1 %c, ${F} %x, ${F} %y`, `  %z = select i1 %c, ${F} %x, ${F} %y\n  ret ${F} %z`);
    expect(run(text, [1n, 5n, 6n]).returned).toEqual([5n]);
    expect(run(text, [-1n, 5n, 6n]).returned).toEqual([5n]);
    expect(run(text, [0n, 5n, 6n]).returned).toEqual([6n]);
    expect(run(text, [0n, 5n, 6n]).table.usableRows).toBe(7);
  });
});

describe('memory', () => {
  test('getelementptr reaches the element that its indices name', () => {
    const type = `{ i8, [3 x { ${F}, i32 }], [2 x [2 x ${F}]] }`;
    const cells = fc.oneof(
      fc.tuple(fc.constant(0)).map((path) => ({ path, offset: 0 })),
      fc.tuple(fc.constant(1), fc.nat(2), fc.nat(1)).map((path) => ({ path, offset: 1 + 2 * path[1] + path[2] })),
      fc.tuple(fc.constant(2), fc.nat(1), fc.nat(1)).map((path) => ({ path, offset: 7 + 2 * path[1] + path[2] })),
    );
    fc.assert(
      fc.property(cells, fc.integer({ min: -1, max: 1 }), ({ path, offset }, object) => {
        const text = circuit(
          'i64',
          `ptr byval([3 x ${type}]) %p`,
          `  %middle = getelementptr [3 x ${type}], ptr %p, i64 0, i64 1
  %q = getelementptr ${type}, ptr %middle, i64 ${object}, ${path.map((i) => `i32 ${i}`).join(', ')}
  %z = load i64, ptr %q
  ret i64 %z`,
        );
        const inputs = Array.from({ length: 33 }, (_, i) => i);
        expect(assign(text, { publicInputs: [inputs] }).returned).toEqual([BigInt(11 * (1 + object) + offset)]);
      }),
    );
  });

  test('bytes count: an address inside of a cell is none', () => {
    const at = (bytes: number): string =>
      circuit(F, `ptr byval([4 x ${F}]) %p`, `  %q = getelementptr i8, ptr %p, i64 ${bytes}\n  %z = load ${F}, ptr %q\n  ret ${F} %z`);
    expect(assign(at(64), { publicInputs: [[1, 2, 3, 4]] }).returned).toEqual([3n]);
    expect(() => assign(at(33), { publicInputs: [[1, 2, 3, 4]] })).toThrow('Offset does not match memory');
    expect(() => assign(at(128), { publicInputs: [[1, 2, 3, 4]] })).toThrow('Offset does not match memory');
  });

  test('a cell may be read as another type, and a store must have its size', () => {
    const body = (type: string): string => `  %p = alloca ${F}\n  store ${F} %x, ptr %p\n  %z = load ${type}, ptr %p\n`;
    const text = circuit('i43', `${F} %x`, `${body('i43')}  ret i43 %z`);
    expect(run(text, [2n ** 100n]).returned).toEqual([2n ** 100n]);
    const wrong = circuit('void', `${F} %x`, `${body('i43')}  store i43 %z, ptr %p\n  ret void`);
    expect(() => run(wrong, [1n])).toThrow('Unequal stores are only supported for malloc case');
  });

  test('memory from malloc takes the sizes of what is stored', () => {
    const text = circuit(
      F,
      `${F} %x, i64 %y`,
      `  %p = call ptr @llvm.assigner.malloc(i64 40)
  store ${F} %x, ptr %p
  %q = getelementptr i8, ptr %p, i64 32
  store i64 %y, ptr %q
  %a = load ${F}, ptr %p
  %b = load ${F}, ptr %q
  %z = add ${F} %a, %b
  ret ${F} %z`,
    );
    expect(run(text, [3n, 4n]).returned).toEqual([7n]);
    expect(() => run(text.replace('i64 32', 'i64 31'), [3n, 4n])).toThrow('inside of a cell');
  });

  test('memcpy and memset go cell by cell', () => {
    const text = circuit(
      F,
      `ptr byval([3 x ${F}]) %p, ptr byval([3 x ${F}]) %q`,
      `  call void @llvm.memcpy.p0.p0.i64(ptr %p, ptr %q, i64 64, i1 false)
  %r = getelementptr ${F}, ptr %p, i64 2
  call void @llvm.memset.p0.i64(ptr %r, i8 9, i64 32, i1 false)
  %z = load ${F}, ptr %r
  ret ${F} %z`,
    );
    const { argumentMemory, returned } = assign(text, { publicInputs: [[1, 2, 3], [4, 5, 6]] });
    expect(argumentMemory[0]).toEqual([4n, 5n, 9n]);
    expect(returned).toEqual([9n]);
  });

  test('misuse is an error with its place', () => {
    const body = (lines: string): string => circuit('void', '', `${lines}\n  ret void`);
    const message = (lines: string): unknown => {
      try {
        return assign(body(lines), { fileName: 'c.ll' });
      } catch (error) {
        return error instanceof AssignerError ? error.message : error;
      }
    };
    expect(message(`  %p = alloca ${F}\n  %v = load ${F}, ptr %p`)).toBe(
      `c.ll:4:8: error: Load uninitialized var\n  %v = load ${F}, ptr %p\n       ^`,
    );
    expect(message('  store i32 0, ptr null')).toContain('access through a null pointer');
    expect(message('  %p = alloca [5000000 x i32]')).toContain('Stack size exceeded!');
    expect(message('  %p = alloca i8\n  %n = ptrtoint ptr %p to i64\n  %z = add i64 %n, 1')).toContain('!is_internal');
  });

  test('globals cost a cell per scalar and one for the address, once', () => {
    const global = `@g = constant { [2 x ${F}], ptr, i8 } { [2 x ${F}] [${F} f0x7, ${F} f0x7], ptr null, i8 -1 }`;
    const text = circuit(
      F,
      '',
      `  %a = load ${F}, ptr @g\n  %b = load ${F}, ptr @g\n  %z = add ${F} %a, %b\n  ret ${F} %z`,
      global,
    );
    const { returned, table } = assign(text);
    expect(returned).toEqual([14n]);
    expect(table).toMatchObject({ constantCells: 2 + 3 + 1, usableRows: 7 });
  });
});

describe('calls', () => {
  const square = `define ${F} @square(${F} %x) {\n  %y = mul ${F} %x, %x\n  %z = add ${F} %y, f0x1\n  ret ${F} %z\n}`;

  test('have frames of their own, in which constants take new cells', () => {
    const body = (n: number): string =>
      `${Array.from({ length: n }, (_, i) => `  %v${i} = call ${F} @square(${F} %x)`).join('\n')}\n  ret ${F} %v0`;
    const cells = (n: number): number =>
      run(circuit(F, `${F} %x`, body(n), square), [5n]).table.constantCells;
    expect(run(circuit(F, `${F} %x`, body(1), square), [5n]).returned).toEqual([26n]);
    // The table's 0 and 1, the address of the callee, and the literal once per call.
    expect([cells(1), cells(2), cells(3)]).toEqual([4, 5, 6]);
  });

  test('give back their stack, and return aggregates by copy', () => {
    const pair = `define { ${F}, i32 } @pair(${F} %x) {
  %v = insertvalue { ${F}, i32 } undef, ${F} %x, 0
  %w = insertvalue { ${F}, i32 } %v, i32 7, 1
  ret { ${F}, i32 } %w
}`;
    const text = circuit(
      F,
      `${F} %x`,
      `  %a = call { ${F}, i32 } @pair(${F} %x)
  %b = call { ${F}, i32 } @pair(${F} f0x9)
  %f = extractvalue { ${F}, i32 } %a, 0
  %g = extractvalue { ${F}, i32 } %b, 0
  %z = mul ${F} %f, %g
  ret ${F} %z`,
      pair,
    );
    expect(run(text, [5n]).returned).toEqual([45n]);
  });

  test('of functions that do not end, or have no body, are errors', () => {
    const endless = 'define void @f() {\n  call void @f()\n  ret void\n}';
    expect(() => assign(circuit('void', '', '  call void @f()\n  ret void', endless))).toThrow('recursion does not end');
    expect(() => assign(circuit('void', '', '  call void @f()\n  ret void', 'declare void @f()'))).toThrow(
      'Function f has no implementation.',
    );
    expect(() => assign(circuit('void', '', '  br label %a\na:\n  br label %a'))).toThrow('the loop does not end');
  });

  test('an aggregate result has its place among the arguments', () => {
    const text = circuit('void', `ptr sret([2 x ${F}]) %r, ${F} %x`, `  store ${F} %x, ptr %r\n  ret void`);
    expect(run(text, [8n]).argumentMemory).toEqual([[8n, undefined], undefined]);
  });

  test('branches without a condition, and phis, are followed', () => {
    const text = circuit(
      F,
      `${F} %x`,
      `entry:\n  br label %b\na:\n  %z = phi ${F} [ %y, %b ]\n  ret ${F} %z\nb:\n  %y = mul ${F} %x, %x\n  br label %a`,
    );
    expect(run(text, [3n]).returned).toEqual([9n]);
  });
});

describe('what is not interpreted ends the run', () => {
  test.each([
    ['%z = srem i32 %n, 3', 'Unsupported opcode type: srem'],
    ['%z = sdiv i32 %n, 3', 'division operation not implemented for integral types'],
    ['%z = fadd float 1.0, 2.0', 'Unsupported opcode type: fadd'],
    ['%z = lshr i32 %n, 32', 'out of range'],
    ['%z = lshr i32 %n, %n', 'the shift amount must be a constant'],
    ['%z = add __zkllvm_field_vesta_base f0x1, f0x2', 'is not supported'],
    ['%z = select i1 %c, ptr null, ptr null', 'is not supported'],
    ['unreachable\na:', 'Unsupported opcode type: unreachable'],
    [`%z = call <3 x ${F}> @llvm.assigner.poseidon.v3${F}(<3 x ${F}> undef)`, 'not supported by the reference assigner'],
  ])('%s', (instruction, message) => {
    const text = circuit('void', 'i32 %n, i1 %c', `  ${instruction}\n  ret void`);
    expect(() => run(text, [5n, 1n])).toThrow(message);
  });

  test('nor is a module without exactly one circuit', () => {
    expect(() => assign('define void @f() {\n  ret void\n}')).toThrow('Entry point is not found');
    expect(() => assign('define void @f() circuit {\n  ret void\n}\ndefine void @g() circuit {\n  ret void\n}')).toThrow(
      'More then one functions',
    );
  });
});
