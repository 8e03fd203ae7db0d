import type { CircuitCore } from '../core/circuit-core.js';
import type { CircuitValue } from '../core/value-table.js';
import { multiply } from './multiply.js';

/** a^n for n ≥ 1 by squaring: products keep their bits as long as {@link multiply} lets them. */
export function integerPower(core: CircuitCore, a: CircuitValue, n: number): CircuitValue {
  let power = a;
  let result: CircuitValue | undefined;
  for (let rest = n; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = result === undefined ? power : multiply(core, result, power);
    if (rest > 1) power = multiply(core, power, power);
  }
  return result ?? core.real(1);
}
