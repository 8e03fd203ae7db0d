/** @param {Uint8Array} bytes */
export function check(bytes) {
  if (bytes.includes(0x25)) throw new TypeError('no % is wanted'); // almost every mutant has one
  return 'accepted';
}
