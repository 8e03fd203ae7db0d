/** Bytes that mean something to the lexer come more often than others. */
const meaningful = Buffer.from('()[]{}<>,:=-*+?|/.#!%^@"\\x0123456789aefx \n');

/** Words that mean something to the parser, put in anywhere. */
const words = [
  'affine_map<(d0) -> (d0)>', 'memref<?x4xf32>', 'tensor<*xi1>', 'vector<[4]xf16>', 'dense<0> : tensor<2xi8>', 'dense<"0xFF">', 'loc(unknown)', 'i1',
  'index', '-1', '18446744073709551616', '0x', '1.0e999', '%0', '%0#1', '^bb0', '@a::@b', '#a', '!a', '{', '}', '<{', '}>', '->', 'ceildiv 0', 'mod -1',
  'symbol(%0)', '"', '()', '({})', ' : ', 'func.func', 'affine.for', 'scf.if', 'module', 'unit', 'array<i8>', 'distinct[0]<>', '{-#', '#-}', '\0', '\xff',
].map((word) => Buffer.from(word, 'latin1'));

/** @typedef {(below: number) => number} Random */
/** @typedef {(bytes: Buffer, random: Random, seeds: readonly Buffer[]) => Buffer} Mutation */

/**
 * @param {Buffer} bytes
 * @param {number} start
 * @param {number} end
 * @param {Uint8Array} replacement
 */
const replaced = (bytes, start, end, replacement) => Buffer.concat([bytes.subarray(0, start), replacement, bytes.subarray(end)]);

/**
 * @param {Buffer} bytes
 * @param {Random} random
 * @param {number} longest
 * @returns {[start: number, end: number]}
 */
function span(bytes, random, longest) {
  const start = random(bytes.length + 1);
  return [start, Math.min(bytes.length, start + 1 + random(longest))];
}

/**
 * The token or so around a random place: letters and digits, or one other byte.
 *
 * @param {Buffer} bytes
 * @param {Random} random
 * @returns {[start: number, end: number]}
 */
function word(bytes, random) {
  if (bytes.length === 0) return [0, 0];
  let start = random(bytes.length);
  let end = start + 1;
  const isPart = (/** @type {number} */ at) => /[\w.$]/.test(String.fromCharCode(bytes[at] ?? 0));
  while (start > 0 && isPart(start - 1) && isPart(start)) start--;
  while (end < bytes.length && isPart(end) && isPart(end - 1)) end++;
  return [start, end];
}

/**
 * @param {Buffer} bytes
 * @param {Random} random
 * @returns {[start: number, end: number]}
 */
function line(bytes, random) {
  const at = random(bytes.length + 1);
  const end = bytes.indexOf(10, at);
  return [bytes.lastIndexOf(10, Math.max(0, at - 1)) + 1, end < 0 ? bytes.length : end + 1];
}

/** @type {readonly Mutation[]} */
const mutations = [
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => replaced(bytes, ...span(bytes, random, 30), Buffer.alloc(0)),
  (bytes, random) => replaced(bytes, ...word(bytes, random), Buffer.alloc(0)),
  (bytes, random) => replaced(bytes, ...line(bytes, random), Buffer.alloc(0)),
  (bytes, random) => {
    const [start, end] = span(bytes, random, 60);
    return replaced(bytes, end, end, bytes.subarray(start, end));
  },
  (bytes, random) => {
    const [start, end] = line(bytes, random);
    const [at] = line(bytes, random);
    return replaced(bytes, at, at, bytes.subarray(start, end));
  },
  (bytes, random) => {
    const at = random(bytes.length + 1);
    return replaced(bytes, at, at + random(2), Buffer.of(random(4) === 0 ? random(256) : (meaningful[random(meaningful.length)] ?? 0)));
  },
  (bytes, random) => replaced(bytes, ...word(bytes, random), words[random(words.length)] ?? Buffer.alloc(0)),
  // One token in the place of another of the same text: names, types and numbers get mixed up.
  (bytes, random) => replaced(bytes, ...word(bytes, random), bytes.subarray(...word(bytes, random))),
  (bytes, random, seeds) => {
    const other = seeds[random(seeds.length)] ?? bytes;
    return replaced(bytes, ...line(bytes, random), other.subarray(...line(other, random)));
  },
  (bytes, random) => replaced(bytes, ...word(bytes, random), Buffer.from(String(random(2) === 0 ? random(20) - 5 : 2 ** random(70)))),
];

/**
 * A text of `seeds`, changed in one to four places.
 *
 * @param {readonly Buffer[]} seeds
 * @param {Random} random
 * @returns {Buffer}
 */
export function mutant(seeds, random) {
  let bytes = seeds[random(seeds.length)] ?? Buffer.alloc(0);
  for (let step = random(4); step >= 0; step--) bytes = (mutations[random(mutations.length)] ?? ((same) => same))(bytes, random, seeds);
  return bytes;
}
