import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Tests run as real ES modules (`--experimental-vm-modules`, set for every npm and npx command by
 * .npmrc) on TypeScript sources: a workspace package resolves to its `src/index.ts`, so that unit
 * tests need no build.
 */
const packagesDirectory = join(import.meta.dirname, 'packages');
const workspacePackages = readdirSync(packagesDirectory).map((directory) => ({
  directory,
  name: JSON.parse(readFileSync(join(packagesDirectory, directory, 'package.json'), 'utf8')).name,
}));

/** @param {string} text */
const escaped = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/test', '<rootDir>/wasm/test'],
  testMatch: ['<rootDir>/packages/*/test/**/*.test.ts', '<rootDir>/test/**/*.test.ts', '<rootDir>/wasm/test/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    ...Object.fromEntries(
      workspacePackages.map(({ directory, name }) => [
        `^${escaped(name)}$`,
        `<rootDir>/packages/${directory}/src/index.ts`,
      ]),
    ),
    '^mlir-js-bindings$': '<rootDir>/wasm/src/index.ts',
    // Sources name the file that will exist after the build (`./x.js`); tests read `./x.ts`.
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
  modulePathIgnorePatterns: ['<rootDir>/(packages/[^/]+|wasm)/dist/', '<rootDir>/wasm/build'],
  watchPathIgnorePatterns: ['/dist/', '/node_modules/'],
  reporters: ['default', '<rootDir>/scripts/tally-reporter.js'],
  testTimeout: 30_000,
};
