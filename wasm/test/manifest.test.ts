import { readFileSync, statSync } from 'node:fs';
import { compiledPath, manifestPath, staleParts } from '../toolchain/manifest.js';
import type { Manifest } from '../toolchain/manifest.js';

describe('the committed build', () => {
  it('is the one that the scripts describe', () => {
    expect(staleParts()).toEqual([]);
  });

  it('is a download of at most 4 MB', () => {
    const { compressed }: Manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
    expect(statSync(compiledPath).size).toBe(compressed.bytes);
    expect(compressed.bytes).toBeLessThanOrEqual(4_000_000);
  });
});
