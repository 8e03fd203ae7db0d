import { closeSync, openSync, writeSync } from 'node:fs';

/** Digits are written in blocks of so many, all alike but for their order in the file. */
const BLOCK = 1 << 20;

/**
 * Writes a module with one constant of f32 that is `bytes` hexadecimal digits long, as mlir-opt prints it: also of more than
 * a string can hold. `where` is the operation's attribute or, for `resource`, a section of its own.
 *
 * @param {string} path
 * @param {number} bytes a multiple of 8
 * @param {'attribute' | 'resource'} [where]
 */
export function writeHexConstant(path, bytes, where = 'attribute') {
  const type = `memref<${bytes / 8}xf32>`;
  const global = (/** @type {string} */ value, /** @type {string} */ valueType) =>
    `module {\n  "model.weights"() {value = ${value} : ${valueType}} : () -> ()\n}\n`;
  const tensor = type.replace('memref', 'tensor');
  const [before, after] =
    where === 'attribute'
      ? [`module {\n  memref.global "private" constant @weights : ${type} = dense<"0x`, '">\n}\n\n']
      : [`${global('dense_resource<weights>', tensor)}\n{-#\n  dialect_resources: {\n    builtin: {\n      weights: "0x04000000`, '"\n    }\n  }\n#-}\n\n'];
  const block = Buffer.from(Array.from({ length: BLOCK }, (_, index) => '0123456789ABCDEF'.charCodeAt((index * index * 7 + (index >> 4)) & 15)));
  const file = openSync(path, 'w');
  try {
    writeSync(file, before);
    for (let rest = bytes; rest > 0; rest -= BLOCK) writeSync(file, block, 0, Math.min(rest, BLOCK));
    writeSync(file, after);
  } finally {
    closeSync(file);
  }
}
