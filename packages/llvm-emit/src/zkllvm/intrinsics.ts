import { intrinsicIn } from '../intrinsics/signature.js';
import type { IntrinsicSignature, SignatureType } from '../intrinsics/signature.js';

/** One intrinsic function of the zkLLVM flavour. */
export interface IntrinsicDefinition extends IntrinsicSignature {
  /** Positions of the arguments that the assigner takes as part of the circuit: they must be LLVM constants. */
  readonly constantPositions: readonly number[];
  /**
   * How the assigner turns constant arguments into cells of the constant column. `plain`: every scalar constant and the
   * callee itself take a fresh cell on every call. `parametric`: only constants outside `constantPositions` do.
   */
  readonly constantCells: 'plain' | 'parametric';
  /** Why today's assigner cannot run a call soundly; absent where it can. */
  readonly unsupported?: string;
}

type Row = Omit<IntrinsicDefinition, 'name' | 'overloads' | 'constantPositions' | 'constantCells'> &
  Partial<Pick<IntrinsicDefinition, 'overloads' | 'constantPositions' | 'constantCells'>>;

const MOCKUP = 'its component is an unfinished mock-up that constrains nothing';
const ABORTS = 'the assigner aborts: not implemented';
const pointerAndSize = (count: number): readonly SignatureType[] =>
  Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 'ptr' : 'i32'));

/**
 * zkLLVM's own intrinsics and those of LLVM that its assigner knows. None has properties: to LLVM each has side effects.
 */
const ROWS: Readonly<Record<string, Row>> = {
  'llvm.assigner.malloc': { result: 'ptr', parameters: ['i64'] },
  'llvm.assigner.free': { result: 'void', parameters: ['ptr'] },
  'llvm.assigner.poseidon': { result: '$0', parameters: ['$0'], overloads: ['vector'] },
  'llvm.assigner.sha2.256': { result: '$0', parameters: ['$0', '$0'], overloads: ['vector'] },
  'llvm.assigner.sha2.256.bls12381': {
    result: '$0',
    parameters: ['$0'],
    overloads: ['any'],
    unsupported: 'the assigner aborts: unexpected intrinsic',
  },
  'llvm.assigner.sha2.512': { result: '$0', parameters: ['$1', '$1', '$2'], overloads: ['any', 'any', 'vector'] },
  'llvm.assigner.optimal.ate.pairing': {
    result: '$0',
    parameters: ['$1', '$2'],
    overloads: ['vector', 'any', 'vector'],
    unsupported: MOCKUP,
  },
  'llvm.assigner.hash.to.curve': { result: '$0', parameters: ['$1'], overloads: ['any', 'any'], unsupported: MOCKUP },
  'llvm.assigner.is.in.g1.check': { result: 'i1', parameters: ['$0'], overloads: ['any'], unsupported: MOCKUP },
  'llvm.assigner.is.in.g2.check': { result: 'i1', parameters: ['$0'], overloads: ['any'], unsupported: MOCKUP },
  'llvm.assigner.gt.multiplication': {
    result: '$0',
    parameters: ['$0', '$0'],
    overloads: ['any'],
    unsupported: MOCKUP,
  },
  'llvm.assigner.curve.init': { result: '$0', parameters: ['$1', '$1'], overloads: ['any', 'any'] },
  'llvm.assigner.bit.decomposition': {
    result: 'void',
    parameters: ['ptr', 'i32', 'i64', 'i1'],
    constantPositions: [1, 3],
    constantCells: 'parametric',
  },
  'llvm.assigner.bit.decomposition.field': {
    result: 'void',
    parameters: ['ptr', 'i32', '$0', 'i1'],
    overloads: ['any'],
    constantPositions: [1, 3],
    constantCells: 'parametric',
  },
  'llvm.assigner.bit.composition': {
    result: '$0',
    parameters: ['ptr', 'i32', 'i1'],
    overloads: ['any'],
    constantPositions: [1, 2],
    constantCells: 'parametric',
  },
  'llvm.assigner.exit.check': { result: 'void', parameters: ['i1'] },
  'llvm.assigner.exit.check.eq': { result: 'void', parameters: ['$0', '$0'], overloads: ['any'] },
  'llvm.assigner.print.native.pallas.field': { result: 'void', parameters: ['$0'], overloads: ['any'] },
  'llvm.assigner.fri.lin.inter': { result: '$0', parameters: ['$0', '$0', '$0', '$0'], overloads: ['any'] },
  'llvm.assigner.fri.cosets': {
    result: 'void',
    parameters: ['ptr', 'i32', '$0', '$0'],
    overloads: ['any'],
    constantPositions: [1, 2],
    constantCells: 'parametric',
  },
  'llvm.assigner.fri.array.swap': {
    result: 'void',
    parameters: ['ptr', 'i32', 'ptr', 'i1'],
    constantPositions: [1],
    constantCells: 'parametric',
  },
  'llvm.assigner.gate.arg.verifier': {
    result: '$0',
    parameters: ['ptr', 'ptr', 'i32', 'ptr', 'i32', '$0'],
    overloads: ['any'],
    constantPositions: [1, 2, 4],
    constantCells: 'parametric',
  },
  'llvm.assigner.permutation.arg.verifier': {
    result: '$0',
    parameters: ['ptr', 'ptr', 'ptr', 'i32', '$1', '$1', '$1', '$1', '$1', '$2'],
    overloads: ['vector', 'any', 'vector'],
    constantPositions: [3],
    constantCells: 'parametric',
  },
  'llvm.assigner.lookup.arg.verifier': {
    result: '$0',
    parameters: [...pointerAndSize(13), '$1', '$1', '$1', '$1', '$2', '$2', '$2'],
    overloads: ['vector', 'any', 'vector'],
    constantPositions: [0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25],
    constantCells: 'parametric',
  },
  'llvm.assigner.zkml.convolution': { result: 'ptr', parameters: ['ptr', 'ptr', 'i64'], unsupported: ABORTS },
  'llvm.assigner.zkml.pooling': { result: 'ptr', parameters: ['ptr', 'i64'], unsupported: ABORTS },
  'llvm.assigner.zkml.ReLU': { result: 'float', parameters: ['float'], unsupported: ABORTS },
  'llvm.assigner.zkml.batch.norm': { result: 'ptr', parameters: ['ptr'], unsupported: ABORTS },
  'llvm.memcpy': {
    result: 'void',
    parameters: ['$0', '$1', '$2', 'i1'],
    overloads: ['pointer', 'pointer', 'integer'],
  },
  'llvm.memset': { result: 'void', parameters: ['$0', 'i8', '$1', 'i1'], overloads: ['pointer', 'integer'] },
  'llvm.expect': { result: '$0', parameters: ['$0', '$0'], overloads: ['integer'] },
  'llvm.lifetime.start': { result: 'void', parameters: ['i64', '$0'], overloads: ['pointer'] },
  'llvm.lifetime.end': { result: 'void', parameters: ['i64', '$0'], overloads: ['pointer'] },
};

/** All known intrinsics by base name. */
export const intrinsics: ReadonlyMap<string, IntrinsicDefinition> = new Map(
  Object.entries(ROWS).map(([name, row]) => [
    name,
    { overloads: [], constantPositions: [], constantCells: 'plain', ...row, name },
  ]),
);

/**
 * The intrinsic that LLVM takes `name` for: the longest known base name that is `name` itself or, for an intrinsic with
 * choosable types, is followed by a dot in it.
 */
export function intrinsicOf(name: string): IntrinsicDefinition | undefined {
  return intrinsicIn(intrinsics, name);
}
