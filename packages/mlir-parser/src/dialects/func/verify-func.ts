import type { FunctionType } from '../../ir/type.js';
import { errorAt, noteAt, opError } from '../../ir/op-diagnostic.js';
import type { Operation } from '../../ir/operation.js';
import { symbolName, type SymbolTables } from '../../ir/symbol-table.js';
import { typeText } from '../../printer/describe.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { verifyFunctionBody } from '../function-op.js';

/** The signature of a `func.func`. */
function signatureOf(op: Operation): FunctionType | undefined {
  const type = op.attribute('function_type');
  return type?.kind === 'type' && type.type.kind === 'function' ? type.type : undefined;
}

export function verifyFuncFunc(op: Operation): Diagnostic[] {
  const signature = signatureOf(op);
  if (signature === undefined) return [];
  for (const [name, count] of [['arg_attrs', signature.inputs.length], ['res_attrs', signature.results.length]] as const) {
    const dictionaries = op.attribute(name);
    if (dictionaries?.kind === 'array' && dictionaries.elements.length !== count)
      return [opError(op, `expects ${name === 'arg_attrs' ? 'argument' : 'result'} attribute array to have the same number of elements as the ` +
        `number of function ${name === 'arg_attrs' ? 'arguments' : 'results'}, got ${dictionaries.elements.length}, but expected ${count}`)];
    for (const dictionary of dictionaries?.kind === 'array' ? dictionaries.elements : [])
      if (dictionary.kind === 'dictionary' && [...dictionary.entries.keys()].some((key) => !key.includes('.')))
        return [opError(op, `${name === 'arg_attrs' ? 'arguments' : 'results'} may only have dialect attributes`)];
  }
  const { entry } = op.region(0);
  if (entry === undefined) {
    const visibility = op.attribute('sym_visibility');
    const isPublic = visibility === undefined || (visibility.kind === 'string' && visibility.value === 'public');
    return isPublic ? [opError(op, 'symbol declaration cannot have public visibility')] : [];
  }
  return verifyFunctionBody(op);
}

export function verifyFuncReturn(op: Operation): Diagnostic[] {
  const parent = op.parentOp;
  const signature = parent?.name === 'func.func' ? signatureOf(parent) : undefined;
  if (parent === undefined || signature === undefined) return [];
  const { results } = signature;
  const name = symbolName(parent) ?? '';
  if (op.numOperands !== results.length)
    return [opError(op, `has ${op.numOperands} operands, but enclosing function (@${name}) returns ${results.length}`)];
  for (const [index, operand] of op.operands.entries())
    if (operand.type !== results[index])
      return [errorAt(op, `type of return operand ${index} ('${typeText(operand.type)}') doesn't match function result type ` +
        `('${typeText(results[index])}') in function @${name}`)];
  return [];
}

/** A call refers to a function of the types that it has. */
export function verifyFuncCallSymbols(op: Operation, tables: SymbolTables): Diagnostic[] {
  const callee = op.attribute('callee');
  if (callee?.kind !== 'symbol-ref') return [opError(op, "requires a 'callee' symbol reference attribute")];
  const target = tables.lookupFrom(op, callee);
  const signature = target?.name === 'func.func' ? signatureOf(target) : undefined;
  if (signature === undefined) return [opError(op, `'${callee.root}' does not reference a valid function`)];
  const { inputs, results } = signature;
  if (inputs.length !== op.numOperands) return [opError(op, 'incorrect number of operands for callee')];
  for (const [index, { type }] of op.operands.entries())
    if (type !== inputs[index])
      return [opError(op, `operand type mismatch: expected operand type '${typeText(inputs[index])}', but provided '${typeText(type)}' for operand number ${index}`)];
  if (results.length !== op.results.length) return [opError(op, 'incorrect number of results for callee')];
  for (const [index, { type }] of op.results.entries())
    if (type !== results[index])
      return [opError(op, `result type mismatch at index ${index}`, [
        noteAt(op.location, `op result types: ${typeList(op.results.map((result) => result.type))}`),
        noteAt(op.location, `function result types: ${typeList(results)}`),
      ])];
  return [];
}

/** `func.constant` refers to a function of its type. */
export function verifyFuncConstantSymbols(op: Operation, tables: SymbolTables): Diagnostic[] {
  const value = op.attribute('value');
  if (value?.kind !== 'symbol-ref') return [];
  const target = tables.lookupFrom(op, value);
  if (target?.name !== 'func.func') return [opError(op, `reference to undefined function '${value.root}'`)];
  return signatureOf(target) === op.result(0).type ? [] : [opError(op, 'reference to function with mismatched type')];
}

function typeList(types: readonly Parameters<typeof typeText>[0][]): string {
  return types.map((type) => `'${typeText(type)}'`).join(', ');
}
