/** @typedef {typeof import('@mlir2zk/mlir-parser')} MlirParser */

/**
 * What must hold of any text: the parser gives a module or located diagnostics. A module that verifies prints, and its generic
 * form parses, verifies and has the same operations. (The custom forms of upstream do not all say everything, and affine
 * expressions are simplified whenever they are read, here as in mlir-opt: texts need not be equal.)
 *
 * @param {MlirParser} parser
 * @param {Uint8Array} bytes
 * @returns {'accepted' | 'rejected'}
 * @throws whatever else the parser throws, or an Error that says what does not hold
 */
export function checkInput(parser, bytes) {
  const first = read(parser, bytes);
  if (first instanceof parser.DiagnosticError) return 'rejected';
  read(parser, Buffer.from(parser.printModule(first), 'latin1'));
  const second = read(parser, Buffer.from(parser.printModule(first, { generic: true }), 'latin1'));
  if (second instanceof parser.DiagnosticError) {
    // The inside of a dialect's type is kept as its text. What looks like an alias there is one only if it is defined, which the
    // text of an alias cannot say: an alias that stands for another dialect's type with such a word inside reads as undefined.
    if (/: error: undefined symbol alias id /.test(second.message)) return 'accepted';
    throw new Error(`the generic form is not accepted: ${second.message.split('\n')[0]}`);
  }
  if (operationNames(second) !== operationNames(first)) throw new Error('the generic form has other operations when it is read back');
  return 'accepted';
}

/**
 * The module in `bytes`, or what is wrong with it.
 *
 * @param {MlirParser} parser
 * @param {Uint8Array} bytes
 */
function read({ createContext, DiagnosticError, parseModule, SourceFile, verifyModule }, bytes) {
  const context = createContext();
  try {
    const module = parseModule(new SourceFile('mutant.mlir', bytes), context);
    verifyModule(module, context);
    return module;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    if (error.message === '' || error.diagnostics.length === 0) throw new Error('rejected without a message', { cause: error });
    return error;
  }
}

/** @param {import('@mlir2zk/mlir-parser').Operation} module */
function operationNames(module) {
  let names = '';
  module.walk((op) => void (names += `${op.name}\n`));
  return names;
}
