import fc from 'fast-check';
import { createContext, parseModule, printModule, SourceFile, verifyModule, type PrintingOptions } from '../src/index.js';
import { moduleRecipe } from './module-arbitrary.js';

const forms: readonly PrintingOptions[] = [{}, { generic: true }, { localScope: true }, { hexElementsIfLarger: -1 }, { hexElementsIfLarger: 0, generic: true }];

test('modules that verify print as text that reads back as the same module, in every form', () => {
  fc.assert(
    fc.property(moduleRecipe, (make) => {
      const context = createContext();
      const module = make(context);
      verifyModule(module, context);
      const generic = printModule(module, { generic: true });
      for (const form of forms) {
        const text = printModule(module, form);
        const again = createContext();
        const back = parseModule(new SourceFile('printed.mlir', Buffer.from(text, 'latin1')), again);
        verifyModule(back, again);
        expect(printModule(back, form)).toBe(text);
        expect(printModule(back, { generic: true })).toBe(generic);
      }
    }),
    { numRuns: 120 },
  );
});
