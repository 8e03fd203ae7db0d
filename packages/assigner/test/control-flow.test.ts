import { assign, AssignerError } from '../src/index.js';
import type { Assignment, AssignOptions } from '../src/index.js';
import { circuit, F } from './circuit-text.js';

const run = (text: string, inputs: readonly unknown[], options: AssignOptions = {}): Assignment =>
  assign(text, { publicInputs: inputs.map((input) => (Array.isArray(input) ? input : [input]) as bigint[]), ...options });

/** The message of the AssignerError that ends a run. */
function errorOf(text: string, inputs: readonly unknown[], options: AssignOptions = {}): string {
  try {
    run(text, inputs, { fileName: 'c.ll', ...options });
  } catch (error) {
    if (error instanceof AssignerError) return error.message;
    throw error;
  }
  throw new Error('the run did not end with an error');
}

/** Line and column, counted from 1, of the only occurrence of a text: where a message must point to. */
function placeOf(text: string, found: string): string {
  const before = text.slice(0, text.indexOf(found)).split('\n');
  expect(text.split(found)).toHaveLength(2);
  return `c.ll:${before.length}:${before[before.length - 1].length + 1}`;
}

const copyCheck = (value: string): string => `call void @llvm.assigner.exit.check.eq.${F}(${F} %x, ${F} ${value})`;

describe('a conditional branch of the circuit function', () => {
  const diamond = circuit(
    F,
    `i1 %c, ${F} %x`,
    `  br i1 %c, label %a, label %b
a:
  %s = mul ${F} %x, %x
  br label %join
b:
  %t = add ${F} %x, f0x7
  br label %join
join:
  %z = phi ${F} [ %s, %a ], [ %t, %b ]
  %w = add ${F} %z, f0x7
  ret ${F} %w`,
  );

  test('runs both sides up to the return, and returns what the taken one does', () => {
    expect(run(diamond, [1, 5]).returned).toEqual([32n]);
    expect(run(diamond, [0, 5]).returned).toEqual([19n]);
    expect(run(diamond, [-1, 5]).returned).toEqual([32n]); // any condition but zero holds
  });

  test.each([0, 1])('has the same rows for the condition %d', (condition) => {
    // Cells: 0, 1 and the literal, which the frame keeps for the second side. Rows 0 and 1; mul in row 2; the literal is
    // the third cell; then add of the true side, and two adds of the false side.
    expect(run(diamond, [condition, 5]).table).toMatchObject({
      constantCells: 3,
      usableRows: 6,
      rowsByComponent: { multiplication: { count: 1, rows: 1 }, addition: { count: 3, rows: 3 } },
    });
  });

  test('takes a constant cell for a constant condition and runs both sides all the same', () => {
    const constant = diamond.replace('br i1 %c', 'br i1 false');
    const { returned, table } = run(constant, [1, 5]);
    expect(returned).toEqual([19n]);
    // The condition's cell, the third, lies in row 2: mul begins in row 3. The fourth, the literal, pushes nothing.
    expect(table).toMatchObject({ constantCells: 4, usableRows: 7 });
  });

  test('runs what follows a join once for each way to it', () => {
    const text = circuit(
      F,
      `i1 %c, i1 %d, ${F} %x`,
      `  br i1 %c, label %a, label %j
a:
  %s = add ${F} %x, %x
  br label %j
j:
  %p = phi ${F} [ %s, %a ], [ %x, %0 ]
  br i1 %d, label %b, label %k
b:
  %t = mul ${F} %p, %p
  br label %k
k:
  %q = phi ${F} [ %t, %b ], [ %p, %j ]
  %w = add ${F} %q, %x
  ret ${F} %w`,
    );
    const of = (c: number, d: number): readonly bigint[] => run(text, [c, d, 5]).returned;
    expect([of(0, 0), of(0, 1), of(1, 0), of(1, 1)]).toEqual([[10n], [30n], [15n], [105n]]);
    // 2 + the first add + 2 * (mul and add of one side, add of the other).
    expect(run(text, [0, 0, 5]).table.usableRows).toBe(9);
  });

  test('leaves the lanes of the first run in front where an intrinsic with several results runs again', () => {
    const text = circuit(
      F,
      `i1 %c, ptr byval([2 x ${F}]) %p, <2 x ${F}> %th`,
      `  br i1 %c, label %a, label %j
a:
  br label %j
j:
  %x = phi ${F} [ f0x2, %a ], [ f0x4, %0 ]
  %v = call <3 x ${F}> @llvm.assigner.permutation.arg.verifier(ptr %p, ptr %p, ptr %p, i32 2, ${F} %x, ${F} %x, ${F} %x, ${F} %x, ${F} %x, <2 x ${F}> %th)
  %z = extractelement <3 x ${F}> %v, i32 2
  ret ${F} %z`,
    );
    const inputs = (c: number): readonly unknown[] => [c, [1, 2], [3, 4]];
    // The terms depend on %x, but the false side reads those of the true side.
    expect(run(text, inputs(0)).returned).toEqual(run(text, inputs(1)).returned);
    const alone = text.replace('f0x2', 'f0x4');
    expect(run(alone, inputs(1)).returned).not.toEqual(run(text, inputs(1)).returned);
  });

  test('constrains in the dead side too', () => {
    const text = circuit(
      'void',
      `i1 %c, ${F} %x`,
      `  br i1 %c, label %a, label %b\na:\n  ${copyCheck('f0x1')}\n  ret void\nb:\n  ${copyCheck('f0x2')}\n  ret void`,
    );
    const { satisfied, violations } = run(text, [1, 1], { fileName: 'c.ll' });
    expect(satisfied).toBe(false);
    expect(violations.map(({ place }) => place)).toEqual([placeOf(text, copyCheck('f0x2'))]);
    expect(run(text, [0, 1]).violations.map(({ place }) => place.split(':')[1])).toEqual(['8']);
  });

  test('merges nothing: each side begins with the memory before, that of the false side stays', () => {
    const text = circuit(
      F,
      `ptr byval([2 x ${F}]) %p, i1 %c`,
      `  %x = load ${F}, ptr %p
  br i1 %c, label %a, label %b
a:
  %s = add ${F} %x, %x
  store ${F} %s, ptr %p
  br label %b
b:
  %z = load ${F}, ptr %p
  ret ${F} %z`,
    );
    expect(run(text, [[3, 4], 1])).toMatchObject({ returned: [6n], argumentMemory: [[3n, 4n], undefined] });
    expect(run(text, [[3, 4], 0]).returned).toEqual([3n]);
    expect(run(text, [[3, 4], 1]).table.usableRows).toBe(3);
  });
});

describe('a conditional branch of a function that is called', () => {
  const callee = `define ${F} @f(ptr %p, i1 %c, ${F} %x) {
  br i1 %c, label %a, label %b
a:
  store ${F} %x, ptr %p
  ret ${F} %x
b:
  ret ${F} f0x7
}`;
  const caller = (allocate: string): string =>
    circuit(
      F,
      `i1 %c, ${F} %x`,
      `  %p = ${allocate}
  %y = add ${F} %x, %x
  store ${F} %y, ptr %p
  %r = call ${F} @f(ptr %p, i1 %c, ${F} %x)
  %v = load ${F}, ptr %p
  %z = mul ${F} %v, %r
  ret ${F} %z`,
      callee,
    );

  test('selects the memory of the taken side, and returns the scalar of the false side', () => {
    const text = caller(`alloca [2 x ${F}]`);
    expect(run(text, [1, 5])).toMatchObject({ returned: [35n], satisfied: true }); // 5 * 7
    expect(run(text, [0, 5])).toMatchObject({ returned: [70n], satisfied: true }); // 10 * 7
  });

  test('takes five rows for a cell with a value, none for one without', () => {
    // Cells: 0, 1, the count of the alloca (row 2), the callee, the literal of its ret. Rows: add in 3; the fifth cell
    // ends at 5; selection 5 to 9; mul in 10. The second element of %p has no value.
    expect(run(caller(`alloca [2 x ${F}]`), [1, 5]).table).toMatchObject({
      constantCells: 5,
      usableRows: 11,
      rowsByComponent: {
        addition: { count: 2, rows: 2 },
        division_or_zero: { count: 1, rows: 1 },
        multiplication: { count: 3, rows: 3 },
        subtraction: { count: 1, rows: 1 },
      },
    });
  });

  test('selects cells of the heap as those of the stack', () => {
    // The literal of malloc and the function malloc: two cells where the alloca takes one.
    const text = caller('call ptr @llvm.assigner.malloc(i64 32)');
    expect(run(text, [1, 5])).toMatchObject({ returned: [35n], table: { constantCells: 6, usableRows: 12 } });
    expect(run(text, [0, 5]).returned).toEqual([70n]);
  });

  test('selects equal cells too, also those that the callee cannot reach', () => {
    const body = (argument: string): string =>
      circuit(
        'void',
        `${argument}i1 %c`,
        '  call void @g(i1 %c)\n  ret void',
        'define void @g(i1 %c) {\n  br i1 %c, label %a, label %b\na:\n  ret void\nb:\n  ret void\n}',
      );
    expect(run(body(''), [1]).table.usableRows).toBe(3); // the callee's cell
    expect(run(body(`ptr byval([4 x ${F}]) %p, `), [[1, 2, 3, 4], 1]).table.usableRows).toBe(3 + 4 * 5);
  });

  test('chooses addresses without a component, and takes a value that only the true side has', () => {
    const text = circuit(
      F,
      `ptr byval([2 x ${F}]) %p, i1 %c`,
      `  %cell = alloca ptr
  %late = alloca ${F}
  call void @f(ptr %cell, ptr %late, ptr %p, i1 %c)
  %q = load ptr, ptr %cell
  %v = load ${F}, ptr %q
  %w = load ${F}, ptr %late
  %z = mul ${F} %v, %w
  ret ${F} %z`,
      `define void @f(ptr %cell, ptr %late, ptr %p, i1 %c) {
  %second = getelementptr ${F}, ptr %p, i64 1
  br i1 %c, label %a, label %b
a:
  store ptr %second, ptr %cell
  store ${F} f0xA, ptr %late
  ret void
b:
  store ptr %p, ptr %cell
  ret void
}`,
    );
    expect(run(text, [[3, 4], 1]).returned).toEqual([40n]);
    expect(run(text, [[3, 4], 0]).returned).toEqual([30n]); // with the value of the dead side
    // Cells: 0, 1, the allocas' count, the callee, the index, the literal; two selections for %p; mul.
    expect(run(text, [[3, 4], 1]).table).toMatchObject({ constantCells: 6, usableRows: 6 + 2 * 5 + 1 });
  });

  const nested = (first: string, second: string): string =>
    circuit(
      F,
      `i1 %c, i1 %d`,
      `  %p = alloca ${F}
  store ${F} f0x1, ptr %p
  call void @f(ptr %p, i1 %c, i1 %d)
  %z = load ${F}, ptr %p
  ret ${F} %z`,
      `define void @f(ptr %p, i1 %c, i1 %d) {
  br i1 %c, label %${first}, label %${second}
inner:
  br i1 %d, label %a, label %b
a:
  store ${F} f0x2, ptr %p
  ret void
b:
  store ${F} f0x3, ptr %p
  ret void
outer:
  ret void
}`,
    );

  test('merges nothing within the true side of another: its false side counts', () => {
    const of = (c: number, d: number): readonly bigint[] => run(nested('inner', 'outer'), [c, d]).returned;
    expect([of(0, 0), of(0, 1), of(1, 0), of(1, 1)]).toEqual([[1n], [1n], [3n], [3n]]);
  });

  test('ends the run within the false side of another', () => {
    const text = nested('outer', 'inner');
    expect(errorOf(text, [1, 1])).toContain(`${placeOf(text, 'br i1 %c')}: error: the assigner ends with an error here`);
  });
});

describe("a side that begins with the block 'panic'", () => {
  const guard = (label: string, isTrueSide: boolean): string =>
    circuit(
      F,
      `i1 %c, ${F} %x`,
      `  br i1 %c, label %${isTrueSide ? label : 'ok'}, label %${isTrueSide ? 'ok' : label}
${label}:
  ${copyCheck('f0x63')}
  ret ${F} f0x0
ok:
  %z = add ${F} %x, %x
  ret ${F} %z`,
    );

  test('is left out where it is not taken', () => {
    expect(run(guard('panic', true), [0, 5])).toMatchObject({ returned: [10n], satisfied: true, table: { constantCells: 2 } });
    expect(run(guard('panic', true), [1, 5])).toMatchObject({ returned: [0n], satisfied: false });
    expect(run(guard('panic', false), [0, 5])).toMatchObject({ returned: [0n], satisfied: false });
    expect(run(guard('panic1', true), [0, 5])).toMatchObject({ returned: [10n], satisfied: false });
  });

  test('leaves the assigner without a last side if it is the false one', () => {
    const text = guard('panic', false);
    expect(errorOf(text, [1, 5])).toContain(`${placeOf(text, 'br i1 %c')}: error: the assigner ends with an error here`);
  });
});

describe('what does not end', () => {
  const loop = (metadata: string): string =>
    `${circuit(
      'void',
      'i1 %c',
      `  br label %l\nl:\n  br i1 %c, label %l, label %e${metadata}\ne:\n  ret void`,
    )}\n!0 = distinct !{!0}\n`;

  test.each([
    [', !llvm.loop !0', "Can't to process loop"],
    ['', 'the loop does not end'],
  ])('a loop with the metadata "%s"', (metadata, message) => {
    for (const condition of [0, 1]) {
      expect(errorOf(loop(metadata), [condition])).toContain(`${placeOf(loop(metadata), 'br i1 %c')}: error: ${message}`);
    }
  });

  test('recursion that a condition is to end', () => {
    const text = circuit(
      'void',
      'i1 %c',
      '  call void @f(i1 %c)\n  ret void',
      'define void @f(i1 %c) {\n  br i1 %c, label %a, label %b\na:\n  call void @f(i1 %c)\n  ret void\nb:\n  ret void\n}',
    );
    expect(errorOf(text, [0])).toContain(`${placeOf(text, 'br i1 %c')}: error: more than 2000 branches on one way`);
  });

  test('a row of branches, of which each doubles the runs of those behind it', () => {
    const steps = Array.from({ length: 40 }, (_, i) => `  br i1 %c, label %a${i}, label %j${i}\na${i}:\n  br label %j${i}\nj${i}:`);
    expect(errorOf(circuit('void', 'i1 %c', `${steps.join('\n')}\n  ret void`), [0])).toContain('executes more than 262144 branches');
  });
});

describe('switch', () => {
  const text = circuit(
    F,
    `i8 %n, ${F} %x`,
    `  switch i8 %n, label %other [
    i8 1, label %a
    i8 2, label %b
  ]
a:
  %s = add ${F} %x, %x
  ret ${F} %s
b:
  %t = mul ${F} %x, %x
  ret ${F} %t
other:
  %u = sub ${F} %x, %x
  ret ${F} %u`,
  );

  test.each([1, 2, 3])('of %d runs the cases, not the default, and ends the run', (n) => {
    const components: string[] = [];
    const message = errorOf(text, [n, 5], { observer: (component) => components.push(component) });
    expect(message).toContain(`${placeOf(text, 'switch i8')}: error: the assigner ends with an error at a switch`);
    expect(components).toEqual(['addition', 'multiplication']);
  });

  test('reports what goes wrong in a case', () => {
    const wrong = text.replace(`%t = mul ${F} %x, %x`, 'unreachable').replace(`  ret ${F} %t\n`, '');
    expect(errorOf(wrong, [1, 5])).toContain(`${placeOf(wrong, 'unreachable')}: error: Unsupported opcode type: unreachable`);
  });
});
