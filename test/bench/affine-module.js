/**
 * MLIR text for measurements: functions of affine loop nests as onnx-mlir makes them of convolutions, poolings and softmax,
 * in shapes that vary from function to function. The same size gives the same text.
 *
 * @param {number} bytes of text at least, exceeded by less than one function
 * @returns {string}
 */
export function affineModule(bytes) {
  const parts = ['module {\n'];
  let length = parts[0].length;
  for (let index = 0; length < bytes; index++) {
    const text = layer(index);
    parts.push(text);
    length += text.length;
  }
  return `${maps}${parts.join('')}}\n`;
}

const maps = `#pixel = affine_map<(d0, d1) -> (d0 + d1 - 1)>
#first = affine_map<(d0) -> (0, -d0 + 1)>
#start = affine_map<(d0) -> (0, d0 * 2)>
#trips = affine_map<(d0)[s0, s1, s2, s3, s4] -> (s0 - ((s2 ceildiv s4) * s4 - s2), -(d0 * s3 - s2) + s0, d0 * s3 + (s1 - 1) * s4 - s2 - ((s2 ceildiv s4) * s4 - s2) + 1, d0 * s3 + (s1 - 1) * s4 - s2 - (d0 * s3 - s2) + 1)>
`;

/** @param {number} index */
function layer(index) {
  const channels = 1 + (index % 7);
  const filters = 2 * (1 + (index % 5));
  const size = 8 + 2 * (index % 11);
  const half = size / 2;
  const classes = filters * half;
  const image = `memref<1x${channels}x${size}x${size}xf32>`;
  const weights = `memref<${filters}x${channels}x3x3xf32>`;
  const features = `memref<1x${filters}x${size}x${size}xf32>`;
  const pooled = `memref<1x${filters}x${half}x${half}xf32>`;
  const scores = `memref<1x${classes}xf32>`;
  return `  func.func @layer${index}(%arg0: ${image} {onnx.name = "image"}, %arg1: ${weights}, %arg2: ${scores}) -> (${scores} {onnx.name = "scores"}) attributes {llvm.emit_c_interface} {
    %lowest = arith.constant 0xFF800000 : f32
    %cst = arith.constant ${index % 10}.500000e+00 : f32
    %c2 = arith.constant 2 : index
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %size = arith.constant ${size} : index
    %alloc = memref.alloc() {alignment = 16 : i64} : ${features}
    %sum = memref.alloca() : memref<f32>
    affine.for %arg3 = 0 to 1 {
      affine.for %arg4 = 0 to ${filters} {
        affine.for %arg5 = 0 to ${size} {
          affine.for %arg6 = 0 to ${size} {
            affine.store %cst, %sum[] : memref<f32>
            affine.for %arg7 = 0 to ${channels} {
              affine.for %arg8 = max #first(%arg5) to min affine_map<(d0) -> (-d0 + ${size + 1}, 3)>(%arg5) {
                affine.for %arg9 = max #first(%arg6) to min affine_map<(d0) -> (-d0 + ${size + 1}, 3)>(%arg6) {
                  %0 = affine.apply #pixel(%arg8, %arg5)
                  %1 = affine.apply #pixel(%arg9, %arg6)
                  %2 = memref.load %arg0[%arg3, %arg7, %0, %1] : ${image}
                  %3 = affine.load %arg1[%arg4, %arg7, %arg8, %arg9] : ${weights}
                  %4 = affine.load %sum[] : memref<f32>
                  %5 = arith.mulf %2, %3 : f32
                  %6 = arith.addf %4, %5 : f32
                  affine.store %6, %sum[] : memref<f32>
                }
              }
            }
            %7 = affine.load %sum[] : memref<f32>
            %8 = arith.cmpf oge, %7, %cst : f32
            %9 = arith.select %8, %7, %cst : f32
            affine.store %9, %alloc[%arg3, %arg4, %arg5, %arg6] : ${features}
          }
        }
      }
    }
    %pooled = memref.alloc() {alignment = 16 : i64} : ${pooled}
    affine.for %arg3 = 0 to 1 {
      affine.for %arg4 = 0 to ${filters} {
        affine.for %arg5 = 0 to ${half} {
          affine.for %arg6 = 0 to ${half} {
            affine.store %lowest, %sum[] : memref<f32>
            %10 = affine.max #start(%arg5)
            %11 = affine.max #start(%arg6)
            affine.for %arg7 = 0 to min #trips(%arg5)[%size, %c2, %c0, %c2, %c1] {
              affine.for %arg8 = 0 to min #trips(%arg6)[%size, %c2, %c0, %c2, %c1] {
                %13 = arith.addi %arg7, %10 : index
                %14 = arith.addi %arg8, %11 : index
                %15 = memref.load %alloc[%arg3, %arg4, %13, %14] : ${features}
                %16 = affine.load %sum[] : memref<f32>
                %17 = arith.cmpf ogt, %16, %15 : f32
                %18 = arith.select %17, %16, %15 : f32
                affine.store %18, %sum[] : memref<f32>
              }
            }
            %12 = affine.load %sum[] : memref<f32>
            affine.store %12, %pooled[%arg3, %arg4, %arg5, %arg6] : ${pooled}
          }
        }
      }
    }
    %scores = memref.alloc() {alignment = 16 : i64} : ${scores}
    affine.store %cst, %sum[] : memref<f32>
    affine.for %arg3 = 0 to ${classes} {
      %19 = affine.load %arg2[0, %arg3] : ${scores}
      %20 = affine.load %pooled[0, %arg3 floordiv ${half}, %arg3 mod ${half}, ${index % half}] : ${pooled}
      %21 = arith.subf %19, %20 : f32
      %22 = math.exp %21 : f32
      %23 = affine.load %sum[] : memref<f32>
      %24 = arith.addf %23, %22 : f32
      affine.store %24, %sum[] : memref<f32>
      affine.store %22, %scores[symbol(%c0), %arg3] : ${scores}
    }
    %25 = affine.load %sum[] : memref<f32>
    affine.for %arg3 = 0 to ${classes} {
      %26 = affine.load %scores[0, %arg3] : ${scores}
      %27 = arith.divf %26, %25 : f32
      affine.store %27, %scores[0, %arg3] : ${scores}
    }
    memref.dealloc %pooled : ${pooled}
    memref.dealloc %alloc : ${features}
    return %scores : ${scores}
  }
`;
}
