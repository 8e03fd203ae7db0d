func.func @all(%m: memref<?xf32>, %t: tensor<?xf32>, %c: i1, %u: memref<*xf32>) {
  %0 = bufferization.to_tensor %m : memref<?xf32>
  %1 = bufferization.to_tensor %m restrict writable {x} : memref<?xf32>
  %2 = bufferization.to_tensor %u restrict : memref<*xf32>
  %3 = bufferization.to_memref %t : memref<?xf32>
  %4 = bufferization.to_memref %t read_only : memref<?xf32>
  %5 = bufferization.clone %m : memref<?xf32> to memref<?xf32>
  bufferization.dealloc_tensor %t : tensor<?xf32>
  %6 = bufferization.materialize_in_destination %t in %t : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  bufferization.materialize_in_destination %t in restrict writable %m : (tensor<?xf32>, memref<?xf32>) -> ()
  bufferization.dealloc
  bufferization.dealloc (%m : memref<?xf32>) if (%c)
  %7:2 = bufferization.dealloc (%m, %u : memref<?xf32>, memref<*xf32>) if (%c, %c) retain (%m, %m : memref<?xf32>, memref<?xf32>)
  %8 = bufferization.dealloc retain (%m : memref<?xf32>) {x}
  return
}
