#!/usr/bin/env node
// Loads the command from the one file that `npm run build` joins it into; `npm install` at the top of the repository builds it.
import { runProcess } from '../bundle/mlir2zk.js';

await runProcess();
