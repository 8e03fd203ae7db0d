/** A place in a source, or how places combine. */
export type MlirLocation =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'file'; readonly file: string; readonly line: number; readonly column: number }
  | { readonly kind: 'name'; readonly name: string; readonly child: MlirLocation }
  | { readonly kind: 'callsite'; readonly callee: MlirLocation; readonly caller: MlirLocation }
  /** Without metadata. */
  | { readonly kind: 'fused'; readonly locations: readonly MlirLocation[] }
  /** Any other, as MLIR prints it. */
  | { readonly kind: 'other'; readonly text: string };

/** An attribute. Types are given as MLIR prints them. */
export type MlirAttribute =
  | { readonly kind: 'unit' }
  | { readonly kind: 'integer'; readonly value: bigint; readonly type: string }
  /** `value` is the double nearest to what `text` says exactly. */
  | { readonly kind: 'float'; readonly value: number; readonly type: string; readonly text: string }
  /** Without a type, and of bytes that are UTF-8. */
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly elements: readonly MlirAttribute[] }
  | { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, MlirAttribute> }
  | { readonly kind: 'type'; readonly type: string }
  /** `@root::@nested`, root first. */
  | { readonly kind: 'symbol'; readonly path: readonly string[] }
  /**
   * Elements of a constant in row-major order, little-endian, in whole bytes each; `i1` packed
   * eight to a byte. One element stands for all if `isSplat`.
   */
  | { readonly kind: 'dense'; readonly type: string; readonly isSplat: boolean; readonly bytes: Uint8Array }
  /** `array<elementType: …>`, in the same form; `i1` one to a byte. */
  | { readonly kind: 'dense-array'; readonly elementType: string; readonly bytes: Uint8Array }
  /** Any other, for example an affine map, as MLIR prints it. */
  | { readonly kind: 'other'; readonly text: string };

/** A result of an operation or an argument of a block. */
export type MlirValue =
  | { readonly kind: 'result'; readonly type: string; readonly owner: MlirOperation; readonly index: number }
  | {
      readonly kind: 'argument';
      readonly type: string;
      readonly owner: MlirBlock;
      readonly index: number;
      readonly location: MlirLocation;
    };

/** A block of a region. */
export interface MlirBlock {
  readonly parent: MlirRegion;
  readonly arguments: readonly MlirValue[];
  readonly operations: readonly MlirOperation[];
}

/** A region of an operation. */
export interface MlirRegion {
  readonly parent: MlirOperation;
  readonly blocks: readonly MlirBlock[];
}

/** An operation as plain data. Values and blocks are the same object wherever they are used. */
export interface MlirOperation {
  readonly name: string;
  readonly location: MlirLocation;
  readonly operands: readonly MlirValue[];
  readonly results: readonly MlirValue[];
  /** Those of the properties included, in MLIR's order: by name. */
  readonly attributes: ReadonlyMap<string, MlirAttribute>;
  readonly successors: readonly MlirBlock[];
  readonly regions: readonly MlirRegion[];
  /** Undefined for the module. */
  readonly parent: MlirBlock | undefined;
}

/** Visits an operation and then all operations inside it, each before those inside it. */
export function walkOperations(operation: MlirOperation, visit: (operation: MlirOperation) => void): void {
  visit(operation);
  for (const region of operation.regions) {
    for (const block of region.blocks) {
      for (const inner of block.operations) walkOperations(inner, visit);
    }
  }
}
