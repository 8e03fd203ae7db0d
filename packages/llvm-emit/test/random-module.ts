import fc from 'fast-check';
import { createZkLlvmModule, enumAttribute, FunctionBuilder, typeAttribute } from '../src/index.js';
import type { LlvmModule, ValueId } from '../src/index.js';

type Step = readonly [kind: number, a: number, b: number, literal: bigint];

const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(11), fc.nat(), fc.nat(), fc.bigInt(0n, 2n ** 254n));

/** Modules of one circuit function and one callee: straight-line code on scalars and memory in the safe subset. */
export const randomModule: fc.Arbitrary<LlvmModule> = fc
  .tuple(fc.array(step, { maxLength: 40 }), fc.array(step, { maxLength: 5 }), fc.boolean())
  .map(([steps, calleeSteps, named]) => build(steps, calleeSteps, named));

function build(steps: readonly Step[], calleeSteps: readonly Step[], named: boolean): LlvmModule {
  const module = createZkLlvmModule();
  const { types, constants } = module;
  const field = types.field('pallas_base');
  const array = types.array(4, field);
  const table = module.addGlobal(
    'table',
    array,
    constants.aggregate(array, [1, 2n ** 200n, -1, 0].map((v) => constants.field(field, v))),
  );
  const callee = module.addFunction('callee', field, [field, field]);
  const inner = new FunctionBuilder(callee);
  inner.ret(emit(inner, calleeSteps, [0, 1]).at(-1));

  const main = module.addFunction(named ? 'a circuit' : 'main', types.void, [types.ptr, field]);
  main.attributes = [enumAttribute('circuit')];
  main.parameters[0].attributes = [typeAttribute('byval', array)];
  main.parameters[1].attributes = [enumAttribute('private_input')];
  if (named) main.parameters[1].name = 'secret';
  const builder = new FunctionBuilder(main);
  const zero = constants.int(types.i32, 0);
  const fromTable = builder.load(field, builder.getelementptr(array, constants.global(table), [zero, zero]), 1);
  const values = emit(builder, steps, [1, fromTable, builder.load(field, 0)]);
  const result = builder.call(callee, [values.at(-1) ?? 1, values[0]]);
  if (named) main.valueNames.set(result, 'the result');
  builder.store(result, builder.alloca(field), 1);
  builder.ret();
  return module;
}

function emit(builder: FunctionBuilder, steps: readonly Step[], start: readonly ValueId[]): ValueId[] {
  const { types, constants } = builder.module;
  const field = types.field('pallas_base');
  const array = types.array(3, field);
  const values = [...start];
  for (const [kind, a, b, literal] of steps) {
    const x = values[a % values.length];
    const y = kind % 2 === 0 ? values[b % values.length] : constants.field(field, literal);
    switch (kind) {
      case 0:
      case 1:
        values.push(builder.add(x, y));
        break;
      case 2:
      case 3:
        values.push(builder.mul(x, y));
        break;
      case 4:
      case 5:
        values.push(builder.sub(x, y));
        break;
      case 6:
      case 7:
        values.push(builder.select(builder.icmp('eq', x, y), x, y));
        break;
      case 8:
        values.push(builder.sdiv(x, y));
        break;
      case 9: {
        const cell = builder.getelementptr(array, builder.alloca(array), [
          constants.int(types.i64, 0),
          constants.int(types.i32, b % 3),
        ]);
        builder.store(x, cell);
        values.push(builder.load(field, cell));
        break;
      }
      case 10: {
        const bits = builder.alloca(array);
        const lsbFirst = constants.int(types.i1, 0);
        const three = constants.int(types.i32, 3);
        builder.intrinsic('llvm.assigner.bit.decomposition.field', [field], [bits, three, x, lsbFirst]);
        values.push(builder.intrinsic('llvm.assigner.bit.composition', [field], [bits, three, lsbFirst]));
        break;
      }
      default:
        values.push(builder.cast('itogf', constants.int(types.i32, b % 1000), field));
    }
  }
  return values;
}
