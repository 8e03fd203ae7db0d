/** @typedef {typeof import('@mlir2zk/llvm-emit')} LlvmEmit */

/**
 * What must hold of any LLVM IR text or bitcode: the reader gives a module or a located error. The verifier looks at every
 * module, and what it finds nothing in is written: its text reads back as the same text, its bitcode as a module.
 *
 * @param {LlvmEmit} llvm
 * @param {'text' | 'bitcode'} kind
 * @param {Uint8Array} bytes
 * @returns {'accepted' | 'rejected'}
 * @throws whatever else a reader throws, or an Error that says what does not hold
 */
export function checkLlvm(llvm, kind, bytes) {
  const module = kind === 'text' ? readText(llvm, bytes) : readBitcode(llvm, bytes);
  if (module === undefined) return 'rejected';
  if (llvm.verifyModule(module).length > 0) return 'rejected';
  const text = llvm.moduleText(module);
  const again = readText(llvm, Buffer.from(text, 'latin1'));
  if (again === undefined) throw new Error('what was written is not read');
  if (llvm.moduleText(again) !== text) throw new Error('what was written is read as another module');
  try {
    llvm.moduleBitcode(module);
  } catch (error) {
    if (!(error instanceof llvm.BitcodeError)) throw error;
  }
  return 'accepted';
}

/**
 * @param {LlvmEmit} llvm
 * @param {Uint8Array} bytes
 */
function readText({ parseModuleText, LlvmTextError }, bytes) {
  try {
    return parseModuleText(bytes, 'mutant.ll');
  } catch (error) {
    if (!(error instanceof LlvmTextError)) throw error;
    if (error.reason === '' || !(error.position.line > 0) || !(error.position.column > 0)) {
      throw new Error('rejected without a message or a place', { cause: error });
    }
    return undefined;
  }
}

/**
 * @param {LlvmEmit} llvm
 * @param {Uint8Array} bytes
 */
function readBitcode({ readModuleBitcode, BitstreamError }, bytes) {
  try {
    return readModuleBitcode(bytes, { experimentalFieldBitcode: true, debugInfo: 'strip' });
  } catch (error) {
    if (!(error instanceof BitstreamError)) throw error;
    if (error.message === '' || !(error.bitOffset >= 0 && error.bitOffset <= 8 * bytes.length)) {
      throw new Error('rejected without a message or a place', { cause: error });
    }
    return undefined;
  }
}
