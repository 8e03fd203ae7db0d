// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const funcTable: string = String.raw`{"dialect":"func",
"typeConstraints":[
  {"summary":"any type","predicate":"true"},
  {"summary":"function type","predicate":"isa<FunctionType>($_self)"}],
"attributeConstraints":[
  {"summary":"flat symbol reference attribute","predicate":"isa<FlatSymbolRefAttr>($_self)","storage":"FlatSymbolRefAttr","valueType":"none"},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","valueType":"none","symbolName":true},
  {"summary":"type attribute of function type","predicate":["and","isa<TypeAttr>($_self)","isa<FunctionType>(cast<TypeAttr>($_self).getValue())",["on","type-attr-value","isa<FunctionType>($_self)"]],"storage":"TypeAttr","valueType":"none"},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","optional":true,"valueType":"none"},
  {"summary":"Array of dictionary attributes","predicate":["and","isa<ArrayAttr>($_self)",["on","array-element","isa<DictionaryAttr>($_self)"]],"storage":"ArrayAttr","optional":true,"valueType":"none"}],
"enums":[],
"attributes":[],
"ops":[
  {"name":"call","summary":"call operation","operands":[["operands",0,"*"]],"results":[["",0,"*"]],"attributes":[["callee",0]],"traits":["CallOpInterface","MemRefsNormalizable","SymbolUserOpInterface"],"format":["$callee","'(","$operands","')","attr-dict","':",{"functional-type":["$operands","results"]}],"types":[null,null]},
  {"name":"call_indirect","summary":"indirect call operation","operands":[["callee",1],["callee_operands",0,"*"]],"results":[["results",0,"*"]],"traits":["CallOpInterface",["TypesMatchWith","callee input types match argument types","callee","callee_operands","FunctionInputs"],["TypesMatchWith","callee result types match result types","callee","results","FunctionResults"]],"format":["$callee","'(","$callee_operands","')","attr-dict","':",{"type":"$callee"}],"types":[null,"$callee FunctionInputs","$callee FunctionResults"]},
  {"name":"constant","summary":"constant","results":[["",0]],"attributes":[["value",0]],"traits":["ConstantLike","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect","OpAsmOpInterface"],"verifier":true,"format":["attr-dict","$value","':",{"type":"results"}],"types":[null]},
  {"name":"func","summary":"An operation with a name containing a single \u0060SSACFG\u0060 region","attributes":[["sym_name",1],["function_type",2],["sym_visibility",3],["arg_attrs",4],["res_attrs",4]],"regions":[["body","any"]],"traits":["AffineScope","AutomaticAllocationScope","FunctionOpInterface","IsolatedFromAbove","OpAsmOpInterface"],"defaultDialect":"func","format":"custom"},
  {"name":"return","summary":"Function return operation","operands":[["operands",0,"*"]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["HasParent","func.func"],"MemRefsNormalizable","ReturnLike","RegionBranchTerminatorOpInterface","Terminator"],"verifier":true,"format":["attr-dict",{"optional":["$operands","':",{"type":"$operands"}],"anchor":0}],"types":[null]}]}`;
