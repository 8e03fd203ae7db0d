// Every operation of arith with a declarative format, with each optional part given and left out.
func.func @integers(%a: i32, %b: i32, %i: index, %v: vector<4xi8>, %t: tensor<?x2xi64>) {
  %0 = arith.addi %a, %b : i32
  %1 = arith.addi %a, %b overflow<nsw> : i32
  %2 = arith.addi %v, %v overflow<nuw, nsw> {note = "x"} : vector<4xi8>
  %3 = arith.subi %t, %t overflow<nuw> : tensor<?x2xi64>
  %4 = arith.muli %i, %i : index
  %5 = arith.shli %a, %b overflow<nsw, nuw> : i32
  %6 = arith.shrsi %a, %b : i32
  %7 = arith.shrui %a, %b {tag} : i32
  %8 = arith.andi %a, %b : i32
  %9 = arith.ori %v, %v : vector<4xi8>
  %10 = arith.xori %i, %i : index
  %11 = arith.divsi %a, %b : i32
  %12 = arith.divui %a, %b : i32
  %13 = arith.ceildivsi %a, %b : i32
  %14 = arith.ceildivui %a, %b : i32
  %15 = arith.floordivsi %i, %i : index
  %16 = arith.remsi %a, %b : i32
  %17 = arith.remui %a, %b : i32
  %18 = arith.maxsi %a, %b : i32
  %19 = arith.maxui %a, %b : i32
  %20 = arith.minsi %a, %b : i32
  %21 = arith.minui %a, %b : i32
  %sum, %carry = arith.addui_extended %a, %b : i32, i1
  %low, %high = arith.mulsi_extended %v, %v : vector<4xi8>
  %low2, %high2 = arith.mului_extended %a, %b {x = 1 : i8} : i32
  %22 = arith.cmpi eq, %a, %b : i32
  %23 = arith.cmpi "slt", %v, %v : vector<4xi8>
  %24 = arith.cmpi uge, %t, %t {k} : tensor<?x2xi64>
  return
}

func.func @floats(%a: f32, %b: f32, %v: vector<[4]xf64>, %t: tensor<*xbf16>) {
  %0 = arith.addf %a, %b : f32
  %1 = arith.addf %a, %b fastmath<fast> : f32
  %2 = arith.subf %v, %v fastmath<nsz, nnan> : vector<[4]xf64>
  %3 = arith.mulf %t, %t fastmath<none> : tensor<*xbf16>
  %4 = arith.divf %a, %b fastmath<arcp,contract,afn> {x} : f32
  %5 = arith.remf %a, %b : f32
  %6 = arith.negf %a : f32
  %7 = arith.negf %a fastmath<ninf> : f32
  %8 = arith.maximumf %a, %b : f32
  %9 = arith.minimumf %a, %b : f32
  %10 = arith.maxnumf %a, %b fastmath<reassoc> : f32
  %11 = arith.minnumf %a, %b : f32
  %12 = arith.cmpf oeq, %a, %b : f32
  %13 = arith.cmpf false, %a, %b : f32
  %14 = arith.cmpf true, %v, %v fastmath<fast> : vector<[4]xf64>
  %15 = arith.cmpf uno, %t, %t : tensor<*xbf16>
  return
}

func.func @casts(%i8: i8, %i32: i32, %idx: index, %f16: f16, %f32: f32, %f64: f64, %v: vector<2xi8>, %m: memref<4xi32>) {
  %0 = arith.extsi %i8 : i8 to i32
  %1 = arith.extui %v : vector<2xi8> to vector<2xi16>
  %2 = arith.trunci %i32 : i32 to i8
  %3 = arith.extf %f16 : f16 to f32
  %4 = arith.extf %f16 fastmath<fast> : f16 to f64
  %5 = arith.truncf %f64 : f64 to f32
  %6 = arith.truncf %f32 to_nearest_even : f32 to f16
  %7 = arith.truncf %f32 toward_zero fastmath<nnan> {x} : f32 to bf16
  %8 = arith.sitofp %i32 : i32 to f32
  %9 = arith.uitofp %i8 : i8 to f64
  %10 = arith.fptosi %f32 : f32 to i32
  %11 = arith.fptoui %f64 : f64 to i8
  %12 = arith.index_cast %idx : index to i32
  %13 = arith.index_castui %i32 : i32 to index
  %14 = arith.bitcast %f32 : f32 to i32
  %15 = arith.index_cast %m : memref<4xi32> to memref<4xindex>
  return
}

func.func @constants() {
  %0 = arith.constant 42 : i32
  %1 = arith.constant -1 : index
  %2 = arith.constant true
  %3 = arith.constant false
  %4 = arith.constant 1.5 : f32
  %5 = arith.constant dense<[1, 2]> : tensor<2xi64>
  %6 = arith.constant {note = "named"} 7 : i8
  %7 = arith.constant 0x7FC00000 : f32
  %8 = arith.constant dense<0.0> : vector<[4]xf32>
  return
}
