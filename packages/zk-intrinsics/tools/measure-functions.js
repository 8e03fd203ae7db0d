/**
 * Prints the tables of docs/numerics.md: accuracy of every function of a real, and rows of functions
 * and operations on the reference assigner, for arguments that may be anything the format holds.
 *
 *   npm run build && node packages/zk-intrinsics/tools/measure-functions.js [--fixed 16.16] [--write]
 *
 * `--write` replaces the text between the marks in docs/numerics.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createZkLlvmModule, enumAttribute, FunctionBuilder, typeAttribute } from '@mlir2zk/llvm-emit';
import { assign } from '@mlir2zk/assigner';
import {
  CircuitBuilder,
  decodeReal,
  encodeReal,
  parseFixedPointFormat,
  ReferenceArithmetic,
  scalarFunctions,
} from '@mlir2zk/zk-intrinsics';

const { values: options } = parseArgs({
  options: { fixed: { type: 'string', default: '16.16' }, write: { type: 'boolean', default: false } },
});
const format = parseFixedPointFormat(options.fixed);
const { integerBits, fractionBits } = format;
const limit = 2 ** (integerBits - 1);
const unit = 2 ** -fractionBits;

/** Points of a grid; half of the points lie evenly, half evenly in the logarithm. */
const GRID = 20_000;

/**
 * @param {number} from
 * @param {number} to
 */
function* grid(from, to) {
  for (let i = 0; i <= GRID; i++) yield from + ((to - from) * i) / GRID;
  for (let i = 0; i <= GRID; i++) {
    const magnitude = unit ** (i / GRID) * Math.max(Math.abs(from), Math.abs(to));
    yield magnitude;
    yield -magnitude;
  }
}

/**
 * Largest errors of a function in units of 2^(−F): absolute where |f| ≤ 1, relative to f beyond.
 *
 * @param {import('@mlir2zk/zk-intrinsics').ScalarFunction} definition
 */
function accuracy({ measured, real, run }) {
  /** @type {import('@mlir2zk/zk-intrinsics').FixedPointMachine<import('@mlir2zk/zk-intrinsics').ReferenceValue>} */
  const machine = new ReferenceArithmetic(format);
  const [from, to] = [Math.max(measured[0], 1 - limit), Math.min(measured[1], limit - 1)];
  let worst = 0;
  let at = 0;
  for (const point of grid(from, to)) {
    const v = encodeReal(point, fractionBits);
    const x = decodeReal(v, fractionBits);
    const want = real(x);
    if (x < from || x > to || Math.abs(want) >= limit) continue;
    const result = run(machine, { v, scale: fractionBits });
    const got = typeof result === 'number' ? result : decodeReal(result.v, result.scale);
    const error = Math.abs(got - want) / unit / Math.max(1, Math.abs(want));
    if (error > worst) [worst, at] = [error, x];
  }
  return { from, to, worst, at };
}

/**
 * Rows and instructions of a circuit on arguments of the format's whole range, or of `range`.
 *
 * @typedef {(builder: CircuitBuilder, ...args: number[]) => number} Body
 * @param {number} count
 * @param {Body} body
 * @param {import('@mlir2zk/zk-intrinsics').ValueRange} [range]
 */
function cost(count, body, range) {
  const module = createZkLlvmModule();
  const { types } = module;
  const array = types.array(count, types.field('pallas_base'));
  const fn = module.addFunction('circuit', types.void, [types.ptr]);
  fn.attributes = [enumAttribute('circuit')];
  fn.parameters[0].attributes = [typeAttribute('byval', array)];
  const emitter = new FunctionBuilder(fn);
  const builder = new CircuitBuilder(emitter, format);
  const bits = integerBits + fractionBits - 1;
  const whole = { scale: fractionBits, lower: -(2 ** bits), upper: 2 ** Math.min(bits, 53) - 1 };
  const args = builder.publicInputs(0, count, range ?? whole);
  const before = fn.instructionCount;
  builder.toLlvm(body(builder, ...args));
  const instructions = fn.instructionCount - before;
  emitter.ret();
  const { table } = assign(module, { publicInputs: [new Array(count).fill(0)], stackCells: 20_000 });
  const rows = Object.values(table.rowsByComponent).reduce((sum, use) => sum + use.rows, 0);
  return { rows, instructions };
}

const integers = { scale: 0, lower: -(2 ** 31), upper: 2 ** 31 - 1 };

/**
 * What an operation is called, how many arguments it takes, how it is built, and their range.
 *
 * @type {ReadonlyArray<[string, number, Body, import('@mlir2zk/zk-intrinsics').ValueRange?]>}
 */
const operations = [
  ['a + b, a − b', 2, (b, x, y) => b.add(x, y)],
  ['a + constant', 1, (b, x) => b.add(x, b.real(0.1))],
  ['a · b, not rescaled', 2, (b, x, y) => b.mul(x, y)],
  ['a · constant, not rescaled', 1, (b, x) => b.mul(x, b.real(0.3))],
  ['a · 2^k', 1, (b, x) => b.mul(x, b.real(0.5))],
  ['a − b + constant, rescaled', 2, (b, x, y) => b.rescale(b.add(b.mul(b.sub(x, y), b.real(0.3)), b.real(0.1)))],
  ['a · b, rescaled', 2, (b, x, y) => b.rescale(b.mul(x, y))],
  ['max(a, 0)', 1, (b, x) => b.maximum(x, b.real(0))],
  ['max(a, b), min(a, b)', 2, (b, x, y) => b.maximum(x, y)],
  ['a < b and the like', 2, (b, x, y) => b.compare('lt', x, y)],
  ['a = b', 2, (b, x, y) => b.compare('eq', x, y)],
  ['a < b ? a : b', 2, (b, x, y) => b.select(b.compare('lt', x, y), x, y)],
  ['abs', 1, (b, x) => b.abs(x)],
  ['floor, ceil', 1, (b, x) => b.floor(x)],
  ['trunc', 1, (b, x) => b.trunc(x)],
  ['round half to even', 1, (b, x) => b.roundEven(x)],
  ['a / b', 2, (b, x, y) => b.div(x, y)],
  ['1 / a', 1, (b, x) => b.reciprocal(x)],
  ['a / constant, not rescaled', 1, (b, x) => b.div(x, b.real(3))],
  ['rem(a, b)', 2, (b, x, y) => b.rem(x, y)],
  ['a^b', 2, (b, x, y) => b.pow(x, y)],
  ['a^3, not rescaled', 1, (b, x) => b.pow(x, b.real(3))],
  ['i32: wrap after a product', 2, (b, x, y) => b.wrapSigned(b.muli(x, y, 32), 32), integers],
  ['i32: divsi', 2, (b, x, y) => b.divsi(x, y, 32), integers],
  ['i32: floordivsi by 8', 1, (b, x) => b.floordivsi(x, b.integer(8), 32), integers],
  ['i32: remsi', 2, (b, x, y) => b.remsi(x, y, 32), integers],
  ['i32: andi', 2, (b, x, y) => b.andi(x, y, 32), integers],
];

const lines = [
  `Format ${options.fixed}; one unit is 2^−${fractionBits}.`,
  '',
  '| function | measured on | largest error, units | at | rows | instructions | domain |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...Object.values(scalarFunctions).map((definition) => {
    const { name } = definition;
    const { from, to, worst, at } = accuracy(definition);
    const { rows, instructions } = cost(1, (b, x) => b.call(name, x));
    /** @param {number} x */
    const digits = (x) => String(Number(x.toPrecision(5))).replace('-', '−');
    return `| ${name} | ${digits(from)} … ${digits(to)} | ${worst.toFixed(2)} | ${digits(at)} | ${rows} | ${instructions} | ${definition.domain} |`;
  }),
  '',
  '| operation | rows | instructions |',
  '| --- | --- | --- |',
  ...operations.map(([name, count, body, range]) => {
    const { rows, instructions } = cost(count, body, range);
    return `| ${name} | ${rows} | ${instructions} |`;
  }),
];
const tables = lines.join('\n');

if (options.write) {
  const path = join(import.meta.dirname, '../../../docs/numerics.md');
  const text = readFileSync(path, 'utf8');
  const marks = /(<!-- measured -->\n)[^]*(<!-- end of measured -->)/;
  if (!marks.test(text)) throw new Error(`${path} has no marks for the tables`);
  writeFileSync(path, text.replace(marks, (_, begin, end) => `${begin}\n${tables}\n${end}`));
} else {
  console.log(tables);
}
