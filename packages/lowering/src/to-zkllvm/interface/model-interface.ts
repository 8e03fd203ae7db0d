import {
  dynamicDimension,
  typeText,
  type Attribute,
  type BlockArgument,
  type Location,
  type Operation,
  type Type,
} from '@mlir2zk/mlir-parser';
import { errorAt, errorAtLocation } from '../../operation/located-error.js';
import { scalarType, type ScalarType } from './scalar-type.js';
import { parseSignature } from './signature.js';
import { storedArguments } from './stored-arguments.js';

/** One input or output of the model: an array, or a scalar with the empty shape. */
export interface ModelArray {
  readonly name: string;
  readonly shape: readonly number[];
  /** MLIR's spelling: `f32`, `i64`, `ui8`, … */
  readonly type: string;
  readonly scalar: ScalarType;
}

/** How the model is called: by which function, with which arrays in and out. */
export interface ModelInterface {
  /** Symbol name of the entry function. */
  readonly entry: string;
  readonly inputs: readonly ModelArray[];
  readonly outputs: readonly ModelArray[];
}

/** The interface together with the function that it describes. */
export interface EntryPoint {
  readonly function: Operation;
  readonly interface: ModelInterface;
  /** Positions of the arguments that are inputs, in the order of `interface.inputs`. */
  readonly inputArguments: readonly number[];
  /** Positions of the arguments that the function writes its outputs to; undefined if it returns them. */
  readonly outputArguments: readonly number[] | undefined;
}

/**
 * The interface of the model in `module`: of the function that `krnl.entry_point` names, or else of the only public
 * function with a body. A function that returns nothing is taken to write its outputs to arguments that it stores to.
 *
 * Throws a DiagnosticError if there is no such function, or an array has dynamic dimensions or elements that are no numbers.
 */
export function modelInterface(module: Operation): ModelInterface {
  return findEntryPoint(module).interface;
}

/** As `modelInterface`, for those that also need the function itself. */
export function findEntryPoint(module: Operation): EntryPoint {
  const operations = [...(module.regions[0]?.entry?.operations() ?? [])];
  const entryOp = operations.find((op) => op.name === 'krnl.entry_point');
  const fn = entryFunction(module, operations, entryOp);
  const entry = symbolName(fn) ?? '';
  const signature = parseSignature(entryOp?.attribute('signature'));

  const type = fn.attribute('function_type');
  if (type?.kind !== 'type' || type.type.kind !== 'function') throw errorAt(fn, 'the function has no function type');
  const returned = type.type.results;
  const parameters: readonly BlockArgument[] = fn.region(0).entry?.arguments ?? [];
  const written = returned.length === 0 ? storedArguments(fn) : undefined;
  const inputArguments = parameters.map((_, i) => i).filter((i) => written?.includes(i) !== true);
  if (written?.length === 0) throw errorAt(fn, 'the function neither returns anything nor stores to an argument');

  const describe = (kind: 'input' | 'output', place: ArrayPlace, position: number): ModelArray => ({
    name:
      attributeName(place.attributes) ??
      (kind === 'input' ? signature?.inputs : signature?.outputs)?.[position]?.name ??
      listedName(fn, kind, position) ??
      `${kind}${position}`,
    ...arrayOf(fn, place),
  });
  const argumentPlace = (i: number): ArrayPlace => {
    const argument = parameters[i]; // i counts parameters
    return { what: `argument ${i}`, type: argument.type, location: argument.location, attributes: attributesAt(fn, 'arg_attrs', i) };
  };
  const inputs = inputArguments.map((argument, i) => describe('input', argumentPlace(argument), i));
  const outputs =
    written?.map((argument, i) => describe('output', argumentPlace(argument), i)) ??
    returned.map((result, i) => {
      const attributes = attributesAt(fn, 'res_attrs', i);
      return describe('output', { what: `result ${i}`, type: result, location: fn.location, attributes }, i);
    });
  requireDistinctNames(fn, inputs);
  requireDistinctNames(fn, outputs);
  return { function: fn, interface: { entry, inputs, outputs }, inputArguments, outputArguments: written };
}

function entryFunction(module: Operation, operations: readonly Operation[], entryOp: Operation | undefined): Operation {
  const functions = operations.filter((op) => op.name === 'func.func' && op.regions[0]?.isEmpty === false);
  const symbol = entryOp?.attribute('func');
  if (entryOp !== undefined) {
    const named = symbol?.kind === 'symbol-ref' ? functions.find((fn) => symbolName(fn) === symbol.root) : undefined;
    if (named !== undefined) return named;
    const name = symbol?.kind === 'symbol-ref' ? `@${symbol.root}` : 'none';
    throw errorAt(entryOp, `the entry function is ${name}, and the module has no such function with a body`);
  }
  const visible = functions.filter((fn) => {
    const visibility = fn.attribute('sym_visibility');
    return visibility?.kind !== 'string' || visibility.value === 'public';
  });
  const [only, second] = visible;
  if (only !== undefined && second === undefined) return only;
  if (only === undefined) throw errorAt(module, 'the module has no public function with a body to make a circuit of');
  throw errorAt(
    second ?? module,
    `the module has ${visible.length} public functions and no krnl.entry_point that says which one is the model`,
    'make the others private: func.func private @name',
  );
}

function symbolName(op: Operation): string | undefined {
  const name = op.attribute('sym_name');
  return name?.kind === 'string' ? name.value : undefined;
}

interface ArrayPlace {
  readonly what: string;
  readonly type: Type;
  readonly location: Location;
  readonly attributes: ReadonlyMap<string, Attribute> | undefined;
}

/** The attributes of argument or result `position`: element of `arg_attrs` or `res_attrs`. */
function attributesAt(fn: Operation, list: string, position: number): ReadonlyMap<string, Attribute> | undefined {
  const attribute = fn.attribute(list);
  const entry = attribute?.kind === 'array' ? attribute.elements[position] : undefined;
  return entry?.kind === 'dictionary' ? entry.entries : undefined;
}

function attributeName(attributes: ReadonlyMap<string, Attribute> | undefined): string | undefined {
  const name = attributes?.get('onnx.name');
  return name?.kind === 'string' && name.value !== '' ? name.value : undefined;
}

/** The name in the function's `input_names` or `output_names`, as onnx-mlir wrote them until 2024. */
function listedName(fn: Operation, kind: 'input' | 'output', position: number): string | undefined {
  const list = fn.attribute(`${kind}_names`);
  const name = list?.kind === 'array' ? list.elements[position] : undefined;
  return name?.kind === 'string' ? name.value : undefined;
}

function arrayOf(fn: Operation, { what, type, location }: ArrayPlace): Omit<ModelArray, 'name'> {
  if (type.kind === 'unranked-memref' || (type.kind === 'memref' && type.shape.includes(dynamicDimension)))
    throw errorAtLocation(
      location,
      fn,
      `${what} of the model, ${typeText(type)}, has a dimension that is not known`,
      'a circuit has a fixed size: export the model with fixed input shapes (onnx-mlir --shapeInformation=0:1x3x224x224)',
    );
  const shape = type.kind === 'memref' ? type.shape : [];
  const elementType = type.kind === 'memref' ? type.elementType : type;
  const scalar = scalarType(elementType);
  if (scalar === undefined)
    throw errorAtLocation(location, fn, `${what} of the model has type ${typeText(type)}, which a circuit cannot hold`);
  return { shape, type: typeText(elementType), scalar };
}

function requireDistinctNames(fn: Operation, arrays: readonly ModelArray[]): void {
  const seen = new Set<string>();
  for (const { name } of arrays) {
    if (seen.has(name)) throw errorAt(fn, `two inputs or two outputs of the model are called '${name}'`);
    seen.add(name);
  }
}

