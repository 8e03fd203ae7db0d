import type { DataBits } from '../ir/constant-pool.js';
import type { ArrayType, FloatType } from '../ir/type.js';
import type { ByteWriter } from './byte-writer.js';
import { exponentForm, floatText } from './float-text.js';

/** Writes an array of plain numbers as `[T value, T value]`, from its bits, without a constant per element. */
export function writeData(writer: ByteWriter, { element }: ArrayType, bits: Exclude<DataBits, Uint8Array>): void {
  const prefix = `${element.text} `;
  writer.ascii('[');
  if (element.kind === 'float') writeFloats(writer, element, prefix, bits);
  else writeIntegers(writer, prefix, bits);
  writer.ascii(']');
}

function writeIntegers(writer: ByteWriter, prefix: string, bits: Exclude<DataBits, Uint8Array>): void {
  if (bits instanceof BigUint64Array) {
    bits.forEach((value, index) => {
      writer.ascii(`${index > 0 ? ', ' : ''}${prefix}${BigInt.asIntN(64, value)}`);
    });
    return;
  }
  const signed =
    bits instanceof Uint16Array
      ? new Int16Array(bits.buffer, bits.byteOffset, bits.length)
      : new Int32Array(bits.buffer, bits.byteOffset, bits.length);
  for (let i = 0; i < signed.length; i++) {
    if (i > 0) writer.ascii(', ');
    writer.ascii(prefix);
    if (signed[i] < 0) writer.ascii('-');
    writer.natural(Math.abs(signed[i]));
  }
}

/** Powers of two by which a number of at least 10^-6 with at most seven decimal digits becomes an integer. */
const SEVEN_DIGITS = 2 ** 12;
const SMALLEST = 1e-6;

const scratch = new DataView(new ArrayBuffer(8));

function writeFloats(writer: ByteWriter, type: FloatType, prefix: string, bits: Exclude<DataBits, Uint8Array>): void {
  const hexadecimal = type.name === 'float' || type.name === 'double';
  const floats = bits instanceof Uint32Array ? new Float32Array(bits.buffer, bits.byteOffset, bits.length) : undefined;
  const doubles = bits instanceof BigUint64Array ? new Float64Array(bits.buffer, bits.byteOffset, bits.length) : undefined;
  const short = new Map<number, string>();
  for (let i = 0; i < bits.length; i++) {
    if (i > 0) writer.ascii(', ');
    writer.ascii(prefix);
    if (!hexadecimal) {
      const value = bits[i];
      writer.ascii(floatText(type, Number.NaN, () => BigInt(value)));
      continue;
    }
    const value = floats?.[i] ?? doubles?.[i] ?? Number.NaN; // one of both is there
    if (Number.isNaN(value)) {
      const payload = bits[i];
      writer.ascii(floatText(type, value, () => BigInt(payload)));
      continue;
    }
    // Most weights need all their digits: this tells them without making a string.
    if (Math.abs(value) < SMALLEST && value !== 0 ? true : Number.isInteger(value * SEVEN_DIGITS)) {
      const text = shortText(short, value);
      if (text !== '') {
        writer.ascii(text);
        continue;
      }
    }
    scratch.setFloat64(0, value);
    writer.hexadecimal(scratch.getUint32(0), scratch.getUint32(4));
  }
}

/** How many texts of numbers are kept. */
const MOST_SHORT = 1 << 12;

/** The number with six decimals, or nothing if that is another number. */
function shortText(known: Map<number, string>, value: number): string {
  const found = Object.is(value, -0) ? undefined : known.get(value);
  if (found !== undefined) return found;
  const decimal = exponentForm(value);
  const text = Number(decimal) === value ? decimal : '';
  if (known.size < MOST_SHORT && !Object.is(value, -0)) known.set(value, text);
  return text;
}
