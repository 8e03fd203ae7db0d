import type { MemRefType, Type } from '@mlir2zk/mlir-parser';

/**
 * An argument of the model: the bytes of its elements, row-major. Code with vectors reads beyond the end of an array that
 * is no multiple of the vector's length, so there is room behind.
 */
export interface DriverInput {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** Bytes behind each input. */
const slack = 512;

/** `{ ptr, ptr, i64, [rank x i64], [rank x i64] }`, the descriptor of a ranked memref. */
function descriptor(rank: number): string {
  return rank === 0 ? '{ ptr, ptr, i64 }' : `{ ptr, ptr, i64, [${rank} x i64], [${rank} x i64] }`;
}

function bytesText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

function inputGlobals({ shape, bytes }: DriverInput, at: number): string {
  const size = bytes.length + slack;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((product, extent) => product * extent, 1));
  const list = (values: readonly number[]): string => `[${shape.length} x i64] [${values.map((value) => `i64 ${value}`).join(', ')}]`;
  const arrays = shape.length === 0 ? '' : `, ${list(shape)}, ${list(strides)}`;
  return [
    `@data${at} = internal global [${size} x i8] c"${bytesText(padded)}", align 64`,
    `@input${at} = internal global ${descriptor(shape.length)} { ptr @data${at}, ptr @data${at}, i64 0${arrays} }`,
  ].join('\n');
}

/**
 * What compilers call to round a float to a bfloat where the processor has no instruction for it; compiled programs have it from
 * their compiler's runtime library, which `lli` is not linked with. Halfway cases go to even, NaN stays NaN.
 */
const bfloatRounding = `define bfloat @__truncsfbf2(float %x) {
  %bits = bitcast float %x to i32
  %high = lshr i32 %bits, 16
  %odd = and i32 %high, 1
  %half = add i32 %odd, 32767
  %raised = add i32 %bits, %half
  %rounded = lshr i32 %raised, 16
  %quiet = or i32 %high, 64
  %isnan = fcmp uno float %x, %x
  %chosen = select i1 %isnan, i32 %quiet, i32 %rounded
  %narrow = trunc i32 %chosen to i16
  %result = bitcast i16 %narrow to bfloat
  ret bfloat %result
}`;

/**
 * An LLVM module whose `main` calls the C interface of `name` and writes each result to the file `path`: rank, offset, sizes and
 * strides as 64-bit numbers, then as many elements as the sizes say, from the offset on.
 *
 * @param results the types of the results, all of them memrefs
 * @param elementBytes the bytes of an element of each result
 */
export function driverModule(
  name: string, inputs: readonly DriverInput[], results: readonly MemRefType[], elementBytes: readonly number[], path: string,
): string {
  const struct = results.length === 1 ? descriptor(results[0].shape.length) : `{ ${results.map(({ shape }) => descriptor(shape.length)).join(', ')} }`;
  const callArguments = ['ptr %results', ...inputs.map((_, i) => `ptr @input${i}`)];
  const lines: string[] = [];
  let next = 0;
  const value = (text: string): string => {
    const id = `%v${next++}`;
    lines.push(`  ${id} = ${text}`);
    return id;
  };
  const write = (pointer: string, bytes: string): void => {
    lines.push(`  call i64 @fwrite(ptr ${pointer}, i64 1, i64 ${bytes}, ptr %file)`);
  };
  results.forEach(({ shape }, i) => {
    const rank = shape.length;
    const own = value(`getelementptr ${struct}, ptr %results, i32 0${results.length === 1 ? '' : `, i32 ${i}`}`);
    const field = (...path: number[]): string => value(`getelementptr ${descriptor(rank)}, ptr ${own}, i32 0${path.map((step) => `, i32 ${step}`).join('')}`);
    lines.push(`  store i64 ${rank}, ptr %number`);
    write('%number', '8');
    const offset = field(2);
    write(offset, '8');
    if (rank > 0) {
      write(field(3), String(8 * rank));
      write(field(4), String(8 * rank));
    }
    const sizes = shape.map((_, d) => value(`load i64, ptr ${field(3, d)}`));
    const count = sizes.reduce((product, size) => value(`mul i64 ${product}, ${size}`), '1');
    const bytes = value(`mul i64 ${count}, ${elementBytes[i]}`);
    const start = value(`mul i64 ${value(`load i64, ptr ${offset}`)}, ${elementBytes[i]}`);
    const pointer = value(`load ptr, ptr ${field(1)}`);
    write(value(`getelementptr i8, ptr ${pointer}, i64 ${start}`), bytes);
  });
  return `${inputs.map(inputGlobals).join('\n')}
@path = internal constant [${path.length + 1} x i8] c"${path}\\00"
@mode = internal constant [3 x i8] c"wb\\00"

declare void @_mlir_ciface_${name}(ptr${', ptr'.repeat(inputs.length)})
declare ptr @fopen(ptr, ptr)
declare i64 @fwrite(ptr, i64, i64, ptr)
declare i32 @fclose(ptr)

${bfloatRounding}

define i32 @main() {
  %results = alloca ${struct}
  %number = alloca i64
  call void @_mlir_ciface_${name}(${callArguments.join(', ')})
  %file = call ptr @fopen(ptr @path, ptr @mode)
${lines.join('\n')}
  call i32 @fclose(ptr %file)
  ret i32 0
}
`;
}

/** A result as the driver wrote it. */
export interface DriverResult {
  readonly shape: readonly number[];
  /** The elements, row-major. */
  readonly bytes: Uint8Array;
}

/** What a driver wrote for results of the given element sizes. */
export function readDriverResults(file: Uint8Array, elementBytes: readonly number[]): DriverResult[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 0;
  const number = (): number => {
    const value = Number(view.getBigInt64(at, true));
    at += 8;
    return value;
  };
  return elementBytes.map((size) => {
    const rank = number();
    number(); // the offset, which is where the bytes below begin
    const shape = Array.from({ length: rank }, number);
    const strides = Array.from({ length: rank }, number);
    const count = shape.reduce((product, extent) => product * extent, 1);
    shape.forEach((extent, i) => {
      const dense = shape.slice(i + 1).reduce((product, inner) => product * inner, 1);
      if (count > 0 && extent > 1 && strides[i] !== dense) throw new Error(`a result of strides ${strides.join()} is not dense`);
    });
    const bytes = file.slice(at, (at += count * size));
    return { shape, bytes };
  });
}

/** The element type of a memref; throws for other types. */
export function memrefType(type: Type): MemRefType {
  if (type.kind !== 'memref') throw new Error(`an argument or result of type ${type.kind}`);
  return type;
}
