#!/usr/bin/env node
/**
 * Writes the pass registry without the passes of left-out-passes.json and without machine
 * functions, and left-out-passes.inc: the names that the driver then rejects, with the reason.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDirectory, patchedDirectory, sourceDirectory, toolchainDirectory } from './directories.js';
import { writeIfChanged } from './write-if-changed.js';

/** @type {Record<string, string[]>} */
const leftOut = JSON.parse(readFileSync(join(toolchainDirectory, 'left-out-passes.json'), 'utf8'));
const reasonOfClass = new Map(
  Object.entries(leftOut).flatMap(([reason, classes]) =>
    classes.map((name) => /** @type {[string, string]} */ ([name, reason])),
  ),
);

/**
 * Where the parenthesis that opens first after `start` is closed; quoted text does not count.
 *
 * @param {string} text
 * @param {number} start
 */
function endOfCall(text, start) {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"[^"]*"|[()]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0 && token === ')') return start + index + 1;
  }
  throw new Error(`PassRegistry.def: no end of the entry at offset ${start}`);
}

/**
 * @param {string} registry text of PassRegistry.def
 * @returns {{ text: string, names: Map<string, string> }} the rest, and the reason of each pass name taken out
 */
function trimmedRegistry(registry) {
  /** @type {Map<string, string>} */
  const names = new Map();
  const seen = new Set();
  let text = '';
  let kept = 0;
  for (const { index } of registry.matchAll(/^(?:MODULE|CGSCC|FUNCTION|LOOP|LOOPNEST)_[A-Z_]+\(/gm)) {
    const end = endOfCall(registry, index);
    const entry = registry.slice(index, end);
    const found = entry.match(/\b[A-Za-z_]\w*\b/g)?.find((identifier) => reasonOfClass.has(identifier));
    if (found === undefined) continue;
    seen.add(found);
    const name = /"([^"]+)"/.exec(entry)?.[1];
    const reason = reasonOfClass.get(found);
    if (name !== undefined && reason !== undefined) names.set(name, reason);
    text += registry.slice(kept, index);
    kept = end;
  }
  text += registry.slice(kept);
  const unknown = [...reasonOfClass.keys()].filter((name) => !seen.has(name));
  if (unknown.length > 0) throw new Error(`PassRegistry.def does not mention ${unknown.join(', ')}`);
  return {
    text: text.replace('TM ? TM->getTargetIRAnalysis() : TargetIRAnalysis()', 'TargetIRAnalysis()'),
    names,
  };
}

/**
 * The pieces of PassBuilder.cpp that name machine functions: each goes from the text `from` (its
 * first occurrence after `after`) up to, not including, the next text `to`.
 */
const machineFunctionPieces = [
  { from: '  PreservedAnalyses run(MachineFunction &MF', to: '  static StringRef name() { return "TriggerVerifierErrorPass"' },
  { from: '// A pass requires all MachineFunctionProperties.', to: '} // namespace\n\nPassBuilder::PassBuilder' },
  { from: '#define MACHINE_FUNCTION_ANALYSIS(NAME, CREATE_PASS)', to: '    });', after: 'PassBuilder::PassBuilder(' },
  { from: 'void PassBuilder::registerMachineFunctionAnalyses(', to: 'void PassBuilder::registerLoopAnalyses' },
  { from: 'template <typename CallbacksT>\nstatic bool isMachineFunctionPassName', to: 'template <typename CallbacksT>\nstatic bool isLoopNestPassName' },
  { from: '    if (Name == "machine-function") {', to: '    for (auto &C : FunctionPipelineParsingCallbacks)' },
  { from: 'Error PassBuilder::parseMachinePass(', to: 'bool PassBuilder::parseAAPassName' },
  { from: 'Error PassBuilder::parseMachinePassPipeline(', to: 'Error PassBuilder::parseLoopPassPipeline' },
  { from: '  if (MFAM) {\n', to: '}\n\nError PassBuilder::parseModulePassPipeline' },
  { from: '    } else if (isMachineFunctionPassName(', to: '    } else {\n      for (auto &C : TopLevel' },
  { from: 'Error PassBuilder::parsePassPipeline(MachineFunctionPassManager &MFPM,', to: 'Error PassBuilder::parseAAPipeline' },
  { from: '  OS << "Machine module passes (WIP):\\n";', to: '}\n\nvoid PassBuilder::registerParseTopLevel' },
];

/** @param {string} source text of PassBuilder.cpp */
function trimmedPassBuilder(source) {
  let text = source.replace('#include "llvm/CodeGen/TargetPassConfig.h"\n', '');
  for (const { from, to, after } of machineFunctionPieces) {
    const start = text.indexOf(from, after === undefined ? 0 : text.indexOf(after));
    const end = text.indexOf(to, start + from.length);
    if (start < 0 || end < 0) throw new Error(`PassBuilder.cpp has no piece from '${from}' to '${to}'`);
    text = text.slice(0, start) + text.slice(end);
  }
  return text.replace('else if (Name == "machine-function"', 'else if (false');
}

const directory = 'llvm/lib/Passes';
/** @param {string} name */
const original = (name) => readFileSync(join(sourceDirectory, directory, name), 'utf8');
/** @param {string} name @param {string} text */
const writePatched = (name, text) => writeIfChanged(join(patchedDirectory, directory, name), text);

const { text, names } = trimmedRegistry(original('PassRegistry.def'));
writePatched('PassRegistry.def', text);
writePatched('PassBuilder.cpp', trimmedPassBuilder(original('PassBuilder.cpp')));
writeIfChanged(
  join(generatedDirectory, 'left-out-passes.inc'),
  [...names].sort().map(([name, reason]) => `LEFT_OUT_PASS("${name}", "${reason}")\n`).join(''),
);
