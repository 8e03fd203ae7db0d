/** @param {Uint8Array} bytes */
export function check(bytes) {
  while (bytes.length > 0);
  return 'accepted';
}
