// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const ubTable: string = String.raw`{"dialect":"ub",
"typeConstraints":[
  {"summary":"any type","predicate":"true"}],
"attributeConstraints":[
  {"summary":"PoisonAttrInterface instance","predicate":"isa<ub::PoisonAttrInterface>($_self)","storage":"PoisonAttrInterface","default":{"kind":"dialect","dialect":"ub","body":"poison"}}],
"enums":[],
"attributes":[
  {"name":"ub.poison"}],
"ops":[
  {"name":"poison","summary":"Poisoned constant operation.","results":[["result",0]],"attributes":[["value",0]],"traits":["ConstantLike","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"format":["attr-dict",{"optional":["'<","$value","'>"],"anchor":1},"':",{"type":"$result"}],"types":[null]}]}`;
