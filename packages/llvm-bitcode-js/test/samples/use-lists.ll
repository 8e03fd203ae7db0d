; Written with -preserve-bc-uselistorder.
define i32 @f(i32 %a, i32 %b) {
entry:
  %x = add i32 %a, %b
  %y = mul i32 %a, %b
  %z = sub i32 %y, %a
  %w = xor i32 %z, %x
  ret i32 %w
  uselistorder i32 %a, { 2, 1, 0 }
}
