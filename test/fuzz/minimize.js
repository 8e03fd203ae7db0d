/**
 * Makes a failing input smaller as long as it fails in the same way: pieces are left out, halves first, single bytes last.
 *
 * @param {Uint8Array} bytes
 * @param {(bytes: Uint8Array) => Promise<boolean>} stillFails
 * @param {number} [attempts] at most
 * @returns {Promise<Uint8Array>}
 */
export async function minimize(bytes, stillFails, attempts = 2000) {
  let smallest = bytes;
  for (let size = bytes.length >> 1; size >= 1; size >>= 1) {
    for (let start = 0; start < smallest.length; ) {
      if (attempts-- <= 0) return smallest;
      const candidate = Buffer.concat([smallest.subarray(0, start), smallest.subarray(start + size)]);
      if (await stillFails(candidate)) smallest = candidate;
      else start += size;
    }
  }
  return smallest;
}
