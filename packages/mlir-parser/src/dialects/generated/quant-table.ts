// Generated from the ODS records of LLVM 19 by `npm run generate-ods -w packages/mlir-parser`. Do not edit.
/* eslint-disable max-lines -- one line for each operation */
export const quantTable: string = String.raw`{"dialect":"quant",
"typeConstraints":[
  {"summary":"primitive/tensor/vector of real valued primitive (float or quantized type)","predicate":["or",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"],["and","isa<TensorType>($_self)",["on","element-type",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"]]]]},
  {"summary":"real valued or storage primitive or container type","predicate":["or",["or",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"],["and","isa<TensorType>($_self)",["on","element-type",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","isa<FloatType>($_self)","isa<quant::QuantizedType>($_self)"]]]],["or",["or","$_self.isSignlessInteger()","isa<quant::QuantizedType>($_self)"],["and","isa<TensorType>($_self)",["on","element-type",["or","$_self.isSignlessInteger()","isa<quant::QuantizedType>($_self)"]]],["and",["and","isa<VectorType>($_self)","cast<VectorType>($_self).getRank() > 0"],["on","element-type",["or","$_self.isSignlessInteger()","isa<quant::QuantizedType>($_self)"]]]]]}],
"attributeConstraints":[],
"enums":[],
"attributes":[],
"ops":[
  {"name":"dcast","summary":"convert back from a quantized to quantizable (expressed) type operation","operands":[["arg",0]],"results":[["res",0]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"]},
  {"name":"qcast","summary":"convert a quantizable type to a quantized type","operands":[["arg",0]],"results":[["res",0]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"]},
  {"name":"scast","summary":"cast from or to a type based on the storage type and the corresponding quantized type","operands":[["arg",1]],"results":[["res",1]],"traits":["Pure","AlwaysSpeculatable","ConditionallySpeculatable","AlwaysSpeculatableImplTrait","NoMemoryEffect"]}]}`;
