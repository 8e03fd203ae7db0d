import { AffineForOp, ArithMulfOp, createContext, OpBuilder, parseModule, printModule, SourceFile, verifyModule } from '@mlir2zk/mlir-parser';

const text = `func.func @double(%m: memref<8xf32>, %two: f32) {
  affine.for %i = 0 to 8 {
    %x = affine.load %m[%i] : memref<8xf32>
    %y = arith.mulf %x, %two : f32
    affine.store %y, %m[%i] : memref<8xf32>
  }
  return
}`;
const context = createContext();
const module = parseModule(new SourceFile('double.mlir', text), context);
module.walk((op) => {
  const loop = AffineForOp.from(op);
  if (loop !== undefined) loop.step = context.indexAttr(2);
  const product = ArithMulfOp.from(op);
  if (product === undefined) return;
  const sum = OpBuilder.before(context, op).create('arith.addf', { operands: [product.lhs, product.lhs], resultTypes: [product.result.type] });
  product.result.replaceAllUsesWith(sum.result(0));
  op.erase();
});
verifyModule(module, context);
console.log(printModule(module));
