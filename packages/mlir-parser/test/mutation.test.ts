import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, DiagnosticError, parseModule, printModule, SourceFile, verifyModule } from '../src/index.js';

const forms = join(import.meta.dirname, 'forms');
const seeds = [
  ...readdirSync(forms).map((name) => readFileSync(join(forms, name))),
  ...readFileSync(join(import.meta.dirname, 'malformed.mlir'), 'utf8').split('// -----\n').map((chunk) => Buffer.from(chunk)),
];

type Mutation = (bytes: Uint8Array, at: number, length: number, byte: number) => Uint8Array;
const join2 = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const mutations: readonly Mutation[] = [
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, length) => join2(bytes.subarray(0, at), bytes.subarray(at + length)),
  (bytes, at, length) => join2(bytes.subarray(0, at + length), bytes.subarray(at)),
  (bytes, at, _, byte) => join2(bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at + 1)),
  (bytes, at, _, byte) => join2(bytes.subarray(0, at), Uint8Array.of(byte), bytes.subarray(at)),
  (bytes, at, length) => join2(bytes.subarray(0, at), bytes.subarray(at, at + length).toReversed(), bytes.subarray(at + length)),
];
/** Bytes that mean something to the lexer come more often than others. */
const meaningful = Buffer.from('()[]{}<>,:=-*+?|/.#!%^@"\\x0123456789aefx \n');

test('whatever text comes in, a module or a located diagnostic comes out', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.array(
        fc.record({
          mutation: fc.constantFrom(...mutations),
          place: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.integer({ min: 1, max: 30 }),
          byte: fc.oneof(fc.constantFrom(...meaningful), fc.nat(255)),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      (seed, steps) => {
        let bytes: Uint8Array = seed;
        for (const { mutation, place, length, byte } of steps) bytes = mutation(bytes, Math.floor(place * bytes.length), length, byte);
        const context = createContext();
        try {
          const module = parseModule(new SourceFile('mutant.mlir', bytes), context);
          verifyModule(module, context);
          printModule(module);
        } catch (error) {
          if (!(error instanceof DiagnosticError)) throw error;
          // Rendering must survive the bytes too.
          expect(error.message).not.toBe('');
        }
      },
    ),
    { numRuns: 1500 },
  );
});
