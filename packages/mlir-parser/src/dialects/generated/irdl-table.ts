// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const irdlTable: string = String.raw`{"dialect":"irdl",
"typeConstraints":[
  {"summary":"IRDL handle to an \u0060mlir::Attribute\u0060","predicate":"isa<irdl::AttributeType>($_self)","build":"!irdl.attribute","definition":"irdl.attribute"},
  {"summary":"IRDL handle to a region definition","predicate":"isa<irdl::RegionType>($_self)","build":"!irdl.region","definition":"irdl.region"}],
"attributeConstraints":[
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","valueType":"none","symbolName":true},
  {"summary":"string array attribute","predicate":["and","isa<ArrayAttr>($_self)",["on","array-element","isa<StringAttr>($_self)"]],"storage":"ArrayAttr","valueType":"none"},
  {"summary":"symbol reference attribute","predicate":"isa<SymbolRefAttr>($_self)","storage":"SymbolRefAttr","optional":true,"valueType":"none"},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","optional":true,"valueType":"none"},
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","valueType":"none"},
  {"summary":"any attribute","predicate":"true","storage":"Attribute"},
  {"summary":"","predicate":"isa<irdl::VariadicityArrayAttr>($_self)","storage":"VariadicityArrayAttr","attribute":"irdl.variadicity_array"},
  {"summary":"symbol reference attribute","predicate":"isa<SymbolRefAttr>($_self)","storage":"SymbolRefAttr","valueType":"none"},
  {"summary":"32-bit signless integer attribute","predicate":["and","isa<IntegerAttr>($_self)","cast<IntegerAttr>($_self).getType().isSignlessInteger(32)"],"storage":"IntegerAttr","optional":true,"valueType":"i32"},
  {"summary":"unit attribute","predicate":"isa<UnitAttr>($_self)","storage":"UnitAttr","optional":true,"valueType":"none"}],
"enums":[
  {"name":"Variadicity","type":"i32","cases":[["single",0],["optional",1],["variadic",2]]}],
"attributes":[
  {"name":"irdl.variadicity","format":["$value"],"enum":"Variadicity"},
  {"name":"irdl.variadicity_array","format":["'[",{"optional":["']"],"anchor":0,"inElse":true,"else":["$value","']"]}],"parameters":[["value","ArrayRef<VariadicityAttr>?"]]}],
"ops":[
  {"name":"all_of","summary":"Constraints to the intersection of the provided constraints","operands":[["args",0,"*"]],"results":[["output",0]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"],"SameOperandsAndResultType"],"format":["'(","$args","')","' ","attr-dict"],"types":["!irdl.attribute","!irdl.attribute"]},
  {"name":"any","summary":"Accept any type or attribute","results":[["output",0]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"]],"format":["attr-dict"],"types":["!irdl.attribute"]},
  {"name":"any_of","summary":"Constraints to the union of the provided constraints","operands":[["args",0,"*"]],"results":[["output",0]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"],"SameOperandsAndResultType"],"format":["'(","$args","')","' ","attr-dict"],"types":["!irdl.attribute","!irdl.attribute"]},
  {"name":"attribute","summary":"Define a new attribute","attributes":[["sym_name",0]],"regions":[["body","1"]],"traits":[["HasParent","irdl.dialect"],"NoTerminator","NoRegionArguments","Impl","Symbol"],"format":["$sym_name","attr-dict-with-keyword",{"custom":"SingleBlockRegion","args":["$body"]}],"types":[]},
  {"name":"attributes","summary":"Define the attributes of an operation","operands":[["attributeValues",0,"*"]],"attributes":[["attributeValueNames",1]],"traits":[["HasParent","irdl.operation"]],"verifier":true,"format":[{"custom":"AttributesOp","args":["$attributeValues","$attributeValueNames"]},"attr-dict"],"types":["!irdl.attribute"]},
  {"name":"base","summary":"Constraints an attribute/type base","results":[["output",0]],"attributes":[["base_ref",2],["base_name",3]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"],"SymbolUserOpInterface"],"verifier":true,"format":[{"optional":["$base_ref"],"anchor":0},{"optional":["$base_name"],"anchor":0},"' ","attr-dict"],"types":["!irdl.attribute"]},
  {"name":"c_pred","summary":"Constraints an attribute using a C++ predicate","results":[["output",0]],"attributes":[["pred",4]],"format":["$pred","' ","attr-dict"],"types":["!irdl.attribute"]},
  {"name":"dialect","summary":"Define a new dialect","attributes":[["sym_name",0]],"regions":[["body","1"]],"traits":["IsolatedFromAbove","NoTerminator","Symbol","SymbolTable"],"verifier":true,"format":["$sym_name","attr-dict-with-keyword",{"custom":"SingleBlockRegion","args":["$body"]}],"types":[]},
  {"name":"is","summary":"Constraints an attribute/type to be a specific attribute instance","results":[["output",0]],"attributes":[["expected",5]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"],"Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"format":["$expected","' ","attr-dict"],"types":["!irdl.attribute"]},
  {"name":"operands","summary":"Define the operands of an operation","operands":[["args",0,"*"]],"attributes":[["variadicity",6]],"traits":[["HasParent","irdl.operation"]],"verifier":true,"format":["'",{"custom":"ValuesWithVariadicity","args":["$args","$variadicity"]},"attr-dict"],"types":["!irdl.attribute"]},
  {"name":"operation","summary":"Define a new operation","attributes":[["sym_name",0]],"regions":[["body","1"]],"traits":[["HasParent","irdl.dialect"],"NoTerminator","NoRegionArguments","Impl","Symbol"],"format":["$sym_name","attr-dict-with-keyword",{"custom":"SingleBlockRegion","args":["$body"]}],"types":[]},
  {"name":"parameters","summary":"Define the constraints on parameters of a type/attribute definition","operands":[["args",0,"*"]],"traits":[["HasParent","irdl.attribute","irdl.type"]],"format":["'(","$args","')","attr-dict"],"types":["!irdl.attribute"]},
  {"name":"parametric","summary":"Constraints an attribute/type base and its parameters","operands":[["args",0,"*"]],"results":[["output",0]],"attributes":[["base_type",7]],"traits":["VerifyConstraintInterface",["HasParent","irdl.type","irdl.attribute","irdl.operation"],"SymbolUserOpInterface","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"format":["$base_type","'<","$args","'>","' ","attr-dict"],"types":["!irdl.attribute","!irdl.attribute"]},
  {"name":"region","summary":"Define a region of an operation","operands":[["entryBlockArgs",0,"*"]],"results":[["output",1]],"attributes":[["numberOfBlocks",8],["constrainedArguments",9]],"traits":[["HasParent","irdl.operation"],"VerifyRegionInterface"],"verifier":true,"format":["'",{"optional":["'(","$entryBlockArgs","$constrainedArguments","')"],"anchor":2},"'",{"optional":["' ","'with","'size","$numberOfBlocks"],"anchor":3},"attr-dict"],"types":["!irdl.attribute","!irdl.region"]},
  {"name":"regions","summary":"Define the regions of an operation","operands":[["args",1,"*"]],"traits":[["HasParent","irdl.operation"]],"format":["'(","$args","')","attr-dict"],"types":["!irdl.region"]},
  {"name":"results","summary":"Define the results of an operation","operands":[["args",0,"*"]],"attributes":[["variadicity",6]],"traits":[["HasParent","irdl.operation"]],"verifier":true,"format":["'",{"custom":"ValuesWithVariadicity","args":["$args","$variadicity"]},"attr-dict"],"types":["!irdl.attribute"]},
  {"name":"type","summary":"Define a new type","attributes":[["sym_name",0]],"regions":[["body","1"]],"traits":[["HasParent","irdl.dialect"],"NoTerminator","NoRegionArguments","Impl","Symbol"],"format":["$sym_name","attr-dict-with-keyword",{"custom":"SingleBlockRegion","args":["$body"]}],"types":[]}]}`;
