import type { Attribute } from '../../ir/attribute.js';
import { denseArrayIntegers, denseIntegerArray } from '../../ir/dense-array.js';
import { denseElementReader } from '../../ir/dense-elements.js';
import { dynamicDimension } from '../../ir/type.js';
import type { CustomDirective } from '../../ods/custom-directive.js';

/** The word in `#omp<mnemonic word>` or `#omp<mnemonic(word)>`; empty for other attributes. */
function wordOf(attribute: Attribute | undefined): string {
  return attribute?.kind === 'dialect' ? (/(\w+)\)?>$/.exec(attribute.body)?.[1] ?? '') : '';
}

/** Words that differ in what they are bits of. */
function bitWords(words: Readonly<Record<string, bigint>>, type: 'i64' | 'ui64', none: string): CustomDirective {
  return {
    parse(parser, args) {
      const { context } = parser;
      let bits = 0n;
      do {
        const range = parser.nextRange();
        const word = parser.parseOptionalAnyKeyword() ?? '';
        bits |= word === none ? 0n : (words[word] ?? parser.error(`expected one of ${[none, ...Object.keys(words)].join(', ')}`, range));
      } while (parser.parseOptionalPunctuation(','));
      args.setAttribute(0, context.integerAttr(context.integerType(64, type === 'ui64' ? 'unsigned' : 'signless'), bits));
    },
    print(printer, _op, args) {
      const attribute = args.attribute(0);
      let rest = attribute?.kind === 'integer' ? attribute.value : 0n;
      const chosen: string[] = [];
      for (const [word, bits] of Object.entries(words)) {
        if ((rest & bits) !== bits) continue;
        chosen.push(word);
        rest &= ~bits;
      }
      printer.print(chosen.length === 0 ? none : chosen.join(', '));
    },
  };
}

/** `uncontended, speculative`, or `none` */
export const synchronizationHint = bitWords({ uncontended: 1n, contended: 2n, nonspeculative: 4n, speculative: 8n }, 'i64', 'none');

/** `always, tofrom`, as the bits of OpenMP's runtime. */
export const mapClause = bitWords(
  { always: 4n, implicit: 512n, close: 1024n, present: 4096n, tofrom: 3n, to: 1n, from: 2n, delete: 8n }, 'ui64', 'exit_release_or_enter_alloc',
);

/** Enums whose words stand alone; no word belongs to two. */
const clauseWords: Readonly<Record<string, readonly string[]>> = {
  procbindkind: ['primary', 'master', 'close', 'spread'],
  memoryorderkind: ['seq_cst', 'acq_rel', 'acquire', 'release', 'relaxed'],
  cancellationconstructtype: ['parallel', 'loop', 'sections', 'taskgroup'],
};

export const clauseAttr: CustomDirective = {
  parse(parser, args) {
    const word = parser.parseOptionalAnyKeyword(Object.values(clauseWords).flat()) ?? parser.error('invalid clause value');
    const mnemonic = Object.keys(clauseWords).find((name) => clauseWords[name]?.includes(word)) ?? '';
    args.setAttribute(0, parser.context.dialectAttr('omp', `<${mnemonic} ${word}>`));
  },
  print(printer, _op, args) {
    printer.print(wordOf(args.attribute(0)));
  },
};

export const captureType: CustomDirective = {
  parse(parser, args) {
    const word = parser.parseOptionalAnyKeyword(['This', 'ByRef', 'ByCopy', 'VLAType']) ?? parser.error('expected a kind of capture');
    args.setAttribute(0, parser.context.dialectAttr('omp', `<variable_capture_kind(${word})>`));
  },
  print(printer, _op, args) {
    printer.print(wordOf(args.attribute(0)));
  },
};

/** `reproducible:concurrent`: arguments: order, modifier. */
export const orderClause: CustomDirective = {
  parse(parser, args) {
    const modifier = parser.parseOptionalAnyKeyword(['reproducible', 'unconstrained']);
    if (modifier !== undefined) {
      parser.parsePunctuation(':');
      args.setAttribute(1, parser.context.dialectAttr('omp', `<order_mod ${modifier}>`));
    }
    parser.parseKeyword('concurrent');
    args.setAttribute(0, parser.context.dialectAttr('omp', '<orderkind concurrent>'));
  },
  print(printer, _op, args) {
    const modifier = wordOf(args.attribute(1));
    printer.print(`${modifier === '' ? '' : `${modifier}:`}${wordOf(args.attribute(0))}`);
  },
};

/** `static = %chunk : type, monotonic, simd`: arguments: kind, modifier, whether simd, chunk, its type. */
export const scheduleClause: CustomDirective = {
  parse(parser, args) {
    const { context } = parser;
    const kind = parser.parseOptionalAnyKeyword(['static', 'dynamic', 'guided', 'auto', 'runtime']) ?? parser.error('expected a kind of schedule');
    args.setAttribute(0, context.dialectAttr('omp', `<schedulekind ${kind}>`));
    if (parser.parseOptionalPunctuation('=')) {
      args.operands(3).push(parser.parseOperand());
      args.types(4).push(parser.parseColonType());
    }
    while (parser.parseOptionalPunctuation(',')) {
      const modifier = parser.parseOptionalAnyKeyword(['none', 'monotonic', 'nonmonotonic', 'simd']) ?? parser.error('unknown modifier of a schedule');
      if (modifier === 'simd') args.setAttribute(2, context.unitAttr);
      else args.setAttribute(1, context.dialectAttr('omp', `<sched_mod ${modifier}>`));
    }
  },
  print(printer, _op, args) {
    const [chunk] = args.operands(3);
    printer.print(wordOf(args.attribute(0)));
    if (chunk !== undefined) {
      printer.print(' = ');
      printer.printOperand(chunk);
      printer.print(' : ');
      printer.printType(chunk.type);
    }
    const modifier = wordOf(args.attribute(1));
    if (modifier !== '') printer.print(`, ${modifier}`);
    if (args.attribute(2) !== undefined) printer.print(', simd');
  },
};

/** `%allocator : type -> %variable : type, …`: arguments: variables, their types, allocators, their types. */
export const allocateAndAllocator: CustomDirective = {
  parse(parser, args) {
    do {
      args.operands(2).push(parser.parseOperand());
      args.types(3).push(parser.parseColonType());
      parser.parsePunctuation('->');
      args.operands(0).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
  },
  print(printer, _op, args) {
    for (const [index, variable] of args.operands(0).entries()) {
      const allocator = args.operands(2)[index];
      if (index > 0) printer.print(', ');
      printer.printOperand(allocator);
      printer.print(' : ');
      printer.printType(allocator.type);
      printer.print(' -> ');
      printer.printOperand(variable);
      printer.print(' : ');
      printer.printType(variable.type);
    }
  },
};

/** `taskdependin -> %a : type, …`: arguments: variables, their types, kinds. */
export const dependVarList: CustomDirective = {
  parse(parser, args) {
    const kinds: Attribute[] = [];
    do {
      const kind = parser.parseOptionalAnyKeyword() ?? parser.error('expected a kind of dependence');
      kinds.push(parser.context.dialectAttr('omp', `<clause_task_depend(${kind})>`));
      parser.parsePunctuation('->');
      args.operands(0).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(2, parser.context.arrayAttr(kinds));
  },
  print(printer, _op, args) {
    const kinds = args.attribute(2);
    for (const [index, variable] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      printer.print(`${wordOf(kinds?.kind === 'array' ? kinds.elements[index] : undefined)} -> `);
      printer.printOperand(variable);
      printer.print(' : ');
      printer.printType(variable.type);
    }
  },
};

/** `%a = %step : type, …`: arguments: variables, their types, steps. */
export const linearClause: CustomDirective = {
  parse(parser, args) {
    do {
      args.operands(0).push(parser.parseOperand());
      parser.parsePunctuation('=');
      args.operands(2).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
  },
  print(printer, _op, args) {
    for (const [index, variable] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      printer.printOperand(variable);
      printer.print(' = ');
      printer.printOperand(args.operands(2)[index]);
      printer.print(' : ');
      printer.printType(variable.type);
    }
  },
};

/** `%a : type -> 32 : i64, …`: arguments: variables, their types, alignments. */
export const alignedClause: CustomDirective = {
  parse(parser, args) {
    const alignments: Attribute[] = [];
    do {
      args.operands(0).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
      parser.parsePunctuation('->');
      alignments.push(parser.parseAttribute());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(2, parser.context.arrayAttr(alignments));
  },
  print(printer, _op, args) {
    const alignments = args.attribute(2);
    for (const [index, variable] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      printer.printOperand(variable);
      printer.print(' : ');
      printer.printType(variable.type);
      printer.print(' -> ');
      if (alignments?.kind === 'array') printer.printAttribute(alignments.elements[index]);
    }
  },
};

/** `%a -> @function : type, …`: arguments: variables, their types, functions. */
export const copyPrivateVarList: CustomDirective = {
  parse(parser, args) {
    const symbols: Attribute[] = [];
    do {
      args.operands(0).push(parser.parseOperand());
      parser.parsePunctuation('->');
      symbols.push(parser.parseAttribute());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(2, parser.context.arrayAttr(symbols));
  },
  print(printer, _op, args) {
    const symbols = args.attribute(2);
    for (const [index, variable] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      printer.printOperand(variable);
      printer.print(' -> ');
      if (symbols?.kind === 'array') printer.printAttribute(symbols.elements[index]);
      printer.print(' : ');
      printer.printType(variable.type);
    }
  },
};

/** `%a -> %argument, … : types`; the arguments are those of the body, which names them again. */
export const mapEntries: CustomDirective = {
  parse(parser, args) {
    do {
      args.operands(0).push(parser.parseOperand());
      if (parser.parseOptionalPunctuation('->')) parser.parseOperand();
    } while (parser.parseOptionalPunctuation(','));
    parser.parsePunctuation(':');
    args.types(1).push(...parser.parseTypeList());
  },
  print(printer, op, args) {
    const operands = args.operands(0);
    for (const [index, operand] of operands.entries()) {
      const argument = op.name === 'omp.target' ? op.region(0).entry?.arguments[index] : undefined;
      if (index > 0) printer.print(', ');
      printer.printOperand(operand);
      if (argument === undefined) continue;
      printer.print(' -> ');
      printer.printOperand(argument);
    }
    printer.print(' : ');
    printer.printTypes(operands.map((value) => value.type));
  },
};

/** `[0, 1], [2, -1]`, the rows of a matrix. */
export const membersIndex: CustomDirective = {
  parse(parser, args) {
    const { context } = parser;
    const rows: bigint[][] = [];
    do {
      const row: bigint[] = [];
      parser.parsePunctuation('[');
      do row.push(parser.parseInteger());
      while (parser.parseOptionalPunctuation(','));
      parser.parsePunctuation(']');
      rows.push(row);
    } while (parser.parseOptionalPunctuation(','));
    const values = rows.flat();
    const splat = values.every((value) => value === values[0]);
    const data = new Uint8Array(Int32Array.from((splat ? values.slice(0, 1) : values).map(Number)).buffer);
    args.setAttribute(0, context.denseElementsAttr(context.vectorType([rows.length, rows[0].length], context.integerType(32)), data, splat));
  },
  print(printer, _op, args) {
    const indices = args.attribute(0);
    if (indices?.kind !== 'dense-elements' || !('shape' in indices.type)) return;
    const [rows = 0, columns = 0] = indices.type.shape;
    const value = denseElementReader(indices);
    const row = (at: number): string => Array.from({ length: columns }, (_, column) => value(at * columns + column)).join(',');
    printer.print(Array.from({ length: rows === dynamicDimension ? 0 : rows }, (_, at) => `[${row(at)}]`).join(', '));
  },
};

/** `byref @symbol -> %a : type, …`: arguments: variables, their types, whether by reference, symbols. */
export const reductionVarList: CustomDirective = {
  parse(parser, args) {
    const symbols: Attribute[] = [];
    const byReference: number[] = [];
    do {
      byReference.push(parser.parseOptionalKeyword('byref') ? 1 : 0);
      symbols.push(parser.parseAttribute());
      parser.parsePunctuation('->');
      args.operands(0).push(parser.parseOperand());
      args.types(1).push(parser.parseColonType());
    } while (parser.parseOptionalPunctuation(','));
    args.setAttribute(2, denseIntegerArray(parser.context, 1, byReference));
    args.setAttribute(3, parser.context.arrayAttr(symbols));
  },
  print(printer, _op, args) {
    const byReference = denseArrayIntegers(args.attribute(2));
    const symbols = args.attribute(3);
    for (const [index, variable] of args.operands(0).entries()) {
      if (index > 0) printer.print(', ');
      if ((byReference[index] ?? 0n) !== 0n) printer.print('byref ');
      if (symbols?.kind === 'array') printer.printAttribute(symbols.elements[index]);
      printer.print(' -> ');
      printer.printOperand(variable);
      printer.print(' : ');
      printer.printType(variable.type);
    }
  },
};
