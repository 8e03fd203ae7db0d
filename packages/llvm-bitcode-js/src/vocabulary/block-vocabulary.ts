import {
  AttributeCode,
  BlockId,
  ConstantsCode,
  FunctionCode,
  IdentificationCode,
  MetadataCode,
  ModuleCode,
  ModulePathSymtabCode,
  OperandBundleTagCode,
  StrtabCode,
  SummaryCode,
  SymtabCode,
  SyncScopeNameCode,
  TypeCode,
  UseListCode,
  ValueSymtabCode,
} from './record-code.js';
import { BLOCKINFO_BLOCK_ID, BlockInfoCode } from '../bitstream/standard-id.js';

/** What may stand in one kind of block, and how llvm-bcanalyzer calls it. */
export interface BlockVocabulary {
  readonly id: number;
  /** The name that llvm-bcanalyzer prints; where it has none it prints `UnknownBlock` and the id. */
  readonly name: string | undefined;
  /** Record codes by LLVM's names. */
  readonly codes: Readonly<Record<string, number>>;
  /** Names of codes that llvm-bcanalyzer prints as `UnknownCode` and the number. */
  readonly unnamed?: readonly string[];
  /** What llvm-bcanalyzer prints where that is not the name in `codes`. */
  readonly printed?: Readonly<Record<string, string>>;
}

const words = (text: string): string[] => text.split(/\s+/);

/** All blocks of LLVM IR bitcode, in the order of their ids. */
export const blockVocabulary: readonly BlockVocabulary[] = [
  { id: BLOCKINFO_BLOCK_ID, name: 'BLOCKINFO_BLOCK', codes: BlockInfoCode },
  { id: BlockId.MODULE, name: 'MODULE_BLOCK', codes: ModuleCode, unnamed: ['ALIAS_OLD', 'IFUNC'] },
  {
    id: BlockId.PARAMATTR,
    name: 'PARAMATTR_BLOCK',
    codes: { ENTRY_OLD: AttributeCode.CODE_ENTRY_OLD, ENTRY: AttributeCode.CODE_ENTRY },
    printed: { ENTRY_OLD: 'ENTRY' },
  },
  { id: BlockId.PARAMATTR_GROUP, name: 'PARAMATTR_GROUP_BLOCK_ID', codes: { ENTRY: AttributeCode.GRP_CODE_ENTRY } },
  {
    id: BlockId.CONSTANTS,
    name: 'CONSTANTS_BLOCK',
    codes: ConstantsCode,
    unnamed: words(
      'CE_GEP_OLD INLINEASM_OLD INLINEASM_OLD2 CE_GEP_WITH_INRANGE_INDEX_OLD POISON INLINEASM_OLD3 CE_GEP_WITH_INRANGE',
    ),
    printed: { BLOCKADDRESS: 'CST_CODE_BLOCKADDRESS' },
  },
  {
    id: BlockId.FUNCTION,
    name: 'FUNCTION_BLOCK',
    codes: FunctionCode,
    unnamed: words(
      `INST_STORE_OLD INST_INDIRECTBR INST_CMPXCHG_OLD INST_ATOMICRMW_OLD INST_RESUME INST_LANDINGPAD_OLD
      INST_STOREATOMIC_OLD INST_LANDINGPAD INST_CLEANUPPAD INST_CATCHSWITCH INST_FREEZE`,
    ),
  },
  { id: BlockId.IDENTIFICATION, name: 'IDENTIFICATION_BLOCK_ID', codes: IdentificationCode },
  { id: BlockId.VALUE_SYMTAB, name: 'VALUE_SYMTAB', codes: ValueSymtabCode },
  {
    id: BlockId.METADATA,
    name: 'METADATA_BLOCK',
    codes: MetadataCode,
    unnamed: words('ATTACHMENT LABEL STRING_TYPE COMMON_BLOCK GENERIC_SUBRANGE ASSIGN_ID'),
  },
  {
    id: BlockId.METADATA_ATTACHMENT,
    name: 'METADATA_ATTACHMENT_BLOCK',
    codes: { ATTACHMENT: MetadataCode.ATTACHMENT },
  },
  {
    id: BlockId.TYPE,
    name: 'TYPE_BLOCK_ID',
    codes: TypeCode,
    unnamed: ['FUNCTION_OLD', 'X86_AMX', 'OPAQUE_POINTER', 'TARGET_TYPE'],
  },
  {
    id: BlockId.USELIST,
    name: 'USELIST_BLOCK_ID',
    codes: UseListCode,
    printed: { DEFAULT: 'USELIST_CODE_DEFAULT', BB: 'USELIST_CODE_BB' },
  },
  { id: BlockId.MODULE_STRTAB, name: 'MODULE_STRTAB_BLOCK', codes: ModulePathSymtabCode },
  { id: BlockId.GLOBALVAL_SUMMARY, name: 'GLOBALVAL_SUMMARY_BLOCK', codes: SummaryCode },
  {
    id: BlockId.OPERAND_BUNDLE_TAGS,
    name: 'OPERAND_BUNDLE_TAGS_BLOCK',
    codes: OperandBundleTagCode,
    printed: { TAG: 'OPERAND_BUNDLE_TAG' },
  },
  { id: BlockId.METADATA_KIND, name: 'METADATA_KIND_BLOCK', codes: { KIND: MetadataCode.KIND } },
  { id: BlockId.STRTAB, name: 'STRTAB_BLOCK', codes: StrtabCode },
  { id: BlockId.FULL_LTO_GLOBALVAL_SUMMARY, name: 'FULL_LTO_GLOBALVAL_SUMMARY_BLOCK', codes: SummaryCode },
  { id: BlockId.SYMTAB, name: 'SYMTAB_BLOCK', codes: SymtabCode },
  { id: BlockId.SYNC_SCOPE_NAMES, name: undefined, codes: SyncScopeNameCode, unnamed: ['NAME'] },
];
