// Every operation of complex.
func.func @all(%a: complex<f32>, %b: complex<f32>, %x: f32) {
  %0 = complex.constant [1.0 : f32, -2.5 : f32] : complex<f32>
  %1 = complex.create %x, %x : complex<f32>
  %2 = complex.re %a : complex<f32>
  %3 = complex.im %a fastmath<fast> : complex<f32>
  %4 = complex.abs %a : complex<f32>
  %5 = complex.angle %a : complex<f32>
  %6 = complex.add %a, %b : complex<f32>
  %7 = complex.sub %a, %b fastmath<nnan> {x} : complex<f32>
  %8 = complex.mul %a, %b : complex<f32>
  %9 = complex.div %a, %b : complex<f32>
  %10 = complex.pow %a, %b : complex<f32>
  %11 = complex.atan2 %a, %b : complex<f32>
  %12 = complex.eq %a, %b : complex<f32>
  %13 = complex.neq %a, %b : complex<f32>
  %14 = complex.conj %a : complex<f32>
  %15 = complex.cos %a : complex<f32>
  %16 = complex.exp %a : complex<f32>
  %17 = complex.expm1 %a : complex<f32>
  %18 = complex.log %a : complex<f32>
  %19 = complex.log1p %a : complex<f32>
  %20 = complex.neg %a : complex<f32>
  %21 = complex.rsqrt %a : complex<f32>
  %22 = complex.sign %a : complex<f32>
  %23 = complex.sin %a : complex<f32>
  %24 = complex.sqrt %a : complex<f32>
  %25 = complex.tan %a : complex<f32>
  %26 = complex.tanh %a : complex<f32>
  %27 = complex.bitcast %a : complex<f32> to i64
  return
}
