// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const ml_programTable: string = String.raw`{"dialect":"ml_program",
"typeConstraints":[
  {"summary":"any type","predicate":"true"},
  {"summary":"Token for establishing execution ordering in a graph","predicate":"isa<ml_program::TokenType>($_self)","build":"!ml_program.token","definition":"ml_program.token"}],
"attributeConstraints":[
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","valueType":"none","symbolName":true},
  {"summary":"type attribute of function type","predicate":["and","isa<TypeAttr>($_self)","isa<FunctionType>(cast<TypeAttr>($_self).getValue())",["on","type-attr-value","isa<FunctionType>($_self)"]],"storage":"TypeAttr","valueType":"none"},
  {"summary":"Array of dictionary attributes","predicate":["and","isa<ArrayAttr>($_self)",["on","array-element","isa<DictionaryAttr>($_self)"]],"storage":"ArrayAttr","optional":true,"valueType":"none"},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","optional":true,"valueType":"none"},
  {"summary":"any type attribute","predicate":["and","isa<TypeAttr>($_self)","isa<Type>(cast<TypeAttr>($_self).getValue())",["on","type-attr-value","true"]],"storage":"TypeAttr","valueType":"none"},
  {"summary":"unit attribute","predicate":"isa<UnitAttr>($_self)","storage":"UnitAttr","optional":true,"valueType":"none"},
  {"summary":"any attribute","predicate":"true","storage":"Attribute","optional":true},
  {"summary":"symbol reference attribute","predicate":"isa<SymbolRefAttr>($_self)","storage":"SymbolRefAttr","valueType":"none"}],
"enums":[],
"attributes":[
  {"name":"ml_program.extern","parameters":[["type","Type"]]}],
"ops":[
  {"name":"func","summary":"Function containing a single \u0060SSACFG\u0060 region","attributes":[["sym_name",0],["function_type",1],["arg_attrs",2],["res_attrs",2],["sym_visibility",3]],"regions":[["body","any"]],"traits":["FunctionOpInterface","IsolatedFromAbove","RegionKindInterface","Symbol"],"format":"custom"},
  {"name":"global","summary":"Module level declaration of a global variable","attributes":[["sym_name",0],["type",4],["is_mutable",5],["value",6],["sym_visibility",3]],"traits":["Symbol"],"verifier":true,"format":[{"custom":"SymbolVisibility","args":["$sym_visibility"]},{"optional":["'mutable","$is_mutable"],"anchor":1},"$sym_name","'",{"custom":"TypedInitialValue","args":["$type","$value"]},"attr-dict"],"types":[]},
  {"name":"global_load","summary":"Direct load of a mutable value from a global","results":[["result",0]],"attributes":[["global",7]],"traits":["OpAsmOpInterface","SymbolUserOpInterface"],"format":["$global","':",{"type":"$result"},"attr-dict"],"types":[null]},
  {"name":"global_load_const","summary":"Direct load a constant value from a global","results":[["result",0]],"attributes":[["global",7]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect","OpAsmOpInterface","SymbolUserOpInterface"],"format":["$global","':",{"type":"$result"},"attr-dict"],"types":[null]},
  {"name":"global_load_graph","summary":"Direct load of a mutable value from a global in Graph region","operands":[["consumeTokens",1,"*"]],"results":[["result",0],["produceToken",1]],"attributes":[["global",7]],"traits":["SymbolUserOpInterface"],"format":["$global","'",{"custom":"TokenOrdering","args":["$consumeTokens",{"type":"$produceToken"}]},"':",{"type":"$result"},"attr-dict"],"types":["!ml_program.token",null,null]},
  {"name":"global_store","summary":"Direct store of a value into a mutable global","operands":[["value",0]],"attributes":[["global",7]],"traits":["SymbolUserOpInterface"],"format":["$global","'=","$value","':",{"type":"$value"},"attr-dict"],"types":[null]},
  {"name":"global_store_graph","summary":"Direct store of a value into a mutable global","operands":[["value",0],["consumeTokens",1,"*"]],"results":[["produceToken",1]],"attributes":[["global",7]],"traits":["SymbolUserOpInterface"],"format":["$global","'=","$value","'",{"custom":"TokenOrdering","args":["$consumeTokens",{"type":"$produceToken"}]},"':",{"type":"$value"},"attr-dict"],"types":[null,"!ml_program.token",null]},
  {"name":"output","summary":"Outputs values from a subgraph function","operands":[["operands",0,"*"]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["HasParent","ml_program.subgraph"],"ReturnLike","RegionBranchTerminatorOpInterface","Terminator"],"verifier":true,"format":["attr-dict",{"optional":["$operands","':",{"type":"$operands"}],"anchor":0}],"types":[null]},
  {"name":"return","summary":"Returns values from a \u0060func\u0060 function","operands":[["operands",0,"*"]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["HasParent","ml_program.func"],"ReturnLike","RegionBranchTerminatorOpInterface","Terminator"],"verifier":true,"format":["attr-dict",{"optional":["$operands","':",{"type":"$operands"}],"anchor":0}],"types":[null]},
  {"name":"subgraph","summary":"An function containing a single \u0060Graph\u0060 region","attributes":[["sym_name",0],["function_type",1],["arg_attrs",2],["res_attrs",2],["sym_visibility",3]],"regions":[["body","any"]],"traits":["FunctionOpInterface","HasOnlyGraphRegion","IsolatedFromAbove","RegionKindInterface","SingleBlock","Symbol"],"format":"custom"},
  {"name":"token","summary":"Produces a new token value","results":[["token",1]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"format":["attr-dict"],"types":["!ml_program.token"]}]}`;
