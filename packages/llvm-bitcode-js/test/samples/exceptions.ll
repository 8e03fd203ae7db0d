target triple = "x86_64-pc-linux-gnu"
module asm ".globl something"

$group = comdat any

@table = linkonce_odr constant [2 x ptr] [ptr blockaddress(@jump, %first), ptr blockaddress(@jump, %second)], comdat($group), section ".rodata.table"
@resolver = ifunc i32 (), ptr @choose

declare i32 @__gxx_personality_v0(...)
declare void @may_throw()

define ptr @choose() section ".text.hot" gc "statepoint-example" {
  ret ptr @jump
}

define i32 @jump() personality ptr @__gxx_personality_v0 {
  %target = load ptr, ptr @table
  indirectbr ptr %target, [label %first, label %second]

first:
  invoke void @may_throw() [ "deopt"(i32 1) ]
          to label %second unwind label %failed

second:
  %asm = call i32 asm sideeffect "mov $0, 1", "=r,~{memory}"()
  ret i32 %asm

failed:
  %pad = landingpad { ptr, i32 }
          cleanup
          catch ptr null
  resume { ptr, i32 } %pad
}
