import { ConstantKind } from '../ir/constant-pool.js';
import type { ValueId } from '../ir/constant-pool.js';
import type { LlvmFunction } from '../ir/function.js';
import type { GlobalValue, LlvmModule } from '../ir/module.js';
import { constantParts } from './constant-parts.js';
import type { MetadataContents } from './metadata-contents.js';
import { forEachConstantOperand } from './function-constants.js';

/** Marks constants that keep their number for the whole module. */
const MODULE = 0xffff_ffff;

/** Constants of one block in the order of their numbers, those that others consist of first. */
export interface ConstantRun {
  readonly ids: readonly ValueId[];
  /** The number of the first one. */
  readonly first: number;
}

/**
 * The numbers of values in bitcode: globals, functions and the constants of the module count from 0; in a function its
 * parameters, its own constants and its instructions with a result follow.
 */
export class ValueEnumerator {
  private readonly module: LlvmModule;
  private readonly metadata: MetadataContents;
  private readonly globals = new Map<GlobalValue, number>();
  /** Numbers of constants, by position in the pool; valid where the stamp is that of the module or current function. */
  private readonly constantNumbers: Uint32Array;
  private readonly stamps: Uint32Array;
  private stamp = MODULE;
  private moduleEnd = 0;
  /** Numbers of the current function's parameters and instructions, by value id. */
  private localNumbers = new Uint32Array(0);
  /** The number of the current function's first instruction with a result. */
  firstInstruction = 0;

  /** No constants may be added to the module's pool from here on. */
  constructor(module: LlvmModule, metadata: MetadataContents) {
    this.module = module;
    this.metadata = metadata;
    this.constantNumbers = new Uint32Array(module.constants.size);
    this.stamps = new Uint32Array(module.constants.size);
    for (const value of [...module.globals, ...module.functions]) this.globals.set(value, this.globals.size);
  }

  /** The number of a global or function. */
  globalNumber(value: GlobalValue): number {
    return this.globals.get(value) as number; // the constructor has numbered all of the module's
  }

  /** Numbers the constants of the module's own block. */
  enterModule(roots: Iterable<ValueId>): ConstantRun {
    this.stamp = MODULE;
    const collected = this.collectorOf();
    for (const root of roots) collected.add(root);
    const run = this.numbered(collected.ordered(), this.globals.size);
    this.moduleEnd = run.first + run.ids.length;
    return run;
  }

  /** Numbers the values of a function, instead of those of the one before. */
  enterFunction(fn: LlvmFunction, position: number): ConstantRun {
    this.stamp = position + 1;
    const collected = this.collectorOf();
    forEachConstantOperand(fn, (id) => {
      collected.add(id);
    });
    const parameters = fn.parameters.length;
    const run = this.numbered(collected.ordered(), this.moduleEnd + parameters);
    this.firstInstruction = run.first + run.ids.length;
    const locals = parameters + fn.instructionCount;
    if (this.localNumbers.length < locals) this.localNumbers = new Uint32Array(Math.max(locals, 2 * this.localNumbers.length));
    const { localNumbers } = this;
    for (let i = 0; i < parameters; i++) localNumbers[i] = this.moduleEnd + i;
    const { types } = fn;
    const voidId = this.module.types.void.id;
    let next = this.firstInstruction;
    for (let i = 0; i < fn.instructionCount; i++) {
      // A call without a result takes no number: its own would be that of the next one.
      localNumbers[parameters + i] = next;
      if (types[i] !== voidId) next++;
    }
    return run;
  }

  /** The number of a value of the current function, or of a constant of the module. */
  numberOf(id: ValueId): number {
    return id < 0 ? this.constantNumbers[~id] : this.localNumbers[id];
  }

  private numbered(ids: readonly ValueId[], first: number): ConstantRun {
    const { constantNumbers } = this;
    for (let i = 0; i < ids.length; i++) constantNumbers[~ids[i]] = first + i;
    return { ids, first };
  }

  private collectorOf(): ConstantCollector {
    const { stamps, stamp, module, metadata, constantNumbers } = this;
    return new ConstantCollector(module, (id) => {
      const at = ~id;
      if (stamps[at] === stamp || stamps[at] === MODULE) return false;
      if (module.constants.kindOf(id) === ConstantKind.global) {
        stamps[at] = MODULE;
        constantNumbers[at] = this.globalNumber(module.constants.globalOf(id));
        return false;
      }
      if (module.constants.kindOf(id) === ConstantKind.metadata) {
        stamps[at] = MODULE;
        constantNumbers[at] = metadata.numberOf(module.constants.numberOf(id));
        return false;
      }
      stamps[at] = stamp;
      return true;
    });
  }
}

/** Puts constants in order: single values by type, so that a type is named once, then those that consist of others. */
class ConstantCollector {
  private readonly module: LlvmModule;
  /** True the first time that it is asked about a constant that needs a record. */
  private readonly isNew: (id: ValueId) => boolean;
  private readonly singles = new Map<number, ValueId[]>();
  private readonly compounds: ValueId[] = [];

  constructor(module: LlvmModule, isNew: (id: ValueId) => boolean) {
    this.module = module;
    this.isNew = isNew;
  }

  add(id: ValueId): void {
    if (!this.isNew(id)) return;
    const parts = constantParts(this.module.constants, id);
    if (parts === undefined) {
      const typeId = this.module.constants.typeIdOf(id);
      const sameType = this.singles.get(typeId);
      if (sameType === undefined) this.singles.set(typeId, [id]);
      else sameType.push(id);
      return;
    }
    for (const part of parts) this.add(part);
    this.compounds.push(id);
  }

  ordered(): ValueId[] {
    const ids: ValueId[] = [];
    for (const singles of this.singles.values()) for (const id of singles) ids.push(id);
    for (const id of this.compounds) ids.push(id);
    return ids;
  }
}
