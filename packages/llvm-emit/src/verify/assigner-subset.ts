import { attributeText, hasAttribute } from '../ir/attribute.js';
import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { GaloisFieldName } from '../ir/galois-field.js';
import { globalName } from '../ir/identifier.js';
import type { GlobalVariable, LlvmModule } from '../ir/module.js';
import { Opcode, opcodes } from '../ir/opcode.js';
import type { Type } from '../ir/type.js';
import { forEachValueOperand } from '../ir/value-operands.js';
import { textOf } from '../text/byte-writer.js';
import { writeTypedConstant } from '../text/constant-writer.js';
import { CIRCUIT_ATTRIBUTE, DATA_LAYOUT, PRIVATE_INPUT_ATTRIBUTE } from '../zkllvm/flavour.js';
import { intrinsicOf } from '../zkllvm/intrinsics.js';
import { CalleeGlobals } from './callee-globals.js';
import { FindingList } from './finding.js';
import type { Finding } from './finding.js';
import { callProblem, directCallee } from './subset-call.js';
import { subsetRules } from './subset-rules.js';
import { inputProblem, memoryTypeProblem, registerTypeProblem } from './subset-types.js';

/** What {@link verifyAssignerSubset} takes for granted. */
export interface SubsetOptions {
  /** The field of the circuit's cells (`-e` of the assigner). */
  readonly nativeField?: GaloisFieldName;
}

/**
 * Everything in a module that today's zkLLVM assigner does not interpret, interprets otherwise than LLVM does, or leaves
 * unconstrained: types, constants, instructions, calls, globals, arguments and attributes. A module without findings is
 * straight-line code on integers and native field elements.
 *
 * `udiv` passes although the remainder that its component guesses is not range-checked: code that relies on the quotient
 * must check `0 <= a - q * b < b` itself.
 */
export function verifyAssignerSubset(module: LlvmModule, options: SubsetOptions = {}): Finding[] {
  return new SubsetVerifier(module, options.nativeField ?? 'pallas_base').verify();
}

class SubsetVerifier {
  private readonly module: LlvmModule;
  private readonly native: GaloisFieldName;
  private readonly list = new FindingList();
  private readonly calleeGlobals: CalleeGlobals;

  constructor(module: LlvmModule, native: GaloisFieldName) {
    this.module = module;
    this.native = native;
    this.calleeGlobals = new CalleeGlobals(module);
  }

  verify(): Finding[] {
    const { module, list } = this;
    if (module.dataLayout !== DATA_LAYOUT) {
      list.other(`the data layout must be "${DATA_LAYOUT}"`, `target datalayout = "${module.dataLayout ?? ''}"`);
    }
    const circuits = module.functions.filter(({ attributes }) => hasAttribute(attributes, CIRCUIT_ATTRIBUTE));
    if (circuits.length === 0) list.other('Entry point is not found: no function has the attribute circuit', '');
    for (const extra of circuits.slice(1)) {
      list.other('More then one functions with [[circuit]] attribute in the module', '', extra.name);
    }
    for (const global of module.globals) this.global(global);
    for (const fn of module.functions) {
      if (fn.isDeclaration) continue;
      this.signature(fn, fn === circuits[0]);
      this.body(fn, fn === circuits[0]);
    }
    for (const fn of this.calleeGlobals.recursive()) list.other('recursion does not end', '', fn.name);
    return list.findings;
  }

  private global({ name, valueType, initializer }: GlobalVariable): void {
    const { list, native } = this;
    const text = globalName(name);
    const problem =
      valueType.kind === 'vector' ? 'globals of vector type are not interpreted' : memoryTypeProblem(valueType, native);
    if (problem !== undefined) list.other(problem, text);
    if (initializer === undefined) list.other('a global without an initializer has no value', text);
    else this.initializer(initializer, text);
  }

  private initializer(id: ValueId, text: string): void {
    const { constants } = this.module;
    const report = (reason: string): void => {
      this.list.other(reason, `${text}: ${textOf((writer) => { writeTypedConstant(writer, this.module, id); })}`);
    };
    switch (constants.kindOf(id)) {
      case ConstantKind.aggregate:
        for (const element of constants.elementsOf(id)) this.initializer(element, text);
        return;
      case ConstantKind.integer:
        if (isNegative(this.module, id)) report(NEGATIVE);
        return;
      case ConstantKind.bytes:
        if (constants.bytesOf(id).some((byte) => byte >= 0x80)) report(NEGATIVE);
        return;
      case ConstantKind.field:
      case ConstantKind.null:
      case ConstantKind.zero:
        return;
      case ConstantKind.undef:
      case ConstantKind.poison:
      case ConstantKind.float:
      case ConstantKind.data:
      case ConstantKind.global:
      case ConstantKind.metadata:
      case ConstantKind.expression:
        report('initializers may consist of integers, field elements and null only');
        return;
    }
  }

  private signature(fn: LlvmFunction, circuit: boolean): void {
    const { list, native } = this;
    const { returnType, varargs } = fn.type;
    if (varargs) list.other('variadic functions are not interpreted', globalName(fn.name));
    const returnProblem = registerTypeProblem(returnType, native);
    if (returnProblem !== undefined) list.other(returnProblem, `result '${returnType.text}'`, fn.name);
    if (fn.personality !== undefined) list.other('exceptions are not interpreted', 'personality', fn.name);
    fn.parameters.forEach((parameter, index) => {
      const text = [parameter.type.text, ...parameter.attributes.map((a) => attributeText(a)), `%${parameter.name ?? index}`];
      const problem = circuit ? inputProblem(parameter, native) : registerTypeProblem(parameter.type, native);
      if (problem !== undefined) list.other(problem, text.join(' '), fn.name);
      if (!circuit && hasAttribute(parameter.attributes, PRIVATE_INPUT_ATTRIBUTE)) {
        list.other('only the circuit function has inputs', text.join(' '), fn.name);
      }
    });
    if (fn.blockOrder.length > 1) list.other('the body must be one block', `${fn.blockOrder.length} blocks`, fn.name);
  }

  private body(fn: LlvmFunction, circuit: boolean): void {
    const { list, native } = this;
    const touched = circuit ? new Set<GlobalVariable>() : undefined;
    for (let index = 0; index < fn.instructionCount; index++) {
      const info = opcodes[fn.opcodes[index]];
      const context = { fn, index, native };
      const problem =
        subsetRules[info.name](context) ?? (info.form === 'call' ? callProblem(context) : undefined) ?? this.types(fn, index);
      if (problem !== undefined) {
        list.instruction(fn, index, problem);
        continue;
      }
      this.constants(fn, index);
      if (touched !== undefined) this.globalsInOrder(fn, index, touched);
    }
  }

  /** The types of the result and of all operands. */
  private types(fn: LlvmFunction, index: number): string | undefined {
    const { types } = this.module;
    let problem = this.typeProblem(types.at(fn.types[index]));
    forEachValueOperand(fn, index, (value) => {
      problem ??= this.typeProblem(types.at(fn.typeIdOf(value)));
    });
    return problem;
  }

  private readonly typeProblems: Array<string | null | undefined> = [];

  private typeProblem(type: Type): string | undefined {
    const known = this.typeProblems[type.id];
    if (known !== undefined) return known ?? undefined;
    const problem = registerTypeProblem(type, this.native);
    this.typeProblems[type.id] = problem ?? null;
    return problem;
  }

  /** The constant operands of an instruction. */
  private constants(fn: LlvmFunction, index: number): void {
    const { list } = this;
    const code = fn.opcodes[index];
    const isCall = code === Opcode.call;
    const callee = isCall ? directCallee(fn, index) : undefined;
    const circuitParts = callee === undefined ? undefined : intrinsicOf(callee.name)?.constantPositions;
    forEachValueOperand(fn, index, (value, position) => {
      if (value >= 0 || (isCall && position === 0)) return;
      if (circuitParts?.includes(position - 1) === true) return;
      // The assigner counts these in the field, or only asks whether they are zero.
      const signFree = code === Opcode.getelementptr || (code === Opcode.select && position === 0);
      const problem = this.constantProblem(value, signFree);
      if (problem !== undefined) list.instruction(fn, index, problem);
    });
  }

  private constantProblem(id: ValueId, signFree: boolean): string | undefined {
    const { constants } = this.module;
    switch (constants.kindOf(id)) {
      case ConstantKind.integer:
        return !signFree && isNegative(this.module, id) ? NEGATIVE : undefined;
      case ConstantKind.poison:
        return 'poison is read as the number 0, also for vectors: use undef';
      case ConstantKind.float:
        return 'floating point is not interpreted: the assigner aborts';
      case ConstantKind.zero:
        return 'zeroinitializer is not read as an operand: write the elements out';
      case ConstantKind.bytes:
      case ConstantKind.data:
        return 'constant arrays are not read as operands';
      case ConstantKind.aggregate:
        if (constants.typeOf(id).kind !== 'vector') return 'constant aggregates are not read as operands';
        return constants.elementsOf(id).map((element) => this.constantProblem(element, signFree)).find((p) => p !== undefined);
      case ConstantKind.expression: {
        const { opcode, operands } = constants.expressionOf(id);
        if (opcode !== Opcode.getelementptr) return `constant expression '${opcodes[opcode].name}' is not interpreted`;
        return operands.map((operand) => this.constantProblem(operand, true)).find((p) => p !== undefined);
      }
      case ConstantKind.field:
      case ConstantKind.null:
      case ConstantKind.undef:
      case ConstantKind.global:
      case ConstantKind.metadata:
        return undefined;
    }
  }

  /** A global that a callee is the first to use is allocated in the callee's frame and dangles after its return. */
  private globalsInOrder(fn: LlvmFunction, index: number, touched: Set<GlobalVariable>): void {
    for (const global of this.calleeGlobals.usedDirectly(fn, index)) touched.add(global);
    if (fn.opcodes[index] !== Opcode.call) return;
    const callee = directCallee(fn, index);
    if (callee === undefined || callee.isDeclaration) return;
    for (const global of this.calleeGlobals.usedBy(callee)) {
      if (touched.has(global)) continue;
      touched.add(global);
      this.list.instruction(
        fn,
        index,
        `${globalName(global.name)} is first used in a callee, so it dangles afterwards: use it in @${fn.name} before`,
      );
    }
  }
}

const NEGATIVE = 'a negative literal (or true) is read as p - |n|: compute it as a field element';

function isNegative(module: LlvmModule, id: ValueId): boolean {
  const { constants } = module;
  const value = constants.numberOf(id);
  const type = constants.typeOf(id);
  // Literals of more than 64 bits are read unsigned.
  if (type.kind !== 'integer' || type.width > 64) return false;
  return Number.isNaN(value) ? constants.bigintOf(id) < 0n : value < 0;
}
