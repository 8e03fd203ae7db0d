source_filename = "exceptions"
target datalayout = "e-m:e-p:64:64-i64:64"
target triple = "x86_64-pc-linux-gnu"

@caught = external constant ptr

declare i32 @__gxx_personality_v0(...)
declare i32 @may_throw(i32 noundef, ...)

define i32 @handled(i32 %0) personality ptr @__gxx_personality_v0 {
  %2 = alloca i32, align 4
  %3 = invoke noundef i32 (i32, ...) @may_throw(i32 noundef %0, double 1.0) #0
          to label %4 unwind label %5

4:
  ret i32 %3

5:
  %6 = landingpad { ptr, i32 }
          cleanup
          catch ptr @caught
          filter [1 x ptr] [ptr @caught]
  %7 = extractvalue { ptr, i32 } %6, 1
  %8 = icmp sgt i32 %7, 0
  br i1 %8, label %positive, label %9

positive:
  ret i32 %7

9:
  resume { ptr, i32 } %6
}

attributes #0 = { cold }
