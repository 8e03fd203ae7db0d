import type { Attribute } from '../../ir/attribute.js';
import type { Context } from '../../ir/context.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import type { Type } from '../../ir/type.js';

const defaultKind = (context: Context): Attribute => context.dialectAttr('vector', 'kind<add>');

/** `parallel` of the attribute `#vector.iterator_type<parallel>`. */
function iteratorName(attribute: Attribute): string {
  return attribute.kind === 'dialect' ? (/<(\w+)>$/.exec(attribute.body)?.[1] ?? attribute.body) : '';
}

/** `{indexing_maps = […], iterator_types = ["parallel", …], kind = …} %a, %b, %acc {attributes} : A, B into Acc` */
export const vectorContractAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const range = parser.nextRange();
    const traits = parser.parseAttribute();
    if (traits.kind !== 'dictionary') return parser.error('expected a dictionary of indexing maps and iterator types', range);
    const operands = [parser.parseOperand()];
    parser.parsePunctuation(',');
    operands.push(parser.parseOperand());
    parser.parsePunctuation(',');
    operands.push(parser.parseOperand());
    for (const [name, value] of traits.entries) result.attributes.set(name, value);
    parser.parseOptionalAttrDict();
    const iterators = result.attributes.get('iterator_types');
    if (iterators?.kind !== 'array') return parser.error("expected 'iterator_types' array attribute", range);
    const types = iterators.elements.map((iterator) => {
      if (iterator.kind === 'dialect') return iterator;
      if (iterator.kind !== 'string' || !['parallel', 'reduction'].includes(iterator.value))
        return parser.error("unexpected iterator_type: expected 'parallel' or 'reduction'", range);
      return context.dialectAttr('vector', `iterator_type<${iterator.value}>`);
    });
    result.attributes.set('iterator_types', context.arrayAttr(types));
    if (!result.attributes.has('kind')) result.attributes.set('kind', defaultKind(context));
    const lhs = parser.parseColonType();
    parser.parsePunctuation(',');
    const rhs = parser.parseType();
    parser.parseKeyword('into');
    const accumulator = parser.parseType();
    result.operands = parser.resolveOperands(operands, [lhs, rhs, accumulator], range);
    result.resultTypes = [accumulator];
  },
  print(op, printer) {
    const maps = op.attribute('indexing_maps');
    const iterators = op.attribute('iterator_types');
    const kind = op.attribute('kind');
    printer.print(' {indexing_maps = ');
    if (maps !== undefined) printer.printAttribute(maps);
    const names = iterators?.kind === 'array' ? iterators.elements.map((iterator) => `"${iteratorName(iterator)}"`) : [];
    printer.print(`, iterator_types = [${names.join(', ')}], kind = `);
    if (kind !== undefined) printer.printAttribute(kind);
    printer.print('} ');
    printer.printOperands(op.operands);
    printer.printOptionalAttrDict(op, ['indexing_maps', 'iterator_types', 'kind']);
    printer.print(' : ');
    printer.printTypes([op.operand(0).type, op.operand(1).type]);
    printer.print(' into ');
    printer.printType(op.result(0).type);
  },
};

/** `%a, %b, %acc {kind = …} : A, B`; the result has a row for each element of `%a`, or is of type A if B is a scalar. */
export const vectorOuterproductAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const range = parser.nextRange();
    const operands = parser.parseOperandList('none');
    if (operands.length < 2 || operands.length > 3) return parser.error('expected at least 2 operands and at most 3', range);
    parser.parseOptionalAttrDict();
    const lhs = parser.parseColonType();
    parser.parsePunctuation(',');
    const rhs = parser.parseType();
    if (lhs.kind !== 'vector') return parser.error('expected vector type for operand #1', range);
    const type: Type = rhs.kind === 'vector'
      ? context.vectorType([lhs.shape[0], rhs.shape[0]], rhs.elementType, [lhs.scalable[0], rhs.scalable[0]])
      : context.vectorType([lhs.shape[0]], lhs.elementType, [lhs.scalable[0]]);
    if (!result.attributes.has('kind')) result.attributes.set('kind', defaultKind(context));
    result.operands = parser.resolveOperands(operands, [lhs, rhs, type].slice(0, operands.length), range);
    result.resultTypes = [type];
  },
  print(op, printer) {
    printer.print(' ');
    printer.printOperands(op.operands);
    if (op.numOperands > 2) printer.printOptionalAttrDict(op, []);
    printer.print(' : ');
    printer.printTypes([op.operand(0).type, op.operand(1).type]);
  },
};
