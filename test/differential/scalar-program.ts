/** An operation on scalars: `text` with `$a`, `$b` and `$c` for the operands. */
export interface ScalarOperation {
  readonly text: string;
  readonly result: string;
}

/** The operations of one list: same operand and result type, spelled `NAME $a, … : TYPE`. */
function same(type: string, arity: 1 | 2 | 3, names: readonly string[]): ScalarOperation[] {
  const operands = ['$a', '$b', '$c'].slice(0, arity).join(', ');
  return names.map((name) => ({ text: `${name} ${operands} : ${type}`, result: type }));
}

const prefixed = (dialect: string, names: string): string[] => names.split(' ').map((name) => `${dialect}.${name}`);

const comparisons = (type: string, op: string, predicates: string): ScalarOperation[] =>
  predicates.split(' ').map((predicate) => ({ text: `${op} ${predicate}, $a, $b : ${type}`, result: 'i1' }));

const casts = (from: string, table: Readonly<Record<string, string>>): ScalarOperation[] =>
  Object.entries(table).flatMap(([op, targets]) => targets.split(' ').map((to) => ({ text: `${op} $a : ${from} to ${to}`, result: to })));

/** Operations of floats; those of the C library only where the library has a function of the type. */
function floatOperations(type: string): ScalarOperation[] {
  return [
    ...same(type, 2, prefixed('arith', 'addf subf mulf divf remf maximumf minimumf maxnumf minnumf')),
    ...same(type, 1, ['arith.negf']),
    ...same(type, 1, prefixed('math', 'absf ceil cos exp exp2 floor log log10 log2 round roundeven sin sqrt trunc rsqrt expm1 log1p')),
    ...same(type, 1, prefixed('math', 'acos acosh asin asinh atan atanh cbrt cosh erf sinh tan tanh')),
    ...same(type, 2, prefixed('math', 'copysign powf atan2')),
    ...same(type, 3, ['math.fma']),
    ...comparisons(type, 'arith.cmpf', 'false oeq ogt oge olt ole one ord ueq ugt uge ult ule une uno true'),
  ];
}

function integerOperations(type: string): ScalarOperation[] {
  return [
    ...same(type, 2, prefixed('arith', 'addi subi muli andi ori xori maxsi minsi maxui minui')),
    ...same(type, 1, prefixed('math', 'absi ctlz cttz ctpop')),
    ...comparisons(type, 'arith.cmpi', 'eq ne slt sle sgt sge ult ule ugt uge'),
    // Division by 0, and of the smallest number by -1, is undefined: `$d` is between 1 and 64.
    ...prefixed('arith', 'divsi divui remsi remui floordivsi ceildivsi ceildivui').map((name) => ({ text: `${name} $a, $d : ${type}`, result: type })),
    ...prefixed('arith', 'shli shrsi shrui').map((name) => ({ text: `${name} $a, $s : ${type}`, result: type })),
  ];
}

/** The operations that are compared, by the type of their operands. */
export const scalarOperations: Readonly<Record<string, readonly ScalarOperation[]>> = {
  f32: [...floatOperations('f32'), ...casts('f32', { 'arith.extf': 'f64', 'arith.truncf': 'f16', 'arith.bitcast': 'i32' })],
  f64: [...floatOperations('f64'), ...casts('f64', { 'arith.truncf': 'f32 f16', 'arith.bitcast': 'i64' })],
  i8: [...integerOperations('i8'), ...casts('i8', { 'arith.extsi': 'i16 i64', 'arith.extui': 'i32', 'arith.sitofp': 'f32', 'arith.uitofp': 'f64' })],
  i32: [...integerOperations('i32'), ...casts('i32', { 'arith.trunci': 'i8 i1', 'arith.index_cast': 'index', 'arith.index_castui': 'index', 'arith.sitofp': 'f32 f64' })],
  i64: [...integerOperations('i64'), ...casts('i64', { 'arith.trunci': 'i32', 'arith.uitofp': 'f32', 'arith.bitcast': 'f64' })],
};

/** How many elements each operand has. */
export const elementCount = 48;

/** A module whose `main_graph` runs each of `operations` on the elements of three arrays of `type`; a result for each of them. */
export function scalarProgram(type: string, operations: readonly ScalarOperation[]): string {
  const from = `memref<${elementCount}x${type}>`;
  const to = operations.map(({ result }) => `memref<${elementCount}x${result}>`);
  const integers = [
    `      %low = arith.constant ${type === 'i8' ? 31 : 63} : ${type}`,
    `      %one = arith.constant 1 : ${type}`,
    `      %masked = arith.andi %b, %low : ${type}`,
    `      %d = arith.addi %masked, %one : ${type}`,
    `      %seven = arith.constant 7 : ${type}`,
    `      %s = arith.andi %b, %seven : ${type}`,
  ];
  return [
    `func.func @main_graph(%x: ${from}, %y: ${from}, %z: ${from}) -> (${to.join(', ')}) attributes {llvm.emit_c_interface} {`,
    ...to.map((result, i) => `    %out${i} = memref.alloc() : ${result}`),
    `    affine.for %i = 0 to ${elementCount} {`,
    `      %a = affine.load %x[%i] : ${from}`,
    `      %b = affine.load %y[%i] : ${from}`,
    `      %c = affine.load %z[%i] : ${from}`,
    ...(type.startsWith('f') ? [] : integers),
    ...operations.flatMap(({ text }, i) => [
      `      %r${i} = ${text.replaceAll('$', '%')}`,
      `      affine.store %r${i}, %out${i}[%i] : ${to[i]}`,
    ]),
    '    }',
    `    return ${to.map((_, i) => `%out${i}`).join(', ')} : ${to.join(', ')}`,
    '}',
    '',
  ].join('\n');
}
