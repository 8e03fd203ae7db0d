import { Abbreviation, array, blob, char6, fixed, literal, vbr } from '../bitstream/abbreviation.js';
import type { AbbreviationOperand } from '../bitstream/abbreviation.js';
import type { BlockInfo } from '../bitstream/block-info.js';
import { StandardAbbreviationId } from '../bitstream/standard-id.js';
import {
  BlockId,
  ConstantsCode,
  FunctionCode,
  IdentificationCode,
  MetadataCode,
  ModuleCode,
  StrtabCode,
  SymtabCode,
  TypeCode,
  ValueSymtabCode,
} from './record-code.js';

/** Stands for a fixed field that is as wide as the module's type ids are. */
const typeId = { kind: 'typeId' } as const;

type Template = ReadonlyArray<AbbreviationOperand | typeof typeId>;

/** Abbreviations that LLVM's writer puts into BLOCKINFO, in its order: the ids of a block's abbreviations count from 4. */
const BLOCK_INFO = {
  valueSymtab: {
    blockId: BlockId.VALUE_SYMTAB,
    abbreviations: {
      entry8: [fixed(3), vbr(8), array(fixed(8))],
      entry7: [literal(ValueSymtabCode.ENTRY), vbr(8), array(fixed(7))],
      entryChar6: [literal(ValueSymtabCode.ENTRY), vbr(8), array(char6)],
      blockEntryChar6: [literal(ValueSymtabCode.BBENTRY), vbr(8), array(char6)],
    },
  },
  constants: {
    blockId: BlockId.CONSTANTS,
    abbreviations: {
      setType: [literal(ConstantsCode.SETTYPE), typeId],
      integer: [literal(ConstantsCode.INTEGER), vbr(8)],
      cast: [literal(ConstantsCode.CE_CAST), fixed(4), typeId, vbr(8)],
      null: [literal(ConstantsCode.NULL)],
    },
  },
  function: {
    blockId: BlockId.FUNCTION,
    abbreviations: {
      load: [literal(FunctionCode.INST_LOAD), vbr(6), typeId, vbr(4), fixed(1)],
      unary: [literal(FunctionCode.INST_UNOP), vbr(6), fixed(4)],
      unaryFlags: [literal(FunctionCode.INST_UNOP), vbr(6), fixed(4), fixed(8)],
      binary: [literal(FunctionCode.INST_BINOP), vbr(6), vbr(6), fixed(4)],
      binaryFlags: [literal(FunctionCode.INST_BINOP), vbr(6), vbr(6), fixed(4), fixed(8)],
      cast: [literal(FunctionCode.INST_CAST), vbr(6), typeId, fixed(4)],
      castFlags: [literal(FunctionCode.INST_CAST), vbr(6), typeId, fixed(4), fixed(8)],
      returnVoid: [literal(FunctionCode.INST_RET)],
      returnValue: [literal(FunctionCode.INST_RET), vbr(6)],
      unreachable: [literal(FunctionCode.INST_UNREACHABLE)],
      getElementPtr: [literal(FunctionCode.INST_GEP), fixed(3), typeId, array(vbr(6))],
      debugRecordValue: [literal(FunctionCode.DEBUG_RECORD_VALUE_SIMPLE), vbr(7), vbr(7), vbr(7), vbr(6)],
    },
  },
} as const satisfies Record<string, { blockId: number; abbreviations: Record<string, Template> }>;

type BlockInfoName = keyof typeof BLOCK_INFO;

/** The ids of the abbreviations that {@link standardBlockInfo} defines: `standardAbbreviationId.function.load`. */
export const standardAbbreviationId = Object.fromEntries(
  Object.entries(BLOCK_INFO).map(([block, { abbreviations }]) => [
    block,
    Object.fromEntries(
      Object.keys(abbreviations).map((name, index) => [name, StandardAbbreviationId.firstDefined + index]),
    ),
  ]),
) as { readonly [Block in BlockInfoName]: Readonly<Record<keyof (typeof BLOCK_INFO)[Block]['abbreviations'], number>> };

/**
 * What the BLOCKINFO block of a module says that LLVM 19 writes; LLVM 16 to 18 read it too.
 *
 * @param typeIdWidth bits of a type id, see {@link fieldWidth}
 */
export function standardBlockInfo(typeIdWidth: number): BlockInfo[] {
  const resolved = (template: Template): Abbreviation =>
    new Abbreviation(template.map((operand) => (operand.kind === 'typeId' ? fixed(typeIdWidth) : operand)));
  return Object.values(BLOCK_INFO).map(({ blockId, abbreviations }) => ({
    blockId,
    abbreviations: Object.values<Template>(abbreviations).map(resolved),
  }));
}

/** Bits of a fixed field for the numbers from 0 to `count`, one more than there are things to number, as in LLVM. */
export function fieldWidth(count: number): number {
  return Math.max(1, Math.ceil(Math.log2(count + 1)));
}

/** Abbreviations that LLVM's writer defines inside the block that they are used in. */
export const localAbbreviation = {
  identification: {
    producer: [literal(IdentificationCode.STRING), array(char6)],
    epoch: [literal(IdentificationCode.EPOCH), vbr(6)],
  },
  module: {
    sourceFileName: (character: typeof char6 | ReturnType<typeof fixed>) => [
      literal(ModuleCode.SOURCE_FILENAME),
      array(character),
    ],
    symbolTableOffset: [literal(ModuleCode.VSTOFFSET), fixed(32)],
    /** Offset and length of the name, type, flags, initializer, linkage, alignment, section. */
    globalVariable: (typeWidth: number, alignmentWidth: number) => [
      literal(ModuleCode.GLOBALVAR),
      vbr(8),
      vbr(8),
      fixed(typeWidth),
      vbr(6),
      vbr(6),
      fixed(5),
      alignmentWidth === 0 ? literal(0) : fixed(alignmentWidth),
      literal(0),
    ],
  },
  type: {
    opaquePointer: [literal(TypeCode.OPAQUE_POINTER), literal(0)],
    function: (typeWidth: number) => [literal(TypeCode.FUNCTION), fixed(1), array(fixed(typeWidth))],
    structAnon: (typeWidth: number) => [literal(TypeCode.STRUCT_ANON), fixed(1), array(fixed(typeWidth))],
    structName: [literal(TypeCode.STRUCT_NAME), array(char6)],
    structNamed: (typeWidth: number) => [literal(TypeCode.STRUCT_NAMED), fixed(1), array(fixed(typeWidth))],
    array: (typeWidth: number) => [literal(TypeCode.ARRAY), vbr(8), fixed(typeWidth)],
  },
  constants: {
    aggregate: (valueWidth: number) => [literal(ConstantsCode.AGGREGATE), array(fixed(valueWidth))],
    string: [literal(ConstantsCode.STRING), array(fixed(8))],
    cstring7: [literal(ConstantsCode.CSTRING), array(fixed(7))],
    cstringChar6: [literal(ConstantsCode.CSTRING), array(char6)],
  },
  metadata: {
    strings: [literal(MetadataCode.STRINGS), vbr(6), vbr(6), blob],
    name: [literal(MetadataCode.NAME), array(fixed(8))],
    indexOffset: [literal(MetadataCode.INDEX_OFFSET), fixed(32), fixed(32)],
    index: [literal(MetadataCode.INDEX), array(vbr(6))],
  },
  symbolTable: { functionEntry: [literal(ValueSymtabCode.FNENTRY), vbr(8), vbr(8)] },
  strtab: { blob: [literal(StrtabCode.BLOB), blob] },
  symtab: { blob: [literal(SymtabCode.BLOB), blob] },
} as const satisfies Record<
  string,
  Record<string, readonly AbbreviationOperand[] | ((...parameters: never[]) => readonly AbbreviationOperand[])>
>;
