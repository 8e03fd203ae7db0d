import type { Region } from './region.js';
import type { Value } from './value.js';

/** The region that `value` belongs to. */
export function regionOf(value: Value): Region | undefined {
  return (value.kind === 'op-result' ? value.owner.block : value.owner)?.parent;
}
