/**
 * Which way imports may run. Two tables say it; everything below them is derived.
 */

/** Workspace packages that the sources of each package may import. */
const packageImports = {
  'mlir-parser': [],
  'llvm-bitcode-js': [],
  'llvm-emit': ['llvm-bitcode-js'],
  'zk-intrinsics': ['mlir-parser', 'llvm-emit'],
  lowering: ['mlir-parser', 'llvm-emit', 'zk-intrinsics'],
  assigner: ['llvm-emit'],
  upstream: ['mlir-parser', 'llvm-emit'],
  cli: ['mlir-parser', 'llvm-emit', 'zk-intrinsics', 'lowering', 'assigner', 'upstream'],
};

/**
 * The floors of each package, lowest first: a folder of `src/` imports only folders before it in
 * its list. A folder that is not listed is only checked for cycles, until it finds its floor.
 */
const packageFloors = {
  'mlir-parser': ['source', 'affine', 'ir', 'printer', 'ods', 'ops', 'dialects', 'syntax', 'verifier'],
  'llvm-bitcode-js': ['bitstream', 'vocabulary', 'analysis', 'command'],
  'llvm-emit': ['ir', 'intrinsics', 'zkllvm', 'build', 'text', 'bitcode', 'verify', 'target-ext'],
  'zk-intrinsics': [
    'field', 'fixed-point', 'core', 'gadgets', 'functions', 'circuit', 'structured', 'definition', 'intrinsics', 'dialect',
  ],
  lowering: ['affine', 'pass', 'operation', 'rewrite', 'interpreter', 'raise', 'passes', 'to-zkllvm', 'to-llvm'],
  assigner: ['field', 'table', 'memory', 'result', 'machine', 'intrinsics', 'instructions', 'input'],
  cli: [],
};

/** @param {string[]} names */
const oneOf = (names) => `(${names.join('|')})`;

const packageRules = Object.entries(packageImports).map(([name, allowed]) => ({
  name: `${name}-imports-downwards`,
  comment: `${name} may import of the workspace: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/` },
  to: { path: '^packages/', pathNot: `^packages/${oneOf([name, ...allowed])}/` },
}));

const floorRules = Object.entries(packageFloors).flatMap(([name, floors]) =>
  floors.map((floor, level) => ({
    name: `${name}-floor-${floor}`,
    comment: `floors of ${name}, lowest first: ${floors.join(', ')}`,
    severity: 'error',
    from: { path: `^packages/${name}/src/${floor}/` },
    to: { path: `^packages/${name}/src/(${[...floors.slice(level + 1).map((f) => `${f}/`), '[^/]+$'].join('|')})` },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...packageRules,
    ...floorRules,
    {
      name: 'no-circular-files',
      comment:
        'Modules must load in an order. Types of one folder may refer to each other (an operation has regions, a region has a parent operation).',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-circular-folders',
      comment: 'Between folders type-only imports count too.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^packages/[^/]+/src/' },
      to: { circular: true },
    },
    {
      name: 'packages-by-name',
      comment: 'Another package is imported by its name, never by a path into its folders.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', '^packages/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'sources-import-no-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^(test|packages/[^/]+/test)/' },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What the sources import must be a dependency of their own package.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'named-after-one-thing',
      comment: 'Files are kebab-case and named after the one thing in them.',
      severity: 'error',
      from: {
        path: '^(packages|test)/.*([A-Z_][^/]*|/(util|utils|helper|helpers|common|misc|tools))\\.ts$',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'tsconfig.workspace.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts', '.json'],
      mainFields: ['types', 'module', 'main'],
    },
  },
};
