#!/usr/bin/env node
// Loads the built command; `npm install` at the top of the repository builds it.
import { runProcess } from '../dist/process.js';

await runProcess();
