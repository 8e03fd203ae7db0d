import { ConstantKind, type GlobalVariable, type LlvmFunction, type LlvmModule } from '@mlir2zk/llvm-emit';
import { buildOperation, Block, Region, type Attribute, type Context, type Operation } from '@mlir2zk/mlir-parser';
import { ConstantCounterparts } from './constant-counterpart.js';
import { functionBody, type DialectTarget } from './function-counterpart.js';
import { TypeCounterparts } from './type-counterpart.js';

/**
 * The module as MLIR of the llvm dialect, from which `mlir-translate` makes it again.
 *
 * @throws TypeError for what no lowering here emits and the dialect does not have, such as field types
 */
export function toLlvmDialect(module: LlvmModule, context: Context): Operation {
  const types = new TypeCounterparts(context);
  const target: DialectTarget = { context, types, constants: new ConstantCounterparts(module, context, types) };
  const body = new Block();
  for (const global of module.globals) body.append(globalOperation(global, module, target));
  for (const fn of module.functions) if (!fn.name.startsWith('llvm.')) body.append(functionOperation(fn, target));
  const region = new Region();
  region.addBlock(body);
  return buildOperation(context, 'builtin.module', { regions: [region], attributes: moduleAttributes(module, context) });
}

function moduleAttributes({ dataLayout, targetTriple }: LlvmModule, context: Context): Record<string, Attribute> {
  return {
    ...(dataLayout === undefined ? {} : { 'llvm.data_layout': context.stringAttr(dataLayout) }),
    ...(targetTriple === undefined ? {} : { 'llvm.target_triple': context.stringAttr(targetTriple) }),
  };
}

function linkageAttribute(linkage: string, context: Context): Attribute {
  return context.dialectAttr('llvm', `linkage<${linkage === '' ? 'external' : linkage}>`);
}

function globalOperation(global: GlobalVariable, module: LlvmModule, { context, types, constants }: DialectTarget): Operation {
  const attributes: Record<string, Attribute> = {
    sym_name: context.stringAttr(global.name),
    global_type: context.typeAttr(types.of(global.valueType)),
    linkage: linkageAttribute(global.linkage, context),
  };
  if (global.constant) attributes['constant'] = context.unitAttr;
  if (global.align !== 0) attributes['alignment'] = context.integerAttr(context.integerType(64), global.align);
  const { initializer } = global;
  const region = new Region();
  if (initializer !== undefined && module.constants.kindOf(initializer) === ConstantKind.undef) {
    const block = region.addBlock(new Block());
    const undef = constants.operation(initializer);
    block.append(undef);
    block.append(buildOperation(context, 'llvm.return', { operands: [undef.result(0)] }));
  } else if (initializer !== undefined) attributes['value'] = constants.attribute(initializer);
  return buildOperation(context, 'llvm.mlir.global', { regions: [region], attributes });
}

function functionOperation(fn: LlvmFunction, target: DialectTarget): Operation {
  const { context, types } = target;
  return buildOperation(context, 'llvm.func', {
    regions: [fn.isDeclaration ? new Region() : functionBody(fn, target)],
    attributes: {
      sym_name: context.stringAttr(fn.name),
      function_type: context.typeAttr(types.of(fn.type)),
      linkage: linkageAttribute(fn.linkage, context),
    },
  });
}
