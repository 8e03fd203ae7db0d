// 2:21 as mlir-opt-19: expected ','
func.func @f(%a: i32) {
  %0 = arith.addi %a %a : i32
  return
}
// -----
// 2:23 as mlir-opt-19: use of undeclared SSA value name
func.func @f(%a: i32) {
  %0 = arith.addi %a, %b : i32
  return
}
// -----
// 2:19 as mlir-opt-19: use of value '%a' expects different type than prior uses: 'f32' vs 'i32'
func.func @f(%a: i32) {
  %0 = arith.addi %a, %a : f32
  return
}
// -----
// 2:8 as mlir-opt-19: 'arith.addf' op operand #0 must be floating-point-like, but got 'i32'
func.func @f(%a: i32) {
  %0 = arith.addf %a, %a : i32
  return
}
// -----
// 2:3 as mlir-opt-19: redefinition of SSA value '%a'
func.func @f(%a: i32) {
  %a = arith.addi %a, %a : i32
  return
}
// -----
// 1:23 as mlir-opt-19: region entry argument '%a' is already in use
func.func @f(%a: i32, %a: i32) {
  return
}
// -----
// 2:8 as mlir-opt-19: custom op 'arith.foo' is unknown
func.func @f() {
  %0 = arith.foo : i32
  return
}
// -----
// 2:3 as mlir-opt-19: Dialect `foo' not found for custom op 'foo.bar'
func.func @f() {
  foo.bar
  return
}
// -----
// 2:3 as mlir-opt-19: custom op 'nothing' is unknown (tried 'func.nothing' as well)
func.func @f() {
  nothing
  return
}
// -----
// 2:9: expected '}' to end the region
func.func @f() {
  return
// -----
// 2:3 as mlir-opt-19: 'func.return' op has 0 operands, but enclosing function (@f) returns 1
func.func @f() -> i32 {
  return
}
// -----
// 2:9: reference to an undefined block '^bb1'
func.func @f() {
  cf.br ^bb1
}
// -----
// 5:1 as mlir-opt-19: redefinition of block '^bb1'
func.func @f() {
  cf.br ^bb1
^bb1:
 return
^bb1:
 return
}
// -----
// 1:18 as mlir-opt-19: duplicate key 'a' in dictionary attribute
"t.op"() {a = 1, a = 2} : () -> ()
// -----
// 1:16 as mlir-opt-19: expected '}' in attribute dictionary
"t.op"() {a = 1 b} : () -> ()
// -----
// 1:15 as mlir-opt-19: integer constant out of range for attribute
"t.op"() {a = 300 : i8} : () -> ()
// -----
// 1:15: negative integer literal not valid for unsigned integer type
"t.op"() {a = -1 : ui8} : () -> ()
// -----
// 1:15: floating point value not valid for specified type
"t.op"() {a = 1.0 : i8} : () -> ()
// -----
// 1:15 as mlir-opt-19: unexpected decimal integer literal for a floating point value
"t.op"() {a = 1 : f32} : () -> ()
// -----
// 1:15: expected '"' in string literal
"t.op"() {a = "unterminated} : () -> ()
// -----
// 1:15: unknown escape in string literal
"t.op"() {a = "bad \q escape"} : () -> ()
// -----
// 1:15: undefined symbol alias id 'nope'
"t.op"() {a = #nope} : () -> ()
// -----
// 1:18: undefined symbol alias id 'nope'
"t.op"() : () -> !nope
// -----
// 1:14: expected 1 operand type but had 0
"t.op"(%x) : () -> ()
// -----
// 1:1 as mlir-opt-19: cannot name an operation with no results
%0 = "t.op"() : () -> ()
// -----
// 1:1 as mlir-opt-19: operation defines 2 results but was provided 3 to bind
%0:3 = "t.op"() : () -> (i32, i32)
// -----
// 2:9 as mlir-opt-19: reference to invalid result number
%0:2 = "t.op"() : () -> (i32, i32)
"t.use"(%0#2) : (i32) -> ()
// -----
// 1:21: inferred shape of elements literal ([2]) does not match type ([3])
"t.op"() {a = dense<[1, 2]> : tensor<3xi32>} : () -> ()
// -----
// 1:22 as mlir-opt-19: expected integer elements, but parsed floating-point
"t.op"() {a = dense<[1.0]> : tensor<1xi32>} : () -> ()
// -----
// 1:22: expected floating-point elements, but parsed integer
"t.op"() {a = dense<[1]> : tensor<1xf32>} : () -> ()
// -----
// 1:27: tensor literal is invalid; ranks are not consistent between elements
"t.op"() {a = dense<[[1], [2, 3]]> : tensor<2x2xi32>} : () -> ()
// -----
// 1:28: elements literal type must have static shape
"t.op"() {a = dense<[1]> : tensor<?xi32>} : () -> ()
// -----
// 1:27: expected string containing hex digits starting with `0x`
"t.op"() {a = dense<"0x010"> : tensor<2xi32>} : () -> ()
// -----
// 1:21: elements hex data size is invalid for provided type: 'tensor<2xi32>'
"t.op"() {a = dense<"0x0102"> : tensor<2xi32>} : () -> ()
// -----
// 1:35 as mlir-opt-19: use of undeclared identifier
"t.op"() {a = affine_map<(d0) -> (d1)>} : () -> ()
// -----
// 1:42 as mlir-opt-19: non-affine expression: at least one of the multiply operands has to be either a constant or symbolic
"t.op"() {a = affine_map<(d0, d1) -> (d0 * d1)>} : () -> ()
// -----
// 1:31 as mlir-opt-19: redefinition of identifier 'd0'
"t.op"() {a = affine_map<(d0, d0) -> (d0)>} : () -> ()
// -----
// 1:38 as mlir-opt-19: non-affine expression: right operand of mod has to be either a constant or symbolic
"t.op"() {a = affine_map<(d0) -> (d0 mod d0)>} : () -> ()
// -----
// 1:30 as mlir-opt-19: expected ',' or '>' in memref type
"t.op"() : () -> memref<4xf32
// -----
// 1:27 as mlir-opt-19: expected non-function type
"t.op"() : () -> memref<4x>
// -----
// 1:29 as mlir-opt-19: expected non-function type
"t.op"() : () -> memref<?x?xnope>
// -----
// 1:25 as mlir-opt-19: expected non-function type
"t.op"() : () -> vector<?xf32>
// -----
// 1:27 as mlir-opt-19: invalid tensor element type
"t.op"() : () -> tensor<2xmemref<2xf32>>
// -----
// 1:18 as mlir-opt-19: integer bitwidth is limited to 16777215 bits
"t.op"() : () -> i99999999
// -----
// 1:26 as mlir-opt-19: invalid element type for complex
"t.op"() : () -> complex<index>
// -----
// 1:12 as mlir-opt-19: expected function type
"t.op"() : i32
// -----
// 1:8 as mlir-opt-19: expected ')' to end operand list
"t.op"( : () -> ()
// -----
// 1:7 as mlir-opt-19: expected '(' to start operand list
"t.op" : () -> ()
// -----
// 1:12 as mlir-opt-19: expected operation name in quotes
"t.op"() ({ : () -> ()
// -----
// 2:1 as mlir-opt-19: redefinition of attribute alias id 'a'
#a = 1
#a = 2
// -----
// 1:1 as mlir-opt-19: type names with a '.' are reserved for dialect-defined names
!a.b = i32
// -----
// 3:24 as mlir-opt-19: use of value '%a' expects different type than prior uses: 'index' vs 'memref<4xf32>'
#map = affine_map<(d0) -> (d0)>
func.func @f(%a: memref<4xf32>) {
  affine.for %i = #map(%a) to 4 {
  }
  return
}
// -----
// 2:31 as mlir-opt-19: custom op 'affine.for' expected step to be representable as a positive signed integer
func.func @f(%a: memref<4xf32>) {
  affine.for %i = 0 to 4 step -1 {
  }
  return
}
// -----
// 2:21 as mlir-opt-19: custom op 'affine.for' expected 'to' between bounds
func.func @f(%a: memref<4xf32>) {
  affine.for %i = 0 4 {
  }
  return
}
// -----
// 3:22 as mlir-opt-19: use of value '%a' expects different type than prior uses: 'memref<5xf32>' vs 'memref<4xf32>'
func.func @f(%a: memref<4xf32>) {
  affine.for %i = 0 to 4 {
    %x = affine.load %a[%i] : memref<5xf32>
  }
  return
}
// -----
// 3:10 as mlir-opt-19: 'affine.load' op affine map num results must equal memref rank
func.func @f(%a: memref<4xf32>) {
  affine.for %i = 0 to 4 {
    %x = affine.load %a[%i, %i] : memref<4xf32>
  }
  return
}
// -----
// 2:24 as mlir-opt-19: use of value '%n' expects different type than prior uses: 'index' vs 'f32'
func.func @f(%a: memref<4xf32>, %n: f32) {
  affine.for %i = 0 to %n {
  }
  return
}
// -----
// 2:8 as mlir-opt-19: 'scf.if' op must have an else block if defining values
func.func @f(%c: i1) -> i32 {
  %r = scf.if %c -> (i32) {
    %x = arith.constant 1 : i32
    scf.yield %x : i32
  }
  return %r : i32
}
// -----
// 5:11 as mlir-opt-19: use of undeclared SSA value name
func.func @f(%c: i1) {
  scf.if %c {
    %x = arith.constant 1 : i32
  }
  "t.use"(%x) : (i32) -> ()
  return
}
// -----
// 2:3 as mlir-opt-19: operand #0 does not dominate this use
func.func @f(%c: i1) {
  "t.use"(%x) : (i32) -> ()
  %x = arith.constant 1 : i32
  return
}
// -----
// 1:1 as mlir-opt-19: 'func.func' op symbol declaration cannot have public visibility
func.func @f()
// -----
// 2:1 as mlir-opt-19: redefinition of symbol named 'f'
func.func private @f()
func.func private @f()
// -----
// 2:3 as mlir-opt-19: 'func.call' op 'g' does not reference a valid function
func.func @f() {
  call @g() : () -> ()
  return
}
// -----
// 5:3 as mlir-opt-19: 'func.call' op incorrect number of operands for callee
func.func @g(%a: i32) {
 return
}
func.func @f() {
  call @g() : () -> ()
  return
}
// -----
// 2:8 as mlir-opt-19: block with no terminator, has %0 = "arith.constant"() <{value = 1 : i32}> : () -> i32
func.func @f() {
  %c = arith.constant 1 : i32
}
// -----
// 1:16 as mlir-opt-19: custom op 'func.func' expected non-empty function body
func.func @f() {
}
// -----
// 2:3 as mlir-opt-19: 'func.return' op has 1 operands, but enclosing function (@f) returns 0
func.func @f(%a: i32) {
  return %a : i32
}
// -----
// 2:3 as mlir-opt-19: type of return operand 0 ('i32') doesn't match function result type ('f32') in function @f
func.func @f(%a: i32) -> f32 {
  return %a : i32
}
// -----
// 4:3 as mlir-opt-19: custom op 'foo' is unknown (tried 'builtin.foo' as well)
module {
  module @a {
  }
  foo
}
// -----
// 2:20 as mlir-opt-19: expected '('
func.func @f() {
  %0 = memref.alloc : memref<4xf32>
  return
}
// -----
// 2:8 as mlir-opt-19: 'memref.alloc' op dimension operand count does not equal memref dynamic dimension count
func.func @f(%n: index) {
  %0 = memref.alloc() : memref<?xf32>
  return
}
// -----
// 2:8 as mlir-opt-19: 'memref.load' op incorrect number of indices for load, expected 1 but got 0
func.func @f(%m: memref<4xf32>) {
  %0 = memref.load %m[] : memref<4xf32>
  return
}
// -----
// 2:23 as mlir-opt-19: use of value '%i' expects different type than prior uses: 'index' vs 'i32'
func.func @f(%m: memref<4xf32>, %i: i32) {
  %0 = memref.load %m[%i] : memref<4xf32>
  return
}
// -----
// 2:19 as mlir-opt-19: custom op 'arith.cmpf' expected string or keyword containing one of the following enum values for attribute 'predicate' [false, oeq, ogt, oge, olt, ole, one, ord, ueq, ugt, uge, ult, ule, une, uno, true]
func.func @f(%a: f32) {
  %0 = arith.cmpf foo, %a, %a : f32
  return
}
// -----
// 2:22 as mlir-opt-19: expected attribute value
func.func @f() {
  %0 = arith.constant : i32
  return
}
// -----
// 2:23: floating point value not valid for specified type
func.func @f() {
  %0 = arith.constant 1.0 : i32
  return
}
// -----
// 2:3 as mlir-opt-19: 'func.return' op requires zero regions
func.func @f() {
  "func.return"() ({}) : () -> ()
}
// -----
// 2:3 as mlir-opt-19: unregistered operation 'arith.nope' found in dialect ('arith') that does not allow unknown operations
func.func @f() {
  "arith.nope"() : () -> ()
  return
}
// -----
// 2:2 as mlir-opt-19: invalid block name in region with named arguments
func.func @f(%i: index) {
 ^bb0(%j: i32):
  return
}
// -----
// 1:5 as mlir-opt-19: expected operation name in quotes
%x = @foo
// -----
// 1:1 as mlir-opt-19: expected operation name in quotes
)
// -----
// 1:18: unbalanced '}'
"a"() : () -> () }
// -----
// 1:1 as mlir-opt-19: unexpected character
&
// -----
// 1:14 as mlir-opt-19: expected non-function type
func.func @f( {
}
// -----
// 1:1: expected three consecutive dots for an ellipsis
.
// -----
// 1:16 as mlir-opt-19: expected '}' in attribute dictionary
"t.op"() {a = 0xZZ} : () -> ()
