import { errorAt } from '@mlir2zk/mlir-parser';
import type {
  Context, OpAsmParser, OpAsmPrinter, OpDefinition, Operation, Type, UnresolvedOperand, Value,
} from '@mlir2zk/mlir-parser';
import type { Intrinsic } from '../definition/intrinsic.js';
import { attributeForms, fromAttribute } from './attribute-conversion.js';
import { instanceOf, staticArrayType, zkmlOperands } from './zkml-operation.js';

const intrinsicOfDefinition = new WeakMap<OpDefinition, Intrinsic>();

/** The intrinsic whose operation `op` is; undefined if it is none of a registered `zkml` dialect. */
export function intrinsicOf(op: Operation): Intrinsic | undefined {
  return op.definition === undefined ? undefined : intrinsicOfDefinition.get(op.definition);
}

const intrinsicsOfContext = new WeakMap<Context, readonly Intrinsic[]>();

/** The intrinsics of the `zkml` dialect of `context`, in order of preference; none if it is not registered. */
export function intrinsicsOf(context: Context): readonly Intrinsic[] {
  return intrinsicsOfContext.get(context) ?? [];
}

/** Makes the dialect `zkml` known to `context`: one operation for each intrinsic. */
export function registerZkmlDialect(context: Context, intrinsics: readonly Intrinsic[]): void {
  intrinsicsOfContext.set(context, intrinsics);
  context.registerDialect('zkml', () => intrinsics.map(operationDefinition));
}

function operationDefinition(intrinsic: Intrinsic): OpDefinition {
  const definition: OpDefinition = {
    name: `zkml.${intrinsic.name}`,
    summary: intrinsic.summary,
    traits: new Set(['DestinationStyleOpInterface', 'MemoryEffectsOpInterface']),
    inherentAttributes: new Set(Object.keys(intrinsic.attributes)),
    assembly: { parse: parseZkmlOperation, print: (op, printer) => printZkmlOperation(intrinsic, op, printer) },
    verify: (op) => verifyZkmlOperation(intrinsic, op).map((message) => errorAt(op, message)),
  };
  intrinsicOfDefinition.set(definition, intrinsic);
  return definition;
}

// ins(%a, %b : type, type) outs(%c : type) {attributes}

function parseZkmlOperation(parser: OpAsmParser): void {
  for (const group of ['ins', 'outs']) {
    parser.parseKeyword(group);
    parser.result.operands.push(...parseTypedOperands(parser));
  }
  parser.parseOptionalAttrDict();
}

function parseTypedOperands(parser: OpAsmParser): Value[] {
  parser.parsePunctuation('(');
  const names: UnresolvedOperand[] = [];
  const types: Type[] = [];
  do names.push(parser.parseOperand());
  while (parser.parseOptionalPunctuation(','));
  parser.parsePunctuation(':');
  do types.push(parser.parseType());
  while (parser.parseOptionalPunctuation(','));
  const range = parser.nextRange();
  parser.parsePunctuation(')');
  return parser.resolveOperands(names, types, range);
}

function printZkmlOperation(intrinsic: Intrinsic, op: Operation, printer: OpAsmPrinter): void {
  const { inputs, outputs } = zkmlOperands(intrinsic, op);
  printTypedOperands(' ins', inputs, printer);
  printTypedOperands(' outs', outputs, printer);
  printer.printOptionalAttrDict(op, []);
}

function printTypedOperands(group: string, values: readonly Value[], printer: OpAsmPrinter): void {
  printer.print(`${group}(`);
  printer.printOperands(values);
  printer.print(' : ');
  printer.printTypes(values.map((value) => value.type));
  printer.print(')');
}

/** The problems of an operation of `intrinsic`; the intrinsic's own check runs last, on operands of the right kind. */
function verifyZkmlOperation(intrinsic: Intrinsic, op: Operation): string[] {
  const counts = operandCounts(intrinsic);
  if (op.numOperands < counts.least || op.numOperands > counts.most)
    return [`'${op.name}' takes ${counts.text} and writes ${intrinsic.results.length}, but has ${op.numOperands} operands in all`];
  const { inputs, outputs } = zkmlOperands(intrinsic, op);
  for (const value of [...inputs, ...outputs])
    if (staticArrayType(value.type) === undefined) return [`operands of '${op.name}' are memrefs of static shape`];
  if (inputs.some((input) => outputs.includes(input))) return [`'${op.name}' writes an array that it reads`];
  const wrong = Object.entries(intrinsic.attributes).find(
    ([name, spec]) => fromAttribute(spec, op.attribute(name)) === undefined,
  );
  if (wrong !== undefined) {
    const [name, spec] = wrong;
    return [`'${op.name}' needs attribute '${name}', ${attributeForms[spec.kind]}: ${spec.summary}`];
  }
  return intrinsic.verify(instanceOf(intrinsic, op)).map((problem) => `'${op.name}': ${problem}`);
}

function operandCounts({ operands, results }: Intrinsic): { least: number; most: number; text: string } {
  const least = operands.filter((operand) => operand.optional !== true).length;
  const text = least === operands.length ? `${least} arrays` : `${least} to ${operands.length} arrays`;
  return { least: least + results.length, most: operands.length + results.length, text };
}
