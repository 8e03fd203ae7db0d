import { attributeType, hasAttribute, memoryLayout, PRIVATE_INPUT_ATTRIBUTE, scalarTypes } from '@mlir2zk/llvm-emit';
import type { Parameter, Type } from '@mlir2zk/llvm-emit';
import { VariableKind } from '../field/variable-table.js';
import type { Variable } from '../field/variable-table.js';
import { TypeClass } from '../machine/machine.js';
import type { Machine } from '../machine/machine.js';
import { readArguments } from './argument-reader.js';
import type { ArgumentType } from './argument-reader.js';
import { InputError } from './input-error.js';
import type { InputText } from './input-error.js';

/** The scalars of one argument in memory order, as integers modulo the native field. */
export type ArgumentValues = ArrayLike<number | bigint>;

/** Arguments of one visibility: the text of the assigner's JSON file, or values, one list per parameter. */
export type ArgumentSource = InputText | readonly ArgumentValues[];

/** What the circuit is given. */
export interface CircuitInputs {
  readonly publicInputs?: ArgumentSource;
  readonly privateInputs?: ArgumentSource;
  /**
   * Public arguments, by position or name, whose values are to be computed: they have no entry in `publicInputs`, and the
   * first `llvm.assigner.exit.check.eq` against one of their cells defines it. So a run yields the outputs that a
   * circuit claims; a second run with them as inputs checks the circuit as the assigner would.
   */
  readonly computedArguments?: ReadonlyArray<number | string>;
}

/** Where an argument went. */
export interface BoundArgument {
  readonly computed: boolean;
  /** The variables of its scalars. */
  readonly inputs: readonly Variable[];
  /** Its memory, if it is passed by reference. */
  readonly firstCell: number | undefined;
  readonly cells: number;
}

/** Gives the circuit function its arguments, in its frame. */
export function bindArguments(machine: Machine, inputs: CircuitInputs): BoundArgument[] {
  const { parameters } = machine.fn;
  const computed = computedPositions(machine, inputs.computedArguments ?? []);
  const isPrivate = (parameter: Parameter): boolean => hasAttribute(parameter.attributes, PRIVATE_INPUT_ATTRIBUTE);
  const given = parameters.map((parameter, position) => {
    if (attributeType(parameter.attributes, 'sret') !== undefined || computed.has(position)) return undefined;
    return isPrivate(parameter) ? 'private' : 'public';
  });
  const values = {
    public: argumentsOf(machine, 'public', given, inputs.publicInputs),
    private: argumentsOf(machine, 'private', given, inputs.privateInputs),
  };
  return parameters.map((parameter, position) => {
    const visibility = given[position];
    const scalars = visibility === undefined ? undefined : values[visibility].shift();
    return bindArgument(machine, parameter, position, scalars, computed.has(position));
  });
}

function computedPositions(machine: Machine, named: ReadonlyArray<number | string>): Set<number> {
  const { parameters, name: functionName } = machine.fn;
  const positions = named.map((which) => {
    const position = typeof which === 'number' ? which : parameters.findIndex(({ name }) => name === which);
    const parameter = parameters[position];
    const wrong =
      parameter === undefined ||
      hasAttribute(parameter.attributes, PRIVATE_INPUT_ATTRIBUTE) ||
      hasAttribute(parameter.attributes, 'sret');
    if (wrong) throw new InputError(undefined, 0, `function @${functionName} has no public argument ${which} to compute`);
    return position;
  });
  return new Set(positions);
}

/** The scalars of each argument of one visibility, in order. */
function argumentsOf(
  machine: Machine,
  visibility: 'public' | 'private',
  given: ReadonlyArray<'public' | 'private' | undefined>,
  source: ArgumentSource = [],
): ArgumentValues[] {
  const types = machine.fn.parameters.filter((_, position) => given[position] === visibility).map(argumentType);
  if ('text' in source) {
    // A circuit without private inputs needs no file of them; one that is given must still fit.
    return readArguments(source, visibility, types, machine.field.modulus);
  }
  const mismatch = (reason: string): never => {
    const title = visibility === 'public' ? 'Public' : 'Private';
    throw new InputError(undefined, 0, `${title} input does not match the circuit signature: ${reason}`);
  };
  if (source.length !== types.length) mismatch(`expected ${types.length} values, found ${source.length}`);
  source.forEach((values, index) => {
    const type = types[index];
    const expected = type === 'string' ? values.length : memoryLayout(type).scalars;
    if (values.length !== expected) mismatch(`argument ${index} has ${expected} elements, found ${values.length}`);
  });
  return [...source];
}

function argumentType({ type, attributes }: Parameter): ArgumentType {
  if (type.kind !== 'pointer') return type;
  return attributeType(attributes, 'byval') ?? 'string';
}

function bindArgument(
  machine: Machine,
  parameter: Parameter,
  position: number,
  values: ArgumentValues | undefined,
  computed: boolean,
): BoundArgument {
  const { frame, memory } = machine;
  const place = attributeType(parameter.attributes, 'sret');
  if (place !== undefined) {
    const firstCell = memory.allocate(place);
    frame.scalars[position] = machine.internal(firstCell);
    return { computed: false, inputs: [], firstCell, cells: memoryLayout(place).scalars };
  }
  const type = argumentType(parameter);
  checkSupported(machine, parameter, type);
  const count = type === 'string' ? (values?.length ?? 1) : memoryLayout(type).scalars;
  const inputs = inputVariables(machine, parameter, computed ? count : (values ?? []));
  if (parameter.type.kind === 'pointer') {
    const firstCell = memory.allocate(type === 'string' ? stringType(machine, count) : type);
    inputs.forEach((variable, i) => {
      memory.put(firstCell + i, variable);
    });
    frame.scalars[position] = machine.internal(firstCell);
    return { computed, inputs, firstCell, cells: count };
  }
  if (parameter.type.kind === 'vector') frame.vectors.set(position, Int32Array.from(inputs));
  else frame.scalars[position] = inputs[0];
  return { computed, inputs, firstCell: undefined, cells: 0 };
}

function stringType(machine: Machine, length: number): Type {
  const { types } = machine.module;
  return types.array(length, types.int(8));
}

function checkSupported(machine: Machine, { name, attributes }: Parameter, type: ArgumentType): void {
  if (type === 'string') return;
  for (const scalar of scalarsOnce(type)) {
    const kind = machine.classOf(scalar);
    if (kind === TypeClass.integer || kind === TypeClass.nativeField) continue;
    const what = name === undefined ? 'an argument' : `argument %${name}`;
    throw new InputError(
      undefined,
      0,
      `${what} of type '${type.text}'${attributes.length > 0 ? ' (by reference)' : ''} is not supported: '${scalar.text}'`,
    );
  }
}

/** The kinds of scalar in a type; an array's element counts once. */
function* scalarsOnce(type: Type): Generator<Type, void> {
  switch (type.kind) {
    case 'array':
    case 'vector':
      yield* scalarsOnce(type.element);
      return;
    case 'struct':
      for (const field of type.fields ?? []) yield* scalarsOnce(field);
      return;
    default:
      yield* scalarTypes(type);
  }
}

/** One variable per scalar: with its value, or without one yet where only the number of scalars is given. */
function inputVariables(machine: Machine, { attributes }: Parameter, values: ArgumentValues | number): Variable[] {
  const isPrivate = hasAttribute(attributes, PRIVATE_INPUT_ATTRIBUTE);
  const kind = isPrivate ? VariableKind.privateInput : VariableKind.publicInput;
  const { variables, rows } = machine;
  const count = typeof values === 'number' ? values : values.length;
  if (!isPrivate) rows.publicCells += count;
  return Array.from({ length: count }, (_, i) => {
    if (typeof values === 'number') return variables.addUnassigned(kind);
    const value = values[i];
    if (typeof value === 'bigint') return variables.addBigint(kind, value);
    if (!Number.isSafeInteger(value)) throw new InputError(undefined, 0, `the input value ${value} is not an integer`);
    return variables.addNumber(kind, value);
  });
}
