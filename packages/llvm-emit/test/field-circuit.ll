target datalayout = "e-m:e-p:64:8-a:8-i16:8-i32:8-i64:8-v768:8-v1152:8-v1536:8"
target triple = "assigner"

define __zkllvm_field_pallas_base @main(__zkllvm_field_pallas_base %x, __zkllvm_field_pallas_base %y) circuit {
  %cell = alloca [2 x __zkllvm_field_pallas_base], align 1
  %first = getelementptr [2 x __zkllvm_field_pallas_base], ptr %cell, i64 0, i64 0
  %second = getelementptr [2 x __zkllvm_field_pallas_base], ptr %cell, i64 0, i64 1
  %sum = add __zkllvm_field_pallas_base %x, %y
  store __zkllvm_field_pallas_base %sum, ptr %first, align 1
  %again = add __zkllvm_field_pallas_base %x, %y
  store __zkllvm_field_pallas_base %again, ptr %second, align 1
  %unused = mul __zkllvm_field_pallas_base %sum, %again
  %a = load __zkllvm_field_pallas_base, ptr %first, align 1
  %b = load __zkllvm_field_pallas_base, ptr %second, align 1
  %square = mul __zkllvm_field_pallas_base %a, %b
  ret __zkllvm_field_pallas_base %square
}
