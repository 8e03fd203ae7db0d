import type { Check, CheckGroup } from './check-file.js';
import { UndefinedVariableError, type Match, type Variables } from './pattern.js';

/** Why the input does not fit the check file. */
export interface Mismatch {
  readonly check: Check;
  readonly message: string;
  /** Offset into the input that the message speaks of. */
  readonly at: number;
}

/** A stretch of the input: offsets, end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A check that does not hold. */
class MismatchError extends Error {
  constructor(readonly mismatch: Mismatch) {
    super(mismatch.message);
  }
}

/**
 * Checks `input` against the groups of a check file, the way LLVM's FileCheck does: first the
 * `-LABEL` lines cut the input into blocks, then each block has to satisfy the checks that belong to
 * it. After a failure in one block the next one is still checked.
 *
 * @param input with canonical whitespace
 * @param enableVarScope variables without `$` are forgotten at each label
 */
export function matchInput(
  groups: readonly CheckGroup[],
  input: string,
  variables: Variables,
  enableVarScope: boolean,
): Mismatch[] {
  const matcher = new Matcher(input, variables);
  const mismatches: Mismatch[] = [];
  const attempt = <T>(action: () => T): T | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof MismatchError)) throw error;
      mismatches.push(error.mismatch);
      return undefined;
    }
  };
  let first = 0;
  let start = 0;
  while (first < groups.length) {
    const label = groups.findIndex(({ check }, index) => index >= first && check?.kind === 'label');
    const blockEnd = label < 0 ? groups.length : label + 1;
    let end = input.length;
    const labelCheck = groups[label]?.check;
    if (labelCheck !== undefined) {
      const found = attempt(() => matcher.findSequence(labelCheck, { start, end: input.length }));
      // Without its label nothing after it can be located.
      if (found === undefined) return mismatches;
      end = found.end;
    }
    if (first > 0 && enableVarScope) forgetLocals(variables);
    attempt(() => matcher.checkBlock(groups.slice(first, blockEnd), { start, end }));
    first = blockEnd;
    start = end;
  }
  return mismatches;
}

function forgetLocals(variables: Variables): void {
  for (const name of variables.keys()) if (!name.startsWith('$')) variables.delete(name);
}

class Matcher {
  constructor(
    readonly input: string,
    readonly variables: Variables,
  ) {}

  checkBlock(groups: readonly CheckGroup[], block: Range): void {
    let start = block.start;
    for (const { between, check } of groups) {
      const afterDags = this.#checkBetween(between, { start, end: block.end });
      const rest = { start: afterDags.position, end: block.end };
      const found = check === undefined ? { start: block.end, end: block.end } : this.findSequence(check, rest);
      const skipped = { start: rest.start, end: found.start };
      if (check !== undefined) this.#checkLines(check, skipped, found.start);
      this.#checkAbsent(afterDags.pendingNots, skipped);
      start = found.end;
    }
  }

  /** The first place where the check's pattern matches as often as it must, each match after the last. */
  findSequence(check: Check, range: Range): Range {
    let start: number | undefined;
    let end = range.start;
    for (let time = 1; time <= check.count; time++) {
      const found = this.#find(check, { start: end, end: range.end });
      if (found === undefined) {
        const times = check.count > 1 ? ` (match ${time} of ${check.count})` : '';
        throw this.#mismatch(check, `expected string not found in input${times}`, end);
      }
      start ??= found.start;
      end = found.end;
    }
    return { start: start ?? range.start, end };
  }

  #find(check: Check, range: Range): Range | undefined {
    let match: Match | undefined;
    try {
      match = check.pattern.match(this.input.slice(range.start, range.end), this.variables);
    } catch (error) {
      if (error instanceof UndefinedVariableError) throw this.#mismatch(check, error.message, range.start);
      throw error;
    }
    return match && { start: range.start + match.start, end: range.start + match.end };
  }

  /**
   * Checks `-DAG` and `-NOT` lines before a positive check. A run of `-DAG`s may match in any order
   * without overlapping; `-NOT`s must not match between the run before them and the run after.
   *
   * @returns where the positive check has to start, and the `-NOT`s that reach up to it
   */
  #checkBetween(between: readonly Check[], range: Range): { position: number; pendingNots: Check[] } {
    let position = range.start;
    let pendingNots: Check[] = [];
    let taken: Range[] = [];
    for (const [index, check] of between.entries()) {
      if (check.kind === 'not') {
        pendingNots.push(check);
        continue;
      }
      taken.push(this.#findApart(check, taken, { start: position, end: range.end }));
      if (between[index + 1]?.kind === 'dag') continue;
      const runStart = Math.min(...taken.map(({ start }) => start));
      this.#checkAbsent(pendingNots, { start: position, end: runStart });
      pendingNots = [];
      position = Math.max(...taken.map(({ end }) => end));
      taken = [];
    }
    return { position, pendingNots };
  }

  /** The first match that overlaps none of `taken`. */
  #findApart(check: Check, taken: readonly Range[], range: Range): Range {
    let from = range.start;
    for (;;) {
      const found = this.#find(check, { start: from, end: range.end });
      if (found === undefined) throw this.#mismatch(check, 'expected string not found in input', range.start);
      const obstacle = taken.find(({ start, end }) => start < found.end && found.start < end);
      if (obstacle === undefined) return found;
      from = obstacle.end;
    }
  }

  #checkAbsent(nots: readonly Check[], range: Range): void {
    for (const check of nots) {
      const found = this.#find(check, range);
      if (found !== undefined) throw this.#mismatch(check, 'excluded string found in input', found.start);
    }
  }

  /** `-NEXT` and `-EMPTY` match on the line after the previous match, `-SAME` on the same line. */
  #checkLines(check: Check, skipped: Range, at: number): void {
    const newlines = this.input.slice(skipped.start, skipped.end).split('\n').length - 1;
    if (check.kind === 'next' || check.kind === 'empty') {
      if (newlines === 0) throw this.#mismatch(check, 'is on the same line as previous match', at);
      if (newlines > 1) throw this.#mismatch(check, 'is not on the line after the previous match', at);
    } else if (check.kind === 'same' && newlines > 0) {
      throw this.#mismatch(check, 'is not on the same line as the previous match', at);
    }
  }

  #mismatch(check: Check, message: string, at: number): MismatchError {
    return new MismatchError({ check, message, at });
  }
}
