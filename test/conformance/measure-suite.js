/** Reads every part of every file of a test suite with ours and with mlir-opt, and compares what they say and print. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createContext, DiagnosticError, parseModule, printModule, SourceFile, splitInput, verifyModule } from '@mlir2zk/mlir-parser';
import { mlirOptAnswers } from './mlir-opt-answers.js';

const outputMarker = '// -----\n';

/**
 * One part of a file.
 *
 * @typedef {object} Part
 * @property {string} file below the folder of the suite
 * @property {number} index in the file
 * @property {boolean} accepted whether mlir-opt accepts it
 * @property {string | undefined} complaint our first message; undefined if we accept it
 * @property {boolean | undefined} printsAlike whether the pretty and the generic form equal mlir-opt's; undefined unless both accept
 * @property {boolean | undefined} readsBack whether mlir-opt reads what we print to the same module; undefined unless both accept
 */

/**
 * One file.
 *
 * @typedef {object} SuiteFile
 * @property {string} file below the folder of the suite
 * @property {boolean} expectsErrors whether it has an `expected-error`
 * @property {readonly Part[]} parts
 */

/**
 * @param {string} folder
 * @param {{ readonly mlirVersion?: 19 | 22, readonly only?: (file: string) => boolean, readonly progress?: (file: string) => void }} [options]
 *   the version of mlir-opt to compare with and to print for (default: 19) and the files to read (default: all)
 * @returns {SuiteFile[]}
 */
export function measureSuite(folder, { mlirVersion = 19, only = () => true, progress = () => {} } = {}) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mlir'))
    .map((path) => path.split(sep).join('/'))
    .filter(only)
    .sort()
    .map((file) => {
      progress(file);
      return measureFile(folder, file, mlirVersion);
    });
}

/**
 * @param {string} folder
 * @param {string} file
 * @param {19 | 22} mlirVersion
 * @returns {SuiteFile}
 */
function measureFile(folder, file, mlirVersion) {
  const command = `mlir-opt-${mlirVersion}`;
  const bytes = readFileSync(join(folder, file));
  const text = bytes.toString('utf8');
  const pretty = mlirOptAnswers(command, text, []);
  const generic = mlirOptAnswers(command, text, ['--mlir-print-op-generic']);
  const ours = splitInput(new SourceFile(file, bytes)).map((part) => print(part, mlirVersion));
  if (ours.length !== pretty.length) throw new Error(`${file}: ${ours.length} parts, of which ${command} reads ${pretty.length}`);
  const both = ours.flatMap(({ complaint }, index) => (complaint === undefined && pretty[index] !== '' ? [index] : []));
  const readBack = readBackAsSame(command, both.map((index) => ({
    printed: ours[index]?.pretty ?? '', pretty: pretty[index] ?? '', alike: ours[index]?.pretty === pretty[index], expected: generic[index] ?? '',
  })));
  return {
    file,
    expectsErrors: text.includes('expected-error'),
    parts: ours.map((part, index) => ({
      file,
      index,
      accepted: pretty[index] !== '',
      complaint: part.complaint,
      printsAlike: both.includes(index) ? part.pretty === pretty[index] && part.generic === generic[index] : undefined,
      readsBack: both.includes(index) ? readBack[both.indexOf(index)] : undefined,
    })),
  };
}

/**
 * What we print for a part, or complain of.
 *
 * @param {SourceFile} source
 * @param {19 | 22} mlirVersion
 * @returns {{ complaint: string | undefined, pretty: string, generic: string }}
 */
function print(source, mlirVersion) {
  try {
    const context = createContext({ mlirVersion });
    const module = parseModule(source, context);
    verifyModule(module, context);
    return { complaint: undefined, pretty: `${printModule(module)}\n`, generic: `${printModule(module, { generic: true })}\n` };
  } catch (error) {
    // A fault of ours is a row of the table, not the end of the run.
    const complaint = error instanceof DiagnosticError ? error.message : `internal error: ${error instanceof Error ? (error.stack ?? '') : String(error)}`;
    return { complaint, pretty: '', generic: '' };
  }
}

/**
 * @param {string} command
 * @param {readonly PrintedPart[]} parts
 * @returns {boolean[]} whether mlir-opt reads what we print to the module that it reads from the part, or from its own pretty form
 *   of that: some attributes that nobody wrote appear only there
 */
function readBackAsSame(command, parts) {
  const asked = parts.filter(({ alike }) => !alike);
  const ours = answersTo(command, asked.map(({ printed }) => printed));
  const differing = asked.filter((part, index) => withoutTools(ours[index]) !== withoutTools(part.expected));
  const theirs = answersTo(command, differing.map(({ pretty }) => pretty));
  return parts.map((part) => part.alike || !differing.includes(part) || theirs[differing.indexOf(part)] === ours[asked.indexOf(part)]);
}

/**
 * A part that both accept: what we print for it, what mlir-opt prints, whether these are equal, and mlir-opt's generic form.
 *
 * @typedef {{ readonly printed: string, readonly pretty: string, readonly alike: boolean, readonly expected: string }} PrintedPart
 */

/**
 * @param {string} command
 * @param {readonly string[]} texts
 */
function answersTo(command, texts) {
  return texts.length === 0 ? [] : mlirOptAnswers(command, texts.join(outputMarker), ['--mlir-print-op-generic']);
}

/**
 * @param {string | undefined} text
 * @returns {string} without what external tools left in it for themselves, which is no part of the module
 */
function withoutTools(text = '') {
  return text.replace(/\n\{-#\n {2}external_resources: [^]*?\n#-\}\n/, '').replace(/,\n {2}external_resources: [^]*?\n(?=#-\})/, '\n');
}
