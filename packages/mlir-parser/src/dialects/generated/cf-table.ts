// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const cfTable: string = String.raw`{"dialect":"cf",
"typeConstraints":[
  {"summary":"1-bit signless integer","predicate":"$_self.isSignlessInteger(1)","build":"i1"},
  {"summary":"any type","predicate":"true"},
  {"summary":"integer","predicate":"isa<IntegerType>($_self)"}],
"attributeConstraints":[
  {"summary":"string attribute","predicate":"isa<StringAttr>($_self)","storage":"StringAttr","valueType":"none"},
  {"summary":"integer elements attribute","predicate":"isa<DenseIntElementsAttr>($_self)","storage":"DenseIntElementsAttr","optional":true},
  {"summary":"i32 dense array attribute","predicate":"isa<DenseI32ArrayAttr>($_self)","storage":"DenseI32ArrayAttr"}],
"enums":[],
"attributes":[],
"ops":[
  {"name":"assert","summary":"Assert operation with message attribute","operands":[["arg",0]],"attributes":[["msg",0]],"traits":["MemoryEffectOpInterface"],"format":["$arg","',","$msg","attr-dict"],"types":["i1"]},
  {"name":"br","summary":"branch operation","operands":[["destOperands",1,"*"]],"successors":[["dest"]],"traits":["BranchOpInterface","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect","Terminator"],"format":["$dest",{"optional":["'(","$destOperands","':",{"type":"$destOperands"},"')"],"anchor":1},"attr-dict"],"types":[null]},
  {"name":"cond_br","summary":"conditional branch operation","operands":[["condition",0],["trueDestOperands",1,"*"],["falseDestOperands",1,"*"]],"successors":[["trueDest"],["falseDest"]],"traits":["AttrSizedOperandSegments","BranchOpInterface","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect","Terminator"],"format":["$condition","',","$trueDest",{"optional":["'(","$trueDestOperands","':",{"type":"$trueDestOperands"},"')"],"anchor":1},"',","$falseDest",{"optional":["'(","$falseDestOperands","':",{"type":"$falseDestOperands"},"')"],"anchor":1},"attr-dict"],"types":["i1",null,null]},
  {"name":"switch","summary":"switch operation","operands":[["flag",2],["defaultOperands",1,"*"],["caseOperands",1,"**","case_operand_segments"]],"attributes":[["case_values",1],["case_operand_segments",2]],"successors":[["defaultDestination"],["caseDestinations","*"]],"traits":["AttrSizedOperandSegments","BranchOpInterface","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect","Terminator"],"verifier":true,"format":["$flag","':",{"type":"$flag"},"',","'[","'\n",{"custom":"SwitchOpCases","args":[{"ref":{"type":"$flag"}},"$defaultDestination","$defaultOperands",{"type":"$defaultOperands"},"$case_values","$caseDestinations","$caseOperands",{"type":"$caseOperands"}]},"']","attr-dict"],"types":[null,null,null]}]}`;
