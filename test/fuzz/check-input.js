/** @typedef {typeof import('@mlir2zk/mlir-parser')} MlirParser */

/**
 * What must hold of any text: the parser gives a module or located diagnostics; a module that verifies prints as text that
 * parses, verifies and prints as the same text.
 *
 * @param {MlirParser} parser
 * @param {Uint8Array} bytes
 * @returns {'accepted' | 'rejected'}
 * @throws whatever else the parser throws, or an Error that says what does not hold
 */
export function checkInput(parser, bytes) {
  const first = read(parser, bytes);
  if (typeof first !== 'string') return 'rejected';
  const second = read(parser, Buffer.from(first, 'latin1'));
  if (typeof second !== 'string') throw new Error(`what was printed is not accepted: ${second.message.split('\n')[0]}`);
  if (second !== first) throw new Error('what was printed prints differently when it is read back');
  return 'accepted';
}

/**
 * The text of the module in `bytes`, or what is wrong with it.
 *
 * @param {MlirParser} parser
 * @param {Uint8Array} bytes
 */
function read({ createContext, DiagnosticError, parseModule, printModule, SourceFile, verifyModule }, bytes) {
  const context = createContext();
  try {
    const module = parseModule(new SourceFile('mutant.mlir', bytes), context);
    verifyModule(module, context);
    return printModule(module);
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    if (error.message === '' || error.diagnostics.length === 0) throw new Error('rejected without a message', { cause: error });
    return error;
  }
}
