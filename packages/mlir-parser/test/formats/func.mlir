func.func private @callee(f32, i32) -> (f32, i32)
func.func @all(%x: f32, %i: i32) -> (f32, i32) {
  %0:2 = func.call @callee(%x, %i) : (f32, i32) -> (f32, i32)
  %1:2 = call @callee(%x, %i) {tag} : (f32, i32) -> (f32, i32)
  %f = constant @callee : (f32, i32) -> (f32, i32)
  %g = func.constant {x} @callee : (f32, i32) -> (f32, i32)
  %2:2 = call_indirect %f(%x, %i) : (f32, i32) -> (f32, i32)
  %3:2 = builtin.unrealized_conversion_cast %x, %i : f32, i32 to i64, f64
  %4 = builtin.unrealized_conversion_cast to i64 {x}
  %5 = ub.poison : f32
  return %0#0, %1#1 : f32, i32
}
