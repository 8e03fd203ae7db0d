import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithOracles } from '../oracle.js';
import { measureSuite } from './measure-suite.js';

const sample = join(import.meta.dirname, 'upstream-sample');
const names = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mlir')).sort();
const expectsErrors = (name: string): boolean => readFileSync(join(sample, name), 'utf8').includes('expected-error');
const partsOf = (name: string) => measureSuite(sample, { only: (file) => file === name }).flatMap(({ parts }) => parts);

describeWithOracles('a sample of MLIR’s own tests', ['mlir-opt-19'], () => {
  test.each(names.filter((name) => !expectsErrors(name)))('%s is accepted, and mlir-opt-19 reads what we print as the same', (name) => {
    const parts = partsOf(name);
    expect(parts.map(({ complaint }) => complaint)).toEqual(parts.map(() => undefined));
    expect(parts.map(({ readsBack }) => readsBack)).toEqual(parts.map(() => true));
  });

  test.each(names.filter(expectsErrors))('%s: both reject the same parts, but for one in 25', (name) => {
    const parts = partsOf(name);
    const agreeing = parts.filter(({ accepted, complaint }) => accepted === (complaint === undefined));
    expect(agreeing.length).toBeGreaterThanOrEqual(0.96 * parts.length);
  });
});
