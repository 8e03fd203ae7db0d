import { createContext, parseModule, SourceFile, verifyOperation } from '../src/index.js';

/** What the verifier says of `body` inside a loop whose induction variable is `%i0`. */
function complaints(body: string): string[] {
  const context = createContext();
  const text = `func.func @f(%m: memref<8xf32>) {
    affine.for %i0 = 0 to 8 {
      ${body}
    }
    return
  }`;
  return verifyOperation(parseModule(new SourceFile('affine.mlir', text), context), context).map(({ message }) => message);
}

const chain = (length: number, step: (index: number) => string): string => Array.from({ length }, (_, index) => step(index)).join('\n');

describe('operands of affine operations', () => {
  test('an affine.apply of itself is no endless search', () => {
    expect(complaints('%a = affine.apply affine_map<(d0) -> (d0 + 1)>(%a) affine.load %m[%a] : memref<8xf32>'.replace('affine.load', '%x = affine.load')))
      .toEqual(['operand #0 does not dominate this use']);
  });

  test('long chains and shared operands are looked at once', () => {
    const load = (last: number): string => `%x = affine.load %m[%i${last}] : memref<8xf32>`;
    expect(complaints(`${chain(5_000, (k) => `%i${k + 1} = affine.apply affine_map<(d0) -> (d0 + 1)>(%i${k})`)}\n${load(5_000)}`)).toEqual([]);
    expect(complaints(`${chain(60, (k) => `%i${k + 1} = affine.apply affine_map<(d0, d1) -> (d0 + d1)>(%i${k}, %i${k})`)}\n${load(60)}`)).toEqual([]);
  });

  test('a size of an allocation of that size is no endless search', () => {
    const ring = `%c0 = arith.constant 0 : index
      %a = memref.alloc(%d) : memref<?xf32>
      %d = memref.dim %a, %c0 : memref<?xf32>
      affine.for %j = 0 to %d { }`;
    expect(complaints(ring)).toEqual(['\'affine.for\' op operand cannot be used as a symbol']);
    const sizes = `%c0 = arith.constant 0 : index
      %d0 = arith.constant 4 : index
      ${chain(5_000, (k) => `%a${k} = memref.alloc(%d${k}) : memref<?xf32>\n%d${k + 1} = memref.dim %a${k}, %c0 : memref<?xf32>`)}`;
    expect(complaints(`${sizes}\naffine.for %j = 0 to %d20 { }`)).toEqual([]);
    expect(complaints(`${sizes}\naffine.for %j = 0 to %d5000 { }`)).toEqual(['\'affine.for\' op operand cannot be used as a symbol']);
  });
});
