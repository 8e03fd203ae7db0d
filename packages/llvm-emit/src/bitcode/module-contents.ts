import type { ConstantPool, ValueId } from '../ir/constant-pool.js';
import { ConstantKind } from '../ir/constant-pool.js';
import { noAttributes } from '../ir/attribute.js';
import type { CallSite, LlvmFunction } from '../ir/function.js';
import type { LlvmModule } from '../ir/module.js';
import { calleeType } from '../ir/callee-type.js';
import { opcodes } from '../ir/opcode.js';
import { AttributeNumbering } from './attribute-numbering.js';
import { BitcodeError } from './bitcode-error.js';
import type { BitcodeOptions } from './bitcode-options.js';
import { forEachConstantOperand } from './function-constants.js';
import { MetadataContents } from './metadata-contents.js';
import { TypeNumbering } from './type-numbering.js';

/** Attribute lists of a function and of its call sites, by the index of the site. */
export interface FunctionAttributes {
  readonly own: number;
  readonly sites: readonly number[];
}

/** What stands before the functions in a file and depends on all of the module: its types and attributes. */
export interface ModuleContents {
  readonly types: TypeNumbering;
  readonly metadata: MetadataContents;
  /** Names of synchronisation scopes: the two that every module has, then others that are used. */
  readonly scopes: readonly string[];
  readonly attributes: AttributeNumbering;
  readonly functions: readonly FunctionAttributes[];
  /** Constants of global variables, functions and metadata: initializers, personalities and values. */
  readonly roots: readonly ValueId[];
}

/**
 * Goes through the module once.
 *
 * @throws BitcodeError for a type that bitcode does not have, and for the address of something that is not defined
 */
export function moduleContents(module: LlvmModule, options: BitcodeOptions): ModuleContents {
  const unbound = module.constants.unboundSymbol();
  if (unbound !== undefined) throw new BitcodeError('module', `@${unbound.name} is used, but neither defined nor declared`);
  const types = new TypeNumbering(module.types, options);
  const metadata = new MetadataContents(module);
  const attributes = new AttributeNumbering(types, options);
  const constantTypes = new ConstantTypes(module.constants, types);
  const roots: ValueId[] = [];
  types.note(module.types.ptr.id, 'module');
  for (const { name, valueType, initializer } of module.globals) {
    const where = `global @${name}`;
    types.note(valueType.id, where);
    if (initializer === undefined) continue;
    constantTypes.note(initializer, where);
    roots.push(initializer);
  }
  for (const constant of metadata.constants()) {
    constantTypes.note(constant, 'metadata');
    roots.push(constant);
  }
  const functions = module.functions.map((fn): FunctionAttributes => {
    const where = `function @${fn.name}`;
    types.note(fn.type.id, where);
    if (fn.personality !== undefined) {
      constantTypes.note(fn.personality, where);
      roots.push(fn.personality);
    }
    noteInstructions(fn, types, where);
    forEachConstantOperand(fn, (id) => {
      constantTypes.note(id, where);
    });
    const parameters = fn.parameters.map((parameter) => parameter.attributes);
    return {
      own: attributes.note({ returnValue: fn.returnAttributes, parameters, function: fn.attributes }, where),
      sites: fn.callSites.map((site) => attributes.note(siteAttributes(site), where)),
    };
  });
  const used = module.functions.flatMap(({ atomics }) => atomics.map(({ syncScope }) => syncScope));
  const scopes = [...new Set(['singlethread', '', ...used])];
  return { types, metadata, scopes, attributes, functions, roots };
}

function siteAttributes({ returnAttributes, argumentAttributes, functionAttributes }: CallSite) {
  return {
    returnValue: returnAttributes,
    parameters: Array.from(argumentAttributes, (list) => list ?? noAttributes),
    function: functionAttributes,
  };
}

/** Takes note of the types of results, and of those that instructions name. */
function noteInstructions(fn: LlvmFunction, types: TypeNumbering, where: string): void {
  const { types: resultTypes, extra } = fn;
  const voidId = fn.module.types.void.id;
  for (let index = 0; index < fn.instructionCount; index++) {
    if (resultTypes[index] !== voidId) types.note(resultTypes[index], where);
    switch (opcodes[fn.opcodes[index]].form) {
      case 'alloca':
      case 'getelementptr':
        types.note(extra[index], where);
        break;
      case 'call':
      case 'invoke':
        types.note(calleeType(fn, index).id, where);
        break;
      default:
    }
  }
}

/** Takes note of the types of constants and of those that they consist of, of each constant once. */
class ConstantTypes {
  private readonly constants: ConstantPool;
  private readonly types: TypeNumbering;
  private seen: Uint8Array;

  constructor(constants: ConstantPool, types: TypeNumbering) {
    this.constants = constants;
    this.types = types;
    this.seen = new Uint8Array(constants.size);
  }

  note(id: ValueId, where: string): void {
    const { constants } = this;
    const at = ~id;
    // The size of an alloca may be a constant that the pool has got since.
    if (at >= this.seen.length) {
      const larger = new Uint8Array(2 * constants.size);
      larger.set(this.seen);
      this.seen = larger;
    }
    if (this.seen[at] === 1) return;
    this.seen[at] = 1;
    this.types.note(constants.typeIdOf(id), where);
    const kind = constants.kindOf(id);
    if (kind === ConstantKind.aggregate) {
      for (const element of constants.elementsOf(id)) this.note(element, where);
    } else if (kind === ConstantKind.expression) {
      const { operands, sourceType } = constants.expressionOf(id);
      if (sourceType !== undefined) this.types.note(sourceType.id, where);
      for (const operand of operands) this.note(operand, where);
    }
  }
}
