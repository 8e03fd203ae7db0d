func.func @branches(%c: i1, %i: i32, %x: f32) {
  cf.assert %c, "holds \22always\22"
  cf.br ^bb1
^bb1:
  cf.br ^bb2(%i, %x : i32, f32) {x}
^bb2(%a: i32, %b: f32):
  cf.cond_br %c, ^bb1, ^bb3(%a : i32)
^bb3(%k: i32):
  cf.cond_br %c, ^bb2(%k, %x : i32, f32), ^bb4
^bb4:
  cf.switch %i : i32, [
    default: ^bb1
  ]
^bb5:
  cf.switch %i : i32, [
    default: ^bb3(%i : i32),
    42: ^bb2(%i, %x : i32, f32),
    -1: ^bb1,
    7: ^bb3(%i : i32)
  ] {x}
}
