/** C++ transformers of `TypesMatchWith`, by the name that the interpreter of the tables knows. */
const transformers: readonly (readonly [RegExp, string])[] = [
  [/^\$_self$|^cast<Type>\(\$_self\)$/, 'Same'],
  [/^cast<(?:\w+)Type>\(\$_self\)\.getElementType\(\)$|^LLVM::getVectorElementType\(\$_self\)$/, 'ElementType'],
  [/^cast<FunctionType>\(\$_self\)\.getInputs\(\)$/, 'FunctionInputs'],
  [/^cast<FunctionType>\(\$_self\)\.getResults\(\)$/, 'FunctionResults'],
  [/^::?getI1SameShape\(\$_self\)$/, 'I1SameShape'],
  [/^memref::getTensorTypeFromMemRefType\(\$_self\)$/, 'TensorOfMemRef'],
  [/^SmallVector<Type(?:, 2)?>\(cast<\w+>\(\$_self\)\.getNumElements\(\), cast<\w+>\(\$_self\)\.getElementType\(\)\)$/, 'ElementTypePerElement'],
  [/^\[&\]\(\) -> VectorType \{.*getDimSize\(lastDim\) \/ 2/, 'HalfTrailingDimension'],
  [/^\[&\]\(\) -> VectorType \{.*\* 2/, 'DoubleTrailingDimension'],
  [/^cast<VectorType>\(\$_self\)\.cloneWith\(\{\}, IntegerType::get\(\$_ctxt, 1\)\)$|^getUnaryOpResultType\(\$_self\)$/, 'I1SameShape'],
  [/^VectorType::get\(\{cast<VectorType>\(\$_self\)\.getShape\(\)\[0\]\}, IntegerType::get\(\$_self\.getContext\(\), 1\)\)$/, 'I1SameShape'],
  [/^IntegerType::get\(\$_self\.getContext\(\), \(cast<VectorType>\(\$_self\)\.getShape\(\)\[0\]\)\)$/, 'IntegerOfVectorLength'],
  [/^\[&\]\{ auto vectorType .*\{ size, size \}, vectorType\.getElementType\(\), \{ true, true \}/, 'ScalableSquare'],
  [/^VectorType\(VectorType::Builder\(cast<VectorType>\(\$_self\)\)\.setDim\(.*getRank\(\) - 1, 16\)\)$/, 'TrailingDimension16'],
  [/^cast<ValueType>\(\$_self\)\.getValueType\(\)$|^cast<PointerType>\(\$_self\)\.getPointeeType\(\)$|^cast<spirv::SampledImageType>\(\$_self\)\.getImageType\(\)$/, 'FirstParameter'],
  [/^cast<gpu::MMAMatrixType>\(\$_self\)\.getElementType\(\)$/, 'MmaMatrixElementType'],
  [/^pdl::RangeType::get\(\$_self\)$/, 'PdlRange'],
  [/^getGetValueTypeOpValueType\(\$_self\)$/, 'PdlValueOfType'],
  [/^getValAndBoolStructType\(\$_self\)$/, 'LLVMStructOfTypeAndBool'],
];

/** Of other transformers the C++ is kept. */
export function transformerName(expression: string): string {
  return transformers.find(([pattern]) => pattern.test(expression))?.[1] ?? expression;
}
