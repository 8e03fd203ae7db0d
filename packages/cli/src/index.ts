export { main } from './main.js';
export { exitCode, type Io } from './io.js';
