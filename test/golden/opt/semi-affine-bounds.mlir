// Bounds that multiply and divide by symbols, as onnx-mlir prints them for windows.
// RUN: mlir2zk opt %s | FileCheck %s

// CHECK: #[[TRIPS:map[0-9]*]] = affine_map<(d0)[s0, s1] -> (s0 - (s1 ceildiv 2) * 2, d0 * s1)>
#trips = affine_map<(d0)[s0, s1] -> (s0 - (s1 ceildiv 2) * 2, d0 * s1)>

// CHECK-LABEL: func.func @window(
// CHECK-SAME:    %[[N:.*]]: index, %[[K:.*]]: index, %[[X:.*]]: memref<?xf32>)
func.func @window(%n: index, %k: index, %x: memref<?xf32>) {
  // CHECK-NEXT: affine.for %[[I:.*]] = 0 to 14 {
  affine.for %i = 0 to 14 {
    // CHECK-NEXT: affine.for %[[J:.*]] = 0 to min #[[TRIPS]](%[[I]])[%[[N]], %[[K]]] {
    affine.for %j = 0 to min #trips(%i)[%n, %k] {
      // CHECK-NEXT: affine.load %[[X]][%[[J]]] : memref<?xf32>
      %pixel = affine.load %x[%j] : memref<?xf32>
    }
  }
  return
}
