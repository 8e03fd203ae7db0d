import { powerOfTwo, type CircuitBuilder, type ValueRange } from '@mlir2zk/zk-intrinsics';

/**
 * A scale and bounds that fit all of `values`: the largest scale, so that bringing a value to it loses nothing, and the hull
 * of the bounds.
 */
export function commonRange(builder: CircuitBuilder, values: Int32Array): ValueRange {
  let scale = 0;
  let lower = Infinity;
  let upper = -Infinity;
  for (const value of values) {
    scale = Math.max(scale, builder.scaleOf(value));
    lower = Math.min(lower, builder.lowerOf(value));
    upper = Math.max(upper, builder.upperOf(value));
  }
  if (values.length === 0) return { scale: 0, lower: 0, upper: 0 };
  const unit = powerOfTwo(scale);
  // Rounded constants may lie up to half a unit beyond their bounds.
  return { scale, lower: Math.floor(lower * unit), upper: Math.ceil(upper * unit) };
}
