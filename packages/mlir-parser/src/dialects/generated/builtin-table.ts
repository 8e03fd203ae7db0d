// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const builtinTable: string = String.raw`{"dialect":"builtin",
"typeConstraints":[
  {"summary":"any type","predicate":"true"}],
"attributeConstraints":[
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","optional":true,"valueType":"none","symbolName":true},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","optional":true,"valueType":"none"}],
"enums":[],
"attributes":[],
"ops":[
  {"name":"module","summary":"A top level container operation","attributes":[["sym_name",0],["sym_visibility",1]],"regions":[["bodyRegion","1"]],"traits":["AffineScope","IsolatedFromAbove","NoRegionArguments","SymbolTable","Symbol","OpAsmOpInterface","NoTerminator","SingleBlock","RegionKindInterface","HasOnlyGraphRegion"],"defaultDialect":"builtin","verifier":true,"format":[{"optional":["$sym_name"],"anchor":0},"attr-dict-with-keyword","$bodyRegion"],"types":[]},
  {"name":"unrealized_conversion_cast","summary":"An unrealized conversion from one set of types to another","operands":[["inputs",0,"*"]],"results":[["outputs",0,"*"]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"verifier":true,"format":[{"optional":["$inputs","':",{"type":"$inputs"}],"anchor":0},"'to",{"type":"$outputs"},"attr-dict"],"types":[null,null]}]}`;
