#!/usr/bin/env node
/*
 * What `mlir2zk lower` and `mlir2zk run` do, with the packages as libraries: a model is read, its layers are recognised, the
 * circuit is written and executed as the assigner would.
 *
 *     node lower.js model.mlir [circuit.ll]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { assign } from '@mlir2zk/assigner';
import { moduleText } from '@mlir2zk/llvm-emit';
import { lowerToZkllvm, raiseModel, readModel, Toolkit } from '@mlir2zk/lowering';
import { DiagnosticError, printModule, renderDiagnostic, SourceFile } from '@mlir2zk/mlir-parser';

const [, , input, output] = process.argv;
if (input === undefined) {
  console.error('usage: node lower.js model.mlir [circuit.ll]');
  process.exit(2);
}

try {
  // The passes, intrinsics and dialects to work with; `toolkit.add` extends them.
  const toolkit = new Toolkit();
  const model = readModel(new SourceFile(input, readFileSync(input)), toolkit.createContext());

  // Recognition changes the module in place; what it found are operations of the dialect zkml.
  raiseModel(model);
  console.log(printModule(model.module));

  // The circuit, and how its arguments are laid out: scales, shapes, which of them are public.
  const { llvmModule, layout } = lowerToZkllvm(model);
  const text = moduleText(llvmModule);
  if (output !== undefined) writeFileSync(output, text);

  // Rows do not depend on the values: zeros will do.
  const zeros = layout.inputs.map(({ count }) => Array.from({ length: count }, () => 0n));
  const { table } = assign(Buffer.from(text), {
    fileName: 'circuit.ll', publicInputs: zeros, privateInputs: [], computedArguments: layout.outputs.flatMap(({ argument }) => argument ?? []),
  });
  console.log(`${layout.inputs.length} inputs, ${layout.outputs.length} outputs, ${table.usableRows} rows`);
} catch (error) {
  // Whatever is wrong with a model is a DiagnosticError, which knows the place in its text.
  if (!(error instanceof DiagnosticError)) throw error;
  for (const diagnostic of error.diagnostics) console.error(renderDiagnostic(diagnostic));
  process.exitCode = 1;
}
