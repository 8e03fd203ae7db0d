import type { Context, Operation, Value } from '@mlir2zk/mlir-parser';
import {
  arrayType, loadTerm, walkTerm, type AttributeValue, type IndexSpace, type Intrinsic, type LoadTerm, type StructuredStatement,
  type Term,
} from '@mlir2zk/zk-intrinsics';
import { allocation, type ArrayView } from './array-view.js';
import { viewedStatements } from './viewed-statements.js';

/** How a statement becomes an operation: which intrinsic, on which arrays; some come from plans of their own. */
export interface RaisingPlan {
  readonly intrinsic: Intrinsic;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly inputs: readonly (Value | ArrayView | RaisingPlan)[];
  readonly output: Value;
  /** How the intrinsic sees `output`, if not as it is. */
  readonly outputView: ArrayView | undefined;
  /** The allocation of `output` if the plan makes it; not inserted yet. */
  readonly allocation: Operation | undefined;
}

/** The intrinsic that came closest, if one came near, and the first of its conditions that failed. */
export interface NearMiss {
  readonly intrinsic: string | undefined;
  readonly reason: string;
}

export type Classification = { readonly kind: 'plan'; readonly plan: RaisingPlan } | ({ readonly kind: 'miss' } & NearMiss);

/** What a statement is classified by. */
export interface Classifier {
  readonly context: Context;
  /** The space that the forms of statements are made in. */
  readonly space: IndexSpace;
  /** In the order in which they are tried. */
  readonly intrinsics: readonly Intrinsic[];
}

/** Finds the first intrinsic that `statement` computes on its arrays as they are, else the first on views of them. */
export function classify(classifier: Classifier, statement: StructuredStatement): Classification {
  return classifyInto(classifier, statement, undefined);
}

function classifyInto(classifier: Classifier, statement: StructuredStatement, allocated: Operation | undefined): Classification {
  const direct = classifyDirectly(classifier, statement, allocated);
  if (direct.kind === 'plan') return direct;
  const candidates = [...viewedStatements(classifier.context, classifier.space, statement)];
  for (const intrinsic of classifier.intrinsics)
    for (const { statement: viewed, views } of candidates) {
      const recognition = intrinsic.recognise(viewed);
      if (recognition.kind === 'miss' || !recognition.inputs.every(isValue)) continue;
      const inputs = recognition.inputs.map((input) => views.get(input) ?? input);
      const outputView = views.get(viewed.output.memref);
      const plan = { intrinsic, attributes: recognition.attributes, inputs, output: statement.output.memref, outputView, allocation: allocated };
      return { kind: 'plan', plan };
    }
  return direct;
}

function classifyDirectly(classifier: Classifier, statement: StructuredStatement, allocated: Operation | undefined): Classification {
  let closest: NearMiss & { readonly progress: number } = {
    progress: 0, intrinsic: undefined, reason: 'no intrinsic computes anything like it',
  };
  for (const intrinsic of classifier.intrinsics) {
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
      const inner = classifyOperand(classifier, statement, input);
      if (inner.kind === 'miss') return inner;
      inputs.push(inner.plan);
    }
    const { memref: output } = statement.output;
    const plan = { intrinsic, attributes: recognition.attributes, inputs, output, outputView: undefined, allocation: allocated };
    return { kind: 'plan', plan };
  }
  return { kind: 'miss', intrinsic: closest.intrinsic, reason: closest.reason };
}

function isValue(input: Value | Term): input is Value {
  return input.kind === 'op-result' || input.kind === 'block-argument';
}

/** Classifies `term` as a statement that fills a new array, of the shape of the output of `statement`. */
function classifyOperand(classifier: Classifier, statement: StructuredStatement, term: Term): Classification {
  const { memref, subscripts } = statement.output;
  const allocated = allocation(classifier.context, memref, arrayType(memref).shape, statement.location);
  const output = loadTerm(allocated.result(0), subscripts);
  return classifyInto(classifier, { ...statement, output, value: term }, allocated);
}

/** All loads in `term`. */
export function loadsOf(term: Term): LoadTerm[] {
  const loads: LoadTerm[] = [];
  walkTerm(term, (leaf) => {
    if (leaf.kind === 'load') loads.push(leaf);
  });
  return loads;
}
