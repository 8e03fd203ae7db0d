import { mangledType, type LlvmFunction, type LlvmModule, type Type } from '@mlir2zk/llvm-emit';

/** Thrown where code needs a name that the module uses for something else. */
export class NameConflictError extends Error {
  override readonly name = 'NameConflictError';
}

/** The functions outside of the module that its code calls: LLVM's intrinsics and the C library. Declared on first use. */
export class Declarations {
  private readonly module: LlvmModule;
  private readonly declared = new Map<string, LlvmFunction>();

  constructor(module: LlvmModule) {
    this.module = module;
  }

  /**
   * The function `name`. One that the module defines or declares itself is taken if it has this type.
   *
   * @throws NameConflictError if the name stands for something else
   */
  function(name: string, result: Type, parameters: readonly Type[]): LlvmFunction {
    const known = this.declared.get(name);
    if (known !== undefined) return known;
    const type = this.module.types.function(result, parameters);
    const symbol = this.module.symbol(name);
    const fn = symbol ?? this.module.addFunctionOfType(name, type);
    if (fn.kind !== 'function' || fn.type !== type)
      throw new NameConflictError(`'@${name}' must be a function of type '${type.text}', which the code of this operation calls`);
    this.declared.set(name, fn);
    return fn;
  }

  /** The intrinsic `llvm.NAME`, overloaded on `types`. */
  intrinsic(name: string, overloads: readonly Type[], result: Type, parameters: readonly Type[]): LlvmFunction {
    return this.function([`llvm.${name}`, ...overloads.map(mangledType)].join('.'), result, parameters);
  }
}
