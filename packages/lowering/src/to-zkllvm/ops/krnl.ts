import { typeText } from '@mlir2zk/mlir-parser';
import { errorAt } from '../../operation/located-error.js';
import { readOfUninitialised } from '../trace/access.js';
import { constantStorage } from '../trace/dense-elements.js';
import { addressesOf, contiguousView, elementCount, uninitialised } from '../trace/memory.js';
import { requireScalar } from '../interface/scalar-type.js';
import type { TracedOp } from '../trace/traced-op.js';
import { realUnaryOp, type RealUnary } from './arith-real.js';
import { realFunctions } from './math.js';

/** A constant array: the weights of a layer. */
const globalOp: TracedOp = {
  name: 'krnl.global',
  compile(op, code) {
    const { type } = op.result(0);
    if (type.kind !== 'memref') throw errorAt(op, `${typeText(type)} is no ranked memref`);
    const value = op.attribute('value');
    const result = code.slot(op.result(0));
    if (value?.kind !== 'dense-elements')
      throw errorAt(
        op,
        value?.kind === 'dense-resource' ? `the constant '${value.key}' has no data in this file` : 'the constant has no value',
        'emit the model with its weights in the file (onnx-mlir -O0 --EmitMLIR writes them to MODEL.onnx.mlir, elides them in MODEL.tmp)',
      );
    const count = elementCount(type.shape);
    const elementBytes = value.splat ? value.data.length : value.data.length / Math.max(count, 1);
    if (!Number.isInteger(elementBytes)) throw errorAt(op, 'the constant does not have as many elements as its type says');
    const view = contiguousView(constantStorage(op, value, type.elementType, count, code.builder), type.shape);
    return () => {
      code.environment.memories[result] = view;
    };
  },
};

/** `krnl.memcpy(dst, src, count, dstOffset, srcOffset)`, in elements of the row-major arrays. */
const memcpyOp: TracedOp = {
  name: 'krnl.memcpy',
  compile(op, code) {
    const { environment, builder } = code;
    const [target, source, count, targetOffset, sourceOffset] = code.slotsOf(op.operands);
    if (target === undefined || source === undefined || count === undefined)
      throw errorAt(op, 'needs a target, a source and a number of elements');
    const known = (slot: number | undefined): number => {
      if (slot === undefined) return 0;
      if (environment.isKnown(slot)) return environment.number(slot);
      throw errorAt(op, 'an offset depends on the inputs of the model');
    };
    return () => {
      const to = environment.memory(target);
      const from = environment.memory(source);
      if (to.storage.readOnly) throw errorAt(op, 'the target is a constant and cannot be written');
      const amount = builder.constantInteger(environment.handle(count));
      if (amount === undefined) throw errorAt(op, 'the number of elements depends on the inputs of the model');
      const toAddresses = addressesOf(to).subarray(known(targetOffset));
      const fromAddresses = addressesOf(from).subarray(known(sourceOffset));
      if (amount > toAddresses.length || amount > fromAddresses.length)
        throw errorAt(op, `copies ${amount} elements beyond the end of an array`);
      for (let i = 0; i < amount; i++) {
        const value = from.storage.read(fromAddresses[i]);
        if (value === uninitialised) throw readOfUninitialised(op);
        to.storage.cells[toAddresses[i]] = value;
      }
    };
  },
};

/** Classes of floats. A variable of a circuit is always finite; constants need not be. */
function classifyOp(name: string, holds: (value: number) => boolean): TracedOp {
  const ofFinite = holds(0);
  return {
    name,
    compile(op, code) {
      requireScalar(op, op.operand(0).type);
      const { builder, environment } = code;
      const operand = code.slot(op.operand(0));
      const result = code.slot(op.result(0));
      return () => {
        const constant = builder.constantReal(environment.handle(operand));
        environment.handles[result] = code.boolean(constant === undefined ? ofFinite : holds(constant));
      };
    },
  };
}

/** Names that differ between krnl and math. */
const ownNames: Readonly<Record<string, RealUnary>> = {
  'krnl.round_even': (builder, a) => builder.roundEven(a),
};

export const krnlOps: readonly TracedOp[] = [
  globalOp,
  memcpyOp,
  classifyOp('krnl.isnan', Number.isNaN),
  classifyOp('krnl.isinf', (value) => Math.abs(value) === Infinity),
  classifyOp('math.isnan', Number.isNaN),
  classifyOp('math.isinf', (value) => Math.abs(value) === Infinity),
  classifyOp('math.isfinite', Number.isFinite),
  ...Object.entries({ ...prefixed(realFunctions), ...ownNames }).map(([name, emit]) => realUnaryOp(name, emit)),
  { name: 'krnl.noValue', compile: () => undefined },
  { name: 'krnl.parallel_clause', compile: () => undefined },
];

function prefixed(functions: Readonly<Record<string, RealUnary>>): Record<string, RealUnary> {
  return Object.fromEntries(Object.entries(functions).map(([name, emit]) => [`krnl.${name}`, emit]));
}
