import type { DiagnosticError, Operation, Value } from '@mlir2zk/mlir-parser';
import type { CircuitValue } from '@mlir2zk/zk-intrinsics';
import { indexWidth } from '../interface/scalar-type.js';
import type { IndexCode } from './affine-code.js';
import type { FunctionCode } from './function-code.js';
import { errorAt } from '../../operation/located-error.js';
import { contiguousStrides, elementCount, uninitialised, type MemRefView } from './memory.js';

/** A load from or store to a memref, at subscripts that may depend on the inputs of the model. */
export interface Access {
  load(): CircuitValue;
  store(value: CircuitValue): void;
}

/** Prepares the access of `op` to `memref` at `subscripts`. */
export function compileAccess(
  op: Operation,
  code: FunctionCode,
  memref: Value,
  subscripts: readonly IndexCode[],
): Access {
  const { environment } = code;
  const slot = code.slot(memref);
  const variable = code.variableIndices(subscripts.flatMap((subscript) => subscript.operands));

  const isKnown = (): boolean => {
    for (const index of variable) if (!environment.isKnown(index)) return false;
    return true;
  };

  const address = (view: MemRefView): number => {
    let at = view.offset;
    for (let i = 0; i < subscripts.length; i++) {
      const subscript = subscripts[i].evaluate();
      if (!(subscript >= 0 && subscript < view.sizes[i])) throw outOfBounds(op, subscript, i, view);
      at += subscript * view.strides[i];
    }
    return at;
  };

  return {
    load() {
      const view = environment.memory(slot);
      if (!isKnown()) return loadComputed(op, code, view, subscripts);
      const value = view.storage.read(address(view));
      if (value === uninitialised) throw readOfUninitialised(op);
      return value;
    },
    store(value) {
      const view = environment.memory(slot);
      if (view.storage.readOnly) throw errorAt(op, 'the memref is a constant and cannot be written');
      if (isKnown()) view.storage.cells[address(view)] = value;
      else storeComputed(op, code, view, subscripts, value);
    },
  };
}

export function readOfUninitialised(op: Operation, what = 'what it reads'): DiagnosticError {
  return errorAt(op, `${what} has an element that was never written`);
}

function outOfBounds(op: Operation, subscript: number, dimension: number, view: MemRefView): DiagnosticError {
  return errorAt(
    op,
    `index ${subscript} is out of bounds: dimension ${dimension} of memref<${view.sizes.join('x')}> has size ${view.sizes[dimension]}`,
  );
}

/** The cells that an access with computed subscripts may mean, row-major, and which of them it means. */
interface Candidates {
  readonly addresses: Int32Array;
  readonly index: CircuitValue;
}

/** Dimensions with a known subscript are fixed; the others form one index, row-major, whose bounds the circuit proves. */
function candidates(
  op: Operation,
  code: FunctionCode,
  view: MemRefView,
  subscripts: readonly IndexCode[],
): Candidates {
  const { environment, builder } = code;
  let base = view.offset;
  const computed: number[] = [];
  for (const [dimension, subscript] of subscripts.entries()) {
    if (!subscript.operands.every((slot) => environment.isKnown(slot))) {
      computed.push(dimension);
      continue;
    }
    const value = subscript.evaluate();
    if (!(value >= 0 && value < view.sizes[dimension])) throw outOfBounds(op, value, dimension, view);
    base += value * view.strides[dimension];
  }
  const sizes = computed.map((dimension) => view.sizes[dimension]);
  const count = elementCount(sizes);
  const limit = code.context.dynamicIndexLimit;
  if (count > limit)
    throw errorAt(
      op,
      `the index depends on the inputs and may mean any of ${count} elements`,
      `each of them would cost rows at every access; the limit is ${limit}`,
    );
  if (count === 0) throw errorAt(op, 'the memref is empty');
  const addresses = new Int32Array(count).fill(base);
  const placeValues = contiguousStrides(sizes);
  let index = builder.integer(0);
  for (const [i, dimension] of computed.entries()) {
    const place = placeValues[i];
    const size = sizes[i];
    const stride = view.strides[dimension];
    for (let at = 0; at < count; at++)
      addresses[at] = addresses[at] + (Math.floor(at / place) % size) * stride;
    const subscript = subscripts[dimension].emit();
    index = builder.addi(index, builder.muli(subscript, builder.integer(place), indexWidth), indexWidth);
  }
  return { addresses, index };
}

function loadComputed(
  op: Operation,
  code: FunctionCode,
  view: MemRefView,
  subscripts: readonly IndexCode[],
): CircuitValue {
  const { addresses, index } = candidates(op, code, view, subscripts);
  const elements = addresses.map((address) => view.storage.read(address));
  if (elements.includes(uninitialised))
    throw errorAt(op, 'the index depends on the inputs, and some of the elements it may mean were never written');
  return code.builder.selectElement(elements, index);
}

/** Elements never written before count as 0: the store makes the others defined without telling which one it hit. */
function storeComputed(
  op: Operation,
  code: FunctionCode,
  view: MemRefView,
  subscripts: readonly IndexCode[],
  value: CircuitValue,
): void {
  const { addresses, index } = candidates(op, code, view, subscripts);
  const zero = code.builder.integer(0);
  const elements = addresses.map((address) => {
    const element = view.storage.read(address);
    return element === uninitialised ? zero : element;
  });
  const updated = code.builder.updateElement(elements, index, value);
  for (const [i, address] of addresses.entries()) view.storage.cells[address] = updated[i];
}
