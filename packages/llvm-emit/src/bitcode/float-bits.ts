import type { FloatTypeName } from '../ir/type.js';
import { narrowBits, widenBits } from '../text/float-text.js';

const scratch = new DataView(new ArrayBuffer(8));

/** The bits of a number in a format, undefined for the formats that a double cannot hold. */
export function floatBits(
  format: FloatTypeName,
  value: number,
): { readonly low: number; readonly high: number } | undefined {
  switch (format) {
    case 'half':
      return { low: narrowBits(value, 5, 10), high: 0 };
    case 'bfloat':
      return { low: narrowBits(value, 8, 7), high: 0 };
    case 'float':
      scratch.setFloat32(0, value);
      return { low: scratch.getUint32(0), high: 0 };
    case 'double':
      scratch.setFloat64(0, value);
      return { low: scratch.getUint32(4), high: scratch.getUint32(0) };
    case 'x86_fp80':
    case 'fp128':
    case 'ppc_fp128':
      return undefined;
  }
}

/** The number with those bits in a format, undefined for the formats that a double cannot hold. */
export function floatFromBits(format: FloatTypeName, low: number, high: number): number | undefined {
  switch (format) {
    case 'half':
      return widenBits(low & 0xffff, 5, 10);
    case 'bfloat':
      return widenBits(low & 0xffff, 8, 7);
    case 'float':
      scratch.setUint32(0, low);
      return scratch.getFloat32(0);
    case 'double':
      scratch.setUint32(0, high);
      scratch.setUint32(4, low);
      return scratch.getFloat64(0);
    case 'x86_fp80':
    case 'fp128':
    case 'ppc_fp128':
      return undefined;
  }
}
