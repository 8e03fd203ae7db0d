import type { ValueId } from '@mlir2zk/llvm-emit';
import type { Operation, Value } from '@mlir2zk/mlir-parser';
import type { FunctionCode } from './function-code.js';

/** A loop that counts upwards. */
export interface CountedLoop {
  readonly lower: ValueId;
  /** Not reached. */
  readonly upper: ValueId;
  /** Above 0. */
  readonly step: ValueId;
  /** Whether the bounds compare as unsigned numbers. */
  readonly unsigned?: boolean;
}

/**
 * Appends a loop.
 *
 * @param initial what the first iteration gets handed on
 * @param body appends one iteration; gets what the one before handed on and returns what it hands on itself
 * @returns what the last iteration handed on
 */
export function countedLoop(
  code: FunctionCode, loop: CountedLoop, initial: readonly ValueId[],
  body: (counter: ValueId, carried: readonly ValueId[]) => readonly ValueId[],
): readonly ValueId[] {
  const { builder } = code;
  const before = code.block;
  const [header, first, after] = [builder.createBlock(), builder.createBlock(), builder.createBlock()];
  const headerPhi = (value: ValueId): ValueId => {
    const phi = builder.phi(builder.function.typeOf(value));
    builder.addIncoming(phi, value, before);
    return phi;
  };
  builder.br(header);
  code.beginBlock(header);
  const counter = headerPhi(loop.lower);
  const carried = initial.map(headerPhi);
  builder.condBr(builder.icmp(loop.unsigned === true ? 'ult' : 'slt', counter, loop.upper), first, after);
  code.beginBlock(first);
  const handedOn = body(counter, carried);
  builder.addIncoming(counter, builder.add(counter, loop.step), code.block);
  carried.forEach((phi, i) => builder.addIncoming(phi, handedOn[i], code.block));
  builder.br(header);
  code.beginBlock(after);
  return carried;
}

/** Appends the loop `op`, whose iterations hand `carried` on: its results are what the last one yielded. */
export function loopOperation(
  op: Operation, code: FunctionCode, loop: CountedLoop, initial: readonly Value[], carried: readonly Value[],
  body: (counter: ValueId) => readonly Value[],
): void {
  const setAll = (values: readonly Value[], parts: readonly ValueId[]): void => {
    let rest = parts;
    for (const value of values) rest = code.setParts(op, value, rest);
  };
  const last = countedLoop(code, loop, code.allParts(initial), (counter, parts) => {
    setAll(carried, parts);
    return code.allParts(body(counter));
  });
  setAll(op.results, last);
}
