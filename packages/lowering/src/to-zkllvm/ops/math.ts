import type { TracedOp } from '../trace/traced-op.js';
import { integerUnaryOp } from './arith-integer.js';
import { realBinaryOp, realUnaryOp, type RealBinary, type RealUnary } from './arith-real.js';
import { requireScalar } from '../interface/scalar-type.js';

/** Half away from zero, as `math.round` and C's `round`. */
const round: RealUnary = (builder, a) =>
  builder.trunc(builder.add(a, builder.copysign(builder.real(0.5), a)));

/** Functions of one real, by the name they have in `math` and in `krnl`. */
export const realFunctions: Readonly<Record<string, RealUnary>> = {
  absf: (builder, a) => builder.abs(a),
  acos: (builder, a) => builder.acos(a),
  acosh: (builder, a) => builder.acosh(a),
  asin: (builder, a) => builder.asin(a),
  asinh: (builder, a) => builder.asinh(a),
  atan: (builder, a) => builder.atan(a),
  atanh: (builder, a) => builder.atanh(a),
  ceil: (builder, a) => builder.ceil(a),
  cos: (builder, a) => builder.cos(a),
  cosh: (builder, a) => builder.cosh(a),
  erf: (builder, a) => builder.erf(a),
  exp: (builder, a) => builder.exp(a),
  exp2: (builder, a) => builder.exp2(a),
  expm1: (builder, a) => builder.expm1(a),
  floor: (builder, a) => builder.floor(a),
  log: (builder, a) => builder.log(a),
  log10: (builder, a) => builder.log10(a),
  log1p: (builder, a) => builder.log1p(a),
  log2: (builder, a) => builder.log2(a),
  round,
  roundeven: (builder, a) => builder.roundEven(a),
  rsqrt: (builder, a) => builder.rsqrt(a),
  sin: (builder, a) => builder.sin(a),
  sinh: (builder, a) => builder.sinh(a),
  sqrt: (builder, a) => builder.sqrt(a),
  tan: (builder, a) => builder.tan(a),
  tanh: (builder, a) => builder.tanh(a),
  trunc: (builder, a) => builder.trunc(a),
};

const binary: Readonly<Record<string, RealBinary>> = {
  'math.copysign': (builder, a, b) => builder.copysign(a, b),
  'math.fpowi': (builder, a, b) => builder.pow(a, b),
  'math.powf': (builder, a, b) => builder.pow(a, b),
};

/** One rounding of a·b + c, or none: the builder rescales when it must. */
const fmaOp: TracedOp = {
  name: 'math.fma',
  compile(op, code) {
    requireScalar(op, op.result(0).type);
    const { builder, environment } = code;
    const [a, b, c] = code.slotsOf(op.operands) as [number, number, number];
    const result = code.slot(op.result(0));
    return () => {
      const product = builder.mul(environment.handle(a), environment.handle(b));
      environment.handles[result] = builder.add(product, environment.handle(c));
    };
  },
};

export const mathOps: readonly TracedOp[] = [
  ...Object.entries(realFunctions).map(([name, emit]) => realUnaryOp(`math.${name}`, emit)),
  ...Object.entries(binary).map(([name, emit]) => realBinaryOp(name, emit)),
  integerUnaryOp('math.absi', (builder, a, width) => builder.absi(a, width)),
  fmaOp,
];
