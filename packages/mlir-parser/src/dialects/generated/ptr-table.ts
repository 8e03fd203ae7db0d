// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const ptrTable: string = String.raw`{"dialect":"ptr",
"typeConstraints":[],
"attributeConstraints":[],
"enums":[],
"attributes":[],
"ops":[]}`;
