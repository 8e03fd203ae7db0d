import type { DialectTable, FormatElement, OpRecord } from '../../ods/dialect-table.js';

/** Indices into `typeConstraints`. */
const ANY = 0;
const INDEX = 1;
/** Indices into `attributeConstraints`. */
const I64 = 0;
const ARRAY = 1;
const UNIT = 2;

const types = (name: string): FormatElement => ({ type: name });
const loopList: readonly FormatElement[] = ["'(", '$loops', "')"];
const terminator: OpRecord = {
  name: 'yield', summary: 'ends the body of a loop', operands: [['operands', ANY, '*']], traits: ['Terminator'],
  format: ['attr-dict', { optional: ['$operands', "':", types('$operands')], anchor: 0 }], types: [null],
};

/**
 * The operations of onnx-mlir's `krnl` that have a custom form, as its own definitions write them. They exist for reading
 * only: `mlir-opt` does not know them either and prints them in the generic form.
 */
export const krnlTable: DialectTable = {
  dialect: 'krnl',
  typeConstraints: [
    { summary: 'any type', predicate: 'true' },
    { summary: 'index', predicate: 'isa<IndexType>($_self)', build: 'index' },
  ],
  attributeConstraints: [
    { summary: '64-bit signless integer attribute', predicate: 'isa<IntegerAttr>($_self)', storage: 'IntegerAttr', valueType: 'i64' },
    { summary: '64-bit integer array attribute', predicate: 'isa<ArrayAttr>($_self)', storage: 'ArrayAttr', valueType: 'none' },
    { summary: 'unit attribute', predicate: 'isa<UnitAttr>($_self)', storage: 'UnitAttr', optional: true, valueType: 'none' },
  ],
  enums: [],
  attributes: [],
  ops: [
    {
      name: 'block', summary: 'cuts a loop into blocks', operands: [['loop', ANY]], results: [['loop_block', ANY], ['loop_local', ANY]],
      attributes: [['tile_size', I64]],
      format: ['$loop', '$tile_size', 'attr-dict', "':", { 'functional-type': ['$loop', 'results'] }], types: [null, null, null],
    },
    {
      name: 'copy_from_tile_buffer', summary: 'copies a buffer into a memref',
      operands: [['buffer', ANY], ['dest', ANY], ['starts', INDEX, '*']],
      format: ['$buffer', "',", '$dest', "'[", '$starts', "']", 'attr-dict', "':", types('$buffer'), "',", types('$dest')],
      types: [null, null, 'index'],
    },
    {
      name: 'copy_to_tile_buffer', summary: 'copies part of a memref into a buffer',
      operands: [['buffer', ANY], ['source', ANY], ['starts', INDEX, '*'], ['padValue', ANY]],
      format: [
        '$buffer', "',", '$source', "'[", '$starts', "']", "',", '$padValue', 'attr-dict', "':", types('$buffer'), "',", types('$source'),
      ],
      types: [null, null, 'index', '$source ElementType'],
    },
    { name: 'define_loops', summary: 'makes loops', results: [['loops', ANY, '*']], attributes: [['num_loops', I64]], format: 'custom' },
    {
      name: 'get_induction_var_value', summary: 'the induction variables of loops', operands: [['loops', ANY, '*']],
      results: [['ind_var_vals', ANY, '*']],
      format: [...loopList, 'attr-dict', "':", { 'functional-type': ['$loops', 'results'] }], types: [null, null],
    },
    {
      name: 'iterate', summary: 'a nest of loops', operands: [['operands', ANY, '*']], results: [['results', ANY, '*']],
      regions: [['bodyRegion', '1']], format: 'custom',
    },
    {
      name: 'load', summary: 'reads an element', operands: [['memref', ANY], ['indices', INDEX, '*']], results: [['result', ANY]],
      format: ['$memref', "'[", '$indices', "']", 'attr-dict', "':", types('$memref')], types: [null, 'index', '$memref ElementType'],
    },
    {
      name: 'matmul', summary: 'multiplies tiles of matrices',
      operands: [
        ['A', ANY], ['aGlobalIndexMemStart', INDEX, '*'], ['B', ANY], ['bGlobalIndexMemStart', INDEX, '*'], ['C', ANY],
        ['cGlobalIndexMemStart', INDEX, '*'], ['loops', ANY, '*'], ['iGlobalIndexComputeStart', INDEX], ['jGlobalIndexComputeStart', INDEX],
        ['kGlobalIndexComputeStart', INDEX], ['iGlobalUB', INDEX], ['jGlobalUB', INDEX], ['kGlobalUB', INDEX],
      ],
      traits: ['AttrSizedOperandSegments'],
      format: [
        '$A', "'[", '$aGlobalIndexMemStart', "']", "',", '$B', "'[", '$bGlobalIndexMemStart', "']", "',",
        '$C', "'[", '$cGlobalIndexMemStart', "']", "',", ...loopList, "',",
        "'(", '$iGlobalIndexComputeStart', "',", '$jGlobalIndexComputeStart', "',", '$kGlobalIndexComputeStart', "')", "',",
        "'(", '$iGlobalUB', "',", '$jGlobalUB', "',", '$kGlobalUB', "')", 'attr-dict',
        "':", types('$A'), "',", types('$B'), "',", types('$C'), "',", "'(", types('$loops'), "')",
      ],
      types: [null, 'index', null, 'index', null, 'index', null, 'index', 'index', 'index', 'index', 'index', 'index'],
    },
    {
      name: 'memset', summary: 'fills a memref', operands: [['dest', ANY], ['value', ANY]], attributes: [['delayed', UNIT]],
      format: ['$dest', "',", '$value', 'attr-dict', "':", types('$dest')], types: [null, '$dest ElementType'],
    },
    {
      name: 'movable', summary: 'operations that move into a loop', regions: [['region', 'any']],
      traits: [['SingleBlockImplicitTerminator', 'krnl.yield']], format: ['$region', 'attr-dict'], types: [],
    },
    {
      name: 'parallel', summary: 'makes loops parallel', operands: [['loops', ANY, '*'], ['num_threads', ANY, '?']],
      traits: ['AttrSizedOperandSegments'],
      format: [
        ...loopList, { optional: ["',", "'num_threads", "'(", '$num_threads', "')"], anchor: 3 }, 'attr-dict', "':", types('$loops'),
      ],
      types: [null, 'i32'],
    },
    {
      name: 'parallel_clause', summary: 'clauses of a parallel loop', operands: [['parallel_loop_index', INDEX], ['num_threads', ANY, '?']],
      format: [
        "'(", '$parallel_loop_index', "')", { optional: ["',", "'num_threads", "'(", '$num_threads', "')"], anchor: 3 }, 'attr-dict',
        "':", types('$parallel_loop_index'),
      ],
      types: [null, 'i32'],
    },
    {
      name: 'permute', summary: 'reorders loops', operands: [['loops', ANY, '*']], attributes: [['map', ARRAY]],
      format: [...loopList, '$map', 'attr-dict', "':", types('$loops')], types: [null],
    },
    {
      name: 'specialized_kernel', summary: 'stands for the kernel of loops', operands: [['loops', ANY, '*']],
      format: [...loopList, 'attr-dict', "':", types('$loops')], types: [null],
    },
    {
      name: 'store', summary: 'writes an element', operands: [['value', ANY], ['memref', ANY], ['indices', INDEX, '*']],
      format: ['$value', "',", '$memref', "'[", '$indices', "']", 'attr-dict', "':", types('$memref')],
      types: ['$memref ElementType', null, 'index'],
    },
    { ...terminator, name: 'terminate' },
    {
      name: 'unroll', summary: 'unrolls a loop', operands: [['loop', ANY]], format: ['$loop', 'attr-dict', "':", types('$loop')], types: [null],
    },
    {
      name: 'vector_type_cast', summary: 'a memref of vectors over one of scalars', operands: [['source', ANY]], results: [['result', ANY]],
      format: ['$source', 'attr-dict', "':", types('$source'), "'to", types('$result')], types: [null, null],
    },
    terminator,
  ],
};
