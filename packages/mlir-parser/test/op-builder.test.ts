import {
  Block, cloneOperation, createContext, OpBuilder, parseModule, printModule, Region, SourceFile, verifyModule, type Operation, type Value,
} from '../src/index.js';

const context = createContext();

function emptyModule(): { module: Operation; body: Block } {
  const module = parseModule(new SourceFile('-', 'module {\n}'), context);
  const body = module.region(0).entry;
  if (body === undefined) throw new Error('a module has a block');
  return { module, body };
}

/** `func.func @name(%arg0: memref<8xf32>)`, whose body a test fills. */
function buildFunction(builder: OpBuilder, name: string): { entry: Block; argument: Value } {
  const memref = context.memRefType([8], context.floatType('f32'));
  const region = new Region();
  const entry = region.addBlock(new Block());
  const argument = entry.addArgument(memref);
  builder.create('func.func', {
    attributes: { sym_name: context.stringAttr(name), function_type: context.typeAttr(context.functionType([memref], [])) },
    regions: [region],
  });
  return { entry, argument };
}

describe('OpBuilder', () => {
  test('builds a function that verifies and prints', () => {
    const { module, body } = emptyModule();
    const { entry, argument } = buildFunction(OpBuilder.atEnd(context, body), 'f');
    const builder = OpBuilder.atEnd(context, entry);
    const zero = builder.create('arith.constant', { resultTypes: [context.indexType], attributes: { value: context.indexAttr(0) } });
    const load = builder.create('memref.load', { operands: [argument, zero.result(0)], resultTypes: [context.floatType('f32')] });
    const { result } = { result: load.result(0) };
    builder.create('arith.addf', { operands: [result, result], resultTypes: [result.type] });
    builder.create('func.return');
    builder.setInsertionPoint(load);
    builder.create('memref.alloc', { operandGroups: [[], []], resultTypes: [argument.type], attributes: { note: context.unitAttr } });
    verifyModule(module, context);
    expect(printModule(module)).toBe(
      [
        'module {',
        '  func.func @f(%arg0: memref<8xf32>) {',
        '    %c0 = arith.constant 0 : index',
        '    %alloc = memref.alloc() {note} : memref<8xf32>',
        '    %0 = memref.load %arg0[%c0] : memref<8xf32>',
        '    %1 = arith.addf %0, %0 : f32',
        '    return',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('tells inherent from discardable attributes and fills in defaults', () => {
    const { body } = emptyModule();
    const { entry, argument } = buildFunction(OpBuilder.atEnd(context, body), 'f');
    const op = OpBuilder.atEnd(context, entry).create('memref.alloc', {
      operandGroups: [[], []], resultTypes: [argument.type],
      attributes: { alignment: context.integerAttr(context.integerType(64), 16), mine: context.unitAttr },
    });
    expect([...op.properties.keys()].sort()).toEqual(['alignment', 'operandSegmentSizes']);
    expect([...op.attributes.keys()]).toEqual(['mine']);
  });
});

describe('cloneOperation', () => {
  const source = `
    func.func @f(%arg0: memref<8xf32>, %arg1: f32) {
      cf.br ^bb1(%arg1 : f32)
    ^bb1(%0: f32):
      affine.for %arg2 = 0 to 8 {
        %1 = affine.load %arg0[%arg2] : memref<8xf32>
        %2 = arith.addf %1, %0 : f32
        affine.store %2, %arg0[%arg2] : memref<8xf32>
      }
      return
    }`;

  test('copies regions, block arguments, successors and uses among them', () => {
    const module = parseModule(new SourceFile('-', source), context);
    const text = printModule(module);
    const copy = cloneOperation(module);
    expect(printModule(copy)).toBe(text);
    // Nothing of the copy refers to the original.
    module.region(0).entry?.firstOperation?.erase();
    expect(printModule(copy)).toBe(text);
    verifyModule(copy, context);
  });

  test('replaces operands as the mapping says', () => {
    const module = parseModule(new SourceFile('-', source), context);
    const operations: Operation[] = [];
    module.walk((op) => void operations.push(op));
    const load = operations.find(({ name }) => name === 'affine.load');
    const entry = operations.find(({ name }) => name === 'func.func')?.region(0).entry;
    if (load === undefined || entry === undefined) throw new Error('not in the source');
    const other = entry.addArgument(entry.arguments[0].type);
    const copy = cloneOperation(load, new Map([[entry.arguments[0], other]]));
    expect(copy.operand(0)).toBe(other);
    expect(copy.operand(1)).toBe(load.operand(1));
    expect(load.operand(0)).toBe(entry.arguments[0]);
  });
});
