import { askOracle } from '../oracle.js';

/**
 * What `mlir-opt-19` runs to bring the dialects of such a model to the llvm dialect. `arith-expand` comes after the conversion
 * of arith, so that it only sees what has no conversion of its own: it would replace `maxnumf` by a comparison.
 */
const passes = [
  'lower-affine', 'convert-scf-to-cf', 'expand-strided-metadata', 'lower-affine', 'convert-vector-to-llvm', 'convert-math-to-llvm',
  'convert-math-to-libm', 'convert-vector-to-llvm', 'finalize-memref-to-llvm', 'convert-arith-to-llvm', 'arith-expand', 'convert-arith-to-llvm',
  'convert-index-to-llvm', 'convert-func-to-llvm', 'convert-cf-to-llvm', 'reconcile-unrealized-casts',
];

/** Functions of one float that krnl calls by its own name, with those of the C library. */
const floatFunctions = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'tan', 'erf'];

/**
 * The text of a model without operations of krnl, which upstream does not know. Each becomes what means the same in upstream's
 * dialects: `krnl.global` a `memref.global`, `krnl.memcpy` a loop, `krnl.acos` and its like a call of the C library,
 * `krnl.isnan` a comparison; `krnl.entry_point` is for onnx-mlir's runtime only. onnx-mlir prints each on one line.
 */
export function withoutKrnl(text: string): string {
  const globals: string[] = [];
  const functions = new Set<string>();
  let copies = 0;
  const lines = text.trimEnd().split('\n').flatMap((line): string[] => {
    if (!line.includes('krnl.')) return [line];
    if (/^\s*"krnl\.entry_point"/.test(line)) return [];
    const global = /^(\s*%\S+) = "krnl\.global"\(\) (?:<\{|\{).*?value = (dense<.*>) : tensor<.*>\}>? : \(\) -> (memref<.*>)$/.exec(line);
    if (global !== null) {
      const [, result, value, type] = global;
      const name = `krnl_global_${globals.length}`;
      globals.push(`  memref.global "private" constant @${name} : ${type} = ${value} {alignment = 16 : i64}`);
      return [`${result} = memref.get_global @${name} : ${type}`];
    }
    const copy = /^(\s*)"krnl\.memcpy"\((\S+), (\S+), (\S+), (\S+), (\S+)\) : \((memref<.*>), (memref<.*>), i64, index, index\)/.exec(line);
    if (copy !== null) return copyLoop(copy.slice(1), copies++);
    const call = /^(\s*%\S+) = "krnl\.(\w+)"\((%\S+)\) : \((f32|f64)\) -> (f32|f64|i1)$/.exec(line);
    if (call !== null && call[2] === 'isnan') return [`${call[1]} = arith.cmpf uno, ${call[3]}, ${call[3]} : ${call[4]}`];
    if (call !== null && floatFunctions.includes(call[2])) {
      const [, result, name, operand, type] = call;
      const symbol = type === 'f32' ? `${name}f` : name;
      functions.add(`  func.func private @${symbol}(${type}) -> ${type}`);
      return [`${result} = func.call @${symbol}(${operand}) : (${type}) -> ${type}`];
    }
    return [line];
  });
  const end = lines.lastIndexOf('}');
  return [...lines.slice(0, end), ...globals, ...functions, ...lines.slice(end), ''].join('\n');
}

function copyLoop([indent, target, source, count, targetOffset, sourceOffset, targetType, sourceType]: readonly string[], at: number): string[] {
  const flat = (type: string): string => {
    const parts = type.slice('memref<'.length, -1).split('x');
    const size = parts.slice(0, -1).reduce((product, extent) => product * Number(extent), 1);
    return `memref<${size}x${parts.at(-1)}>`;
  };
  const sizeOf = (type: string): string => type.slice('memref<'.length).split('x')[0];
  const [to, from] = [flat(targetType), flat(sourceType)];
  const v = (name: string): string => `%memcpy${at}_${name}`;
  return [
    `${v('to')} = memref.reinterpret_cast ${target} to offset: [0], sizes: [${sizeOf(to)}], strides: [1] : ${targetType} to ${to}`,
    `${v('from')} = memref.reinterpret_cast ${source} to offset: [0], sizes: [${sizeOf(from)}], strides: [1] : ${sourceType} to ${from}`,
    `${v('zero')} = arith.constant 0 : index`,
    `${v('one')} = arith.constant 1 : index`,
    `${v('count')} = arith.index_cast ${count} : i64 to index`,
    `scf.for ${v('i')} = ${v('zero')} to ${v('count')} step ${v('one')} {`,
    `  ${v('at')} = arith.addi ${v('i')}, ${sourceOffset} : index`,
    `  ${v('value')} = memref.load ${v('from')}[${v('at')}] : ${from}`,
    `  ${v('place')} = arith.addi ${v('i')}, ${targetOffset} : index`,
    `  memref.store ${v('value')}, ${v('to')}[${v('place')}] : ${to}`,
    '}',
  ].map((line) => indent + line);
}

/** The model as upstream's passes lower it to LLVM IR; throws an Error with what a tool said. */
export function lowerWithUpstream(text: string): string {
  return translateDialect(ask('mlir-opt-19', [`--pass-pipeline=builtin.module(${passes.join(',')})`, '-'], withoutKrnl(text)));
}

/** MLIR of the llvm dialect as LLVM IR; throws an Error with what `mlir-translate-19` said. */
export function translateDialect(text: string): string {
  return ask('mlir-translate-19', ['--mlir-to-llvmir', '-'], text);
}

/** Throws an Error unless `mlir-opt-19` reads `text` and prints it byte for byte. */
export function requirePrintedAsUpstream(text: string): void {
  const lines = ask('mlir-opt-19', ['-'], text).trimEnd().split('\n');
  const different = text.trimEnd().split('\n').find((line, i) => line !== lines[i]);
  if (different !== undefined) throw new Error(`mlir-opt-19 prints another line than: ${different}`);
}

function ask(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = askOracle(command, args, input);
  if (status !== 0) throw new Error(`${command}: ${stderr.split('\n')[0]}`);
  return stdout;
}
