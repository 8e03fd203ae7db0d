import { LlvmModule, type LlvmFunction } from '@mlir2zk/llvm-emit';
import { DiagnosticError, symbolName, type Diagnostic, type Operation } from '@mlir2zk/mlir-parser';
import { requiredAttribute } from '../operation/attributes.js';
import { errorAt } from '../operation/located-error.js';
import { addCInterface } from './calls/c-interface.js';
import { parameterTypes, receiveArguments } from './calls/passing.js';
import { signatureOf, type Signature } from './calls/signature.js';
import { BlockGraph } from './emission/block-graph.js';
import { FunctionCode } from './emission/function-code.js';
import { ModuleCode } from './emission/module-code.js';
import { allocateStackSlots } from './emission/stack-slots.js';
import { loweredOps } from './ops/lowered-ops.js';
import { defineGlobal } from './ops/memref-global.js';

export interface LlvmTranslateOptions {
  /** Functions take and return a memref of static shape as one pointer, and get no C interface. Off by default. */
  readonly barePointers?: boolean;
  /** Empties each function of `module` when its code is made, so that both need not be in memory at once. Off by default. */
  readonly consume?: boolean;
}

/** A `func.func` and what it became. */
interface DeclaredFunction {
  readonly op: Operation;
  readonly signature: Signature;
  readonly fn: LlvmFunction;
}

/**
 * Translates a module of the dialects affine, scf, cf, arith, math, memref, vector, index, func and krnl to LLVM IR, with its
 * floats and loops. Memrefs are laid out and functions called as upstream's lowering does it.
 *
 * Throws a DiagnosticError, located in the source of the module, for what has no code.
 */
export function translateToLlvm(module: Operation, options: LlvmTranslateOptions = {}): LlvmModule {
  const llvm = new LlvmModule();
  llvm.sourceFileName = symbolName(module) ?? 'LLVMDialectModule';
  llvm.dataLayout = stringAttribute(module, 'llvm.data_layout');
  llvm.targetTriple = stringAttribute(module, 'llvm.target_triple');
  new ModuleTranslation(module, llvm, options).run();
  return llvm;
}

class ModuleTranslation {
  private readonly module: Operation;
  private readonly code: ModuleCode;
  private readonly consume: boolean;
  private readonly errors: Diagnostic[] = [];
  private readonly functions: DeclaredFunction[] = [];
  /** Functions that a runtime library calls from C. */
  private readonly entryPoints = new Set<string>();

  constructor(module: Operation, llvm: LlvmModule, { barePointers = false, consume = false }: LlvmTranslateOptions) {
    this.module = module;
    this.consume = consume;
    this.code = new ModuleCode(llvm, module, loweredOps, { barePointers });
  }

  run(): void {
    for (const op of this.module.region(0).entry?.operations() ?? []) this.collectErrors(() => this.declare(op));
    for (const declared of this.functions) this.collectErrors(() => this.define(declared));
    if (this.errors.length > 0) throw new DiagnosticError(this.errors);
  }

  private declare(op: Operation): void {
    switch (op.name) {
      case 'func.func': {
        const { value: name } = requiredAttribute(op, 'sym_name', 'string');
        const signature = signatureOf(op, this.code);
        const fn = this.code.llvm.addFunction(name, signature.returnType, parameterTypes(signature));
        this.functions.push({ op, signature, fn });
        return;
      }
      case 'memref.global':
        defineGlobal(op, this.code);
        return;
      case 'krnl.entry_point':
        // What onnx-mlir's runtime needs around the function is not made here: the function is called from C by its wrapper.
        this.entryPoints.add(requiredAttribute(op, 'func', 'symbol-ref').root);
        return;
      default:
        throw errorAt(op, 'this operation cannot be lowered to LLVM IR where it stands: a module may hold functions and globals');
    }
  }

  private define({ op, signature, fn }: DeclaredFunction): void {
    const body = op.region(0);
    const { entry } = body;
    if (entry !== undefined) {
      this.code.columns.lend(fn);
      const code = new FunctionCode(this.code, fn, this.errors);
      receiveArguments(code, signature.inputs, entry.arguments, fn.parameters.map((_, i) => i));
      allocateStackSlots(op, code);
      new BlockGraph(op, body, code).emit();
      this.code.columns.takeBack(fn);
      if (this.consume) body.blocks.length = 0;
    }
    const forC = op.attribute('llvm.emit_c_interface') !== undefined || this.entryPoints.has(fn.name);
    if (forC && !this.code.options.barePointers) addCInterface(op, this.code, fn, signature);
  }

  /** Runs `act`; its errors are reported with all others. */
  private collectErrors(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      if (error.diagnostics === this.errors) throw error; // there are too many
      this.errors.push(...error.diagnostics);
    }
  }
}

function stringAttribute(op: Operation, name: string): string | undefined {
  const attribute = op.attribute(name);
  return attribute?.kind === 'string' ? attribute.value : undefined;
}
