#!/usr/bin/env node
// Loads the command from the one file that `npm run build` joins it into; `npm install` at the top of the repository builds it.
// Plugins import the packages that the command is made of, so with `--load` the command must use those and not a copy in one file.
const loadsPlugins = process.argv.some((arg) => arg === '--load' || arg.startsWith('--load='));
const { runProcess } = await import(loadsPlugins ? '../dist/process.js' : '../bundle/mlir2zk.js');

await runProcess();
