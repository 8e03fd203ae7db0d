import type { MlirAttribute, MlirBlock, MlirLocation, MlirOperation, MlirRegion, MlirValue } from './operation.js';

/** `enum AttributeKind` of driver/snapshot.cpp, in its order. */
const attributeKinds = [
  'other', 'unit', 'integer', 'float', 'string', 'array', 'dictionary', 'type', 'symbol', 'dense', 'dense-array',
] as const satisfies readonly MlirAttribute['kind'][];

/** `enum LocationKind` of driver/snapshot.cpp, in its order. */
const locationKinds = ['unknown', 'file', 'name', 'callsite', 'fused', 'other'] as const satisfies readonly MlirLocation['kind'][];


const decoder = new TextDecoder();

/** Reads what driver/snapshot.cpp writes; the format is described there. */
export function readSnapshot(bytes: Uint8Array<ArrayBuffer>): MlirOperation {
  return new SnapshotReader(bytes).read();
}

class SnapshotReader {
  readonly #words: Uint32Array;
  readonly #heap: Uint8Array;
  readonly #sections: { readonly strings: number; readonly types: number; readonly attributes: number; readonly locations: number };
  /** Where the next word of the operations is. */
  #next: number;

  readonly #strings: string[] = [];
  readonly #attributes = new Map<number, MlirAttribute>();
  readonly #locations = new Map<number, MlirLocation>();
  // Values and blocks may be used before they are defined, so each use is filled in at the end.
  readonly #values: MlirValue[] = [];
  readonly #blocks: MlirBlock[] = [];
  readonly #uses: (() => void)[] = [];

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    const sizes = new Uint32Array(bytes.buffer, bytes.byteOffset, 5);
    const [strings = 0, types = 0, attributes = 0, locations = 0, operations = 0] = sizes;
    const wordCount = 5 + strings + types + attributes + locations + operations;
    this.#words = new Uint32Array(bytes.buffer, bytes.byteOffset, wordCount);
    this.#heap = bytes.subarray(wordCount * 4);
    this.#sections = {
      strings: 5,
      types: 5 + strings,
      attributes: 5 + strings + types,
      locations: 5 + strings + types + attributes,
    };
    this.#next = this.#sections.locations + locations;
  }

  read(): MlirOperation {
    const module = this.#operation(undefined);
    for (const fillIn of this.#uses) fillIn();
    return module;
  }

  #operation(parent: MlirBlock | undefined): MlirOperation {
    const name = this.#string(this.#take());
    const location = this.#location(this.#take());
    const [operandCount, resultCount, attributeCount, successorCount, regionCount] = [
      this.#take(),
      this.#take(),
      this.#take(),
      this.#take(),
      this.#take(),
    ];
    const operands: MlirValue[] = [];
    const successors: MlirBlock[] = [];
    const operandNumbers = this.#takeAll(operandCount);
    const results: MlirValue[] = [];
    const regions: MlirRegion[] = [];
    const attributes = new Map<string, MlirAttribute>();
    const operation: MlirOperation = { name, location, operands, results, attributes, successors, regions, parent };
    for (let index = 0; index < resultCount; index += 1) {
      const number = this.#take();
      const result: MlirValue = { kind: 'result', type: this.#type(this.#take()), owner: operation, index };
      results.push(result);
      this.#values[number] = result;
    }
    for (let index = 0; index < attributeCount; index += 1) {
      attributes.set(this.#string(this.#take()), this.#attribute(this.#take()));
    }
    const successorNumbers = this.#takeAll(successorCount);
    for (let index = 0; index < regionCount; index += 1) regions.push(this.#region(operation));
    this.#uses.push(() => {
      for (const number of operandNumbers) operands.push(defined(this.#values[number]));
      for (const number of successorNumbers) successors.push(defined(this.#blocks[number]));
    });
    return operation;
  }

  #region(parent: MlirOperation): MlirRegion {
    const blocks: MlirBlock[] = [];
    const region: MlirRegion = { parent, blocks };
    const blockCount = this.#take();
    for (let index = 0; index < blockCount; index += 1) blocks.push(this.#block(region));
    return region;
  }

  #block(parent: MlirRegion): MlirBlock {
    const number = this.#take();
    const argumentCount = this.#take();
    const operationCount = this.#take();
    const blockArguments: MlirValue[] = [];
    const operations: MlirOperation[] = [];
    const block: MlirBlock = { parent, arguments: blockArguments, operations };
    this.#blocks[number] = block;
    for (let index = 0; index < argumentCount; index += 1) {
      const value = this.#take();
      const type = this.#type(this.#take());
      const argument: MlirValue = { kind: 'argument', type, owner: block, index, location: this.#location(this.#take()) };
      blockArguments.push(argument);
      this.#values[value] = argument;
    }
    for (let index = 0; index < operationCount; index += 1) operations.push(this.#operation(block));
    return block;
  }

  #attribute(start: number): MlirAttribute {
    const known = this.#attributes.get(start);
    if (known !== undefined) return known;
    const attribute = this.#attributeAt(this.#sections.attributes + start);
    this.#attributes.set(start, attribute);
    return attribute;
  }

  #attributeAt(at: number): MlirAttribute {
    const kind = defined(attributeKinds[this.#word(at)]);
    const first = at + 1;
    switch (kind) {
      case 'unit':
        return { kind };
      case 'integer':
        return { kind, type: this.#type(this.#word(first)), value: BigInt(this.#string(this.#word(first + 1))) };
      case 'float': {
        const bits = new DataView(new ArrayBuffer(8));
        bits.setUint32(0, this.#word(first + 1), true);
        bits.setUint32(4, this.#word(first + 2), true);
        return {
          kind,
          type: this.#type(this.#word(first)),
          value: bits.getFloat64(0, true),
          text: this.#string(this.#word(first + 3)),
        };
      }
      case 'string':
        return { kind, value: this.#string(this.#word(first)) };
      case 'array':
        return { kind, elements: this.#listAt(first).map((start) => this.#attribute(start)) };
      case 'dictionary': {
        const entries = new Map<string, MlirAttribute>();
        for (let index = 0; index < this.#word(first); index += 1) {
          const entry = first + 1 + index * 2;
          entries.set(this.#string(this.#word(entry)), this.#attribute(this.#word(entry + 1)));
        }
        return { kind, entries };
      }
      case 'type':
        return { kind, type: this.#type(this.#word(first)) };
      case 'symbol':
        return { kind, path: this.#listAt(first).map((string) => this.#string(string)) };
      case 'dense':
        return {
          kind,
          type: this.#type(this.#word(first)),
          isSplat: this.#word(first + 1) !== 0,
          bytes: this.#bytes(this.#word(first + 2), this.#word(first + 3)),
        };
      case 'dense-array':
        return {
          kind,
          elementType: this.#type(this.#word(first)),
          bytes: this.#bytes(this.#word(first + 1), this.#word(first + 2)),
        };
      case 'other':
        return { kind, text: this.#string(this.#word(first)) };
    }
  }

  #location(start: number): MlirLocation {
    const known = this.#locations.get(start);
    if (known !== undefined) return known;
    const location = this.#locationAt(this.#sections.locations + start);
    this.#locations.set(start, location);
    return location;
  }

  #locationAt(at: number): MlirLocation {
    const kind = defined(locationKinds[this.#word(at)]);
    const first = at + 1;
    switch (kind) {
      case 'unknown':
        return { kind };
      case 'file':
        return {
          kind,
          file: this.#string(this.#word(first)),
          line: this.#word(first + 1),
          column: this.#word(first + 2),
        };
      case 'name':
        return { kind, name: this.#string(this.#word(first)), child: this.#location(this.#word(first + 1)) };
      case 'callsite':
        return {
          kind,
          callee: this.#location(this.#word(first)),
          caller: this.#location(this.#word(first + 1)),
        };
      case 'fused':
        return { kind, locations: this.#listAt(first).map((start) => this.#location(start)) };
      case 'other':
        return { kind, text: this.#string(this.#word(first)) };
    }
  }

  #type(index: number): string {
    return this.#string(this.#word(this.#sections.types + index));
  }

  #string(index: number): string {
    const known = this.#strings[index];
    if (known !== undefined) return known;
    const at = this.#sections.strings + index * 2;
    const text = decoder.decode(this.#bytes(this.#word(at), this.#word(at + 1)));
    this.#strings[index] = text;
    return text;
  }

  #bytes(offset: number, length: number): Uint8Array {
    return this.#heap.subarray(offset, offset + length);
  }

  /** A count and that many words. */
  #listAt(at: number): number[] {
    return [...this.#words.subarray(at + 1, at + 1 + this.#word(at))];
  }

  #word(at: number): number {
    return defined(this.#words[at]);
  }

  #take(): number {
    const word = this.#word(this.#next);
    this.#next += 1;
    return word;
  }

  #takeAll(count: number): Uint32Array {
    const words = this.#words.subarray(this.#next, this.#next + count);
    this.#next += count;
    return words;
  }
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('the snapshot of the module is malformed');
  return value;
}
