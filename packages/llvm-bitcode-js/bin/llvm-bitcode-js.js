#!/usr/bin/env node
import { runProcess } from '../dist/command/run-process.js';

runProcess();
