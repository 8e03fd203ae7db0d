import * as parser from '@mlir2zk/mlir-parser';
import { checkInput } from './check-input.js';

/** @param {Uint8Array} bytes */
export const check = (bytes) => checkInput(parser, bytes);
