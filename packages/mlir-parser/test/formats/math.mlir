// Every operation of math.
func.func @floats(%x: f32, %y: f32, %v: vector<4xf64>, %i: i32, %vi: vector<4xi32>) {
  %0 = math.absf %x : f32
  %1 = math.acos %x fastmath<fast> : f32
  %2 = math.acosh %x : f32
  %3 = math.asin %x {a = 1 : i32} : f32
  %4 = math.asinh %x : f32
  %5 = math.atan %v : vector<4xf64>
  %6 = math.atan2 %x, %y fastmath<nnan,ninf> : f32
  %7 = math.atanh %x : f32
  %8 = math.cbrt %x : f32
  %9 = math.ceil %x : f32
  %10 = math.copysign %x, %y : f32
  %11 = math.cos %x : f32
  %12 = math.cosh %x : f32
  %13 = math.erf %x : f32
  %14 = math.exp %x : f32
  %15 = math.exp2 %x : f32
  %16 = math.expm1 %x : f32
  %17 = math.floor %x : f32
  %18 = math.fma %x, %y, %x fastmath<contract> : f32
  %19 = math.fpowi %x, %i : f32, i32
  %20 = math.fpowi %v, %vi fastmath<fast> : vector<4xf64>, vector<4xi32>
  %21 = math.log %x : f32
  %22 = math.log10 %x : f32
  %23 = math.log1p %x : f32
  %24 = math.log2 %x : f32
  %25 = math.powf %x, %y : f32
  %26 = math.round %x : f32
  %27 = math.roundeven %x : f32
  %28 = math.rsqrt %x : f32
  %29 = math.sin %x : f32
  %30 = math.sinh %x : f32
  %31 = math.sqrt %v fastmath<none> : vector<4xf64>
  %32 = math.tan %x : f32
  %33 = math.tanh %x : f32
  %34 = math.trunc %x : f32
  return
}

func.func @integers(%i: i32, %v: vector<4xi32>) {
  %0 = math.absi %i : i32
  %1 = math.ctlz %i : i32
  %2 = math.cttz %v : vector<4xi32>
  %3 = math.ctpop %i {x} : i32
  %4 = math.ipowi %i, %i : i32
  return
}
