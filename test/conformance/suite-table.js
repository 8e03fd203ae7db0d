/** @import { SuiteFile, Part } from './measure-suite.js' */

/** Folders of the dialects whose verifiers we mean to match, not only to read. */
const verified = ['Affine', 'Arith', 'Builtin', 'ControlFlow', 'Func', 'Index', 'Math', 'MemRef', 'SCF'];

/**
 * The folder that a file counts for: `Dialect/Affine`, `IR`.
 *
 * @param {string} file
 */
function folderOf(file) {
  const folders = file.split('/').slice(0, -1);
  return folders.slice(0, folders[0] === 'Dialect' ? 2 : 1).join('/') || '.';
}

/** @param {Part} part */
const weAccept = (part) => part.complaint === undefined;

/**
 * @param {readonly SuiteFile[]} files
 * @param {(part: Part) => boolean} accepts
 * @returns {number} the files that have no part with another answer
 */
const acceptedFiles = (files, accepts) => files.filter(({ parts }) => parts.every(accepts)).length;

/** @param {readonly SuiteFile[]} files */
function row(files) {
  const parts = files.flatMap((file) => file.parts);
  const clean = files.filter(({ expectsErrors }) => !expectsErrors);
  const both = parts.filter(({ readsBack }) => readsBack !== undefined);
  const agree = parts.filter((part) => part.accepted === weAccept(part)).length;
  return [
    clean.length,
    acceptedFiles(clean, (part) => part.accepted),
    acceptedFiles(clean, weAccept),
    parts.length,
    parts.filter((part) => part.accepted).length,
    parts.filter(weAccept).length,
    parts.length === 0 ? '' : `${((100 * agree) / parts.length).toFixed(1)} %`,
    both.filter(({ readsBack }) => readsBack === true).length,
    both.filter(({ printsAlike }) => printsAlike === true).length,
  ];
}

/**
 * @param {readonly SuiteFile[]} files
 * @param {19 | 22} version
 */
export function suiteTable(files, version) {
  const folders = [...new Set(files.map(({ file }) => folderOf(file)))].sort();
  const inFolder = (/** @type {string} */ folder) => files.filter(({ file }) => folderOf(file) === folder);
  const core = files.filter(({ file }) => verified.some((dialect) => folderOf(file) === `Dialect/${dialect}`));
  const line = (/** @type {string} */ name, /** @type {readonly SuiteFile[]} */ of) => `| ${[name, ...row(of)].join(' | ')} |`;
  return [
    '# MLIR’s own tests',
    '',
    `What we accept of \`mlir/test\` of LLVM 19.1.7, beside mlir-opt-${version} \`--allow-unregistered-dialect --split-input-file\`; made by`,
    '`npm run conformance -- DIR`. Files: those without `expected-error`; a file is accepted if all its parts are. Parts: what stands between',
    '`// -----` lines, in all files. Agree: of the parts, those that both accept or both reject. Read back: of the parts that both accept, those that',
    'mlir-opt reads, as we print them, to the same module. Alike: those that both print with the same bytes, in the pretty and the generic form.',
    '',
    '| folder | files | mlir-opt | ours | parts | mlir-opt | ours | agree | read back | alike |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
    line('**all**', files),
    line(`**${verified.join(', ')}**`, core),
    ...folders.map((folder) => line(folder, inFolder(folder))),
    '',
  ].join('\n');
}
