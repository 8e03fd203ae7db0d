/**
 * A small generator of pseudo-random numbers (mulberry32): one seed, one sequence, on every machine.
 *
 * @param {number} seed
 * @returns {(below: number) => number} gives an integer of [0, below)
 */
export function randomIntegers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}
