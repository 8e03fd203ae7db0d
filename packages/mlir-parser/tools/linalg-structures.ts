import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyStep, IndexingMaps, LinalgStructure, MapExpression } from '../src/dialects/linalg/linalg-structure.js';

/**
 * The bodies and indexing maps of linalg's named operations. ODS does not know them: mlir-linalg-ods-yaml-gen writes them as C++,
 * which is so regular that it reads back as data.
 */
export function linalgStructuresModule(prefix: string): string {
  const read = (extension: string): string =>
    readFileSync(join(prefix, `include/mlir/Dialect/Linalg/IR/LinalgNamedStructuredOps.yamlgen.${extension}`), 'utf8');
  const text = read('cpp.inc');
  const names = new Map([...read('td').matchAll(/^def (\w+) : LinalgStructuredBase_Op<"(\w+)"/gm)].map(([, className = '', name = '']) => [className, name]));
  const structures = text
    .split(/^\/\/ Implementation of /m)
    .slice(1)
    .map((section) => structure(section, names))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = structures.map((record) => `\n  ${JSON.stringify(record)}`).join(',');
  return [
    '// Generated from the C++ of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.',
    '/* eslint-disable max-lines -- one line for each operation */',
    `export const linalgStructures: string = String.raw\`[${lines}]\`;`,
    '',
  ].join('\n');
}

function structure(section: string, names: ReadonlyMap<string, string>): LinalgStructure {
  const className = /^\w+/.exec(section)?.[0] ?? '';
  const name = names.get(className);
  if (name === undefined) throw new Error(`no operation of class ${className}`);
  const [, builder = ''] = /::regionBuilder\([^]*?SmallVector<Value> yields;([^]*?)helper\.yieldOutputs\(yields\);/.exec(section) ?? [];
  return {
    name,
    maps: indexingMaps(section),
    body: [...builder.matchAll(/Value value(\d+) = helper\.(\w+)\((.*)\);/g)].map(([, number, method = '', args = ''], index) => {
      if (Number(number) !== index + 1) throw new Error(`${className}: value${number} is out of order`);
      return bodyStep(method, args, builder);
    }),
    yields: [...builder.matchAll(/yields\.push_back\((.*)\);/g)].map(([, value = '']) => valueReference(value)),
  };
}

function indexingMaps(section: string): IndexingMaps {
  const maps = [...section.matchAll(/parseAttribute\("affine_map<(.*?)>", context\)/g)].map(([, map = '']) => map);
  if (maps.length === 0) return 'elementwise';
  const bindings = [...section.matchAll(/int64_t cst(\d+) = self\.get(\w+)\(\)\.getValues<int64_t>\(\)\[(\d+)\];/g)].map(
    ([, symbol, getter = '', index]) => [Number(symbol), `${getter.charAt(0).toLowerCase()}${getter.slice(1)}`, Number(index)] as const);
  return { dims: Number(maps[0]?.match(/d(\d+)(?=\)\[)/)?.[1]) + 1, results: maps.map(mapResults), constants: bindings };
}

/** The results of `(d0, …)[s0, …] -> (…)`. */
function mapResults(map: string): MapExpression[] {
  const tokens = [...map.slice(map.indexOf('->') + 2).matchAll(/[ds]\d+|[()+*,]/g)].map(([token]) => token);
  let at = 1;
  const binary = (operator: '+' | '*', operand: () => MapExpression): MapExpression => {
    let left = operand();
    while (tokens[at] === operator) {
      at++;
      left = [operator, left, operand()];
    }
    return left;
  };
  const primary = (): MapExpression => {
    const token = tokens[at++] ?? '';
    if (!/^[ds]/.test(token)) throw new Error(`unexpected '${token}' in ${map}`);
    return token;
  };
  const results: MapExpression[] = [];
  while (tokens[at] !== ')') {
    results.push(binary('+', () => binary('*', primary)));
    if (tokens[at] === ',') at++;
  }
  return results;
}

/** `block.getArgument(0)` as 0, `value3` as `v2`. */
function valueReference(text: string): number | string {
  const argument = /^block\.getArgument\((\d+)\)$/.exec(text);
  if (argument !== null) return Number(argument[1]);
  const value = /^value(\d+)$/.exec(text);
  if (value === null) throw new Error(`unknown value ${text}`);
  return `v${Number(value[1]) - 1}`;
}

function bodyStep(method: string, args: string, builder: string): BodyStep {
  if (method === 'constant') return ['constant', args.slice(1, -1)];
  if (method === 'index') return ['index', Number(args)];
  const [fn = '', ...rest] = args.split(/, (?![^(]*\))/);
  const chosen = functionName(fn, builder);
  switch (method) {
    case 'buildUnaryFn':
      return ['unary', chosen, valueReference(rest[0] ?? '')];
    case 'buildBinaryFn':
      return ['binary', chosen, valueReference(rest[0] ?? ''), valueReference(rest[1] ?? '')];
    case 'buildTernaryFn':
      return ['ternary', chosen, valueReference(rest[0] ?? ''), valueReference(rest[1] ?? ''), valueReference(rest[2] ?? '')];
    case 'buildTypeFn':
      return ['type', chosen, typeReference(rest[0] ?? ''), valueReference(rest[1] ?? '')];
    default:
      throw new Error(`unknown step ${method}(${args})`);
  }
}

/** `BinaryFn::mul` as `mul`; a variable that an attribute sets as `attribute=default`. */
function functionName(text: string, builder: string): string {
  const name = /^\w+Fn::(\w+)$/.exec(text);
  if (name?.[1] !== undefined) return name[1];
  const [, fallback, attribute] = new RegExp(`\\w+Fn ${text} = \\w+Fn::(\\w+);[^]*?getName\\(\\) == "(\\w+)"`).exec(builder) ?? [];
  if (attribute === undefined || fallback === undefined) throw new Error(`unknown function ${text}`);
  return `${attribute}=${fallback}`;
}

function typeReference(text: string): number | string {
  const argument = /^block\.getArgument\((\d+)\)\.getType\(\)$/.exec(text);
  if (argument !== null) return Number(argument[1]);
  const integer = /^helper\.getIntegerType\((\d+)\)$/.exec(text);
  if (integer !== null) return `i${integer[1]}`;
  const float = /^helper\.getFloat(\d+)Type\(\)$/.exec(text);
  if (float === null) throw new Error(`unknown type ${text}`);
  return `f${float[1]}`;
}
