import {
  CallingConventionCode,
  DllStorageCode,
  LinkageCode,
  UnnamedAddressCode,
  VisibilityCode,
} from 'llvm-bitcode-js';
import { BitcodeError } from './bitcode-error.js';

/** What the keywords before a global, a function or a callee say, in the numbers of bitcode. */
export interface GlobalProperties {
  visibility: number;
  unnamedAddress: number;
  dllStorage: number;
  callingConvention: number;
  dsoLocal: number;
  threadLocal: number;
  externallyInitialized: number;
}

type Setting = readonly [property: keyof GlobalProperties, value: number];

const settingsOf = (property: keyof GlobalProperties, codes: Readonly<Record<string, number>>): Array<[string, Setting]> =>
  Object.entries(codes).map(([keyword, code]) => [keyword, [property, code]]);

/** What each keyword sets. */
const keywordSettings: ReadonlyMap<string, Setting> = new Map([
  ...settingsOf('visibility', VisibilityCode),
  ...settingsOf('unnamedAddress', UnnamedAddressCode),
  ...settingsOf('dllStorage', DllStorageCode),
  ...settingsOf('callingConvention', CallingConventionCode),
  ['dso_local', ['dsoLocal', 1]],
  ['dso_preemptable', ['dsoLocal', 0]],
  // Without a model in parentheses it is the general one.
  ['thread_local', ['threadLocal', 1]],
  ['externally_initialized', ['externallyInitialized', 1]],
]);

/** @throws BitcodeError for a keyword that bitcode has no number for */
export function globalProperties(keywords: readonly string[], where: string): GlobalProperties {
  const properties: GlobalProperties = {
    visibility: 0,
    unnamedAddress: 0,
    dllStorage: 0,
    callingConvention: 0,
    dsoLocal: 0,
    threadLocal: 0,
    externallyInitialized: 0,
  };
  for (const keyword of keywords) {
    if (keyword === '') continue;
    const setting = keywordSettings.get(keyword);
    if (setting === undefined) throw new BitcodeError(where, `'${keyword}' cannot be written as bitcode`);
    properties[setting[0]] = setting[1];
  }
  return properties;
}

/** The number of a linkage keyword; none is external. */
export function linkageCode(linkage: string, where: string): number {
  if (linkage === '') return LinkageCode.external;
  if (!(linkage in LinkageCode)) throw new BitcodeError(where, `linkage '${linkage}' cannot be written as bitcode`);
  return LinkageCode[linkage as keyof typeof LinkageCode];
}

/** 1 + log2 of an alignment in bytes, 0 for none. */
export function alignmentCode(align: number): number {
  return align === 0 ? 0 : Math.log2(align) + 1;
}
