import { typeText, type MemRefType, type Operation, type Type } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import type { FunctionCode } from './function-code.js';

/** `type` as a ranked memref; throws a DiagnosticError at `op` for other types. */
export function requireMemRef(op: Operation, type: Type): MemRefType {
  if (type.kind === 'memref') return type;
  throw errorAt(op, `${typeText(type)} is no ranked memref`);
}

/** The index in `slot`, which shapes depend on and the inputs must not decide; throws a DiagnosticError if they do. */
export function requireKnownSize(op: Operation, code: FunctionCode, slot: number, what: string): number {
  if (code.environment.isKnown(slot)) return code.environment.number(slot);
  throw errorAt(op, `${what} depends on the inputs of the model`, 'all shapes must be known when the circuit is made');
}
