import { assign, type Violation } from '@mlir2zk/assigner';
import { moduleText } from '@mlir2zk/llvm-emit';
import { parseModule, SourceFile } from '@mlir2zk/mlir-parser';
import { elementOfSigned } from '@mlir2zk/zk-intrinsics';
import { createModelContext } from '../../src/lower-model.js';
import {
  assignerInputs,
  decodeElements,
  encodeArray,
  matchArrays,
  translateToZkllvm,
  type ArrayLayout,
  type TranslateOptions,
  type Translation,
} from '../../src/to-zkllvm/index.js';

/** The circuit of MLIR text, which messages call `model.mlir`. */
export function translateText(text: string, options: TranslateOptions = {}): Translation {
  return translateToZkllvm(parseModule(new SourceFile('model.mlir', text), createModelContext()), options);
}

/** Runs the text of a circuit in the assigner on flat inputs; fails if a constraint does not hold. */
export function runCircuit(
  translation: Translation,
  inputs: readonly (readonly number[])[],
): { readonly outputs: (number | bigint)[][]; readonly rows: number } {
  const { llvmModule, layout, field } = translation;
  const arrays = matchArrays(
    layout.inputs,
    inputs.map((data, i) => ({ shape: layout.inputs[i].shape, data })),
    'input',
  );
  const encoded = arrays.map((array, i) => encodeArray(layout.inputs[i], array));
  const select = (visibility: 'public' | 'private'): bigint[][] =>
    layout.inputs.flatMap((array, i) =>
      array.visibility === visibility && array.argument !== undefined
        ? [encoded[i].map((value) => elementOfSigned(field.field, value))]
        : [],
    );
  const assignment = assign(moduleText(llvmModule), {
    publicInputs: select('public'),
    privateInputs: select('private'),
    computedArguments: layout.outputs.flatMap(({ argument }) => argument ?? []),
  });
  expect(assignment.violations).toEqual([]);
  const outputs = layout.outputs.map((array) =>
    decodeElements(array, assignment.outputs.get(array.argument ?? -1) ?? [], field.field),
  );
  return { outputs, rows: assignment.table.usableRows };
}

/**
 * What the assigner says of claimed outputs, given as numbers of the model in flat arrays, through its JSON files.
 *
 * @returns the violated constraints
 */
export function checkClaims(
  translation: Translation,
  inputs: readonly (readonly number[])[],
  claims: readonly (readonly number[])[],
): readonly Violation[] {
  const { llvmModule, layout, field } = translation;
  const encode = (arrays: readonly ArrayLayout[], data: readonly (readonly number[])[]): bigint[][] =>
    arrays.map((array, i) => encodeArray(array, { shape: array.shape, data: data[i] }));
  const files = assignerInputs(layout, encode(layout.inputs, inputs), encode(layout.outputs, claims), field.field);
  return assign(moduleText(llvmModule), {
    publicInputs: { name: 'public.json', text: JSON.stringify(files.public) },
    privateInputs: { name: 'private.json', text: JSON.stringify(files.private) },
  }).violations;
}

/** The outputs of the function in `text` for flat `inputs`, without any recognition of layers. */
export function runModule(
  text: string,
  inputs: readonly (readonly number[])[],
  options: TranslateOptions = {},
): (number | bigint)[][] {
  return runCircuit(translateText(text, options), inputs).outputs;
}

/** Applies `lines`, which compute `%r` from scalars named like `inputs`, to each element. */
export function runElementwise(
  lines: string,
  inputs: Readonly<Record<string, readonly [type: string, data: readonly number[]]>>,
  result: string,
): number[][] {
  const entries = Object.entries(inputs);
  const count = entries[0][1][1].length;
  const text = `
    func.func @elementwise(${entries.map(([name, [type]]) => `%${name}s: memref<${count}x${type}>`).join(', ')}) -> memref<${count}x${result}> {
      %rs = memref.alloc() : memref<${count}x${result}>
      affine.for %i = 0 to ${count} {
        ${entries.map(([name, [type]]) => `%${name} = affine.load %${name}s[%i] : memref<${count}x${type}>`).join('\n')}
        ${result === 'ui8' && !lines.includes('ui8') ? `${lines}\n%u = builtin.unrealized_conversion_cast %r : i8 to ui8` : lines}
        affine.store ${result === 'ui8' && !lines.includes('ui8') ? '%u' : '%r'}, %rs[%i] : memref<${count}x${result}>
      }
      return %rs : memref<${count}x${result}>
    }`;
  return runModule(text, entries.map(([, [, data]]) => data)).map((output) => output.map(Number));
}
