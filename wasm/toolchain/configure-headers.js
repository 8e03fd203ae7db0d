#!/usr/bin/env node
/**
 * Writes the configuration headers that LLVM's own CMake would have written for this target, and
 * the one private table that is not among Debian's headers.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedDirectory, settings, sourceDirectory } from './directories.js';
import { writeIfChanged } from './write-if-changed.js';

const triple = 'wasm32-unknown-emscripten';

/** Replacements in Debian's llvm-config.h; `undefined` removes the definition. */
const publicConfiguration = {
  LLVM_DEFAULT_TARGET_TRIPLE: `"${triple}"`,
  LLVM_HOST_TRIPLE: `"${triple}"`,
  LLVM_ENABLE_THREADS: '0',
  LLVM_USE_PERF: '0',
  LLVM_ENABLE_DUMP: undefined,
  LLVM_NATIVE_ARCH: undefined,
  LLVM_NATIVE_ASMPARSER: undefined,
  LLVM_NATIVE_ASMPRINTER: undefined,
  LLVM_NATIVE_DISASSEMBLER: undefined,
  LLVM_NATIVE_TARGET: undefined,
  LLVM_NATIVE_TARGETINFO: undefined,
  LLVM_NATIVE_TARGETMC: undefined,
  LLVM_WITH_Z3: undefined,
  LLVM_ENABLE_CURL: undefined,
  LLVM_ENABLE_ZLIB: undefined,
  LLVM_ENABLE_ZSTD: undefined,
  LLVM_BUILD_LLVM_DYLIB: undefined,
  LLVM_ENABLE_PLUGINS: undefined,
};

/** Replacements in Debian's mlir-config.h. */
const mlirConfiguration = {
  MLIR_ENABLE_PDL_IN_PATTERNMATCH: '0',
  MLIR_ENABLE_ROCM_CONVERSIONS: '0',
};

/**
 * What config.h.cmake asks about and this target has. Everything else it asks about is off:
 * threads, processes, signals' alternate stacks, backtraces, memory statistics.
 * The dynamic loader is on because Support/Unix/Path.inc has no other way to ask for the name of
 * the running program; nothing calls it. WebAssembly has no floating-point exception flags
 * (FE_INEXACT is not even declared).
 */
const privateConfiguration = new Map([
  ...['DLFCN_H', 'DLOPEN', 'DLADDR', 'ERRNO_H', 'FCNTL_H', 'FENV_H', 'FUTIMENS', 'FUTIMES', 'GETPAGESIZE', 'GETRLIMIT']
    .concat(['GETRUSAGE', 'ISATTY', 'PREAD', 'SBRK', 'SETENV', 'SETRLIMIT', 'SIGNAL_H', 'STRERROR_R', 'SYSCONF'])
    .concat(['SYS_IOCTL_H', 'SYS_MMAN_H', 'SYS_PARAM_H', 'SYS_RESOURCE_H', 'SYS_STAT_H', 'SYS_TIME_H', 'SYS_TYPES_H'])
    .concat(['STRUCT_STAT_ST_MTIM_TV_NSEC', 'TERMIOS_H', 'UNISTD_H', 'DECL_FE_ALL_EXCEPT'])
    .map((name) => /** @type {[string, string]} */ ([`HAVE_${name}`, '1'])),
  ['PACKAGE_NAME', '"LLVM"'],
  ['PACKAGE_STRING', `"LLVM ${settings.llvmVersion}"`],
  ['PACKAGE_VERSION', `"${settings.llvmVersion}"`],
  ['PACKAGE_VENDOR', '""'],
  ['PACKAGE_BUGREPORT', '""'],
  ['LTDL_SHLIB_EXT', '".so"'],
  ['LLVM_PLUGIN_EXT', '".so"'],
]);

/** Tables of targets: there are none. */
const emptyHeaders = ['Targets', 'AsmParsers', 'AsmPrinters', 'Disassemblers', 'TargetMCAs', 'TargetExegesis'].map(
  (name) => `llvm/Config/${name}.def`,
);

/**
 * @param {string} path below the folder of generated headers
 * @param {string} text
 */
function writeHeader(path, text) {
  writeIfChanged(join(generatedDirectory, path), text);
}

/**
 * @param {string} header one of Debian's configuration headers
 * @param {Record<string, string | undefined>} values
 */
function reconfigured(header, values) {
  let text = readFileSync(join(settings.llvmPrefix, 'include', header), 'utf8');
  for (const [name, value] of Object.entries(values)) {
    const definition = new RegExp(`^#define ${name}\\b.*$`, 'm');
    if (!definition.test(text)) throw new Error(`${header} does not define ${name}`);
    text = text.replace(definition, value === undefined ? `/* ${name} is off */` : `#define ${name} ${value}`);
  }
  return text.replaceAll(/^#define (LLVM_HAS_\w+_TARGET) 1$/gm, '#define $1 0');
}

/** @param {string} template text of config.h.cmake */
function privateHeader(template) {
  const asked = new Set();
  const text = template.replaceAll(/^#(cmakedefine01|cmakedefine|define) (\w+).*$/gm, (line, kind, name) => {
    asked.add(name);
    if (name === 'BACKTRACE_HEADER' || name === 'CONFIG_H') return name === 'CONFIG_H' ? line : '';
    if (name === 'BUG_REPORT_URL') return '#define BUG_REPORT_URL ""';
    const value = privateConfiguration.get(name);
    if (value !== undefined) return `#define ${name} ${value}`;
    return kind === 'cmakedefine01' ? `#define ${name} 0` : '';
  });
  const unknown = [...privateConfiguration.keys()].filter((name) => !asked.has(name));
  if (unknown.length > 0) throw new Error(`config.h.cmake does not ask about ${unknown.join(', ')}`);
  return text;
}

writeHeader('llvm/Config/llvm-config.h', reconfigured('llvm/Config/llvm-config.h', publicConfiguration));
writeHeader('mlir/Config/mlir-config.h', reconfigured('mlir/Config/mlir-config.h', mlirConfiguration));
writeHeader(
  'llvm/Config/config.h',
  privateHeader(readFileSync(join(sourceDirectory, 'llvm/include/llvm/Config/config.h.cmake'), 'utf8')),
);
for (const path of emptyHeaders) writeHeader(path, '');
writeHeader('llvm/Support/VCSRevision.h', '');
writeHeader(
  'ArithCanonicalization.inc',
  execFileSync(
    join(settings.llvmPrefix, 'bin/mlir-tblgen'),
    [
      '-gen-rewriters',
      `-I${join(settings.llvmPrefix, 'include')}`,
      `-I${join(sourceDirectory, 'mlir/lib/Dialect/Arith/IR')}`,
      join(sourceDirectory, 'mlir/lib/Dialect/Arith/IR/ArithCanonicalization.td'),
    ],
    { encoding: 'utf8' },
  ),
);
