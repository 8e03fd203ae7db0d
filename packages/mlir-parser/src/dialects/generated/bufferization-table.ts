// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const bufferizationTable: string = String.raw`{"dialect":"bufferization",
"typeConstraints":[
  {"summary":"index","predicate":"isa<IndexType>($_self)","build":"index"},
  {"summary":"tensor of any type values","predicate":["and","isa<TensorType>($_self)",["on","element-type","true"]]},
  {"summary":"ranked or unranked memref of any type values","predicate":["and","isa<BaseMemRefType>($_self)",["on","element-type","true"]]},
  {"summary":"1-bit signless integer","predicate":"$_self.isSignlessInteger(1)","build":"i1"},
  {"summary":"shaped of any type values","predicate":["and","isa<ShapedType>($_self)",["on","element-type","true"]]}],
"attributeConstraints":[
  {"summary":"any attribute","predicate":"true","storage":"Attribute","optional":true},
  {"summary":"unit attribute","predicate":"isa<UnitAttr>($_self)","storage":"UnitAttr","optional":true,"valueType":"none"}],
"enums":[],
"attributes":[],
"ops":[
  {"name":"alloc_tensor","summary":"allocate buffer for a tensor","operands":[["dynamic_sizes",0,"*"],["copy",1,"?"],["size_hint",0,"?"]],"results":[["result",1]],"attributes":[["memory_space",0]],"traits":["AttrSizedOperandSegments","BufferizableOpInterface","ReifyRankedShapedTypeOpInterface"],"verifier":true,"format":"custom"},
  {"name":"clone","summary":"clone a memref","operands":[["input",2]],"results":[["output",2]],"traits":["CopyOpInterface","MemoryEffectsOpInterface","AllocationOpInterface"],"effects":{"input":["Read"],"output":["Write","Allocate"]},"format":["$input","attr-dict","':",{"type":"$input"},"'to",{"type":"$output"}],"types":[null,null]},
  {"name":"dealloc","summary":"deallocates the given memrefs if no alias is retained","operands":[["memrefs",2,"*"],["conditions",3,"*"],["retained",2,"*"]],"results":[["updatedConditions",3,"*"]],"traits":["AttrSizedOperandSegments","InferTypeOpInterface"],"verifier":true,"format":[{"optional":["' ","'(","$memrefs","':",{"type":"$memrefs"},"')","'if","' ","'(","$conditions","')"],"anchor":2},{"optional":["'retain","' ","'(","$retained","':",{"type":"$retained"},"')"],"anchor":3},"attr-dict"],"types":[null,"i1",null,"infer"]},
  {"name":"dealloc_tensor","summary":"release underlying storage format of given tensor","operands":[["tensor",1]],"traits":["BufferizableOpInterface"],"format":["$tensor","attr-dict","':",{"type":"$tensor"}],"types":[null]},
  {"name":"materialize_in_destination","summary":"copy a tensor","operands":[["source",1],["dest",4]],"results":[["result",1,"?"]],"attributes":[["restrict",1],["writable",1]],"traits":[["AllElementTypesMatch","source","dest"],"BufferizableOpInterface","DestinationStyleOpInterface","ReifyRankedShapedTypeOpInterface","SubsetOpInterface","SubsetInsertionOpInterface","MemoryEffectOpInterface"],"verifier":true,"format":["$source","'in",{"optional":["'restrict","$restrict"],"anchor":1},{"optional":["'writable","$writable"],"anchor":1},"$dest","attr-dict","':",{"functional-type":["operands","results"]}],"types":[null,null,null]},
  {"name":"to_memref","summary":"cast a tensor to memref","operands":[["tensor",1]],"results":[["memref",2]],"attributes":[["read_only",1]],"traits":["BufferizableOpInterface","SameOperandsAndResultShape","SameOperandsAndResultElementType","Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect",["TypesMatchWith","type of 'tensor' is the tensor equivalent of 'memref'","memref","tensor","TensorOfMemRef"]],"format":["$tensor",{"optional":["'read_only","$read_only"],"anchor":1},"attr-dict","':",{"type":"$memref"}],"types":["$memref TensorOfMemRef",null]},
  {"name":"to_tensor","summary":"create a tensor from a \u0060memref\u0060","operands":[["memref",2]],"results":[["result",1]],"attributes":[["restrict",1],["writable",1]],"traits":["BufferizableOpInterface","SameOperandsAndResultShape","SameOperandsAndResultElementType",["TypesMatchWith","result type matches tensor equivalent of 'memref'","memref","result","TensorOfMemRef"]],"effects":{"memref":["Read"]},"format":["$memref",{"optional":["'restrict","$restrict"],"anchor":1},{"optional":["'writable","$writable"],"anchor":1},"attr-dict","':",{"type":"$memref"}],"types":[null,"$memref TensorOfMemRef"]}]}`;
