import { Operation, type Context, type Value } from '@mlir2zk/mlir-parser';
import {
  loadTerm, walkTerm, type AttributeValue, type Intrinsic, type LoadTerm, type StructuredStatement, type Term,
} from '@mlir2zk/zk-intrinsics';

/** How a statement becomes an operation: which intrinsic, on which arrays; some come from plans of their own. */
export interface RaisingPlan {
  readonly intrinsic: Intrinsic;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly inputs: readonly (Value | RaisingPlan)[];
  readonly output: Value;
  /** The allocation of `output` if the plan makes it; not inserted yet. */
  readonly allocation: Operation | undefined;
}

/** The intrinsic that came closest, if one came near, and the first of its conditions that failed. */
export interface NearMiss {
  readonly intrinsic: string | undefined;
  readonly reason: string;
}

export type Classification = { readonly kind: 'plan'; readonly plan: RaisingPlan } | ({ readonly kind: 'miss' } & NearMiss);

/** Finds the first of `intrinsics` that `statement` computes. */
export function classify(context: Context, intrinsics: readonly Intrinsic[], statement: StructuredStatement): Classification {
  return classifyInto(context, intrinsics, statement, undefined);
}

function classifyInto(
  context: Context,
  intrinsics: readonly Intrinsic[],
  statement: StructuredStatement,
  allocation: Operation | undefined,
): Classification {
  let closest: NearMiss & { readonly progress: number } = {
    progress: 0, intrinsic: undefined, reason: 'no intrinsic computes anything like it',
  };
  for (const intrinsic of intrinsics) {
    const recognition = intrinsic.recognise(statement);
    if (recognition.kind === 'miss') {
      const { progress, reason } = recognition;
      if (progress > closest.progress) closest = { progress, intrinsic: intrinsic.name, reason };
      continue;
    }
    const inputs: (Value | RaisingPlan)[] = [];
    for (const input of recognition.inputs) {
      if (isValue(input)) {
        inputs.push(input);
        continue;
      }
      const inner = classifyOperand(context, intrinsics, statement, input);
      if (inner.kind === 'miss') return inner;
      inputs.push(inner.plan);
    }
    const { memref: output } = statement.output;
    return { kind: 'plan', plan: { intrinsic, attributes: recognition.attributes, inputs, output, allocation } };
  }
  return { kind: 'miss', intrinsic: closest.intrinsic, reason: closest.reason };
}

function isValue(input: Value | Term): input is Value {
  return input.kind === 'op-result' || input.kind === 'block-argument';
}

/** Classifies `term` as a statement that fills a new array, of the shape of the output of `statement`. */
function classifyOperand(
  context: Context,
  intrinsics: readonly Intrinsic[],
  statement: StructuredStatement,
  term: Term,
): Classification {
  const { type } = statement.output.memref;
  if (type.kind !== 'memref') throw new Error('a statement writes to something that is no memref');
  const allocation = Operation.create({
    name: 'memref.alloc',
    definition: context.operation('memref.alloc'),
    resultTypes: [context.memRefType(type.shape, type.elementType)],
    // No dynamic sizes, no symbols.
    properties: [['operandSegmentSizes', context.denseArrayAttr(context.integerType(32), 2, new Uint8Array(8))]],
    location: statement.location,
  });
  const output = loadTerm(allocation.result(0), statement.output.subscripts);
  return classifyInto(context, intrinsics, { ...statement, output, value: term }, allocation);
}

/** All loads in `term`. */
export function loadsOf(term: Term): LoadTerm[] {
  const loads: LoadTerm[] = [];
  walkTerm(term, (leaf) => {
    if (leaf.kind === 'load') loads.push(leaf);
  });
  return loads;
}
