import type { Attribute } from '../../ir/attribute.js';
import type { Context } from '../../ir/context.js';
import { denseIntegerArray } from '../../ir/dense-array.js';
import type { OpAssembly } from '../../ir/op-definition.js';
import { operandSegments } from '../operand-segments.js';
import { parseStructuredOpParts, printStructuredOpParts } from './structured-op-parts.js';

/** The attributes that stand in front of the operands. */
const leading = ['doc', 'indexing_maps', 'iterator_types', 'library_call'];

/** `{indexing_maps = […], iterator_types = […]} ins(…) outs(…) attrs = {…} {…} -> types` */
export const linalgGenericAssembly: OpAssembly = {
  parse(parser) {
    const { context, result } = parser;
    const range = parser.nextRange();
    const attributes = parser.parseAttribute();
    if (attributes.kind !== 'dictionary') return parser.error('expected a dictionary of its attributes', range);
    for (const [name, value] of attributes.entries) result.attributes.set(name, value);
    const iterators = result.attributes.get('iterator_types');
    if (iterators?.kind !== 'array') return parser.error("expected attribute 'iterator_types', a list of strings", range);
    result.attributes.set('iterator_types', iteratorTypes(context, iterators.elements) ?? parser.error('unexpected iterator_type', range));
    const { inputs, outputs } = parseStructuredOpParts(parser);
    result.attributes.set('operandSegmentSizes', denseIntegerArray(context, 32, [inputs.length, outputs.length]));
    if (parser.parseOptionalKeyword('attrs')) {
      parser.parsePunctuation('=');
      parser.parseOptionalAttrDict();
    }
    result.regions.push(parser.parseRegion([]));
    result.resultTypes = parser.parseOptionalArrowTypeList();
  },
  print(op, printer) {
    const entries = leading.flatMap((name): (readonly [string, Attribute])[] => {
      const value = op.attribute(name);
      return value === undefined ? [] : [[name, value]];
    });
    printer.print(' {');
    for (const [index, [name, value]] of entries.entries()) {
      printer.print(`${index > 0 ? ', ' : ''}${name} = `);
      if (name === 'iterator_types' && value.kind === 'array') printer.print(`[${value.elements.map(iteratorKeyword).join(', ')}]`);
      else printer.printAttribute(value);
    }
    printer.print('}');
    const [inputs = [], outputs = []] = operandSegments(op);
    printStructuredOpParts(printer, inputs, outputs);
    const others = [...op.attributes.keys(), ...op.properties.keys()].filter((name) => name !== 'operandSegmentSizes' && !leading.includes(name));
    if (others.length > 0) {
      printer.print(' attrs = ');
      printer.printOptionalAttrDict(op, [...leading, 'operandSegmentSizes']);
    }
    if (!op.region(0).isEmpty) {
      printer.print(' ');
      printer.printRegion(op.region(0));
    }
    printer.printOptionalArrowTypeList(op.results.map((value) => value.type));
  },
};

/** `"parallel"` as `#linalg.iterator_type<parallel>`. */
function iteratorTypes(context: Context, elements: readonly Attribute[]): Attribute | undefined {
  const types: Attribute[] = [];
  for (const element of elements) {
    if (element.kind !== 'string' || !['parallel', 'reduction', 'window'].includes(element.value)) return undefined;
    types.push(context.dialectAttr('linalg', `iterator_type<${element.value}>`));
  }
  return context.arrayAttr(types);
}

function iteratorKeyword(attribute: Attribute): string {
  return attribute.kind === 'dialect' ? `"${/<(\w+)>/.exec(attribute.body)?.[1] ?? ''}"` : '"parallel"';
}
