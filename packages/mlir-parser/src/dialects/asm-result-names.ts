import type { Attribute } from '../ir/attribute.js';
import type { Operation } from '../ir/operation.js';
import { definingOp, type Value } from '../ir/value.js';
import type { HandWrittenOperation } from '../ods/definitions-from-table.js';

/** Operations whose (first) result is always called the same: `%alloc`, `%dim`. */
const fixedNames: Readonly<Record<string, string>> = {
  'complex.constant': 'cst',
  'func.constant': 'f',
  'linalg.broadcast': 'broadcasted',
  'linalg.map': 'mapped',
  'linalg.reduce': 'reduced',
  'linalg.transpose': 'transposed',
  'memref.alloc': 'alloc',
  'memref.alloca': 'alloca',
  'memref.cast': 'cast',
  'memref.collapse_shape': 'collapse_shape',
  'memref.dim': 'dim',
  'memref.expand_shape': 'expand_shape',
  'memref.extract_aligned_pointer_as_index': 'intptr',
  'memref.memory_space_cast': 'memspacecast',
  'memref.reinterpret_cast': 'reinterpret_cast',
  'memref.reshape': 'reshape',
  'memref.subview': 'subview',
  'memref.transpose': 'transpose',
  'memref.view': 'view',
  'tensor.cast': 'cast',
  'tensor.collapse_shape': 'collapsed',
  'tensor.concat': 'concat',
  'tensor.dim': 'dim',
  'tensor.expand_shape': 'expanded',
  'tensor.extract': 'extracted',
  'tensor.extract_slice': 'extracted_slice',
  'tensor.from_elements': 'from_elements',
  'tensor.gather': 'gather',
  'tensor.generate': 'generated',
  'tensor.insert': 'inserted',
  'tensor.insert_slice': 'inserted_slice',
  'tensor.pack': 'pack',
  'tensor.pad': 'padded',
  'tensor.rank': 'rank',
  'tensor.reshape': 'reshape',
  'tensor.scatter': 'scatter',
  'tensor.splat': 'splat',
  'tensor.unpack': 'unpack',
  'vector.vscale': 'vscale',
};

/** Operations whose results are named after their attributes. */
const computedNames: Readonly<Record<string, (op: Operation) => readonly (string | undefined)[]>> = {
  'arith.constant': (op) => [constantName(op.attribute('value'))],
  'arith.muli': (op) => [scaledVscaleName(op)],
  'index.bool.constant': (op) => [isTrue(op.attribute('value')) ? 'true' : 'false'],
  'index.constant': (op) => [`idx${integerText(op.attribute('value'))}`],
  'memref.extract_strided_metadata': (op) => {
    const rank = (op.results.length - 2) / 2;
    return ['base_buffer', 'offset', ...op.results.slice(2).map((_, index) => (index === 0 ? 'sizes' : index === rank ? 'strides' : undefined))];
  },
};

/** The preferred result names of `operation`; undefined if it has none. */
export function asmResultNames(operation: string): HandWrittenOperation['asmResultNames'] | undefined {
  const fixed = fixedNames[operation];
  return fixed === undefined ? computedNames[operation] : () => [fixed];
}

/** `%c4`, `%c4_i32`, `%true`, `%cst`. */
function constantName(value: Attribute | undefined): string {
  if (value?.kind !== 'integer') return 'cst';
  if (value.type.kind === 'index') return `c${value.value}`;
  if (value.type.kind !== 'integer') return 'cst';
  if (value.type.width === 1) return isTrue(value) ? 'true' : 'false';
  const prefix = value.type.signedness === 'signed' ? 'si' : value.type.signedness === 'unsigned' ? 'ui' : 'i';
  return `c${value.value}_${prefix}${value.type.width}`;
}

/** `%c4_vscale` for `4 * vector.vscale`. */
function scaledVscaleName(op: Operation): string | undefined {
  const [lhs, rhs] = op.operands;
  if (lhs === undefined || rhs === undefined || lhs.type.kind !== 'index') return undefined;
  const base = (constant: Value, scale: Value): string | undefined => {
    const definition = definingOp(constant);
    const isScaled = definingOp(scale)?.name === 'vector.vscale' && definition?.definition?.traits.has('ConstantLike') === true;
    return isScaled ? `c${integerText(definition.attribute('value'))}_vscale` : undefined;
  };
  return base(lhs, rhs) ?? base(rhs, lhs);
}

function isTrue(value: Attribute | undefined): boolean {
  return value?.kind === 'integer' && value.value !== 0n;
}

function integerText(value: Attribute | undefined): string {
  return value?.kind === 'integer' ? String(value.value) : '';
}
