import fc from 'fast-check';
import {
  type AffineBinaryKind, type Attribute, bitsToFloat, Block, buildOperation, type Context, type FloatTypeName, floatToBits, OpBuilder, type Operation, Region,
  type Signedness, type Type, type Value,
} from '../src/index.js';

/** How to make something in a context: the arbitraries below are of recipes, so that a failure shows what was chosen. */
export type Recipe<T> = (context: Context) => T;

const shape = fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 3 });
const scalarType: fc.Arbitrary<Recipe<Type>> = fc.oneof(
  fc.integer({ min: 1, max: 70 }).map((width) => (context: Context) => context.integerType(width)),
  fc.tuple(fc.integer({ min: 1, max: 64 }), fc.constantFrom<Signedness>('signed', 'unsigned')).map(([width, sign]) => (context: Context) => context.integerType(width, sign)),
  fc.constantFrom<FloatTypeName>('f16', 'bf16', 'f32', 'f64', 'f8E4M3FN').map((name) => (context: Context) => context.floatType(name)),
  fc.constant((context: Context) => context.indexType),
);

const type: fc.Memo<Recipe<Type>> = fc.memo((depth) => (depth <= 1 ? scalarType : fc.oneof(
  { weight: 3, arbitrary: scalarType },
  { weight: 1, arbitrary: fc.tuple(shape, scalarType).map(([sizes, element]) => (context: Context) => context.tensorType(sizes, element(context))) },
  { weight: 1, arbitrary: fc.tuple(shape, scalarType).map(([sizes, element]) => (context: Context) => context.memRefType(sizes, element(context))) },
  { weight: 1, arbitrary: fc.tuple(fc.array(type(depth - 1), { maxLength: 3 }), fc.array(type(depth - 1), { maxLength: 2 })).map(([inputs, results]) => (context: Context) =>
    context.functionType(inputs.map((make) => make(context)), results.map((make) => make(context)))) },
  { weight: 1, arbitrary: fc.array(type(depth - 1), { maxLength: 3 }).map((types) => (context: Context) => context.tupleType(types.map((make) => make(context)))) },
  { weight: 1, arbitrary: fc.constantFrom('t', 'p<1, [2]>', '<"text">').map((body) => (context: Context) => context.dialectType('test', body)) },
)));

/** MLIR's strings are bytes, one UTF-16 unit each. */
const byte = fc.nat(255).map((unit) => String.fromCharCode(unit));
const name = fc.oneof(fc.stringMatching(/^[a-z_][a-z0-9_$.]{0,5}$/), fc.string({ minLength: 1, maxLength: 4, unit: byte }));

const attribute: fc.Memo<Recipe<Attribute>> = fc.memo((depth) => {
  const leaf: fc.Arbitrary<Recipe<Attribute>> = fc.oneof(
    fc.constant((context: Context) => context.unitAttr),
    fc.boolean().map((value) => (context: Context) => context.boolAttr(value)),
    fc.tuple(fc.integer({ min: 2, max: 64 }), fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n })).map(([width, value]) => (context: Context) =>
      context.integerAttr(context.integerType(width), BigInt.asIntN(width, value))),
    fc.tuple(fc.constantFrom<FloatTypeName>('f16', 'f32', 'f64', 'bf16'), fc.double()).map(([format, value]) => (context: Context) => {
      const bits = floatToBits(format, value);
      return context.floatAttr(context.floatType(format), bitsToFloat(format, bits), bits);
    }),
    fc.string({ maxLength: 8, unit: byte }).map((value) => (context: Context) => context.stringAttr(value)),
    type(2).map((make) => (context: Context) => context.typeAttr(make(context))),
    fc.array(name, { minLength: 1, maxLength: 3 }).map(([root = 'a', ...nested]) => (context: Context) => context.symbolRefAttr(root, nested)),
    fc.tuple(fc.constantFrom(8, 16, 32), fc.uint8Array({ minLength: 2, maxLength: 600 })).map(([width, bytes]) => (context: Context) => {
      const size = width / 8;
      const count = Math.max(2, Math.floor(bytes.length / size));
      const data = new Uint8Array(count * size);
      data.set(bytes.subarray(0, data.length));
      data[0] = (data[size] ?? 0) ^ 1; // no splat
      return context.denseElementsAttr(context.tensorType([count], context.integerType(width)), data, false);
    }),
    fc.array(fc.tuple(fc.constantFrom<AffineBinaryKind>('add', 'mul', 'mod', 'floordiv', 'ceildiv'), fc.integer({ min: 1, max: 9 })), { maxLength: 3 }).map((steps) => (context: Context) => {
      const { affine } = context;
      const start = affine.add(affine.dim(0), affine.symbol(0));
      const result = steps.reduce((expr, [kind, value]) => affine.binary(kind, expr, affine.constant(value)), start);
      return context.affineMapAttr(affine.map(1, 1, [result]));
    }),
  );
  if (depth <= 1) return leaf;
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: fc.array(attribute(depth - 1), { maxLength: 4 }).map((items) => (context: Context) => context.arrayAttr(items.map((make) => make(context)))) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.tuple(name, attribute(depth - 1)), { maxLength: 3, selector: ([key]) => key }).map((entries) => (context: Context) =>
      context.dictionaryAttr(entries.map(([key, make]) => [key, make(context)] as const))) },
  );
});

/** An operation nobody knows: operands are picked among the values in scope, regions have blocks that branch to each other. */
interface OperationPlan {
  readonly operands: readonly number[];
  readonly results: readonly Recipe<Type>[];
  readonly attributes: readonly (readonly [string, Recipe<Attribute>])[];
  readonly regions: readonly RegionPlan[];
}
interface RegionPlan {
  readonly blocks: readonly BlockPlan[];
}
interface BlockPlan {
  readonly args: readonly Recipe<Type>[];
  readonly operations: readonly OperationPlan[];
  readonly successor: number;
}

const operationPlan: fc.Memo<OperationPlan> = fc.memo((depth) => fc.record({
  operands: fc.array(fc.nat(), { maxLength: 3 }),
  results: fc.array(type(2), { maxLength: 3 }),
  attributes: fc.uniqueArray(fc.tuple(name, attribute(2)), { maxLength: 3, selector: ([key]) => key }),
  regions: depth <= 1 ? fc.constant([]) : fc.array(regionPlan(depth - 1), { maxLength: 2 }),
}));

const regionPlan: fc.Memo<RegionPlan> = fc.memo((depth) => fc.record({
  blocks: fc.array(
    fc.record({ args: fc.array(type(1), { maxLength: 2 }), operations: fc.array(operationPlan(depth), { maxLength: 3 }), successor: fc.nat() }),
    { maxLength: 3 },
  ),
}));

/** Operations of arith, affine, scf and memref around values of f32 and index; each step uses what came before it. */
const registeredSteps = fc.array(
  fc.tuple(fc.constantFrom('add', 'constant', 'loop', 'if', 'load', 'store', 'apply'), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 64 })),
  { maxLength: 12 },
);

/** A module that verifies: a function of registered operations and unregistered operations beside it. */
export const moduleRecipe: fc.Arbitrary<Recipe<Operation>> = fc
  .record({ steps: registeredSteps, operations: fc.array(operationPlan(3), { maxLength: 3 }) })
  .map(({ steps, operations }) => (context) => {
    const body = new Region();
    const block = body.addBlock(new Block());
    block.append(functionOf(context, steps));
    for (const plan of operations) block.append(planned(context, plan, []));
    return buildOperation(context, 'builtin.module', { regions: [body] });
  });

function planned(context: Context, plan: OperationPlan, scope: readonly Value[]): Operation {
  return buildOperation(context, 'test.op', {
    operands: scope.length === 0 ? [] : plan.operands.map((pick) => picked(scope, pick)),
    resultTypes: plan.results.map((make) => make(context)),
    attributes: plan.attributes.map(([key, make]) => [key, make(context)] as const),
    regions: plan.regions.map((region) => plannedRegion(context, region, scope)),
  });
}

function plannedRegion(context: Context, { blocks: plans }: RegionPlan, scope: readonly Value[]): Region {
  const region = new Region();
  const blocks = plans.map(({ args }) => {
    const block = region.addBlock(new Block());
    for (const make of args) block.addArgument(make(context));
    return block;
  });
  for (const [index, { operations, successor }] of plans.entries()) {
    const block = blocks[index] ?? new Block();
    const inner = [...scope, ...block.arguments];
    for (const plan of operations) {
      const op = planned(context, plan, inner);
      block.append(op);
      inner.push(...op.results);
    }
    // The entry block may not be branched to.
    const target = plans.length > 1 ? blocks[1 + (successor % (plans.length - 1))] : undefined;
    block.append(buildOperation(context, 'test.end', target === undefined ? {} : { successors: [target] }));
  }
  return region;
}

function functionOf(context: Context, steps: readonly (readonly [string, number, number, number])[]): Operation {
  const f32 = context.floatType('f32');
  const memref = context.memRefType([64], f32);
  const region = new Region();
  const entry = region.addBlock(new Block());
  const indices: Value[] = [entry.addArgument(context.indexType)];
  const floats: Value[] = [entry.addArgument(f32)];
  const memory = entry.addArgument(memref);
  const builder = OpBuilder.atEnd(context, entry);
  const { affine } = context;
  const map = (value: Parameters<Context['affineMapAttr']>[0]): Attribute => context.affineMapAttr(value);
  for (const [kind, a, b, size] of steps)
    switch (kind) {
      case 'add':
        floats.push(builder.create('arith.addf', { operands: [picked(floats, a), picked(floats, b)], resultTypes: [f32] }).result(0));
        break;
      case 'constant':
        floats.push(builder.create('arith.constant', { attributes: { value: context.floatAttr(f32, size, floatToBits('f32', size)) }, resultTypes: [f32] }).result(0));
        break;
      case 'apply':
        indices.push(builder.create('affine.apply', {
          operands: [picked(indices, a)], attributes: { map: map(affine.map(1, 0, [affine.binary('mod', affine.dim(0), affine.constant(size))])) }, resultTypes: [context.indexType],
        }).result(0));
        break;
      case 'load':
        floats.push(builder.create('affine.load', { operands: [memory, picked(indices, a)], attributes: { map: map(affine.identityMap(1)) }, resultTypes: [f32] }).result(0));
        break;
      case 'store':
        builder.create('memref.store', { operands: [picked(floats, a), memory, picked(indices, b)] });
        break;
      case 'loop': {
        const body = new Region();
        const inside = body.addBlock(new Block());
        indices.push(inside.addArgument(context.indexType));
        builder.create('affine.for', {
          operandGroups: [[], [], []], regions: [body],
          attributes: { lowerBoundMap: map(affine.constantMap(0)), upperBoundMap: map(affine.constantMap(size)), step: context.indexAttr(1) },
        });
        const end = buildOperation(context, 'affine.yield');
        inside.append(end);
        builder.setInsertionPoint(end);
        break;
      }
      default: {
        const condition = builder.create('arith.cmpf', {
          operands: [picked(floats, a), picked(floats, b)], attributes: { predicate: context.integerAttr(context.integerType(64), size % 16) },
          resultTypes: [context.integerType(1)],
        }).result(0);
        const then = new Region();
        then.addBlock(new Block()).append(buildOperation(context, 'scf.yield'));
        builder.create('scf.if', { operands: [condition], regions: [then, new Region()] });
      }
    }
  entry.append(buildOperation(context, 'func.return'));
  const type = context.functionType([context.indexType, f32, memref], []);
  return buildOperation(context, 'func.func', { attributes: { sym_name: context.stringAttr('f'), function_type: context.typeAttr(type) }, regions: [region] });
}

function picked(values: readonly Value[], pick: number): Value {
  const value = values[pick % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
