import type { Attribute, AttributeList } from '../ir/attribute.js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { CallSite } from '../ir/function.js';
import { LlvmModule } from '../ir/module.js';
import type { FloatType, FunctionType, IntegerType, PointerType, Type } from '../ir/type.js';

/** How the types, constants, names and attributes of one module become those of another. */
export abstract class ModuleCopy {
  readonly source: LlvmModule;
  readonly target = new LlvmModule();
  private readonly inMemory = new Map<number, Type>();

  constructor(source: LlvmModule) {
    this.source = source;
  }

  /** What stands for a type that is no aggregate, in memory; undefined where it stays as it is. */
  protected abstract memoryScalar(type: Type): Type | undefined;
  protected abstract memoryVector(length: number, element: Type): Type;
  /** What stands for the type of a value in a register; undefined where that is as in memory. */
  protected abstract registerScalar(type: Type): Type | undefined;
  /** A field constant as part of an aggregate, or an aggregate that stands for one; undefined where neither is the case. */
  protected abstract memoryConstant(id: ValueId): ValueId | undefined;
  protected abstract triple(triple: string | undefined): string | undefined;
  protected abstract renamed(name: string): string;
  protected abstract attribute(attribute: Attribute): Attribute;
  /** Whether the function is one that the other module has no use for. */
  protected abstract isDropped(fn: LlvmFunction): boolean;
  protected abstract copyBody(from: LlvmFunction, to: LlvmFunction): void;

  copy(): LlvmModule {
    const { source, target } = this;
    target.sourceFileName = source.sourceFileName;
    target.dataLayout = source.dataLayout;
    target.targetTriple = this.triple(source.targetTriple);
    for (const [name, selection] of source.comdats) target.comdats.set(name, selection);
    for (const struct of source.types.structs()) this.memoryType(struct);
    const globals = source.globals.map((global) => {
      const type = this.memoryType(global.valueType);
      const { linkage, keywords, align, section, comdat, metadata } = global;
      const copied = target.addGlobal(global.name, type, undefined, global.constant, global.addressSpace);
      return [global, Object.assign(copied, { linkage, keywords, align, section, comdat, metadata })] as const;
    });
    const functions = source.functions
      .filter((fn) => !this.isDropped(fn))
      .map((fn) => [fn, this.declare(fn)] as const);
    for (const [from, to] of globals) {
      to.initializer = from.initializer === undefined ? undefined : this.constant(from.initializer);
    }
    this.copyMetadata();
    for (const [from, to] of functions) {
      if (from.personality !== undefined) to.personality = this.constant(from.personality);
      if (!from.isDeclaration) this.copyBody(from, to);
    }
    return target;
  }

  /** The type of memory. */
  memoryType(type: Type): Type {
    const known = this.inMemory.get(type.id);
    if (known !== undefined) return known;
    const made = this.memoryScalar(type) ?? this.rebuilt(type);
    this.inMemory.set(type.id, made);
    return made;
  }

  /** The type of a value in a register, or of a function. */
  registerType(type: Type): Type {
    if (type.kind === 'function') return this.functionType(type);
    return this.registerScalar(type) ?? this.memoryType(type);
  }

  functionType(type: FunctionType): FunctionType {
    const parameters = type.parameters.map((parameter) => this.registerType(parameter));
    return this.target.types.function(this.registerType(type.returnType), parameters, type.varargs);
  }

  private rebuilt(type: Type): Type {
    const { types } = this.target;
    switch (type.kind) {
      case 'void':
        return types.void;
      case 'label':
        return types.label;
      case 'metadata':
        return types.metadata;
      case 'integer':
        return types.int(type.width);
      case 'float':
        return types.float(type.name);
      case 'field':
        return types.field(type.field.name);
      case 'curve':
        return types.curve(type.curve.name);
      case 'pointer':
        return types.pointer(type.addressSpace);
      case 'target':
        return types.target(type.name, type.typeParameters.map((each) => this.memoryType(each)), type.integerParameters);
      case 'array':
        return types.array(type.length, this.memoryType(type.element));
      case 'vector':
        return this.memoryVector(type.length, type.element);
      case 'struct': {
        const fields = type.fields?.map((field) => this.memoryType(field));
        if (type.name === undefined) return types.struct(fields ?? [], type.packed);
        if (fields !== undefined) types.defineStruct(type.name, fields, type.packed);
        return types.namedStruct(type.name);
      }
      case 'function':
        return this.functionType(type);
    }
  }

  /** A constant that is no scalar of a field. */
  constant(id: ValueId): ValueId {
    const made = this.memoryConstant(id);
    if (made !== undefined) return made;
    const { constants } = this.source;
    const to = this.target.constants;
    const sourceType = constants.typeOf(id);
    const type = this.memoryType(sourceType);
    switch (constants.kindOf(id)) {
      case ConstantKind.integer:
        return to.int(type as IntegerType, constants.bigintOf(id)); // integers keep their type
      case ConstantKind.float:
        return to.floatOfBits(type as FloatType, constants.floatBitsOf(id)); // floats too
      case ConstantKind.field:
        throw new TypeError('a field constant is made where it is used');
      case ConstantKind.null:
        return to.null(type as PointerType); // pointers too
      case ConstantKind.undef:
        return to.undef(type);
      case ConstantKind.poison:
        return to.poison(type);
      case ConstantKind.zero:
        return to.zero(type);
      case ConstantKind.aggregate:
        return to.aggregate(type, constants.elementsOf(id).map((element) => this.constant(element)));
      case ConstantKind.bytes:
        return to.bytes(constants.bytesOf(id));
      case ConstantKind.data:
        if (type.kind !== 'array') throw new TypeError('only arrays are data');
        return to.data(type, constants.dataOf(id));
      case ConstantKind.global:
        return this.target.addressOf(this.renamed(constants.globalOf(id).name), 0, type as PointerType); // addresses are pointers
      case ConstantKind.expression: {
        const { opcode, operands, flags, sourceType: element } = constants.expressionOf(id);
        return to.expression(type, {
          opcode,
          operands: operands.map((operand) => this.constant(operand)),
          flags,
          sourceType: element === undefined ? undefined : this.memoryType(element),
        });
      }
      case ConstantKind.metadata:
        return to.metadata(constants.numberOf(id));
    }
  }

  attributes(list: AttributeList): AttributeList {
    return list.map((attribute) =>
      attribute.kind === 'type' ? { ...attribute, type: this.memoryType(attribute.type) } : this.attribute(attribute),
    );
  }

  callSite(site: CallSite): CallSite {
    return {
      ...site,
      functionType: site.functionType === undefined ? undefined : this.functionType(site.functionType),
      returnAttributes: this.attributes(site.returnAttributes),
      argumentAttributes: Array.from(site.argumentAttributes, (list) => this.attributes(list ?? [])),
      functionAttributes: this.attributes(site.functionAttributes),
    };
  }

  private declare(fn: LlvmFunction): LlvmFunction {
    const copied = this.target.addFunctionOfType(this.renamed(fn.name), this.functionType(fn.type));
    const { linkage, unnamedAddress, metadata, align, section, comdat } = fn;
    Object.assign(copied, { linkage, unnamedAddress, metadata, align, section, comdat });
    copied.keywords.push(...fn.keywords);
    copied.attributes = this.attributes(fn.attributes);
    copied.returnAttributes = this.attributes(fn.returnAttributes);
    fn.parameters.forEach(({ name, attributes }, index) => {
      copied.parameters[index].name = name;
      copied.parameters[index].attributes = this.attributes(attributes);
    });
    return copied;
  }

  /** Nodes keep their ids, so that whatever mentions them need not change. */
  private copyMetadata(): void {
    const { source, target } = this;
    for (let id = 0; id < source.metadata.size; id++) {
      if (!source.metadata.isDefined(id)) {
        target.metadata.reserve();
        continue;
      }
      const node = source.metadata.at(id);
      target.metadata.add(node.kind === 'value' ? { kind: 'value', value: this.constant(node.value) } : node);
    }
    for (const [name, nodes] of source.metadata.named) target.metadata.named.set(name, nodes);
  }
}
