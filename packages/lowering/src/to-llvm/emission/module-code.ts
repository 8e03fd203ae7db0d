import type { LlvmFunction, LlvmModule } from '@mlir2zk/llvm-emit';
import { symbolName, type Operation } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { TypeConversion } from '../types/type-conversion.js';
import { ColumnSpace } from './column-space.js';
import { ConstantData } from './constant-data.js';
import { Declarations } from './declarations.js';
import type { LoweredOp } from './lowered-op.js';

export interface ModuleCodeOptions {
  /** A memref of static shape is passed as one pointer instead of the fields of its descriptor. */
  readonly barePointers: boolean;
}

/** What all functions of one translation share. */
export class ModuleCode {
  readonly llvm: LlvmModule;
  readonly conversion: TypeConversion;
  readonly declarations: Declarations;
  readonly data: ConstantData;
  readonly ops: ReadonlyMap<string, LoweredOp>;
  readonly options: ModuleCodeOptions;
  /** Where functions are made, one after the other. */
  readonly columns = new ColumnSpace();
  private readonly symbols = new Map<string, Operation>();

  constructor(llvm: LlvmModule, module: Operation, ops: ReadonlyMap<string, LoweredOp>, options: ModuleCodeOptions) {
    this.llvm = llvm;
    this.ops = ops;
    this.options = options;
    this.conversion = new TypeConversion(llvm.types);
    this.declarations = new Declarations(llvm);
    this.data = new ConstantData(llvm);
    for (let op = module.region(0).entry?.firstOperation; op !== undefined; op = op.next) {
      const name = symbolName(op);
      if (name !== undefined) this.symbols.set(name, op);
    }
  }

  /** The operation `@name` of the module, which must be a `kind`. */
  symbol(from: Operation, name: string, kind: string): Operation {
    const symbol = this.symbols.get(name);
    if (symbol?.name === kind) return symbol;
    throw errorAt(from, symbol === undefined ? `the module has no symbol '@${name}'` : `'@${name}' is a '${symbol.name}', not a '${kind}'`);
  }

  /** The LLVM function that a `func.func` of the module became. */
  functionOf(from: Operation, name: string): LlvmFunction {
    this.symbol(from, name, 'func.func');
    const fn = this.llvm.function(name);
    if (fn === undefined) throw new Error(`'@${name}' was not declared`);
    return fn;
  }
}
