#!/usr/bin/env node
/**
 * Measures this build beside the native tools of the same LLVM, in one run on one machine:
 * `npm run bench:wasm`. Native times include the start of a process. The smallest of several runs
 * is shown, since everything else the machine does only adds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync } from 'node:zlib';
import { loadMlir } from 'mlir-js-bindings';
import { findOracle } from '../../scripts/oracles.js';

const compiled = new URL('../dist/mlir.wasm.br', import.meta.url);

/** Lowering of affine loops to LLVM IR, as upstream's passes do it. */
const lowering = `builtin.module(${[
  'func.func(affine-scalrep,affine-loop-unroll{unroll-factor=2})',
  ...['canonicalize', 'cse', 'lower-affine', 'convert-scf-to-cf', 'expand-strided-metadata', 'lower-affine'],
  ...['convert-cf-to-llvm', 'convert-index-to-llvm', 'convert-arith-to-llvm', 'finalize-memref-to-llvm'],
  ...['convert-func-to-llvm', 'reconcile-unrealized-casts'],
].join(',')})`;

/** One max pooling; the name tells copies apart. @param {number} index */
const poolingFunction = (index) => `  func.func @pool${index}(%image: memref<1x${1 + (index % 7)}x28x28xf32>) -> memref<1x${1 + (index % 7)}x14x14xf32> {
    %lowest = arith.constant 0xFF800000 : f32
    %pooled = memref.alloc() : memref<1x${1 + (index % 7)}x14x14xf32>
    affine.for %c = 0 to ${1 + (index % 7)} {
      affine.for %y = 0 to 14 {
        affine.for %x = 0 to 14 {
          affine.store %lowest, %pooled[0, %c, %y, %x] : memref<1x${1 + (index % 7)}x14x14xf32>
          affine.for %dy = 0 to 2 {
            affine.for %dx = 0 to 2 {
              %pixel = affine.load %image[0, %c, %y * 2 + %dy, %x * 2 + %dx] : memref<1x${1 + (index % 7)}x28x28xf32>
              %largest = affine.load %pooled[0, %c, %y, %x] : memref<1x${1 + (index % 7)}x14x14xf32>
              %larger = arith.maximumf %largest, %pixel : f32
              affine.store %larger, %pooled[0, %c, %y, %x] : memref<1x${1 + (index % 7)}x14x14xf32>
            }
          }
        }
      }
    }
    return %pooled : memref<1x${1 + (index % 7)}x14x14xf32>
  }
`;
/** @param {number} bytes */
function moduleOfSize(bytes) {
  let text = 'module {\n';
  for (let index = 0; text.length < bytes; index += 1) text += poolingFunction(index);
  return `${text}}\n`;
}

/**
 * @param {number} runs
 * @param {() => unknown} action
 * @returns {Promise<number>} milliseconds
 */
async function smallest(runs, action) {
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await action();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function native(command, args) {
  const path = findOracle(command);
  if (path === undefined) return undefined;
  const { status, stderr } = spawnSync(path, args, { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${command}: ${String(stderr).slice(0, 500)}`);
  return path;
}

/** @param {number | undefined} milliseconds */
const shown = (milliseconds) => (milliseconds === undefined ? '-' : `${milliseconds.toFixed(milliseconds < 20 ? 1 : 0)} ms`);

/** @type {{ what: string, wasm: string, native: string, ratio: string, reach: string }[]} */
const rows = [];
/**
 * @param {string} what
 * @param {number} wasm
 * @param {number | undefined} nativeTime
 * @param {string} reach
 */
function report(what, wasm, nativeTime, reach) {
  const ratio = nativeTime === undefined ? '-' : `${(wasm / nativeTime).toFixed(2)}x`;
  rows.push({ what, wasm: shown(wasm), native: shown(nativeTime), ratio, reach });
}

const scratch = mkdtempSync(join(tmpdir(), 'bench-wasm-'));
try {
  rows.push({
    what: 'download',
    wasm: `${(statSync(compiled).size / 1e6).toFixed(2)} MB`,
    native: '-',
    ratio: '-',
    reach: '4 MB',
  });
  const wasm = brotliDecompressSync(readFileSync(compiled));
  report('decompress', await smallest(5, () => brotliDecompressSync(readFileSync(compiled))), undefined, '-');
  report('compile and instantiate', await smallest(5, () => loadMlir({ wasm })), undefined, '150 ms');

  const mlir = await loadMlir({ wasm });
  const hasNative = findOracle('mlir-opt-19') !== undefined && findOracle('mlir-translate-19') !== undefined;

  const small = `module {\n${poolingFunction(0)}}\n`;
  const roundTrip = (/** @type {string} */ text) => {
    const module = mlir.parse(text);
    const printed = module.verify().print();
    module.dispose();
    return printed;
  };
  report('small module, first', await smallest(1, () => roundTrip(small)), undefined, '-');
  for (let round = 0; round < 50; round += 1) roundTrip(small);
  const smallFile = join(scratch, 'small.mlir');
  writeFileSync(smallFile, small);
  report(
    'small module, warm: parse, verify, print',
    await smallest(50, () => roundTrip(small)),
    hasNative ? await smallest(5, () => native('mlir-opt-19', [smallFile, '-o', '/dev/null'])) : undefined,
    '5 ms',
  );

  const large = moduleOfSize(2e6);
  const largeFile = join(scratch, 'large.mlir');
  const loweredFile = join(scratch, 'lowered.mlir');
  writeFileSync(largeFile, large);
  report(
    `${(large.length / 1e6).toFixed(1)} MB: parse, verify, print`,
    await smallest(3, () => roundTrip(large)),
    hasNative
      ? await smallest(3, () => native('mlir-opt-19', ['--mlir-disable-threading', largeFile, '-o', join(scratch, 'printed.mlir')]))
      : undefined,
    '3x',
  );
  report(
    `${(large.length / 1e6).toFixed(1)} MB: lower to LLVM IR`,
    await smallest(2, () => {
      const module = mlir.parse(large);
      writeFileSync(join(scratch, 'wasm.ll'), module.runPipeline(lowering).toLlvmIr());
      module.dispose();
    }),
    hasNative
      ? await smallest(2, () => {
          native('mlir-opt-19', ['--mlir-disable-threading', `--pass-pipeline=${lowering}`, largeFile, '-o', loweredFile]);
          native('mlir-translate-19', ['--mlir-to-llvmir', loweredFile, '-o', join(scratch, 'native.ll')]);
        })
      : undefined,
    '1.5x',
  );
  console.table(rows);
  if (hasNative) {
    const same = readFileSync(join(scratch, 'wasm.ll')).equals(readFileSync(join(scratch, 'native.ll')));
    console.log(`LLVM IR of the large module: ${same ? 'the same bytes' : 'DIFFERENT'} as native`);
  }
  console.log(`memory of the instance afterwards: ${Math.round(mlir.memorySize / 2 ** 20)} MB`);
} finally {
  rmSync(scratch, { recursive: true });
}
