import { createContext, parseModule, printModule, SourceFile, verifyOperation } from '@mlir2zk/mlir-parser';
import { intrinsics, registerZkmlDialect, type Intrinsic } from '@mlir2zk/zk-intrinsics';
import { parsePassPipeline, passRegistry, PassManager } from '../../src/index.js';

export interface Raised {
  /** The `zkml` operations, as they print, without types: `zkml.relu ins(%arg0) outs(%arg1)`. */
  readonly operations: string[];
  /** Loops that stayed. */
  readonly loops: number;
  /** What was said about them. */
  readonly misses: string[];
  readonly text: string;
}

/** Raises the nests in `text`, each verified by execution, and checks the result with the verifier and by parsing it again. */
export function raise(text: string, options: { readonly known?: readonly Intrinsic[]; readonly flags?: string; readonly verify?: boolean } = {}): Raised {
  const newContext = () => {
    const context = createContext();
    registerZkmlDialect(context, options.known ?? intrinsics);
    return context;
  };
  const context = newContext();
  const module = parseModule(new SourceFile('test.mlir', text), context);
  const misses: string[] = [];
  const pipeline = parsePassPipeline(
    `builtin.module(raise-to-zkml{remarks verify-raising=${options.verify ?? true} ${options.flags ?? ''}})`,
    passRegistry,
  );
  new PassManager(context, pipeline, {
    report({ severity, message }) {
      if (severity === 'warning') throw new Error(message);
      if (message.startsWith('not raised: ')) misses.push(message.slice('not raised: '.length));
    },
  }).run(module);
  expect(verifyOperation(module, context)).toEqual([]);
  const printed = printModule(module);
  expect(printModule(parseModule(new SourceFile('printed.mlir', printed), newContext()))).toBe(printed);
  let loops = 0;
  module.walk((op) => {
    if (op.name === 'affine.for') loops++;
  });
  const operations = printed
    .split('\n')
    .filter((line) => line.includes('zkml.'))
    .map((line) => line.trim().replaceAll(/ : memref<[^)]*>(?=\))/g, ''));
  return { operations, loops, misses, text: printed };
}

/** A function around `body`: arguments as text, and the constants `%zero`, `%one`, `%lowest` (f32), `%c0` to `%c3`. */
export function inFunction(args: string, body: string): string {
  return `func.func @f(${args}) {
  %zero = arith.constant 0.0 : f32
  %one = arith.constant 1.0 : f32
  %lowest = arith.constant 0xFF800000 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %c3 = arith.constant 3 : index
${body}
  return
}`;
}
