import { DiagnosticError, type Diagnostic, type Operation, type Value } from '@mlir2zk/mlir-parser';
import { Environment } from './environment.js';
import { errorAt } from '../../operation/located-error.js';
import { FunctionCode, type CompiledFunction, type TraceContext } from './function-code.js';

/** What the tracer of one module is given; the rest of `TraceContext` follows from the module. */
export type TraceServices = Omit<TraceContext, 'environment' | 'callee' | 'symbol'>;

/** The functions of a module, compiled when they are first called. */
export class Program {
  readonly environment: Environment;
  readonly context: TraceContext;
  private readonly slots = new Map<Value, number>();
  private readonly symbols = new Map<string, Operation>();
  private readonly compiled = new Map<string, CompiledFunction | 'being compiled'>();
  private readonly errors: Diagnostic[] = [];

  constructor(module: Operation, services: TraceServices) {
    module.walk((op) => {
      for (const result of op.results) this.slots.set(result, this.slots.size);
      for (const region of op.regions)
        for (const block of region.blocks)
          for (const argument of block.arguments) this.slots.set(argument, this.slots.size);
      const name = op.attribute('sym_name');
      if (name?.kind === 'string') this.symbols.set(name.value, op);
    });
    this.environment = new Environment(this.slots.size);
    this.context = {
      ...services,
      environment: this.environment,
      callee: (symbol, op) => this.callee(symbol, op),
      symbol: (symbol) => this.symbols.get(symbol),
    };
  }

  /** `fn`, ready to run. Throws a DiagnosticError with all that cannot be lowered in it and in the functions it calls. */
  compile(fn: Operation): CompiledFunction {
    const compiled = this.compileFunction(fn);
    if (this.errors.length > 0) throw new DiagnosticError(this.errors);
    return compiled;
  }

  private callee(symbol: string, op: Operation): CompiledFunction {
    const known = this.compiled.get(symbol);
    if (known === 'being compiled') throw errorAt(op, `@${symbol} calls itself: a circuit has no recursion`);
    if (known !== undefined) return known;
    const fn = this.symbols.get(symbol);
    if (fn?.name !== 'func.func' || fn.region(0).isEmpty)
      throw errorAt(op, `there is no function @${symbol} with a body in the module`);
    this.compiled.set(symbol, 'being compiled');
    const compiled = this.compileFunction(fn);
    this.compiled.set(symbol, compiled);
    return compiled;
  }

  private compileFunction(fn: Operation): CompiledFunction {
    const code = new FunctionCode(this.context, this.slots, this.errors);
    const body = code.body(fn, fn.region(0));
    return { argumentSlots: body.arguments, resultSlots: body.yields, run: body.run };
  }
}
