// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const amxTable: string = String.raw`{"dialect":"amx",
"typeConstraints":[
  {"summary":"integer","predicate":"isa<IntegerType>($_self)"},
  {"summary":"LLVM dialect-compatible type","predicate":"LLVM::isCompatibleOuterType($_self)"},
  {"summary":"memref of any type values","predicate":["and","isa<MemRefType>($_self)",["on","element-type","true"]]},
  {"summary":"index","predicate":"isa<IndexType>($_self)","build":"index"},
  {"summary":"vector of 32-bit float or bfloat16 type or 32-bit signless integer or 8-bit signless integer values of ranks 2","predicate":["and",["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","$_self.isF32()","$_self.isBF16()","$_self.isSignlessInteger(32)","$_self.isSignlessInteger(8)"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],"cast<VectorType>($_self).getRank() == 2"]]},
  {"summary":"vector of 32-bit float or bfloat16 type values of ranks 2","predicate":["and",["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","$_self.isF32()","$_self.isBF16()"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],"cast<VectorType>($_self).getRank() == 2"]]},
  {"summary":"vector of 32-bit signless integer or 8-bit signless integer values of ranks 2","predicate":["and",["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","$_self.isSignlessInteger(32)","$_self.isSignlessInteger(8)"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],"cast<VectorType>($_self).getRank() == 2"]]},
  {"summary":"LLVM pointer type","predicate":"isa<LLVM::LLVMPointerType>($_self)"}],
"attributeConstraints":[
  {"summary":"unit attribute","predicate":"isa<UnitAttr>($_self)","storage":"UnitAttr","optional":true,"valueType":"none"}],
"enums":[],
"attributes":[],
"ops":[
  {"name":"tdpbf16ps","summary":"","operands":[["",0],["",0],["",0],["",1],["",1],["",1]],"results":[["res",1]]},
  {"name":"tdpbssd","summary":"","operands":[["",0],["",0],["",0],["",1],["",1],["",1]],"results":[["res",1]]},
  {"name":"tdpbsud","summary":"","operands":[["",0],["",0],["",0],["",1],["",1],["",1]],"results":[["res",1]]},
  {"name":"tdpbusd","summary":"","operands":[["",0],["",0],["",0],["",1],["",1],["",1]],"results":[["res",1]]},
  {"name":"tdpbuud","summary":"","operands":[["",0],["",0],["",0],["",1],["",1],["",1]],"results":[["res",1]]},
  {"name":"tile_load","summary":"tile load operation","operands":[["base",2],["indices",3,"*"]],"results":[["res",4]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"effects":{"base":["MemRead"]},"verifier":true,"format":["$base","'[","$indices","']","attr-dict","':",{"type":"$base"},"'into",{"type":"$res"}],"types":[null,"index",null]},
  {"name":"tile_mulf","summary":"tile multiplication operation (floating-point)","operands":[["lhs",5],["rhs",5],["acc",5]],"results":[["res",5]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["AllTypesMatch","acc","res"]],"verifier":true,"format":["$lhs","',","$rhs","',","$acc","attr-dict","':",{"type":"$lhs"},"',",{"type":"$rhs"},"',",{"type":"$acc"}],"types":[null,null,null,"$acc"]},
  {"name":"tile_muli","summary":"tile multiplication operation (integer)","operands":[["lhs",6],["rhs",6],["acc",6]],"results":[["res",6]],"attributes":[["isZextLhs",0],["isZextRhs",0]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["AllTypesMatch","acc","res"]],"verifier":true,"format":["$lhs",{"optional":["'zext","$isZextLhs"],"anchor":1},"',","$rhs",{"optional":["'zext","$isZextRhs"],"anchor":1},"',","$acc","attr-dict","':",{"type":"$lhs"},"',",{"type":"$rhs"},"',",{"type":"$acc"}],"types":[null,null,null,"$acc"]},
  {"name":"tile_store","summary":"tile store operation","operands":[["base",2],["indices",3,"*"],["val",4]],"effects":{"base":["MemWrite"]},"verifier":true,"format":["$base","'[","$indices","']","',","$val","attr-dict","':",{"type":"$base"},"',",{"type":"$val"}],"types":[null,"index",null]},
  {"name":"tile_zero","summary":"tile zero operation","results":[["res",4]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"],"verifier":true,"format":["attr-dict","':",{"type":"$res"}],"types":[null]},
  {"name":"tileloadd64","summary":"","operands":[["",0],["",0],["",7],["",0]],"results":[["res",1]]},
  {"name":"tilestored64","summary":"","operands":[["",0],["",0],["",7],["",0],["",1]]},
  {"name":"tilezero","summary":"","operands":[["",0],["",0]],"results":[["res",1]]}]}`;
