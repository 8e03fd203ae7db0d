import { instanceOf, zkmlOperands, type Intrinsic } from '@mlir2zk/zk-intrinsics';
import { readOfUninitialised } from '../trace/access.js';
import { errorAt } from '../../operation/located-error.js';
import { addressesOf, uninitialised } from '../trace/memory.js';
import type { TracedOp } from '../trace/traced-op.js';

/** `zkml.NAME ins(…) outs(…)`: reads its inputs, calls the intrinsic, writes its outputs. */
export function zkmlOp(intrinsic: Intrinsic): TracedOp {
  return {
    name: `zkml.${intrinsic.name}`,
    compile(op, code) {
      const instance = instanceOf(intrinsic, op);
      const operands = zkmlOperands(intrinsic, op);
      const inputs = code.slotsOf(operands.inputs);
      const outputs = code.slotsOf(operands.outputs);
      const { environment } = code;
      return () => {
        const arrays = inputs.map((slot) => {
          const view = environment.memory(slot);
          const values = addressesOf(view).map((address) => view.storage.read(address));
          if (values.includes(uninitialised)) throw readOfUninitialised(op);
          return values;
        });
        const results = code.context.intrinsicCalls.call(intrinsic, instance, arrays);
        for (const [i, slot] of outputs.entries()) {
          const view = environment.memory(slot);
          if (view.storage.readOnly) throw errorAt(op, 'writes to a constant');
          const values = results[i];
          for (const [element, address] of addressesOf(view).entries()) view.storage.cells[address] = values[element];
        }
      };
    },
  };
}
