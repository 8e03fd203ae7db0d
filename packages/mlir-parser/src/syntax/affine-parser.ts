import type { AffineBinaryKind, AffineConstraint, AffineExpr, AffineMap, IntegerSet } from '../affine/affine-expr.js';
import { isSymbolicOrConstant } from '../affine/simplify.js';
import type { UnresolvedOperand } from '../ir/op-asm-parser.js';
import type { TokenParser } from './token-parser.js';

/** Longer chains of operators are refused: the walks over an expression recurse along the chain. */
const MAX_OPERATORS = 2000;

/** What a name inside an affine expression stands for, or undefined if it is unknown. */
type NameResolver = () => AffineExpr | undefined;

/** `(d0)[s0] -> (…)` or `(d0)[s0] : (…)`, the body of `affine_map<…>` and `affine_set<…>`. */
export function parseAffineMapOrIntegerSet(parser: TokenParser): AffineMap | IntegerSet {
  const { affine } = parser.context;
  const names = new Map<string, AffineExpr>();
  const bind = (make: (position: number) => AffineExpr) => {
    let position = 0;
    return (): void => {
      if (parser.kind !== 'bare-identifier') parser.wrongToken('expected bare identifier');
      const name = parser.lexer.text();
      if (names.has(name)) parser.error(`redefinition of identifier '${name}'`);
      names.set(name, make(position++));
      parser.lexer.advance();
    };
  };
  parser.expect('(');
  parser.commaSeparatedUntil(')', bind((position) => affine.dim(position)));
  const numDims = names.size;
  if (parser.consumeIf('[')) parser.commaSeparatedUntil(']', bind((position) => affine.symbol(position)));
  const numSymbols = names.size - numDims;
  const expression = new AffineExpressionParser(parser, () => names.get(parser.lexer.text()));

  if (parser.consumeIf('->')) {
    const results: AffineExpr[] = [];
    parser.expect('(');
    parser.commaSeparatedUntil(')', () => results.push(expression.parse()));
    return affine.map(numDims, numSymbols, results);
  }
  if (!parser.consumeIf(':')) parser.wrongToken("expected '->' or ':'");
  const constraints: AffineConstraint[] = [];
  parser.expect('(');
  parser.commaSeparatedUntil(')', () => constraints.push(parseConstraint(parser, expression)));
  // MLIR spells the set without constraints `0 == 0`.
  if (constraints.length === 0) constraints.push({ expr: affine.constant(0), equality: true });
  return affine.set(numDims, numSymbols, constraints);
}

/** Like `[%i + 1, symbol(%n)]`: SSA names are dims, inside `symbol(…)` symbols; a name that comes twice is one operand. */
export function parseAffineMapOfSsaIds(
  parser: TokenParser,
  delimiter: 'square' | 'paren',
  parseOperand: () => UnresolvedOperand,
): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] } {
  const operands = new SsaIdOperands(parser, parseOperand);
  const expression = new AffineExpressionParser(parser, () => operands.resolve());
  const results: AffineExpr[] = [];
  parser.expect(delimiter === 'square' ? '[' : '(');
  parser.commaSeparatedUntil(delimiter === 'square' ? ']' : ')', () => results.push(expression.parse()));
  const { dims, symbols } = operands;
  const { affine } = parser.context;
  const isIdentity = symbols.length === 0 && results.length === dims.length && results.every((expr, i) => expr === affine.dim(i));
  const map = isIdentity ? affine.identityMap(dims.length) : affine.map(dims.length, symbols.length, results);
  return { map, dims, symbols };
}

/** One affine expression over SSA names, as in the bounds of `affine.parallel`: a map of one result. */
export function parseAffineExprOfSsaIds(
  parser: TokenParser,
  parseOperand: () => UnresolvedOperand,
): { map: AffineMap; dims: UnresolvedOperand[]; symbols: UnresolvedOperand[] } {
  const operands = new SsaIdOperands(parser, parseOperand);
  const result = new AffineExpressionParser(parser, () => operands.resolve()).parse();
  const { dims, symbols } = operands;
  return { map: parser.context.affine.map(dims.length, symbols.length, [result]), dims, symbols };
}

/** The SSA names in an affine expression, in order of first appearance. */
class SsaIdOperands {
  readonly dims: UnresolvedOperand[] = [];
  readonly symbols: UnresolvedOperand[] = [];
  private readonly parser: TokenParser;
  private readonly parseOperand: () => UnresolvedOperand;

  constructor(parser: TokenParser, parseOperand: () => UnresolvedOperand) {
    this.parser = parser;
    this.parseOperand = parseOperand;
  }

  /** The dim or symbol of the SSA name (or `symbol(%name)`) that stands here; leaves the last token of it current. */
  resolve(): AffineExpr | undefined {
    const { parser } = this;
    if (parser.kind === 'percent-identifier') return this.take(false);
    if (!parser.consumeKeyword('symbol')) return undefined;
    parser.expect('(');
    const expr = this.take(true);
    parser.expect(')');
    return expr;
  }

  private take(isSymbol: boolean): AffineExpr {
    const { affine } = this.parser.context;
    const operand = this.parseOperand();
    const isSame = ({ name, number }: UnresolvedOperand): boolean => name === operand.name && number === operand.number;
    const dim = this.dims.findIndex(isSame);
    if (dim >= 0) return affine.dim(dim);
    const symbol = this.symbols.findIndex(isSame);
    if (symbol >= 0) return affine.symbol(symbol);
    return isSymbol ? affine.symbol(this.symbols.push(operand) - 1) : affine.dim(this.dims.push(operand) - 1);
  }
}

function parseConstraint(parser: TokenParser, expression: AffineExpressionParser): AffineConstraint {
  const { affine } = parser.context;
  const lhs = expression.parse();
  const comparison = parser.kind;
  if (comparison !== '>' && comparison !== '<' && comparison !== '=')
    return parser.wrongToken("expected '==', '<=' or '>='");
  parser.lexer.advance();
  if (!parser.consumeIf('=')) parser.wrongToken("expected '=' after it");
  const rhs = expression.parse();
  const difference = comparison === '<' ? affine.subtract(rhs, lhs) : affine.subtract(lhs, rhs);
  return { expr: difference, equality: comparison === '=' };
}

/** Recursive descent with MLIR's two levels of precedence: `+ -` below `* floordiv ceildiv mod`. */
class AffineExpressionParser {
  private readonly parser: TokenParser;
  private readonly resolve: NameResolver;
  private operators = 0;

  constructor(parser: TokenParser, resolve: NameResolver) {
    this.parser = parser;
    this.resolve = resolve;
  }

  parse(): AffineExpr {
    const { parser } = this;
    const { affine } = parser.context;
    let sum = this.parseProduct();
    for (;;) {
      if (parser.consumeIf('+')) sum = affine.add(sum, this.parseProduct());
      else if (parser.consumeIf('-')) sum = affine.subtract(sum, this.parseProduct());
      else return sum;
      this.countOperator();
    }
  }

  private parseProduct(): AffineExpr {
    const { parser } = this;
    let product = this.parseOperand();
    for (;;) {
      const kind = this.productOperator();
      if (kind === undefined) return product;
      const at = parser.range();
      parser.lexer.advance();
      const rhs = this.parseOperand();
      this.countOperator();
      if (kind === 'mul' ? !isSymbolicOrConstant(product) && !isSymbolicOrConstant(rhs) : !isSymbolicOrConstant(rhs)) {
        const what = kind === 'mul' ? 'at least one of the multiply operands has' : `right operand of ${kind} has`;
        parser.error(`non-affine expression: ${what} to be either a constant or symbolic`, at);
      }
      product = parser.context.affine.binary(kind, product, rhs);
    }
  }

  private productOperator(): AffineBinaryKind | undefined {
    if (this.parser.kind === '*') return 'mul';
    if (this.parser.kind !== 'bare-identifier') return undefined;
    const word = this.parser.lexer.text();
    return word === 'floordiv' || word === 'ceildiv' || word === 'mod' ? word : undefined;
  }

  private parseOperand(): AffineExpr {
    const { parser } = this;
    const { affine } = parser.context;
    switch (parser.kind) {
      case 'integer':
        return affine.constant(parser.integerToken());
      case '(':
        return parser.nested(() => {
          parser.lexer.advance();
          if (parser.kind === ')') parser.error('no expression inside parentheses');
          const inner = this.parse();
          parser.expect(')');
          return inner;
        });
      case '-':
        return parser.nested(() => {
          parser.lexer.advance();
          return affine.negate(this.parseOperand());
        });
      case 'bare-identifier':
      case 'percent-identifier': {
        const at = parser.lexer.start;
        const expr = this.resolve();
        if (expr === undefined) {
          if (parser.kind === 'percent-identifier') return parser.wrongToken('expected bare identifier');
          return parser.error('use of undeclared identifier');
        }
        // Resolvers of plain names look only; those of SSA names take the tokens.
        if (parser.lexer.start === at) parser.lexer.advance();
        return expr;
      }
      default:
        return parser.wrongToken('expected affine expression');
    }
  }

  private countOperator(): void {
    if (++this.operators > MAX_OPERATORS) this.parser.error(`affine expression of more than ${MAX_OPERATORS} operators`);
  }
}
