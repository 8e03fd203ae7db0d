import type { AffineBinaryKind, AffineConstraint, AffineExpr, AffineMap, IntegerSet } from './affine-expr.js';
import { simplifyBinary } from './simplify.js';

/** Builds and uniques affine expressions, maps and sets. Every `Context` has one (`context.affine`). */
export class AffineUniquer {
  private readonly interned = new Map<string, AffineExpr>();
  private readonly maps = new Map<string, AffineMap>();
  private readonly sets = new Map<string, IntegerSet>();
  // Those that nearly every operation has, found without spelling a key.
  private readonly dims: AffineExpr[] = [];
  private readonly identities: AffineMap[] = [];
  private readonly constants = new Map<bigint, AffineMap>();
  private symbolIdentity: AffineMap | undefined;
  private nextId = 0;

  /** `d<position>` */
  dim(position: number): AffineExpr {
    return (this.dims[position] ??= this.intern(`d${position}`, (id) => ({ kind: 'dim', position, id })));
  }

  /** `s<position>` */
  symbol(position: number): AffineExpr {
    return this.intern(`s${position}`, (id) => ({ kind: 'symbol', position, id }));
  }

  /** The constant `value`. */
  constant(value: bigint | number): AffineExpr {
    const exact = BigInt(value);
    return this.intern(`c${exact}`, (id) => ({ kind: 'constant', value: exact, id }));
  }

  /** `lhs kind rhs`, simplified as MLIR simplifies on construction; may return a different kind of expression. */
  binary(kind: AffineBinaryKind, lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
    return (
      simplifyBinary(this, kind, lhs, rhs) ??
      this.intern(`${kind}(${lhs.id},${rhs.id})`, (id) => ({ kind, lhs, rhs, id }))
    );
  }

  /** `lhs + rhs`, simplified. */
  add(lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
    return this.binary('add', lhs, rhs);
  }

  /** `lhs * rhs`, simplified. */
  mul(lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
    return this.binary('mul', lhs, rhs);
  }

  /** `-expr`, simplified. */
  negate(expr: AffineExpr): AffineExpr {
    return this.mul(expr, this.constant(-1n));
  }

  /** `lhs - rhs`, simplified. */
  subtract(lhs: AffineExpr, rhs: AffineExpr): AffineExpr {
    return this.add(lhs, this.negate(rhs));
  }

  /** `(d0, …)[s0, …] -> (results)` */
  map(numDims: number, numSymbols: number, results: readonly AffineExpr[]): AffineMap {
    const key = `${numDims},${numSymbols}:${results.map((e) => e.id).join(',')}`;
    let map = this.maps.get(key);
    if (map === undefined) {
      map = { kind: 'affine-map', numDims, numSymbols, results: [...results], id: this.nextId++ };
      this.maps.set(key, map);
    }
    return map;
  }

  /** `(d0, …) -> (d0, …)` of `rank` dimensions. */
  identityMap(rank: number): AffineMap {
    return (this.identities[rank] ??= this.map(rank, 0, Array.from({ length: rank }, (_, i) => this.dim(i))));
  }

  /** `() -> (value)` */
  constantMap(value: bigint | number): AffineMap {
    const exact = BigInt(value);
    let map = this.constants.get(exact);
    if (map === undefined) this.constants.set(exact, (map = this.map(0, 0, [this.constant(exact)])));
    return map;
  }

  /** `()[s0] -> (s0)`: a loop bound that is one SSA value. */
  get symbolIdentityMap(): AffineMap {
    return (this.symbolIdentity ??= this.map(0, 1, [this.symbol(0)]));
  }

  /** `(d0, …)[s0, …] : (constraints)` */
  set(numDims: number, numSymbols: number, constraints: readonly AffineConstraint[]): IntegerSet {
    const key = `${numDims},${numSymbols}:${constraints.map((c) => `${c.equality ? '=' : '>'}${c.expr.id}`).join(',')}`;
    let set = this.sets.get(key);
    if (set === undefined) {
      set = { kind: 'integer-set', numDims, numSymbols, constraints: [...constraints], id: this.nextId++ };
      this.sets.set(key, set);
    }
    return set;
  }

  private intern(key: string, create: (id: number) => AffineExpr): AffineExpr {
    let expr = this.interned.get(key);
    if (expr === undefined) {
      expr = create(this.nextId++);
      this.interned.set(key, expr);
    }
    return expr;
  }
}
